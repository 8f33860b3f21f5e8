#pragma once

#include "presenter/Spending.h"

#include <QWidget>

class QLabel;

namespace vitrine {

// Says above the composer that the conversation is about to outgrow the model's window, or has, and what can be done; nothing is cut
// without being asked for.
class ContextBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ContextBar)

public:
    explicit ContextBar(QWidget *parent = nullptr);

    // `tooLong`: the model has refused the last request for its length.
    void setState(const Spending &spending, bool tooLong);
    // Another conversation: what was put aside counts no more.
    void reset();
    bool leavesOut() const { return m_leavesOut; }

signals:
    void summaryRequested();
    void leaveOutRequested(); // outputs and pictures of earlier turns, from now on

private:
    QLabel *m_words;
    QWidget *m_card;
    bool m_dismissed = false;
    bool m_leavesOut = false;
};

} // namespace vitrine
