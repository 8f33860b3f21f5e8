#include "SampleTurn.h"
#include "presenter/ConversationPresenter.h"
#include "presenter/Words.h"
#include "support/FakeClock.h"

#include <QSignalSpy>
#include <QTest>

using namespace vitrine;

namespace {

class NoThumbnails final : public Thumbnails
{
public:
    QImage thumbnail(const BlobRef &) override { return {}; }
};

} // namespace

class TestConversationPresenter : public QObject
{
    Q_OBJECT

private slots:
    void aLiveTurnAndAReopenedOneLookTheSame();
    void theTimelineSaysWhatWasDone();
    void unsurePlacesMoveWithTheTextBeforeThem();
    void aDraftGrowsAndIsReplacedByItsItem();
    void whatItCostIsKnown();
    void aFailureOffersRetry();
    void anOpenCallOfAnEndedTurnIsShownAsStopped();
    void anItemThatWasLoadedIsNotTakenTwice();
    void aSiblingTakesThePlaceOfWhatItReplaces();
    void picturesAndFilesAreCollected();
    void aChartIsListedOnceByItsFile();
    void hiddenCharactersAreShown();
};

void TestConversationPresenter::aLiveTurnAndAReopenedOneLookTheSame()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter live(clock, thumbnails);
    SampleTurn sample;
    ConversationTree tree;
    tree.addTurn(sample.turn);
    live.addTurn(sample.turn);
    for (const ItemPtr &item : sample.whole()) {
        tree.addItem(item);
        live.addItem(item);
    }
    live.endTurn(sample.turn.id);
    ConversationPresenter opened(clock, thumbnails);
    opened.open(tree);
    QCOMPARE(live.timeline().dump(), opened.timeline().dump());
    QCOMPARE(live.entries(), opened.entries());
    QCOMPARE(live.files(), opened.files());
    QCOMPARE(live.lineage().pictures(), opened.lineage().pictures());
    QVERIFY(!live.isRunning());
}

void TestConversationPresenter::theTimelineSaysWhatWasDone()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    for (const ItemPtr &item : sample.whole())
        presenter.addItem(item);
    QCOMPARE(presenter.timeline().dump(),
             QStringLiteral("[done] reasoning | It lies on its side. | reported by the provider\n"
                            "[done] tool image_rotate | Rotated img_1 by 90° | img_1.1 · 300 × 200 | executed here | img_1.1\n"
                            "[done] tool image_detect_text | Read text in img_1.1: 2 line(s) | executed here\n"));
    const QList<TranscriptEntry> entries = presenter.entries();
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].kind, TranscriptEntry::Kind::User);
    QCOMPARE(entries[0].pictures.size(), 1);
    QCOMPARE(entries[1].markdown, QStringLiteral("Hello 😀\n\nWorld"));
    QVERIFY(!entries[1].streaming);
    QCOMPARE(entries[1].activity.summary, QStringLiteral("Thought for 1.7 s · 2 step(s) · 1 picture(s)"));
    QVERIFY(entries[1].footer.contains(QStringLiteral("1,234")));
}

void TestConversationPresenter::unsurePlacesMoveWithTheTextBeforeThem()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    for (const ItemPtr &item : sample.whole())
        presenter.addItem(item);
    // "Hello 😀" is 7 code points (8 UTF-16 units), then two line breaks.
    const QList<TextSpan> expected{{9, 14}};
    QCOMPARE(presenter.entries().at(1).unsure, expected);
}

