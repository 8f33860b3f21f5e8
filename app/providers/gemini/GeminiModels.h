#pragma once

#include <QString>

#include <optional>

namespace vitrine::gemini {

// What a model takes, by its name: the list of models says little about it, and a parameter too many is a 400.
struct ModelTraits {
    int major = 0; // of gemini-MAJOR.MINOR; 0: the name does not tell
    int minor = 0;
    bool isFlash = false; // "flash-lite" too
    bool isLite = false;
    bool paints = false; // answers with pictures

    // How its thinking is set: 2.5 by a number of tokens, 3 by a level; what paints, and 2.0, not at all.
    bool takesBudget() const { return major == 2 && minor >= 5 && !paints; }
    bool takesLevel() const { return major >= 3 && !paints; }
    bool showsThoughts() const { return takesBudget() || major >= 3; }
    // Functions beside the tools that the API runs itself; pictures inside of a function's response; a 400 for a call without a signature.
    bool isThird() const { return major >= 3; }
    bool takesFunctions = true;
    bool takesInstructions = true;
    bool mayThink = true;
};
ModelTraits traitsOf(const QString &model);

// Tokens for an effort, "none" ... "max", as Google maps them for clients of the OpenAI API; within what the model takes. Absent: its default.
std::optional<int> thinkingBudget(const ModelTraits &traits, const QString &effort);
// "minimal" ... "high". Empty: its default.
QString thinkingLevel(const ModelTraits &traits, const QString &effort);

} // namespace vitrine::gemini
