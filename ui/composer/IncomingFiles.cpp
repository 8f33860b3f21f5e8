#include "composer/IncomingFiles.h"

#include "presenter/Words.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace vitrine {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(IncomingFiles)
};

// The signatures of what the imager reads. HEIC: "ftyp" and its brands at offset 4.
bool looksLikePicture(const QByteArray &head)
{
    if (head.startsWith("\xFF\xD8\xFF") || head.startsWith("\x89PNG\r\n\x1A\n") || head.startsWith("GIF8") || head.startsWith("BM"))
        return true;
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP")
        return true;
    if (head.startsWith("II*\0") || head.startsWith(QByteArray("MM\0*", 4)))
        return true;
    const QByteArray brand = head.mid(8, 4);
    return head.mid(4, 4) == "ftyp" && (brand == "heic" || brand == "heix" || brand == "mif1" || brand == "avif" || brand == "msf1");
}

// The sentence that refuses the file, or empty with `file` filled.
QString inspect(const QString &path, AttachedFile &file)
{
    const QFileInfo info(path);
    file.path = info.absoluteFilePath();
    file.name = info.fileName();
    if (!info.exists())
        return Tr::tr("“%1” is not there any more.").arg(file.name);
    if (info.isDir())
        return Tr::tr("“%1” is a folder; add the files in it instead.").arg(file.name);
    if (!info.isFile())
        return Tr::tr("“%1” is not an ordinary file and cannot be added.").arg(file.name);
    file.size = info.size();
    if (file.size == 0)
        return Tr::tr("“%1” is empty.").arg(file.name);
    if (file.size > maxAttachmentBytes)
        return Tr::tr("“%1” is %2; at most %3 can be added.").arg(file.name, words::size(file.size), words::size(maxAttachmentBytes));
    QFile opened(file.path);
    if (!opened.open(QIODevice::ReadOnly))
        return Tr::tr("“%1” cannot be read; check its permissions.").arg(file.name);
    file.picture = looksLikePicture(opened.read(16));
    return {};
}

} // namespace

IncomingFiles inspectFiles(const QStringList &paths, int already)
{
    IncomingFiles result;
    if (paths.size() + already > maxAttachments) {
        result.problem = Tr::tr("%n file(s) are too many: a message takes at most %1, so none of them was added.", nullptr, int(paths.size())).arg(maxAttachments);
        return result;
    }
    QStringList refused;
    for (const QString &path : paths) {
        AttachedFile file;
        const QString sentence = inspect(path, file);
        if (sentence.isEmpty())
            result.accepted.append(file);
        else
            refused << sentence;
    }
    if (refused.size() == 1)
        result.problem = refused.constFirst();
    else if (!refused.isEmpty())
        result.problem = Tr::tr("%n file(s) could not be added. The first: %1", nullptr, int(refused.size())).arg(refused.constFirst());
    return result;
}

} // namespace vitrine
