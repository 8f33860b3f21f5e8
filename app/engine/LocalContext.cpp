#include "engine/LocalContext.h"

#include "engine/AttachmentBatch.h"
#include "engine/Command.h"
#include "engine/Engine.h"
#include "engine/ToolBox.h"
#include "engine/UploadFolder.h"
#include "imaging/AttachmentReader.h"
#include "imaging/Gallery.h"
#include "sandbox/IPythonSession.h"
#include "tools/PictureToolContext.h"
#include "tools/ToolCatalog.h"

#include <QCoreApplication>
#include <QDir>

#include <sys/stat.h>

namespace vitrine {

namespace {

// The tools that the settings of the running turn let the model use.
class LocalToolBox final : public ToolBox
{
public:
    LocalToolBox(PictureToolContext &pictures, const ToolEnvironment &environment)
        : m_pictures(pictures)
        , m_environment(environment)
    {
    }

    void choose(const ToolChoice &choice)
    {
        m_tools = createTools(m_environment, choice);
    }

    QList<ToolSpec> specs() const override
    {
        QList<ToolSpec> all;
        for (const auto &tool : m_tools)
            all.append(tool->spec());
        return all;
    }
    Tool *find(const QString &name) override
    {
        for (const auto &tool : m_tools) {
            if (tool->spec().name == name)
                return tool.get();
        }
        return nullptr;
    }
    void beginAnswer() override { m_pictures.beginAnswer(); }

private:
    PictureToolContext &m_pictures;
    ToolEnvironment m_environment;
    std::vector<std::unique_ptr<Tool>> m_tools;
};

class LocalContext final : public ConversationContext
{
    Q_OBJECT

public:
    LocalContext(const EngineParts &parts, const QString &folder)
        : m_blobs(parts.blobs)
        , m_work(folder + QStringLiteral("/data"))
        , m_uploads(folder + QStringLiteral("/uploads"))
        , m_reader(parts.blobs, parts.images)
        , m_pictures(m_gallery, parts.images, parts.blobs)
        , m_python(SandboxPrograms::find(), {m_work, m_uploads.path(), parts.cacheFolder})
        , m_tools(m_pictures, {&m_pictures, &m_python, m_work})
    {
    }

    void readAttachments(const UserInput &input, const TurnSettings &settings, QObject *context,
                         std::function<void(const Result<ReadAttachments> &)> done) override
    {
        readBatch(m_reader, m_gallery, input, pictureRuleFor(settings.provider, settings.model), context, std::move(done));
    }

    Done admit(const QList<Attachment> &attachments) override
    {
        if (const Done made = makeFolders(); !made)
            return made;
        if (const Done added = m_uploads.add(attachments, m_blobs); !added)
            return added;
        for (const Attachment &attachment : attachments)
            m_gallery.addRoot(attachment);
        return {};
    }

    Done restore(const ConversationTree &stored) override
    {
        tree = stored;
        if (const Done made = makeFolders(); !made)
            return made;
        QList<ItemPtr> items;
        for (const Turn &turn : stored.turns())
            items += stored.items(turn.id);
        for (const ItemPtr &item : std::as_const(items)) {
            const auto *message = std::get_if<UserMessage>(&item->body);
            if (!message)
                continue;
            if (const Done added = m_uploads.add(message->attachments, m_blobs); !added)
                return added;
        }
        m_gallery.restore(items);
        return {};
    }

    void warmUp() override
    {
        if (makeFolders())
            m_python.start();
    }

    QHash<QString, QString> uploadNames() const override { return m_uploads.names(); }

    ToolBox &tools(const TurnSettings &settings) override
    {
        m_pictures.setRule(pictureRuleFor(settings.provider, settings.model));
        m_tools.choose({settings.pictures, settings.python});
        return m_tools;
    }

private:
    // The sandbox binds both folders, so both must be there.
    Done makeFolders()
    {
        for (const QString &folder : {m_work, m_uploads.path()}) {
            if (!QDir().mkpath(folder))
                return fail(ErrorKind::Storage, tr("The folder %1 cannot be made; check the free space and its permissions.").arg(folder));
            ::chmod(QFile::encodeName(folder).constData(), 0700);
        }
        return {};
    }

    BlobStore &m_blobs;
    const QString m_work;
    UploadFolder m_uploads;
    AttachmentReader m_reader;
    Gallery m_gallery;
    PictureToolContext m_pictures;
    IPythonSession m_python;
    LocalToolBox m_tools;
};

} // namespace

std::unique_ptr<ConversationContext> createLocalContext(const EngineParts &parts, const ConversationId &conversation)
{
    return std::make_unique<LocalContext>(parts, parts.workFolders + QLatin1Char('/') + conversation.value);
}

} // namespace vitrine

#include "LocalContext.moc"
