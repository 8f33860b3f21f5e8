#include "settings/Settings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimer>

#include <chrono>

namespace vitrine {

namespace {
constexpr int version = 1;

QString key(const char *name) { return QString::fromLatin1(name); }
} // namespace

Settings::Settings(QString filePath, QObject *parent)
    : QObject(parent)
    , m_path(std::move(filePath))
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(std::chrono::milliseconds(500));
    connect(m_timer, &QTimer::timeout, this, &Settings::save);
    load();
}

Settings::~Settings()
{
    save();
}

void Settings::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &error);
    file.close();
    if (!document.isObject()) {
        const QString aside = m_path + QLatin1String(".broken");
        QFile::remove(aside);
        QFile::rename(m_path, aside);
        m_problem = tr("The settings could not be read; they were set aside as %1 and begin anew.").arg(aside);
        return;
    }
    const QJsonObject root = document.object();
    if (root.value(key("version")).toInt(1) > version) {
        m_readOnly = true;
        m_problem = tr("The settings come from a newer version of the program; changes are not kept.");
    }
    theme = themeChoiceFromString(root.value(key("theme")).toString()).value_or(ThemeChoice::System);
    systemDark = root.value(key("system_dark")).toBool();
    language = root.value(key("language")).toString();
    budget = qBound(0.0, root.value(key("budget")).toDouble(), 1e6);
    const QJsonObject win = root.value(key("window")).toObject();
    window.geometry = QByteArray::fromBase64(win.value(key("geometry")).toString().toLatin1());
    window.sidebar = win.value(key("sidebar")).toBool(true);
    window.panel = win.value(key("panel")).toBool(true);
    window.sidebarWidth = qBound(180, win.value(key("sidebar_width")).toInt(248), 480);
    window.panelWidth = qBound(280, win.value(key("panel_width")).toInt(392), 900);
    window.tab = win.value(key("tab")).toString(QStringLiteral("timeline"));
    const QJsonObject comp = root.value(key("composer")).toObject();
    composer.pictures = comp.value(key("pictures")).toBool(true);
    composer.python = comp.value(key("python")).toBool(true);
    composer.effort = comp.value(key("effort")).toString();
    composer.provider = comp.value(key("provider")).toString();
    composer.model = comp.value(key("model")).toString();
    composer.hostedTools = comp.value(key("hosted_tools")).toVariant().toStringList();
    composer.approvalMode = approvalModeFromString(comp.value(key("approval_mode")).toString()).value_or(ApprovalMode::Suggest);
}

void Settings::changed()
{
    m_dirty = true;
    m_timer->start();
}

void Settings::save()
{
    if (!std::exchange(m_dirty, false) || m_path.isEmpty() || m_readOnly)
        return;
    const QJsonObject win{{key("geometry"), QString::fromLatin1(window.geometry.toBase64())},
                          {key("sidebar"), window.sidebar},
                          {key("panel"), window.panel},
                          {key("sidebar_width"), window.sidebarWidth},
                          {key("panel_width"), window.panelWidth},
                          {key("tab"), window.tab}};
    const QJsonObject comp{{key("pictures"), composer.pictures},
                           {key("python"), composer.python},
                           {key("effort"), composer.effort},
                           {key("provider"), composer.provider},
                           {key("model"), composer.model},
                           {key("hosted_tools"), QJsonArray::fromStringList(composer.hostedTools)},
                           {key("approval_mode"), toString(composer.approvalMode)}};
    const QJsonObject root{{key("version"), version},      {key("theme"), toString(theme)}, {key("system_dark"), systemDark},
                           {key("language"), language}, {key("budget"), budget}, {key("window"), win},            {key("composer"), comp}};
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(root).toJson());
        file.commit();
    }
}

} // namespace vitrine
