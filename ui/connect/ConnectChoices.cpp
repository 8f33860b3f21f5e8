#include "connect/ConnectChoices.h"

#include "connect/ConnectionRow.h"
#include "connect/FormField.h"
#include "connect/LocalServerRow.h"
#include "connect/ProviderTile.h"
#include "connect/TileGrid.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {
// Most asked for first. The kinds of local servers are found by themselves.
const QStringList order{QStringLiteral("openai"), QStringLiteral("anthropic"), QStringLiteral("gemini"), QStringLiteral("openrouter"), QStringLiteral("azure"),
                        QStringLiteral("mistral"), QStringLiteral("groq"),      QStringLiteral("deepseek"), QStringLiteral("xai"),      QStringLiteral("other")};
} // namespace

ConnectChoices::ConnectChoices(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_tiles(new TileGrid(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    for (const QString &id : order) {
        auto *tile = new ProviderTile(*presetById(id), m_tiles);
        m_tiles->add(tile);
        connect(tile, &ProviderTile::clicked, this, [this, id] { emit presetChosen(id); });
    }
    m_column->addWidget(m_tiles);
    addHeading(tr("On this machine"));
    auto *row = new QHBoxLayout;
    m_localState = sentenceLabel("secondary", this);
    m_lookAgain = inlineButton(tr("Look again"), this);
    row->addWidget(m_localState, 1);
    row->addWidget(m_lookAgain, 0, Qt::AlignTop);
    m_column->addLayout(row);
    m_localColumn = new QVBoxLayout;
    m_localColumn->setSpacing(8);
    m_column->addLayout(m_localColumn);
    addHeading(tr("Connected"));
    m_failure = sentenceLabel("error", this);
    m_none = sentenceLabel("secondary", this);
    m_column->addWidget(m_failure);
    m_column->addWidget(m_none);
    m_rowsColumn = new QVBoxLayout;
    m_rowsColumn->setSpacing(8);
    m_column->addLayout(m_rowsColumn);
    m_column->addStretch(1);
    m_failure->hide();
    showSentence(*m_none, tr("Nothing yet. The offline assistant works without a connection."));
    connect(m_lookAgain, &QPushButton::clicked, this, &ConnectChoices::lookRequested);
    setLooking();
}

void ConnectChoices::addHeading(const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setFont(bodyFont(1.0, QFont::DemiBold));
    m_column->addSpacing(16);
    m_column->addWidget(label);
}

void ConnectChoices::setConnected(const QList<ConnectedModels> &connected)
{
    showSentence(*m_failure, {});
    m_none->setVisible(connected.isEmpty());
    QList<ConnectionRow *> gone = m_rows;
    QList<ConnectionRow *> kept;
    for (const ConnectedModels &one : connected) {
        ConnectionRow *known = row(one.connection.name);
        if (known)
            known->setConnected(one);
        else
            addRow(one, int(kept.size()));
        ConnectionRow *now = row(one.connection.name);
        gone.removeAll(now);
        kept.append(now);
    }
    for (ConnectionRow *old : std::as_const(gone)) {
        if (old->isAncestorOf(focusWidget()))
            focusFirst();
        old->hide();
        old->deleteLater();
    }
    m_rows = kept;
    showLocal();
    orderTabs();
}

void ConnectChoices::orderTabs()
{
    // Rows come whenever answers come; Tab goes as the eye does.
    QWidget *last = m_lookAgain;
    const auto next = [&last](const QList<QWidget *> &controls) {
        for (QWidget *control : controls) {
            setTabOrder(last, control);
            last = control;
        }
    };
    for (const LocalServerRow *local : std::as_const(m_localRows))
        next(local->controls());
    for (const ConnectionRow *connection : std::as_const(m_rows))
        next(connection->controls());
}

void ConnectChoices::addRow(const ConnectedModels &connected, int place)
{
    auto *made = new ConnectionRow(connected, this);
    m_rows.append(made);
    m_rowsColumn->insertWidget(place, made);
    const QString name = made->name();
    connect(made, &ConnectionRow::useRequested, this, [this, made] { emit useRequested(made->connected()); });
    connect(made, &ConnectionRow::keyRequested, this, [this, name] { emit keyRequested(name); });
    connect(made, &ConnectionRow::refreshRequested, this, [this, name] { emit refreshRequested(name); });
    connect(made, &ConnectionRow::removeRequested, this, [this, name] { emit removeRequested(name); });
}

void ConnectChoices::showListFailure(const QString &sentence)
{
    m_none->hide();
    showAlert(*m_failure, sentence);
}

void ConnectChoices::setLooking()
{
    m_lookAgain->setEnabled(false);
    showSentence(*m_localState, tr("Looking for model servers…"));
}

void ConnectChoices::setLocalServers(const QList<LocalServer> &servers)
{
    m_lookAgain->setEnabled(true);
    m_servers = servers;
    showSentence(*m_localState, servers.isEmpty() ? tr("Nothing answers here. Vitrine looks for Ollama, llama.cpp, LM Studio and vLLM at their usual ports; start one and look again.")
                                                  : tr("Found here; no key is needed."));
    for (LocalServerRow *old : std::as_const(m_localRows)) {
        old->hide();
        old->deleteLater();
    }
    m_localRows.clear();
    for (const LocalServer &server : servers) {
        auto *made = new LocalServerRow(server, this);
        m_localRows.append(made);
        m_localColumn->addWidget(made);
        connect(made, &LocalServerRow::connectRequested, this, [this, server] { emit localChosen(server); });
        connect(made, &LocalServerRow::useRequested, this, [this, made] {
            if (ConnectionRow *known = row(made->connectionName()))
                emit useRequested(known->connected());
        });
    }
    showLocal();
    orderTabs();
}

void ConnectChoices::showLocal()
{
    for (LocalServerRow *local : std::as_const(m_localRows)) {
        QString name;
        for (const ConnectionRow *known : std::as_const(m_rows)) {
            if (known->connected().connection.baseUrl == local->server().baseUrl)
                name = known->name();
        }
        local->setConnectionName(name);
    }
}

void ConnectChoices::focusFirst()
{
    m_tiles->focusFirst();
}

ConnectionRow *ConnectChoices::row(const QString &name) const
{
    for (ConnectionRow *row : m_rows) {
        if (row->name() == name)
            return row;
    }
    return nullptr;
}

LocalServerRow *ConnectChoices::localRow(const QUrl &baseUrl) const
{
    for (LocalServerRow *row : m_localRows) {
        if (row->server().baseUrl == baseUrl)
            return row;
    }
    return nullptr;
}

} // namespace vitrine
