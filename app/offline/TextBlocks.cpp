#include "offline/TextBlocks.h"

#include <algorithm>

namespace vitrine {

namespace {

constexpr double nearInRow = 1.5;    // gaps in heights of a line
constexpr double nearBelow = 0.9;

double commonHeight(const QRectF &a, const QRectF &b)
{
    return std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
}

double commonWidth(const QRectF &a, const QRectF &b)
{
    return std::min(a.right(), b.right()) - std::max(a.left(), b.left());
}

bool isNextInRow(const ReadLine &left, const ReadLine &right)
{
    const double height = std::min(left.box.height(), right.box.height());
    const double gap = right.box.left() - left.box.right();
    return commonHeight(left.box, right.box) > 0.6 * height && gap > -0.5 * height && gap < nearInRow * height;
}

void join(ReadLine &line, const ReadLine &next)
{
    const auto words = line.words.size() + next.words.size();
    line.confidence = int((line.confidence * line.words.size() + next.confidence * next.words.size()) / std::max<qsizetype>(1, words));
    line.words += next.words;
    line.box = line.box.united(next.box);
}

QList<ReadLine> rowsOf(QList<ReadLine> lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const ReadLine &a, const ReadLine &b) { return a.box.left() < b.box.left(); });
    QList<ReadLine> rows;
    for (const ReadLine &line : lines) {
        const auto row = std::find_if(rows.begin(), rows.end(), [&line](const ReadLine &r) { return isNextInRow(r, line); });
        if (row == rows.end())
            rows.append(line);
        else
            join(*row, line);
    }
    std::stable_sort(rows.begin(), rows.end(), [](const ReadLine &a, const ReadLine &b) { return a.box.top() < b.box.top(); });
    return rows;
}

struct Block {
    QRectF box;
    QList<ReadLine> lines;
};

bool continues(const Block &block, const ReadLine &line)
{
    const QRectF &last = block.lines.last().box;
    const double height = std::max(last.height(), line.box.height());
    const double gap = line.box.top() - last.bottom();
    return gap > -0.6 * height && gap < nearBelow * height && commonWidth(last, line.box) > 0.3 * std::min(last.width(), line.box.width());
}

// Side by side: the left one first; else the upper one.
bool isBefore(const Block &a, const Block &b)
{
    if (commonHeight(a.box, b.box) > 0.3 * std::min(a.box.height(), b.box.height()) && commonWidth(a.box, b.box) <= 0)
        return a.box.left() < b.box.left();
    return a.box.top() < b.box.top();
}

QList<Block> inReadingOrder(QList<Block> blocks)
{
    QList<Block> ordered;
    while (!blocks.isEmpty()) {
        // "Before" need not be transitive, so sorting will not do: take one that none is before, or the topmost.
        auto next = std::find_if(blocks.begin(), blocks.end(), [&blocks](const Block &candidate) {
            return std::none_of(blocks.begin(), blocks.end(), [&candidate](const Block &other) { return &other != &candidate && isBefore(other, candidate); });
        });
        if (next == blocks.end())
            next = std::min_element(blocks.begin(), blocks.end(), [](const Block &a, const Block &b) { return a.box.top() < b.box.top(); });
        ordered.append(*next);
        blocks.erase(next);
    }
    return ordered;
}

} // namespace

ReadText arranged(const ReadText &text)
{
    constexpr qsizetype mostLines = 600; // the order costs the cube of the blocks
    if (text.layout != u"sparse" || text.lines.size() > mostLines)
        return text;
    QList<Block> blocks;
    for (const ReadLine &line : rowsOf(text.lines)) {
        const auto block = std::find_if(blocks.begin(), blocks.end(), [&line](const Block &b) { return continues(b, line); });
        if (block == blocks.end()) {
            blocks.append({line.box, {line}});
        } else {
            block->lines.append(line);
            block->box = block->box.united(line.box);
        }
    }
    ReadText result = text;
    result.lines.clear();
    int paragraph = 0;
    for (const Block &block : inReadingOrder(blocks)) {
        for (ReadLine line : block.lines) {
            line.paragraph = paragraph;
            result.lines.append(line);
        }
        ++paragraph;
    }
    return result;
}

} // namespace vitrine
