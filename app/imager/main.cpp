#include "imager/Confinement.h"
#include "imager/Server.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>

#include <cstdio>
#include <cstdlib>

// vitrine-imager SOCKET: every picture is decoded and worked on here, away from the program that a person sees.
int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("vitrine-imager is started by Vitrine itself.\n", stderr);
        return 2;
    }
    char *end = nullptr;
    const long socket = std::strtol(argv[1], &end, 10);
    if (end == argv[1] || *end != '\0' || socket < 3 || socket > 1 << 20) {
        std::fputs("vitrine-imager: the argument must be the number of a socket.\n", stderr);
        return 2;
    }
    if (!vitrine::imager::confine()) {
        std::fputs("vitrine-imager: the system call filter could not be set up.\n", stderr);
        return 1;
    }
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    cv::setNumThreads(2);
    return vitrine::imager::Server(int(socket)).run();
}
