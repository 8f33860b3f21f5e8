#include "imaging/ImagerWire.h"

#include "base/Json.h"
#include "imager/ImagerProtocol.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QRegularExpression>

#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

namespace vitrine::imagerwire {

namespace {

// Where translators find these sentences.
struct ImagerClient {
    Q_DECLARE_TR_FUNCTIONS(ImagerClient)
};

tl::unexpected<Error> malformed(const QString &detail)
{
    return fail(ErrorKind::Bug, ImagerClient::tr("The picture program gave an answer that makes no sense; try again."), detail);
}

class Descriptors
{
public:
    Descriptors() = default;
    Descriptors(const Descriptors &) = delete;
    Descriptors &operator=(const Descriptors &) = delete;
    ~Descriptors()
    {
        for (int number : m_numbers)
            ::close(number);
    }
    void take(const cmsghdr &header)
    {
        const std::size_t count = (header.cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(&header) + i * sizeof(int), sizeof number);
            m_numbers.push_back(number);
        }
    }
    std::size_t size() const { return m_numbers.size(); }
    int operator[](std::size_t index) const { return m_numbers[index]; }

private:
    std::vector<int> m_numbers;
};

// The content of a memory file that can no longer change and is exactly as long as was said.
Result<QByteArray> contentOf(int descriptor, std::uint64_t bytes)
{
    constexpr int needed = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW;
    const int seals = fcntl(descriptor, F_GET_SEALS);
    struct stat status {};
    if (seals < 0 || (seals & needed) != needed || fstat(descriptor, &status) != 0 || std::uint64_t(status.st_size) != bytes)
        return malformed(QStringLiteral("memory file of the wrong kind or length"));
    QByteArray content(qsizetype(bytes), Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < content.size()) {
        const ssize_t got = pread(descriptor, content.data() + filled, std::size_t(content.size() - filled), filled);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return malformed(QStringLiteral("memory file cannot be read"));
        filled += got;
    }
    return content;
}

// The sentence of the imager that a person meets most holds numbers, so it cannot be looked up as it stands.
QString inOwnLanguage(const QString &sentence)
{
    static const QRegularExpression tooManyPixels(QStringLiteral("^The picture has (\\d+)x(\\d+) pixels"));
    const QRegularExpressionMatch match = tooManyPixels.match(sentence);
    if (!match.hasMatch())
        return QCoreApplication::translate("Imager", sentence.toUtf8().constData());
    return QCoreApplication::translate("Imager", "The picture has %1x%2 pixels, more than the 64 megapixels that can be opened; shrink it and try again.")
        .arg(match.captured(1), match.captured(2));
}

Result<ImageReply> replyFrom(const QJsonObject &values)
{
    const QJsonValue error = values.value(QLatin1String("error"));
    if (error.isString()) {
        const ErrorKind kind = errorKindFromString(values.value(QLatin1String("kind")).toString()).value_or(ErrorKind::Bug);
        return fail(kind, inOwnLanguage(error.toString()));
    }
    ImageReply reply;
    reply.values = values;
    reply.mime = values.value(QLatin1String("mime")).toString();
    reply.sentMime = values.value(QLatin1String("sent_mime")).toString();
    return reply;
}

} // namespace

Result<bool> send(int socket, ImageService::RequestId id, const ImageRequest &request, int picture)
{
    const QByteArray json = toJson(QJsonObject{{QStringLiteral("op"), request.op}, {QStringLiteral("params"), request.params}});
    imager::RequestHeader header;
    header.magic = imager::wireMagic;
    header.version = imager::protocolVersion;
    header.id = id;
    header.jsonBytes = std::uint32_t(json.size());
    header.files = 1;
    if (sizeof header + std::size_t(json.size()) > imager::maxPacketBytes)
        return fail(ErrorKind::InvalidRequest, ImagerClient::tr("The picture request is too long; use fewer parameters."));

    std::array<iovec, 2> parts{{{&header, sizeof header}, {const_cast<char *>(json.constData()), std::size_t(json.size())}}};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *rights = CMSG_FIRSTHDR(&message);
    rights->cmsg_level = SOL_SOCKET;
    rights->cmsg_type = SCM_RIGHTS;
    rights->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(rights), &picture, sizeof picture);
    ssize_t done = -1;
    do {
        done = sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (done < 0 && errno == EINTR);
    if (done < 0 && (errno == EPIPE || errno == ECONNRESET))
        return false;
    if (done < 0)
        return fail(ErrorKind::Io, ImagerClient::tr("The picture could not be handed to the picture program; try again."), QString::fromLocal8Bit(std::strerror(errno)));
    return true;
}

