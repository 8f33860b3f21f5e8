#include "offline/ComputeSkill.h"

#include "offline/ArithmeticQuestion.h"
#include "offline/DateQuestion.h"
#include "offline/HashQuestion.h"
#include "offline/NumberQuestion.h"
#include "offline/TimeQuestion.h"
#include "offline/UnitQuestion.h"
#include "offline/Wording.h"

namespace vitrine {

namespace {

const QString pythonTool = QStringLiteral("python");

PlannedCall callFor(const Computation &computation)
{
    return {pythonTool, {{QStringLiteral("code"), computation.code}}};
}

const DialogueCall *madeCall(const Dialogue &dialogue, const Computation &computation)
{
    for (const DialogueCall &call : dialogue.calls) {
        if (call.name == pythonTool && call.arguments.value(u"code").toString() == computation.code)
            return &call;
    }
    return nullptr;
}

} // namespace

QList<Computation> readComputations(const Dialogue &dialogue, const Wording &wording)
{
    const QString &question = dialogue.question;
    const QList<DialogueFile> &files = dialogue.files.isEmpty() ? dialogue.earlierFiles : dialogue.files;
    if (const auto hashes = readHashQuestion(question, files, wording); !hashes.isEmpty())
        return hashes;
    // What is attached is what is asked about; only a hash is asked of a file as such.
    if (!dialogue.files.isEmpty() || !dialogue.pictures.isEmpty())
        return {};
    using Reader = std::optional<Computation> (*)(const QString &, const Wording &);
    for (const Reader read : {Reader(readNumberQuestion), Reader(readTimeQuestion), Reader(readDateQuestion), Reader(readUnitQuestion), Reader(readArithmeticQuestion)}) {
        if (const auto computation = read(question, wording))
            return {*computation};
    }
    return {};
}

PlanStep nextComputeStep(const Dialogue &dialogue, const QList<Computation> &computations, const Wording &wording)
{
    const ComputeWording &words = wording.compute;
    if (!dialogue.tools.contains(pythonTool))
        return {{}, {}, OfflineAnswer{words.noPython, {}}};
    PlanStep step;
    for (const Computation &computation : computations) {
        if (madeCall(dialogue, computation))
            continue;
        step.reasoning = computation.reasoning;
        step.calls.append(callFor(computation));
    }
    if (!step.calls.isEmpty())
        return step;
    QStringList parts;
    bool ran = false;
    for (const Computation &computation : computations) {
        const QString output = madeCall(dialogue, computation)->output;
        const PrintedValues values = printedValues(output);
        ran = ran || values.contains(QStringLiteral("answer"));
        parts.append(values.contains(QStringLiteral("answer")) ? computation.say(values) : words.pythonFailed.arg(inlineCode(complaintOf(output))));
    }
    if (ran)
        parts.append(words.ranInPython);
    return {{}, {}, OfflineAnswer{parts.join(QStringLiteral("\n\n")), {}}};
}

} // namespace vitrine
