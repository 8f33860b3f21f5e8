#include "support/Quoted.h"
#include "support/TestPrint.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

// The program itself, as a script sees it.
class TestDecodeCommand : public QObject
{
    Q_OBJECT

private:
    struct Run {
        int status = -1;
        QByteArray out;
        QByteArray err;
    };
    static Run run(const QStringList &args)
    {
        QProcess process;
        process.start(QStringLiteral(VITRINE_BIN "/vitrine"), QStringList{QStringLiteral("decode")} + args);
        if (!process.waitForFinished(60000))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_dir.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write into the temporary folder");
        return file.fileName();
    }
    QTemporaryDir m_dir;

private slots:
    void wholeAndCut()
    {
        const QString path = QStringLiteral(VITRINE_FIXTURES "/streams/openai/refusal.sse");
        const Run whole = run({QStringLiteral("--api"), QStringLiteral("responses"), QStringLiteral("--chunk-bytes"), QStringLiteral("7"), path});
        QCOMPARE(whole.status, 0);
        QVERIFY(whole.err.isEmpty());
        QCOMPARE(QJsonDocument::fromJson(whole.out)[QLatin1String("finish")].toString(), QStringLiteral("completed"));

        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Run cut = run({QStringLiteral("--api=responses"), write("cut.sse", file.read(3000))});
        QCOMPARE(cut.status, 3);
        QCOMPARE(cut.err.count('\n'), 1);
        QVERIFY(QJsonDocument::fromJson(cut.out)[QLatin1String("finish")].isNull());
    }

    void httpError()
    {
        const Run answer = run({QStringLiteral("--api"), QStringLiteral("responses"), QStringLiteral("--http"),
                                write("error.json", quoted("{'status':429,'headers':{'Retry-After':'2'},'body':'{\\'error\\':\\'slow\\'}'}"))});
        QCOMPARE(answer.status, 0);
        const QJsonDocument json = QJsonDocument::fromJson(answer.out);
        QCOMPARE(json[QLatin1String("kind")].toString(), QStringLiteral("rate_limited"));
        QCOMPARE(json[QLatin1String("retry_after_ms")].toInt(), 2000);
    }

    void badInput_data()
    {
        QTest::addColumn<QStringList>("args");
        QTest::addColumn<int>("status");
        const QString api = QStringLiteral("--api=responses");
        QTest::newRow("nothing") << QStringList{} << 2;
        QTest::newRow("no file") << QStringList{api} << 2;
        QTest::newRow("two files") << QStringList{api, QStringLiteral("a"), QStringLiteral("b")} << 2;
        QTest::newRow("no api") << QStringList{QStringLiteral("x.sse")} << 2;
        QTest::newRow("unknown api") << QStringList{QStringLiteral("--api"), QStringLiteral("morse"), QStringLiteral("x.sse")} << 2;
        QTest::newRow("unknown option") << QStringList{api, QStringLiteral("--loud"), QStringLiteral("x.sse")} << 2;
        QTest::newRow("chunk of nothing") << QStringList{api, QStringLiteral("--chunk-bytes"), QStringLiteral("0"), QStringLiteral("x.sse")} << 2;
        QTest::newRow("missing") << QStringList{api, QStringLiteral("/nonexistent/x.sse")} << 1;
        QTest::newRow("folder") << QStringList{api, m_dir.path()} << 1;
        QTest::newRow("empty") << QStringList{api, write("empty", {})} << 1;
        QTest::newRow("endless") << QStringList{api, QStringLiteral("/dev/zero")} << 1;
        QTest::newRow("no stream") << QStringList{api, write("text", "Dear diary,\ntoday\n")} << 3;
        QTest::newRow("broken http") << QStringList{QStringLiteral("--http"), write("http", "{\"status\"")} << 1;
        QTest::newRow("http without a status") << QStringList{QStringLiteral("--http"), write("http2", "{}")} << 1;
    }
    void badInput()
    {
        QFETCH(QStringList, args);
        QFETCH(int, status);
        const Run result = run(args);
        QCOMPARE(result.status, status);
        QCOMPARE(result.err.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestDecodeCommand)
#include "TestDecodeCommand.moc"
