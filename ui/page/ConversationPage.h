#pragma once

#include "base/Error.h"
#include "composer/Composer.h"
#include "model/Conversation.h"
#include "presenter/ConversationPresenter.h"

#include <QWidget>

#include <functional>

class QMimeData;
class QStackedLayout;
class QTimer;

namespace vitrine {

class ApprovalBar;
class Backend;
class CodeHighlighter;
class ContextBar;
class Drafts;
class EmptyState;
class PageHeader;
class PictureLoader;
class TranscriptView;

// One conversation: its transcript, what asks for an answer, and the composer. Knows which conversation is open.
class ConversationPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationPage)

public:
    // Everything outlives the page.
    struct Parts {
        Backend &backend;
        PictureLoader &pictures;
        Drafts &drafts;
        const Clock &clock;
        QString scratchFolder;
        CodeHighlighter *highlighter = nullptr; // null: code stays plain
    };

    explicit ConversationPage(const Parts &parts, QWidget *parent = nullptr);

    void openConversation(const Conversation &conversation);
    void startNew();
    ConversationId conversation() const { return m_conversation; }
    bool isEmpty() const; // a new chat, nothing sent
    void setTitle(const QString &title);

    ConversationPresenter &presenter() { return *m_presenter; }
    Composer &composer() { return *m_composer; }
    TranscriptView &transcript() { return *m_transcript; }
    ApprovalBar &approvals() { return *m_approvals; }
    PageHeader &header() { return *m_header; }

    // USD that a conversation may cost; 0: no limit.
    void setBudget(double dollars) { m_budget = dollars; }
    void stop();
    void readSampleWhiteboard();
    void analyseSampleTable();
    void applyTheme();
    void showError(const QString &sentence);

signals:
    void conversationChanged(const vitrine::ConversationId &id); // another one is open; empty for a new chat
    void stepActivated(const QString &step);
    void pictureActivated(const QString &image);
    void turnBegan();
    void connectRequested(); // of a model
    void ticked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectBackend();
    void connectTranscript();
    void submit(const UserInput &input, const TurnSettings &settings);
    void onRefused(const TurnId &turn, const Error &error);
    void onAction(const QString &entry, const QString &action);
    void retry(const TurnId &turn);
    std::optional<TurnId> tooLongTurn() const;
    void summarise();
    void recall();
    void withFilesOf(const UserMessage &message, std::function<void(const QStringList &)> then);
    void attachSample(const QString &resource, const QString &name, const QString &question);
    void keepDraft();
    void refreshState();
    void showTranscript();

    Backend &m_backend;
    PictureLoader &m_pictures;
    Drafts &m_drafts;
    QString m_scratchFolder;
    ConversationPresenter *m_presenter;
    PageHeader *m_header;
    TranscriptView *m_transcript;
    EmptyState *m_empty;
    QWidget *m_body;
    QStackedLayout *m_stack;
    QWidget *m_footer;
    ApprovalBar *m_approvals;
    ContextBar *m_context;
    Composer *m_composer;
    QTimer *m_ticker;

    ConversationId m_conversation;
    double m_budget = 0;
    bool m_loading = false;
    std::optional<TurnId> m_replaces; // the turn whose message is being edited
    std::optional<TurnId> m_asked;    // handed to the backend and not started yet
    UserInput m_askedInput;
};

} // namespace vitrine
