#include "composer/Drafts.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTimer>

#include <chrono>

namespace vitrine {

Drafts::Drafts(QString filePath, QObject *parent)
    : QObject(parent)
    , m_path(std::move(filePath))
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(std::chrono::seconds(1));
    connect(m_timer, &QTimer::timeout, this, &Drafts::save);
    load();
}

Drafts::~Drafts()
{
    save();
}

void Drafts::load()
{
    QFile file(m_path);
    if (m_path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject drafts = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("drafts")).toObject();
    for (auto it = drafts.begin(); it != drafts.end(); ++it) {
        const QJsonObject object = it.value().toObject();
        ComposerContent content{object.value(QLatin1String("text")).toString(), {}};
        for (const QJsonValue &path : object.value(QLatin1String("files")).toArray())
            content.files << path.toString();
        m_drafts.insert({it.key()}, content);
    }
}

void Drafts::keep(const ConversationId &conversation, const ComposerContent &content)
{
    if (draft(conversation) == content)
        return;
    if (content.isEmpty())
        m_drafts.remove(conversation);
    else
        m_drafts.insert(conversation, content);
    m_changed = true;
    m_timer->start();
}

void Drafts::save()
{
    if (!std::exchange(m_changed, false) || m_path.isEmpty())
        return;
    QJsonObject drafts;
    for (auto it = m_drafts.cbegin(); it != m_drafts.cend(); ++it)
        drafts.insert(it.key().value, QJsonObject{{QStringLiteral("text"), it->text}, {QStringLiteral("files"), QJsonArray::fromStringList(it->files)}});
    QSaveFile file(m_path);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("drafts"), drafts}}).toJson());
        file.commit();
    }
}

} // namespace vitrine
