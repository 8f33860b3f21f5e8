#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

namespace vitrine {

// What the tests of all reports share: the recordings with what is expected of them.
struct Recording {
    QByteArray name;
    QByteArray stream;
    QJsonObject expected;
};

// Those of one API, in the order of the index. A file that cannot be read is an empty stream.
inline QList<Recording> recordingsOf(const QString &api)
{
    QList<Recording> recordings;
    QFile index(QStringLiteral(VITRINE_FIXTURES "/streams/index.json"));
    if (!index.open(QIODevice::ReadOnly))
        return {};
    const QJsonArray streams = QJsonDocument::fromJson(index.readAll()).object().value(QLatin1String("streams")).toArray();
    for (const QJsonValue &entry : streams) {
        if (entry[QLatin1String("api")].toString() != api)
            continue;
        QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/") + entry[QLatin1String("file")].toString());
        const QByteArray stream = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        recordings.append({entry[QLatin1String("name")].toString().toUtf8(), stream, entry[QLatin1String("expected")].toObject()});
    }
    return recordings;
}

// The digests of `expected` stand for the whole strings of a report.
inline QJsonObject digested(QJsonObject report, const QStringList &keys)
{
    for (const QString &key : keys) {
        const QString text = report.value(key).toString();
        const QByteArray utf8 = text.toUtf8();
        report[key] = QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(QCryptographicHash::hash(utf8, QCryptographicHash::Sha256).toHex())},
                                  {QStringLiteral("chars"), static_cast<qint64>(text.toUcs4().size())},
                                  {QStringLiteral("utf8_bytes"), static_cast<qint64>(utf8.size())}};
    }
    return report;
}

inline QJsonObject withoutHeads(QJsonObject expected, const QStringList &keys)
{
    for (const QString &key : keys) {
        QJsonObject digest = expected.value(key).toObject();
        digest.remove(QLatin1String("head"));
        expected[key] = digest;
    }
    return expected;
}

inline QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace vitrine
