#pragma once

#include "providers/WireRecord.h"

#include <QList>
#include <QSize>
#include <QString>

namespace vitrine::payload {

// A picture inside of a request, as the model gets it.
struct SentPicture {
    QString mime;
    qint64 bytes = 0;
    QSize size; // pixels; empty when its header says nothing
};

// The pictures of a request in their order, in whatever form its API wants them.
QList<SentPicture> picturesIn(const QByteArray &request);

// The request as indented JSON, with each picture replaced by what it is: "[image/png, 1024x768, 210 kB]".
QString requestText(const QByteArray &request);

// What came back: an answer that is one JSON object indented, a stream as it came.
QString responseText(const WireRecord &record);

// Request and answer headers, a line each.
QString headersText(const WireRecord &record);

// A command line that sends the request again; the key stands in a variable. Long requests are read from standard input.
QString curlCommand(const WireRecord &record);

// One line that tells it from the others: "o4-mini · 200 · 1.2 s · 12 kB sent".
QString titleOf(const WireRecord &record);

// What a person should know about the request: what was left out, the pictures and their sizes, tokens as the provider counted them.
QStringList factsOf(const WireRecord &record);

} // namespace vitrine::payload
