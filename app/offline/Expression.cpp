#include "offline/Expression.h"

#include <QHash>
#include <QRegularExpression>

namespace vitrine {

namespace {

constexpr int maxDepth = 60;
constexpr qsizetype maxLength = 2000;

struct Function {
    QString python;
    int arguments; // -1: two or more
};

const QHash<QString, Function> &functions()
{
    static const QHash<QString, Function> table{
        {QStringLiteral("sqrt"), {QStringLiteral("root"), 1}},
        {QStringLiteral("cbrt"), {QStringLiteral("math.cbrt"), 1}},
        {QStringLiteral("sin"), {QStringLiteral("math.sin"), 1}},
        {QStringLiteral("cos"), {QStringLiteral("math.cos"), 1}},
        {QStringLiteral("tan"), {QStringLiteral("math.tan"), 1}},
        {QStringLiteral("asin"), {QStringLiteral("math.asin"), 1}},
        {QStringLiteral("acos"), {QStringLiteral("math.acos"), 1}},
        {QStringLiteral("atan"), {QStringLiteral("math.atan"), 1}},
        {QStringLiteral("exp"), {QStringLiteral("math.exp"), 1}},
        {QStringLiteral("ln"), {QStringLiteral("math.log"), 1}},
        {QStringLiteral("log"), {QStringLiteral("math.log10"), 1}},
        {QStringLiteral("log10"), {QStringLiteral("math.log10"), 1}},
        {QStringLiteral("log2"), {QStringLiteral("math.log2"), 1}},
        {QStringLiteral("abs"), {QStringLiteral("abs"), 1}},
        {QStringLiteral("floor"), {QStringLiteral("math.floor"), 1}},
        {QStringLiteral("ceil"), {QStringLiteral("math.ceil"), 1}},
        {QStringLiteral("factorial"), {QStringLiteral("factorial"), 1}},
        {QStringLiteral("gcd"), {QStringLiteral("math.gcd"), -1}},
        {QStringLiteral("lcm"), {QStringLiteral("math.lcm"), -1}},
        {QStringLiteral("max"), {QStringLiteral("max"), -1}},
        {QStringLiteral("min"), {QStringLiteral("min"), -1}},
    };
    return table;
}

// Recursive descent; each function parses one level of precedence and leaves its two spellings.
class Parser
{
public:
    explicit Parser(const QString &text) : m_text(text) {}

    std::optional<Expression> parse()
    {
        if (m_text.size() > maxLength)
            return std::nullopt;
        const Expression result = sum();
        skipSpace();
        if (m_failed || m_at != m_text.size())
            return std::nullopt;
        return Expression{result.python, result.shown, m_operations};
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
    }

    bool take(QLatin1String symbol)
    {
        skipSpace();
        if (!QStringView(m_text).mid(m_at).startsWith(symbol))
            return false;
        m_at += symbol.size();
        return true;
    }

    bool operandFollows()
    {
        skipSpace();
        return m_at < m_text.size() && (m_text.at(m_at).isLetterOrNumber() || m_text.at(m_at) == u'(' || m_text.at(m_at) == u'.');
    }

    Expression fail()
    {
        m_failed = true;
        return {};
    }

    Expression binary(const Expression &left, const QString &symbol, const Expression &right)
    {
        ++m_operations;
        return {left.python + u' ' + symbol + u' ' + right.python, left.shown + u' ' + symbol + u' ' + right.shown, 0};
    }

    Expression sum()
    {
        Expression left = product();
        while (!m_failed) {
            if (take(QLatin1String("+")))
                left = binary(left, QStringLiteral("+"), product());
            else if (take(QLatin1String("-")))
                left = binary(left, QStringLiteral("-"), product());
            else
                break;
        }
        return left;
    }

    Expression product()
    {
        Expression left = sign();
        while (!m_failed) {
            if (take(QLatin1String("//")))
                left = binary(left, QStringLiteral("//"), sign());
            else if (take(QLatin1String("/")))
                left = binary(left, QStringLiteral("/"), sign());
            else if (take(QLatin1String("*")))
                left = binary(left, QStringLiteral("*"), sign());
            else if (take(QLatin1String("%")))
                left = binary(left, QStringLiteral("%"), sign());
            else
                break;
        }
        return left;
    }

    // -2^2 is -(2^2), in Python as on paper.
    Expression sign()
    {
        if (++m_depth > maxDepth)
            return fail();
        Expression result;
        if (take(QLatin1String("-"))) {
            result = sign();
            result = {QStringLiteral("-") + result.python, QStringLiteral("-") + result.shown, 0};
        } else {
            take(QLatin1String("+"));
            result = power();
        }
        --m_depth;
        return result;
    }

