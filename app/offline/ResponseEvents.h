#pragma once

#include "offline/PlanStep.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace vitrine {

// One answer in the form of the Responses API.
struct ResponseEvents {
    QList<QByteArray> frames; // server-sent events, in order, each with its closing blank line
    QJsonObject response;     // the finished response, as a request without streaming gets it
};

// Ids of a response and its parts are made from `seed`, which must differ between answers: the same seed gives the same bytes.
// `request` is echoed where the API does so (model, tools ...). Usage counts four UTF-8 bytes of text as a token, for want of real ones;
// pictures count as nothing.
ResponseEvents responseEvents(const QJsonObject &request, const PlanStep &step, const QByteArray &seed, qint64 secondsSinceEpoch);

} // namespace vitrine
