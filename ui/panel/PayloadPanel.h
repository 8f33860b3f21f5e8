#pragma once

#include "providers/WireRecord.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace vitrine {

class CodeBlock;
class ConversationPresenter;
class PayloadLog;

// What was sent to the provider and what came back, request by request, of the conversation that is open.
class PayloadPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PayloadPanel)

public:
    PayloadPanel(ConversationPresenter &presenter, PayloadLog &log, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void refill(); // when it is seen
    void showRecord(int index);

    ConversationPresenter &m_presenter;
    PayloadLog &m_log;
    QList<WireRecord> m_records;
    QComboBox *m_choice;
    QToolButton *m_curl;
    QLabel *m_empty;
    QLabel *m_facts;
    QWidget *m_details;
    CodeBlock *m_sent;
    CodeBlock *m_received;
    CodeBlock *m_headers;
};

} // namespace vitrine
