#pragma once

#include "base/Error.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace vitrine {

// The compact text of a value, without a line break: fit for one line of output.
QByteArray toJson(const QJsonObject &object);
QByteArray toJson(const QJsonArray &array);

// Says where the text stops being JSON, or that it is not an object.
Result<QJsonObject> parseJsonObject(const QByteArray &text);

} // namespace vitrine
