#ifndef BOUNDS_CGSL_SHIM_H
#define BOUNDS_CGSL_SHIM_H

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_interp.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_odeiv2.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf.h>
#include <gsl/gsl_spline.h>
#include <gsl/gsl_version.h>

// Swift 6 refuses GSL's global tables as shared mutable state although GSL never writes to them;
// an accessor function keeps the full concurrency checking everywhere else.
static inline const gsl_interp_type *bounds_gsl_interp_cspline(void) { return gsl_interp_cspline; }
static inline const gsl_interp_type *bounds_gsl_interp_steffen(void) { return gsl_interp_steffen; }
static inline const gsl_integration_fixed_type *bounds_gsl_fixed_laguerre(void) { return gsl_integration_fixed_laguerre; }
static inline const gsl_odeiv2_step_type *bounds_gsl_step_msbdf(void) { return gsl_odeiv2_step_msbdf; }
static inline const gsl_odeiv2_step_type *bounds_gsl_step_bsimp(void) { return gsl_odeiv2_step_bsimp; }
static inline const gsl_odeiv2_step_type *bounds_gsl_step_rk8pd(void) { return gsl_odeiv2_step_rk8pd; }
static inline const gsl_root_fsolver_type *bounds_gsl_root_brent(void) { return gsl_root_fsolver_brent; }

#endif
