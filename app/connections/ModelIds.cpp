#include "connections/ModelIds.h"

#include <QJsonArray>

namespace vitrine {

namespace {
constexpr int mostModels = 20'000;
} // namespace

QStringList modelIds(const QJsonObject &list)
{
    QStringList ids;
    const QJsonArray entries = list.contains(QLatin1String("data")) ? list.value(QLatin1String("data")).toArray() : list.value(QLatin1String("models")).toArray();
    for (const QJsonValue &entry : entries) {
        QString id = entry[QLatin1String("id")].toString(entry[QLatin1String("name")].toString());
        if (id.startsWith(QLatin1String("models/")))
            id.remove(0, 7);
        if (!id.isEmpty() && id.size() <= 500 && ids.size() < mostModels)
            ids.append(id);
    }
    return ids;
}

bool isModelList(const QJsonObject &json)
{
    // Ollama without a model gives null for its list.
    return json.value(QLatin1String("data")).isArray() || json.value(QLatin1String("models")).isArray() || json.value(QLatin1String("object")).toString() == QLatin1String("list");
}

} // namespace vitrine
