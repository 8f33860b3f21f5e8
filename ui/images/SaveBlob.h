#pragma once

#include "model/BlobRef.h"

#include <QString>

#include <functional>

class QWidget;

namespace vitrine {

class BlobReader;

// Asks where to, then copies the bytes in the pool. `failed` is told in one sentence. `blobs` must outlive the copy.
void saveBlob(QWidget *parent, const BlobReader &blobs, const BlobRef &blob, const QString &name, std::function<void(const QString &)> failed);

} // namespace vitrine
