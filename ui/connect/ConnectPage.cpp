#include "connect/ConnectPage.h"

#include "connect/ConnectChoices.h"
#include "connect/ConnectForm.h"
#include "connect/ConnectModels.h"
#include "connect/ConnectionRow.h"
#include "connect/LocalServerRow.h"
#include "connections/KeyText.h"

#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace vitrine {

namespace {

QStringList namesOf(const QList<ConnectedModels> &connected)
{
    QStringList names;
    for (const ConnectedModels &one : connected)
        names << one.connection.name;
    return names;
}

} // namespace

ConnectPage::ConnectPage(ConnectionBackend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_title(new QLabel(tr("Connect a model"), this))
    , m_stack(new QStackedWidget(this))
    , m_choices(new ConnectChoices(this))
    , m_form(new ConnectForm(this))
    , m_models(new ConnectModels(this))
{
    setAccessibleName(tr("Connect a model"));
    setFocusPolicy(Qt::ClickFocus);
    build();
    connectChoices();
    connect(m_form, &ConnectForm::submitted, this, &ConnectPage::test);
    connect(m_form, &ConnectForm::stopRequested, this, &ConnectPage::stop);
    connect(m_models, &ConnectModels::taken, this, &ConnectPage::useModel);
    connect(&m_backend, &ConnectionBackend::changed, this, [this] {
        if (isVisible())
            loadList();
    });
    parent->installEventFilter(this);
    hide();
}

ConnectPage::~ConnectPage()
{
    m_form->wipe();
}

void ConnectPage::connectChoices()
{
    connect(m_choices, &ConnectChoices::presetChosen, this, &ConnectPage::openForm);
    connect(m_choices, &ConnectChoices::localChosen, this, &ConnectPage::connectLocal);
    connect(m_choices, &ConnectChoices::lookRequested, this, &ConnectPage::look);
    connect(m_choices, &ConnectChoices::useRequested, this, [this](const ConnectedModels &connected) { showModels(connected, true); });
    connect(m_choices, &ConnectChoices::keyRequested, this, &ConnectPage::openKeyForm);
    connect(m_choices, &ConnectChoices::refreshRequested, this, &ConnectPage::refresh);
    connect(m_choices, &ConnectChoices::removeRequested, this, &ConnectPage::remove);
}

void ConnectPage::open()
{
    setGeometry(parentWidget()->rect());
    show();
    raise();
    go(Step::Choices);
    loadList();
    look();
    m_backend.keyringName(this, [this](const Result<QString> &keyring) { m_form->setKeyring(keyring); });
}

void ConnectPage::close()
{
    stop();
    m_form->wipe();
    hide();
    emit closed();
}

ConnectPage::Step ConnectPage::step() const
{
    return Step(m_stack->currentIndex());
}

void ConnectPage::go(Step step)
{
    m_stack->setCurrentIndex(int(step));
    static_cast<QScrollArea *>(m_stack->currentWidget())->verticalScrollBar()->setValue(0);
    switch (step) {
    case Step::Choices:
        return m_choices->focusFirst();
    case Step::Form:
        return m_form->focusFirst();
    case Step::Models:
        return m_models->focusSearch();
    }
}

void ConnectPage::back()
{
    if (m_form->isBusy())
        return stop();
    stop();
    if (step() == Step::Choices)
        return close();
    go(step() == Step::Models && !m_testedIsSaved ? Step::Form : Step::Choices);
}

void ConnectPage::mainAction()
{
    if (step() == Step::Form && !m_form->isBusy())
        test();
    else if (step() == Step::Models)
        m_models->take();
}

QObject *ConnectPage::newCall()
{
    stop();
    m_call = new QObject(this);
    return m_call;
}

void ConnectPage::stop()
{
    delete std::exchange(m_call, nullptr);
    if (m_form->isBusy()) {
        m_form->setBusy({});
        m_form->focusFirst();
    }
}

void ConnectPage::loadList()
{
    m_backend.list(this, [this](const Result<QList<ConnectedModels>> &connected) {
        if (!connected)
            return m_choices->showListFailure(connected.error().message);
        m_connected = *connected;
        m_choices->setConnected(m_connected);
    });
}

void ConnectPage::look()
{
    m_choices->setLooking();
    m_backend.findLocalServers(this, [this](const Result<QList<LocalServer>> &servers) {
        m_choices->setLocalServers(servers ? *servers : QList<LocalServer>());
    });
}

void ConnectPage::openForm(const QString &preset)
{
    m_form->begin(*presetById(preset), namesOf(m_connected));
    go(Step::Form);
}

void ConnectPage::openKeyForm(const QString &name)
{
    for (const ConnectedModels &one : std::as_const(m_connected)) {
        if (one.connection.name == name) {
            m_form->beginKey(one.connection);
            return go(Step::Form);
        }
    }
}

void ConnectPage::test()
{
    const std::optional<Connection> connection = m_form->connection();
    if (!connection)
        return showFocus();
    NewKey key = m_form->key();
    QObject *call = newCall();
    m_form->setBusy(tr("Asking %1 for its models…").arg(connection->baseUrl.host()));
    m_backend.attempt(*connection, key, call, [this, connection = *connection](const Result<ConnectedModels> &tested) {
        if (!tested) {
            m_form->setBusy({});
            m_form->showFailure(tested.error());
            return showFocus();
        }
        if (m_form->isForKey())
            return saveKey(connection);
        m_form->setBusy({});
        showModels({connection, tested->models, {}}, false);
    });
    wipe(key.typed);
}

void ConnectPage::saveKey(const Connection &connection)
{
    NewKey key = m_form->key();
    m_form->setBusy(tr("Saving the key…"));
    m_backend.replaceKey(connection.name, key, m_call, [this](const Result<ConnectedModels> &saved) {
        m_form->setBusy({});
        if (!saved)
            return m_form->showFailure(saved.error());
        m_form->wipe();
        go(Step::Choices);
    });
    wipe(key.typed);
}

void ConnectPage::connectLocal(const LocalServer &server)
{
    const ConnectionPreset preset = presetById(toString(server.kind)).value_or(*presetById(QStringLiteral("other")));
    Connection connection = connectionFrom(preset);
    connection.baseUrl = server.baseUrl;
    const QStringList taken = namesOf(m_connected);
    const QString wish = server.kind == LocalServer::Kind::Other ? QStringLiteral("local") : preset.id;
    connection.name = wish;
    for (int i = 2; taken.contains(connection.name); ++i)
        connection.name = QStringLiteral("%1 %2").arg(wish).arg(i);
    if (LocalServerRow *row = m_choices->localRow(server.baseUrl))
        row->setBusy(tr("Asking for its models…"));
    // Whoever turns to another provider meanwhile is not called back from there.
    m_backend.attempt(connection, {}, this, [this, connection, server](const Result<ConnectedModels> &tested) {
        if (!tested)
            return localFailed(server, tested.error());
        Connection made = connection;
        made.defaultModel = tested->models.isEmpty() ? QString() : tested->models.constFirst().id;
        m_backend.save(made, {}, this, [this, server, tested = *tested](const Result<ConnectedModels> &saved) {
            if (!saved)
                return localFailed(server, saved.error());
            if (LocalServerRow *row = m_choices->localRow(server.baseUrl))
                row->setBusy({});
            if (!isVisible() || step() != Step::Choices)
                return;
            const QList<ModelInfo> models = saved->models.isEmpty() ? tested.models : saved->models;
            showModels({saved->connection, models, {}}, true);
        });
    });
}

void ConnectPage::localFailed(const LocalServer &server, const Error &error)
{
    if (LocalServerRow *row = m_choices->localRow(server.baseUrl))
        row->showFailure(error.message);
    if (error.kind != ErrorKind::Auth || !isVisible() || step() != Step::Choices)
        return;
    // It wants a key after all.
    m_form->begin(presetById(toString(server.kind)).value_or(*presetById(QStringLiteral("other"))), namesOf(m_connected), server.baseUrl);
    go(Step::Form);
    m_form->showFailure(error);
}

void ConnectPage::refresh(const QString &name)
{
    ConnectionRow *row = m_choices->row(name);
    if (!row)
        return;
    row->setBusy(tr("Asking for its models…"));
    m_backend.refresh(name, row, [row](const Result<ConnectedModels> &fresh) {
        row->setBusy({});
        if (!fresh)
            return row->showFailure(fresh.error().message);
        row->setConnected(*fresh);
    });
}

void ConnectPage::remove(const QString &name)
{
    ConnectionRow *row = m_choices->row(name);
    if (!row)
        return;
    row->setBusy(tr("Removing it…"));
    m_backend.remove(name, row, [row](const Done &removed) {
        if (!removed)
            row->showFailure(removed.error().message);
    });
}

void ConnectPage::showModels(const ConnectedModels &connected, bool saved)
{
    m_tested = connected.connection;
    m_testedIsSaved = saved;
    QString wished = m_tested.defaultModel;
    if (wished.isEmpty()) {
        const std::optional<ConnectionPreset> preset = presetById(m_tested.preset);
        wished = preset ? preset->defaultModel : QString();
    }
    m_models->showModels(saved ? tr("%1 is connected. Which model?").arg(m_tested.name) : tr("%1 works. Which model?").arg(m_tested.name), connected.models, wished);
    go(Step::Models);
}

void ConnectPage::useModel(const QString &model)
{
    if (m_testedIsSaved)
        return finish(m_tested.name, model);
    Connection connection = m_tested;
    if (connection.defaultModel.isEmpty())
        connection.defaultModel = model;
    NewKey key = m_form->key();
    m_models->setBusy(key.source == KeySource::Keyring ? tr("Putting the key into the keyring…") : tr("Saving…"));
    m_backend.save(connection, key, newCall(), [this, model](const Result<ConnectedModels> &saved) {
        if (!saved)
            return m_models->showFailure(saved.error().message);
        finish(saved->connection.name, model);
    });
    wipe(key.typed);
}

void ConnectPage::finish(const QString &connection, const QString &model)
{
    if (m_call)
        std::exchange(m_call, nullptr)->deleteLater(); // it may be what calls us
    m_form->wipe();
    emit chosen({connection, model});
    close();
}

} // namespace vitrine
