#include "engine/PromptBuilder.h"

#include "support/TestPrint.h"

#include <QTest>

using namespace vitrine;

namespace {

class Blobs final : public BlobReader
{
public:
    Result<QByteArray> read(const BlobRef &ref, qint64, qint64) const override
    {
        if (ref.sha256 == QLatin1String("gone"))
            return fail(ErrorKind::Storage, QStringLiteral("The picture is gone."));
        return "bytes of " + ref.sha256.toUtf8();
    }
    Result<QString> path(const BlobRef &) const override { return QString(); }
};

Turn turnBy(const QString &provider)
{
    return {{QStringLiteral("t1")}, {QStringLiteral("c1")}, {}, {}, provider, QStringLiteral("m"), {}};
}

ItemPtr item(const ItemBody &body, ItemStatus status = ItemStatus::Completed)
{
    return std::make_shared<const Item>(Item{1, {}, {}, {}, status, Provenance::Provider, {}, {}, body});
}

// One word an input item, so that a whole prompt reads as one line.
QString sketch(const ModelRequest &request)
{
    QStringList words;
    const auto parts = [](const QList<PromptPart> &list) {
        QStringList texts;
        for (const PromptPart &part : list)
            texts.append(std::visit(Overload{[](const QString &text) { return text; }, [](const PromptPicture &p) { return QLatin1Char('<') + QString::fromUtf8(p.bytes) + QLatin1Char('>'); }}, part));
        return texts.join(QLatin1Char('+'));
    };
    for (const PromptItem &input : request.input) {
        words.append(std::visit(Overload{
                                    [&](const PromptUserMessage &m) { return QStringLiteral("user:") + parts(m.parts); },
                                    [](const PromptAgentMessage &m) { return QStringLiteral("agent:") + m.text; },
                                    [](const PromptProviderItem &p) { return QStringLiteral("raw:") + QString::fromUtf8(p.json); },
                                    [](const PromptToolCall &c) { return QStringLiteral("call:") + c.callId.value; },
                                    [&](const PromptToolOutput &o) { return QStringLiteral("output:") + o.callId.value + QLatin1Char('=') + parts(o.parts); },
                                },
                                input));
    }
    return words.join(QStringLiteral(" | "));
}

PromptSettings settings()
{
    PromptSettings made;
    made.provider = QStringLiteral("openai");
    made.model = QStringLiteral("m");
    return made;
}

QString prompt(const QList<ItemPtr> &items, const QString &madeBy = QStringLiteral("openai"))
{
    const auto request = buildPrompt({{turnBy(madeBy), items}}, settings(), Blobs());
    return request ? sketch(*request) : QStringLiteral("error: ") + request.error().message;
}

const ItemPtr question = item(UserMessage{QStringLiteral("hi"), {}});
const ItemPtr thought = item(Reasoning{QStringLiteral("hm"), {}, "R"});
const ItemPtr call = item(ToolCall{{QStringLiteral("a")}, QStringLiteral("python"), QStringLiteral("{}"), "C"});
const ItemPtr output = item(ToolOutput{{QStringLiteral("a")}, Outcome::Ok, {}, QStringLiteral("42"), 2, 2, {}, {}});
const ItemPtr answer = item(AgentMessage{QStringLiteral("yes"), false, {}, {}, "M"});

} // namespace

class TestPromptBuilder : public QObject
{
    Q_OBJECT

private slots:
    void aSummaryStandsForWhatLiesBeforeIt()
    {
        UserMessage asked;
        asked.text = QStringLiteral("Summarise.");
        asked.compacts = true;
        const auto said = [](const char *text) { return item(AgentMessage{QString::fromUtf8(text), false, {}, {}, {}}); };
        const auto user = [](const char *text) { return item(UserMessage{QString::fromUtf8(text), {}, false}); };
        const Turn turn = turnBy(QStringLiteral("other"));
        const QList<PromptTurn> path{{turn, {user("long ago"), said("yes")}}, {turn, {item(asked), said("They agreed.")}}, {turn, {user("go on")}}};
        LeftOut leftOut;
        QCOMPARE(sketch(*buildPrompt(path, settings(), Blobs(), &leftOut)), QStringLiteral("user:%1 | agent:They agreed. | user:go on").arg(compactionRequest()));
        QCOMPARE(leftOut.turns, 1);
        // While it is being written, and when it failed, nothing is left out.
        QVERIFY(sketch(*buildPrompt(path.first(2), settings(), Blobs(), &leftOut)).startsWith(QStringLiteral("user:long ago")));
        QCOMPARE(leftOut.turns, 0);
        const QList<PromptTurn> failed{path[0], {turn, {item(asked)}}, path[2]};
        QVERIFY(sketch(*buildPrompt(failed, settings(), Blobs())).startsWith(QStringLiteral("user:long ago")));
    }

