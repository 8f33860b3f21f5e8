#include "page/ContextBar.h"

#include "presenter/Words.h"
#include "widgets/Buttons.h"
#include "widgets/Card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine {

ContextBar::ContextBar(QWidget *parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_card(new Card(this, Card::Ground::Warn))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(14, 10, 10, 10);
    column->setSpacing(8);
    m_words->setWordWrap(true);
    column->addWidget(m_words);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    QPushButton *summarise = plainButton(tr("Summarise and go on"), m_card);
    summarise->setToolTip(tr("The model writes a summary that stands for everything before it. The original stays here and can be read."));
    QPushButton *leaveOut = plainButton(tr("Leave out earlier outputs"), m_card);
    leaveOut->setToolTip(tr("Outputs of tools and pictures of earlier messages are not sent again. They stay here."));
    QPushButton *dismiss = linkButton(tr("Not now"), m_card);
    row->addWidget(summarise);
    row->addWidget(leaveOut);
    row->addStretch();
    row->addWidget(dismiss);
    column->addLayout(row);
    connect(summarise, &QPushButton::clicked, this, &ContextBar::summaryRequested);
    connect(leaveOut, &QPushButton::clicked, this, [this] {
        m_leavesOut = true;
        hide();
        emit leaveOutRequested();
    });
    connect(dismiss, &QPushButton::clicked, this, [this] {
        m_dismissed = true;
        hide();
    });
    hide();
}

void ContextBar::setState(const Spending &spending, bool tooLong)
{
    const bool full = tooLong || (spending.isNearlyFull() && !m_dismissed && !m_leavesOut);
    if (tooLong)
        m_words->setText(tr("The conversation no longer fits into the model's window. Nothing was cut; choose what to do."));
    else if (full)
        m_words->setText(tr("The model's window is nearly full: %1 of %2 tokens. Choose what to do before it overflows.")
                             .arg(words::count(spending.contextTokens.value_or(0)), words::count(spending.windowTokens.value_or(0))));
    setVisible(full);
}

void ContextBar::reset()
{
    m_dismissed = false;
    m_leavesOut = false;
    hide();
}

} // namespace vitrine
