#include "transcript/TranscriptMetrics.h"

#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

QColor mixed(const QColor &one, const QColor &other, qreal part)
{
    const auto mix = [part](int a, int b) { return int(std::lround(a + (b - a) * part)); };
    return QColor(mix(one.red(), other.red()), mix(one.green(), other.green()), mix(one.blue(), other.blue()));
}

} // namespace

TranscriptMetrics::TranscriptMetrics(const TranscriptStyle &from) : style(from)
{
    bodyPixels = QFontInfo(style.body).pixelSize();
    line = std::round(bodyPixels * 1.5);
    const QFontMetricsF code(style.code);
    codeLine = std::ceil(std::max(QFontInfo(style.code).pixelSize() * 1.5, code.height()));
    codeChar = code.horizontalAdvance(QLatin1Char('m'));
    charWidth = QFontMetricsF(style.body).horizontalAdvance(QStringLiteral("the quick brown fox jumps over it")) / 33;
    small = style.body;
    small.setPointSizeF(style.body.pointSizeF() > 0 ? style.body.pointSizeF() * 0.88 : 9);
}

QFont TranscriptMetrics::headingFont(int level) const
{
    QFont font = style.body;
    const qreal factor = level == 1 ? 1.3 : level == 2 ? 1.15 : 1.0;
    font.setPixelSize(int(std::lround(bodyPixels * factor)));
    font.setWeight(QFont::DemiBold);
    return font;
}

qreal TranscriptMetrics::headingLine(int level) const
{
    return std::round(QFontInfo(headingFont(level)).pixelSize() * 1.4);
}

QColor TranscriptMetrics::selection() const
{
    return mixed(style.page, style.accent, 0.28);
}

QColor TranscriptMetrics::codeGround() const
{
    return mixed(style.page, style.text, 0.07);
}

QColor TranscriptMetrics::hover() const
{
    return mixed(style.page, style.text, 0.06);
}

} // namespace vitrine
