#include "offline/Planner.h"

#include "offline/ComputeSkill.h"
#include "offline/Dialogue.h"
#include "offline/HelpSkill.h"
#include "offline/Language.h"

namespace vitrine {

PlanStep planNextStep(const QJsonObject &request)
{
    const Dialogue dialogue = readDialogue(request);
    const Wording &words = wording(languageOf(dialogue.question, dialogue.earlierQuestions));
    if (const auto computations = readComputations(dialogue, words); !computations.isEmpty())
        return nextComputeStep(dialogue, computations, words);
    return helpStep(dialogue, words);
}

} // namespace vitrine
