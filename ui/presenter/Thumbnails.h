#pragma once

#include "model/BlobRef.h"

#include <QImage>
#include <QObject>

namespace vitrine {

// Small pictures of blobs, drawn by the imager. Interface thread.
class Thumbnails : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Thumbnails)

public:
    using QObject::QObject;
    // At once when it is there; else a null image now and arrived() later, or never when the picture cannot be read.
    virtual QImage thumbnail(const BlobRef &blob) = 0;

signals:
    void arrived(const QString &sha256);
};

} // namespace vitrine
