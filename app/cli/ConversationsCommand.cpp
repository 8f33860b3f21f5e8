#include "cli/ConversationsCommand.h"

#include "base/Clock.h"
#include "cli/ExecReport.h"
#include "cli/Terminal.h"
#include "base/Profile.h"
#include "model/ItemJson.h"
#include "store/FileBlobStore.h"
#include "store/Store.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ConversationsCommand {
    Q_DECLARE_TR_FUNCTIONS(ConversationsCommand)
};

int list(const Store &store, bool json)
{
    const Result<QList<Conversation>> all = store.conversations();
    if (!all)
        return printError(all.error());
    for (const Conversation &conversation : *all) {
        if (json) {
            printLine(QJsonObject{{"id", conversation.id.value},
                                  {"title", conversation.title},
                                  {"created_at", toRfc3339(conversation.createdAt)},
                                  {"updated_at", toRfc3339(conversation.updatedAt)},
                                  {"pinned", conversation.pinned}});
        } else {
            printLine(QStringLiteral("%1  %2  %3")
                          .arg(conversation.id.value, conversation.updatedAt.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")), harmless(conversation.title))
                          .toUtf8());
        }
    }
    return ExitDone;
}

int show(const Store &store, const BlobReader &blobs, const ConversationId &id, bool json)
{
    const Result<ConversationTree> tree = store.tree(id);
    if (!tree)
        return printError(tree.error());
    const auto pathOf = [&blobs](const BlobRef &ref) { return blobs.path(ref).value_or(QString()); };
    const std::optional<TurnId> leaf = tree->newestLeaf();
    const QList<ItemPtr> items = leaf ? tree->itemsOnPath(*leaf) : QList<ItemPtr>();
    for (const ItemPtr &item : items) {
        if (json)
            printLine(toContractJson(*item, pathOf));
        else if (const auto *message = std::get_if<UserMessage>(&item->body))
            printLine((QStringLiteral("> ") + harmless(message->text)).toUtf8());
        else if (const auto *answer = std::get_if<AgentMessage>(&item->body))
            printLine(harmless(answer->text).toUtf8() + '\n');
    }
    return ExitDone;
}

} // namespace

int runConversations(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ConversationsCommand::tr("Lists the conversations of this profile, or shows one of them."));
    parser.addOption({QStringLiteral("json"), ConversationsCommand::tr("Print one JSON object per line.")});
    parser.addPositionalArgument(QStringLiteral("action"), ConversationsCommand::tr("list, or show with an id."), QStringLiteral("list | show ID"));
    int status = ExitDone;
    if (!parseArguments(parser, QStringLiteral("conversations"), arguments, status))
        return status;
    const QStringList words = parser.positionalArguments();
    const bool isList = words == QStringList{QStringLiteral("list")};
    const bool isShow = words.size() == 2 && words.first() == QLatin1String("show");
    if (!isList && !isShow)
        return printUsage(ConversationsCommand::tr("Use vitrine conversations list, or vitrine conversations show ID."));

    SystemClock clock;
    const Result<Profile> profile = openProfile();
    if (!profile)
        return printError(profile.error());
    const auto store = Store::open({profile->dataFolder}, clock);
    if (!store)
        return printError(store.error());
    const auto blobs = FileBlobStore::open(profile->blobFolder);
    if (!blobs)
        return printError(blobs.error());
    const bool json = parser.isSet(QStringLiteral("json"));
    return isList ? list(**store, json) : show(**store, **blobs, {words.at(1)}, json);
}

} // namespace vitrine
