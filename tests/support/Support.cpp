#include "support/FakeClock.h"
#include "support/SampleItems.h"
#include "support/TestPrint.h"
