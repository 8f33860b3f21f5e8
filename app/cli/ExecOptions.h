#pragma once

#include "base/Id.h"
#include "engine/Command.h"
#include "engine/ProviderCatalog.h"

#include <QStringList>

#include <optional>
#include <variant>

namespace vitrine {

// What `vitrine exec` was asked to do.
struct ExecOptions {
    UserInput input;
    TurnSettings settings;
    std::optional<ProviderConfig> provider; // absent: the offline assistant, or the one settings.provider names
    std::optional<ConversationId> conversation;
    bool continueNewest = false;
    QString recordFolder; // empty: nothing is recorded
    bool json = false;
};

// Either what to do, or the exit status with which to end at once (everything was said already). Reads the key from the
// environment variable that --key-env names and removes it there.
std::variant<ExecOptions, int> parseExecOptions(const QStringList &arguments);

} // namespace vitrine
