#include "connect/ConnectionRow.h"

#include "connect/FormField.h"
#include "connect/KeyPlaces.h"
#include "connections/ConnectionPresets.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

ConnectionRow::ConnectionRow(const ConnectedModels &connected, QWidget *parent)
    : Card(parent)
    , m_title(new ElidedLabel(this))
    , m_facts(new ElidedLabel(this, ElidedLabel::Ink::Secondary))
    , m_open(sentenceLabel("warn", this))
    , m_state(sentenceLabel("secondary", this))
    , m_failure(sentenceLabel("error", this))
    , m_use(plainButton(tr("Use"), this))
    , m_key(linkButton(tr("Other key"), this))
    , m_refresh(iconButton(QStringLiteral("view-refresh"), tr("Ask the server for its models"), this))
    , m_remove(iconButton(QStringLiteral("edit-delete"), tr("Remove the connection and its key"), this))
    , m_reallyRemove(plainButton(tr("Remove with its key"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 10, 10);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    m_title->setFont(bodyFont(1.0, QFont::DemiBold));
    m_facts->setFont(bodyFont(0.92));
    words->addWidget(m_title);
    words->addWidget(m_facts);
    words->addWidget(m_open);
    row->addLayout(words, 1);
    for (QWidget *button : controls())
        row->addWidget(button);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addWidget(m_failure);
    m_reallyRemove->setProperty("kind", QStringLiteral("danger"));
    m_reallyRemove->installEventFilter(this);
    setAsking(false);
    setBusy({});
    setConnected(connected);
    connect(m_use, &QPushButton::clicked, this, &ConnectionRow::useRequested);
    connect(m_key, &QPushButton::clicked, this, &ConnectionRow::keyRequested);
    connect(m_refresh, &QToolButton::clicked, this, &ConnectionRow::refreshRequested);
    connect(m_remove, &QToolButton::clicked, this, [this] { setAsking(true); });
    connect(m_reallyRemove, &QPushButton::clicked, this, &ConnectionRow::removeRequested);
}

void ConnectionRow::setConnected(const ConnectedModels &connected)
{
    m_connected = connected;
    const Connection &connection = connected.connection;
    const std::optional<ConnectionPreset> preset = presetById(connection.preset);
    const bool other = !preset || preset->id == QLatin1String("other");
    m_title->setText(connection.name);
    const bool inFile = connection.key.source == KeySource::File;
    QStringList facts{other ? connection.baseUrl.host() : preset->title, tr("%n models", nullptr, int(connected.models.size()))};
    if (!inFile)
        facts << keyPlaceText(connection.key);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    showSentence(*m_open, inFile ? keyPlaceText(connection.key) : QString());
    showSentence(*m_failure, connected.problem);
    // Each names its connection, since there are several of the same kind.
    m_use->setAccessibleName(tr("Use %1").arg(connection.name));
    m_key->setAccessibleName(tr("Other key for %1").arg(connection.name));
    m_refresh->setAccessibleName(tr("Ask %1 for its models").arg(connection.name));
    m_remove->setAccessibleName(tr("Remove %1 and its key").arg(connection.name));
    m_reallyRemove->setAccessibleName(tr("Really remove %1 with its key").arg(connection.name));
}

QList<QWidget *> ConnectionRow::controls() const
{
    return {m_use, m_key, m_refresh, m_remove, m_reallyRemove};
}

void ConnectionRow::setBusy(const QString &sentence)
{
    if (!sentence.isEmpty())
        showSentence(*m_failure, {});
    showSentence(*m_state, sentence);
    for (QWidget *button : controls())
        button->setEnabled(sentence.isEmpty());
}

void ConnectionRow::showFailure(const QString &sentence)
{
    setBusy({});
    setAsking(false);
    showAlert(*m_failure, sentence);
}

void ConnectionRow::setAsking(bool asking)
{
    const bool hadFocus = m_remove->hasFocus();
    m_reallyRemove->setVisible(asking);
    if (asking && hadFocus)
        m_reallyRemove->setFocus(Qt::OtherFocusReason);
    m_remove->setVisible(!asking);
}

bool ConnectionRow::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever turns to something else did not mean it.
    if (watched == m_reallyRemove && event->type() == QEvent::FocusOut && m_reallyRemove->isEnabled())
        setAsking(false);
    return Card::eventFilter(watched, event);
}

} // namespace vitrine
