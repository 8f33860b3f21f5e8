#include "offline/TextLayout.h"

#include "offline/ReadingQuality.h"
#include "offline/TextBlocks.h"

#include <QRegularExpression>

#include <algorithm>

namespace vitrine {

namespace {

constexpr double headingHeight = 1.45;   // times that of usual lines
constexpr double bigHeadingHeight = 2.1;
constexpr double titleHeight = 1.25; // a line alone at the top needs less to be seen as a title
constexpr qsizetype mostHeadingWords = 10;
constexpr double shortLine = 0.75;       // of its paragraph's width: the break after it was meant

enum class LineKind { Text, Heading, BigHeading, Bullet, Number };

double usualHeight(const ReadText &text)
{
    // Weighted by words, so that one long paragraph outweighs many labels.
    QList<double> heights;
    for (const ReadLine &line : text.lines) {
        for (qsizetype i = 0; i < line.words.size(); ++i)
            heights.append(line.box.height());
    }
    if (heights.isEmpty())
        return 0;
    const auto middle = heights.begin() + heights.size() / 2;
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

bool isBullet(const QString &word)
{
    static const QString bullets = QStringLiteral("•●▪■◦○∙·‣►▶➢✓✔-–—*+");
    return word.size() == 1 && bullets.contains(word.front());
}

// Written without spaces between them.
bool isIdeograph(QChar c)
{
    return (c.unicode() >= 0x3000 && c.unicode() <= 0x30FF) || (c.unicode() >= 0x3400 && c.unicode() <= 0x9FFF) || (c.unicode() >= 0xFF00 && c.unicode() <= 0xFF65);
}

bool isNumber(const QString &word)
{
    static const QRegularExpression pattern(QStringLiteral("^\\d{1,3}[.)]$"));
    return word.contains(pattern);
}

// Marks without a letter or digit that were read unsurely are specks, lines and shadows.
QList<ReadWord> meaningful(const QList<ReadWord> &words)
{
    QList<ReadWord> kept;
    std::copy_if(words.begin(), words.end(), std::back_inserter(kept), [](const ReadWord &w) { return !w.unsure || hasLetterOrDigit(w.text); });
    return kept;
}

// Of writing that is hard to read, what is left of a line may be a stroke or two.
bool saysSomething(const QList<ReadWord> &words)
{
    qsizetype letters = 0;
    bool sure = false;
    for (const ReadWord &word : words) {
        letters += std::count_if(word.text.begin(), word.text.end(), [](QChar c) { return c.isLetterOrNumber(); });
        sure = sure || (!word.unsure && hasLetterOrDigit(word.text));
    }
    return sure || letters > 2 || (letters > 0 && words.first().text.front().unicode() >= 0x2E80);
}

class Layout
{
public:
    Layout(const ReadText &text, UnsureMarks marks) : m_text(text), m_marks(marks), m_usual(usualHeight(text)) {}

    MarkedText markdown()
    {
        qsizetype start = 0;
        while (start < m_text.lines.size()) {
            qsizetype end = start + 1;
            while (end < m_text.lines.size() && m_text.lines.at(end).paragraph == m_text.lines.at(start).paragraph)
                ++end;
            paragraph(m_text.lines.mid(start, end - start));
            start = end;
        }
        return m_out;
    }

private:
    LineKind kindOf(const ReadLine &line, const QList<ReadWord> &words, qsizetype linesInParagraph) const
    {
        if (words.size() >= 2 && isBullet(words.first().text))
            return LineKind::Bullet;
        if (words.size() >= 2 && isNumber(words.first().text))
            return LineKind::Number;
        const double ratio = m_usual > 0 ? line.box.height() / m_usual : 1;
        // Strokes and edges make boxes tall; a heading is sure of itself.
        const auto sure = std::count_if(words.begin(), words.end(), [](const ReadWord &w) { return !w.unsure && hasLetterOrDigit(w.text); });
        const bool readable = sure * 5 >= words.size() * 4 && words.first().text.front().isLetterOrNumber();
        if (linesInParagraph <= 3 && words.size() <= mostHeadingWords && readable && ratio >= headingHeight && m_text.lines.size() > 1)
            return ratio >= bigHeadingHeight ? LineKind::BigHeading : LineKind::Heading;
        const bool isAloneAtTheTop = m_out.isEmpty() && linesInParagraph == 1 && m_text.lines.size() > 2;
        const bool endsLikeASentence = QStringLiteral(".,;:!。，；：！").contains(words.last().text.back());
        if (isAloneAtTheTop && words.size() <= mostHeadingWords && readable && ratio >= titleHeight && !endsLikeASentence)
            return LineKind::Heading;
        return LineKind::Text;
    }

    void paragraph(const QList<ReadLine> &lines)
    {
        double right = 0;
        for (const ReadLine &line : lines)
            right = std::max(right, line.box.right());
        const double left = std::min_element(lines.begin(), lines.end(), [](auto &a, auto &b) { return a.box.left() < b.box.left(); })->box.left();
        bool opened = false;        // something of this paragraph was written
        LineKind last = LineKind::Text;
        bool hardBreak = false;
        for (const ReadLine &line : lines) {
            QList<ReadWord> words = meaningful(line.words);
            if (words.isEmpty() || (m_text.layout == u"sparse" && !saysSomething(words)))
                continue;
            const LineKind kind = kindOf(line, words, lines.size());
            const bool item = kind == LineKind::Bullet || kind == LineKind::Number;
            if (!opened) {
                // Items of one list stay together though each is a paragraph of the page.
                const bool listGoesOn = item && m_lastKind == kind;
                m_out.append(m_out.isEmpty() ? QString() : listGoesOn ? QStringLiteral("\n") : QStringLiteral("\n\n"));
            } else if (item || kind == LineKind::Heading || kind == LineKind::BigHeading || last == LineKind::Heading || last == LineKind::BigHeading) {
                m_out.append(item && last == kind ? QStringLiteral("\n") : QStringLiteral("\n\n"));
            } else if (last == LineKind::Bullet || last == LineKind::Number) {
                m_out.append(last == LineKind::Bullet ? QStringLiteral("\n  ") : QStringLiteral("\n   ")); // goes on in the item
            } else {
                m_out.append(hardBreak ? QStringLiteral("  \n") : QStringLiteral("\n"));
            }
            const bool continues = opened && kind == LineKind::Text && (last == LineKind::Bullet || last == LineKind::Number);
            write(kind, words);
            hardBreak = m_text.layout == u"sparse" || line.box.right() - left < shortLine * (right - left);
            last = continues ? last : kind;
            opened = true;
        }
        m_lastKind = opened ? last : m_lastKind;
    }

    void write(LineKind kind, QList<ReadWord> words)
    {
        switch (kind) {
        case LineKind::BigHeading: m_out.append(QStringLiteral("## ")); break;
        case LineKind::Heading: m_out.append(QStringLiteral("### ")); break;
        case LineKind::Bullet: m_out.append(QStringLiteral("- ")); words.removeFirst(); break;
        case LineKind::Number: m_out.append(words.takeFirst().text + u' '); break;
        case LineKind::Text: break;
        }
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (i > 0 && !(isIdeograph(words.at(i - 1).text.back()) && isIdeograph(words.at(i).text.front())))
                m_out.append(QStringLiteral(" "));
            writeWord(words.at(i), i == 0);
        }
    }

    void writeWord(const ReadWord &word, bool atStart)
    {
        QString text = escapedMarkdown(word.text);
        if (atStart && kindStartsBlock(word.text))
            text.insert(word.text.front().isDigit() ? text.size() - 1 : 0, u'\\');
        if (!word.unsure)
            return m_out.append(text);
        if (m_marks == UnsureMarks::SpansOnly)
            return m_out.appendUnsure(text);
        m_out.append(QStringLiteral("*"));
        m_out.appendUnsure(text);
        m_out.append(QStringLiteral("*(?)"));
    }

    // At the start of a line these would become a heading, a quotation, a list or a rule.
    static bool kindStartsBlock(const QString &word)
    {
        static const QRegularExpression block(QStringLiteral("^(?:#{1,6}|>.*|[-+]|=+|-+|\\|.*|\\d{1,9}[.)])$"));
        return word.contains(block);
    }

    const ReadText &m_text;
    UnsureMarks m_marks;
    double m_usual;
    MarkedText m_out;
    LineKind m_lastKind = LineKind::Text;
};

} // namespace

QString escapedMarkdown(const QString &word)
{
    static const QRegularExpression entity(QStringLiteral("\\G&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);"));
    QString result;
    for (qsizetype i = 0; i < word.size(); ++i) {
        const QChar c = word.at(i);
        const QChar next = i + 1 < word.size() ? word.at(i + 1) : QChar();
        bool escape = false;
        switch (c.unicode()) {
        case u'*': case u'`': case u'~': escape = true; break;
        // Within a word an underscore is no emphasis.
        case u'_': escape = i == 0 || next.isNull() || !next.isLetterOrNumber() || !word.at(i - 1).isLetterOrNumber(); break;
        case u']': escape = next == u'(' || next == u':' || next == u'['; break;
        case u'<': escape = next.isLetter() || next == u'/' || next == u'!' || next == u'?'; break;
        case u'&': escape = entity.match(word, i).hasMatch(); break;
        case u'\\': escape = next.isNull() || next.isPunct() || next.isSymbol(); break;
        default: break;
        }
        if (escape)
            result += u'\\';
        result += c;
    }
    return result;
}

MarkedText markdownOf(const ReadText &text, UnsureMarks marks)
{
    const ReadText blocks = arranged(text);
    return Layout(blocks, marks).markdown();
}

} // namespace vitrine
