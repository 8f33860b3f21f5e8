#include "transcript/MarkdownBlocks.h"

#include <QTest>

#include <random>

using namespace vitrine;
using namespace Qt::StringLiterals;

namespace {

QString whole(const QString &text, MarkdownBlocks::Mode mode = MarkdownBlocks::Mode::Markdown)
{
    MarkdownBlocks blocks(mode);
    blocks.setText(text);
    blocks.finish();
    return blocks.dump();
}

QString streamed(const QString &text, unsigned seed, MarkdownBlocks::Mode mode = MarkdownBlocks::Mode::Markdown)
{
    std::mt19937 random(seed);
    MarkdownBlocks blocks(mode);
    blocks.setText({});
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = 1 + qsizetype(random() % 7);
        blocks.append(QStringView(text).mid(at, std::min(size, text.size() - at)));
        at += size;
    }
    blocks.finish();
    return blocks.dump();
}

QString sentences(int units)
{
    QString text;
    for (int i = 0; text.size() < units; ++i)
        text += QStringLiteral("Sentence %1 has **bold** words, `code()` and a [link](https://example.org/%1) in it. ").arg(i);
    return text;
}

QString rows(int units)
{
    QString text = QStringLiteral("| name | value |\n|:---|---:|\n");
    for (int i = 0; text.size() < units; ++i)
        text += QStringLiteral("| row %1 with `code` | %2 |\n").arg(i).arg(i * 37 % 1000);
    return text;
}

QString codeLines(int units)
{
    QString text = QStringLiteral("```cpp\n");
    for (int i = 0; text.size() < units; ++i)
        text += QStringLiteral("    const int value%1 = compute(%1);\n").arg(i);
    return text + QStringLiteral("```\n");
}

QString items(int units)
{
    QString text;
    for (int i = 1; text.size() < units; ++i)
        text += QStringLiteral("%1. Item with **bold**\n   - nested one\n   - nested two\n").arg(i);
    return text;
}

} // namespace

class TestMarkdownBlocks final : public QObject
{
    Q_OBJECT

private slots:
    void blocksOf_data();
    void blocksOf();
    void piecesEqualWhole_data();
    void piecesEqualWhole();
    void unsureTableIsATable_data();
    void unsureTableIsATable();
    void workStaysLinear_data();
    void workStaysLinear();
};