void TestConversationPresenter::aDraftGrowsAndIsReplacedByItsItem()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    presenter.addItem(sample.item(UserMessage{QStringLiteral("Hi"), {}}, 0, 0));
    QSignalSpy added(&presenter, &ConversationPresenter::entryAdded);
    QSignalSpy changed(&presenter, &ConversationPresenter::entryChanged);
    Draft draft{{QStringLiteral("A")}, sample.turn.conversation, sample.turn.id, Draft::Kind::Message, {}, {}, QStringLiteral("Hel"), SampleTurn::at(10)};
    presenter.setDraft(draft);
    QCOMPARE(presenter.entries().last().markdown, QStringLiteral("Hel"));
    QVERIFY(presenter.entries().last().streaming);
    draft.text = QStringLiteral("Hello");
    presenter.setDraft(draft);
    presenter.addItem(sample.item(AgentMessage{QStringLiteral("Hello."), false, {}, {}, {}}, 10, 20, QStringLiteral("A")));
    presenter.addItem(sample.item(TurnEnded{}, 30, 30));
    QCOMPARE(added.size(), 0);
    QCOMPARE(changed.size(), 4);
    QCOMPARE(presenter.entries().last().markdown, QStringLiteral("Hello."));
    QVERIFY(!presenter.entries().last().streaming);
    // What comes too late changes nothing.
    presenter.setDraft(draft);
    QCOMPARE(presenter.entries().last().markdown, QStringLiteral("Hello."));
}

void TestConversationPresenter::whatItCostIsKnown()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    sample.turn.provider = QStringLiteral("openai");
    sample.turn.model = QStringLiteral("gpt-4.1"); // 2 and 8 dollars a million, 1,047,576 tokens of context
    presenter.addTurn(sample.turn);
    presenter.addItem(sample.item(UserMessage{QStringLiteral("Hi"), {}}, 0, 0));
    TurnEnded ended;
    ended.usage = {1'000'000, 0, 500'000, 0, 1'500'000};
    ended.contextTokens = 943'000;
    presenter.addItem(sample.item(ended, 30, 30));
    const Spending spending = presenter.spending();
    QCOMPARE(spending.cost.value_or(0), 6.0);
    QVERIFY(!spending.isFree);
    QVERIFY(spending.isNearlyFull());
    QVERIFY(spending.facts().contains(QStringLiteral("$6.00")));
    QVERIFY(spending.facts().contains(QStringLiteral("90 % of the window")));
    QVERIFY2(presenter.entries().last().footer.contains(QStringLiteral("$6.00")), qPrintable(presenter.entries().last().footer));
}

void TestConversationPresenter::aFailureOffersRetry()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    presenter.addItem(sample.item(UserMessage{QStringLiteral("Hi"), {}}, 0, 0));
    TurnEnded ended;
    ended.outcome = TurnOutcome::Failed;
    ended.reason = QStringLiteral("The server went away.");
    presenter.addItem(sample.item(ended, 30, 30));
    const TranscriptEntry last = presenter.entries().last();
    QCOMPARE(last.kind, TranscriptEntry::Kind::Notice);
    QVERIFY(last.noticeLevel == NoticeLevel::Error);
    QCOMPARE(last.markdown, QStringLiteral("The server went away."));
    QCOMPARE(last.actionId, QStringLiteral("retry"));
    QCOMPARE(ConversationPresenter::turnOfEntry(last.id), sample.turn.id);
}

void TestConversationPresenter::anOpenCallOfAnEndedTurnIsShownAsStopped()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    presenter.addItem(sample.item(UserMessage{QStringLiteral("Hi"), {}}, 0, 0));
    presenter.addItem(sample.item(ToolCall{{QStringLiteral("c")}, QStringLiteral("python"), QStringLiteral(R"({"code":"1+1"})"), {}}, 5, 5));
    QCOMPARE(presenter.timeline().steps().constFirst().phase, StepPhase::Running);
    TurnEnded ended;
    ended.outcome = TurnOutcome::Interrupted;
    presenter.addItem(sample.item(ended, 30, 30));
    QCOMPARE(presenter.timeline().steps().constFirst().phase, StepPhase::Stopped);
    QCOMPARE(presenter.timeline().steps().constFirst().arguments, QStringLiteral("1+1"));
}

