#pragma once

#include "engine/ConversationContext.h"
#include "imaging/AttachmentReader.h"

#include <functional>
#include <memory>

namespace vitrine {

class Gallery;
struct UserInput;

// Reads all files of one message side by side and numbers the pictures in the order in which they were given. All or nothing:
// the first file that cannot be taken in ends it with its sentence, and the numbers are given back.
// The callback runs later, exactly once, unless `context` is gone by then.
void readBatch(AttachmentReader &reader, Gallery &gallery, const UserInput &input, const PictureRule &rule, QObject *context,
               std::function<void(const Result<ReadAttachments> &)> done);

} // namespace vitrine
