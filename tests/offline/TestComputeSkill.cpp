#include "Conversation.h"

#include <QProcess>
#include <QTest>

namespace vitrine {

// The programs are really run, so that a wrong program cannot pass by a right pattern.
class TestComputeSkill final : public QObject
{
    Q_OBJECT

private slots:
    void answers_data();
    void answers();
    void isNoComputation_data();
    void isNoComputation();
    void hostileTextStaysText();
    void saysThatPythonIsMissing();
    void tellsWhatPythonSaid();
    void hashesEachFile();
    void todayComesFromTheClock();
};

namespace {

QString run(const QString &code)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"), {QStringLiteral("-c"), code});
    python.waitForFinished(60000);
    return QString::fromUtf8(python.readAllStandardOutput() + python.readAllStandardError());
}

QString answerTo(const QString &question)
{
    TestConversation conversation({QStringLiteral("python")});
    conversation.user(question);
    const PlanStep asked = conversation.next();
    if (asked.calls.size() != 1 || asked.reasoning.isEmpty())
        return QStringLiteral("(no run was asked for)");
    conversation.answered(asked.calls.first(), run(asked.calls.first().arguments.value(u"code").toString()));
    const PlanStep done = conversation.next();
    return done.answer && done.calls.isEmpty() ? done.answer->text : QStringLiteral("(no answer)");
}

} // namespace

void TestComputeSkill::answers_data()
{
    QTest::addColumn<QString>("expected"); // a part of the answer
    const auto row = [](const char *question, const char *expected) { QTest::newRow(question) << QString::fromUtf8(expected); };
    // arithmetic
    row("2+2", "**4**");
    row("What is 12% of 80?", "**9.6**");
    row("what's 17 * 23?", "**391**");
    row("0.1 + 0.2", "**0.3**");
    row("1/3", "exactly 1/3");
    row("10/4", "**2.5**");
    row("(3+4)*(2-5)^3", "**-189**");
    row("-2^2", "**-4**");
    row("2^3^2", "**512**");
    row("2**100", "**1267650600228229401496703205376**");
    row("20!", "**2432902008176640000**");
    row("What is 5!?", "**120**");
    row("Calculate sqrt(144) + 1", "**13**");
    row("square root of 2", "**1.4142135623731**");
    row("17 mod 5", "**2**");
    row("17 % 5", "**2**");
    row("1,234.5 + 1", "**1235.5**");
    row("gcd(12,180)", "**12**");
    row("gcd(12, 18)", "**6**");
    row("3 × 4 ÷ 6", "**2**");
    row("7 squared minus 1", "**48**");
    row("2 to the power of 10", "**1024**");
    row("log10(1000)", "**3**");
    row("10000!", "35660 digits");
    row("9^9^9", "Python could not work this out");
    row("1/0", "Python could not work this out");
    row("计算 3*(4+5)", "**27**");
    row("12 乘以 3 等于多少？", "**36**");
    row("請問 7 加 8 等於多少？", "**15**");
    row("9 的平方根是多少", "**3**");
    // hashes
    row("sha1 of hello", "`aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d`");
    row("What is the MD5 of \"hello world\"?", "`5eb63bbbe01eeed093cb22bb8f5acdc3`");
    row("sha-256 hash of the string 'abc'", "`ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad`");
    row("crc32 of 123456789", "`cbf43926`");
    row("md5 of \"\"", "`d41d8cd98f00b204e9800998ecf8427e`");
    row("sha1 of 你好", "`440ee0853ad1e99f962b63e459ef992d7c211722`");
    row("hello 的 sha1 是多少？", "`aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d`");
    row("计算字符串“abc”的 MD5", "`900150983cd24fb0d6963f7d28e17f72`");
    // primes
    row("is 97 prime?", "**Yes**, 97 is a prime");
    row("Is 91 a prime number", "91 = **7 × 13**");
    row("is 1 prime?", "**No**");
    row("prime factors of 360", "360 = **2^3 × 3^2 × 5**");
    row("factorize 600851475143", "**71 × 839 × 1471 × 6857**");
    row("factor 1000000007000000049000000063", "**"); // whatever it is, it ends in time
    row("next prime after 100", "**101**");
    row("the 1000th prime", "**7919**");
    row("97 是质数吗？", "**是**，97 是质数");
    row("第 6 個質數是多少？", "**13**");
    row("分解质因数 84", "84 = **2^2 × 3 × 7**");
    // dates
    row("days between 2024-02-28 and 2026-01-01", "**673 days**");
    row("How many days from 1 January 2024 to March 1, 2024?", "**60 days**");
    row("What day of the week was 2024-02-29?", "**Thursday**");
    row("what date is 100 days after 2024-01-01", "**2024-04-10**");
    row("3 months before 2024-05-31", "**2024-02-29**");
    row("was 1900 a leap year?", "**No**");
    row("2024年2月28日到2026年1月1日有多少天？", "**673 天**");
    row("2024-02-29 是星期几", "**星期四**");
    row("2024年1月1日之后100天是哪天？", "**2024-04-10**");
    // times
    row("What time is 15:00 Berlin in Tokyo on 2026-01-15?", "**23:00 in Tokyo**");
    row("What time is it in Tokyo when it is 3pm in Berlin on 2026-07-15?", "**22:00 in Tokyo**");
    row("Berlin 15:00 in Tokyo, 2026-01-15", "**23:00 in Tokyo**");
    row("convert 11pm New York time to London on 2026-07-01", "**04:00 in London** of the next day");
    row("2026-01-15 柏林下午3点是东京几点？", "东京的 **23:00**");
    // units
    row("5 miles in km", "= **8.04672 km**");
    row("convert 100 °F to °C", "≈ **37.77777778 °C**");
    row("How many feet are in 2 m?", "≈ **6.56167979 ft**");
    row("how many inches in a foot", "= **12 in**");
    row("1 GiB in MB", "= **1073.741824 MB**");
    row("0 K in °C", "= **-273.15 °C**");
    row("5 公里等于多少英里", "mi**");
    row("100 公斤是多少磅？", "≈ **220.4622622 lb**");
}

