#pragma once

#include "base/Error.h"
#include "imaging/AttachmentReader.h"
#include "imaging/Gallery.h"
#include "imaging/ImagerClient.h"
#include "sandbox/IPythonSession.h"
#include "store/FileBlobStore.h"
#include "tools/PictureToolContext.h"
#include "tools/Tool.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace vitrine {

// The tools without a conversation: everything they need, in a temporary folder that goes with it.
class ToolBench final
{
    Q_DISABLE_COPY_MOVE(ToolBench)

public:
    // `workFolder` is the host's side of /mnt/data; empty: a temporary one.
    static Result<std::unique_ptr<ToolBench>> create(const QString &workFolder);
    ~ToolBench();

    QList<ToolSpec> specs() const;
    Tool *find(const QString &name) const;

    QTemporaryDir folder;
    std::unique_ptr<FileBlobStore> blobs;
    std::unique_ptr<ImagerClient> images;
    Gallery gallery;
    std::unique_ptr<AttachmentReader> reader;

private:
    ToolBench() = default;
    std::unique_ptr<PictureToolContext> m_pictures;
    std::unique_ptr<IPythonSession> m_python;
    std::vector<std::unique_ptr<Tool>> m_tools;
};

} // namespace vitrine
