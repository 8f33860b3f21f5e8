#include "Answers.h"

#include <QDir>

#include <csignal>

using namespace vitrine;
using namespace std::chrono_literals;

// The client with the real helper.
class TestHighlighter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        if (!m_shared)
            m_shared = std::make_unique<HighlightClient>(options());
    }
    void cleanupTestCase() { m_shared.reset(); }
    void coloursCode();
    void knowsFenceNames_data();
    void knowsFenceNames();
    void appendedEqualsWhole_data();
    void appendedEqualsWhole();
    void keepsRunsInsideTheirLines_data();
    void keepsRunsInsideTheirLines();
    void outlivesHostileText_data();
    void outlivesHostileText();
    void isReplacedWhenKilled();

private:
    std::unique_ptr<HighlightClient> m_shared; // for the many cases that ask one question
    static HighlightOptions options(std::chrono::milliseconds deadline = 10s)
    {
        HighlightOptions options;
        options.program = QStringLiteral(VITRINE_BIN "/vitrine-highlighter");
        options.deadline = deadline;
        options.longestWait = 60s; // the machine may be busy; what the limits do is tested with the stand-ins
        options.startDeadline = 60s;
        options.firstRest = 10ms;
        return options;
    }
    static QString styleOf(const QList<HighlightRun> &line, int position)
    {
        for (const HighlightRun &run : line) {
            if (position >= run.start && position < run.start + run.length)
                return run.style;
        }
        return {};
    }
    static HighlightResult ask(HighlightClient &client, const QString &language, const QStringList &lines)
    {
        Answers answers(client);
        client.request({1, language, 0, lines});
        [&] { QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000); }();
        return answers.all.value(0);
    }
};

void TestHighlighter::coloursCode()
{
    HighlightClient client(options());
    const HighlightResult answer = ask(client, QStringLiteral("cpp"), {"// hi", "int x = 5;", "auto s = \"\u4f60\U0001F600\"; return 1;"});
    QVERIFY(!answer.isPlain);
    QCOMPARE(styleOf(answer.lines[0], 3), QStringLiteral("Comment"));
    QCOMPARE(styleOf(answer.lines[1], 0), QStringLiteral("DataType"));
    QCOMPARE(styleOf(answer.lines[1], 8), QStringLiteral("DecVal"));
    QCOMPARE(styleOf(answer.lines[2], 10), QStringLiteral("String"));
    QCOMPARE(styleOf(answer.lines[2], 16), QStringLiteral("ControlFlow")); // in UTF-16 units, behind the smiley
    QVERIFY(client.availableLanguages().contains(QStringLiteral("Python")));
}

void TestHighlighter::knowsFenceNames_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isColoured");
    const auto row = [](const char *name, const char *line) { QTest::newRow(name) << QString::fromLatin1(line) << true; };
    for (const char *name : {"c++", "cpp", "C++", "CPP", "h", "hpp", "cc", "c", "objc", "cuda", "java", "cs", "c#", "csharp"})
        row(name, "return 1; // x");
    for (const char *name : {"py", "python", "Python", "python3", "ipython"})
        row(name, "def f(): return None");
    for (const char *name : {"js", "javascript", "ts", "typescript", "jsx", "tsx", "node", "mjs"})
        row(name, "function f() { return null; }");
    for (const char *name : {"sh", "bash", "shell", "zsh", "console"})
        row(name, "for i in 1 2; do echo \"$i\"; done");
    for (const char *name : {"json", "jsonc", "json5"})
        row(name, "{\"a\": true}");
    for (const char *name : {"diff", "patch"})
        row(name, "+++ b/file");
    for (const char *name : {"yaml", "yml", "toml", "ini", "cfg"})
        row(name, "key = \"value\" # [1]: 2");
    for (const char *name : {"html", "xml", "svg"})
        row(name, "<a href=\"b\">c</a>");
    for (const char *name : {"sql", "postgres", "mysql"})
        row(name, "SELECT 'a' FROM b WHERE c = 1;");
    row("rs", "fn main() { return; }");
    row("rust", "fn main() { return; }");
    row("go", "func main() { return }");
    row("golang", "func main() { return }");
    row("kt", "fun main() { return }");
    row("rb", "def f; return nil; end");
    row("css", "a { color: #fff; }");
    row("make", "all: $(X)");
    row("cmake", "add_library(x STATIC y)");
    row("dockerfile", "FROM debian:12");
    row("docker", "FROM debian:12");
    row("tex", "\\section{a}");
    row("latex", "\\section{a}");
    row("md", "# Title");
    row("markdown", "# Title");
    row("r", "f <- function(x) { return(NULL) }");
    row("matlab", "x = 5; % comment");
    row("lua", "local x = nil");
    row("php", "<?php echo 'a';");
    row("swift", "func f() { return }");
    for (const char *name : {"", "text", "plaintext", "klingon", "../../etc/passwd", "a b c", "%s%s%n"})
        QTest::newRow(qPrintable(QStringLiteral("plain: ") + QString::fromLatin1(name))) << QStringLiteral("return 1; // x") << false;
}

void TestHighlighter::knowsFenceNames()
{
    QFETCH(QString, line);
    QFETCH(bool, isColoured);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    const HighlightResult answer = ask(*m_shared, isColoured ? tag : tag.mid(7), {line});
    QVERIFY(!answer.isPlain); // it was answered by the helper
    QCOMPARE(!answer.lines[0].isEmpty(), isColoured);
}

