#include "imaging/ProviderSizes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vitrine {

namespace {

constexpr PictureRule tiles(int base, int perTile)
{
    return {PictureFamily::OpenAiTiles, BoxUnits::Pixels, 2048, 768, 512, 0, base, double(perTile)};
}

constexpr PictureRule patches(double perPatch)
{
    return {PictureFamily::OpenAiPatches, BoxUnits::Pixels, 0, 0, 32, 1536, 0, perPatch};
}

constexpr PictureRule anthropic(int maxSide, int maxTokens)
{
    return {PictureFamily::Anthropic, BoxUnits::Pixels, maxSide, 0, 28, maxTokens, 0, 1};
}

constexpr PictureRule qwen(int cell, BoxUnits units)
{
    // 1280 tokens: what the model's card recommends for machines at home.
    return {PictureFamily::QwenVl, units, 0, 0, cell, 1280, 0, 1};
}

struct Named {
    const char *prefix;
    PictureRule rule;
};

// The first prefix that fits counts, so the longer ones stand first.
constexpr auto named = std::to_array<Named>({
    {"o4-mini", patches(1.72)},
    {"gpt-4.1-mini", patches(1.62)},
    {"gpt-4.1-nano", patches(2.46)},
    {"gpt-5-mini", patches(1.2)},
    {"gpt-5-nano", patches(1.5)},
    {"gpt-5.4", patches(1.2)},
    {"gpt-4o-mini", tiles(2833, 5667)},
    {"gpt-4o", tiles(85, 170)},
    {"gpt-4.1", tiles(85, 170)},
    {"gpt-4.5", tiles(85, 170)},
    {"gpt-5", tiles(70, 140)},
    {"o1", tiles(75, 150)},
    {"o3", tiles(75, 150)},
    {"gemini-1", {PictureFamily::Gemini2, BoxUnits::Norm1000, 3072, 0, 768, 0, 0, 258}},
    {"gemini-2", {PictureFamily::Gemini2, BoxUnits::Norm1000, 3072, 0, 768, 0, 0, 258}},
    {"gemini", {PictureFamily::Gemini3, BoxUnits::Norm1000, 2048, 0, 768, 0, 1120, 0}},
    {"qwen3-vl", qwen(32, BoxUnits::Norm1000)},
    {"qwen3vl", qwen(32, BoxUnits::Norm1000)},
    {"qwen2.5-vl", qwen(28, BoxUnits::Pixels)},
    {"qwen2.5vl", qwen(28, BoxUnits::Pixels)},
    {"qwen2-vl", qwen(28, BoxUnits::Pixels)},
});

// claude-opus-4-7 and whatever comes later takes larger pictures; names put a date (8 digits) last.
bool isHighResolutionClaude(QStringView model)
{
    const QList<QStringView> parts = model.split(u'-');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        bool isNumber = false;
        const int major = parts[i].toInt(&isNumber);
        if (!isNumber)
            continue;
        const int minor = i + 1 < parts.size() && parts[i + 1].size() < 3 ? parts[i + 1].toInt() : 0;
        return major < 100 && (major > 4 || (major == 4 && minor >= 7));
    }
    return false;
}

int cellsOf(int length, int cell)
{
    return (length + cell - 1) / cell;
}

qint64 cellCount(const PictureRule &rule, const QSize &size)
{
    return qint64(cellsOf(size.width(), rule.cell)) * cellsOf(size.height(), rule.cell);
}

struct Scaled {
    double width;
    double height;
    void by(double factor)
    {
        width *= factor;
        height *= factor;
    }
    QSize rounded() const { return QSize(std::max(1, int(std::lround(width))), std::max(1, int(std::lround(height)))); }
};

// OpenAI's own way: the scale at which the area fits, then down until one side is a whole number of patches.
double patchScale(const PictureRule &rule, const Scaled &size)
{
    const double area = double(rule.cell) * rule.cell;
    double scale = std::sqrt(rule.maxCells * area / (size.width * size.height));
    const double across = size.width * scale / rule.cell;
    const double down = size.height * scale / rule.cell;
    return scale * std::min(across >= 1 ? std::floor(across) / across : 1.0, down >= 1 ? std::floor(down) / down : 1.0);
}

