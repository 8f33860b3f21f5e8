#include "imager/Server.h"

#include "imager/ImagerProtocol.h"

#include <QJsonDocument>

#include <array>
#include <cerrno>
#include <climits>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace vitrine::imager {

namespace {

constexpr long retireAfterCpuSeconds = 300;

// A descriptor that closes itself.
class Descriptor
{
public:
    explicit Descriptor(int number = -1)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor()
    {
        if (m_number >= 0)
            ::close(m_number);
    }
    int number() const { return m_number; }

private:
    int m_number;
};

struct Packet {
    std::vector<std::uint8_t> bytes;
    std::vector<Descriptor> files;
    bool whole = true;
};

// Empty bytes: the other end closed.
std::optional<Packet> receive(int socket)
{
    Packet packet;
    packet.bytes.resize(maxPacketBytes);
    iovec part{packet.bytes.data(), packet.bytes.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * maxFilesInPacket)> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    ssize_t got = -1;
    do {
        got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return std::nullopt;
    packet.bytes.resize(std::size_t(got));
    packet.whole = (message.msg_flags & (MSG_TRUNC | MSG_CTRUNC)) == 0;
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
            continue;
        const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
        for (std::size_t i = 0; i < count; ++i) {
            int number = -1;
            std::memcpy(&number, CMSG_DATA(header) + i * sizeof(int), sizeof number);
            packet.files.emplace_back(number);
        }
    }
    return packet;
}

// The bytes in a memory file that nobody can change any more.
std::optional<Descriptor> sealed(const void *bytes, std::size_t size)
{
    Descriptor file(memfd_create("vitrine-picture", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (file.number() < 0)
        return std::nullopt;
    const auto *from = static_cast<const char *>(bytes);
    std::size_t written = 0;
    while (written < size) {
        const ssize_t now = ::write(file.number(), from + written, size - written);
        if (now <= 0 && errno != EINTR)
            return std::nullopt;
        written += std::size_t(std::max<ssize_t>(now, 0));
    }
    if (fcntl(file.number(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
        return std::nullopt;
    return file;
}

long cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec;
}

} // namespace

int Server::run()
{
    while (cpuSeconds() < retireAfterCpuSeconds) {
        switch (serveOne()) {
        case Next::Continue:
            break;
        case Next::End:
            return 0;
        case Next::Broken:
            return 1;
        }
    }
    return 0;
}

Server::Next Server::serveOne()
{
    const std::optional<Packet> packet = receive(m_socket);
    if (!packet)
        return Next::Broken;
    if (packet->bytes.empty())
        return Next::End;
    RequestHeader header;
    if (!packet->whole || packet->bytes.size() < sizeof header)
        return Next::Broken;
    std::memcpy(&header, packet->bytes.data(), sizeof header);
    if (header.magic != wireMagic || header.version != protocolVersion || packet->bytes.size() != sizeof header + header.jsonBytes
        || packet->files.size() != header.files)
        return Next::Broken;
    const QByteArray text(reinterpret_cast<const char *>(packet->bytes.data()) + sizeof header, qsizetype(header.jsonBytes));
    const QJsonObject request = QJsonDocument::fromJson(text).object();
    const int descriptor = packet->files.empty() ? -1 : packet->files.front().number();
    const Answer answer = m_operations.run(request.value(QLatin1String("op")).toString(), request.value(QLatin1String("params")).toObject(), descriptor);
    return send(header.id, answer) ? Next::Continue : Next::Broken;
}

bool Server::send(std::uint64_t id, const Answer &answer)
{
    const QByteArray json = QJsonDocument(answer.values).toJson(QJsonDocument::Compact);
    AnswerHeader header;
    header.magic = wireMagic;
    header.version = protocolVersion;
    header.id = id;
    header.jsonBytes = std::uint64_t(json.size());
    header.pictureBytes = answer.picture.bytes.size();
    header.sentBytes = answer.sentIsPicture ? answer.picture.bytes.size() : answer.sent.bytes.size();
    header.sentIsPicture = answer.sentIsPicture;
    header.jsonInFile = header.jsonBytes > maxJsonInPacket;

    std::vector<Descriptor> files;
    const auto attach = [&](const void *bytes, std::size_t size) {
        std::optional<Descriptor> file = sealed(bytes, size);
        if (file)
            files.push_back(*std::move(file));
        return file.has_value();
    };
    const bool attached = (!header.jsonInFile || attach(json.constData(), std::size_t(json.size())))
        && (answer.picture.bytes.empty() || attach(answer.picture.bytes.data(), answer.picture.bytes.size()))
        && (answer.sent.bytes.empty() || attach(answer.sent.bytes.data(), answer.sent.bytes.size()));
    if (!attached)
        return false;

    std::array<iovec, 2> parts{{{&header, sizeof header}, {const_cast<char *>(json.constData()), header.jsonInFile ? 0 : std::size_t(json.size())}}};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * maxFilesInPacket)> control{};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    if (!files.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(sizeof(int) * files.size());
        cmsghdr *rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int) * files.size());
        for (std::size_t i = 0; i < files.size(); ++i) {
            const int number = files[i].number();
            std::memcpy(CMSG_DATA(rights) + i * sizeof(int), &number, sizeof number);
        }
    }
    ssize_t done = -1;
    do {
        done = sendmsg(m_socket, &message, MSG_NOSIGNAL);
    } while (done < 0 && errno == EINTR);
    return done >= 0;
}

} // namespace vitrine::imager
