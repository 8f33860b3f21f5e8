#pragma once

#include <QString>

#include <optional>

namespace vitrine {

// An arithmetic expression in two spellings.
struct Expression {
    QString python; // calls only the functions of resources/offline/arithmetic.py and math; numbers are Fraction literals
    QString shown;  // as people write it
    int operations = 0;

    bool operator==(const Expression &) const = default;
};

// Parses numbers, + - * / // ^ ** % (percent, or the remainder between two numbers), n!, brackets, pi, e and the usual functions.
// Nothing when any part of the text is something else, so no text of a person's ever reaches Python as it stands.
std::optional<Expression> parseExpression(const QString &text);

} // namespace vitrine
