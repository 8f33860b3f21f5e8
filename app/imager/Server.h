#pragma once

#include "imager/Operations.h"

namespace vitrine::imager {

// Answers requests on one socket, one after the other, until the other end closes or so much processor time is used that a fresh
// process should take over. The wire is described in ImagerProtocol.h.
class Server
{
public:
    explicit Server(int socket)
        : m_socket(socket)
    {
    }

    // The exit status of the program.
    int run();

private:
    enum class Next { Continue, End, Broken };
    Next serveOne();
    bool send(std::uint64_t id, const Answer &answer);

    int m_socket;
    Operations m_operations;
};

} // namespace vitrine::imager
