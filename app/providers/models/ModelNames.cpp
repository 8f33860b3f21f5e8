#include "providers/models/ModelNames.h"

#include "providers/openai/ReasoningModels.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

constexpr qsizetype longestId = 200;

// What Amazon puts around the names: a region, the vendor, a version.
QString withoutBedrock(const QString &name)
{
    static const QRegularExpression around(QStringLiteral(R"(^(?:[a-z]{2,8}\.)?(?:anthropic|deepseek|google|meta|mistral|moonshot|openai|qwen)\.(.+?)(?:-v?\d+:\d+|-v\d+)?$)"));
    const QRegularExpressionMatch match = around.match(name);
    return match.hasMatch() ? match.captured(1) : name;
}

// Gateways write claude-opus-4.5 for what the vendor calls claude-opus-4-5.
QString withDashes(QString name)
{
    static const QRegularExpression dot(QStringLiteral(R"((\d)\.(\d))"));
    return name.startsWith(QLatin1String("claude")) ? name.replace(dot, QStringLiteral("\\1-\\2")) : name;
}

// The name without the last thing that only tells one day's model from another's; as it was when there is no such thing.
QString withoutDate(QString name)
{
    static const QRegularExpression date(QStringLiteral(R"([-@](?:20\d\d-\d\d-\d\d|20\d{6}|\d\d-20\d\d|\d\d-\d\d|\d{4}|00\d|latest|preview|exp)$)"));
    return name.remove(date);
}

} // namespace

ModelNameForms modelNameForms(const QString &modelId)
{
    ModelNameForms names;
    const auto offer = [&names](const QString &form) {
        if (!form.isEmpty() && !names.forms.contains(form))
            names.forms.append(form);
    };
    QString name = modelId.left(longestId).trimmed().toLower();
    offer(name);
    name = name.section(QLatin1Char('/'), -1);
    offer(name);
    if (name.endsWith(QLatin1String(".gguf"))) {
        name.chop(5);
        names.vendorsPrice = false;
    }
    if (name.startsWith(QLatin1String("ft:"))) {
        name = name.section(QLatin1Char(':'), 1, 1);
        names.vendorsPrice = false;
    }
    name = withDashes(withoutBedrock(name));
    if (name.contains(QLatin1Char(':'))) {
        names.vendorsPrice = false;
        offer(QString(name).replace(QLatin1Char(':'), QLatin1Char('-')));
        name = name.section(QLatin1Char(':'), 0, 0);
    }
    offer(name);
    name = resolveModel(name, {}).model;
    offer(name);
    for (int i = 0; i < 3; ++i) {
        name = withoutDate(name);
        offer(name);
    }
    return names;
}

bool isModelPrefix(const QString &prefix, const QString &name)
{
    if (prefix.isEmpty() || !name.startsWith(prefix))
        return false;
    return name.size() == prefix.size() || !prefix.back().isDigit() || !name.at(prefix.size()).isDigit();
}

} // namespace vitrine
