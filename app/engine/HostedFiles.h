#pragma once

#include "base/Error.h"
#include "model/Blobs.h"
#include "model/Item.h"
#include "providers/ModelEvent.h"

namespace vitrine {

// Keeps what a hosted call brought along and lists it with the call. What a file is, its bytes say; the provider's word counts for
// nothing. Error Storage.
Done keepFiles(const QList<ProducedFile> &files, BlobStore &blobs, HostedCall &call);

} // namespace vitrine
