#pragma once

#include "model/BlobRef.h"

#include <QString>

#include <functional>

class QWidget;

namespace vitrine {

class BlobReader;

// A name that a hostile sender chose, made fit to be the name of a file in the folder that the user picks.
QString safeFileName(const QString &name);
// Asks where to, then copies the bytes in the pool. `failed` is told in one sentence. `blobs` must outlive the copy.
void saveBlob(QWidget *parent, const BlobReader &blobs, const BlobRef &blob, const QString &name, std::function<void(const QString &)> failed);

} // namespace vitrine
