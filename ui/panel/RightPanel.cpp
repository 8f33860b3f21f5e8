#include "panel/RightPanel.h"

#include "images/ImagesPanel.h"
#include "images/PictureLoader.h"
#include "panel/FilesPanel.h"
#include "panel/PayloadPanel.h"
#include "presenter/ConversationPresenter.h"
#include "theme/Tokens.h"
#include "timeline/TimelinePanel.h"
#include "widgets/Buttons.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

RightPanel::RightPanel(ConversationPresenter &presenter, PayloadLog &payloads, PictureLoader &loader, const BlobReader &blobs, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_payloads(payloads)
    , m_loader(loader)
    , m_blobs(blobs)
    , m_clock(clock)
    , m_pages(new QStackedWidget(this))
{
    setAccessibleName(tr("What was done"));
    build();
}

void RightPanel::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, 0, 0, 0);
    column->setSpacing(0);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 8, 8, 6);
    row->setSpacing(2);
    auto *group = new QButtonGroup(this);
    const auto addTab = [&](Tab tab, const QString &text) {
        auto *button = new QToolButton(this);
        button->setProperty("kind", QStringLiteral("tab"));
        button->setText(text);
        button->setAccessibleName(text);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        group->addButton(button);
        row->addWidget(button);
        m_buttons.append(button);
        m_pages->addWidget(new QWidget(m_pages));
        connect(button, &QToolButton::clicked, this, [this, tab] { showTab(tab); });
    };
    addTab(Tab::Timeline, tr("Timeline"));
    addTab(Tab::Images, tr("Images"));
    addTab(Tab::Files, tr("Files"));
    addTab(Tab::Payload, tr("Payload"));
    m_buttons.constFirst()->setChecked(true);
    row->addStretch();
    QToolButton *fold = iconButton(QStringLiteral("sidebar-collapse-right view-right-close"), tr("Hide what was done"), this, tr("Hide this pane (Ctrl+J)"));
    row->addWidget(fold);
    connect(fold, &QToolButton::clicked, this, &RightPanel::foldRequested);
    column->addLayout(row);
    column->addWidget(m_pages, 1);
}

void RightPanel::ensure(Tab tab)
{
    const int index = int(tab);
    QWidget *made = nullptr;
    if (tab == Tab::Timeline && !m_timeline) {
        made = m_timeline = new TimelinePanel(m_presenter.timeline(), m_loader, m_clock, m_pages);
        connect(m_timeline, &TimelinePanel::pictureActivated, this, &RightPanel::pictureOpened);
    } else if (tab == Tab::Images && !m_images) {
        made = m_images = new ImagesPanel(m_presenter.lineage(), m_loader, m_blobs, m_pages);
        connect(m_images, &ImagesPanel::openRequested, this, &RightPanel::pictureOpened);
        connect(m_images, &ImagesPanel::failed, this, &RightPanel::failed);
    } else if (tab == Tab::Files && !qobject_cast<FilesPanel *>(m_pages->widget(index))) {
        auto *files = new FilesPanel(m_presenter, m_blobs, m_pages);
        connect(files, &FilesPanel::failed, this, &RightPanel::failed);
        made = files;
    } else if (tab == Tab::Payload && !qobject_cast<PayloadPanel *>(m_pages->widget(index))) {
        made = new PayloadPanel(m_presenter, m_payloads, m_pages);
    }
    if (!made)
        return;
    QWidget *placeholder = m_pages->widget(index);
    m_pages->insertWidget(index, made);
    m_pages->removeWidget(placeholder);
    placeholder->deleteLater();
}

void RightPanel::showTab(Tab tab)
{
    m_tab = tab;
    m_buttons[int(tab)]->setChecked(true);
    ensure(tab);
    m_pages->setCurrentIndex(int(tab));
}

void RightPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showTab(m_tab);
}

void RightPanel::showStep(const QString &step)
{
    showTab(Tab::Timeline);
    m_timeline->showStep(step);
}

void RightPanel::showPicture(const QString &image)
{
    showTab(Tab::Images);
    m_images->select(image);
}

void RightPanel::tick()
{
    if (m_timeline)
        m_timeline->tick();
}

void RightPanel::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.page);
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, 1, height())), t.line);
}

} // namespace vitrine
