#pragma once

#include "base/Error.h"

#include <QByteArray>

#include <utility>

namespace vitrine {

// Owns one open file descriptor and closes it. -1: none.
class Descriptor final
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { close(); }

    int get() const { return m_fd; }
    bool isOpen() const { return m_fd >= 0; }
    void close();

private:
    int m_fd = -1;
};

struct Pipe {
    Descriptor reader; // non-blocking
    Descriptor writer;
};

// All are close-on-exec.
Result<Pipe> createPipe();
// A file in memory that holds `content` and is read from its start.
Result<Descriptor> createMemoryFile(const QByteArray &content);

} // namespace vitrine
