#pragma once

#include "connections/ConnectionPresets.h"
#include "connections/Connections.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace vitrine {

class ApiChoice;
class FormField;
class KeyField;
class KeyPlaces;
class MoreFields;

// What is needed to reach one provider. Knows nothing of the network: whoever listens to submitted() asks it.
class ConnectForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConnectForm)

public:
    explicit ConnectForm(QWidget *parent = nullptr);

    // For a new connection. What was typed for the same provider before is still there unless wipe() came between. `taken`: names in use.
    void begin(const ConnectionPreset &preset, const QStringList &taken);
    // The same, with an address that is known already.
    void begin(const ConnectionPreset &preset, const QStringList &taken, const QUrl &baseUrl);
    // For another key of a saved connection.
    void beginKey(const Connection &connection);
    bool isForKey() const { return m_forKey; }
    QString title() const;
    void setKeyring(const Result<QString> &keyring);

    // What stands in the form. Nothing when something is missing, which is then said at its place.
    std::optional<Connection> connection();
    NewKey key() const;

    // While the server is asked: what is being done, with a way to stop. Empty: done.
    void setBusy(const QString &sentence);
    bool isBusy() const { return m_busy; }
    void showFailure(const Error &error);
    void wipe();
    void focusFirst();

signals:
    void submitted();
    void stopRequested();

private:
    void build();
    QWidget *buildKeyPart();
    QWidget *buildEnd();
    void resetTo(const Connection &connection);
    void showParts();
    void setMoreShown(bool shown);
    void clearErrors();
    bool checkName(const QString &name);
    bool checkAddress(const Connection &connection);
    bool checkKey();
    void selectResource();
    void point(FormField &field, const QString &sentence);

    ConnectionPreset m_preset;
    Connection m_base; // what the form began with
    QStringList m_taken;
    bool m_forKey = false;
    bool m_busy = false;
    bool m_fresh = true; // nothing typed is to be kept
    std::optional<Result<QString>> m_keyring;
    QLabel *m_heading;
    QLineEdit *m_name;
    FormField *m_nameField;
    ApiChoice *m_api;
    FormField *m_apiField;
    QLineEdit *m_url;
    FormField *m_urlField;
    KeyField *m_key;
    FormField *m_keyField;
    QCheckBox *m_environment;
    KeyPlaces *m_places;
    FormField *m_placesField;
    QPushButton *m_moreButton;
    MoreFields *m_more;
    QLabel *m_failure;
    QLabel *m_progress;
    QPushButton *m_test;
    QPushButton *m_stop;
};

} // namespace vitrine
