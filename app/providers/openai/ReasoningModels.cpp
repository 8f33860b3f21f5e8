#include "providers/openai/ReasoningModels.h"

#include <QRegularExpression>

namespace vitrine {

Reasons modelReasons(const QString &model)
{
    // "openai/o3", as gateways name it, is o3.
    const QString name = model.section(QLatin1Char('/'), -1).toLower();
    static const QRegularExpression thinks(QStringLiteral(R"(^(o\d|gpt-(?:[5-9]|\d\d)|gpt-oss|codex-|computer-use))"));
    static const QRegularExpression answersAtOnce(QStringLiteral(R"(^(gpt-[34](?!\d)|gpt-\d[\w.]*-chat|chatgpt-|davinci|babbage))"));
    if (answersAtOnce.match(name).hasMatch())
        return Reasons::No;
    return thinks.match(name).hasMatch() ? Reasons::Yes : Reasons::Unknown;
}

ModelAndEffort resolveModel(const QString &model, const QString &effort)
{
    static const QRegularExpression alias(QStringLiteral(R"(^(o\d(?:-mini)?)-(low|medium|high)$)"));
    const QRegularExpressionMatch match = alias.match(model);
    if (!match.hasMatch())
        return {model, effort};
    return {match.captured(1), effort.isEmpty() ? match.captured(2) : effort};
}

} // namespace vitrine
