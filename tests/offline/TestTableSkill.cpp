#include "Conversation.h"

#include "offline/TableQuestion.h"

#include <QDate>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace vitrine {

// The programs are run on real files; only the two folders of the sandbox are put elsewhere.
class TestTableSkill final : public QObject
{
    Q_OBJECT

private slots:
    void describesATable();
    void readsWhatPeopleHave_data();
    void readsWhatPeopleHave();
    void answersWhatIsAskedOfAColumn_data();
    void answersWhatIsAskedOfAColumn();
    void readsQuestions_data();
    void readsQuestions();
    void answersInChinese();
    void reportsTwoTables();
    void nothingInATableIsMarkup();
    void saysThatPythonIsMissing();
    void saysThatTheRunFailed();
    void hasNoRuleForOtherFiles();

private:
    QString write(const QString &name, const QByteArray &content);
    QString answer(const QString &question, const QStringList &names);

    QTemporaryDir m_folder;
    int m_runs = 0;
};

namespace {

QByteArray sales()
{
    QByteArray csv = "date;city;area;price;note\n";
    const char *cities[] = {"Berlin", "München", "Köln"};
    for (int i = 0; i < 120; ++i) {
        const int area = 30 + (i * 37) % 100;
        const double price = i == 50 ? 99999 : area * 30.5 + (i % 3 == 1 ? 9000 : 0);
        csv += QDate(2025, 1, 1).addDays(i).toString(QStringLiteral("dd.MM.yyyy")).toUtf8() + ';' + cities[i % 3] + ';' + QByteArray::number(area) + ';'
               + QByteArray::number(price, 'f', 2).replace('.', ',') + ';' + (i % 5 ? "" : "ok") + '\n';
    }
    return csv;
}

} // namespace

QString TestTableSkill::write(const QString &name, const QByteArray &content)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return {};
    return QStringLiteral("File: /mnt/uploads/%1 (text/csv, %2 bytes)").arg(name).arg(content.size());
}

// Follows the whole conversation; the folder of uploads and that of results are both the test's.
QString TestTableSkill::answer(const QString &question, const QStringList &names)
{
    TestConversation conversation({QStringLiteral("python")});
    QStringList lines;
    for (const QString &name : names)
        lines.append(QStringLiteral("File: /mnt/uploads/%1 (application/octet-stream, 1 bytes)").arg(name));
    conversation.user(lines.join(u'\n') + u'\n' + question);
    for (m_runs = 0; m_runs < 8;) {
        const PlanStep step = conversation.next();
        if (step.answer)
            return step.answer->text;
        for (const PlannedCall &call : step.calls) {
            QString code = call.arguments.value(u"code").toString();
            code.replace(QStringLiteral("/mnt/uploads"), m_folder.path()).replace(QStringLiteral("'/mnt/data'"), u'\'' + m_folder.path() + u'\'');
            QProcess python;
            python.setProcessChannelMode(QProcess::MergedChannels);
            python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-")});
            python.write(code.toUtf8());
            python.closeWriteChannel();
            python.waitForFinished(120000);
            conversation.answered(call, QString::fromUtf8(python.readAll()));
            ++m_runs;
        }
    }
    return QStringLiteral("(no answer)");
}

void TestTableSkill::describesATable()
{
    write(QStringLiteral("sales.csv"), sales());
    const QString report = answer(QStringLiteral("What is in this table?"), {QStringLiteral("sales.csv")});
    for (const char *part : {"`sales.csv` has **120 rows** and **5 columns** (CSV, separator `;`, UTF-8, decimal comma)", "| date | date | 0 | 2025-01-01 to 2025-04-30 |",
                             "| city | category | 0 | ", "Berlin (40)", "| area | whole number | 0 | 30 to 129, mean ", "| price | number | 0 | ", "| note | category | 96 | ok (24) |", "price: ",
                             "outliers", "for example 99999", "area and price rise together (Spearman ", "`sales_1_line.png`"})
        QVERIFY2(report.contains(QString::fromUtf8(part)), qPrintable(QString::fromUtf8(part) + u'\n' + report));
    const QStringList charts = QDir(m_folder.path()).entryList({QStringLiteral("sales_*.png")});
    QVERIFY(charts.size() >= 2 && charts.size() <= 3);
    for (const QString &chart : charts)
        QVERIFY(report.contains(u'`' + chart + u'`'));
    QCOMPARE(m_runs, 1);
}

