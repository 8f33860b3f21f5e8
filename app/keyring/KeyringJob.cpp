#include "KeyringJob.h"

#include "KeyringProtocol.h"
#include "SecretService.h"

#if __has_include(<qt6keychain/keychain.h>)
#include <qt6keychain/keychain.h>
#else
#include <keychain.h>
#endif

namespace vitrine::keyring {

KeyringJob::KeyringJob(QString action)
    : m_action(std::move(action))
{
}

void KeyringJob::start(const QJsonObject &question)
{
    const QString entry = question.value(QLatin1String("entry")).toString();
    if (!isServiceThere())
        return answer(unavailable);
    if (m_action == QLatin1String("probe"))
        return answer(isLocked() ? locked : done);
    if (isLocked())
        emit answered({{"status", QLatin1String(unlocking)}});
    if (m_action == QLatin1String("read")) {
        begin(new QKeychain::ReadPasswordJob(QLatin1String(service), this), entry);
    } else if (m_action == QLatin1String("write")) {
        auto *job = new QKeychain::WritePasswordJob(QLatin1String(service), this);
        job->setTextData(question.value(QLatin1String("secret")).toString());
        begin(job, entry);
    } else {
        begin(new QKeychain::DeletePasswordJob(QLatin1String(service), this), entry);
    }
}

void KeyringJob::begin(QKeychain::Job *job, const QString &entry)
{
    job->setKey(entry);
    job->setInsecureFallback(false);
    connect(job, &QKeychain::Job::finished, this, &KeyringJob::take);
    job->start();
}

void KeyringJob::take(QKeychain::Job *job)
{
    switch (job->error()) {
    case QKeychain::NoError: {
        const auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(job);
        // The library reports a deletion that a closed keyring never carried out as a success.
        if (!reading && m_action != QLatin1String("write") && isLocked())
            return answer(locked);
        return answer(done, {}, reading ? reading->textData() : QString());
    }
    case QKeychain::EntryNotFound:
        // A person who dismisses the question for the password gives the same error as an open keyring without the entry.
        return answer(isLocked() ? locked : notFound);
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return answer(isLocked() ? locked : denied, job->errorString());
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return answer(unavailable, job->errorString());
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    answer(isLocked() ? locked : failed, job->errorString());
}

void KeyringJob::answer(const char *status, const QString &detail, const QString &secret)
{
    QJsonObject words{{"status", QLatin1String(status)}, {"keyring", serviceName()}, {"detail", detail.left(500)}};
    if (!secret.isEmpty())
        words.insert(QLatin1String("secret"), secret);
    emit answered(words);
}

} // namespace vitrine::keyring
