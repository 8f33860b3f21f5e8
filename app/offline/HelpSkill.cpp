#include "offline/HelpSkill.h"

#include "offline/Computation.h"
#include "offline/Wording.h"

namespace vitrine {

PlanStep helpStep(const Dialogue &dialogue, const Wording &wording)
{
    const HelpWording &words = wording.help;
    QStringList parts;
    if (!dialogue.files.isEmpty()) {
        QStringList names;
        for (const DialogueFile &file : dialogue.files)
            names.append(inlineCode(file.name()));
        parts.append(words.unreadableFile.arg(names.join(QStringLiteral(", "))));
    }
    parts += {words.notAModel, words.abilities, words.connect};
    return {{}, {}, OfflineAnswer{parts.join(QStringLiteral("\n\n")), {}}};
}

} // namespace vitrine
