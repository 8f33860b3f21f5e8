#include "support/TestPrint.h"

#include <QSet>

using namespace vitrine;

class TestError : public QObject
{
    Q_OBJECT

private slots:
    void namesAreTheContracts();
    void saysWhomItIsFor();
};

void TestError::namesAreTheContracts()
{
    const QStringList names = QStringLiteral("cancelled network timeout tls rate_limited quota auth permission invalid_request unsupported_parameter context_length unknown_model server "
                                             "overloaded protocol denied sandbox storage io bug")
                                  .split(u' ');
    QSet<ErrorKind> kinds;
    for (const QString &name : names) {
        const auto kind = errorKindFromString(name);
        QVERIFY2(kind.has_value(), qPrintable(name));
        QCOMPARE(toString(*kind), name);
        kinds.insert(*kind);
    }
    QCOMPARE(kinds.size(), names.size());
    QCOMPARE(int(ErrorKind::Bug), names.size() - 1); // none was added without a name
    QVERIFY(!errorKindFromString(u"Network"));
    QVERIFY(!errorKindFromString(u""));
}

void TestError::saysWhomItIsFor()
{
    const Done forUser = fail(ErrorKind::Io, QStringLiteral("a"), QStringLiteral("b"));
    QVERIFY(forUser.error() == (Error{ErrorKind::Io, QStringLiteral("a"), Audience::User, QStringLiteral("b"), false}));
    const Done forModel = failForModel(ErrorKind::Io, QStringLiteral("a"));
    QVERIFY(forModel.error().audience == Audience::Model);
}

QTEST_GUILESS_MAIN(TestError)
#include "TestError.moc"
