#include "cli/ResponsesReport.h"

#include "Recordings.h"
#include "support/TestPrint.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

namespace {

constexpr qsizetype splitEverywhere = 16 * 1024;

const QStringList digests{QStringLiteral("text"), QStringLiteral("final_text"), QStringLiteral("reasoning"), QStringLiteral("refusal")}; // strings whose digest the index holds

QJsonObject report(const QByteArray &stream, qsizetype chunkBytes = 0)
{
    const Result<DecodeReport> decoded = reportResponsesStream(stream, chunkBytes);
    return decoded ? decoded->json : QJsonObject();
}

} // namespace

class TestResponsesReport : public QObject
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
        m_recordings = recordingsOf(QStringLiteral("responses"));
        for (const Recording &recording : std::as_const(m_recordings))
            QVERIFY2(!recording.stream.isEmpty(), recording.name.constData());
        QCOMPARE(m_recordings.size(), 23);
    }

    void whole_data() { addRows(); }
    void whole()
    {
        QFETCH(int, index);
        const Recording &recording = m_recordings[index];
        QCOMPARE(compact(digested(report(recording.stream), digests)), compact(withoutHeads(recording.expected, digests)));
        QVERIFY(!reportResponsesStream(recording.stream, 0)->cut);
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
        // The last line that holds the terminal event; type is not always its first field.
        qsizetype end = stream.lastIndexOf("\ndata: {");
        end = stream.indexOf('\n', end + 1);
        const qsizetype step = std::max<qsizetype>(1, stream.size() / 400);
        for (qsizetype size = 1; size < end - 1; size += step) {
            const Result<DecodeReport> decoded = reportResponsesStream(stream.first(size), 0);
            VERIFY_RESULT(decoded);
            QVERIFY(decoded->cut);
            QVERIFY(decoded->json.value(QLatin1String("finish")).isNull());
            QVERIFY(!decoded->json.value(QLatin1String("error")).toString().isEmpty());
            QVERIFY(text.startsWith(decoded->json.value(QLatin1String("text")).toString()));
        }
        // Servers forget the last empty line; nothing of the answer is missing then.
        QVERIFY(!reportResponsesStream(stream.first(end), 0)->cut);
    }

    void argumentsThatAreNoJsonAreShownAsWritten()
    {
        const QByteArray stream = "data: {\"type\":\"response.output_item.done\",\"output_index\":0,\"item\":{\"type\":\"function_call\",\"call_id\":\"c\","
                                  "\"name\":\"f\",\"arguments\":\"{\\\"a\\\": [\"}}\n\ndata: {\"type\":\"response.completed\",\"response\":{}}\n\n";
        QCOMPARE(report(stream)[QLatin1String("tool_calls")][0][QLatin1String("arguments")].toString(), QStringLiteral("{\"a\": ["));
    }
};

QTEST_GUILESS_MAIN(TestResponsesReport)
#include "TestResponsesReport.moc"
