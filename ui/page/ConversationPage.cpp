#include "page/ConversationPage.h"

#include "approvals/ApprovalBar.h"
#include "backend/Backend.h"
#include "composer/Drafts.h"
#include "composer/ModelControls.h"
#include "images/PictureLoader.h"
#include "page/ContextBar.h"
#include "page/EmptyState.h"
#include "page/MessageFiles.h"
#include "page/PageHeader.h"
#include "page/TranscriptTheme.h"
#include "presenter/Words.h"
#include "transcript/TranscriptView.h"

#include <QDesktopServices>
#include <QResizeEvent>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <chrono>

namespace vitrine {

ConversationPage::ConversationPage(const Parts &parts, QWidget *parent)
    : QWidget(parent)
    , m_backend(parts.backend)
    , m_pictures(parts.pictures)
    , m_drafts(parts.drafts)
    , m_scratchFolder(parts.scratchFolder)
    , m_presenter(new ConversationPresenter(parts.clock, parts.pictures, this))
    , m_header(new PageHeader(this))
    , m_transcript(new TranscriptView(this))
    , m_empty(new EmptyState(this))
    , m_body(new QWidget(this))
    , m_stack(new QStackedLayout(m_body))
    , m_footer(new QWidget(this))
    , m_approvals(new ApprovalBar(m_footer))
    , m_context(new ContextBar(m_footer))
    , m_composer(new Composer(parts.scratchFolder, m_footer))
    , m_ticker(new QTimer(this))
{
    setAccessibleName(tr("Conversation"));
    m_transcript->setCodeHighlighter(parts.highlighter);
    build();
    connectBackend();
    connectTranscript();
    applyTheme();
    m_composer->setPictures(&m_pictures);
    m_ticker->setInterval(std::chrono::milliseconds(250));
    connect(m_ticker, &QTimer::timeout, this, [this] {
        m_presenter->tick();
        emit ticked();
    });
    connect(m_composer, &Composer::submitted, this, &ConversationPage::submit);
    connect(m_composer, &Composer::stopRequested, this, &ConversationPage::stop);
    connect(m_composer, &Composer::recallRequested, this, &ConversationPage::recall);
    connect(m_composer, &Composer::pythonWanted, &m_backend, &Backend::warmUp);
    connect(m_composer, &Composer::contentChanged, this, &ConversationPage::keepDraft);
    connect(m_empty, &EmptyState::whiteboardRequested, this, &ConversationPage::readSampleWhiteboard);
    connect(m_empty, &EmptyState::tableRequested, this, &ConversationPage::analyseSampleTable);
    connect(m_empty, &EmptyState::modelRequested, this, &ConversationPage::connectRequested);
    connect(m_approvals, &ApprovalBar::decided, &m_backend, &Backend::decide);
    connect(m_context, &ContextBar::summaryRequested, this, &ConversationPage::summarise);
    connect(m_context, &ContextBar::leaveOutRequested, this, [this] {
        if (const auto failed = tooLongTurn())
            retry(*failed);
    });
    connect(&m_presenter->timeline(), &TimelineModel::stepChanged, this, &ConversationPage::refreshState);
    startNew();
}

void ConversationPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *emptyFrame = new QWidget(m_body);
    auto *emptyRow = new QVBoxLayout(emptyFrame);
    emptyRow->setContentsMargins(0, 0, 0, 0);
    emptyRow->addWidget(m_empty);
    m_stack->addWidget(emptyFrame);
    m_stack->addWidget(m_transcript);
    column->addWidget(m_body, 1);
    auto *footer = new QVBoxLayout(m_footer);
    footer->setSpacing(8);
    footer->addWidget(m_approvals);
    footer->addWidget(m_context);
    footer->addWidget(m_composer);
    column->addWidget(m_footer);
    m_transcript->setAccessibleName(tr("Transcript"));
}

void ConversationPage::connectBackend()
{
    connect(&m_backend, &Backend::turnStarted, this, [this](const Conversation &conversation, const Turn &turn) {
        if (m_asked == std::optional(turn.id)) {
            m_asked.reset();
            m_askedInput = {};
        }
        if (conversation.id != m_conversation || m_loading)
            return;
        setTitle(conversation.title);
        m_presenter->addTurn(turn);
        showTranscript();
        refreshState();
        emit turnBegan();
    });
    connect(&m_backend, &Backend::itemAppended, this, [this](const ItemPtr &item) {
        if (item->conversation != m_conversation || m_loading)
            return;
        m_presenter->addItem(item);
        if (std::holds_alternative<TurnEnded>(item->body) || std::holds_alternative<ApprovalRequest>(item->body) || std::holds_alternative<ApprovalDecision>(item->body))
            refreshState();
    });
    connect(&m_backend, &Backend::draftChanged, this, [this](const Draft &draft) {
        if (draft.conversation == m_conversation && !m_loading)
            m_presenter->setDraft(draft);
    });
    connect(&m_backend, &Backend::turnEnded, this, [this](const ConversationId &conversation, const TurnId &turn) {
        if (conversation != m_conversation || m_loading)
            return;
        m_presenter->endTurn(turn);
        refreshState();
    });
    connect(&m_backend, &Backend::turnRefused, this, &ConversationPage::onRefused);
    connect(&m_backend, &Backend::failed, this, [this](const Error &error) { showError(error.message); });
}

