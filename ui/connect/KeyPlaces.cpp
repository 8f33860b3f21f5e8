#include "connect/KeyPlaces.h"

#include "connect/FormField.h"
#include "widgets/Choices.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPalette>
#include <QRadioButton>
#include <QVBoxLayout>

namespace vitrine {

QString keyringTitle(const QString &name)
{
    if (name.startsWith(QLatin1String("gnome-keyring")))
        return QStringLiteral("GNOME Keyring");
    if (name.contains(QLatin1String("kwallet")) || name.startsWith(QLatin1String("ksecret")))
        return QStringLiteral("KWallet");
    if (name.startsWith(QLatin1String("keepassxc")))
        return QStringLiteral("KeePassXC");
    return name;
}

QString keyPlaceText(const KeyPlace &place)
{
    switch (place.source) {
    case KeySource::Keyring:
        return place.keyring.isEmpty() ? KeyPlaces::tr("key in the keyring") : KeyPlaces::tr("key in the keyring (%1)").arg(keyringTitle(place.keyring));
    case KeySource::Session:
        return KeyPlaces::tr("key for one session only");
    case KeySource::File:
        return KeyPlaces::tr("key in a file, not encrypted");
    case KeySource::Environment:
        return KeyPlaces::tr("key from the environment variable %1").arg(place.variable);
    case KeySource::None:
        break;
    }
    return KeyPlaces::tr("no key");
}

KeyPlaces::KeyPlaces(QWidget *parent)
    : QWidget(parent)
    , m_keyring(radioButton({}, this))
    , m_noKeyring(sentenceLabel("secondary", this))
    , m_session(radioButton(tr("For this session only (asked again next time)"), this))
    , m_file(radioButton(tr("In a file that only you can read, not encrypted"), this))
    , m_yes(checkBox(tr("Yes, keep it where it is not encrypted"), this))
    , m_missing(sentenceLabel("error", this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_keyring);
    column->addLayout(indented(m_noKeyring));
    column->addWidget(m_session);
    column->addWidget(m_file);
    column->addLayout(indented(m_yes));
    column->addLayout(indented(m_missing));
    m_yes->setProperty("kind", QStringLiteral("warn"));
    m_missing->hide();
    reset();
    for (QRadioButton *button : {m_keyring, m_session, m_file}) {
        connect(button, &QRadioButton::clicked, this, [this] { m_chosen = true; });
        connect(button, &QRadioButton::toggled, this, &KeyPlaces::showParts);
    }
    connect(m_yes, &QCheckBox::toggled, this, [this] { showSentence(*m_missing, {}); });
}

void KeyPlaces::reset()
{
    m_chosen = false;
    m_yes->setChecked(false);
    m_keyring->setText(tr("In the keyring (asking whether there is one…)"));
    m_keyring->setEnabled(false);
    m_session->setChecked(true);
    showSentence(*m_noKeyring, {});
    showParts();
}

void KeyPlaces::setKeyring(const Result<QString> &keyring)
{
    m_keyring->setEnabled(keyring.has_value());
    m_keyring->setText(keyring && !keyring->isEmpty() ? tr("In the keyring (%1)").arg(keyringTitle(*keyring)) : tr("In the keyring"));
    showSentence(*m_noKeyring, keyring ? QString() : keyring.error().message);
    if (keyring && !m_chosen)
        m_keyring->setChecked(true);
    else if (!keyring && m_keyring->isChecked())
        m_session->setChecked(true);
}

KeySource KeyPlaces::source() const
{
    if (m_keyring->isChecked())
        return KeySource::Keyring;
    return m_file->isChecked() ? KeySource::File : KeySource::Session;
}

bool KeyPlaces::saidYes() const
{
    return m_file->isChecked() && m_yes->isChecked();
}

bool KeyPlaces::check()
{
    const bool fine = !m_file->isChecked() || m_yes->isChecked();
    showAlert(*m_missing, fine ? QString() : tr("Say yes to a file that is not encrypted, or choose another place."));
    if (!fine)
        m_yes->setFocus(Qt::OtherFocusReason);
    return fine;
}

void KeyPlaces::showParts()
{
    m_yes->setVisible(m_file->isChecked());
    showSentence(*m_missing, {});
}

} // namespace vitrine
