#include "engine/Engine.h"

#include "engine/ConversationContext.h"
#include "engine/Journal.h"
#include "engine/LocalContext.h"
#include "engine/TurnRunner.h"
#include "providers/models/ModelCatalog.h"
#include "store/StoreThread.h"

#include <QSet>

#include <map>

namespace vitrine {

class Engine::Private
{
public:
    Private(Engine *engine, const EngineParts &engineParts)
        : q(engine)
        , parts(engineParts)
        , journal(engineParts.store, engineParts.clock)
        , providers(engineParts.clock)
    {
        if (!parts.makeContext)
            parts.makeContext = [this](const ConversationId &id) { return createLocalContext(parts, id); };
        if (!parts.findProvider)
            parts.findProvider = [this](const TurnSettings &settings) { return providers.find(settings.provider); };
    }

    void refuse(const TurnId &turn, const Error &error)
    {
        // Later, so that the caller hears of nothing before startTurn() has returned.
        QMetaObject::invokeMethod(q, [this, turn, error] { emit q->turnRefused(turn, error); }, Qt::QueuedConnection);
    }

    bool isBusy(const ConversationId &conversation) const
    {
        if (loading.contains(conversation))
            return true;
        for (const auto &[id, runner] : runners) {
            if (runner->turn().conversation == conversation)
                return true;
        }
        return false;
    }

    // Finds out how the provider is reached, which may take as long as a keyring is asked.
    void resolve(const StartTurn &command, ConversationContext &context)
    {
        const QString name = command.settings.provider;
        if (!parts.resolveProvider || (providers.isKnown(name) && !resolved.contains(name))) {
            run(command, context);
            return;
        }
        const ConversationId id = command.conversation.value_or(command.newConversation);
        loading.insert(id);
        resolving.insert(command.turn);
        parts.resolveProvider(name, q, [this, command, id, &context](const Result<ProviderConfig> &config) {
            loading.remove(id);
            if (!resolving.remove(command.turn)) {
                emit q->turnRefused(command.turn, Error{ErrorKind::Cancelled, Engine::tr("Stopped before anything was sent."), Audience::User, {}, false});
                return;
            }
            if (!config) {
                emit q->turnRefused(command.turn, config.error());
                return;
            }
            resolved.insert(config->name);
            providers.add(*config);
            run(command, context);
        });
    }

    void run(const StartTurn &command, ConversationContext &context)
    {
        const Result<Provider *> provider = parts.findProvider(command.settings);
        if (!provider) {
            refuse(command.turn, provider.error());
            return;
        }
        StartTurn whole = command;
        if (whole.settings.model.isEmpty())
            whole.settings.model = providers.defaultModel(whole.settings.provider);
        TurnParts turnParts{parts.clock, parts.store, journal, parts.blobs, context, **provider};
        if (whole.settings.budget)
            turnParts.costOf = [model = ModelCatalog().info(whole.settings.model)](const Usage &usage) { return price(usage, model); };
        auto runner = std::make_unique<TurnRunner>(turnParts, whole);
        TurnRunner *running = runner.get();
        const TurnId turn = command.turn;
        QObject::connect(running, &TurnRunner::started, q, &Engine::turnStarted);
        QObject::connect(running, &TurnRunner::unsaved, q, &Engine::itemAppended);
        QObject::connect(running, &TurnRunner::draftChanged, q, &Engine::draftChanged);
        QObject::connect(running, &TurnRunner::exchanged, q, [this, turn](const WireRecord &record) { emit q->exchanged(turn, record); });
        QObject::connect(running, &TurnRunner::refused, q, [this, turn](const Error &error) {
            forget(turn);
            emit q->turnRefused(turn, error);
        });
        QObject::connect(running, &TurnRunner::ended, q, [this, turn, conversation = running->turn().conversation] {
            forget(turn);
            emit q->turnEnded(conversation, turn);
        });
        runners.emplace(turn, std::move(runner));
        running->start();
    }

    void forget(const TurnId &turn)
    {
        const auto found = runners.find(turn);
        if (found == runners.end())
            return;
        found->second.release()->deleteLater(); // its signal is on the stack
        runners.erase(found);
    }

    Engine *q;
    EngineParts parts;
    Journal journal;
    ProviderCatalog providers;
    std::map<ConversationId, std::unique_ptr<ConversationContext>> contexts;
    std::map<TurnId, std::unique_ptr<TurnRunner>> runners;
    QSet<ConversationId> loading;
    QSet<TurnId> resolving;  // waiting for their provider; interrupt() takes them out
    QSet<QString> resolved;  // names of providers that resolveProvider has told
};

Engine::Engine(const EngineParts &parts, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, parts))
{
    connect(&d->journal, &Journal::appended, this, [this](const ItemPtr &item) {
        // Before anyone else hears of it: the next request is built from the tree.
        if (const auto context = d->contexts.find(item->conversation); context != d->contexts.end())
            context->second->tree.addItem(item);
        emit itemAppended(item);
    });
}

Engine::~Engine() = default;

void Engine::addProvider(const ProviderConfig &config)
{
    d->providers.add(config);
}

void Engine::startTurn(const StartTurn &command)
{
    const ConversationId id = command.conversation.value_or(command.newConversation);
    if (d->isBusy(id)) {
        d->refuse(command.turn, Error{ErrorKind::InvalidRequest, tr("An answer is still being made in this conversation; stop it or wait for its end."), Audience::User, {}, true});
        return;
    }
    if (const auto known = d->contexts.find(id); known != d->contexts.end()) {
        d->resolve(command, *known->second);
        return;
    }
    std::unique_ptr<ConversationContext> &context = d->contexts[id];
    context = d->parts.makeContext(id);
    if (!command.conversation) {
        d->resolve(command, *context);
        return;
    }
    d->loading.insert(id);
    d->parts.store.run<Result<ConversationTree>>([id](Store &store) { return store.tree(id); }, context.get(), [this, id, command](Result<ConversationTree> tree) {
        d->loading.remove(id);
        ConversationContext &loaded = *d->contexts[id];
        const Done restored = tree ? loaded.restore(*tree) : tl::unexpected(tree.error());
        if (!restored) {
            d->contexts.erase(id);
            emit turnRefused(command.turn, restored.error());
            return;
        }
        d->resolve(command, loaded);
    });
}

void Engine::interrupt(const TurnId &turn)
{
    d->resolving.remove(turn);
    if (const auto runner = d->runners.find(turn); runner != d->runners.end())
        runner->second->interrupt();
}

void Engine::decide(const CallId &call, Decision decision, const QString &words)
{
    for (const auto &[id, runner] : d->runners) {
        if (runner->decide(call, decision, words))
            return;
    }
}

void Engine::warmUp()
{
    for (const auto &[id, context] : d->contexts)
        context->warmUp();
}

} // namespace vitrine