    Expression power()
    {
        const Expression base = postfix();
        if (m_failed || !(take(QLatin1String("**")) || take(QLatin1String("^"))))
            return base;
        ++m_operations;
        const Expression exponent = sign(); // from the right: 2^3^2 is 2^(3^2)
        return {QStringLiteral("power(%1, %2)").arg(base.python, exponent.python), base.shown + u'^' + exponent.shown, 0};
    }

    Expression postfix()
    {
        Expression value = operand();
        while (!m_failed) {
            const qsizetype before = m_at;
            if (take(QLatin1String("!"))) {
                ++m_operations;
                value = {QStringLiteral("factorial(%1)").arg(value.python), value.shown + u'!', 0};
            } else if (take(QLatin1String("%"))) {
                if (operandFollows()) { // between two numbers it is the remainder
                    m_at = before;
                    break;
                }
                ++m_operations;
                value = {QStringLiteral("(%1 / 100)").arg(value.python), value.shown + u'%', 0};
            } else {
                break;
            }
        }
        return value;
    }

    Expression operand()
    {
        if (++m_depth > maxDepth)
            return fail();
        skipSpace();
        Expression result;
        if (take(QLatin1String("("))) {
            const bool inCall = std::exchange(m_inCall, false);
            const Expression inner = sum();
            m_inCall = inCall;
            if (!take(QLatin1String(")")))
                return fail();
            result = {u'(' + inner.python + u')', u'(' + inner.shown + u')', 0};
        } else if (m_at < m_text.size() && m_text.at(m_at).isLetter()) {
            result = name();
        } else {
            result = number();
        }
        --m_depth;
        return result;
    }

    Expression number()
    {
        // "1,234.5" has a thousands separator, but gcd(12,180) has two arguments.
        static const QRegularExpression grouped(QStringLiteral("\\G\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?![\\d,])"));
        static const QRegularExpression plain(QStringLiteral("\\G(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d{1,3}(?![\\d.]))?"));
        auto match = m_inCall ? QRegularExpressionMatch() : grouped.match(m_text, m_at);
        if (!match.hasMatch())
            match = plain.match(m_text, m_at);
        if (!match.hasMatch())
            return fail();
        m_at = match.capturedEnd();
        const QString digits = match.captured().remove(u',');
        static const QRegularExpression whole(QStringLiteral("^\\d+$"));
        if (digits.contains(whole)) {
            static const QRegularExpression zeros(QStringLiteral("^0+(?=\\d)"));
            return {QStringLiteral("Fraction(%1)").arg(QString(digits).remove(zeros)), match.captured(), 0};
        }
        return {QStringLiteral("Fraction('%1')").arg(digits), match.captured(), 0};
    }

    Expression name()
    {
        static const QRegularExpression pattern(QStringLiteral("\\G(?:[A-Za-z]+(?:10|2)?|π)"));
        const auto match = pattern.match(m_text, m_at);
        const QString word = match.captured().toLower();
        m_at = match.hasMatch() ? match.capturedEnd() : m_at;
        if (word == u"pi" || word == u"π")
            return {QStringLiteral("math.pi"), QStringLiteral("π"), 0};
        if (word == u"e")
            return {QStringLiteral("math.e"), QStringLiteral("e"), 0};
        const auto function = functions().constFind(word);
        return function == functions().constEnd() ? fail() : call(word, *function);
    }

    Expression call(const QString &word, const Function &function)
    {
        if (!take(QLatin1String("(")))
            return fail();
        ++m_operations;
        QStringList python;
        QStringList shown;
        const bool inCall = std::exchange(m_inCall, function.arguments < 0);
        do {
            const Expression argument = sum();
            python.append(argument.python);
            shown.append(argument.shown);
        } while (!m_failed && take(QLatin1String(",")));
        m_inCall = inCall;
        const bool fits = function.arguments < 0 ? python.size() >= 2 : python.size() == function.arguments;
        if (!fits || !take(QLatin1String(")")))
            return fail();
        // gcd and lcm take whole numbers only; whole() says so in plain words.
        const bool wholeOnly = word == u"gcd" || word == u"lcm";
        const QString list = python.join(QStringLiteral(", "));
        return {function.python + (wholeOnly ? QStringLiteral("(*whole(%1))").arg(list) : u'(' + list + u')'),
                word + u'(' + shown.join(QStringLiteral(", ")) + u')', 0};
    }

    QString m_text;
    qsizetype m_at = 0;
    int m_depth = 0;
    int m_operations = 0;
    bool m_inCall = false;
    bool m_failed = false;
};

} // namespace

std::optional<Expression> parseExpression(const QString &text)
{
    return Parser(text).parse();
}

} // namespace vitrine
