#include "page/PageHeader.h"

#include "theme/Theme.h"
#include "widgets/Buttons.h"
#include "widgets/Card.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_sidebar(iconButton(QStringLiteral("sidebar-expand-left view-left-new"), tr("Show the conversations"), this, tr("Show the conversations (Ctrl+B)")))
    , m_new(iconButton(QStringLiteral("document-edit"), tr("New chat"), this, tr("Begin a new conversation (Ctrl+N)")))
    , m_title(new ElidedLabel(this))
    , m_facts(new ElidedLabel(this, ElidedLabel::Ink::Secondary))
    , m_more(iconButton(QStringLiteral("overflow-menu view-more-horizontal"), tr("More"), this))
    , m_panel(iconButton(QStringLiteral("sidebar-expand-right view-right-new"), tr("Show what was done"), this, tr("Show timeline, images and files (Ctrl+J)")))
{
    setFixedHeight(50);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 10, 0);
    row->setSpacing(4);
    m_title->setFont(bodyFont(1.0, QFont::DemiBold));
    m_facts->setFont(bodyFont(0.86));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_facts);
    words->addStretch();
    row->addWidget(m_sidebar);
    row->addWidget(m_new);
    row->addSpacing(6);
    row->addLayout(words, 1);
    row->addWidget(m_more);
    row->addWidget(m_panel);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();
    connect(m_sidebar, &QToolButton::clicked, this, &PageHeader::sidebarRequested);
    connect(m_new, &QToolButton::clicked, this, &PageHeader::newRequested);
    connect(m_panel, &QToolButton::clicked, this, &PageHeader::panelRequested);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setFacts(const QString &facts)
{
    m_facts->setText(facts);
    m_facts->setVisible(!facts.isEmpty());
}

void PageHeader::setMenu(QMenu *menu)
{
    m_more->setMenu(menu);
    m_more->setVisible(menu);
}

void PageHeader::setPanesShown(bool sidebar, bool panel)
{
    m_sidebar->setVisible(!sidebar);
    m_new->setVisible(!sidebar);
    m_panel->setVisible(!panel);
}

void PageHeader::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, mixed(t.page, t.line, 0.7));
}

} // namespace vitrine