void TestMarkdownBlocks::blocksOf_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected);
    };
    row("heading and paragraph", "# One\ntext **b** *i* ~~s~~ `c`", "H1 One\nP text {b:b} {i:i} {s:s} {code:c}");
    row("setext", "Title\n---\nrest", "H2 Title\nP rest");
    row("line ends are meant", "a\nb  \nc", "P a\\nb\\nc");
    row("list", "Here:\n- a\n- b\n\n- c", "P Here:\n• P a\n• P b\n• P c");
    row("ordered goes on", "3. a\n3. b\n9. c", "3. P a\n4. P b\n5. P c");
    row("nested", "1. a\n   - b\n     - c\n2. d", "1. P a\n  • P b\n    • P c\n2. P d");
    row("tasks", "- [ ] a\n- [x] b", "☐ P a\n☑ P b");
    row("quote", "> a\n>\n> b\nlazy\n\nafter", "> P a\n> P b\\nlazy\nP after");
    row("fence", "```cpp title\nint a;\n\n  b\n```\nend", "CODE(cpp) int a;\\n\\n  b\nP end");
    row("fence without end", "~~~\na\n", "CODE() a");
    row("fence in item", "- a\n\n  ```py\n  x = 1\n  ```\n- b", "• P a\n  CODE(py) x = 1\n• P b");
    row("table", "before\n| a | b |\n|---|:-:|\n| `1` | **2** |\n| 3 |\n\nend",
        "P before\nTABLE a | b // {code:1} | {b:2} // 3 | \nP end");
    row("rule", "a\n\n---\n***\nb", "P a\nRULE\nRULE\nP b");
    row("html is text", "<script>document.title='x'</script>\n\na <b onclick=x>b</b><br>c",
        "P <script>document.title='x'</script>\nP a <b onclick=x>b</b>\\nc");
    row("picture is words", "![alt words](http://127.0.0.1:1/x.png)",
        "P {pic a=http://127.0.0.1:1/x.png:Picture not loaded: alt words · http://127.0.0.1:1/x.png}");
    row("picture from a file", "![](file:///etc/passwd)", "P {pic:Picture not loaded: file:///etc/passwd}");
    row("only safe links", "[a](javascript:alert(1)) [b](file:///etc/hosts) [c](mailto:a@b.org) [d](https://e.org/x?y=1) [e](//f.org) <data:text/html,x>",
        "P a b {a=mailto:a@b.org:c} {a=https://e.org/x?y=1:d} e data:text/html,x");
    row("autolink", "see https://example.org/a_b_c and www.example.org.",
        "P see {a=https://example.org/a_b_c:https://example.org/a_b_c} and {a=http://www.example.org:www.example.org}.");
    row("math keeps its underscores", "$a_b$ and $c_d$, \\(x_1*y_2*z\\)", "P {math:$a_b$} and {math:$c_d$}, {math:\\(x_1*y_2*z\\)}");
    row("money is no math", "from $5 to $10, then $7", "P from $5 to $10, then $7");
    row("math in code is code", "`$a$` `\\(b\\)`", "P {code:$a$} {code:\\(b\\)}");
    row("math href", "$\\href{javascript:alert(1)}{x}$", "P {math:$\\href{javascript:alert(1)}{x}$}");
    row("display math", "so\n$$\n- a_1\n+ b_2\n$$\nand\n\\[\nx_1\n\\]\n$$y_2$$",
        "P so\nMATH $$\\n- a_1\\n+ b_2\\n$$\nP and\nMATH \\[\\nx_1\\n\\]\nMATH $$y_2$$");
    row("math without end", "$$\nlost *a*\n\nnext", "P $$\\nlost {i:a}\nP next");
    row("emphasis beside ideographs", "**重点：**内容，这是**「引用」**的例子", "P {b:重点：}内容，这是{b:「引用」}的例子");
    row("escapes", "\\*a\\* \\(b\\_c &amp; &lt;", "P *a* (b_c & <");
    row("later definition", "See [the page][1] and [2].\n\n- x [1]\n\n[1]: https://one.example 'One'\n[2]: <https://two.example>",
        "P See {a=https://one.example:the page} and {a=https://two.example:2}.\n• P x {a=https://one.example:1}");
    row("unsafe definition", "[a][x]\n\n[x]: javascript:alert(1)", "P a");
    row("footnotes", "Words[^1] more[^n].\n\n[^1]: First *note*.\n[^n]: word", "P Words{sup:1} more{sup:n}.\n1. P First {i:note}.\nn. P word");
    row("control characters", "a\x1b[31mb\r\nc\rd", "P a\xEF\xBF\xBD[31mb\\nc\\nd");
    row("stand-ins cannot be written", "a\x01" "b\x05 `\x02`", "P a\xEF\xBF\xBD" "b\xEF\xBF\xBD {code:\xEF\xBF\xBD}");
    row("svg is source", "<svg><script>alert(1)</script></svg>", "P <svg><script>alert(1)</script></svg>");
    row("code that looks like markup", "```html\n</code></pre><b>\n```", "CODE(html) </code></pre><b>");
    row("indented code", "    a\n\n    b\nc", "CODE() a\\n\\nb\nP c");
    row("empty item", "-\n- a", "• P \n• P a");
    row("empty", "", "");
}

void TestMarkdownBlocks::blocksOf()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(whole(text), expected);
}

