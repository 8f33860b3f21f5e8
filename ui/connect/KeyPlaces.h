#pragma once

#include "connections/Connection.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QRadioButton;

namespace vitrine {

// Where the key is kept: the keyring, this session only, or a file after an explicit yes.
class KeyPlaces final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyPlaces)

public:
    explicit KeyPlaces(QWidget *parent = nullptr);

    // Who keeps keys here, or why nobody does. Becomes the choice unless the person chose already.
    void setKeyring(const Result<QString> &keyring);
    KeySource source() const;
    bool saidYes() const; // to a file that is not encrypted
    void reset();
    // Shows what is missing: the yes. Gives whether all is well.
    bool check();

private:
    void showParts();

    QRadioButton *m_keyring;
    QLabel *m_noKeyring;
    QRadioButton *m_session;
    QRadioButton *m_file;
    QCheckBox *m_yes;
    QLabel *m_missing;
    bool m_chosen = false; // by the person
};

// "GNOME Keyring" for "gnome-keyring-d": as a person knows it.
QString keyringTitle(const QString &name);
// "in the keyring (KWallet)", "in a file, not encrypted": where the key of a saved connection lies.
QString keyPlaceText(const KeyPlace &place);

} // namespace vitrine
