#include "cli/ResponsesReport.h"

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
    for (const char *key : {"text", "final_text", "reasoning", "refusal"}) {
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
    for (const char *key : {"text", "final_text", "reasoning", "refusal"}) {
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
            if (entry[QLatin1String("api")].toString() != QLatin1String("responses"))
                continue;
            QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/") + entry[QLatin1String("file")].toString());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            m_recordings.append({entry[QLatin1String("name")].toString().toUtf8(), file.readAll(), entry[QLatin1String("expected")].toObject()});
        }
        QCOMPARE(m_recordings.size(), 23);
    }

    void whole_data() { addRows(); }
    void whole()
    {
        QFETCH(int, index);
        const Recording &recording = m_recordings[index];
        QCOMPARE(compact(digested(report(recording.stream))), compact(withoutHeads(recording.expected)));
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
