#pragma once

#include <QByteArray>

namespace vitrine {

// The text of resources/python/driver.py, which runs inside the sandbox.
QByteArray pythonDriver();

} // namespace vitrine
