#include "base/Clock.h"
#include "base/Id.h"

#include <QSet>
#include <QTest>

using namespace vitrine;

class TestId : public QObject
{
    Q_OBJECT

private slots:
    void sortsByAge();
    void isUnique();
    void readsTimes();
};

void TestId::sortsByAge()
{
    const QString old = createUlid(1);
    const QString middle = createUlid(1776331800123);
    const QString newest = createUlid((qint64(1) << 48) - 1);
    QVERIFY(old < middle && middle < newest);
    QVERIFY(old.startsWith(QLatin1String("0000000001")));
    QVERIFY(newest.startsWith(QLatin1String("7ZZZZZZZZZ")));
    QVERIFY(createUlid(-5).startsWith(QLatin1String("0000000000")));
}

void TestId::isUnique()
{
    QSet<QString> ids;
    for (int i = 0; i < 10000; ++i)
        ids.insert(createUlid(7));
    QCOMPARE(ids.size(), 10000);
    for (const QString &id : std::as_const(ids)) {
        QCOMPARE(id.size(), 26);
        for (QChar c : id)
            QVERIFY(QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ").contains(c));
    }
}

void TestId::readsTimes()
{
    const QDateTime time(QDate(2026, 4, 16), QTime(9, 30, 0, 7), Qt::UTC);
    QCOMPARE(toRfc3339(time), QStringLiteral("2026-04-16T09:30:00.007Z"));
    QCOMPARE(toRfc3339(time.toOffsetFromUtc(3600)), QStringLiteral("2026-04-16T09:30:00.007Z"));
    QCOMPARE(fromRfc3339(QStringLiteral("2026-04-16T10:30:00.007+01:00")), time);
    QCOMPARE(toRfc3339({}), QString());
    QVERIFY(!fromRfc3339(QStringLiteral("yesterday")).isValid());
}

QTEST_GUILESS_MAIN(TestId)
#include "TestId.moc"
