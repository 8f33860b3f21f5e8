#include "Answers.h"

#include <QTemporaryDir>

#include <sys/wait.h>

using namespace vitrine;
using namespace std::chrono_literals;

// The client against programs that stand in for the helper and misbehave.
class TestHighlightClient : public QObject
{
    Q_OBJECT

private slots:
    void isPlainWithoutAProgram();
    void isPlainWhenTheProgramDoesNotStart();
    void refusesWhatIsTooLarge_data();
    void refusesWhatIsTooLarge();
    void isPlainWhenTheReplyIsMalformed_data();
    void isPlainWhenTheReplyIsMalformed();
    void killsWhatDoesNotAnswer_data();
    void killsWhatDoesNotAnswer();
    void waitsForWhatIsNotAtFault();
    void restsAfterFailures();
    void tellsWhatWaitsTogether();
    void answersNothingForWhatIsForgotten();
    void sendsTheWholeBlockWhenAsked();
    void endsTheIdleHelper();
    void startsNothingBeforeTheFirstRequest();

private:
    // A helper as a shell script; `$line` is the request. It notes each start in a file.
    HighlightOptions standIn(const QString &script)
    {
        HighlightOptions options;
        options.program = QStringLiteral("/bin/sh");
        // No file may be written under the limits of the helper, so starts are told by folders.
        options.arguments = {QStringLiteral("-c"), QStringLiteral("n=0; while ! /bin/mkdir \"$0/start-$n\" 2>/dev/null; do n=$((n+1)); done; %1").arg(script), m_folder.path()};
        // What takes long here is the machine; the limits are tested by those who set their own.
        options.startDeadline = 60s;
        options.deadline = 60s;
        options.longestWait = 60s;
        options.firstRest = 10ms;
        options.patience = 100ms;
        return options;
    }
    int starts() const { return int(QDir(m_folder.path()).entryList({QStringLiteral("start-*")}, QDir::Dirs).size()); }
    // Answers each request with a run of style 1 over its first character.
    static inline const QString hello = QStringLiteral(R"(echo '{"protocol":1,"engine":"x","styles":["Normal","Keyword"],"languages":["C++"]}'; )");
    static inline const QString honest = hello + QStringLiteral(R"(while read -r line; do i=${line#*'"id":'}; echo '{"id":'${i%%,*}',"runs":[[0,1,1]]}'; done)");
    static bool hasChildProcess()
    {
        siginfo_t info{};
        return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
    }
    QTemporaryDir m_folder;

private slots:
    void init()
    {
        const QStringList left = QDir(m_folder.path()).entryList({QStringLiteral("start-*")}, QDir::Dirs);
        for (const QString &name : left)
            QDir(m_folder.path()).rmdir(name);
    }
};

static HighlightRequest request(quint64 block, int firstLine, const QStringList &lines)
{
    return {block, QStringLiteral("cpp"), firstLine, lines};
}

void TestHighlightClient::isPlainWithoutAProgram()
{
    HighlightClient client(HighlightOptions{});
    Answers answers(client);
    client.request(request(1, 0, {"int x;", "int y;"}));
    QCOMPARE(answers.all.size(), 0); // never during the call
    QTRY_COMPARE(answers.all.size(), 1);
    QVERIFY(answers.all[0].isPlain);
    QCOMPARE(answers.all[0].lines.size(), 2);
}

void TestHighlightClient::isPlainWhenTheProgramDoesNotStart()
{
    HighlightOptions options;
    options.program = QStringLiteral("/nowhere/vitrine-highlighter");
    options.firstRest = options.patience = 200ms;
    HighlightClient client(options);
    Answers answers(client);
    client.request(request(1, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000); // tried twice, then given up
    QVERIFY(answers.all[0].isPlain);
}

void TestHighlightClient::refusesWhatIsTooLarge_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<bool>("isRefused");
    QTest::newRow("longest line") << QStringList{QString(20000, u'x')} << false;
    QTest::newRow("longer line") << QStringList{QString(20001, u'x')} << true;
    QTest::newRow("1 MB on one line") << QStringList{QString(1 << 20, u'x')} << true;
    QTest::newRow("255 kB") << QStringList(255, QString(1023, u'x')) << false;
    QTest::newRow("257 kB") << QStringList(257, QString(1023, u'x')) << true;
    QTest::newRow("255 thousand characters that are 510 kB") << QStringList(255, QString(1000, u'ä')) << true;
}

