#pragma once

#include <QByteArray>
#include <QString>

namespace vitrine {

// How many bytes from the start of a file fileTypeOf() wants to see.
inline constexpr qint64 fileHeadBytes = 64 * 1024;

struct FileType {
    QString mime;
    bool looksLikePicture = false; // by its first bytes; whether it can be decoded is the picture service's to say
};

// By content first; the name only decides among kinds that look the same (text, zip). `isWhole`: the head is the whole file.
FileType fileTypeOf(const QByteArray &head, bool isWhole, const QString &name);
// The name promises a picture: .jpg, .png ...
bool isNamedLikePicture(const QString &name);
// A file's name as a label: no line breaks, control or direction characters that could pass for something else.
QString safeLabel(const QString &fileName);

} // namespace vitrine