void TestTableSkill::readsWhatPeopleHave_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("GB 18030") << "cn.csv" << QByteArray("\xd0\xd5\xc3\xfb,\xc4\xea\xc1\xe4\n\xd5\xc5\xc8\xfd,30\n\xc0\xee\xcb\xc4,25\n")
                              << QStringList{QStringLiteral("| 姓名 | text"), QStringLiteral("| 年龄 | whole number | 0 | 25 to 30, mean 27.5")};
    QTest::newRow("Latin-1") << "l1.csv" << QByteArray("Gr\xf6\xdf" "e,Wert\nm\xe4\xdfig,\"1,234.50\"\ngro\xdf,\"2,000.25\"\n")
                             << QStringList{QStringLiteral("| Größe | text"), QStringLiteral("| Wert | number | 0 | 1234.5 to 2000.25")};
    QTest::newRow("UTF-16") << "u16.tsv" << QByteArray("\xff\xfe" "a\0\t\0b\0\n\0001\0\t\0002\0\n\0", 18) << QStringList{QStringLiteral("**1 rows** and **2 columns** (TSV, separator tab, UTF-16")};
    QTest::newRow("one column") << "one.csv" << QByteArray("name\nx\ny\n") << QStringList{QStringLiteral("**2 rows** and **1 columns**")};
    QTest::newRow("empty") << "empty.csv" << QByteArray() << QStringList{QStringLiteral("The file `empty.csv` is empty.")};
    QTest::newRow("only a head") << "head.csv" << QByteArray("a,b,c\n") << QStringList{QStringLiteral("`head.csv` has 3 columns but no rows.")};
    QTest::newRow("no head") << "nohead.csv" << QByteArray("1,2\n3,4\n") << QStringList{QStringLiteral("**2 rows**"), QStringLiteral("There is no header row"), QStringLiteral("| column 2 | whole number")};
    QTest::newRow("bad lines") << "bad.csv" << QByteArray("a,b\n1,2\n3,4,5\n6\n7,8\n") << QStringList{QStringLiteral("**3 rows**"), QStringLiteral("1 lines have more fields")};
    QTest::newRow("missing and repeated") << "gaps.csv" << QByteArray("a,b\n1,NA\n1,NA\n2,\n3,x\n") << QStringList{QStringLiteral("| b | text | 3 | x |"), QStringLiteral("1 rows are exact repetitions")};
    QTest::newRow("postcodes") << "zip.csv" << QByteArray("zip,n\n01234,1\n04567,2\n") << QStringList{QStringLiteral("| zip | text | 0 | 01234, 04567 |")};
    QTest::newRow("JSON") << "x.json" << QByteArray(R"({"meta":1,"data":[{"a":1,"b":{"c":2}},{"a":2,"b":{"c":null}}]})") << QStringList{QStringLiteral("**2 rows**"), QStringLiteral("| b.c | whole number | 1 |")};
    QTest::newRow("JSON lines") << "x.jsonl" << QByteArray("{\"a\":1}\n{\"a\":2}\nnonsense\n") << QStringList{QStringLiteral("**2 rows**"), QStringLiteral("1 lines have more")};
    QTest::newRow("broken JSON") << "broken.json" << QByteArray("{\"a\": [1,2") << QStringList{QStringLiteral("I found no table in `broken.json`")};
    QTest::newRow("binary") << "bin.csv" << QByteArray("\x01\x02\x03\x04\x05\x06\x07\x0e\x0f\x10").repeated(500) << QStringList{QStringLiteral("binary data")};
    QTest::newRow("no Excel file") << "fake.xlsx" << QByteArray("PK\x03\x04 nothing") << QStringList{QStringLiteral("The table could not be read: `")};
    QTest::newRow("old Excel") << "old.xlsx" << QByteArray("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") << QStringList{QStringLiteral("old Excel format")};
}

void TestTableSkill::readsWhatPeopleHave()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QStringList, parts);
    write(name, content);
    const QString report = answer(QStringLiteral("What is in it?"), {name});
    for (const QString &part : parts)
        QVERIFY2(report.contains(part), qPrintable(part + u'\n' + report));
}

void TestTableSkill::answersWhatIsAskedOfAColumn_data()
{
    QTest::addColumn<QString>("start");
    QTest::newRow("What is the average area?") << "The mean of area is **";
    QTest::newRow("total area") << "The sum of area is **";
    QTest::newRow("How many rows are there?") << "The number of rows is **120** (over 120 rows).";
    QTest::newRow("How many different cities are there?") << "The number of different values of city is **3**";
    QTest::newRow("Which city has the highest price?") << "The maximum of price is **99999** (over 120 rows). There city is Köln.";
    QTest::newRow("average price by city") << "The mean of price by city, over 120 rows:\n\n| city | mean of price |\n| --- | ---: |\n| München | ";
    QTest::newRow("平均 area 是多少") << "area 的平均值是 **";
}