Result<std::optional<Received>> receive(int socket)
{
    std::vector<char> bytes(imager::maxPacketBytes);
    iovec part{bytes.data(), bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * imager::maxFilesInPacket)> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t got = -1;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    } while (got < 0 && errno == EINTR);
    if (got <= 0)
        return std::nullopt;
    Descriptors files;
    for (cmsghdr *rights = CMSG_FIRSTHDR(&message); rights; rights = CMSG_NXTHDR(&message, rights)) {
        if (rights->cmsg_level == SOL_SOCKET && rights->cmsg_type == SCM_RIGHTS)
            files.take(*rights);
    }

    imager::AnswerHeader header;
    if ((message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) != 0 || std::size_t(got) < sizeof header)
        return malformed(QStringLiteral("packet cut"));
    std::memcpy(&header, bytes.data(), sizeof header);
    const std::size_t rest = std::size_t(got) - sizeof header;
    if (header.magic != imager::wireMagic || header.version != imager::protocolVersion || header.jsonInFile > 1 || header.sentIsPicture > 1)
        return malformed(QStringLiteral("unknown header"));
    for (const std::uint64_t size : {header.jsonBytes, header.pictureBytes, header.sentBytes}) {
        if (size > std::uint64_t(imager::maxReplyBytes))
            return malformed(QStringLiteral("answer too large"));
    }
    const bool sentInFile = header.sentBytes > 0 && !header.sentIsPicture;
    const std::size_t expectedFiles = header.jsonInFile + std::size_t(header.pictureBytes > 0) + std::size_t(sentInFile);
    if (files.size() != expectedFiles || (header.jsonInFile ? 0 : header.jsonBytes) != rest || (header.sentIsPicture && header.sentBytes != header.pictureBytes))
        return malformed(QStringLiteral("lengths do not agree"));

    std::size_t next = 0;
    QByteArray json(bytes.data() + sizeof header, qsizetype(rest));
    if (header.jsonInFile) {
        Result<QByteArray> content = contentOf(files[next++], header.jsonBytes);
        if (!content)
            return tl::unexpected(content.error());
        json = *content;
    }
    const Result<QJsonObject> values = parseJsonObject(json);
    if (!values)
        return malformed(values.error().message);
    Received received{header.id, replyFrom(*values)};
    for (const auto &[size, target] : {std::pair(header.pictureBytes, &ImageReply::picture), std::pair(sentInFile ? header.sentBytes : 0, &ImageReply::sent)}) {
        if (size == 0)
            continue;
        Result<QByteArray> content = contentOf(files[next++], size);
        if (!content)
            return tl::unexpected(content.error());
        if (received.reply)
            (*received.reply).*target = *content;
    }
    if (header.sentIsPicture && received.reply)
        received.reply->sent = received.reply->picture;
    return received;
}

Result<int> openPicture(const QString &path)
{
    // O_NONBLOCK: opening a pipe must not wait for its other end.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat status {};
    if (descriptor < 0) {
        return errno == EACCES ? fail(ErrorKind::Io, ImagerClient::tr("The picture file may not be read; check its permissions."))
                               : fail(ErrorKind::Io, ImagerClient::tr("The picture file cannot be opened; check that it is still there."));
    }
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        ::close(descriptor);
        return fail(ErrorKind::Io, ImagerClient::tr("The picture is not a regular file; choose a picture file."));
    }
    if (status.st_size > imager::maxFileBytes) {
        ::close(descriptor);
        return fail(ErrorKind::InvalidRequest, ImagerClient::tr("The picture file is larger than 256 MB; shrink the picture and try again."));
    }
    return descriptor;
}

} // namespace vitrine::imagerwire
