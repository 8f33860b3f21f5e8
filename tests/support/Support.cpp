#include "support/FakeClock.h"
#include "support/TestPrint.h"
