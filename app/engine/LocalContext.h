#pragma once

#include "engine/ConversationContext.h"

#include <memory>

namespace vitrine {

struct EngineParts;

// The real thing: pictures through the imager, Python in the sandbox, files under the profile's work folder.
std::unique_ptr<ConversationContext> createLocalContext(const EngineParts &parts, const ConversationId &conversation);

} // namespace vitrine
