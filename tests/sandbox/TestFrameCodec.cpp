#include "sandbox/FrameCodec.h"

#include <QTest>

using namespace vitrine;

class TestFrameCodec : public QObject
{
    Q_OBJECT

private slots:
    void readsFramesCutAnywhere();
    void refusesWhatIsTooLarge();
    void refusesWhatIsNotJson();
};

void TestFrameCodec::readsFramesCutAnywhere()
{
    const QList<QJsonObject> sent{{{"op", "run"}, {"code", "print('\u7ed3\u679c')"}}, {}, {{"op", "interrupt"}}};
    QByteArray bytes;
    for (const QJsonObject &message : sent)
        bytes += frame(message);
    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        FrameReader reader;
        QList<QJsonObject> received;
        for (qsizetype at = 0; at < bytes.size(); at += step)
            QVERIFY(reader.feed(bytes.mid(at, step), [&](const QJsonObject &message) { received.append(message); }));
        QCOMPARE(received, sent);
    }
}

void TestFrameCodec::refusesWhatIsTooLarge()
{
    FrameReader reader;
    int received = 0;
    const Done done =
        reader.feed(frame({{"a", 1}}) + QByteArray("\xff\xff\xff\xff", 4), [&](const QJsonObject &) { ++received; });
    QCOMPARE(received, 1);
    QVERIFY(!done);
    QVERIFY(done.error().kind == ErrorKind::Protocol);
}

void TestFrameCodec::refusesWhatIsNotJson()
{
    for (const QByteArray &body : {QByteArray("[1]"), QByteArray("{\"a\":"), QByteArray("\xff\xfe"), QByteArray()}) {
        FrameReader reader;
        const QByteArray length{"\0\0\0", 3};
        QVERIFY(!reader.feed(length + char(body.size()) + body, [](const QJsonObject &) { QFAIL("not a message"); }));
    }
}

QTEST_GUILESS_MAIN(TestFrameCodec)
#include "TestFrameCodec.moc"
