#include "panel/PayloadPanel.h"

#include "presenter/ConversationPresenter.h"
#include "presenter/PayloadLog.h"
#include "presenter/PayloadText.h"
#include "presenter/Words.h"
#include "timeline/CodeBlock.h"
#include "widgets/Buttons.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

PayloadPanel::PayloadPanel(ConversationPresenter &presenter, PayloadLog &log, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_log(log)
    , m_choice(new QComboBox(this))
    , m_curl(iconButton(QStringLiteral("edit-copy"), tr("Copy as cURL"), this, tr("Copy the request as a cURL command; the key is not in it")))
    , m_empty(new QLabel(tr("What is sent to a provider and what comes back appears here, word for word and without the key, as long as the program runs."), this))
    , m_facts(new QLabel(this))
    , m_details(new QWidget(this))
    , m_sent(new CodeBlock(tr("Sent"), m_details))
    , m_received(new CodeBlock(tr("Received"), m_details))
    , m_headers(new CodeBlock(tr("Headers"), m_details))
{
    setAccessibleName(tr("Payload"));
    build();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &PayloadPanel::showRecord);
    connect(m_curl, &QToolButton::clicked, this, [this] {
        if (const int index = m_choice->currentIndex(); index >= 0 && index < m_records.size())
            QGuiApplication::clipboard()->setText(payload::curlCommand(m_records[index]));
    });
    connect(&log, &PayloadLog::added, this, &PayloadPanel::refill);
    connect(&presenter, &ConversationPresenter::wasReset, this, &PayloadPanel::refill);
}

void PayloadPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 12);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    m_choice->setAccessibleName(tr("Request"));
    m_choice->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    row->addWidget(m_choice, 1);
    row->addWidget(m_curl);
    column->addLayout(row);
    for (QLabel *label : {m_empty, m_facts}) {
        label->setProperty("kind", QStringLiteral("secondary"));
        label->setWordWrap(true);
    }
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setTextFormat(Qt::PlainText);
    column->addWidget(m_empty);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *blocks = new QVBoxLayout(m_details);
    blocks->setContentsMargins(0, 0, 0, 0);
    blocks->setSpacing(10);
    blocks->setAlignment(Qt::AlignTop);
    blocks->addWidget(m_facts);
    blocks->addWidget(m_sent);
    blocks->addWidget(m_received);
    blocks->addWidget(m_headers);
    m_details->setAutoFillBackground(false);
    scroll->setWidget(m_details);
    scroll->viewport()->setAutoFillBackground(false);
    column->addWidget(scroll, 1);
}

void PayloadPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refill();
}

void PayloadPanel::refill()
{
    if (!isVisible())
        return;
    const bool atNewest = m_choice->currentIndex() == m_choice->count() - 1;
    const int before = m_choice->currentIndex();
    m_records = m_log.of(m_presenter.turnIds());
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (qsizetype i = 0; i < m_records.size(); ++i)
            m_choice->addItem(QStringLiteral("%1. %2").arg(i + 1).arg(payload::titleOf(m_records[i])));
        m_choice->setCurrentIndex(atNewest ? m_choice->count() - 1 : qMin(before, m_choice->count() - 1));
    }
    showRecord(m_choice->currentIndex());
}

void PayloadPanel::showRecord(int index)
{
    const bool any = index >= 0 && index < m_records.size();
    m_empty->setVisible(!any);
    m_details->setVisible(any);
    m_choice->setVisible(any);
    m_curl->setVisible(any);
    if (!any)
        return;
    const WireRecord &record = m_records[index];
    m_facts->setText(words::withHiddenShown(payload::factsOf(record).join(QLatin1Char('\n'))));
    m_facts->setVisible(!m_facts->text().isEmpty());
    m_sent->setText(payload::requestText(record.request));
    m_received->setText(payload::responseText(record));
    m_headers->setText(payload::headersText(record));
}

} // namespace vitrine