void ConversationPage::connectTranscript()
{
    connect(m_presenter, &ConversationPresenter::wasReset, this, [this] { m_transcript->setEntries(m_presenter->entries()); });
    connect(m_presenter, &ConversationPresenter::entryAdded, m_transcript, &TranscriptView::appendEntry);
    connect(m_presenter, &ConversationPresenter::entryChanged, m_transcript, &TranscriptView::updateEntry);
    connect(m_transcript, &TranscriptView::stepActivated, this, [this](const QString &, const QString &step) { emit stepActivated(step); });
    connect(m_transcript, &TranscriptView::pictureActivated, this, &ConversationPage::pictureActivated);
    connect(m_transcript, &TranscriptView::actionTriggered, this, &ConversationPage::onAction);
    connect(m_transcript, &TranscriptView::linkRequested, this, [](const QUrl &url) { QDesktopServices::openUrl(url); });
}

void ConversationPage::applyTheme()
{
    m_transcript->setTranscriptStyle(transcriptStyleFor(currentTokens()));
}

bool ConversationPage::isEmpty() const
{
    return m_conversation.isEmpty();
}

void ConversationPage::setTitle(const QString &title)
{
    m_header->setTitle(title.isEmpty() ? tr("New chat") : title);
}

void ConversationPage::startNew()
{
    m_conversation = {};
    m_loading = false;
    m_replaces.reset();
    m_context->reset();
    m_presenter->clear();
    m_stack->setCurrentIndex(0);
    setTitle({});
    const QSignalBlocker quiet(m_composer);
    m_composer->setContent(m_drafts.draft({}));
    refreshState();
    emit conversationChanged({});
}

void ConversationPage::openConversation(const Conversation &conversation)
{
    if (conversation.id == m_conversation)
        return;
    m_conversation = conversation.id;
    m_loading = true;
    m_replaces.reset();
    m_context->reset();
    m_presenter->clear();
    showTranscript();
    setTitle(conversation.title);
    {
        const QSignalBlocker quiet(m_composer);
        m_composer->setContent(m_drafts.draft(conversation.id));
    }
    refreshState();
    emit conversationChanged(conversation.id);
    m_backend.openConversation(conversation.id, this, [this, id = conversation.id](const Result<ConversationTree> &tree) {
        if (id != m_conversation)
            return;
        m_loading = false;
        if (!tree)
            return showError(tree.error().message);
        m_presenter->open(*tree);
        refreshState();
    });
}

void ConversationPage::showTranscript()
{
    m_stack->setCurrentIndex(1);
}

void ConversationPage::submit(const UserInput &input, const TurnSettings &settings)
{
    if (m_asked || m_presenter->isRunning())
        return;
    const double left = m_budget - m_presenter->spending().cost.value_or(0);
    const bool isPaid = !m_composer->models().choice().isOffline();
    if (m_budget > 0 && isPaid && left <= 0) {
        m_composer->showProblem(tr("The budget of this conversation, %1, is used up; raise it under Settings to go on.").arg(costText(m_budget)));
        return;
    }
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    StartTurn command;
    command.turn = TurnId::create(now);
    command.input = input;
    command.settings = settings;
    if (m_budget > 0 && isPaid)
        command.settings.budget = left;
    command.settings.leaveOutEarlier = m_context->leavesOut() || input.compact;
    if (m_conversation.isEmpty()) {
        command.newConversation = ConversationId::create(now);
        m_conversation = command.newConversation;
        m_drafts.keep({}, {});
        emit conversationChanged(m_conversation);
    } else {
        command.conversation = m_conversation;
        const auto replaced = m_replaces ? m_presenter->turn(*m_replaces) : std::nullopt;
        command.parent = replaced ? replaced->parent : m_presenter->lastTurn();
    }
    m_replaces.reset();
    m_asked = command.turn;
    m_askedInput = input;
    m_composer->setContent({});
    refreshState();
    m_backend.startTurn(command);
}

// The newest turn, when the model refused it for its length.
std::optional<TurnId> ConversationPage::tooLongTurn() const
{
    const auto last = m_presenter->lastTurn();
    const auto ended = last ? m_presenter->ended(*last) : std::nullopt;
    return ended && ended->errorKind == toString(ErrorKind::ContextLength) ? last : std::nullopt;
}

