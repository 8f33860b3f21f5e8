#include "connect/LocalServerRow.h"

#include "connect/FormField.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {

QString summary(const LocalServer &server)
{
    const QString address = QStringLiteral("%1:%2").arg(server.baseUrl.host()).arg(server.baseUrl.port());
    if (server.models.isEmpty())
        return address;
    return QStringLiteral("%1 · %2").arg(address, server.models.mid(0, 6).join(QStringLiteral(", ")));
}

} // namespace

LocalServerRow::LocalServerRow(const LocalServer &server, QWidget *parent)
    : Card(parent)
    , m_server(server)
    , m_state(sentenceLabel("secondary", this))
    , m_failure(sentenceLabel("error", this))
    , m_button(plainButton(tr("Connect"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 10, 10);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *title = new ElidedLabel(this);
    title->setFont(bodyFont(1.0, QFont::DemiBold));
    title->setText(server.title);
    auto *facts = new ElidedLabel(this, ElidedLabel::Ink::Secondary);
    facts->setFont(bodyFont(0.92));
    facts->setText(summary(server));
    words->addWidget(title);
    words->addWidget(facts);
    row->addLayout(words, 1);
    row->addWidget(m_button);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addWidget(m_failure);
    m_failure->hide();
    setBusy({});
    setConnectionName({});
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (m_connection.isEmpty())
            emit connectRequested();
        else
            emit useRequested();
    });
}

void LocalServerRow::setConnectionName(const QString &name)
{
    m_connection = name;
    m_button->setText(name.isEmpty() ? tr("Connect") : tr("Use"));
    m_button->setAccessibleName((name.isEmpty() ? tr("Connect %1") : tr("Use %1")).arg(m_server.title));
}

void LocalServerRow::setBusy(const QString &sentence)
{
    if (!sentence.isEmpty())
        showSentence(*m_failure, {});
    showSentence(*m_state, sentence);
    m_button->setEnabled(sentence.isEmpty());
}

void LocalServerRow::showFailure(const QString &sentence)
{
    setBusy({});
    showAlert(*m_failure, sentence);
}

QList<QWidget *> LocalServerRow::controls() const
{
    return {m_button};
}

} // namespace vitrine
