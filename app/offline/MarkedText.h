#pragma once

#include "offline/PlanStep.h"

namespace vitrine {

// An answer while it is put together. Knows how many code points it has, so that unsure spans are exact.
class MarkedText
{
public:
    void append(const QString &text);
    // Marks all of it as unsure.
    void appendUnsure(const QString &text);
    void append(const OfflineAnswer &other);
    void append(const MarkedText &other) { append(other.m_answer); }

    bool isEmpty() const { return m_answer.text.isEmpty(); }
    const QString &text() const { return m_answer.text; }
    OfflineAnswer answer() const { return m_answer; }

private:
    OfflineAnswer m_answer;
    qsizetype m_points = 0;
};

} // namespace vitrine
