#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace vitrine {

// Turns Ctrl+C and the like into a signal of the event loop. One at a time in a program.
class Interrupts final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Interrupts)

public:
    explicit Interrupts(QObject *parent = nullptr);
    ~Interrupts() override;

signals:
    void interrupted();

private:
    int m_descriptor = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace vitrine
