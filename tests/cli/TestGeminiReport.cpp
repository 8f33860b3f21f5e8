#include "cli/GeminiReport.h"

#include "Recordings.h"
#include "support/Quoted.h"
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
    const Result<DecodeReport> decoded = reportGeminiStream(stream, chunkBytes);
    return decoded ? decoded->json : QJsonObject();
}

} // namespace

class TestGeminiReport : public QObject
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
        m_recordings = recordingsOf(QStringLiteral("gemini"));
        for (const Recording &recording : std::as_const(m_recordings))
            QVERIFY2(!recording.stream.isEmpty(), recording.name.constData());
        QCOMPARE(m_recordings.size(), 3);
    }

    void whole_data() { addRows(); }
    void whole()
    {
        QFETCH(int, index);
        const Recording &recording = m_recordings[index];
        QCOMPARE(compact(digested(report(recording.stream), digests)), compact(withoutHeads(recording.expected, digests)));
        QVERIFY(!reportGeminiStream(recording.stream, 0)->cut);
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
        const QString reasoning = report(stream).value(QLatin1String("reasoning")).toString();
        const QJsonArray calls = report(stream).value(QLatin1String("tool_calls")).toArray();
        // The last chunk has the finishReason.
        const qsizetype end = stream.indexOf('\r', stream.lastIndexOf("\ndata: {") + 1);
        for (qsizetype size = 1; size < end; ++size) {
            const Result<DecodeReport> decoded = reportGeminiStream(stream.first(size), 0);
            VERIFY_RESULT(decoded);
            QVERIFY(decoded->cut);
            QVERIFY(decoded->json.value(QLatin1String("finish")).isNull());
            QVERIFY(!decoded->json.value(QLatin1String("error")).toString().isEmpty());
            QVERIFY(reasoning.startsWith(decoded->json.value(QLatin1String("reasoning")).toString()));
            // Half a call is none.
            const QJsonArray whole = decoded->json.value(QLatin1String("tool_calls")).toArray();
            for (qsizetype i = 0; i < whole.size(); ++i)
                QVERIFY(whole[i] == calls[i]);
        }
        // Servers forget the last empty line; nothing of the answer is missing then.
        QVERIFY(!reportGeminiStream(stream.first(end), 0)->cut);
    }

    void errorInsideTheStream()
    {
        const Result<DecodeReport> decoded = reportGeminiStream(
            quoted("data: {'candidates':[{'content':{'parts':[{'text':'Hal'}]}}]}\r\n\r\n"
                   "data: {'error':{'code':503,'message':'The model is overloaded.','status':'UNAVAILABLE'}}\r\n\r\n"),
            0);
        VERIFY_RESULT(decoded);
        QVERIFY(decoded->cut);
        QCOMPARE(decoded->json[QLatin1String("error")].toString(), QStringLiteral("The model is overloaded."));
        QVERIFY(decoded->json[QLatin1String("finish")].isNull());
        QCOMPARE(decoded->json[QLatin1String("text")].toString(), QStringLiteral("Hal"));
        QVERIFY(decoded->json[QLatin1String("usage")].isNull());
    }

    void idsThatWeMadeAreNotReported()
    {
        const QJsonObject json = report(quoted("data: {'candidates':[{'content':{'parts':[{'functionCall':{'name':'now'}},{'functionCall':{'name':'now','id':'x'}}]},"
                                               "'finishReason':'STOP'}]}\n\n"));
        QVERIFY(json[QLatin1String("tool_calls")][0][QLatin1String("call_id")].isNull());
        QCOMPARE(json[QLatin1String("tool_calls")][1][QLatin1String("call_id")].toString(), QStringLiteral("x"));
        QVERIFY(json[QLatin1String("tool_calls")][0][QLatin1String("arguments")].toObject().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestGeminiReport)
#include "TestGeminiReport.moc"
