set terminal svg size 1000,750 font 'Helvetica,15' background rgb 'white' enhanced dynamic
set output 'dark-photon.svg'
# bounds_version: 0.1.0
# command: bounds plot dark-photon
# model: dark-photon
# constraints: sun; sn1987a.cooling; e137; e141; e774; kek; orsay
# constraint_set_hash: 13e2a58c6448b325fd87ded2e8b43560ff0b563bf9ca6d8004bc7f2e73d8641e
# cl: 0.95
# sidedness: one-sided
# dof: 1
# criterion_reading: conservative
# nuisance_mode: discrete nuisances fixed to the named variants
# variants: sun.criterion=luminosity-10-percent; sn1987a.profile=chang-essig-mcdermott; sn1987a.criterion=raffelt-3e52; sn1987a.soft-factor=exponential; sn1987a.optical-depth=radial; sn1987a.pair-blocking=fermi-dirac; sn1987a.plasma=electrons; sn1987a.electron-mass=vacuum; electron-dump.bremsstrahlung=weizsaecker-williams; electron-dump.track-length=shower; electron-dump.production=all; electron-dump.acceptance=detector; electron-dump.inputs=nominal
# input_sources: fit to the standard solar model B16-AGSS09 (arXiv:1611.09867), r < 0.9 R, within 1.1 %; fit to the standard solar model B16-AGSS09 (arXiv:1611.09867); fit to the standard solar model B16-AGSS09 (arXiv:1611.09867), X within 0.02; fit to the standard solar model B16-AGSS09 (arXiv:1611.09867), mean; 0.0139 to 0.0159; solar models with AGSS09 abundances, Serenelli et al., arXiv:0909.2668, not read there; AGSS09, as used in arXiv:1611.09867; smoothing of the composition; the profile of settled elements is not resolved, X is off by at most 0.02 there; Asplund et al. 2009, ARA&A 47, 481 (arXiv:0909.0948), Table 1, photosphere; read in a public transcription; NIST Atomic Spectra Database, ionisation energies; IAU 2015 Resolution B3; J. C. Slater, Phys. Rev. 36 (1930) 57, rules for screening constants; hydrogen, averaged over orbital momentum (Bethe & Salpeter, Quantum Mechanics of One- and Two-Electron Atoms); spread of line energies over neighbouring ion stages, 2 % (iron K) to 12 % (oxygen, 0.574 and 0.654 keV); equals the energy resolution of the rate table; Redondo & Raffelt, arXiv:1305.2920, abstract: not more than 10 % of the photon luminosity; Vinyoles et al., arXiv:1501.01639, abstract: chi m < 1.8e-12 eV at 3 sigma, which is 2 % of the photon luminosity; power law of self-consistent solar models with energy loss, Gondolo & Raffelt, arXiv:0807.2926; Bahcall & Serenelli, astro-ph/0412096, abstract: 11.6 % (conservative); this calculation: structure 1.1 % in density and 1.8 % in temperature, atomic absorption off resonance up to 15 % of the rate; PDG 2024, astrophysical constants; CODATA 2022; arXiv:1611.03864, R_far; its choice moves the upper edges by up to a factor 2; arXiv:1611.03864, definition of R_nu; remembered, its text was not readable here; Raffelt criterion 1e19 erg/g/s on about 1.5 Msun; used by arXiv:1611.03864; Garching muonic models (arXiv:2005.07141), as used in a public code; spread of ln L_nu(1 s) over 3e52, 5.68e52 and 1.2e53 erg/s is 0.57 about their mean; rounded (docs/constraints/sn1987a.cooling.md); text of arXiv:1706.08871 (n = 5, T ~ rho^(1/3), 3e14 g/cm3 and 30 MeV at 10 km), after Turner 1988; used by arXiv:1611.03864; arXiv:1611.03864, fiducial profile; remembered, its equations were not readable here; 18 Msun model of Fischer et al. at 1 s (arXiv:2108.13726), as digitised in the public code SNfactory; analytic form of the profile of arXiv:1905.09284; agrees with its table in the public code SNfactory to 1 % from 0 to 100 km; profile of arXiv:1905.09284 as tabulated in the public code SNfactory; R. Navarro Perez et al. 2011, np energy-dependent analysis, as recorded in the database of the public code nn-scattering-fit; effective-range parameters as tabulated in nuclear data reviews; two compilations agree; continuation of the slope of sigma_tr at 250 to 350 MeV (docs/constraints/sn1987a.cooling.md); SensCalc (public code) and a thesis chapter on E137; 30 C of charge (recalled); SensCalc has 1.86e20; definition; PDG atomic and nuclear properties (recalled); 26.98 in a target table of Jefferson Lab; PDG atomic and nuclear properties (recalled); 2.70 in a target table of Jefferson Lab; PDG atomic and nuclear properties (recalled); the same in a target table of Jefferson Lab; read in one public code only, Darkcast, ratio of decay to shield length, after arXiv:1209.6083; SensCalc has 174 m; Darkcast and SensCalc (public codes); SensCalc (public code); 2 m x 3 m in the first third of the data is recalled; SensCalc (public code); recollection; recasts use 1, 2 or 3 GeV; no efficiency below one is used by any recast known here; abstract of arXiv:1406.2698: zero background; no candidate in E137; the searches saw nothing and claim no background; B. Rossi, High-Energy Particles (Prentice-Hall 1952), approximation A; B. Rossi, K. Greisen, Rev. Mod. Phys. 13 (1941) 240, from m_e and alpha; Y.-S. Tsai, Rev. Mod. Phys. 46 (1974) 815; as written in two public codes; recollection of the table of arXiv:1209.6083, not read; recollection of the table of arXiv:1209.6083, not read; 0.32 mC is the same number; PDG atomic and nuclear properties (recalled); PDG atomic and nuclear properties (recalled); the same in the material table of MEGAlib; PDG atomic and nuclear properties (recalled); 0.350 cm in the material table of MEGAlib; read in one public code only, Darkcast, ratio of decay to shield length, after arXiv:1209.6083; the dump itself, 34 radiation lengths of tungsten; read in one public code only, Darkcast, ratio of decay to shield length, after arXiv:1209.6083; recollection of the table of arXiv:1209.6083, not read; half the beam energy; recollection of the table of arXiv:1209.6083, not read; with the error it gives the quoted 3419 events at 95 % exactly; recollection of the table of arXiv:1209.6083, not read; with the fitted signal it gives the quoted 3419 events at 95 % exactly; abstract of Phys. Rev. Lett. 67, 2942; recollection of the table of arXiv:1209.6083, not read; 0.83 nC is the same number; read in one public code only, Darkcast, ratio of decay to shield length, after arXiv:1209.6083; the instrumented dump itself; recollection of the table of arXiv:1209.6083, not read; a tenth of the beam energy; recollection of the table of arXiv:1209.6083, not read; 0 +9 -0 events; recollection of the table of arXiv:1209.6083, not read; with zero it gives the quoted 18 events at 95 %; recollection of the table of arXiv:1209.6083, not read; 27 mC is the same number; two recollections of arXiv:1209.6083 differ; 0.178 m is the circle of 0.1 m2; recollection; a tenth of the beam energy; recollection of the table of arXiv:1209.6083, not read; 3.2 mC is the same number
# recalled_inputs: base of the convection zone; helium mass fraction of the convection zone; metals over hydrogen by mass in the convection zone; ionisation energy of H; first ionisation energy of He; second ionisation energy of He; screening of a 1s electron by the other; screening by an electron of the same shell, n > 1; screening by an electron of the shell below; oscillator strength n = 1 to 2; oscillator strength n = 1 to 3; oscillator strength n = 2 to 3; exponent of the 8B flux in 1 + L_x/L_sun; temperature at the neutrinosphere; inner density slope k_rho; inner temperature slope k_T; proton fraction; front of the dump to decay region; detector width; detector height; energy cut; detection efficiency; Rossi's screening constant b of approximation A; beam energy; electrons on target; atomic mass of the dump; decay region to detector; detector radius; fitted signal; error of the fitted signal; observed events; expected background; error of the background
set logscale xy
set format x '10^{%L}'
set format y '10^{%L}'
set xrange [1e-09:1.0]
set yrange [1e-16:1.0]
set xlabel 'mass [GeV]'
set ylabel 'kinetic mixing with the photon epsilon'
set title 'Dark photon that decays visibly'
set key bottom right opaque samplen 2
set grid lc rgb '#d0d0d0' lw 0.5
set border lw 1.2
set tics front
set label 'E774' at 0.00316228,0.0012137 center front tc rgb '#202020'
set label 'E141' at 0.00446684,0.000123273 center front tc rgb '#202020'
set label 'Orsay' at 0.00794328,1.08393e-05 center front tc rgb '#202020'
set label 'KEK' at 0.0177828,1.11451e-06 center front tc rgb '#202020'
set label 'E137' at 0.0354813,1.05073e-07 center front tc rgb '#202020'
set label 'Sun' at 7.07946e-09,3.40325e-12 center front tc rgb '#202020'
set label 'SN1987A' at 7.07946e-09,0.00172497 center front tc rgb '#202020'
plot 'dark-photon.dat' index 0 using 1:2 with filledcurves closed fc rgb '#E69F00' fs transparent solid 0.35 noborder notitle, \
     'dark-photon.dat' index 0 using 1:2 with lines lc rgb '#E69F00' lw 1 notitle, \
     'dark-photon.dat' index 1 using 1:2 with filledcurves closed fc rgb '#D55E00' fs transparent solid 0.35 noborder notitle, \
     'dark-photon.dat' index 1 using 1:2 with lines lc rgb '#D55E00' lw 1 notitle, \
     'dark-photon.dat' index 2 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.35 noborder notitle, \
     'dark-photon.dat' index 2 using 1:2 with lines lc rgb '#0072B2' lw 1 notitle, \
     'dark-photon.dat' index 3 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.35 noborder notitle, \
     'dark-photon.dat' index 3 using 1:2 with lines lc rgb '#0072B2' lw 1 notitle, \
     'dark-photon.dat' index 4 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.35 noborder notitle, \
     'dark-photon.dat' index 4 using 1:2 with lines lc rgb '#0072B2' lw 1 notitle, \
     'dark-photon.dat' index 5 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.35 noborder notitle, \
     'dark-photon.dat' index 5 using 1:2 with lines lc rgb '#0072B2' lw 1 notitle, \
     'dark-photon.dat' index 6 using 1:2 with filledcurves closed fc rgb '#0072B2' fs transparent solid 0.35 noborder notitle, \
     'dark-photon.dat' index 6 using 1:2 with lines lc rgb '#0072B2' lw 1 notitle, \
     'dark-photon.dat' index 7 using 1:2 with lines lc rgb 'black' lw 2.5 title 'combined', \
     keyentry with boxes fc rgb '#E69F00' fs transparent solid 0.35 title 'stars', \
     keyentry with boxes fc rgb '#D55E00' fs transparent solid 0.35 title 'SN1987A', \
     keyentry with boxes fc rgb '#0072B2' fs transparent solid 0.35 title 'accelerators'
