#include "offline/Planner.h"

#include "offline/ComputeSkill.h"
#include "offline/Dialogue.h"
#include "offline/HelpSkill.h"
#include "offline/Language.h"
#include "offline/MarkedText.h"
#include "offline/PictureSkill.h"
#include "offline/TableSkill.h"

#include <algorithm>
#include <iterator>

namespace vitrine {

namespace {

// Two kinds of attachments are treated side by side; the answer waits for both.
PlanStep joined(const PlanStep &first, const PlanStep &second)
{
    if (first.calls.isEmpty() && second.calls.isEmpty()) {
        MarkedText text;
        for (const PlanStep *step : {&first, &second}) {
            text.append(text.isEmpty() ? QString() : QStringLiteral("\n\n"));
            text.append(*step->answer);
        }
        return {{}, {}, text.answer()};
    }
    QStringList reasons;
    for (const PlanStep *step : {&first, &second}) {
        if (!step->calls.isEmpty())
            reasons.append(step->reasoning);
    }
    return {reasons.join(u' '), first.calls + second.calls, std::nullopt};
}

PlanStep attachmentStep(const Dialogue &dialogue, const QList<DialoguePicture> &pictures, const QList<DialogueFile> &files, const Wording &words)
{
    QList<DialogueFile> tables;
    std::copy_if(files.begin(), files.end(), std::back_inserter(tables), isTable);
    if (!pictures.isEmpty() && !tables.isEmpty())
        return joined(nextPictureStep(dialogue, pictures, words), nextTableStep(dialogue, tables, words));
    if (!pictures.isEmpty())
        return nextPictureStep(dialogue, pictures, words);
    return tables.isEmpty() ? helpStep(dialogue, words) : nextTableStep(dialogue, tables, words);
}

} // namespace

PlanStep planNextStep(const QJsonObject &request)
{
    const Dialogue dialogue = readDialogue(request);
    const Wording &words = wording(languageOf(dialogue.question, dialogue.earlierQuestions));
    if (const auto computations = readComputations(dialogue, words); !computations.isEmpty())
        return nextComputeStep(dialogue, computations, words);
    if (!dialogue.pictures.isEmpty() || !dialogue.files.isEmpty())
        return attachmentStep(dialogue, dialogue.pictures, dialogue.files, words);
    // Nothing came with the question: it may be about what came before.
    if (!dialogue.earlierFiles.isEmpty() && asksAboutTables(dialogue.question))
        return attachmentStep(dialogue, {}, dialogue.earlierFiles, words);
    if (!dialogue.earlierPictures.isEmpty() && asksAboutPictures(dialogue.question))
        return attachmentStep(dialogue, dialogue.earlierPictures, {}, words);
    return helpStep(dialogue, words);
}

} // namespace vitrine
