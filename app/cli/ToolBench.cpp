#include "cli/ToolBench.h"

#include "engine/Runtime.h"
#include "tools/ToolCatalog.h"

#include <QCoreApplication>
#include <QDir>

namespace vitrine {

ToolBench::~ToolBench()
{
    // Before what they work with, whatever the order of the members.
    m_tools.clear();
}

Result<std::unique_ptr<ToolBench>> ToolBench::create(const QString &workFolder)
{
    std::unique_ptr<ToolBench> bench(new ToolBench);
    if (!bench->folder.isValid())
        return fail(ErrorKind::Io, QCoreApplication::translate("ToolBench", "No temporary folder can be made; check the free space and TMPDIR."));
    auto blobs = FileBlobStore::open(bench->folder.filePath(QStringLiteral("blobs")));
    if (!blobs)
        return tl::unexpected(blobs.error());
    const QString work = workFolder.isEmpty() ? bench->folder.filePath(QStringLiteral("data")) : workFolder;
    const QString uploads = bench->folder.filePath(QStringLiteral("uploads"));
    QDir().mkpath(work);
    QDir().mkpath(uploads);
    bench->blobs = std::move(*blobs);
    bench->images = std::make_unique<ImagerClient>(ImagerOptions{helperProgram(QStringLiteral("vitrine-imager"))});
    bench->reader = std::make_unique<AttachmentReader>(*bench->blobs, *bench->images);
    bench->m_pictures = std::make_unique<PictureToolContext>(bench->gallery, *bench->images, *bench->blobs);
    bench->m_python = std::make_unique<IPythonSession>(SandboxPrograms::find(), PythonFolders{work, uploads});
    bench->m_tools = createTools({bench->m_pictures.get(), bench->m_python.get(), work}, {});
    return bench;
}

QList<ToolSpec> ToolBench::specs() const
{
    QList<ToolSpec> all;
    for (const auto &tool : m_tools)
        all.append(tool->spec());
    return all;
}

Tool *ToolBench::find(const QString &name) const
{
    for (const auto &tool : m_tools) {
        if (tool->spec().name == name)
            return tool.get();
    }
    return nullptr;
}

} // namespace vitrine
