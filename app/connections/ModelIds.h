#pragma once

#include <QJsonObject>
#include <QStringList>

namespace vitrine {

// To be replaced by readModelList() of providers/models/ModelListReader.h.

// The list is one of {data:[{id}]} or {models:[{name}]}; also when it is empty.
bool isModelList(const QJsonObject &json);
// Its ids in the server's order, without Gemini's "models/".
QStringList modelIds(const QJsonObject &list);

} // namespace vitrine
