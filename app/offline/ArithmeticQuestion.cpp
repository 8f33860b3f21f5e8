#include "offline/ArithmeticQuestion.h"

#include "offline/Expression.h"
#include "offline/Wording.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

struct Rewrite {
    QRegularExpression pattern;
    QString replacement;
};

Rewrite rewrite(const char *pattern, const char *replacement)
{
    return {QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption),
            QString::fromUtf8(replacement)};
}

// Words to signs. Order matters: the longer phrase first.
const QList<Rewrite> &rewrites()
{
    static const QList<Rewrite> list{
        rewrite("^\\s*(?:please|hey|hi|hello)\\b[,!\\s]*", ""),
        rewrite("^\\s*(?:what\\s+(?:is|are)|what['’]s|how much (?:is|are)|can you\\s+)?\\s*(?:the (?:value|result|sum|product) of\\s+)?", ""),
        rewrite("^\\s*(?:calculate|compute|evaluate|work out|solve|add up)\\s+", ""),
        rewrite("^\\s*(?:请问|請問|请|請|帮我|幫我|麻烦)*\\s*(?:计算一下|計算一下|计算|計算|算一下|算算|算)?\\s*", ""),
        rewrite("(?:等于多少|等於多少|等于几|等於幾|等于|等於|是多少|是几|是幾|得多少|得几|得幾|多少|呢|吗|嗎)*\\s*[=＝]*\\s*[?？。.]*\\s*$", ""),
        rewrite("\\s*(?:=|equals?)\\s*(?:what)?\\s*$", ""),
        rewrite("(\\d[\\d.]*)\\s*的平方根", "sqrt(\\1)"),
        rewrite("(\\d[\\d.]*)\\s*的平方", "(\\1)^2"),
        rewrite("(\\d[\\d.]*)\\s*的立方", "(\\1)^3"),
        rewrite("(\\d[\\d.]*)\\s*的\\s*(\\d+)\\s*次方", "(\\1)^(\\2)"),
        rewrite("(\\d+)\\s*的?(?:阶乘|階乘)", "(\\1)!"),
        rewrite("(\\d[\\d.]*)\\s*的\\s*(\\d[\\d.]*)\\s*%", "\\1*(\\2/100)"),
        rewrite("(\\d[\\d.]*)\\s*的百分之\\s*(\\d[\\d.]*)", "\\1*(\\2/100)"),
        rewrite("√\\s*\\(", "sqrt("),
        rewrite("√\\s*(\\d[\\d.]*)", "sqrt(\\1)"),
        rewrite("(?:the )?square root of\\s+(\\d[\\d,.]*|\\([^()]*\\))", "sqrt(\\1)"),
        rewrite("(?:the )?cube root of\\s+(\\d[\\d,.]*|\\([^()]*\\))", "cbrt(\\1)"),
        rewrite("(?:the )?factorial of\\s+(\\d+)", "(\\1)!"),
        rewrite("(\\d+)\\s+factorial\\b", "(\\1)!"),
        rewrite("(?:the )?(?:gcd|greatest common divisor) of\\s+(\\d+)\\s+and\\s+(\\d+)", "gcd(\\1, \\2)"),
        rewrite("(?:the )?(?:lcm|least common multiple) of\\s+(\\d+)\\s+and\\s+(\\d+)", "lcm(\\1, \\2)"),
        rewrite("\\s*(?:percent|per cent)\\b", "%"),
        rewrite("%\\s*of\\s+(?:the\\s+)?", "/100*"),
        rewrite("\\s+(?:squared)\\b", "^2"),
        rewrite("\\s+(?:cubed)\\b", "^3"),
        rewrite("\\s+(?:raised )?to the power(?: of)?\\s+", "^"),
        rewrite("\\s+to the (\\d+)(?:st|nd|rd|th)(?: power)?\\b", "^\\1"),
        rewrite("\\s+(?:multiplied by|times)\\s+", "*"),
        rewrite("\\s+divided by\\s+", "/"),
        rewrite("\\s+(?:plus)\\s+", "+"),
        rewrite("\\s+(?:minus)\\s+", "-"),
        rewrite("\\s+(?:modulo|mod)\\s+", "%"),
        rewrite("乘以|乘", "*"),
        rewrite("除以", "/"),
        rewrite("加上|加", "+"),
        rewrite("减去|減去|减|減", "-"),
        rewrite("(\\d)\\s*[x×✕·⋅]\\s*(?=[\\d(.])", "\\1*"),
    };
    return list;
}

QString simplified(const QString &question)
{
    QString text;
    for (QChar c : question) {
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E) // full width
            c = QChar(c.unicode() - 0xFEE0);
        switch (c.unicode()) {
        case u'×': case u'✕': case u'⋅': text += u'*'; break;
        case u'÷': text += u'/'; break;
        case u'−': case u'–': text += u'-'; break;
        case u'²': text += QStringLiteral("^2"); break;
        case u'³': text += QStringLiteral("^3"); break;
        case u'[': case u'{': text += u'('; break;
        case u']': case u'}': text += u')'; break;
        case u'`': case u'$': break;
        default: text += c;
        }
    }
    return text;
}

QString withoutWords(const QString &question)
{
    // "1,5 + 2" is left alone: it fails to parse rather than being guessed.
    QString text = simplified(question);
    for (const Rewrite &step : rewrites())
        text.replace(step.pattern, step.replacement);
    return text.trimmed();
}

} // namespace

std::optional<Computation> readArithmeticQuestion(const QString &question, const Wording &wording)
{
    if (question.size() > 1000)
        return std::nullopt;
    const QString text = withoutWords(question);
    std::optional<Expression> expression = parseExpression(text);
    if (!expression && text.endsWith(u'!')) // then it was a mark of the sentence, not a factorial
        expression = parseExpression(text.chopped(1));
    // A lone number, or a date such as 2024-02-28, asks for nothing.
    static const QRegularExpression date(QStringLiteral("^\\s*\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}\\s*$"));
    if (!expression || expression->operations == 0 || question.contains(date))
        return std::nullopt;
    const ComputeWording &words = wording.compute;
    const QString shown = expression->shown;
    return Computation{
        words.arithmeticThought.arg(inlineCode(shown)),
        pythonProgram({QStringLiteral("arithmetic")}, {{QStringLiteral("EXPRESSION"), QStringLiteral("lambda: ") + expression->python}}),
        [shown, &words](const PrintedValues &values) {
            QString said = QStringLiteral("%1 = **%2**").arg(inlineCode(shown), values.value(QStringLiteral("answer")));
            if (values.contains(QStringLiteral("fraction")))
                said += u' ' + words.exactFraction.arg(values.value(QStringLiteral("fraction")));
            if (values.contains(QStringLiteral("digits")))
                said += u' ' + words.manyDigits.arg(values.value(QStringLiteral("digits")));
            return said;
        }};
}

} // namespace vitrine
