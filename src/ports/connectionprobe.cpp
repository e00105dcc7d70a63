#include "ports/connectionprobe.h"

// The meta object of ProbeJob is made here.
