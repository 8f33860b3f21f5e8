#pragma once

#include <QString>

namespace vitrine {

// Puts the translations of `code` (en, zh_CN, zh_TW; empty: what the system asks for) and its number formats in place of those before.
void loadLanguage(const QString &code);

} // namespace vitrine
