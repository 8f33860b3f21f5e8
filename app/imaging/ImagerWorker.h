#pragma once

#include "base/ChildProcess.h"
#include "imaging/ImageService.h"

#include <QSocketNotifier>
#include <QTimer>

#include <chrono>
#include <memory>

namespace vitrine {

// One `vitrine-imager` process and the socket to it; one request at a time.
class ImagerWorker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImagerWorker)

public:
    ImagerWorker(const QString &program, std::chrono::milliseconds idle, QObject *parent = nullptr);
    ~ImagerWorker() override;

    Done start();
    // An error: this request cannot be sent at all; the worker stays usable.
    Done run(ImageService::RequestId id, const ImageRequest &request, int picture, std::chrono::milliseconds deadline);
    void stop();

    bool isFree() const { return m_busyWith == 0 && !m_isLeaving; }
    // Its picture is still decoded here, so the next request for it belongs here as well.
    const QString &lastPath() const { return m_lastPath; }
    qint64 processId() const { return m_process.processId(); }

signals:
    void answered(const vitrine::Result<vitrine::ImageReply> &reply);
    // Exactly once. `tookRequest`: it ended in the middle of a request, which must not be handed to another one.
    void ended(bool tookRequest, const vitrine::Error &reason);

private:
    void read();
    void finish(const Result<ChildExit> &result);

    QString m_program;
    ChildProcess m_process;
    int m_socket = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_deadline;
    QTimer m_idle;
    bool m_isLeaving = false;
    bool m_tookRequest = false;
    bool m_missedDeadline = false;
    bool m_wasMalformed = false;
    ImageService::RequestId m_busyWith = 0;
    QString m_lastPath;
};

} // namespace vitrine
