#include "offline/MarkedText.h"

#include <algorithm>

namespace vitrine {

namespace {

qsizetype codePoints(const QString &text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace

void MarkedText::append(const QString &text)
{
    m_answer.text += text;
    m_points += codePoints(text);
}

void MarkedText::appendUnsure(const QString &text)
{
    const qsizetype start = m_points;
    append(text);
    m_answer.unsure.append({start, m_points});
}

void MarkedText::append(const OfflineAnswer &other)
{
    for (const UnsureSpan &span : other.unsure)
        m_answer.unsure.append({span.start + m_points, span.end + m_points});
    append(other.text);
}

} // namespace vitrine
