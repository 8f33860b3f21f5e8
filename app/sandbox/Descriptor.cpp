#include "sandbox/Descriptor.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace vitrine {

namespace {

tl::unexpected<Error> noDescriptor()
{
    return fail(ErrorKind::Io,
                QCoreApplication::translate("Sandbox", "The system gave no file descriptor; close some programs and try again."),
                QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

void Descriptor::close()
{
    if (m_fd >= 0)
        ::close(std::exchange(m_fd, -1));
}

Result<Pipe> createPipe()
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return noDescriptor();
    Pipe made{Descriptor(ends[0]), Descriptor(ends[1])};
    // The two ends are separate open files: only ours does not block.
    if (fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0)
        return noDescriptor();
    return made;
}

Result<Descriptor> createMemoryFile(const QByteArray &content)
{
    Descriptor file(memfd_create("vitrine", MFD_CLOEXEC));
    if (!file.isOpen())
        return noDescriptor();
    for (qsizetype done = 0; done < content.size();) {
        const ssize_t written = ::write(file.get(), content.constData() + done, size_t(content.size() - done));
        if (written <= 0)
            return noDescriptor();
        done += written;
    }
    if (lseek(file.get(), 0, SEEK_SET) != 0)
        return noDescriptor();
    return file;
}

} // namespace vitrine
