#pragma once

#include <QString>

class QCheckBox;
class QRadioButton;
class QWidget;

namespace vitrine {

// Check boxes and radio buttons in the theme's colours, with the same ring around what has the keyboard as everywhere. With the property
// "kind" set to "warn" the text is in the colour of a warning.
QCheckBox *checkBox(const QString &text, QWidget *parent);
QRadioButton *radioButton(const QString &text, QWidget *parent);

} // namespace vitrine
