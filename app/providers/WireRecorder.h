#pragma once

#include "providers/Credential.h"
#include "providers/HttpErrors.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace vitrine {

// Writes what goes over the wire into a folder, for `vitrine exec --record DIR`: 001.request.json, 001.head.txt and 001.sse a try.
// Headers of the request are not written at all, and the key is taken out of the rest.
class WireRecorder
{
public:
    WireRecorder(const QString &folder, int number, const Credential &credential);

    void request(const QUrl &url, const QByteArray &body);
    void head(int status, const HttpHeaders &headers);
    void bytes(const QByteArray &bytes);
    void finish();

private:
    void write(const char *ending, const QByteArray &content);

    QString m_path; // without its ending; empty: nothing is recorded
    Credential m_credential;
    QByteArray m_head;
    QByteArray m_body;
};

} // namespace vitrine
