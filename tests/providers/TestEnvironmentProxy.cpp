#include "providers/Credential.h"
#include "providers/EnvironmentProxy.h"

#include <QTest>

using namespace vitrine;

class TestEnvironmentProxy : public QObject
{
    Q_OBJECT

private slots:
    void proxies_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("host"); // empty: none
        QTest::newRow("https") << "https://api.openai.com/v1" << "proxy.example";
        QTest::newRow("http") << "http://example.org" << "all.example";
        QTest::newRow("exempt") << "https://inner.example" << "";
        QTest::newRow("below exempt") << "https://a.inner.example" << "";
        QTest::newRow("similar name") << "https://notinner.example" << "proxy.example";
        QTest::newRow("this machine") << "http://127.0.0.1:11434" << "";
        QTest::newRow("this machine by name") << "https://localhost" << "";
        QTest::newRow("this machine v6") << "http://[::1]:80" << "";
    }
    void proxies()
    {
        QFETCH(QString, url);
        QFETCH(QString, host);
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("HTTPS_PROXY"), QStringLiteral("http://me:p%40ss@proxy.example:8080"));
        environment.insert(QStringLiteral("all_proxy"), QStringLiteral("socks5://all.example"));
        environment.insert(QStringLiteral("no_proxy"), QStringLiteral("other.example, .inner.example"));
        const QNetworkProxy proxy = proxyFor(QUrl(url), environment);
        QCOMPARE(proxy.hostName(), host);
        if (host == QLatin1String("proxy.example")) {
            QCOMPARE(proxy.port(), quint16(8080));
            QCOMPARE(proxy.password(), QStringLiteral("p@ss"));
        }
    }

    void keysStayAtTheirEndpoint()
    {
        const Credential key(QUrl(QStringLiteral("https://api.example/v1")), "s3cret");
        QCOMPARE(key.headerValueFor(QUrl(QStringLiteral("https://api.example:443/v1/responses"))), QByteArray("Bearer s3cret"));
        for (const char *url : {"https://api.example:8443/v1", "http://api.example/v1", "https://api.example.evil/v1", "https://evil/?https://api.example/v1"})
            QVERIFY2(key.headerValueFor(QUrl(QLatin1String(url))).isEmpty(), url);
        const Credential plain(QUrl(QStringLiteral("http://api.example/v1")), "s3cret");
        QVERIFY(plain.isFor(QUrl(QStringLiteral("https://api.example/v1"))));
        QVERIFY(Credential().headerValueFor(QUrl(QStringLiteral("https://api.example"))).isEmpty());
        QCOMPARE(key.hiddenIn("a s3cret b"), QByteArray("a [hidden] b"));
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentProxy)
#include "TestEnvironmentProxy.moc"
