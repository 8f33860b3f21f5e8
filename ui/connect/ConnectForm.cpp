#include "connect/ConnectForm.h"

#include "connect/ApiChoice.h"
#include "connect/FormField.h"
#include "connect/KeyField.h"
#include "connect/KeyPlaces.h"
#include "connect/MoreFields.h"
#include "connections/KeyText.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"
#include "widgets/Choices.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {

// "openai", "openai 2": several accounts at one provider are told apart.
QString freeName(const QString &wish, const QStringList &taken)
{
    QString name = wish;
    for (int i = 2; taken.contains(name); ++i)
        name = QStringLiteral("%1 %2").arg(wish).arg(i);
    return name;
}

} // namespace

ConnectForm::ConnectForm(QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(this))
    , m_name(new QLineEdit(this))
    , m_api(new ApiChoice(this))
    , m_url(new QLineEdit(this))
{
    build();
    connect(m_key, &KeyField::edited, this, [this] { m_keyField->setError({}); });
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameField->setError({}); });
    connect(m_url, &QLineEdit::textEdited, this, [this] { m_urlField->setError({}); });
    connect(m_environment, &QCheckBox::toggled, this, [this] {
        clearErrors();
        showParts();
    });
    connect(m_moreButton, &QPushButton::clicked, this, [this] { setMoreShown(!m_more->isVisibleTo(this)); });
    connect(m_test, &QPushButton::clicked, this, &ConnectForm::submitted);
    connect(m_stop, &QPushButton::clicked, this, &ConnectForm::stopRequested);
    setBusy({});
}

void ConnectForm::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    m_heading->setFont(bodyFont(1.3, QFont::DemiBold));
    column->addWidget(m_heading);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_apiField = new FormField(tr("Protocol"), m_api, this);
    m_urlField = new FormField(tr("Base URL"), m_url, this);
    column->addWidget(m_apiField);
    column->addWidget(m_urlField);
    column->addWidget(buildKeyPart());
    m_nameField = new FormField(tr("Name"), m_name, this);
    m_nameField->setNote(tr("How Vitrine names this connection; another account gets another name."));
    column->addWidget(m_nameField);
    m_moreButton = inlineButton(tr("More settings"), this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_moreButton);
    row->addStretch();
    column->addLayout(row);
    m_more = new MoreFields(this);
    column->addWidget(m_more);
    column->addWidget(buildEnd());
    column->addStretch(1);
}

QWidget *ConnectForm::buildKeyPart()
{
    auto *part = new QWidget(this);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_key = new KeyField(part);
    m_keyField = new FormField(tr("Key"), m_key, part);
    m_environment = checkBox({}, part);
    m_places = new KeyPlaces(part);
    m_placesField = new FormField(tr("Where the key is kept"), m_places, part);
    m_placesField->setFocusProxy(nullptr);
    column->addWidget(m_keyField);
    column->addWidget(m_environment);
    column->addWidget(m_placesField);
    return part;
}

QWidget *ConnectForm::buildEnd()
{
    auto *end = new QWidget(this);
    auto *column = new QVBoxLayout(end);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    m_failure = sentenceLabel("error", end);
    m_failure->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_failure->hide();
    column->addWidget(m_failure);
    auto *row = new QHBoxLayout;
    m_test = primaryButton(tr("Test and connect"), end);
    m_progress = sentenceLabel("secondary", end);
    m_stop = plainButton(tr("Stop"), end);
    row->addWidget(m_test);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    row->addStretch();
    column->addLayout(row);
    return end;
}

void ConnectForm::begin(const ConnectionPreset &preset, const QStringList &taken)
{
    m_taken = taken;
    if (!m_fresh && !m_forKey && m_preset.id == preset.id) {
        clearErrors();
        return;
    }
    m_forKey = false;
    m_preset = preset;
    resetTo(connectionFrom(preset));
    m_fresh = false;
}

void ConnectForm::begin(const ConnectionPreset &preset, const QStringList &taken, const QUrl &baseUrl)
{
    m_fresh = true;
    begin(preset, taken);
    m_base.baseUrl = baseUrl;
    m_url->setText(baseUrl.toString());
    m_fresh = true; // the address is of this server only
}

void ConnectForm::beginKey(const Connection &connection)
{
    m_forKey = true;
    m_preset = presetById(connection.preset).value_or(*presetById(QStringLiteral("other")));
    resetTo(connection);
}

void ConnectForm::resetTo(const Connection &connection)
{
    m_base = connection;
    m_fresh = true;
    m_places->reset();
    if (m_keyring)
        m_places->setKeyring(*m_keyring);
    m_heading->setText(title());
    m_name->setText(m_forKey ? connection.name : freeName(connection.name, m_taken));
    m_api->setApi(connection.api);
    m_url->setText(needsBaseUrl(m_preset) && !m_forKey ? m_preset.baseUrl : connection.baseUrl.toString());
    m_url->setPlaceholderText(m_preset.baseUrl.isEmpty() ? QStringLiteral("https://api.example.com/v1") : m_preset.baseUrl);
    m_urlField->setNote(m_preset.id == QLatin1String("azure") && !m_forKey ? tr("Put the name of your resource in place of RESOURCE.") : QString());
    m_key->wipe();
    m_keyField->setNote(m_preset.keyPage.isEmpty() ? tr("Leave it empty if the server asks for none.") : tr("Keys are made at %1").arg(m_preset.keyPage));
    m_environment->setText(tr("Take it from the environment variable %1").arg(m_preset.keyVariable));
    m_environment->setChecked(false);
    m_more->reset(connection);
    m_test->setText(m_forKey ? tr("Test and save") : tr("Test and connect"));
    m_test->setAccessibleName(m_test->text());
    setMoreShown(false);
    clearErrors();
    setBusy({});
}

