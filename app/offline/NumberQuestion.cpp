#include "offline/NumberQuestion.h"

#include "offline/Wording.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

constexpr qsizetype maxDigits = 300;
constexpr qsizetype maxNth = 7; // digits

std::optional<QString> capturedNumber(const QString &question, const char *pattern)
{
    const QRegularExpression expression(QString::fromUtf8(pattern).replace(QStringLiteral("#"), QStringLiteral("(\\d[\\d,]*)")),
                                        QRegularExpression::CaseInsensitiveOption);
    const auto match = expression.match(question);
    if (!match.hasMatch())
        return std::nullopt;
    static const QRegularExpression zeros(QStringLiteral("^0+(?=\\d)"));
    const QString digits = match.captured(1).remove(u',').remove(zeros);
    return digits.size() <= maxDigits ? std::optional(digits) : std::nullopt;
}

template<class... Patterns>
std::optional<QString> firstNumber(const QString &question, Patterns... patterns)
{
    std::optional<QString> found;
    ((found = found ? found : capturedNumber(question, patterns)), ...);
    return found;
}

Computation numberProgram(const char *task, const QString &number, const QString &thought, std::function<QString(const PrintedValues &)> say)
{
    return {thought, pythonProgram({QStringLiteral("number")}, {{QStringLiteral("TASK"), pythonString(QLatin1String(task))}, {QStringLiteral("N"), number}}),
            std::move(say)};
}

Computation primality(const QString &number, const ComputeWording &words)
{
    return numberProgram("prime", number, words.primeThought.arg(number), [number, &words](const PrintedValues &values) {
        if (values.value(QStringLiteral("answer")) == u"yes")
            return (values.contains(QStringLiteral("probable")) ? words.probablePrime : words.isPrime).arg(number);
        QString text = words.notPrime.arg(number);
        if (values.contains(QStringLiteral("factors")))
            text += QStringLiteral(" %1 = **%2**").arg(number, QString(values.value(QStringLiteral("factors"))).replace(u'*', u'×'));
        else if (values.contains(QStringLiteral("divisor")))
            text += u' ' + words.hasDivisor.arg(values.value(QStringLiteral("divisor")));
        return text;
    });
}

Computation factorisation(const QString &number, const ComputeWording &words)
{
    return numberProgram("factor", number, words.factorThought.arg(number), [number, &words](const PrintedValues &values) {
        QString text = QStringLiteral("%1 = **%2**").arg(number, QString(values.value(QStringLiteral("answer"))).replace(u'*', u'×'));
        if (values.contains(QStringLiteral("left")))
            text += QStringLiteral("\n\n") + words.notTakenApart.arg(values.value(QStringLiteral("left")));
        return text;
    });
}

} // namespace

std::optional<Computation> readNumberQuestion(const QString &question, const Wording &wording)
{
    const ComputeWording &words = wording.compute;
    if (const auto n = firstNumber(question, "(?:next|first|smallest)\\s+prime(?: number)?\\s+(?:after|above|greater than|larger than|from)\\s+#",
                                   "(?:大于|大於|比)\\s*#\\s*大?的?(?:下一个|下一個|最小)的?(?:质数|質數|素数|素數)", "#\\s*(?:之后|之後|后|後)的?(?:下一个|下一個)(?:质数|質數|素数|素數)"))
        return numberProgram("next", *n, words.nextPrimeThought.arg(*n), [n = *n, &words](const PrintedValues &values) {
            return words.nextPrime.arg(n, values.value(QStringLiteral("answer")));
        });
    if (const auto n = firstNumber(question, "#(?:st|nd|rd|th)\\s+prime", "第\\s*#\\s*[个個](?:质数|質數|素数|素數)");
        n && n->size() <= maxNth && *n != u"0")
        return numberProgram("nth", *n, words.nthPrimeThought.arg(*n), [n = *n, &words](const PrintedValues &values) {
            return words.nthPrime.arg(n, values.value(QStringLiteral("answer")));
        });
    if (const auto n = firstNumber(question, "\\bis\\s+(?:the number\\s+)?#\\s+(?:a\\s+)?(?:prime|composite)", "\\bprimality\\s+(?:test\\s+)?(?:of|for)\\s+#",
                                   "#\\s*(?:是不是|是否为|是否為|是否是|是)?\\s*(?:一个|一個|个|個)?\\s*(?:质数|質數|素数|素數|合数|合數)"))
        return primality(*n, words);
    if (const auto n = firstNumber(question, "\\bprime\\s+(?:factors?|factori[sz]ation|decomposition)\\s+(?:of|for)\\s+#",
                                   "\\bfactor(?:i[sz]e|i[sz]ation of|s of)?\\s+(?:the number\\s+)?#", "(?:分解质因数|分解質因數|质因数分解|質因數分解|因式分解|分解)\\D{0,6}#",
                                   "#\\s*(?:的)?\\s*(?:分解质因数|分解質因數|质因数|質因數|质因子|質因子)"))
        return factorisation(*n, words);
    return std::nullopt;
}

} // namespace vitrine
