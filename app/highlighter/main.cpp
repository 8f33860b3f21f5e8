#include "HighlightProtocol.h"
#include "Session.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace {

bool writeAll(const QByteArray &bytes)
{
    for (int done = 0; done < bytes.size();) {
        const ssize_t written = write(STDOUT_FILENO, bytes.constData() + done, size_t(bytes.size() - done));
        if (written < 0 && errno != EINTR)
            return false;
        done += int(std::max<ssize_t>(0, written));
    }
    return true;
}

} // namespace

// Ends when its input ends, when its output is closed, and at a line longer than any request.
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    vitrine::highlight::Session session;
    if (!writeAll(session.hello()))
        return 1;
    QByteArray input;
    QByteArray chunk(64 << 10, Qt::Uninitialized);
    while (true) {
        const ssize_t got = read(STDIN_FILENO, chunk.data(), size_t(chunk.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return 0;
        auto searched = input.size();
        input.append(chunk.constData(), int(got));
        for (decltype(searched) end; (end = input.indexOf('\n', searched)) >= 0; searched = 0) {
            const QByteArray reply = session.answer(input.left(end));
            input.remove(0, end + 1);
            if (!reply.isEmpty() && !writeAll(reply))
                return 1;
        }
        if (input.size() > vitrine::highlight::maxRequestBytes)
            return 1;
    }
}
