#include "providers/openai/RequestPieces.h"

#include "base/Json.h"

namespace vitrine::openai {

bool removePath(QJsonObject &json, const QString &path)
{
    const QString first = path.section(QLatin1Char('.'), 0, 0);
    if (!json.contains(first))
        return false;
    const QString rest = path.section(QLatin1Char('.'), 1);
    if (rest.isEmpty()) {
        json.remove(first);
        return true;
    }
    QJsonObject inner = json.value(first).toObject();
    if (!removePath(inner, rest))
        return false;
    if (inner.isEmpty())
        json.remove(first);
    else
        json[first] = inner;
    return true;
}

QByteArray schemaOf(const PromptTool &tool)
{
    return parseJsonObject(tool.parameters) ? tool.parameters.trimmed() : QByteArray(R"({"type":"object","properties":{}})");
}

QByteArray listOf(const QList<QByteArray> &values)
{
    return '[' + values.join(',') + ']';
}

QString dataUrl(const PromptPicture &picture)
{
    return QStringLiteral("data:%1;base64,").arg(picture.mime) + QString::fromLatin1(picture.bytes.toBase64());
}

} // namespace vitrine::openai
