#pragma once

#include "providers/models/ModelInfo.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace vitrine {

// The models that one connection offers, as the picker shows them.
struct ModelGroup {
    QString provider; // as turns name it
    QString title;    // for people
    QList<ModelInfo> models;
    QStringList favourites; // ids
    QString defaultModel;
    QString problem; // why the list is old or empty; one sentence

    bool operator==(const ModelGroup &) const = default;
};

// Who is asked.
struct ModelChoice {
    QString provider; // empty: the offline assistant
    QString model;

    bool isOffline() const { return provider.isEmpty() || provider == QLatin1String("offline"); }
    bool operator==(const ModelChoice &) const = default;
};

} // namespace vitrine
