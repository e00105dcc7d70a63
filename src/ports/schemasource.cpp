#include "ports/schemasource.h"

// The meta object of SchemaJob is made here.
