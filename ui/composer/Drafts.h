#pragma once

#include "composer/Composer.h"
#include "model/Conversation.h"

#include <QHash>
#include <QObject>

class QTimer;

namespace vitrine {

// What was written and not sent, by conversation, kept in a file so that closing the window loses nothing. The new chat has the
// empty id. Interface thread.
class Drafts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Drafts)

public:
    // An empty path keeps them in memory only.
    explicit Drafts(QString filePath, QObject *parent = nullptr);
    ~Drafts() override;

    ComposerContent draft(const ConversationId &conversation) const { return m_drafts.value(conversation); }
    void keep(const ConversationId &conversation, const ComposerContent &content);
    void save();

private:
    void load();
    QString m_path;
    QHash<ConversationId, ComposerContent> m_drafts;
    QTimer *m_timer;
    bool m_changed = false;
};

} // namespace vitrine
