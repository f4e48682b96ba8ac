#ifndef BOUNDS_CFFTW3_SHIM_H
#define BOUNDS_CFFTW3_SHIM_H

#include <fftw3.h>

#endif
