#pragma once

#include <QIcon>
#include <QString>

namespace vitrine {

// Which of the theme's colours an icon takes. Auto: quiet; text colour under the pointer, accent when switched on.
enum class IconTint { Auto, Text, Secondary, Accent, OnAccent, Ok, Warn, Error };

// An icon of the desktop's theme, or of breeze when the desktop has none, recoloured at each paint. Nothing is loaded before then.
// `names`: one or more icon names separated by blanks, the first found wins.
QIcon themedIcon(const QString &names, IconTint tint = IconTint::Auto);

} // namespace vitrine
