#include "theme/Theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFontDatabase>
#include <QFontInfo>
#include <QIcon>
#include <QLocale>
#include <QPixmapCache>
#include <QStandardPaths>
#include <QStyle>
#include <QStyleFactory>

namespace vitrine {

namespace {
constexpr auto portalService = "org.freedesktop.portal.Desktop";
constexpr auto portalPath = "/org/freedesktop/portal/desktop";
constexpr auto portalSettings = "org.freedesktop.portal.Settings";
constexpr auto appearance = "org.freedesktop.appearance";
constexpr auto colorScheme = "color-scheme"; // 1: dark preferred (XDG settings portal)

// Behind the font of the system; where it is missing Qt looks for another one, as it would have done.
QStringList withChineseOf(const QLocale &locale, const QFont &font)
{
    const QString family = QFontInfo(font).family(); // not a name such as "Sans", for which the next one would do as well
    if (locale.language() != QLocale::Chinese)
        return {family};
    const bool traditional = locale.script() == QLocale::TraditionalChineseScript;
    return {family, traditional ? QStringLiteral("Noto Sans CJK TC") : QStringLiteral("Noto Sans CJK SC")};
}

// Some portals wrap the value twice.
uint unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}
} // namespace

QString toString(ThemeChoice choice)
{
    switch (choice) {
    case ThemeChoice::System:
        return QStringLiteral("system");
    case ThemeChoice::Light:
        return QStringLiteral("light");
    case ThemeChoice::Dark:
        return QStringLiteral("dark");
    }
    return {};
}

std::optional<ThemeChoice> themeChoiceFromString(const QString &name)
{
    for (ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (toString(choice) == name)
            return choice;
    }
    return std::nullopt;
}

Theme::Theme(QObject *parent)
    : QObject(parent)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    // Platforms without a theme of their own (offscreen, some compositors) know neither where icons lie nor which to take.
    QStringList places = QIcon::themeSearchPaths();
    for (const QString &data : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation)) {
        if (const QString icons = data + QStringLiteral("/icons"); !places.contains(icons))
            places.append(icons);
    }
    QIcon::setThemeSearchPaths(places);
    if (QIcon::themeName().isEmpty())
        QIcon::setThemeName(QStringLiteral("breeze"));
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
    QFont font = QApplication::font();
    font.setPointSizeF(10.5);
    QApplication::setFont(font);
}

void Theme::followLanguage()
{
    QFont font = QApplication::font();
    font.setFamilies(withChineseOf(QLocale(), font));
    QApplication::setFont(font);
}

void Theme::apply(ThemeChoice choice, bool systemDark)
{
    m_choice = choice;
    m_systemDark = systemDark;
    dress();
}

void Theme::setSystemDark(bool dark)
{
    if (dark == m_systemDark)
        return;
    m_systemDark = dark;
    emit systemSchemeTold(dark);
    dress();
}

void Theme::dress()
{
    const bool dark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemDark);
    if (m_dressed && dark == m_dark)
        return;
    m_dark = dark;
    m_dressed = true;
    const Tokens tokens = dark ? darkTokens() : lightTokens();
    QPixmapCache::clear();
    QApplication::setPalette(paletteFor(tokens));
    qApp->setStyleSheet(styleSheetFor(tokens));
    emit changed();
}

void Theme::followSystem()
{
    // Without a bus address QtDBus would start a bus of its own.
    if (m_following || qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS"))
        return;
    m_following = true;
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QLatin1String(portalService), QLatin1String(portalPath), QLatin1String(portalSettings), QStringLiteral("SettingChanged"), this,
                SLOT(onPortalSetting(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(QLatin1String(portalService), QLatin1String(portalPath), QLatin1String(portalSettings), QStringLiteral("Read"));
    question << QString::fromLatin1(appearance) << QString::fromLatin1(colorScheme);
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            setSystemDark(unwrapped(reply.value().variant()) == 1);
        watcher->deleteLater();
    });
}

void Theme::onPortalSetting(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == QLatin1String(appearance) && key == QLatin1String(colorScheme))
        setSystemDark(unwrapped(value.variant()) == 1);
}

QFont bodyFont(double factor, int weight)
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setWeight(QFont::Weight(weight));
    return font;
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setFamilies(withChineseOf(QLocale(), font));
    font.setPointSizeF(QApplication::font().pointSizeF() * 0.92);
    return font;
}

} // namespace vitrine
