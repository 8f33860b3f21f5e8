#pragma once

#include "base/Error.h"
#include "sandbox/Descriptor.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace vitrine {

struct FileStamp {
    qint64 size = 0;
    qint64 modifiedNs = 0; // of content, since the epoch
    qint64 changedNs = 0;  // of content or attributes: cannot be set back by a program
    quint64 inode = 0;

    bool operator==(const FileStamp &) const = default;
};

// What lies in a folder that hostile code may be changing. Links are never followed. All functions may run on any thread.
struct FolderSnapshot {
    QHash<QByteArray, FileStamp> files; // regular files, by path relative to the folder
    qint64 bytesOnDisk = 0;             // blocks in use; a sparse file counts what it occupies
    bool complete = true;               // false: more entries than were looked at, or deeper

    static constexpr int maxEntries = 100'000;
    static constexpr int maxDepth = 32;
    static FolderSnapshot take(const QString &folder);
};

// Files of `after` that are new or different, sorted. Names that are not UTF-8 are left out.
QStringList changedFiles(const FolderSnapshot &before, const FolderSnapshot &after);

// Socket files in the folder, relative to it.
QStringList socketsIn(const QString &folder);

// Opens a regular file below `folder` for reading; a link, pipe, device or a path out of the folder is refused.
Result<Descriptor> openRegularFile(const QString &folder, const QString &relativePath);

} // namespace vitrine