void TestComputeSkill::answers()
{
    QFETCH(QString, expected);
    const QString answer = answerTo(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(answer.contains(expected), qPrintable(answer));
}

void TestComputeSkill::isNoComputation_data()
{
    QTest::addColumn<int>("unused");
    for (const char *question : {"Hello", "Tell me about 2024-02-28", "What is the meaning of life?", "42", "2024-02-28", "1; import os", "__import__('os')",
                                 "Write a poem with 3 verses", "sha1", "md5 of the file", "What is the capital of France?", "5 apples in a box", "(((((1", "2 + x",
                                 "讲个笑话", "今天天气怎么样", "call me at 555-1234 please"})
        QTest::newRow(question) << 0;
}

void TestComputeSkill::isNoComputation()
{
    TestConversation conversation({QStringLiteral("python")});
    conversation.user(QString::fromUtf8(QTest::currentDataTag()));
    const PlanStep step = conversation.next();
    QVERIFY(step.calls.isEmpty());
    QVERIFY(step.answer);
    QVERIFY2(step.answer->text.contains(QStringLiteral("**not a language model**")) || step.answer->text.contains(QStringLiteral("**不是语言模型**")),
             qPrintable(step.answer->text));
}

void TestComputeSkill::hostileTextStaysText()
{
    const QString evil = QStringLiteral("'\"\\\n\u202e\t`'); import os #");
    TestConversation conversation({QStringLiteral("python")});
    conversation.user(QStringLiteral("sha1 of “") + evil + u'”');
    const PlanStep step = conversation.next();
    QCOMPARE(step.calls.size(), 1);
    const QString expected = QString::fromLatin1(QCryptographicHash::hash(evil.toUtf8(), QCryptographicHash::Sha1).toHex());
    QVERIFY(run(step.calls.first().arguments.value(u"code").toString()).contains(QStringLiteral("answer: ") + expected));
}

void TestComputeSkill::saysThatPythonIsMissing()
{
    TestConversation conversation({QStringLiteral("image_info")});
    conversation.user(QStringLiteral("sha1 of hello"));
    const PlanStep step = conversation.next();
    QVERIFY(step.calls.isEmpty());
    QVERIFY(step.answer && step.answer->text.contains(QStringLiteral("Python tool is not offered")));
}

void TestComputeSkill::tellsWhatPythonSaid()
{
    TestConversation conversation({QStringLiteral("python")});
    conversation.user(QStringLiteral("2+2"));
    conversation.answered(conversation.next().calls.first(), QStringLiteral("No sandbox can be built here; install bubblewrap."));
    const PlanStep step = conversation.next();
    QVERIFY(step.answer && step.answer->text.contains(QStringLiteral("install bubblewrap")));
    QVERIFY(!step.answer->text.contains(QStringLiteral("**4**")));
}

void TestComputeSkill::hashesEachFile()
{
    TestConversation conversation({QStringLiteral("python")});
    conversation.user(QStringLiteral("md5 of the files\nFile: /mnt/uploads/a b.csv (text/csv, 12 bytes)\nFile: /mnt/uploads/it's.bin (application/octet-stream, 3 bytes)"));
    const PlanStep step = conversation.next();
    QCOMPARE(step.calls.size(), 2);
    QVERIFY(step.calls.at(0).arguments.value(u"code").toString().startsWith(QStringLiteral("ALGORITHM = 'md5'\nPATH = '/mnt/uploads/a b.csv'\n")));
    QVERIFY(step.calls.at(1).arguments.value(u"code").toString().contains(QStringLiteral("PATH = '/mnt/uploads/it\\'s.bin'\n")));
}

void TestComputeSkill::todayComesFromTheClock()
{
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString answer = answerTo(QStringLiteral("What is today's date?"));
    // Midnight may pass between the two.
    QVERIFY2(answer.contains(today) || answer.contains(QDate::currentDate().toString(Qt::ISODate)), qPrintable(answer));
    QVERIFY(answerTo(QStringLiteral("What time is it in Tokyo?")).contains(QStringLiteral("In Tokyo it is **")));
}

} // namespace vitrine

QTEST_GUILESS_MAIN(vitrine::TestComputeSkill)
#include "TestComputeSkill.moc"
