#include "transcript/LinkPrompt.h"

#include "transcript/SafeLink.h"
#include "transcript/TranscriptStyle.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {

// A long address has no spaces to break at; without these it would be cut, and what matters may be at its end.
QString breakable(const QString &address)
{
    QString out;
    for (qsizetype i = 0; i < address.size(); ++i) {
        out += address.at(i);
        if (i % 8 == 7 || address.at(i) == u'/' || address.at(i) == u'&')
            out += QChar(0x200B);
    }
    return out;
}

} // namespace

LinkPrompt::LinkPrompt(QWidget *parent)
    : QFrame(parent)
    , m_host(new QLabel(this))
    , m_address(new QLabel(this))
    , m_open(new QPushButton(tr("Open"), this))
    , m_copy(new QPushButton(tr("Copy address"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    setObjectName(QStringLiteral("linkPrompt"));
    setAutoFillBackground(true);
    m_host->setTextFormat(Qt::PlainText); // a host may not bring markup
    m_address->setTextFormat(Qt::PlainText);
    m_address->setWordWrap(true);
    m_open->setObjectName(QStringLiteral("openLink"));
    m_open->setDefault(true);
    for (QPushButton *button : {m_open, m_copy, m_cancel})
        button->setAccessibleName(button->text());

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_host);
    words->addWidget(m_address);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 12, 12);
    row->setSpacing(8);
    row->addLayout(words, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_copy);
    row->addWidget(m_open);
    setTabOrder(m_open, m_copy);
    setTabOrder(m_copy, m_cancel);

    connect(m_open, &QPushButton::clicked, this, [this] {
        const QUrl url = m_url;
        dismiss();
        emit confirmed(url);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const QString address = trueTarget(m_url);
        dismiss();
        emit copyRequested(address);
    });
    connect(m_cancel, &QPushButton::clicked, this, &LinkPrompt::dismiss);
    hide();
}

void LinkPrompt::setTranscriptStyle(const TranscriptStyle &style)
{
    const QString sheet = QStringLiteral("#linkPrompt { background: %1; border: 1px solid %2; border-radius: 12px; }"
                                         "QLabel { color: %3; background: transparent; }"
                                         "QPushButton { color: %3; background: %6; border: 1px solid %2; border-radius: 8px; padding: 6px 12px; }"
                                         "QPushButton:focus { border: 1px solid %4; }"
                                         "#openLink { color: %5; background: %4; border: 1px solid %4; }"
                                         "#openLink:focus { border: 2px solid %3; }")
                              .arg(style.card.name(), style.line.name(), style.text.name(), style.accent.name(),
                                   style.onAccent.name(), style.page.name());
    setStyleSheet(sheet);
    QFont bold = style.body;
    bold.setWeight(QFont::DemiBold);
    m_host->setFont(bold);
    m_address->setFont(style.code);
}

void LinkPrompt::ask(const QUrl &url)
{
    m_url = url;
    const QString address = trueTarget(url);
    const bool mail = url.scheme() == u"mailto";
    const QString host = QString::fromLatin1(QUrl(address).host(QUrl::FullyEncoded).toLatin1());
    m_host->setText(mail ? tr("Write to %1?").arg(url.path()) : tr("Open %1?").arg(host));
    m_address->setText(breakable(address));
    m_address->setAccessibleName(address);
    setAccessibleName(m_host->text());
    setAccessibleDescription(address);
    show();
    raise();
    m_open->setFocus(Qt::OtherFocusReason);
}

int LinkPrompt::heightFor(int width) const
{
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
}

void LinkPrompt::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void LinkPrompt::dismiss()
{
    // The keyboard goes back first: hiding what has it would send it along the tab chain.
    emit closed();
    hide();
}

} // namespace vitrine
