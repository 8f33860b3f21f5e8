#include "base/Json.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace vitrine {

QByteArray toJson(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray toJson(const QJsonArray &array)
{
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Result<QJsonObject> parseJsonObject(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError) {
        return fail(ErrorKind::InvalidRequest,
                    QCoreApplication::translate("Json", "Not valid JSON at byte %1: %2.").arg(error.offset).arg(error.errorString()));
    }
    if (!document.isObject())
        return fail(ErrorKind::InvalidRequest, QCoreApplication::translate("Json", "A JSON object {...} was expected."));
    return document.object();
}

} // namespace vitrine
