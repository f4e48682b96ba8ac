/// Coefficients of RODAS4, a Rosenbrock method of order 4(3), L-stable and stiffly accurate, in the form that needs no product with the Jacobian
/// (E. Hairer & G. Wanner, Solving Ordinary Differential Equations II, 2nd ed., section IV.7, code RODAS).
enum Rodas4 {
  static let gamma = 0.25
  /// Where each stage is evaluated, in steps.
  static let c = [0, 0.386, 0.21, 0.63, 1, 1]
  /// Weights of the explicit derivative in time.
  static let d = [0.25, -0.1043, 0.1035, -0.0362, 0, 0]
  /// Earlier stages in the point of evaluation.
  static let a: [[Double]] = [
    [], [1.544], [0.946_678_528_081_582_6, 0.255_701_169_898_328_4], [3.314_825_187_068_521, 2.896_124_015_972_201, 0.998_641_913_997_781_7],
    [1.221_224_509_226_641, 6.019_134_481_288_629, 12.537_083_329_320_87, -0.687_886_036_105_895],
    [1.221_224_509_226_641, 6.019_134_481_288_629, 12.537_083_329_320_87, -0.687_886_036_105_895, 1],
  ]
  /// Earlier stages in the right-hand side, over the step.
  static let b: [[Double]] = [
    [], [-5.6688], [-2.430_093_356_833_875, -0.206_359_915_709_191_5], [-0.107_352_905_815_137_5, -9.594_562_251_023_355, -20.470_286_148_096_16],
    [7.496_443_313_967_647, -10.246_804_314_643_52, -33.999_903_528_199_05, 11.708_908_932_061_6],
    [8.083_246_795_921_522, -7.981_132_988_064_893, -31.521_594_328_743_71, 16.319_305_431_231_36, -6.058_818_238_834_054],
  ]
}
