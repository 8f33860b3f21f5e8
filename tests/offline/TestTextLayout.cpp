#include "offline/TextLayout.h"

#include <QTest>

namespace vitrine {

class TestTextLayout final : public QObject
{
    Q_OBJECT

private slots:
    void laysOut_data();
    void laysOut();
    void escapes_data();
    void escapes();
};

namespace {

// Lines as "HEIGHT|RIGHT|text", an empty one between paragraphs.
ReadText textOf(const QStringList &rows)
{
    ReadText text;
    double y = 0;
    int paragraph = 0;
    for (const QString &row : rows) {
        if (row.isEmpty()) {
            ++paragraph;
            continue;
        }
        const double height = row.section(u'|', 0, 0).toDouble();
        ReadLine line{QRectF(10, y, row.section(u'|', 1, 1).toDouble() - 10, height), 90, paragraph, {}};
        for (const QString &word : row.section(u'|', 2).split(u' '))
            line.words.append({word, 90, false});
        text.lines.append(line);
        y += height * 1.5;
    }
    return text;
}

} // namespace

void TestTextLayout::laysOut_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("paragraphs") << QStringList{"20|500|one two", "20|490|three four", "", "20|500|five six"} << "one two\nthree four\n\nfive six";
    QTest::newRow("headings") << QStringList{"60|400|Annual Report", "", "34|300|First part", "", "20|500|plain text of the first part", "20|500|goes on and on here"}
                              << "## Annual Report\n\n### First part\n\nplain text of the first part\ngoes on and on here";
    QTest::newRow("bullets") << QStringList{"20|300|• milk and", "20|200|cream", "20|300|• bread", "", "20|300|- eggs"} << "- milk and\n  cream\n- bread\n- eggs";
    QTest::newRow("numbers") << QStringList{"20|300|1. wash", "20|300|2. dry", "", "20|300|and rest"} << "1. wash\n2. dry\n\nand rest";
    QTest::newRow("an address keeps its lines") << QStringList{"20|200|Jane Doe", "20|220|Main Street", "20|500|12345 Springfield, United States of America"}
                                                << "Jane Doe  \nMain Street  \n12345 Springfield, United States of America";
    QTest::newRow("Chinese has no spaces") << QStringList{"20|500|会 议 A 组 , 开 始"} << QStringLiteral("会议 A 组 , 开始");
    QTest::newRow("a title stands alone at the top") << QStringList{"26|300|Launch plan, week 14", "", "20|500|first point here", "", "20|500|second point here", "", "20|500|third point here", "", "26|300|Not a title"}
                                                     << "### Launch plan, week 14\n\nfirst point here\n\nsecond point here\n\nthird point here\n\nNot a title";
    QTest::newRow("a sentence at the top is none") << QStringList{"26|300|See below.", "", "20|500|first point here", "", "20|500|second point here"}
                                                   << "See below.\n\nfirst point here\n\nsecond point here";
    QTest::newRow("one line is no heading") << QStringList{"80|500|STOP"} << "STOP";
    QTest::newRow("nothing") << QStringList{} << "";
}

void TestTextLayout::laysOut()
{
    QFETCH(QStringList, lines);
    QFETCH(QString, markdown);
    QCOMPARE(markdownOf(textOf(lines), UnsureMarks::Visible).text(), markdown);
}

void TestTextLayout::escapes_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("emphasis") << "*a* _b_ a_b" << "\\*a\\* \\_b\\_ a_b";
    QTest::newRow("html") << "<b>x</b> &amp; a&b" << "\\<b>x\\</b> \\&amp; a&b";
    QTest::newRow("heading") << "# 1" << "\\# 1";
    QTest::newRow("not a heading") << "C# #1" << "C# #1";
    QTest::newRow("rule") << "---" << "\\---";
    QTest::newRow("number alone") << "2024." << "2024\\.";
    QTest::newRow("link") << "[x](y)" << "[x\\](y)";
    QTest::newRow("backslash") << "C:\\temp \\*" << "C:\\temp \\\\\\*";
}

void TestTextLayout::escapes()
{
    QFETCH(QString, line);
    QFETCH(QString, markdown);
    QCOMPARE(markdownOf(textOf({QStringLiteral("20|500|") + line}), UnsureMarks::Visible).text(), markdown);
}

} // namespace vitrine

QTEST_GUILESS_MAIN(vitrine::TestTextLayout)
#include "TestTextLayout.moc"
