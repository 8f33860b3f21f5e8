#include "offline/ReadingQuality.h"

#include <algorithm>

namespace vitrine {

namespace {

// Larger letters do not get clearer by enlarging.
constexpr double tallestToEnlarge = 48;

int unsureWords(const ReadLine &line)
{
    return int(std::count_if(line.words.begin(), line.words.end(), [](const ReadWord &w) { return w.unsure && hasLetterOrDigit(w.text); }));
}

bool isClear(const ReadWord &word)
{
    return !word.unsure && std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetterOrNumber(); }) >= 3;
}

double wordScore(const ReadWord &word)
{
    if (!hasLetterOrDigit(word.text))
        return 0;
    // Noise reads as many short unsure words; they must not outweigh a few sure ones.
    const double length = double(std::min<qsizetype>(word.text.size(), 8));
    return (word.unsure ? 0.2 : 1.0) * length * word.confidence / 100.0;
}

double meanConfidence(const ReadLine &line)
{
    double sum = 0;
    for (const ReadWord &word : line.words)
        sum += word.confidence;
    return line.words.isEmpty() ? 0 : sum / double(line.words.size());
}

ReadLine placed(const ReadLine &line, const QRectF &box, const QSize &zoomedSize)
{
    const double x = box.width() / std::max(1, zoomedSize.width());
    const double y = box.height() / std::max(1, zoomedSize.height());
    ReadLine result = line;
    result.box = QRectF(box.left() + line.box.left() * x, box.top() + line.box.top() * y, line.box.width() * x, line.box.height() * y);
    return result;
}

// The share of the lower line's height that both have in common, and the same across.
bool sameRow(const QRectF &a, const QRectF &b)
{
    const double common = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    const double across = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
    return common > 0.5 * std::min(a.height(), b.height()) && across > 0.5 * std::min(a.width(), b.width());
}

} // namespace

bool hasLetterOrDigit(const QString &word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

ReadingQuality qualityOf(const ReadText &text)
{
    ReadingQuality quality;
    for (const ReadLine &line : text.lines) {
        for (const ReadWord &word : line.words) {
            quality.score += wordScore(word);
            quality.words += hasLetterOrDigit(word.text);
            quality.clearWords += isClear(word);
        }
        quality.unsureWords += unsureWords(line);
    }
    return quality;
}

QList<QRectF> unsureRegions(const ReadText &text, int limit)
{
    struct Region {
        QRectF box;
        int unsure = 0;
    };
    QList<Region> regions;
    std::optional<qsizetype> last; // the line before, when it is in the last region
    for (qsizetype i = 0; i < text.lines.size(); ++i) {
        const ReadLine &line = text.lines.at(i);
        const int unsure = unsureWords(line);
        if (unsure == 0 || line.box.height() > tallestToEnlarge)
            continue;
        const bool follows = last == i - 1 && text.lines.at(i - 1).paragraph == line.paragraph;
        if (follows && regions.last().box.united(line.box).height() < 0.25 * text.size.height()) {
            regions.last().box = regions.last().box.united(line.box);
            regions.last().unsure += unsure;
        } else {
            regions.append({line.box, unsure});
        }
        last = i;
    }
    std::stable_sort(regions.begin(), regions.end(), [](const Region &a, const Region &b) { return a.unsure > b.unsure; });
    QList<QRectF> boxes;
    const QRectF whole(QPointF(0, 0), text.size);
    for (const Region &region : regions.mid(0, limit)) {
        const double air = 0.5 * std::min(region.box.height(), tallestToEnlarge);
        boxes.append(region.box.adjusted(-air, -air, air, air).intersected(whole));
    }
    return boxes;
}

QList<QRectF> textHalves(const ReadText &text)
{
    QRectF all;
    for (const ReadLine &line : text.lines)
        all = all.united(line.box);
    if (all.width() < 2 || all.height() < 2)
        return {};
    const double middle = all.center().y();
    const double overlap = 0.05 * all.height();
    return {QRectF(all.left(), all.top(), all.width(), middle - all.top() + overlap),
            QRectF(all.left(), middle - overlap, all.width(), all.bottom() - middle + overlap)};
}

QList<QRectF> tilesOf(const QSize &size)
{
    const double w = size.width();
    const double h = size.height();
    QList<QRectF> tiles;
    for (const double y : {0.0, 0.45 * h}) {
        for (const double x : {0.0, 0.45 * w})
            tiles.append(QRectF(x, y, 0.55 * w, 0.55 * h));
    }
    return tiles;
}

void mergeZoomed(ReadText &text, const QRectF &box, const ReadText &zoomed)
{
    for (const ReadLine &line : zoomed.lines) {
        const ReadLine candidate = placed(line, box, zoomed.size);
        for (ReadLine &before : text.lines) {
            if (!sameRow(before.box, candidate.box))
                continue;
            // A reading that lost words is no better for being sure of the rest.
            if (candidate.words.size() * 5 >= before.words.size() * 4 && meanConfidence(candidate) > meanConfidence(before) + 2) {
                before.words = candidate.words;
                before.confidence = candidate.confidence;
            }
            break;
        }
    }
}

void addZoomed(ReadText &text, const QRectF &box, const ReadText &zoomed)
{
    const int firstParagraph = text.lines.isEmpty() ? 0 : text.lines.last().paragraph + 1;
    for (const ReadLine &line : zoomed.lines) {
        ReadLine candidate = placed(line, box, zoomed.size);
        candidate.paragraph += firstParagraph;
        const auto same = std::find_if(text.lines.begin(), text.lines.end(), [&](const ReadLine &l) { return sameRow(l.box, candidate.box); });
        if (same == text.lines.end())
            text.lines.append(candidate);
        else if (candidate.words.size() >= same->words.size() && meanConfidence(candidate) > meanConfidence(*same))
            same->words = candidate.words;
    }
}

} // namespace vitrine
