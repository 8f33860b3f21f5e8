#include "providers/SseParser.h"

#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

namespace {

struct Parsed {
    QList<SseEvent> events;
    SseCounts counts;
    QByteArray lastOddLine;
    bool withinLimit = true;

    bool operator==(const Parsed &) const = default;
};

// Fed in pieces that end at the given offsets.
Parsed parse(const QByteArray &stream, const QList<qsizetype> &cuts)
{
    Parsed parsed;
    SseParser parser;
    qsizetype from = 0;
    for (const qsizetype cut : cuts + QList<qsizetype>{stream.size()}) {
        parser.feed(QByteArrayView(stream).sliced(from, cut - from), parsed.events);
        from = cut;
    }
    parser.finish(parsed.events);
    parsed.counts = parser.counts();
    parsed.lastOddLine = parser.lastOddLine();
    return parsed;
}

QList<QByteArray> dataOf(const QByteArray &stream)
{
    QList<QByteArray> data;
    const Parsed parsed = parse(stream, {});
    for (const SseEvent &event : parsed.events)
        data.append(event.data);
    return data;
}

// Every line end, a byte order mark, comments, unknown fields, several data lines, characters of up to four bytes, no last empty line.
const QByteArray mixed = "\xEF\xBB\xBF: welcome\nevent: a\ndata: one\r\n\r\ndata:two\rdata: three\r\r:c\r\nid: 7\nretry: 100\nodd: field\nnonsense\n"
                         "data: \xF0\x9F\x8E\xA8 \xC3\xA4\n\nevent: empty\n\ndata\n\ndata:  two spaces\n\n: last\ndata: end";

} // namespace

class TestSseParser : public QObject
{
    Q_OBJECT

private slots:
    void fields()
    {
        const Parsed parsed = parse(mixed, {});
        const QList<SseEvent> expected = {
            {"a", "one", "", true},   {"", "two\nthree", "", true}, {"", "\xF0\x9F\x8E\xA8 \xC3\xA4", "7", true},
            {"", "", "7", true},      {"", " two spaces", "7", true}, {"", "end", "7", false},
        };
        QCOMPARE(parsed.events.size(), expected.size());
        for (qsizetype i = 0; i < expected.size(); ++i)
            QVERIFY2(parsed.events[i] == expected[i], qPrintable(QStringLiteral("event %1: %2").arg(i).arg(QString::fromUtf8(parsed.events[i].data))));
        QCOMPARE(parsed.counts.events, 6);
        QCOMPARE(parsed.counts.named, 1);
        QCOMPARE(parsed.counts.comments, 3);
        QCOMPARE(parsed.counts.oddLines, 2);
        QCOMPARE(parsed.counts.bytes, mixed.size());
        QVERIFY(parsed.counts.crlf);
        QVERIFY(!parsed.counts.endsWithEmptyLine);
        QCOMPARE(parsed.lastOddLine, QByteArray("nonsense"));
    }

    void anyTwoCutsGiveTheSame()
    {
        const Parsed whole = parse(mixed, {});
        for (qsizetype first = 0; first <= mixed.size(); ++first) {
            for (qsizetype second = first; second <= mixed.size(); ++second)
                QVERIFY2(parse(mixed, {first, second}) == whole, qPrintable(QStringLiteral("cut at %1 and %2").arg(first).arg(second)));
        }
    }

    void randomStreamsInRandomPieces()
    {
        QRandomGenerator random(20260416);
        const QList<QByteArray> words = {"data: ", "data", "event: x", ":", "\n", "\r", "\r\n", "\n\n", "id: 1", "abc", "\xEF\xBB\xBF", "\0", " ", "\xE2\x82"};
        for (int round = 0; round < 3000; ++round) {
            QByteArray stream;
            for (int i = random.bounded(60); i > 0; --i)
                stream += words[random.bounded(words.size())];
            QList<qsizetype> cuts;
            for (int i = random.bounded(8); i > 0 && !stream.isEmpty(); --i)
                cuts.append(random.bounded(stream.size()));
            std::sort(cuts.begin(), cuts.end());
            QVERIFY2(parse(stream, cuts) == parse(stream, {}), stream.toHex().constData());
        }
    }

    void eventIsNotHeldBackByACarriageReturn()
    {
        SseParser parser;
        QList<SseEvent> events;
        parser.feed("data: now\r\r", events);
        QCOMPARE(events.size(), 1);
        // The LF that follows belongs to the CR and is no empty line of its own.
        parser.feed("\ndata: next\r\n\r", events);
        QCOMPARE(events.size(), 2);
        QCOMPARE(events[1].data, QByteArray("next"));
    }

    void byteOrderMarkOnlyAtTheStart()
    {
        QCOMPARE(dataOf("\xEF\xBB\xBF" "data: 1\n\n"), QList<QByteArray>{"1"});
        QCOMPARE(dataOf("data: 1\n\n\xEF\xBB\xBF" "data: 2\n\n"), QList<QByteArray>{"1"});
    }

    void longLineInSmallPieces()
    {
        const QByteArray stream = "data: " + QByteArray(3'000'000, 'x') + "\n\n";
        SseParser parser;
        QList<SseEvent> events;
        for (qsizetype at = 0; at < stream.size(); at += 1000)
            parser.feed(QByteArrayView(stream).sliced(at, std::min<qsizetype>(1000, stream.size() - at)), events);
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0].data.size(), 3'000'000);
    }

    void limit()
    {
        SseParser parser(100);
        QList<SseEvent> events;
        QVERIFY(parser.feed(QByteArray(100, ':'), events));
        QVERIFY(!parser.feed("x", events));
        QCOMPARE(parser.counts().bytes, 100);
    }

    void bareErrorLineIsKept()
    {
        QCOMPARE(parse("error: {\"message\":\"no\"}\n", {}).lastOddLine, QByteArray("error: {\"message\":\"no\"}"));
    }
};

QTEST_GUILESS_MAIN(TestSseParser)
#include "TestSseParser.moc"
