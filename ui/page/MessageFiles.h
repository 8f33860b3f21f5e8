#pragma once

#include "base/Error.h"
#include "model/Item.h"

#include <QStringList>

#include <functional>

class QObject;

namespace vitrine {

class BlobReader;

// Puts a message's attachments under their names into a fresh folder below `scratchFolder`, in the pool, so that the message can be
// sent again. `blobs` must outlive the copy.
void copyMessageFiles(const BlobReader &blobs, const QList<Attachment> &attachments, const QString &scratchFolder, QObject *context,
                      std::function<void(const Result<QStringList> &)> done);

// The path of a sample that ships with the program, as a file of its own.
Result<QString> unpackSample(const QString &resource, const QString &scratchFolder, const QString &name);

} // namespace vitrine
