#pragma once

#include "model/Approval.h"
#include "presenter/Step.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace vitrine {

class Card;

// Asks above the composer, never in front of the window: the exact command, with what cannot be seen made visible, and four answers.
// Y, A, E and N answer while the bar has the keyboard, as in the terminal.
class ApprovalBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApprovalBar)

public:
    explicit ApprovalBar(QWidget *parent = nullptr);

    // The waiting steps, oldest first; the first is asked, the others are counted. An empty list hides the bar.
    void setWaiting(const QList<Step> &waiting);
    bool isAsking() const { return !m_call.isEmpty(); }
    QString shownCommand() const;
    void takeKeyboard();

signals:
    void decided(const vitrine::CallId &call, vitrine::Decision decision, const QString &words);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class State { Asking, Editing, Declining };
    void build();
    void setState(State state);
    void fitCommand();
    void answer(Decision decision, const QString &words = {});

    Card *m_card;
    QLabel *m_title;
    QLabel *m_hidden;
    QPlainTextEdit *m_command;
    QLineEdit *m_why;
    QPushButton *m_yes;
    QPushButton *m_always;
    QPushButton *m_edit;
    QPushButton *m_no;
    QPushButton *m_back;
    CallId m_call;
    QString m_what;
    State m_state = State::Asking;
};

} // namespace vitrine
