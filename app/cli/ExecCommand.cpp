#include "cli/ExecCommand.h"

#include "base/Clock.h"
#include "cli/ExecOptions.h"
#include "cli/ExecProvider.h"
#include "cli/ExecReport.h"
#include "cli/Interrupts.h"
#include "cli/Terminal.h"
#include "connections/Connections.h"
#include "engine/Engine.h"
#include "engine/Runtime.h"
#include "store/FileBlobStore.h"
#include "store/StoreThread.h"

#include <QCoreApplication>
#include <QTextStream>

#include <unistd.h>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ExecCommand {
    Q_DECLARE_TR_FUNCTIONS(ExecCommand)
};

// The same letters as in the window.
void askOnTerminal(Engine &engine, const ApprovalRequest &request)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDERR_FILENO)) {
        printNote(ExecCommand::tr("Declined, since nobody is there to ask: %1").arg(request.what));
        engine.decide(request.callId, Decision::Declined, QStringLiteral("nobody is at the terminal to be asked; choose another approval mode to allow it"));
        return;
    }
    QTextStream in(stdin);
    for (;;) {
        printNote(request.what + QLatin1Char('\n') + ExecCommand::tr("Run this? [y]es once, [a]lways this exact command, [e]dit, [n]o"));
        const QString answer = in.readLine().trimmed().toLower();
        if (answer == QLatin1String("y"))
            return engine.decide(request.callId, Decision::Once, {});
        if (answer == QLatin1String("a"))
            return engine.decide(request.callId, Decision::AlwaysThisExact, {});
        if (answer == QLatin1String("e")) {
            printNote(ExecCommand::tr("The new arguments:"));
            return engine.decide(request.callId, Decision::Edited, in.readLine());
        }
        if (answer == QLatin1String("n") || in.atEnd()) {
            printNote(ExecCommand::tr("Words for the model (may be empty):"));
            return engine.decide(request.callId, Decision::Declined, in.readLine());
        }
    }
}

struct Place {
    ConversationId conversation;
    std::optional<TurnId> newest;
};

// Where a conversation that is to go on ended last. Runs on the store's thread.
Result<Place> findPlace(const Store &store, const ExecOptions &options)
{
    const Result<QList<Conversation>> all = store.conversations();
    if (!all)
        return tl::unexpected(all.error());
    for (const Conversation &conversation : *all) {
        if (!options.continueNewest && conversation.id != *options.conversation)
            continue;
        const Result<ConversationTree> tree = store.tree(conversation.id);
        if (!tree)
            return tl::unexpected(tree.error());
        return Place{conversation.id, tree->newestLeaf()};
    }
    return fail(ErrorKind::InvalidRequest, options.continueNewest ? ExecCommand::tr("There is no conversation to continue yet.")
                                                                  : ExecCommand::tr("There is no conversation %1; vitrine conversations list shows them.").arg(options.conversation->value));
}

} // namespace

int runExec(const QStringList &arguments)
{
    auto parsed = parseExecOptions(arguments);
    if (const int *status = std::get_if<int>(&parsed))
        return *status;
    ExecOptions &options = std::get<ExecOptions>(parsed);

    Interrupts interrupts; // before any thread starts, so that all of them leave the signals to it
    SystemClock clock;
    ExecReport report(options.json);
    const Result<Profile> profile = openProfile();
    if (!profile)
        return report.failed(profile.error());
    EnvironmentKeys keys;
    keys.take(Connections::variables(*profile));
    if (const Done chosen = chooseProvider(options, *profile, keys); !chosen)
        return report.failed(chosen.error());
    const auto store = StoreThread::open({profile->dataFolder}, clock);
    if (!store)
        return report.failed(store.error());
    const auto blobs = FileBlobStore::open(profile->blobFolder);
    if (!blobs)
        return report.failed(blobs.error());

    const std::unique_ptr<Runtime> runtime = Runtime::create(*profile, clock, **store, **blobs, keys);
    runtime->setRecordFolder(options.recordFolder);
    Engine &engine = runtime->engine();
    if (options.provider)
        engine.addProvider(*options.provider);
    else if (options.settings.provider.isEmpty())
        printNote(ExecCommand::tr("No model is configured: the offline assistant answers (rules, not a language model)."));

    const qint64 now = clock.now().toMSecsSinceEpoch();
    const StartTurn command{TurnId::create(now), {}, ConversationId::create(now), {}, options.input, options.settings};
    QObject::connect(&engine, &Engine::itemAppended, &report, [&](const ItemPtr &item) {
        report.take(*item, [&blobs](const BlobRef &ref) { return (*blobs)->path(ref).value_or(QString()); });
        if (const auto *request = std::get_if<ApprovalRequest>(&item->body))
            askOnTerminal(engine, *request);
    });
    QObject::connect(&engine, &Engine::turnRefused, &report, [&](const TurnId &, const Error &error) { QCoreApplication::exit(report.failed(error)); });
    QObject::connect(&engine, &Engine::turnEnded, &report, [&] { QCoreApplication::exit(report.ended()); });
    QObject::connect(&interrupts, &Interrupts::interrupted, &report, [&] { engine.interrupt(command.turn); });

    if (options.conversation || options.continueNewest) {
        (*store)->run<Result<Place>>([&options](Store &s) { return findPlace(s, options); }, &report, [&engine, &report, command](Result<Place> place) {
            if (!place)
                return QCoreApplication::exit(report.failed(place.error()));
            StartTurn next = command;
            next.conversation = place->conversation;
            next.parent = place->newest;
            engine.startTurn(next);
        });
    } else {
        QMetaObject::invokeMethod(&engine, [&engine, command] { engine.startTurn(command); }, Qt::QueuedConnection);
    }
    return QCoreApplication::exec();
}

} // namespace vitrine