void TestMarkdownBlocks::piecesEqualWhole_data()
{
    blocksOf_data();
    QTest::addColumn<int>("mode");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text << QString(); };
    row("long paragraph", sentences(20000));
    row("long paragraph without an end to emphasis", QStringLiteral("*") + QString(QStringLiteral("word ")).repeated(4000));
    row("long ideographs", QString(QStringLiteral("模型在回答之前会先读取图像，然后进行裁剪。")).repeated(800));
    row("long unbroken", QString(20000, u'x'));
    row("long emoji", QString(QStringLiteral("👩‍🚀")).repeated(3000));
    row("long brackets", QString(20000, u'['));
    row("long quote line", QStringLiteral("> ") + sentences(12000));
    row("long table", rows(12000));
    row("long cell", QStringLiteral("|a|\n|-|\n|") + QString(20000, u'x') + QStringLiteral("|\nend"));
    row("long list", items(12000));
    row("long fence", codeLines(12000));
    row("deep quotes", QString(500, u'>') + QStringLiteral(" x"));
    row("deep items", QString(QStringLiteral("- ")).repeated(300) + u'x');
    row("wide table", QString(300, u'|') + u'\n' + QString(QStringLiteral("|-")).repeated(300) + QStringLiteral("\n|a|\n"));
    row("right to left", QString::fromUtf8("مرحبا **بالعالم** و`code`\n\n- שלום\n- עולם"));
    row("many quotes", QString(QStringLiteral("> a paragraph of words\n>\n> ```\n> code\n>\n> more\n> ```\n>\n")).repeated(100));
    row("all together", sentences(500) + u"\n\n"_s + rows(500) + u'\n' + items(500) + u'\n' + codeLines(500) + u"\n> q\n\n"_s + rows(300));
}

void TestMarkdownBlocks::piecesEqualWhole()
{
    QFETCH(QString, text);
    for (const auto mode : {MarkdownBlocks::Mode::Markdown, MarkdownBlocks::Mode::Plain}) {
        const QString expected = whole(text, mode);
        for (unsigned seed = 1; seed <= 5; ++seed)
            QCOMPARE(streamed(text, seed, mode), expected);
    }
}

void TestMarkdownBlocks::unsureTableIsATable_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("alone") << u"| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 | 4 |\n"_s;
    QTest::newRow("without outer pipes") << u"a | b\n--|--\n1 | 2\n3 | 4\n"_s;
    QTest::newRow("behind a paragraph") << u"words\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"_s;
    QTest::newRow("with a link") << u"[x]: http://example.org\n\n| [x] | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"_s;
}

// Whatever stretch of it is marked.
void TestMarkdownBlocks::unsureTableIsATable()
{
    QFETCH(QString, text);
    bool isMarked = false;
    for (qsizetype from = 0; from < text.size(); ++from) {
        for (qsizetype to = from + 1; to <= text.size(); ++to) {
            MarkdownBlocks blocks;
            blocks.setText(text, {{from, to}});
            blocks.finish();
            const MarkdownBlock &table = blocks.blocks().back();
            QCOMPARE(table.kind, MarkdownBlock::Kind::Table);
            QCOMPARE(table.rows.size(), 3);
            for (const auto &row : table.rows)
                QCOMPARE(row.size(), 2);
            QCOMPARE(table.rows[2][1].text.trimmed(), u"4"_s); // a stretch may begin at the space before
            for (const InlineRun &run : table.rows[2][1].runs)
                isMarked = isMarked || (run.flags & Unsure) != 0;
        }
    }
    QVERIFY(isMarked);
}

void TestMarkdownBlocks::workStaysLinear_data()
{
    QTest::addColumn<QString>("small");
    QTest::addColumn<QString>("large");
    QTest::newRow("paragraph") << sentences(20000) << sentences(100000);
    QTest::newRow("table") << rows(20000) << rows(100000);
    QTest::newRow("fence") << codeLines(20000) << codeLines(100000);
    QTest::newRow("list") << items(20000) << items(100000);
    QTest::newRow("html") << QStringLiteral("<div>\n") + QString(QStringLiteral("text of it\n")).repeated(6000)
                          << QStringLiteral("<div>\n") + QString(QStringLiteral("text of it\n")).repeated(12000);
}

// Counted, not timed: how much text the parser was given for each unit that arrived, four units at a time.
void TestMarkdownBlocks::workStaysLinear()
{
    const auto perUnit = [](const QString &text) {
        MarkdownBlocks blocks;
        blocks.setText({});
        for (qsizetype at = 0; at < text.size(); at += 4)
            blocks.append(QStringView(text).mid(at, std::min<qsizetype>(4, text.size() - at)));
        blocks.finish();
        return double(blocks.parsedUnits()) / double(text.size());
    };
    QFETCH(QString, small);
    QFETCH(QString, large);
    const double one = perUnit(small);
    const double five = perUnit(large);
    qInfo() << "parsed per unit" << one << five;
    QVERIFY(five < one * 1.25 + 1);
}

QTEST_GUILESS_MAIN(TestMarkdownBlocks)
#include "TestMarkdownBlocks.moc"
