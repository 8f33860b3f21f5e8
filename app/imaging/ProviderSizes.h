#pragma once

#include <QSize>
#include <QString>
#include <QStringView>

#include <optional>

namespace vitrine {

// How a model counts and limits pictures. Formulas: OpenAI "Images and vision" guide (tiles, patches), Anthropic "Vision" guide,
// Gemini "Media resolution" guide, Qwen-VL smart_resize. Multipliers of OpenAI's patch models differ between guide and bills:
// those measured from bills are used.
enum class PictureFamily { Unknown, Offline, OpenAiTiles, OpenAiPatches, Anthropic, Gemini2, Gemini3, QwenVl };

// What numbers in a box mean when the model does not say: pixels of the picture as sent, 0..1000, or 0..1.
enum class BoxUnits { Pixels, Norm1000, Norm1 };

QString toString(BoxUnits units); // px, norm1000, norm1
std::optional<BoxUnits> boxUnitsFromString(QStringView name);

struct PictureRule {
    PictureFamily family = PictureFamily::Unknown;
    BoxUnits units = BoxUnits::Pixels;
    int maxSide = 2048;      // of the longer side
    int maxShortSide = 0;    // 0: no limit
    int cell = 32;           // side of the cells in which tokens are counted
    int maxCells = 0;        // 0: no limit
    int baseTokens = 0;      // of every picture
    double cellTokens = 1;   // of every cell

    bool operator==(const PictureRule &) const = default;
};

// By the names of provider and model ("openai", "o4-mini"; "openrouter", "anthropic/claude-opus-4-7"). What is not known gets
// long side 2048.
PictureRule pictureRuleFor(QStringView provider, QStringView model);

// The size at which the model sees every pixel it is sent, never larger than `picture`; sides at least 1.
QSize sentSizeFor(const PictureRule &rule, const QSize &picture);
// The size of a result that uses all the model can take, enlarged at most `maxScale` times (1: never enlarged).
QSize filledSizeFor(const PictureRule &rule, const QSize &picture, double maxScale);
// What a picture of this size costs, about.
qint64 estimatedTokens(const PictureRule &rule, const QSize &sent);

} // namespace vitrine