    void earlierOutputsCanBeLeftOut()
    {
        const CallId a{QStringLiteral("a")};
        ImageStep step;
        step.callId = a;
        step.sent = {QStringLiteral("pixels"), 1, QStringLiteral("image/png")};
        const auto turn = [&](const char *question) {
            return PromptTurn{turnBy(QStringLiteral("other")),
                              {item(UserMessage{QString::fromUtf8(question), {{QStringLiteral("p.png"), {}, QStringLiteral("img_1"), {}, step.sent, {4, 3}}}, false}),
                               item(ToolCall{a, QStringLiteral("reader"), QStringLiteral("{}"), {}}), item(step), item(ToolOutput{a, Outcome::Ok, {}, QStringLiteral("much"), 4, 4, {}, {}})}};
        };
        PromptSettings leaving = settings();
        leaving.leaveOutEarlier = true;
        LeftOut leftOut;
        const QString sketched = sketch(*buildPrompt({turn("one"), turn("two")}, leaving, Blobs(), &leftOut));
        const QString earlier = sketched.section(QStringLiteral("two"), 0, 0);
        const QString now = sketched.section(QStringLiteral("two"), 1);
        QVERIFY2(!earlier.contains(QStringLiteral("much")) && earlier.contains(QStringLiteral("output:a=(output left out of this request)")), qPrintable(sketched));
        QVERIFY2(now.contains(QStringLiteral("output:a=much+<bytes of pixels>")), qPrintable(sketched));
        QCOMPARE(leftOut.outputs, 1);
        QCOMPARE(leftOut.pictures, 2);
    }

    void ownItemsGoBackByteForByte()
    {
        QCOMPARE(prompt({question, thought, call, output, answer}), QStringLiteral("user:hi | raw:R | raw:C | output:a=42 | raw:M"));
    }

    void anotherProvidersItemsGoAsPlainText()
    {
        QCOMPARE(prompt({question, thought, call, output, answer}, QStringLiteral("offline")), QStringLiteral("user:hi | call:a | output:a=42 | agent:yes"));
    }

    void aThoughtThatNothingFollowedStaysHere()
    {
        QCOMPARE(prompt({question, thought}), QStringLiteral("user:hi"));
        QCOMPARE(prompt({question, thought, item(AgentMessage{QStringLiteral("ye"), false, {}, {}, {}}, ItemStatus::Interrupted)}), QStringLiteral("user:hi | agent:ye"));
    }

    void everyCallHasAnAnswer()
    {
        QCOMPARE(prompt({question, thought, call}), QStringLiteral("user:hi | raw:R | raw:C | output:a=cancelled: the call was stopped before it had a result"));
        // One that was cut before its arguments were whole is not spoken of at all.
        QCOMPARE(prompt({question, item(ToolCall{{QStringLiteral("a")}, QStringLiteral("python"), QStringLiteral("{\"co"), {}}, ItemStatus::Interrupted)}), QStringLiteral("user:hi"));
    }

    void picturesGoWithTheirNamesAndSizes()
    {
        Attachment picture{QStringLiteral("board.jpg"), {QStringLiteral("full"), 9, QStringLiteral("image/jpeg")}, QStringLiteral("img_1"), {4000, 3000}, {QStringLiteral("small"), 3, QStringLiteral("image/jpeg")}, {2000, 1500}};
        Attachment table{QStringLiteral("a b.csv"), {QStringLiteral("csv"), 12, QStringLiteral("text/csv")}, {}, {}, {}, {}};
        QCOMPARE(prompt({item(UserMessage{QStringLiteral("read"), {picture, table}})}),
                 QStringLiteral("user:img_1: board.jpg 2000x1500+<bytes of small>+File: /mnt/uploads/a b.csv (text/csv, 12 bytes)+read"));
        const ItemPtr step = item(ImageStep{{QStringLiteral("a")}, QStringLiteral("img_1.1"), QStringLiteral("img_1"), QStringLiteral("img_1"), QStringLiteral("zoom"), "{}", {}, identityMatrix, {}, {}, {}, {QStringLiteral("zoomed"), 1, QStringLiteral("image/png")}, {}});
        QCOMPARE(prompt({question, call, step, output}), QStringLiteral("user:hi | raw:C | output:a=42+<bytes of zoomed>"));
    }

    void aLostPictureIsAnError()
    {
        Attachment picture{QStringLiteral("x"), {}, QStringLiteral("img_1"), {}, {QStringLiteral("gone"), 3, QStringLiteral("image/png")}, {}};
        QCOMPARE(prompt({item(UserMessage{{}, {picture}})}), QStringLiteral("error: The picture is gone."));
    }
};

QTEST_GUILESS_MAIN(TestPromptBuilder)
#include "TestPromptBuilder.moc"
