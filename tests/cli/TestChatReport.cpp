#include "cli/ChatReport.h"

#include "support/TestPrint.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

namespace {

constexpr qsizetype splitEverywhere = 16 * 1024;

// The digests of `expected` stand for the whole strings of a report.
QJsonObject digested(QJsonObject report)
{
    for (const char *key : {"text", "reasoning", "refusal"}) {
        const QString text = report.value(QLatin1String(key)).toString();
        const QByteArray utf8 = text.toUtf8();
        report[QLatin1String(key)] = QJsonObject{{QStringLiteral("sha256"), QString::fromLatin1(QCryptographicHash::hash(utf8, QCryptographicHash::Sha256).toHex())},
                                                 {QStringLiteral("chars"), static_cast<qint64>(text.toUcs4().size())},
                                                 {QStringLiteral("utf8_bytes"), static_cast<qint64>(utf8.size())}};
    }
    return report;
}

QJsonObject withoutHeads(QJsonObject expected)
{
    for (const char *key : {"text", "reasoning", "refusal"}) {
        QJsonObject digest = expected.value(QLatin1String(key)).toObject();
        digest.remove(QLatin1String("head"));
        expected[QLatin1String(key)] = digest;
    }
    return expected;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

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
    struct Recording {
        QByteArray name;
        QByteArray stream;
        QJsonObject expected;
    };
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
        QFile index(QStringLiteral(VITRINE_FIXTURES "/streams/index.json"));
        QVERIFY(index.open(QIODevice::ReadOnly));
        const QJsonArray streams = QJsonDocument::fromJson(index.readAll()).object().value(QLatin1String("streams")).toArray();
        for (const QJsonValue &entry : streams) {
            if (entry[QLatin1String("api")].toString() != QLatin1String("chat"))
                continue;
            QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/") + entry[QLatin1String("file")].toString());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            m_recordings.append({entry[QLatin1String("name")].toString().toUtf8(), file.readAll(), entry[QLatin1String("expected")].toObject()});
        }
        QCOMPARE(m_recordings.size(), 13);
    }

    void whole_data() { addRows(); }
    void whole()
    {
        QFETCH(int, index);
        const Recording &recording = m_recordings[index];
        QCOMPARE(compact(digested(report(recording.stream))), compact(withoutHeads(recording.expected)));
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
