#pragma once

#include "base/Error.h"
#include "imaging/ImageService.h"

#include <optional>

namespace vitrine::imagerwire {

// One request as one packet with the descriptor of its picture. False: the other end has gone. Never blocks.
Result<bool> send(int socket, ImageService::RequestId id, const ImageRequest &request, int picture);

// One answer, every length and seal checked. nullopt: the other end closed. An error means that the other end cannot be trusted
// any more. An answer that reports a failed operation is a Received whose `reply` is that error.
struct Received {
    ImageService::RequestId id = 0;
    Result<ImageReply> reply;
};
Result<std::optional<Received>> receive(int socket);

// A regular file of at most the size that the imager takes, open for reading.
Result<int> openPicture(const QString &path);

} // namespace vitrine::imagerwire
