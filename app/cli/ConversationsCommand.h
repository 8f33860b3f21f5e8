#pragma once

#include <QStringList>

namespace vitrine {

// `vitrine conversations list|show`: what the store holds.
int runConversations(const QStringList &arguments);

} // namespace vitrine
