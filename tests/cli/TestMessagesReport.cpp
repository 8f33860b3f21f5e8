#include "cli/MessagesReport.h"

#include "Recordings.h"
#include "support/TestPrint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

namespace {

constexpr qsizetype splitEverywhere = 16 * 1024;

const QStringList digests{QStringLiteral("text"), QStringLiteral("reasoning")}; // strings whose digest the index holds

QJsonObject report(const QByteArray &stream, qsizetype chunkBytes = 0)
{
    const Result<DecodeReport> decoded = reportMessagesStream(stream, chunkBytes);
    return decoded ? decoded->json : QJsonObject();
}

} // namespace

class TestMessagesReport : public QObject
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
        m_recordings = recordingsOf(QStringLiteral("messages"));
        for (const Recording &recording : std::as_const(m_recordings))
            QVERIFY2(!recording.stream.isEmpty(), recording.name.constData());
        QCOMPARE(m_recordings.size(), 4);
    }

    void whole_data() { addRows(); }
    void whole()
    {
        QFETCH(int, index);
        const Recording &recording = m_recordings[index];
        QCOMPARE(compact(digested(report(recording.stream), digests)), compact(withoutHeads(recording.expected, digests)));
        QVERIFY(!reportMessagesStream(recording.stream, 0)->cut);
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
            for (qsizetype chunk = 2; chunk < 200; ++chunk)
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
        const QJsonObject whole = report(stream);
        const QString text = whole.value(QLatin1String("text")).toString();
        const QJsonArray calls = whole.value(QLatin1String("tool_calls")).toArray();
        // The closing brace of the last event.
        const qsizetype end = stream.lastIndexOf('}') + 1;
        const qsizetype step = stream.size() <= splitEverywhere ? 1 : stream.size() / 1000;
        for (qsizetype size = 1; size < end; size += step) {
            const Result<DecodeReport> decoded = reportMessagesStream(stream.first(size), 0);
            VERIFY_RESULT(decoded);
            QVERIFY(decoded->cut);
            QVERIFY(decoded->json.value(QLatin1String("finish")).isNull());
            QVERIFY(!decoded->json.value(QLatin1String("message_stop")).toBool());
            QVERIFY(!decoded->json.value(QLatin1String("error")).toString().isEmpty());
            QVERIFY(text.startsWith(decoded->json.value(QLatin1String("text")).toString()));
            // A call is there as a whole or not at all.
            const QJsonArray some = decoded->json.value(QLatin1String("tool_calls")).toArray();
            QVERIFY(some.size() <= calls.size());
            for (qsizetype i = 0; i < some.size(); ++i)
                QCOMPARE(some[i], calls[i]);
        }
        // Servers forget the last empty line; nothing of the answer is missing then.
        QVERIFY(!reportMessagesStream(stream.first(end), 0)->cut);
    }

    void errorInTheStream()
    {
        const QByteArray stream = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"m\",\"usage\":{\"input_tokens\":7}}}\n\n"
                                  "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n";
        const Result<DecodeReport> decoded = reportMessagesStream(stream, 0);
        VERIFY_RESULT(decoded);
        QVERIFY(decoded->cut);
        QVERIFY(decoded->json.value(QLatin1String("finish")).isNull());
        QCOMPARE(decoded->json.value(QLatin1String("error")).toString(), QStringLiteral("Overloaded"));
        QCOMPARE(decoded->json.value(QLatin1String("usage"))[QLatin1String("input")].toInteger(), 7);
        QVERIFY(decoded->json.value(QLatin1String("usage"))[QLatin1String("output")].isNull());
    }
};

QTEST_GUILESS_MAIN(TestMessagesReport)
#include "TestMessagesReport.moc"