void TestHighlighter::appendedEqualsWhole_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("comment and raw string") << "cpp" << QStringList{"/* a", "", "int x;", "*/ int y; /// @param z", "auto s = R\"(", "return", ")\"; return;", "#if 0", "int a;", "#endif", "int b;"};
    QTest::newRow("docstring") << "python" << QStringList{"def f():", "    \"\"\"a", "    return 1", "    \"\"\"", "    return f'{x}'"};
    QTest::newRow("here document") << "bash" << QStringList{"cat <<EOF", "for i in $x", "EOF", "for i in 1; do :; done"};
    QTest::newRow("fence in Markdown") << "markdown" << QStringList{"# a", "```python", "def f(): return 'x", "```", "*b*"};
    QTest::newRow("unknown") << "klingon" << QStringList{"a", "b", "c"};
}

void TestHighlighter::appendedEqualsWhole()
{
    QFETCH(QString, language);
    QFETCH(QStringList, lines);
    HighlightClient client(options());
    Answers answers(client);
    client.request({1, language, 0, lines});
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    for (int line = 0; line < lines.size(); ++line) {
        const qsizetype before = answers.all.size();
        client.request({2, language, line, {lines[line]}});
        if (line % 3 == 1)
            client.request({3, QStringLiteral("json"), 0, {"{\"another\": \"block\"}"}});
        QTRY_VERIFY_WITH_TIMEOUT(answers.linesOf(2).size() == line + 1 && answers.all.size() >= before + 1 + (line % 3 == 1), 60000);
    }
    QCOMPARE(answers.linesOf(2), answers.linesOf(1));
}

void TestHighlighter::keepsRunsInsideTheirLines_data()
{
    QTest::addColumn<QString>("language");
    for (const char *language : {"cpp", "python", "markdown", "html", "bash", "latex", "json"})
        QTest::newRow(language) << QString::fromLatin1(language);
}

void TestHighlighter::keepsRunsInsideTheirLines()
{
    // Not by __FILE__: a compiler cache makes that relative to a folder of its own.
    QFile file(QStringLiteral(VITRINE_FIXTURES "/../highlight/TestHighlighter.cpp"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    QFETCH(QString, language);
    const HighlightResult answer = ask(*m_shared, language, lines);
    QVERIFY(!answer.isPlain);
    QCOMPARE(answer.lines.size(), lines.size());
    for (int i = 0; i < lines.size(); ++i) {
        int end = 0;
        for (const HighlightRun &run : answer.lines[i]) {
            QVERIFY(run.start >= end && run.length > 0);
            end = run.start + run.length;
        }
        QVERIFY(end <= lines[i].size());
    }
}

void TestHighlighter::outlivesHostileText_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("1 MB on one line") << "cpp" << QStringList{QString(1 << 20, u'{')};
    QTest::newRow("200 kB of quotes on one line") << "python" << QStringList{QString(200 << 10, u'"')};
    QTest::newRow("200 kB of quotes in lines") << "python" << QStringList(10, QString(20000, u'"'));
    QTest::newRow("backslashes") << "bash" << QStringList(12, QString(20000, u'\\'));
    QTest::newRow("open tags") << "html" << QStringList(12, QStringLiteral("<a ").repeated(6000));
    QTest::newRow("brackets") << "markdown" << QStringList(12, QString(20000, u'['));
    QTest::newRow("nul and lone surrogates") << "cpp" << QStringList{QString(QChar(0)) + QChar(0xd800) + "int x" + QChar(0xdc00), QString(100, QChar(0xffff))};
    QTest::newRow("a hundred thousand empty lines") << "cpp" << QStringList(100000, QString());
}

void TestHighlighter::outlivesHostileText()
{
    QFETCH(QString, language);
    QFETCH(QStringList, lines);
    HighlightClient client(options(300ms));
    Answers answers(client);
    client.request({1, language, 0, lines});
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    QCOMPARE(answers.all[0].lines.size(), lines.size());
    // And others are still served, by this helper or a new one.
    HighlightClient patient(options());
    QVERIFY(!ask(patient, QStringLiteral("cpp"), {"return 1;"}).lines.value(0).isEmpty());
}

void TestHighlighter::isReplacedWhenKilled()
{
    m_shared.reset(); // its helper would be found below too
    HighlightClient client(options());
    Answers answers(client);
    client.request({1, QStringLiteral("cpp"), 0, {"/* a"}});
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 1, 60000);
    // The child of this process that runs the helper.
    int killed = 0;
    QString folder;
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString &entry : entries) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(entry));
        if (entry.toInt() <= 0 || !stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        if (line.contains("(vitrine-highlig") && line.mid(line.lastIndexOf(')') + 4).split(' ')[0].toInt() == QCoreApplication::applicationPid())
            killed += ::kill(entry.toInt(), SIGKILL) == 0, folder = QStringLiteral("/proc/") + entry;
    }
    QCOMPARE(killed, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(folder), 60000); // its exit status was taken: the client knows
    // The new one is given the whole block, and only the new line is told.
    client.request({1, QStringLiteral("cpp"), 1, {"still a comment */ return 1;"}});
    QTRY_COMPARE_WITH_TIMEOUT(answers.all.size(), 2, 60000);
    QVERIFY(!answers.all[1].isPlain);
    QCOMPARE(answers.all[1].firstLine, 1);
    QCOMPARE(styleOf(answers.all[1].lines[0], 2), QStringLiteral("Comment"));
    QCOMPARE(styleOf(answers.all[1].lines[0], 19), QStringLiteral("ControlFlow"));
}

QTEST_GUILESS_MAIN(TestHighlighter)
#include "TestHighlighter.moc"
