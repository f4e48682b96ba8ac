import Portals
import Publishing
import Testing

@Suite struct WidthsPlotTests {
  /// A title cannot leave its quotes, whoever wrote it.
  @Test func titlesStayInsideTheirQuotes() throws {
    let points = try [0.01, 0.02].map { try WidthsPlot.Point(mass: $0, coupling: 1e-4, of: Models.darkPhoton.portal.physics) }
    let figure = try WidthsPlot(title: "a'b\n!echo c", points: points, couplingText: "epsilon = 1e-4").figure(
      provenance: Provenance(command: "bounds\n!echo d", model: nil))
    #expect(figure.script.contains("title 'a''b !echo c, epsilon = 1e-4'"))
    #expect(!figure.script.split(separator: "\n").contains { $0.hasPrefix("!") } && !figure.data.contains("\n!"))
  }

  /// Masses that are refused leave a blank line, which breaks the curve.
  @Test func refusedMassesLeaveAGap() throws {
    let physics = Models.alpGluon.portal.physics
    let points = try [0.12, 0.135, 0.15].map { try WidthsPlot.Point(mass: $0, coupling: 1e-4, of: physics) }
    #expect(points.map { $0.widths == nil } == [false, true, false])
    let data = try WidthsPlot(title: "t", points: points, couplingText: "c").figure(provenance: Provenance(command: "c", model: nil)).data
    #expect(data.split(separator: "\n", omittingEmptySubsequences: false).filter(\.isEmpty).count == 2)
  }
}
