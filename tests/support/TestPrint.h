#pragma once

#include "base/Error.h"

#include <QTest>

// Fails with the error's text instead of "expected() returned false".
#define VERIFY_RESULT(result) \
    QVERIFY2((result).has_value(), (result).has_value() ? "" : qPrintable((result).error().message + QLatin1String(" / ") + (result).error().detail))
