#pragma once

#include <QString>
#include <QStringList>

namespace vitrine {

// A file in front of the message that is being written. Its bytes are not read before the message is sent.
struct AttachedFile {
    QString path; // absolute
    QString name;
    qint64 size = 0;
    bool picture = false; // by its first bytes, not by its name

    bool operator==(const AttachedFile &) const = default;
};

struct IncomingFiles {
    QList<AttachedFile> accepted;
    QString problem; // one sentence about what was left out; empty when nothing was
};

inline constexpr int maxAttachments = 20;
inline constexpr qint64 maxAttachmentBytes = 256LL * 1024 * 1024;

// Looks at what was dropped, pasted or chosen. May wait for a slow disk: call it in the pool. `already`: how many are attached.
IncomingFiles inspectFiles(const QStringList &paths, int already);

} // namespace vitrine
