#pragma once

#include "base/ChildProcess.h"
#include "highlight/HighlightClient.h"
#include "highlight/HighlightReply.h"

#include <QElapsedTimer>
#include <QTimer>

namespace vitrine {

// The helper process and the one request that it has: starting, deadlines, rests after failures, ending when idle.
class HighlightWorker final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HighlightWorker)

public:
    struct Job {
        quint64 block = 0;
        QString language;
        int firstLine = 0;
        QString text;
    };

    explicit HighlightWorker(const HighlightOptions &options, QObject *parent = nullptr);

    bool isMissing() const { return m_options.program.isEmpty(); }
    bool isBusy() const { return m_state == State::Starting || m_state == State::Working; }
    // After a failure nothing is sent for a while; rested() tells the end.
    bool isResting() const { return m_state == State::Resting; }
    std::chrono::milliseconds restLeft() const { return m_rest.remainingTimeAsDuration(); }

    // Only when neither busy nor resting. Ends with answered() or failed().
    void send(const Job &job);

    const QStringList &styles() const { return m_hello.styles; }
    const QStringList &languages() const { return m_hello.languages; }

signals:
    void started(); // a new helper, which knows no block
    void answered(const vitrine::HighlightAnswer &answer);
    // The helper is gone. `byTheText`: it was at work on the text, which may be the reason.
    void failed(bool byTheText);
    void rested();

private:
    enum class State { Off, Starting, Ready, Working, Resting };

    void startProcess();
    void sendJob();
    void checkDeadline();
    void read(const QByteArray &bytes);
    void readLine(const QByteArray &line);
    void fail(const QString &why);
    void dropProcess();

    const HighlightOptions m_options;
    State m_state = State::Off;
    ChildProcess *m_process = nullptr;
    HighlightHello m_hello;
    Job m_job;
    qint64 m_id = 0;
    QByteArray m_input;
    int m_failures = 0; // in a row
    QTimer m_deadline;
    QElapsedTimer m_wait;                     // since the job was sent
    std::chrono::nanoseconds m_usedBefore{0}; // the helper's processor time then
    QTimer m_rest;
    QTimer m_idle;
};

} // namespace vitrine
