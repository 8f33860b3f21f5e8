#include "providers/gemini/GeminiCodec.h"

#include "providers/ApiPath.h"
#include "providers/gemini/GeminiDecoder.h"
#include "providers/gemini/GeminiEncoder.h"
#include "providers/gemini/GeminiModels.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace vitrine {

namespace {

QString modelPath(const QString &model)
{
    const bool hasKind = model.startsWith(QLatin1String("models/")) || model.startsWith(QLatin1String("tunedModels/"));
    return hasKind ? model : QStringLiteral("models/") + model;
}

} // namespace

QUrl GeminiCodec::endpoint(const QUrl &base, const ModelRequest &request) const
{
    static const QRegularExpression complete(QStringLiteral(R"(/(?:v\d+(?:alpha|beta)?\d*|publishers/[^/]+)/*$)"));
    const QString version = complete.match(base.path()).hasMatch() ? QString() : QStringLiteral("/v1beta");
    QUrl url = withPath(base, version + QLatin1Char('/') + modelPath(request.model) + QStringLiteral(":streamGenerateContent"));
    QUrlQuery query(url);
    query.removeAllQueryItems(QStringLiteral("alt"));
    query.addQueryItem(QStringLiteral("alt"), QStringLiteral("sse"));
    url.setQuery(query);
    return url;
}

QByteArray GeminiCodec::encode(const ModelRequest &request, const ApiDialect &dialect) const
{
    return encodeGeminiRequest(request, dialect);
}

bool GeminiCodec::canDrop(const ModelRequest &request, const ApiDialect &dialect, const QString &param) const
{
    return canDropGeminiParam(request, dialect, param);
}

bool GeminiCodec::mayThink(const ModelRequest &request) const
{
    return gemini::traitsOf(request.model).mayThink;
}

std::unique_ptr<AnswerDecoder> GeminiCodec::createDecoder() const
{
    return std::make_unique<GeminiDecoder>();
}

} // namespace vitrine
