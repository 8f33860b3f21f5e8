#include "cli/ChatReport.h"

#include "Recordings.h"
#include "support/TestPrint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

namespace {

constexpr qsizetype splitEverywhere = 16 * 1024;

const QStringList digests{QStringLiteral("text"), QStringLiteral("reasoning"), QStringLiteral("refusal")}; // strings whose digest the index holds

// Where the first chunk with a finish_reason ends.
qsizetype endOfReason(const QByteArray &stream)
{
    for (qsizetype at = 0; at >= 0; at = stream.indexOf("\ndata: ", at + 1)) {
        const qsizetype end = stream.indexOf('\n', at + 1);
        if (stream.sliced(at, end - at).contains("\"finish_reason\":\""))
            return end;
    }
    return stream.size();
}

QJsonObject report(const QByteArray &stream, qsizetype chunkBytes = 0)
{
    const Result<DecodeReport> decoded = reportChatStream(stream, chunkBytes);
    return decoded ? decoded->json : QJsonObject();
}

} // namespace

class TestChatReport : public QObject
{
    Q_OBJECT

private:
    QList<Recording> m_recordings;

    void addRows()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < m_recordings.size(); ++i)
            QTest::newRow(m_recordings[i].name.constData()) << i;
    }

private slots:
    void initTestCase()
    {
        m_recordings = recordingsOf(QStringLiteral("chat"));
        for (const Recording &recording : std::as_const(m_recordings))
            QVERIFY2(!recording.stream.isEmpty(), recording.name.constData());
        QCOMPARE(m_recordings.size(), 13);
    }

    void whole_data() { addRows(); }
    void whole()
    {
        QFETCH(int, index);
        const Recording &recording = m_recordings[index];
        QCOMPARE(compact(digested(report(recording.stream), digests)), compact(withoutHeads(recording.expected, digests)));
        QVERIFY(!reportChatStream(recording.stream, 0)->cut);
    }

    void splitAnywhere_data() { addRows(); }
    void splitAnywhere()
    {
        QFETCH(int, index);
        const QByteArray &stream = m_recordings[index].stream;
        const QByteArray whole = compact(report(stream));
        // Pieces of one byte are a cut at every byte at once.
        QCOMPARE(compact(report(stream, 1)), whole);
        if (stream.size() <= splitEverywhere) {
            for (qsizetype chunk = 2; chunk < 64; ++chunk)
                QCOMPARE(compact(report(stream, chunk)), whole);
        }
        QRandomGenerator random(static_cast<quint32>(stream.size()));
        for (int round = 0; round < 20; ++round)
            QCOMPARE(compact(report(stream, 1 + random.bounded(4000))), whole);
    }

    void cutShort_data() { addRows(); }
    void cutShort()
    {
        QFETCH(int, index);
        const QByteArray &stream = m_recordings[index].stream;
        const QString text = report(stream).value(QLatin1String("text")).toString();
        // What comes after the reason (usage, [DONE]) may be missing, as some servers leave it out.
        const qsizetype end = endOfReason(stream);
        const qsizetype step = std::max<qsizetype>(1, stream.size() / 400);
        for (qsizetype size = 1; size < end - 1; size += step) {
            const Result<DecodeReport> decoded = reportChatStream(stream.first(size), 0);
            VERIFY_RESULT(decoded);
            QVERIFY(decoded->cut);
            QVERIFY(decoded->json.value(QLatin1String("finish")).isNull());
            QVERIFY(!decoded->json.value(QLatin1String("error")).toString().isEmpty());
            QVERIFY(text.startsWith(decoded->json.value(QLatin1String("text")).toString()));
        }
        QVERIFY(!reportChatStream(stream.first(end), 0)->cut);
    }

    void cutAnywhereBehindTheReason()
    {
        // Fewer tokens may be known then; what was said is whole.
        for (const Recording &recording : m_recordings) {
            const QJsonObject whole = report(recording.stream);
            const qsizetype end = endOfReason(recording.stream);
            for (qsizetype size = end; size < recording.stream.size(); size += 97) {
                const Result<DecodeReport> decoded = reportChatStream(recording.stream.first(size), 0);
                VERIFY_RESULT(decoded);
                QVERIFY(!decoded->cut);
                QCOMPARE(decoded->json.value(QLatin1String("tool_calls")), whole.value(QLatin1String("tool_calls")));
            }
        }
    }

    void argumentsThatAreNoJsonAreShownAsWritten()
    {
        const QByteArray stream = "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\","
                                  "\"arguments\":\"{\\\"a\\\": [\"}}]},\"finish_reason\":\"stop\"}]}\n\n";
        QCOMPARE(report(stream)[QLatin1String("tool_calls")][0][QLatin1String("arguments")].toString(), QStringLiteral("{\"a\": ["));
    }

    void idsThatWereNotGivenAreNotReported()
    {
        const QByteArray stream = "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]},"
                                  "\"finish_reason\":\"stop\"}]}\n\n";
        const QJsonValue call = report(stream)[QLatin1String("tool_calls")][0];
        QCOMPARE(call[QLatin1String("name")].toString(), QStringLiteral("f"));
        QVERIFY(call[QLatin1String("call_id")].isNull());
    }
};

QTEST_GUILESS_MAIN(TestChatReport)
#include "TestChatReport.moc"