// A side a little longer than whole tiles pays for a whole further row of them.
double tileSnap(const PictureRule &rule, const Scaled &size)
{
    const double longer = std::max(size.width, size.height);
    const double whole = std::floor(longer / rule.cell) * rule.cell;
    return whole > 0 && longer > whole && longer <= whole * 1.05 ? whole / longer : 1.0;
}

QSize fitted(const PictureRule &rule, Scaled size)
{
    if (rule.maxSide > 0)
        size.by(std::min(1.0, rule.maxSide / std::max(size.width, size.height)));
    if (rule.maxShortSide > 0)
        size.by(std::min(1.0, rule.maxShortSide / std::min(size.width, size.height)));
    if (rule.maxCells > 0 && cellCount(rule, size.rounded()) > rule.maxCells)
        size.by(std::min(1.0, patchScale(rule, size)));
    if (rule.family == PictureFamily::OpenAiTiles)
        size.by(tileSnap(rule, size));
    // Rounding up and very long pictures can still cost a row too many.
    while (rule.maxCells > 0 && cellCount(rule, size.rounded()) > rule.maxCells && std::max(size.width, size.height) > 1)
        size.by(0.99);
    return size.rounded();
}

} // namespace

QString toString(BoxUnits units)
{
    switch (units) {
    case BoxUnits::Pixels:
        return QStringLiteral("px");
    case BoxUnits::Norm1000:
        return QStringLiteral("norm1000");
    case BoxUnits::Norm1:
        return QStringLiteral("norm1");
    }
    return {};
}

std::optional<BoxUnits> boxUnitsFromString(QStringView name)
{
    for (BoxUnits units : {BoxUnits::Pixels, BoxUnits::Norm1000, BoxUnits::Norm1}) {
        if (toString(units) == name)
            return units;
    }
    return std::nullopt;
}

PictureRule pictureRuleFor(QStringView provider, QStringView model)
{
    PictureRule rule;
    if (provider.isEmpty() || provider == QLatin1String("offline")) {
        rule.family = PictureFamily::Offline;
        return rule;
    }
    // Gateways write "vendor/model".
    const QString name = model.mid(model.lastIndexOf(u'/') + 1).toString().toLower();
    for (const Named &entry : named) {
        if (name.startsWith(QLatin1String(entry.prefix)))
            return entry.rule;
    }
    if (name.contains(QLatin1String("claude")))
        return isHighResolutionClaude(name) ? anthropic(2576, 4784) : anthropic(1568, 1568);
    return rule;
}

QSize sentSizeFor(const PictureRule &rule, const QSize &picture)
{
    return fitted(rule, {double(picture.width()), double(picture.height())});
}

QSize filledSizeFor(const PictureRule &rule, const QSize &picture, double maxScale)
{
    return fitted(rule, {picture.width() * maxScale, picture.height() * maxScale});
}

qint64 estimatedTokens(const PictureRule &rule, const QSize &sent)
{
    switch (rule.family) {
    case PictureFamily::Offline:
        return 0; // nothing is paid
    case PictureFamily::Gemini2:
        if (std::max(sent.width(), sent.height()) <= 384)
            return 258;
        break;
    case PictureFamily::Unknown:
        // Most services shrink further on their side; this is the middle of what is known.
        return std::min<qint64>(cellCount(rule, sent), 1536);
    case PictureFamily::OpenAiTiles:
    case PictureFamily::OpenAiPatches:
    case PictureFamily::Anthropic:
    case PictureFamily::Gemini3:
    case PictureFamily::QwenVl:
        break;
    }
    // Picture services shrink what is too large before they count.
    const QSize counted = sentSizeFor(rule, sent);
    return rule.baseTokens + qint64(std::ceil(double(cellCount(rule, counted)) * rule.cellTokens - 1e-9));
}

} // namespace vitrine
