#include "engine/Engine.h"

#include "imaging/ImageService.h"
#include "store/FileBlobStore.h"
#include "store/StoreThread.h"
#include "support/FakeClock.h"
#include "support/FakeProvider.h"
#include "support/FakeTools.h"
#include "support/TestPrint.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {

class NoImages final : public ImageService
{
public:
    RequestId send(const ImageRequest &, QObject *, Callback) override { return 0; }
    void cancel(RequestId) override {}
};

// "tool_output ok" and so on: what happened, one word or two an item.
QString sketch(const QList<ItemPtr> &items)
{
    QStringList words;
    for (const ItemPtr &item : items) {
        QString word = kindOf(item->body);
        if (const auto *output = std::get_if<ToolOutput>(&item->body))
            word += QLatin1Char(' ') + output->callId.value + QLatin1Char('=') + output->text;
        else if (const auto *call = std::get_if<ToolCall>(&item->body))
            word += QLatin1Char(' ') + call->callId.value;
        else if (const auto *message = std::get_if<AgentMessage>(&item->body))
            word += QLatin1Char(' ') + message->text;
        else if (const auto *decision = std::get_if<ApprovalDecision>(&item->body))
            word += QLatin1Char(' ') + decision->decision;
        else if (const auto *end = std::get_if<TurnEnded>(&item->body))
            word += QLatin1Char(' ') + toString(end->outcome);
        if (item->status != ItemStatus::Completed)
            word += QStringLiteral(" (%1)").arg(toString(item->status));
        words.append(word);
    }
    return words.join(QStringLiteral(" | "));
}

} // namespace

class TestEngine : public QObject
{
    Q_OBJECT

    struct Bench {
        QTemporaryDir folder;
        FakeClock clock;
        std::unique_ptr<StoreThread> store;
        std::unique_ptr<FileBlobStore> blobs;
        NoImages images;
        FakeProvider provider;
        FakeContext *context = nullptr;
        std::unique_ptr<Engine> engine;
        QList<ItemPtr> items;
        QList<Error> refusals;
        int ended = 0;

