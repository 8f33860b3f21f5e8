#pragma once

#include "theme/Tokens.h"

#include <QObject>
#include <QString>

#include <optional>

class QDBusVariant;

namespace vitrine {

enum class ThemeChoice { System, Light, Dark };

QString toString(ThemeChoice choice);
std::optional<ThemeChoice> themeChoiceFromString(const QString &name);

// Dresses the application: palette, style sheet, font, icon fallback. Interface thread.
class Theme final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Theme)

public:
    explicit Theme(QObject *parent = nullptr);

    // `systemDark`: what the desktop said when it was last asked; used for ThemeChoice::System until it says otherwise.
    void apply(ThemeChoice choice, bool systemDark);
    ThemeChoice choice() const { return m_choice; }
    bool isDark() const { return m_dark; }
    // Takes Chinese signs in the form of the language that is loaded: the same characters are drawn differently in Taipei and Beijing.
    void followLanguage();
    // Asks the desktop's settings portal, now and at each change. Never waits for it.
    void followSystem();

signals:
    void changed();
    void systemSchemeTold(bool dark);

private slots:
    void onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void dress();
    void setSystemDark(bool dark);

    ThemeChoice m_choice = ThemeChoice::System;
    bool m_systemDark = false;
    bool m_dark = false;
    bool m_dressed = false;
    bool m_following = false;
};

// The one style sheet, from the tokens.
QString styleSheetFor(const Tokens &tokens);

// Sizes relative to the body font of the application.
QFont bodyFont(double factor = 1.0, int weight = 400);
QFont codeFont();

} // namespace vitrine
