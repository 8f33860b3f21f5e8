#include "providers/gemini/GeminiModels.h"

#include <QRegularExpression>

#include <algorithm>

namespace vitrine::gemini {

ModelTraits traitsOf(const QString &model)
{
    const QString name = model.section(QLatin1Char('/'), -1).toLower();
    ModelTraits traits;
    static const QRegularExpression version(QStringLiteral(R"(^gemini-(\d{1,3})(?:\.(\d{1,3}))?(?:-|$))"));
    static const QRegularExpression latest(QStringLiteral(R"(^gemini-(?:pro|flash|flash-lite)-latest$)"));
    static const QRegularExpression old(QStringLiteral(R"(^(?:gemma-?[123]|learnlm))"));
    if (const QRegularExpressionMatch match = version.match(name); match.hasMatch()) {
        traits.major = match.captured(1).toInt();
        traits.minor = match.captured(2).toInt();
    } else if (latest.match(name).hasMatch()) {
        traits.major = 3;
        traits.minor = 999;
    }
    traits.isFlash = name.contains(QLatin1String("flash"));
    traits.isLite = name.contains(QLatin1String("flash-lite"));
    traits.paints = name.contains(QLatin1String("-image"));
    const bool speaks = name.contains(QLatin1String("-tts"));
    if (old.match(name).hasMatch()) {
        // "Developer instruction is not enabled for models/gemma-3-27b-it", and the same for functions.
        traits.takesInstructions = traits.takesFunctions = !name.startsWith(QLatin1String("gemma"));
        traits.mayThink = false;
    } else if (traits.major > 0) {
        traits.takesFunctions = !traits.paints && !speaks;
        traits.mayThink = traits.showsThoughts();
    }
    return traits;
}

std::optional<int> thinkingBudget(const ModelTraits &traits, const QString &effort)
{
    if (!traits.takesBudget() || effort.isEmpty())
        return std::nullopt;
    const int least = traits.isFlash ? 0 : 128; // Pro cannot be kept from thinking
    const int most = traits.isFlash ? 24576 : 32768;
    if (effort == QLatin1String("none"))
        return least;
    if (effort == QLatin1String("minimal") || effort == QLatin1String("low"))
        return 1024;
    if (effort == QLatin1String("medium"))
        return 8192;
    return effort == QLatin1String("high") ? 24576 : most;
}

QString thinkingLevel(const ModelTraits &traits, const QString &effort)
{
    if (!traits.takesLevel() || effort.isEmpty())
        return {};
    // "Thinking level MINIMAL is not supported for this model": Pro, and 3.7 Flash.
    const bool hasMinimal = traits.isLite || (traits.isFlash && traits.major == 3 && traits.minor <= 5);
    if (effort == QLatin1String("none") || effort == QLatin1String("minimal"))
        return hasMinimal ? QStringLiteral("minimal") : QStringLiteral("low");
    if (effort == QLatin1String("low"))
        return effort;
    // Gemini 3 Pro knows low and high only; 3.1 Pro has all of them.
    const bool hasMedium = traits.isFlash || traits.major > 3 || traits.minor > 0;
    return effort == QLatin1String("medium") && hasMedium ? effort : QStringLiteral("high");
}

} // namespace vitrine::gemini
