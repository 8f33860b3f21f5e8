// Answers of a picture program that was taken over. The first byte: how many memory files come along, whether they are sealed,
// and whether the header begins as it must. Then the sizes of three files, then the packet.

#include "imager/ImagerProtocol.h"
#include "imaging/ImagerWire.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace vitrine;

namespace {

// Asked anew for each input: between two of them the fuzzer opens files of its own.
int nextDescriptor()
{
    const int number = dup(STDERR_FILENO);
    close(number);
    return number;
}

int memoryFile(std::size_t bytes, bool isSealed)
{
    const int file = memfd_create("fuzz", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    static constexpr char json[] = R"({"mime":"image/png","size":[1,2],"error":5})";
    std::vector<char> content(bytes, ' ');
    std::copy_n(json, std::min(bytes, sizeof json - 1), content.begin());
    if (file < 0 || write(file, content.data(), content.size()) != ssize_t(content.size()))
        std::abort();
    if (isSealed)
        fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW);
    return file;
}

void sendPacket(int socket, std::vector<char> packet, const std::vector<int> &files)
{
    iovec part{packet.data(), packet.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * 3)> control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    if (!files.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(sizeof(int) * files.size());
        cmsghdr *rights = CMSG_FIRSTHDR(&message);
        rights->cmsg_level = SOL_SOCKET;
        rights->cmsg_type = SCM_RIGHTS;
        rights->cmsg_len = CMSG_LEN(sizeof(int) * files.size());
        std::memcpy(CMSG_DATA(rights), files.data(), sizeof(int) * files.size());
    }
    static_cast<void>(sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 5 || size > imager::maxPacketBytes)
        return 0;
    const int nextBefore = nextDescriptor();
    const uint8_t flags = data[0];
    std::vector<char> packet(data + 4, data + size);
    if ((flags & 8) != 0 && packet.size() >= sizeof(imager::AnswerHeader)) {
        imager::AnswerHeader header;
        std::memcpy(&header, packet.data(), sizeof header);
        header.magic = imager::wireMagic;
        header.version = imager::protocolVersion;
        if (header.jsonInFile == 0)
            header.jsonBytes = packet.size() - sizeof header;
        std::memcpy(packet.data(), &header, sizeof header);
    }
    std::vector<int> files;
    for (int i = 0; i < (flags & 3); ++i)
        files.push_back(memoryFile(data[1 + i], (flags & 4) == 0));
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        std::abort();
    sendPacket(ends[0], std::move(packet), files);
    const auto received = imagerwire::receive(ends[1]);
    if (received && *received && (*received)->reply) {
        const ImageReply &reply = *(*received)->reply;
        if (reply.picture.size() > 255 || reply.sent.size() > 255)
            std::abort();
    }
    for (int number : ends)
        close(number);
    for (int number : files)
        close(number);
    // Every descriptor that came along is closed again, whatever was wrong with the packet.
    if (nextDescriptor() != nextBefore)
        std::abort();
    return 0;
}
