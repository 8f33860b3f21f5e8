#include "widgets/UndoBar.h"

#include "theme/Tokens.h"
#include "widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QTimer>

#include <chrono>

namespace vitrine {

UndoBar::UndoBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_timer(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    m_label->setWordWrap(true);
    row->addWidget(m_label, 1);
    QPushButton *button = linkButton(tr("Undo"), this);
    row->addWidget(button);
    m_timer->setSingleShot(true);
    m_timer->setInterval(std::chrono::seconds(8));
    connect(button, &QPushButton::clicked, this, &UndoBar::undo);
    connect(m_timer, &QTimer::timeout, this, [this] {
        m_undo = nullptr;
        hide();
    });
    hide();
}

void UndoBar::offer(const QString &sentence, std::function<void()> undo)
{
    m_label->setText(sentence);
    setAccessibleName(sentence);
    m_undo = std::move(undo);
    m_timer->start();
    show();
}

void UndoBar::undo()
{
    m_timer->stop();
    hide();
    if (const auto undo = std::exchange(m_undo, nullptr))
        undo();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.line);
    painter.setBrush(t.page);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::corner, spacing::corner);
}

} // namespace vitrine
