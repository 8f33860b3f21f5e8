#pragma once

#include "base/Error.h"

#include <QTest>

// Fails with the error's text instead of "expected() returned false". The expression is evaluated once.
#define VERIFY_RESULT(result) \
    do { \
        const auto &verified = (result); \
        QVERIFY2(verified.has_value(), verified.has_value() ? "" : qPrintable(verified.error().message + QLatin1String(" / ") + verified.error().detail)); \
    } while (false)
