#include "presenter/PayloadLog.h"
#include "presenter/PayloadText.h"

#include <QProcess>
#include <QTest>

using namespace vitrine;

namespace {

// A picture of 1x1, as its bytes are on the wire.
const QByteArray onePixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

WireRecord record(const QByteArray &request)
{
    WireRecord made;
    made.api = QStringLiteral("responses");
    made.model = QStringLiteral("o3");
    made.method = "POST";
    made.url = QUrl(QStringLiteral("http://127.0.0.1:1/v1/responses"));
    made.request = request;
    made.status = 200;
    made.milliseconds = 1234;
    return made;
}

} // namespace

// What the payload tab says about a request.
class TestPayload : public QObject
{
    Q_OBJECT

private slots:
    void picturesAreNamedNotPrinted_data()
    {
        QTest::addColumn<QByteArray>("request");
        const QByteArray padding(3000, 'A'); // plain base64 is told from text by its length
        QTest::newRow("data URL") << QByteArray("{\"input\":[{\"image_url\":\"data:image/png;base64," + onePixel + "\"}]}");
        QTest::newRow("Anthropic") << QByteArray("{\"source\":{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"" + onePixel + padding + "\"}}");
        QTest::newRow("Gemini") << QByteArray("{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + onePixel + padding + "\"}}");
    }
    void picturesAreNamedNotPrinted()
    {
        QFETCH(QByteArray, request);
        const QList<payload::SentPicture> pictures = payload::picturesIn(request);
        QCOMPARE(pictures.size(), 1);
        QCOMPARE(pictures[0].size, QSize(1, 1));
        QCOMPARE(pictures[0].mime, QStringLiteral("image/png"));
        const QString text = payload::requestText(request);
        QVERIFY2(text.contains(QStringLiteral("[image/png, 1×1, ")), qPrintable(text));
        QVERIFY(!text.contains(QString::fromLatin1(onePixel)));
        QVERIFY(payload::factsOf(record(request)).join(u'\n').contains(QStringLiteral("1×1")));
    }

    void jpegSize()
    {
        const QByteArray head = QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000ffc0001108012c0190030111");
        const QList<payload::SentPicture> pictures = payload::picturesIn("{\"u\":\"data:image/jpeg;base64," + head.toBase64() + "\"}");
        QCOMPARE(pictures.value(0).size, QSize(400, 300));
    }

    void brokenHeadersHaveNoSize()
    {
        for (const char *bytes : {"", "QUJD", "/9j/", "/9j/4AAQ", "iVBORw0KGgo="}) {
            const QList<payload::SentPicture> pictures = payload::picturesIn(QByteArray("{\"u\":\"data:image/jpeg;base64,") + bytes + "\"}");
            QCOMPARE(pictures.size(), 1);
            QVERIFY(pictures[0].size.isEmpty());
        }
    }

    void curlSendsTheVeryBytes()
    {
        // What a shell makes of the command, not what it looks like: `printf` stands for curl.
        const QByteArray small = R"({"input":"it's $HOME `id` \"quoted\" \\ 你好"})";
        const QByteArray large = "{\"input\":\"" + QByteArray(200 * 1024, 'x') + " it's $HOME\"}";
        for (const QByteArray &request : {small, large}) {
            QString command = payload::curlCommand(record(request));
            QVERIFY(command.contains(QStringLiteral("$API_KEY")));
            command = QStringLiteral("curl() { while [ $# -gt 1 ]; do [ \"$1\" = --data-binary ] && { [ \"$2\" = @- ] && cat || printf %s \"$2\"; }; shift; done; }\n") + command;
            QProcess shell;
            shell.start(QStringLiteral("/bin/sh"), {});
            shell.write(command.toUtf8());
            shell.closeWriteChannel();
            QVERIFY(shell.waitForFinished());
            QByteArray out = shell.readAllStandardOutput();
            if (out.endsWith('\n'))
                out.chop(1); // of the here-document
            QCOMPARE(out.size(), request.size());
            QCOMPARE(out, request);
        }
    }

    void theLogKeepsWhatIsNewest()
    {
        PayloadLog log;
        const TurnId first{QStringLiteral("a")};
        const TurnId second{QStringLiteral("b")};
        log.add(first, record(QByteArray(100 * 1024 * 1024, 'x')));
        log.add(second, record("{}"));
        QCOMPARE(log.of({first, second}).size(), 2);
        QCOMPARE(log.of({second}).size(), 1);
        log.add(second, record(QByteArray(100 * 1024 * 1024, 'y')));
        QCOMPARE(log.of({first}).size(), 0);
        QCOMPARE(log.of({second}).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestPayload)
#include "TestPayload.moc"
