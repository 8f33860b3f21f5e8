#pragma once

#include "model/Item.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace vitrine::gemini {

// What groundingMetadata says of an answer's text, whatever number of messages it was cut into. Several objects may have come; the
// supports of each refer to its own chunks.

// In code points of `text`. The API counts UTF-8 bytes; where they do not lead to the words it cites, the words themselves are looked for.
QList<Citation> citationsIn(const QList<QJsonObject> &metadata, const QString &text);
// The search behind it: {"queries":[...],"sources":[{"url","title"}]}. Nothing when nothing was searched for.
std::optional<HostedCall> webSearch(const QList<QJsonObject> &metadata);
// The pages that were read for it: {"urls":[...]} and what became of each. Nothing when there were none.
std::optional<HostedCall> urlContext(const QJsonObject &urlContextMetadata);

} // namespace vitrine::gemini
