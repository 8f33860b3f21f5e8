#include "approvals/ApprovalBar.h"

#include "presenter/Words.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"
#include "widgets/Card.h"
#include "widgets/FlowLayout.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine {

ApprovalBar::ApprovalBar(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card(this, Card::Ground::Warn))
    , m_title(new QLabel(m_card))
    , m_hidden(new QLabel(m_card))
    , m_command(new QPlainTextEdit(m_card))
    , m_why(new QLineEdit(m_card))
    , m_yes(primaryButton(tr("Yes, once (Y)"), m_card))
    , m_always(plainButton(tr("Always this exact command (A)"), m_card))
    , m_edit(plainButton(tr("Edit (E)"), m_card))
    , m_no(plainButton(tr("No, and say why (N)"), m_card))
    , m_back(linkButton(tr("Back"), m_card))
{
    setFocusPolicy(Qt::StrongFocus);
    build();
    hide();
}

void ApprovalBar::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(8);
    m_title->setFont(bodyFont(1.0, QFont::DemiBold));
    m_title->setTextFormat(Qt::PlainText);
    m_hidden->setProperty("kind", QStringLiteral("warn"));
    m_hidden->setWordWrap(true);
    m_command->setProperty("kind", QStringLiteral("code"));
    m_command->setFont(codeFont());
    m_command->setTabChangesFocus(true);
    m_command->setAccessibleName(tr("The exact command"));
    m_why->setPlaceholderText(tr("Why not? The model is told."));
    m_why->setAccessibleName(tr("Why not"));
    column->addWidget(m_title);
    column->addWidget(m_command);
    column->addWidget(m_hidden);
    column->addWidget(m_why);
    auto *row = new FlowLayout(8);
    for (QPushButton *button : {m_yes, m_always, m_edit, m_no, m_back})
        row->addWidget(button);
    column->addLayout(row);
    for (QWidget *watched : {static_cast<QWidget *>(m_command), static_cast<QWidget *>(m_why), static_cast<QWidget *>(m_yes), static_cast<QWidget *>(m_always),
                             static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_no), static_cast<QWidget *>(m_back)})
        watched->installEventFilter(this);
    connect(m_command, &QPlainTextEdit::textChanged, this, &ApprovalBar::fitCommand);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        if (m_state == State::Editing)
            answer(Decision::Edited, m_command->toPlainText());
        else
            answer(Decision::Once);
    });
    connect(m_always, &QPushButton::clicked, this, [this] { answer(Decision::AlwaysThisExact); });
    connect(m_edit, &QPushButton::clicked, this, [this] { setState(State::Editing); });
    connect(m_no, &QPushButton::clicked, this, [this] {
        if (m_state == State::Declining)
            answer(Decision::Declined, m_why->text());
        else
            setState(State::Declining);
    });
    connect(m_why, &QLineEdit::returnPressed, this, [this] { answer(Decision::Declined, m_why->text()); });
    connect(m_back, &QPushButton::clicked, this, [this] { setState(State::Asking); });
}

void ApprovalBar::setWaiting(const QList<Step> &waiting)
{
    if (waiting.isEmpty()) {
        m_call = {};
        hide();
        return;
    }
    const Step &first = waiting.constFirst();
    const QString what = first.approval;
    m_title->setText(waiting.size() > 1 ? tr("May this run? (%n more after it)", nullptr, int(waiting.size()) - 1) : tr("May this run?"));
    if (first.callId == m_call && what == m_what)
        return;
    m_call = first.callId;
    m_what = what;
    const QString visible = words::withHiddenShown(m_what);
    m_hidden->setText(tr("It holds characters that cannot be seen; they are shown as ⟨U+…⟩."));
    m_hidden->setVisible(visible != m_what);
    setState(State::Asking);
    setAccessibleName(tr("May this run? %1").arg(visible));
    show();
}

QString ApprovalBar::shownCommand() const
{
    return m_command->toPlainText();
}

void ApprovalBar::takeKeyboard()
{
    m_yes->setFocus(Qt::OtherFocusReason);
}

void ApprovalBar::setState(State state)
{
    m_state = state;
    m_command->setReadOnly(state != State::Editing);
    m_command->setPlainText(state == State::Editing ? m_what : words::withHiddenShown(m_what));
    fitCommand();
    m_why->setVisible(state == State::Declining);
    m_yes->setVisible(state != State::Declining);
    m_yes->setText(state == State::Editing ? tr("Run what I wrote") : tr("Yes, once (Y)"));
    m_always->setVisible(state == State::Asking);
    m_edit->setVisible(state == State::Asking);
    m_no->setVisible(state != State::Editing);
    m_no->setText(state == State::Declining ? tr("Decline") : tr("No, and say why (N)"));
    m_back->setVisible(state != State::Asking);
    if (state == State::Editing)
        m_command->setFocus();
    if (state == State::Declining)
        m_why->setFocus();
}

// All of a short command is seen; the lines are known only once the width is.
void ApprovalBar::fitCommand()
{
    constexpr int mostLines = 8;
    const QFontMetrics metrics(m_command->font());
    const int width = m_command->width() - 22; // the frame's padding and the document's margins
    const QRect words = metrics.boundingRect(QRect(0, 0, qMax(width, 100), 100'000), Qt::TextWrapAnywhere, m_command->toPlainText());
    const int lines = qRound(double(words.height()) / metrics.lineSpacing()); // signs from another font make a line a little taller
    m_command->setVerticalScrollBarPolicy(lines > mostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_command->setFixedHeight(qBound(1, lines, mostLines) * metrics.lineSpacing() + 20);
}

void ApprovalBar::answer(Decision decision, const QString &words)
{
    const CallId call = std::exchange(m_call, {});
    hide();
    if (!call.isEmpty())
        emit decided(call, decision, words);
}

void ApprovalBar::keyPressEvent(QKeyEvent *event)
{
    if (m_state != State::Asking) {
        if (event->key() == Qt::Key_Escape)
            return setState(State::Asking);
        return QWidget::keyPressEvent(event);
    }
    switch (event->key()) {
    case Qt::Key_Y:
        return answer(Decision::Once);
    case Qt::Key_A:
        return answer(Decision::AlwaysThisExact);
    case Qt::Key_E:
        return setState(State::Editing);
    case Qt::Key_N:
        return setState(State::Declining);
    default:
        QWidget::keyPressEvent(event);
    }
}

// The letters count wherever the keyboard is within the bar, except where one is writing.
bool ApprovalBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_state != State::Asking && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept(); // goes back here; it must not stop the turn
        return true;
    }
    if (event->type() == QEvent::Resize && watched == m_command)
        fitCommand();
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool letter = key->text().size() == 1 && QStringLiteral("yaen").contains(key->text(), Qt::CaseInsensitive);
        if ((m_state == State::Asking && letter && !(key->modifiers() & Qt::ControlModifier)) || (m_state != State::Asking && key->key() == Qt::Key_Escape)) {
            keyPressEvent(key);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vitrine
