#include "engine/HostedFiles.h"

#include "base/FileName.h"
#include "imaging/FileType.h"

namespace vitrine {

Done keepFiles(const QList<ProducedFile> &files, BlobStore &blobs, HostedCall &call)
{
    for (const ProducedFile &file : files) {
        const QString name = safeFileName(file.name);
        const FileType type = fileTypeOf(file.bytes.left(fileHeadBytes), file.bytes.size() <= fileHeadBytes, name);
        const Result<BlobRef> kept = blobs.put(file.bytes, type.mime);
        if (!kept)
            return tl::unexpected(kept.error());
        call.artifacts.append({name, *kept});
    }
    return {};
}

} // namespace vitrine
