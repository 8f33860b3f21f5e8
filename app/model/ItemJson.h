#pragma once

#include "base/Error.h"
#include "model/Item.h"

#include <QJsonObject>

#include <functional>

namespace vitrine {

// The form in which items are stored; lossless. Binary fields (providerItem) are kept as JSON text inside a string.
QJsonObject toStoredJson(const ItemBody &body);
// `kind` as kindOf() gave it. Error Storage when a field is missing or of the wrong type; unknown fields are ignored.
Result<ItemBody> bodyFromStoredJson(const QString &kind, const QJsonObject &json);

// One line of `vitrine exec --json`: {"type":"item", "seq", "id", ..., and by kind ...} (a contract; DESIGN.md section 6 lists the keys).
// `pathOf` gives the file of a blob, for image steps; empty where there is none.
QJsonObject toContractJson(const Item &item, const std::function<QString(const BlobRef &)> &pathOf);

QJsonObject toJsonObject(const Usage &usage); // absent numbers are null

} // namespace vitrine