void TestHighlightClient::refusesWhatIsTooLarge()
{
    QFETCH(QStringList, lines);
    QFETCH(bool, isRefused);
    HighlightClient client(standIn(honest));
    Answers answers(client);
    client.request(request(1, 0, lines));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QCOMPARE(answers.all[0].isPlain, isRefused);
    QCOMPARE(answers.all[0].lines.size(), lines.size());
    QCOMPARE(starts(), isRefused ? 0 : 1);
    // What is appended to a refused block is plain too.
    client.request(request(1, int(lines.size()), {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 2, 60000);
    QCOMPARE(answers.all[1].firstLine, lines.size());
    QCOMPARE(answers.all[1].isPlain, isRefused);
}

void TestHighlightClient::isPlainWhenTheReplyIsMalformed_data()
{
    QTest::addColumn<QString>("script");
    const auto reply = [](const char *line) { return hello + QStringLiteral("read -r line; echo '%1'; read -r line").arg(QLatin1String(line)); };
    QTest::newRow("dies at once") << QStringLiteral("exit 3");
    QTest::newRow("no hello") << QStringLiteral("echo hi; read -r line; read -r line");
    QTest::newRow("another protocol") << QStringLiteral(R"(echo '{"protocol":9,"styles":["Normal"]}'; read -r line)");
    QTest::newRow("dies at work") << hello + QStringLiteral("read -r line; kill -SEGV $$");
    QTest::newRow("no JSON") << reply("<b>int</b> x;");
    QTest::newRow("outside the text") << reply(R"({"id":1,"runs":[[0,7,1]]})");
    QTest::newRow("across a line's end") << reply(R"({"id":1,"runs":[[4,4,1]]})");
    QTest::newRow("for another request") << reply(R"({"id":2,"runs":[]})");
    QTest::newRow("two replies") << hello + QStringLiteral(R"(read -r line; printf '{"id":1,"runs":[]}\n{"id":2,"runs":[]}\n'; read -r line)");
    QTest::newRow("wants it again for ever") << hello + QStringLiteral(R"(while read -r line; do echo '{"id":1,"again":true}'; done)");
    QTest::newRow("without end") << hello + QStringLiteral("read -r line; while :; do printf 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'; done");
}

void TestHighlightClient::isPlainWhenTheReplyIsMalformed()
{
    QFETCH(QString, script);
    HighlightClient client(standIn(script));
    Answers answers(client);
    client.request(request(1, 0, {"int x;", "int y;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QVERIFY(answers.all[0].isPlain);
    QCOMPARE(answers.all[0].firstLine, 0);
    QCOMPARE(answers.all[0].lines, QList<QList<HighlightRun>>(2));
}

void TestHighlightClient::killsWhatDoesNotAnswer_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<std::chrono::milliseconds>("deadline");
    QTest::addColumn<std::chrono::milliseconds>("longestWait");
    // Each has one limit that it meets and one that it does not.
    QTest::newRow("computes") << QStringLiteral("while :; do :; done") << std::chrono::milliseconds(300ms) << std::chrono::milliseconds(1h);
    QTest::newRow("sleeps") << QStringLiteral("read -r line") << std::chrono::milliseconds(1h) << std::chrono::milliseconds(300ms);
}

void TestHighlightClient::killsWhatDoesNotAnswer()
{
    QFETCH(QString, script);
    QFETCH(std::chrono::milliseconds, deadline);
    QFETCH(std::chrono::milliseconds, longestWait);
    HighlightOptions options = standIn(hello + QStringLiteral("read -r line; ") + script);
    options.deadline = deadline;
    options.longestWait = longestWait;
    HighlightClient client(options);
    Answers answers(client);
    client.request(request(1, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QVERIFY(answers.all[0].isPlain);
    // The block that did it is not tried again, not even from its start.
    client.request(request(1, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 2, 60000);
    QVERIFY(answers.all[1].isPlain);
    QCOMPARE(starts(), 1);
}

void TestHighlightClient::waitsForWhatIsNotAtFault()
{
    // A helper that does not get the processor is late, but computes no more than others.
    HighlightOptions options = standIn(hello + QStringLiteral(R"(read -r line; /bin/sleep 1; echo '{"id":1,"runs":[[0,1,1]]}'; read -r line)"));
    options.deadline = 200ms;
    HighlightClient client(options);
    Answers answers(client);
    client.request(request(1, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QVERIFY(!answers.all[0].isPlain);
    QCOMPARE(starts(), 1);
}

void TestHighlightClient::restsAfterFailures()
{
    HighlightOptions options = standIn(QStringLiteral("exit 1"));
    options.firstRest = 4s;
    options.patience = 4500ms; // timers may be late by a twentieth
    HighlightClient client(options);
    Answers answers(client);
    client.request(request(1, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QCOMPARE(starts(), 2); // at once and after four seconds; eight are too long to wait
    for (quint64 block = 2; block < 50; ++block)
        client.request(request(block, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 49, 60000);
    QCOMPARE(starts(), 2);
}

void TestHighlightClient::tellsWhatWaitsTogether()
{
    HighlightClient client(standIn(honest));
    Answers answers(client);
    for (int line = 0; line < 10; ++line)
        client.request(request(1, line, {QStringLiteral("int x;")}));
    client.request(request(2, 0, {"int y;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 2, 60000);
    QCOMPARE(answers.all[0].block, 1);
    QCOMPARE(answers.all[0].lines.size(), 10);
    QCOMPARE(answers.all[1].block, 2);
    QCOMPARE(answers.all[1].lines, (QList<QList<HighlightRun>>{{{0, 1, QStringLiteral("Keyword")}}}));
    // Begun anew while it waits: only the new text is answered.
    client.request(request(1, 10, {"a", "b"}));
    client.request(request(1, 0, {"c"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 3, 60000);
    QCOMPARE(answers.all[2].firstLine, 0);
    QCOMPARE(answers.all[2].lines.size(), 1);
    QCOMPARE(starts(), 1);
}

void TestHighlightClient::answersNothingForWhatIsForgotten()
{
    HighlightClient client(standIn(honest));
    Answers answers(client);
    client.request(request(1, 0, {"int x;"}));
    client.request(request(2, 0, {"int x;"}));
    client.request(request(3, 0, {QString(30000, u'x')}));
    client.forget(1);
    client.forget(3);
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QCOMPARE(answers.all[0].block, 2);
    client.request(request(4, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 2, 60000);
    QCOMPARE(answers.all[1].block, 4);
    // A block that comes back in the middle is plain: the lines before are not known.
    client.request(request(1, 5, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 3, 60000);
    QCOMPARE(answers.all[2].firstLine, 5);
    QVERIFY(answers.all[2].isPlain);
}

void TestHighlightClient::sendsTheWholeBlockWhenAsked()
{
    // Forgets each block at once: the second request is answered only from line 0 on.
    HighlightClient client(standIn(hello + QStringLiteral(R"(i=0; while read -r line; do i=$((i+1)); case "$line" in *'"first":0'*) echo '{"id":'$i',"runs":[[0,1,1],[2,1,1]]}';; *) echo '{"id":'$i',"again":true}';; esac; done)")));
    Answers answers(client);
    client.request(request(1, 0, {"a", "b"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    client.request(request(1, 2, {"c"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 2, 60000);
    QCOMPARE(answers.all[1].firstLine, 2);
    QCOMPARE(answers.all[1].lines, QList<QList<HighlightRun>>(1)); // what came for the first two lines is not told again
    QVERIFY(!answers.all[1].isPlain);
}

void TestHighlightClient::endsTheIdleHelper()
{
    HighlightOptions options = standIn(honest);
    options.idle = 50ms;
    HighlightClient client(options);
    Answers answers(client);
    client.request(request(1, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(!hasChildProcess(), 60000);
    client.request(request(1, 1, {"int y;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 2, 60000);
    QVERIFY(!answers.all[1].isPlain);
    QCOMPARE(answers.all[1].firstLine, 1);
    QCOMPARE(starts(), 2);
}

void TestHighlightClient::startsNothingBeforeTheFirstRequest()
{
    HighlightClient client(standIn(honest));
    QVERIFY(client.availableLanguages().isEmpty());
    QCoreApplication::processEvents();
    QCOMPARE(starts(), 0);
    Answers answers(client);
    client.request(request(1, 0, {"int x;"}));
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QCOMPARE(client.availableLanguages(), QStringList{"C++"});
}

QTEST_GUILESS_MAIN(TestHighlightClient)
#include "TestHighlightClient.moc"
