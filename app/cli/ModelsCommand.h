#pragma once

#include "providers/models/ModelInfo.h"

#include <QStringList>

namespace vitrine {

// `vitrine models`: the models that are known and what they can do; asks no server.
int runModels(const QStringList &arguments);

// One line for each model; as JSON one object for each, in the form of ModelInfoJson.h.
void printModels(const QList<ModelInfo> &models, bool asJson);

} // namespace vitrine