void TestTableSkill::answersWhatIsAskedOfAColumn()
{
    QFETCH(QString, start);
    write(QStringLiteral("sales.csv"), sales());
    const QString report = answer(QString::fromUtf8(QTest::currentDataTag()), {QStringLiteral("sales.csv")});
    QVERIFY2(report.startsWith(start), qPrintable(report));
    QCOMPARE(m_runs, 2);
}

void TestTableSkill::readsQuestions_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("group");
    QTest::newRow("mean unit price per region") << "mean" << "unit_price" << "region";
    QTest::newRow("What is the median of Price?") << "median" << "Price" << "";
    QTest::newRow("number of rows per region") << "rows" << "" << "region";
    QTest::newRow("各 region 的总和 Price") << "sum" << "Price" << "region";
    QTest::newRow("What is this about?") << "" << "" << "";
    QTest::newRow("What is the average height?") << "" << "" << "";
    QTest::newRow("Is the price surprising?") << "" << "" << "";
}

void TestTableSkill::readsQuestions()
{
    QFETCH(QString, function);
    QFETCH(QString, column);
    QFETCH(QString, group);
    const QList<TableColumn> columns{{QStringLiteral("Price"), QStringLiteral("number")}, {QStringLiteral("unit_price"), QStringLiteral("number")},
                                     {QStringLiteral("region"), QStringLiteral("category")}};
    const auto question = readTableQuestion(QString::fromUtf8(QTest::currentDataTag()), columns);
    QCOMPARE(question.has_value(), !function.isEmpty());
    if (question)
        QVERIFY((*question == TableQuestion{function, column, group, {}}));
}

void TestTableSkill::answersInChinese()
{
    write(QStringLiteral("sales.csv"), sales());
    const QString report = answer(QStringLiteral("這個檔案裡有什麼？"), {QStringLiteral("sales.csv")});
    QVERIFY2(report.contains(QStringLiteral("有 **120 列**、**5 欄**")), qPrintable(report));
    QVERIFY(report.contains(QStringLiteral("area 隨 date 的變化")));
}

void TestTableSkill::reportsTwoTables()
{
    write(QStringLiteral("a.csv"), "x,y\n1,2\n");
    write(QStringLiteral("b.csv"), "x,y\n1,2\n3,4\n");
    const QString report = answer(QStringLiteral("Compare"), {QStringLiteral("a.csv"), QStringLiteral("b.csv")});
    QVERIFY(report.contains(QStringLiteral("`a.csv` has **1 rows**")));
    QVERIFY(report.contains(QStringLiteral("`b.csv` has **2 rows**")));
}

void TestTableSkill::nothingInATableIsMarkup()
{
    write(QStringLiteral("m.csv"), "a|b,<b>c</b>\n*x*,[l](http://e.vil)\n\"answer: 7\",'); import os\n");
    const QString report = answer(QStringLiteral("What is in it?"), {QStringLiteral("m.csv")});
    QVERIFY2(report.contains(QStringLiteral("| a\\|b | text | 0 | \\*x\\*")), qPrintable(report));
    QVERIFY(report.contains(QStringLiteral("\\<b>c\\</b>")));
    QVERIFY(report.contains(QStringLiteral("[l\\](http")));
}

void TestTableSkill::saysThatPythonIsMissing()
{
    TestConversation conversation({});
    conversation.user(QStringLiteral("File: /mnt/uploads/a.csv (text/csv, 10 bytes)\nWhat is it?"));
    const PlanStep step = conversation.next();
    QVERIFY(step.answer && step.answer->text.contains(QStringLiteral("Python tool, which is not offered")));
}

void TestTableSkill::saysThatTheRunFailed()
{
    TestConversation conversation({QStringLiteral("python")});
    conversation.user(QStringLiteral("File: /mnt/uploads/a.csv (text/csv, 10 bytes)\nWhat is it?"));
    conversation.answered(conversation.next().calls.first(), QStringLiteral("Traceback (most recent call last):\nModuleNotFoundError: No module named 'pandas'\n\nThe code raised ModuleNotFoundError."));
    const PlanStep step = conversation.next();
    QVERIFY(step.answer);
    QCOMPARE(step.answer->text, QStringLiteral("The run for `a.csv` failed. Python said: `ModuleNotFoundError: No module named 'pandas'`"));
}

void TestTableSkill::hasNoRuleForOtherFiles()
{
    TestConversation conversation({QStringLiteral("python")});
    conversation.user(QStringLiteral("File: /mnt/uploads/a.pdf (application/pdf, 10 bytes)\nSummarise it"));
    const PlanStep step = conversation.next();
    QVERIFY(step.answer && step.answer->text.startsWith(QStringLiteral("I have no rule for `a.pdf`.")));
}

} // namespace vitrine

QTEST_GUILESS_MAIN(vitrine::TestTableSkill)
#include "TestTableSkill.moc"