void TestConversationPresenter::anItemThatWasLoadedIsNotTakenTwice()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    ConversationTree tree;
    tree.addTurn(sample.turn);
    const QList<ItemPtr> items = sample.whole();
    for (const ItemPtr &item : items)
        tree.addItem(item);
    presenter.open(tree);
    const QString before = presenter.timeline().dump();
    for (const ItemPtr &item : items)
        presenter.addItem(item);
    QCOMPARE(presenter.timeline().dump(), before);
    QCOMPARE(presenter.files().size(), 1);
}

void TestConversationPresenter::aSiblingTakesThePlaceOfWhatItReplaces()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    for (const ItemPtr &item : sample.whole())
        presenter.addItem(item);
    QSignalSpy reset(&presenter, &ConversationPresenter::wasReset);
    Turn sibling = sample.turn;
    sibling.id = {QStringLiteral("T2")};
    presenter.addTurn(sibling);
    QCOMPARE(reset.size(), 1);
    QCOMPARE(presenter.timeline().dump(), QString());
    QCOMPARE(presenter.lastTurn(), std::optional(sibling.id));
}

void TestConversationPresenter::picturesAndFilesAreCollected()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    for (const ItemPtr &item : sample.whole())
        presenter.addItem(item);
    const auto tree = presenter.lineage().tree();
    QCOMPARE(tree.size(), 2);
    QCOMPARE(tree[1].first, 1);
    QCOMPARE(tree[1].second.image, QStringLiteral("img_1.1"));
    QCOMPARE(tree[1].second.step, QStringLiteral("K1"));
    // The whole of a picture that was turned by a quarter is the whole of the original.
    const QRectF outline = presenter.lineage().outlineOnRoot(QStringLiteral("img_1.1")).boundingRect();
    QCOMPARE(outline, QRectF(0, 0, 200, 300));
    QVERIFY(presenter.lineage().outlineOnRoot(QStringLiteral("img_1")).isEmpty());
    QCOMPARE(presenter.files().size(), 1);
}

// A picture that code wrote is a file, and a picture with an id for the model; a person sees one thing.
void TestConversationPresenter::aChartIsListedOnceByItsFile()
{
    FakeClock clock;
    NoThumbnails thumbnails;
    ConversationPresenter presenter(clock, thumbnails);
    SampleTurn sample;
    presenter.addTurn(sample.turn);
    const BlobRef chart{QStringLiteral("cc"), 4321, QStringLiteral("image/png")};
    ImageStep shown;
    shown.callId = {QStringLiteral("call_1")};
    shown.image = shown.root = QStringLiteral("img_1");
    shown.op = QStringLiteral("python");
    shown.size = QSize(640, 480);
    shown.blob = chart;
    ToolOutput output;
    output.callId = shown.callId;
    output.artifacts = {{QStringLiteral("sales.png"), chart}};
    presenter.addItem(sample.item(ToolCall{shown.callId, QStringLiteral("python"), QStringLiteral(R"({"code":"plot"})"), {}}, 0, 0));
    presenter.addItem(sample.item(shown, 10, 10));
    presenter.addItem(sample.item(output, 0, 20));
    QCOMPARE(presenter.lineage().pictures().size(), 1);
    QCOMPARE(presenter.lineage().pictures().constFirst().title, QStringLiteral("sales.png"));
    QCOMPARE(presenter.lineage().pictures().constFirst().size, QSize(640, 480));
    QCOMPARE(presenter.timeline().steps().constLast().pictures.size(), 1);
    QCOMPARE(presenter.files().size(), 1);
}

void TestConversationPresenter::hiddenCharactersAreShown()
{
    QCOMPARE(words::withHiddenShown(QStringLiteral("rm \u202Etxt\u200B\x1b[2J ok\n\t你好😀")),
             QStringLiteral("rm ⟨U+202E⟩txt⟨U+200B⟩⟨U+001B⟩[2J ok\n\t你好😀"));
}

QTEST_GUILESS_MAIN(TestConversationPresenter)
#include "TestConversationPresenter.moc"
