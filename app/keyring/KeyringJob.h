#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>

namespace QKeychain {
class Job;
}

namespace vitrine::keyring {

// One question to the session's keyring. Unencrypted places are never used instead.
class KeyringJob final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyringJob)

public:
    explicit KeyringJob(QString action);

    // Answers once, as KeyringProtocol.h says, after any number of answers with the status "unlocking".
    void start(const QJsonObject &question);

signals:
    void answered(const QJsonObject &answer);

private:
    void begin(QKeychain::Job *job, const QString &entry);
    void take(QKeychain::Job *job);
    void answer(const char *status, const QString &detail = {}, const QString &secret = {});

    QString m_action;
};

} // namespace vitrine::keyring
