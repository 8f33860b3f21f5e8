#include "connections/ConnectionFile.h"
#include "connections/ConnectionPresets.h"
#include "connections/KeyText.h"

#include "support/Quoted.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

class TestConnectionFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString path() const { return m_folder->filePath(QStringLiteral("connections.json")); }
    ConnectionFile file() const { return ConnectionFile(path()); }
    void write(const QByteArray &text) const
    {
        QFile out(path());
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(text) == text.size());
    }
    QByteArray content() const
    {
        QFile in(path());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static Connection full()
    {
        Connection connection;
        connection.name = QStringLiteral("work account_2");
        connection.api = Api::Messages;
        connection.baseUrl = QUrl(QStringLiteral("http://10.1.2.3:8443/a%20b"));
        connection.defaultModel = QStringLiteral("claude");
        connection.keyHeader = QStringLiteral("api-key");
        connection.headers = {{"X-Title", "Vitrine"}, {"X-Title", "twice"}};
        connection.organization = QStringLiteral("org-1");
        connection.project = QStringLiteral("proj-1");
        connection.allowPlainHttp = true;
        connection.proxy = QUrl(QStringLiteral("socks5://proxy.example:1080"));
        connection.preset = QStringLiteral("anthropic");
        connection.favourites = {QStringLiteral("b"), QStringLiteral("a")};
        connection.key = {KeySource::Keyring, {}, QStringLiteral("work 01"), QStringLiteral("kwalletd6"), QStringLiteral("http://10.1.2.3:8443")};
        return connection;
    }

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void everythingComesBack()
    {
        QVERIFY(file().put(full()));
        const Result<ConnectionList> list = file().load();
        QVERIFY(list);
        QVERIFY(list->problem.isEmpty());
        QCOMPARE(list->connections.size(), 1);
        QVERIFY(list->connections.first() == full());
        QVERIFY(list->find(QStringLiteral("work account_2")));
        QVERIFY(QFileInfo(path()).permissions() == (QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser));
    }

    void putReplacesAndAddDoesNot()
    {
        QVERIFY(file().add(full()));
        QVERIFY(!file().add(full()));
        Connection changed = full();
        changed.defaultModel = QStringLiteral("other");
        QVERIFY(file().put(changed));
        QCOMPARE(file().load()->connections.size(), 1);
        QCOMPARE(file().load()->connections.first().defaultModel, QStringLiteral("other"));
        QVERIFY(file().remove(changed.name));
        QVERIFY(file().load()->connections.isEmpty());
        QVERIFY(!file().remove(changed.name));
    }

    void aDamagedFileIsSetAside()
    {
        write("{\"connections\": [");
        const Result<ConnectionList> list = file().load();
        QVERIFY(list);
        QVERIFY(list->connections.isEmpty());
        QVERIFY(list->problem.contains(QStringLiteral("set aside")));
        QVERIFY(QFileInfo::exists(path() + QStringLiteral(".broken")));
        QVERIFY(file().put(full()));
    }

    void aNewerFileIsReadAndNeverWritten()
    {
        QVERIFY(file().put(full()));
        const QByteArray newer = content().replace("\"version\": 1", "\"version\": 2");
        write(newer);
        const Result<ConnectionList> list = file().load();
        QCOMPARE(list->connections.size(), 1);
        QVERIFY(list->readOnly);
        QVERIFY(!file().remove(full().name));
        QCOMPARE(content(), newer);
    }

    void whatIsNotUnderstoodIsKept()
    {
        write(quoted("{'version':1,'connections':[{'name':'future','api':'telepathy'},7,{'name':'ok','api':'chat','base_url':'https://a.example/v1','headers':'x','key':[],'favourites':{}}]}"));
        const Result<ConnectionList> list = file().load();
        QCOMPARE(list->connections.size(), 1);
        QVERIFY(!list->problem.isEmpty());
        QVERIFY(file().put(full()));
        QVERIFY(content().contains("telepathy"));
        QCOMPARE(file().load()->connections.size(), 2);
    }

    void whatMayNotBeSaved_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        for (const char *name : {"", "offline", "Upper", " a", "a ", "a/b", "-a", "a\nb", "12345678901234567890123456789012345678901"})
            QTest::addRow("name %s", name) << "name" << name;
        for (const char *url : {"", "api.openai.com", "ftp://a.example/v1", "https://", "https://me:pw@a.example/v1", "https://me@a.example/v1", "https://a.example/v1?key=x", "https://a.example/#x", "http://a.example/v1"})
            QTest::addRow("url %s", url) << "url" << url;
        for (const char *proxy : {"http://me:pw@proxy:1", "ftp://proxy", "nonsense"})
            QTest::addRow("proxy %s", proxy) << "proxy" << proxy;
        for (const char *header : {"Authorization", "x-API-key", "api-key", "Cookie", "", "a b"})
            QTest::addRow("header %s", header) << "header" << header;
    }

    void whatMayNotBeSaved()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        Connection connection = full();
        connection.allowPlainHttp = false;
        connection.baseUrl = QUrl(QStringLiteral("https://a.example/v1"));
        QVERIFY(check(connection));
        if (field == QLatin1String("name"))
            connection.name = value;
        else if (field == QLatin1String("url"))
            connection.baseUrl = QUrl(value);
        else if (field == QLatin1String("proxy"))
            connection.proxy = QUrl(value);
        else
            connection.headers = {{value.toUtf8(), "v"}};
        QVERIFY(!file().put(connection));
        QVERIFY(!QFileInfo::exists(path()));
    }

    void plainHttpIsForThisMachineOrOnDemand()
    {
        QVERIFY(checkBaseUrl(QUrl(QStringLiteral("http://127.0.0.1:11434/v1")), false));
        QVERIFY(checkBaseUrl(QUrl(QStringLiteral("http://[::1]:8080/v1")), false));
        QVERIFY(!checkBaseUrl(QUrl(QStringLiteral("http://127.0.0.1.example/v1")), false));
        QVERIFY(checkBaseUrl(QUrl(QStringLiteral("http://10.0.0.1/v1")), true));
    }

    void endpointsAreSchemeHostAndPort()
    {
        QCOMPARE(endpointOf(QUrl(QStringLiteral("https://API.OpenAI.com/v1"))), QStringLiteral("https://api.openai.com:443"));
        QCOMPARE(endpointOf(QUrl(QStringLiteral("http://[::1]:8080/v1"))), QStringLiteral("http://[::1]:8080"));
        QCOMPARE(endpointOf(QUrl(QStringLiteral("file:///etc"))), QString());
    }

    void presetsCanBeSaved()
    {
        for (const ConnectionPreset &preset : connectionPresets()) {
            Connection connection = connectionFrom(preset);
            if (needsBaseUrl(preset))
                connection.baseUrl = QUrl(QStringLiteral("https://a.example/v1"));
            QVERIFY2(check(connection), qPrintable(preset.id));
            QVERIFY2(preset.local || preset.id == QLatin1String("other") || !preset.keyPage.isEmpty(), qPrintable(preset.id));
        }
        QCOMPARE(keyHeaderOf(connectionFrom(*presetById(QStringLiteral("azure")))), QByteArray("api-key"));
        QCOMPARE(keyHeaderOf(connectionFrom(*presetById(QStringLiteral("anthropic")))), QByteArray("x-api-key"));
        QCOMPARE(keyHeaderOf(connectionFrom(*presetById(QStringLiteral("gemini")))), QByteArray("x-goog-api-key"));
        QCOMPARE(keyHeaderValue(keyHeaderOf(connectionFrom(*presetById(QStringLiteral("openai")))), "k"), QByteArray("Bearer k"));
    }

    void keysAreCleaned()
    {
        QCOMPARE(*cleanKey("  sk-abc\r\n"), QByteArray("sk-abc"));
        for (const QByteArray &wrong : {QByteArray(), QByteArray(" \n"), QByteArray("a\nb"), QByteArray("a\0b", 3), QByteArray("caf\xc3\xa9"), QByteArray(8 * 1024 + 1, 'x')}) {
            const Result<QByteArray> result = cleanKey(wrong);
            QVERIFY(!result);
            QVERIFY(wrong.trimmed().isEmpty() || !result.error().message.toUtf8().contains(wrong.trimmed()));
        }
        QVERIFY(cleanKey(QByteArray(8 * 1024, 'x')));
    }

    void keysInArgumentsAreNoticed()
    {
        for (const char *key : {"sk-abcdefgh12345", "--key=sk-abcdefgh12345", "AIzaSyA-1234567890", "Authorization: Bearer abcdef", "x-api-key: abcdef", "http://me:secret@proxy:1"})
            QVERIFY2(looksLikeKey(QString::fromLatin1(key)), key);
        for (const char *fine : {"--key-env", "OPENAI_API_KEY", "--key-env=OPENAI_API_KEY", "https://api.openai.com/v1", "task-1234567890abc", "o4-mini", "X-Title: desk-abcdefghijk"})
            QVERIFY2(!looksLikeKey(QString::fromLatin1(fine)), fine);
    }
};

QTEST_GUILESS_MAIN(TestConnectionFile)
#include "TestConnectionFile.moc"