        Bench()
        {
            store = std::move(*StoreThread::open({folder.path()}, clock));
            blobs = std::move(*FileBlobStore::open(folder.path() + QStringLiteral("/blobs")));
            open();
        }
        void open()
        {
            EngineParts parts{clock, *store, *blobs, images, folder.path()};
            parts.makeContext = [this](const ConversationId &) {
                auto made = std::make_unique<FakeContext>();
                context = made.get();
                return made;
            };
            parts.findProvider = [this](const TurnSettings &) { return Result<Provider *>(&provider); };
            engine = std::make_unique<Engine>(parts);
            QObject::connect(engine.get(), &Engine::itemAppended, engine.get(), [this](const ItemPtr &item) { items.append(item); });
            QObject::connect(engine.get(), &Engine::turnRefused, engine.get(), [this](const TurnId &, const Error &error) { refusals.append(error); });
            QObject::connect(engine.get(), &Engine::turnEnded, engine.get(), [this] { ++ended; });
        }
        StartTurn command(const QString &text = QStringLiteral("hello"))
        {
            StartTurn start;
            start.turn = TurnId::create(1);
            start.newConversation = ConversationId::create(1);
            start.input.text = text;
            return start;
        }
        void call(const QString &id, const QString &tool = QStringLiteral("reader"), int slot = 0)
        {
            provider.stream()->say(ItemDone{slot, ToolCall{{id}, tool, QStringLiteral("{}"), {}}});
        }
        bool isStarted(const QString &id) { return context && (context->reader.runs.contains(id) || context->writer.runs.contains(id)); }
        FakeRun *run(const QString &id) { return context->reader.runs.contains(id) ? context->reader.runs[id] : context->writer.runs[id]; }
    };

private slots:
    void anAnswerIsStoredAndOrdered()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->say(TextDelta{0, QStringLiteral("Hi ")});
        bench.provider.stream()->say(TextDelta{0, QStringLiteral("there")});
        bench.provider.stream()->say(ItemDone{0, AgentMessage{QStringLiteral("Hi there"), false, {}, {}, {}}});
        bench.provider.stream()->end({FinishReason::Completed, {}, {3, {}, 2, {}, 5}, {}});
        QTRY_COMPARE(bench.ended, 1);
        QCOMPARE(sketch(bench.items), QStringLiteral("user_message | agent_message Hi there | turn_ended completed"));
        QCOMPARE(std::get<TurnEnded>(bench.items.last()->body).usage.total, std::optional<qint64>(5));
        for (int i = 0; i < bench.items.size(); ++i)
            QCOMPARE(bench.items[i]->seq, qint64(i + 1));
    }

    void draftsGrowUnderTheIdOfTheItem()
    {
        Bench bench;
        QList<Draft> drafts;
        connect(bench.engine.get(), &Engine::draftChanged, this, [&drafts](const Draft &draft) { drafts.append(draft); });
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->say(TextDelta{0, QStringLiteral("Hel")});
        bench.provider.stream()->say(TextDelta{0, QStringLiteral("lo")});
        QTRY_COMPARE(drafts.size(), 1); // gathered, not one a piece
        QCOMPARE(drafts.first().text, QStringLiteral("Hello"));
        bench.provider.stream()->say(ItemDone{0, AgentMessage{QStringLiteral("Hello"), false, {}, {}, {}}});
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.ended, 1);
        QCOMPARE(bench.items[1]->id, drafts.first().id);
    }

    void aPausedAnswerIsAskedForAgain()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->say(ItemDone{0, AgentMessage{QStringLiteral("Searching."), false, {}, {}, {}}});
        bench.provider.stream()->end({FinishReason::Paused, {}, {3, {}, 2, {}, 5}, {}});
        QTRY_COMPARE(bench.provider.requests.size(), size_t(2));
        QCOMPARE(std::get<PromptAgentMessage>(bench.provider.requests[1].input.last()).text, QStringLiteral("Searching."));
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->end({FinishReason::Completed, {}, {3, {}, 2, {}, 5}, {}});
        QTRY_COMPARE(bench.ended, 1);
        QCOMPARE(std::get<TurnEnded>(bench.items.last()->body).usage.total, std::optional<qint64>(10));
    }

    void aBudgetPausesBetweenRequests()
    {
        Bench bench;
        StartTurn command = bench.command();
        command.settings.model = QStringLiteral("gpt-4.1"); // 8 dollars a million tokens of output
        command.settings.budget = 1.0;
        bench.engine->startTurn(command);
        QTRY_VERIFY(bench.provider.stream());
        bench.call(QStringLiteral("a"));
        QTRY_VERIFY(bench.isStarted(QStringLiteral("a")));
        bench.provider.stream()->end({FinishReason::Completed, {}, {0, {}, 100'000, {}, 100'000}, {}}); // 0.80
        bench.run(QStringLiteral("a"))->end(QStringLiteral("A"));
        QTRY_COMPARE(bench.provider.requests.size(), size_t(2));
        QTRY_VERIFY(bench.provider.stream());
        bench.call(QStringLiteral("b"));
        QTRY_VERIFY(bench.isStarted(QStringLiteral("b")));
        bench.provider.stream()->end({FinishReason::Completed, {}, {0, {}, 100'000, {}, 100'000}, {}}); // 1.60
        bench.run(QStringLiteral("b"))->end(QStringLiteral("B"));
        QTRY_COMPARE(bench.ended, 1);
        QCOMPARE(bench.provider.requests.size(), size_t(2));
        const auto ended = std::get<TurnEnded>(bench.items.last()->body);
        QVERIFY(ended.outcome == TurnOutcome::Incomplete);
        QVERIFY(ended.reason.contains(QStringLiteral("budget")));
        // The call that ran has its output.
        QVERIFY(sketch(bench.items).contains(QStringLiteral("tool_output b=B")));
    }

    void hostedCallsAreSeenLiveAndTheirFilesAreKept()
    {
        Bench bench;
        QList<Draft> drafts;
        connect(bench.engine.get(), &Engine::draftChanged, this, [&drafts](const Draft &draft) { drafts.append(draft); });
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a") + " not yet all of it";
        bench.provider.stream()->say(HostedCallProgress{0, QStringLiteral("image_generation_call"), QStringLiteral("generating")});
        bench.provider.stream()->say(PartialPicture{0, 0, png, QStringLiteral("image/png")});
        QTRY_COMPARE(drafts.size(), 1);
        QCOMPARE(drafts.first().name, QStringLiteral("image_generation_call"));
        QCOMPARE(*bench.blobs->read(drafts.first().picture), png);
        HostedCall call;
        call.type = QStringLiteral("image_generation_call");
        bench.provider.stream()->say(ItemDone{0, call, {{QStringLiteral("../picture.png"), QStringLiteral("image/png"), png}}});
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.ended, 1);
        QCOMPARE(bench.items[1]->id, drafts.first().id);
        const QList<Artifact> artifacts = std::get<HostedCall>(bench.items[1]->body).artifacts;
        QCOMPARE(artifacts.size(), 1);
        QVERIFY(!artifacts.first().name.contains(QLatin1Char('/')));
        QCOMPARE(artifacts.first().blob.mime, QStringLiteral("image/png"));
        QCOMPARE(*bench.blobs->read(artifacts.first().blob), png);
    }

    void callsOfOneAnswerRunSideBySide()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.call(QStringLiteral("a"), QStringLiteral("reader"), 0);
        bench.call(QStringLiteral("b"), QStringLiteral("reader"), 1);
        // Both run before the stream has ended, and the later one may end first.
        QTRY_VERIFY(bench.isStarted(QStringLiteral("a")) && bench.isStarted(QStringLiteral("b")));
        bench.run(QStringLiteral("b"))->end(QStringLiteral("B"));
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.items.size(), 4);
        QCOMPARE(bench.provider.requests.size(), size_t(1)); // `a` is still open
        bench.run(QStringLiteral("a"))->end(QStringLiteral("A"));
        QTRY_COMPARE(bench.provider.requests.size(), size_t(2));
        QCOMPARE(sketch(bench.items), QStringLiteral("user_message | tool_call a | tool_call b | tool_output b=B | tool_output a=A"));
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.ended, 1);
    }

    void theCallIsCommittedBeforeItRuns()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bool committed = false;
        bench.context->reader.onStart = [&](const ToolInvocation &) { committed = sketch(bench.items).contains(QStringLiteral("tool_call a")); };
        bench.call(QStringLiteral("a"));
        QTRY_VERIFY(bench.isStarted(QStringLiteral("a")));
        QVERIFY(committed);
    }

    void anUnknownToolIsAnswered()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.call(QStringLiteral("a"), QStringLiteral("nonsense"));
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.provider.requests.size(), size_t(2));
        QCOMPARE(sketch(bench.items), QStringLiteral("user_message | tool_call a | tool_output a=Unknown tool \"nonsense\". Known: reader, writer."));
    }

    void whatChangesSomethingAsksFirst()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.call(QStringLiteral("a"), QStringLiteral("writer"));
        bench.provider.stream()->end();
        QTRY_COMPARE(sketch(bench.items), QStringLiteral("user_message | tool_call a | approval_request"));
        QVERIFY(!bench.isStarted(QStringLiteral("a")));
        bench.engine->decide({QStringLiteral("a")}, Decision::Once, {});
        QTRY_VERIFY(bench.isStarted(QStringLiteral("a")));
        bench.run(QStringLiteral("a"))->end(QStringLiteral("done"));
        QTRY_COMPARE(sketch(bench.items), QStringLiteral("user_message | tool_call a | approval_request | approval_decision once | tool_output a=done"));
    }

    void aDeclinedCallTellsTheModelWhy()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.call(QStringLiteral("a"), QStringLiteral("writer"));
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.items.size(), 3);
        bench.engine->decide({QStringLiteral("a")}, Decision::Declined, QStringLiteral("not today"));
        QTRY_COMPARE(bench.provider.requests.size(), size_t(2));
        QVERIFY(!bench.isStarted(QStringLiteral("a")));
        QVERIFY(sketch(bench.items).endsWith(QStringLiteral("approval_decision declined | tool_output a=declined by the user. The user says: not today")));
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.ended, 1);
        QVERIFY(sketch(bench.items).endsWith(QStringLiteral("turn_ended denied")));
    }

    void aStopEndsRequestAndToolsAndAnswersEveryCall()
    {
        Bench bench;
        const StartTurn command = bench.command();
        bench.engine->startTurn(command);
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->say(TextDelta{3, QStringLiteral("half an ans")});
        bench.call(QStringLiteral("a"));
        bench.call(QStringLiteral("b"), QStringLiteral("writer"), 1);
        QTRY_VERIFY(bench.isStarted(QStringLiteral("a")));
        QTRY_VERIFY(sketch(bench.items).contains(QStringLiteral("approval_request")));
        const QPointer<FakeStream> stream = bench.provider.stream();
        const QPointer<FakeRun> run = bench.run(QStringLiteral("a"));
        bench.engine->interrupt(command.turn);
        QVERIFY(stream->aborted);
        QVERIFY(run->cancelled);
        QTRY_COMPARE(bench.ended, 1);
        const QString all = sketch(bench.items);
        QVERIFY2(all.contains(QStringLiteral("agent_message half an ans (interrupted)")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("tool_output a=cancelled")), qPrintable(all));
        QVERIFY2(all.contains(QStringLiteral("tool_output b=cancelled by the user")), qPrintable(all));
        QVERIFY2(all.endsWith(QStringLiteral("turn_ended interrupted")), qPrintable(all));
    }

    void aBrokenConnectionKeepsWhatCame()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->say(TextDelta{0, QStringLiteral("half")});
        bench.provider.stream()->breakOff(Error{ErrorKind::Network, QStringLiteral("The connection broke."), Audience::User, {}, true});
        QTRY_COMPARE(bench.ended, 1);
        QCOMPARE(sketch(bench.items), QStringLiteral("user_message | agent_message half (interrupted) | turn_ended failed"));
        const auto end = std::get<TurnEnded>(bench.items.last()->body);
        QCOMPARE(end.errorKind, QStringLiteral("network"));
        QVERIFY(end.retryable);
    }

    void anIncompleteAnswerIsNoError()
    {
        Bench bench;
        bench.engine->startTurn(bench.command());
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->say(ItemDone{0, AgentMessage{QStringLiteral("cut"), false, {}, {}, {}}});
        bench.provider.stream()->end({FinishReason::Incomplete, QStringLiteral("max_output_tokens"), {}, {}});
        QTRY_COMPARE(bench.ended, 1);
        const auto end = std::get<TurnEnded>(bench.items.last()->body);
        QCOMPARE(toString(end.outcome), QStringLiteral("incomplete"));
        QCOMPARE(end.errorKind, QString());
    }

    void aBadFileStoresNothing()
    {
        Bench bench;
        StartTurn command = bench.command();
        command.input.files = {QStringLiteral("/missing")};
        bench.engine->startTurn(command);
        QTRY_COMPARE(bench.refusals.size(), 1);
        QCOMPARE(bench.refusals.first().message, QStringLiteral("The file /missing does not exist."));
        QVERIFY(bench.items.isEmpty());
        std::optional<qsizetype> count;
        bench.store->run<qsizetype>([](Store &store) { return store.conversations().value().size(); }, this, [&count](qsizetype size) { count = size; });
        QTRY_COMPARE(count, std::optional<qsizetype>(0));
    }

    void aConversationGoesOnAfterReopening()
    {
        Bench bench;
        const StartTurn first = bench.command();
        bench.engine->startTurn(first);
        QTRY_VERIFY(bench.provider.stream());
        bench.provider.stream()->say(ItemDone{0, AgentMessage{QStringLiteral("one"), false, {}, {}, {}}});
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.ended, 1);
        bench.open(); // as after a restart

        StartTurn second = bench.command(QStringLiteral("and?"));
        second.conversation = first.newConversation;
        second.parent = first.turn;
        bench.engine->startTurn(second);
        QTRY_COMPARE(bench.provider.requests.size(), size_t(2));
        QCOMPARE(bench.provider.requests.back().input.size(), 3); // hello, one, and?
        bench.provider.stream()->end();
        QTRY_COMPARE(bench.ended, 2);
    }

    void twoConversationsRunAtOnceButNotTwoTurnsOfOne()
    {
        Bench bench;
        const StartTurn first = bench.command();
        bench.engine->startTurn(first);
        QTRY_COMPARE(bench.provider.requests.size(), size_t(1));
        StartTurn other = bench.command();
        bench.engine->startTurn(other);
        QTRY_COMPARE(bench.provider.requests.size(), size_t(2));
        StartTurn again = bench.command();
        again.conversation = first.newConversation;
        bench.engine->startTurn(again);
        QTRY_COMPARE(bench.refusals.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "TestEngine.moc"
