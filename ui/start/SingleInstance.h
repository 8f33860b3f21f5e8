#pragma once

#include "base/Error.h"

#include <QObject>
#include <QStringList>

class QSocketNotifier;

namespace vitrine {

// One window a profile. The first holds a lock and listens; a second hands over what it was asked for and ends. A bare socket,
// so that QtNetwork is not needed before the first paint. Interface thread.
class SingleInstance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SingleInstance)

public:
    enum class Role { First, HandedOver };

    explicit SingleInstance(QString dataFolder, QObject *parent = nullptr);
    ~SingleInstance() override;

    // HandedOver: another window has taken `files`. Error Io: neither was possible. Takes a second at most.
    Result<Role> begin(const QStringList &files);

signals:
    void activated(const QStringList &files);

private:
    void listen();
    bool handOver(const QStringList &files) const;
    void accept();
    QByteArray address() const;

    QString m_folder;
    int m_lock = -1;
    int m_socket = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace vitrine
