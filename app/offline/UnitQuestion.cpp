#include "offline/UnitQuestion.h"

#include "offline/UnitTable.h"
#include "offline/Wording.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

struct Asked {
    QString amount;
    const Unit *from = nullptr;
    const Unit *to = nullptr;
};

const QString numberPattern = QStringLiteral("(-?\\d[\\d,]*(?:\\.\\d+)?(?:[eE][+-]?\\d{1,2})?)");

// The text of one pattern with a number, a unit to convert from and one to convert to, in the order of `places`.
std::optional<Asked> ask(const QString &question, const QRegularExpression &pattern, int amount, int from, int to)
{
    const auto match = pattern.match(question);
    if (!match.hasMatch())
        return std::nullopt;
    Asked asked{match.captured(amount).remove(u','), findUnit(match.captured(from)), findUnit(match.captured(to))};
    if (asked.amount.isEmpty())
        asked.amount = QStringLiteral("1"); // "how many feet are in a mile"
    if (!asked.from || !asked.to || asked.from->dimension != asked.to->dimension || *asked.from == *asked.to)
        return std::nullopt;
    return asked;
}

std::optional<Asked> readConversion(const QString &question)
{
    static const auto options = QRegularExpression::CaseInsensitiveOption;
    const QString english = QStringLiteral("([A-Za-zµ°℃℉][A-Za-z0-9µ°³²/^ -]*?)");
    static const QRegularExpression to(numberPattern + QStringLiteral("\\s*") + english + QStringLiteral("\\s+(?:in|to|into|as|equals?|=)\\s+(?:how many\\s+)?") + english
                                           + QStringLiteral("\\s*[?.!]*\\s*$"), options);
    static const QRegularExpression howMany(QStringLiteral("\\bhow (?:many|much)\\s+") + english
                                                + QStringLiteral("\\s+(?:is|are|in|make|equals?)\\s+(?:there\\s+)?(?:in\\s+)?(?:an?\\s+|one\\s+)?(?:") + numberPattern
                                                + QStringLiteral("\\s*)?") + english + QStringLiteral("\\s*[?.!]*\\s*$"), options);
    static const QRegularExpression chinese(numberPattern
                                            + QStringLiteral("\\s*([^\\d\\s等是合换換转轉=＝多有]+?)\\s*(?:等于|等於|是|合|有|换算成|換算成|换成|換成|转换成|轉換成|转换为|轉換為|=|＝)?\\s*(?:多少|几|幾)?\\s*([^\\d\\s?？。多少]+?)\\s*(?:是多少)?\\s*[?？。]*\\s*$"));
    if (const auto asked = ask(question, to, 1, 2, 3))
        return asked;
    if (const auto asked = ask(question, howMany, 2, 3, 1))
        return asked;
    return ask(question, chinese, 1, 2, 3);
}

} // namespace

std::optional<Computation> readUnitQuestion(const QString &question, const Wording &wording)
{
    if (question.size() > 200)
        return std::nullopt;
    const std::optional<Asked> asked = readConversion(question);
    if (!asked)
        return std::nullopt;
    const ComputeWording &words = wording.compute;
    const QString left = asked->amount + u' ' + asked->from->symbol;
    return Computation{words.unitThought.arg(left, asked->to->symbol),
                       pythonProgram({QStringLiteral("units")}, {{QStringLiteral("AMOUNT"), pythonString(asked->amount)},
                                                               {QStringLiteral("FROM_FACTOR"), pythonString(asked->from->factor)},
                                                               {QStringLiteral("FROM_SHIFT"), pythonString(asked->from->shift)},
                                                               {QStringLiteral("TO_FACTOR"), pythonString(asked->to->factor)},
                                                               {QStringLiteral("TO_SHIFT"), pythonString(asked->to->shift)}}),
                       [left, symbol = asked->to->symbol](const PrintedValues &values) {
                           const QString sign = values.value(QStringLiteral("exact")) == u"yes" ? QStringLiteral("=") : QStringLiteral("≈");
                           return QStringLiteral("%1 %2 **%3 %4**").arg(left, sign, values.value(QStringLiteral("answer")), symbol);
                       }};
}

} // namespace vitrine
