#include "tools/PythonText.h"

#include <QTest>

using namespace vitrine;
using How = PythonResult::How;

class TestPythonText : public QObject
{
    Q_OBJECT

private slots:
    void joinsWhatARunGave();
    void endsAreToldApart();
    void shortTextIsWhole();
    void longTextKeepsBothEnds();
    void cutsBetweenCharacters();
    void namesWhatWasDropped();
};

void TestPythonText::joinsWhatARunGave()
{
    PythonResult result;
    result.standardOutput = "printed";
    result.displays = {{{QStringLiteral("text/plain"), "a table"}, {QStringLiteral("text/html"), "<table>"}},
                       {{QStringLiteral("text/plain"), "<Figure>"}, {QStringLiteral("image/png"), "png"}}};
    result.value = {{QStringLiteral("text/plain"), "42"}};
    result.standardError = "warned\n";
    result.error = QStringLiteral("ValueError: x");
    QCOMPARE(pythonOutput(result), QByteArray("printed\na table\n42\nwarned\nValueError: x"));
}

void TestPythonText::endsAreToldApart()
{
    QSet<QString> sentences;
    const QList<How> all{How::Raised,       How::Exited,      How::Killed,    How::TimedOut,   How::MemoryLimit,
                         How::ProcessLimit, How::OutputLimit, How::DiskLimit, How::Interrupted};
    for (How how : all) {
        PythonResult result;
        result.how = how;
        result.errorName = QStringLiteral("ValueError");
        sentences.insert(pythonEnding(result));
        QVERIFY(outcomeOf(how) != Outcome::Ok);
        QVERIFY(exitOf(result) != 0 || how == How::Exited);
    }
    PythonResult syntax;
    syntax.how = How::Raised;
    syntax.errorName = QStringLiteral("SyntaxError");
    sentences.insert(pythonEnding(syntax));
    QCOMPARE(sentences.size(), all.size() + 1);
    QVERIFY(!sentences.contains(QString()));
    QCOMPARE(pythonEnding({}), QString());

    PythonResult killed;
    killed.how = How::Killed;
    killed.exitStatus = 6;
    killed.namesLost = true;
    QCOMPARE(exitOf(killed), 134);
    QVERIFY(pythonEnding(killed).contains(QStringLiteral("SIGABRT")) &&
            pythonEnding(killed).contains(QStringLiteral("variables")));
}

void TestPythonText::shortTextIsWhole()
{
    const CutText cut = cutInTheMiddle("h\u00e9llo", 0, 6);
    QVERIFY(cut.isWhole);
    QCOMPARE(cut.text, QStringLiteral("h\u00e9llo"));
    QCOMPARE(cut.givenBytes, 6);
}

void TestPythonText::longTextKeepsBothEnds()
{
    const CutText cut = cutInTheMiddle("begin" + QByteArray(1000, '.') + "end", 0, 100);
    QVERIFY(!cut.isWhole);
    QCOMPARE(cut.givenBytes, 100);
    QVERIFY(cut.text.startsWith(QStringLiteral("begin")) && cut.text.endsWith(QStringLiteral("end")));
    QVERIFY(cut.text.contains(QStringLiteral("908 bytes left out here")));
}

void TestPythonText::cutsBetweenCharacters()
{
    QByteArray bytes;
    for (int i = 0; i < 100; ++i)
        bytes += "\u7ed3"; // three bytes
    for (qint64 most = 10; most < 40; ++most) {
        const CutText cut = cutInTheMiddle(bytes, 0, most);
        QVERIFY(!cut.text.contains(QChar(QChar::ReplacementCharacter)));
        QVERIFY(cut.givenBytes <= most);
        QCOMPARE(cut.givenBytes, cut.text.count(QStringLiteral("\u7ed3")) * 3);
    }
}

void TestPythonText::namesWhatWasDropped()
{
    const CutText cut = cutInTheMiddle("short", 5000, 100);
    QVERIFY(!cut.isWhole);
    QVERIFY(cut.text.contains(QStringLiteral("5000 bytes of output")));
}

QTEST_GUILESS_MAIN(TestPythonText)
#include "TestPythonText.moc"