QString ConnectForm::title() const
{
    return m_forKey ? tr("Another key for %1").arg(m_base.name) : m_preset.title;
}

void ConnectForm::setKeyring(const Result<QString> &keyring)
{
    m_keyring = keyring;
    m_places->setKeyring(keyring);
}

void ConnectForm::setMoreShown(bool shown)
{
    m_more->setVisible(shown);
    m_moreButton->setText(shown ? tr("Fewer settings") : tr("More settings"));
    m_moreButton->setAccessibleName(m_moreButton->text());
    showParts();
}

void ConnectForm::showParts()
{
    const bool environment = m_environment->isChecked();
    const bool more = m_more->isVisibleTo(this);
    m_apiField->setVisible(!m_forKey && m_preset.id == QLatin1String("other"));
    m_urlField->setVisible(!m_forKey && (more || needsBaseUrl(m_preset) || m_preset.local));
    m_nameField->setVisible(!m_forKey);
    m_keyField->setVisible(!environment);
    m_environment->setVisible(!m_preset.keyVariable.isEmpty());
    m_placesField->setVisible(!environment);
    m_moreButton->setVisible(!m_forKey);
}

void ConnectForm::clearErrors()
{
    for (FormField *field : {m_nameField, m_urlField, m_keyField})
        field->setError({});
    showSentence(*m_failure, {});
}

void ConnectForm::point(FormField &field, const QString &sentence)
{
    field.setError(sentence);
    if (!field.isVisibleTo(this))
        setMoreShown(true);
    field.editor().setFocus(Qt::OtherFocusReason);
}

bool ConnectForm::checkName(const QString &name)
{
    if (m_forKey)
        return true;
    if (!isConnectionName(name)) {
        point(*m_nameField, tr("A name has up to 40 small letters, digits, spaces, - and _, and begins with a letter or a digit."));
        return false;
    }
    if (m_taken.contains(name)) {
        point(*m_nameField, tr("A connection of that name is there already; choose another name."));
        return false;
    }
    return true;
}

bool ConnectForm::checkAddress(const Connection &connection)
{
    if (m_url->text().contains(QLatin1String("RESOURCE"))) {
        point(*m_urlField, tr("The address still has RESOURCE in it."));
        selectResource();
        return false;
    }
    const Done fine = checkBaseUrl(connection.baseUrl, connection.allowPlainHttp);
    if (fine)
        return true;
    if (fine.error().kind == ErrorKind::Tls)
        setMoreShown(true); // where it can be allowed
    point(*m_urlField, fine.error().message);
    return false;
}

void ConnectForm::selectResource()
{
    const QString placeholder = QStringLiteral("RESOURCE");
    if (const qsizetype place = m_url->text().indexOf(placeholder); place >= 0)
        m_url->setSelection(int(place), int(placeholder.size()));
}

bool ConnectForm::checkKey()
{
    if (m_environment->isChecked() || (m_key->isEmpty() && m_preset.keyVariable.isEmpty() && !m_forKey))
        return true;
    QByteArray typed = m_key->key();
    Result<QByteArray> clean = cleanKey(typed);
    vitrine::wipe(typed);
    if (!clean) {
        point(*m_keyField, clean.error().message);
        return false;
    }
    vitrine::wipe(*clean);
    return m_places->check();
}

std::optional<Connection> ConnectForm::connection()
{
    clearErrors();
    Connection made = m_base;
    if (!m_forKey) {
        made.name = m_name->text().trimmed();
        made.api = m_api->api();
        made.baseUrl = QUrl(m_url->text().trimmed(), QUrl::StrictMode);
        if (!m_more->fill(made)) {
            setMoreShown(true);
            return std::nullopt;
        }
        if (!checkAddress(made))
            return std::nullopt;
    }
    if (!checkKey() || !checkName(made.name))
        return std::nullopt;
    if (const Done fine = check(made); !fine) {
        showFailure(fine.error());
        return std::nullopt;
    }
    return made;
}

NewKey ConnectForm::key() const
{
    if (m_environment->isChecked())
        return {KeySource::Environment, m_preset.keyVariable, {}, false};
    if (m_key->isEmpty())
        return {};
    return {m_places->source(), {}, m_key->key(), m_places->saidYes()};
}

void ConnectForm::setBusy(const QString &sentence)
{
    m_busy = !sentence.isEmpty();
    if (m_busy)
        clearErrors();
    m_test->setVisible(!m_busy);
    showSentence(*m_progress, sentence);
    m_stop->setVisible(m_busy);
    if (m_busy)
        m_stop->setFocus(Qt::OtherFocusReason);
}

void ConnectForm::showFailure(const Error &error)
{
    const bool aboutKey = error.kind == ErrorKind::Auth && m_keyField->isVisibleTo(this);
    if (aboutKey)
        return point(*m_keyField, error.message);
    showAlert(*m_failure, error.message);
    m_test->setFocus(Qt::OtherFocusReason);
}

void ConnectForm::wipe()
{
    m_key->wipe();
    m_fresh = true;
}

void ConnectForm::focusFirst()
{
    FormField *first = m_urlField->isVisibleTo(this) && !m_preset.local ? m_urlField : m_keyField;
    if (first == m_keyField && m_environment->isChecked())
        return m_environment->setFocus(Qt::OtherFocusReason);
    first->editor().setFocus(Qt::OtherFocusReason);
    if (first == m_urlField)
        selectResource();
}

} // namespace vitrine