// What was refused is not part of what is summarised; it goes back into the composer, to be sent after the summary.
void ConversationPage::summarise()
{
    if (m_asked || m_presenter->isRunning())
        return;
    const ComposerContent written = m_composer->content();
    const auto refused = tooLongTurn();
    const auto message = refused ? m_presenter->message(*refused) : std::nullopt;
    m_replaces = refused;
    submit({tr("Summarise the conversation so far."), {}, {}, true}, m_composer->settings());
    if (message && written.isEmpty())
        withFilesOf(*message, [this, text = message->text](const QStringList &files) { m_composer->setContent({text, files}); });
    else
        m_composer->setContent(written);
}

// Nothing was stored: what was typed goes back where it came from, with the reason.
void ConversationPage::onRefused(const TurnId &turn, const Error &error)
{
    if (m_asked != std::optional(turn))
        return;
    m_asked.reset();
    if (!m_presenter->lastTurn())
        startNew();
    m_composer->setContent({m_askedInput.text, m_askedInput.files});
    m_composer->showProblem(error.message);
    m_askedInput = {};
    refreshState();
}

void ConversationPage::stop()
{
    if (m_presenter->isRunning())
        m_backend.interrupt(*m_presenter->lastTurn());
    else if (m_asked)
        m_backend.interrupt(*m_asked);
}

void ConversationPage::onAction(const QString &entry, const QString &action)
{
    if (action == QLatin1String("retry"))
        retry(ConversationPresenter::turnOfEntry(entry));
}

void ConversationPage::withFilesOf(const UserMessage &message, std::function<void(const QStringList &)> then)
{
    if (message.attachments.isEmpty())
        return then({});
    copyMessageFiles(m_backend.blobs(), message.attachments, m_scratchFolder, this, [this, then](const Result<QStringList> &files) {
        if (files)
            then(*files);
        else
            showError(files.error().message);
    });
}

void ConversationPage::retry(const TurnId &turn)
{
    const auto message = m_presenter->message(turn);
    if (!message || m_presenter->isRunning())
        return;
    withFilesOf(*message, [this, turn, text = message->text](const QStringList &files) {
        m_replaces = turn;
        submit({text, files, {}, false}, m_composer->settings());
    });
}

void ConversationPage::recall()
{
    const auto last = m_presenter->lastTurn();
    const auto message = last ? m_presenter->message(*last) : std::nullopt;
    if (!message || m_presenter->isRunning())
        return;
    withFilesOf(*message, [this, turn = *last, text = message->text](const QStringList &files) {
        m_replaces = turn;
        m_composer->setContent({text, files});
        m_composer->focusText();
    });
}

void ConversationPage::readSampleWhiteboard()
{
    attachSample(QStringLiteral(":/samples/whiteboard.jpg"), QStringLiteral("whiteboard.jpg"), tr("What does it say?"));
}

void ConversationPage::analyseSampleTable()
{
    attachSample(QStringLiteral(":/samples/sales.csv"), QStringLiteral("sales.csv"), tr("What is in this table?"));
}

void ConversationPage::attachSample(const QString &resource, const QString &name, const QString &question)
{
    const Result<QString> path = unpackSample(resource, m_scratchFolder, name);
    if (!path)
        return showError(path.error().message);
    submit({question, {*path}, {}, false}, m_composer->settings());
}

void ConversationPage::keepDraft()
{
    const ComposerContent content = m_composer->content();
    if (content.isEmpty())
        m_replaces.reset();
    m_drafts.keep(m_conversation, content);
}

void ConversationPage::refreshState()
{
    const bool running = m_asked || m_presenter->isRunning();
    m_composer->setRunning(running);
    if (running && !m_ticker->isActive())
        m_ticker->start();
    else if (!running)
        m_ticker->stop();
    QList<Step> waiting;
    for (const Step &step : m_presenter->timeline().steps()) {
        if (step.phase == StepPhase::Waiting)
            waiting << step;
    }
    const bool asked = m_approvals->isAsking();
    m_approvals->setWaiting(waiting);
    // Who is writing keeps the keyboard.
    if (!asked && m_approvals->isAsking() && m_composer->content().isEmpty())
        m_approvals->takeKeyboard();
    m_context->setState(m_presenter->spending(), tooLongTurn().has_value());
    QStringList facts;
    if (m_presenter->lastTurn()) {
        const Turn turn = *m_presenter->turn(*m_presenter->lastTurn());
        const bool offline = turn.provider.isEmpty() || turn.provider == QLatin1String("offline");
        facts << (offline ? tr("Offline assistant") : turn.model) << m_presenter->spending().facts();
    }
    m_header->setFacts(facts.join(QStringLiteral(" · ")));
}

void ConversationPage::showError(const QString &sentence)
{
    m_composer->showProblem(sentence);
}

// The composer and the cards stand in the same column as the text.
void ConversationPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = qMax(16, (event->size().width() - spacing::column) / 2);
    m_footer->layout()->setContentsMargins(side, 4, side, 16);
    m_empty->parentWidget()->layout()->setContentsMargins(side, 0, side, 0);
    m_composer->setWindowHeight(event->size().height());
}

} // namespace vitrine
