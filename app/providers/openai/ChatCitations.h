#pragma once

#include "model/Item.h"

#include <QJsonArray>
#include <QList>
#include <QString>

namespace vitrine::chat {

// `annotation`: {type: url_citation, url_citation: {url, title, start_index, end_index}}, or the same without the inner object.
Citation citationFrom(const QJsonObject &annotation, qsizetype textLength);
// Perplexity and xAI: a list of addresses beside the choices, which the text names as [1], [2] ... `results`: [{url, title}], may be empty.
// An address that the text does not name stands at its end.
QList<Citation> numberedCitations(const QString &text, const QJsonArray &addresses, const QJsonArray &results);

} // namespace vitrine::chat
