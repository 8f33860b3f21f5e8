#include "providers/HttpErrors.h"

#include "support/Quoted.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace vitrine;

namespace {

const QDateTime now(QDate(2026, 4, 16), QTime(9, 30), Qt::UTC);

ErrorVerdict judge(int status, const QByteArray &body, const HttpHeaders &headers = {})
{
    return judgeHttpError(status, headers, body, now);
}

} // namespace

class TestHttpErrors : public QObject
{
    Q_OBJECT

private slots:
    void recordedAnswers_data()
    {
        QTest::addColumn<QJsonObject>("answer");
        QFile file(QStringLiteral(VITRINE_FIXTURES "/streams/index.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray answers = QJsonDocument::fromJson(file.readAll()).object().value(QLatin1String("http_errors")).toArray();
        QCOMPARE(answers.size(), 17);
        for (const QJsonValue &answer : answers)
            QTest::newRow(qPrintable(answer[QLatin1String("name")].toString())) << answer.toObject();
    }
    void recordedAnswers()
    {
        QFETCH(QJsonObject, answer);
        HttpHeaders headers;
        const QJsonObject named = answer[QLatin1String("headers")].toObject();
        for (auto it = named.begin(); it != named.end(); ++it)
            headers.append({it.key().toLatin1(), it.value().toString().toLatin1()});
        const ErrorVerdict verdict = judge(answer[QLatin1String("status")].toInt(), answer[QLatin1String("body")].toString().toUtf8(), headers);
        const QJsonObject found{{QStringLiteral("kind"), toString(verdict.kind)},
                                {QStringLiteral("retryable"), verdict.retryable},
                                {QStringLiteral("drop_param"), verdict.dropParam.isEmpty() ? QJsonValue() : QJsonValue(verdict.dropParam)},
                                {QStringLiteral("retry_after_ms"), verdict.retryAfterMs ? QJsonValue(*verdict.retryAfterMs) : QJsonValue()}};
        QCOMPARE(found, answer[QLatin1String("expected")].toObject());
        QVERIFY(verdict.message.endsWith(QLatin1Char('.')));
    }

    void statuses_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("retryable");
        QTest::newRow("500") << 500 << QByteArray() << "server" << true;
        QTest::newRow("500 mentions a key") << 500 << quoted("{'error':{'message':'invalid api key cache'}}") << "server" << true;
        QTest::newRow("502 html") << 502 << QByteArray("<html>Bad gateway</html>") << "server" << true;
        QTest::newRow("503") << 503 << QByteArray() << "overloaded" << true;
        QTest::newRow("529") << 529 << quoted("{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}}") << "overloaded" << true;
        QTest::newRow("408") << 408 << QByteArray() << "timeout" << true;
        QTest::newRow("409") << 409 << QByteArray() << "invalid_request" << true;
        QTest::newRow("402") << 402 << QByteArray() << "quota" << false;
        QTest::newRow("403") << 403 << quoted("{'error':'no'}") << "permission" << false;
        QTest::newRow("404 html") << 404 << QByteArray("<html>") << "invalid_request" << false;
        QTest::newRow("404 ollama") << 404 << quoted("{'error':'model `x` not found'}") << "unknown_model" << false;
        QTest::newRow("413") << 413 << QByteArray() << "invalid_request" << false;
        QTest::newRow("quota") << 429 << quoted("{'error':{'code':'insufficient_quota','message':'You exceeded your current quota'}}") << "quota" << false;
        QTest::newRow("needed parameter") << 400 << quoted("{'error':{'code':'unsupported_value','param':'model','message':'x'}}") << "unsupported_parameter" << false;
        QTest::newRow("parameter without a code")
            << 400 << quoted("{'error':{'code':null,'param':'include','message':'Encrypted content is not supported with this model.'}}")
            << "unsupported_parameter" << true;
        QTest::newRow("detail list") << 422 << quoted("{'detail':[{'loc':['body'],'msg':'field required'}]}") << "invalid_request" << false;
        QTest::newRow("forbidden") << 422
                                   << quoted("{'object':'error','message':{'detail':[{'type':'extra_forbidden','loc':['body','stream_options','include_usage'],"
                                             "'msg':'Extra inputs are not permitted'}]},'param':null,'code':null}")
                                   << "unsupported_parameter" << true;
        QTest::newRow("forbidden in a message")
            << 422 << quoted("{'detail':[{'type':'extra_forbidden','loc':['body','messages',3,'assistant','reasoning'],'msg':'Extra inputs are not permitted'}]}")
            << "unsupported_parameter" << false;
        QTest::newRow("deep") << 400 << QByteArray(100000, '[') << "invalid_request" << false;
    }
    void statuses()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, kind);
        QFETCH(bool, retryable);
        const ErrorVerdict verdict = judge(status, body);
        QCOMPARE(toString(verdict.kind), kind);
        QCOMPARE(verdict.retryable, retryable);
        QVERIFY(!verdict.message.isEmpty());
    }

    void theForbiddenParameterIsNamed()
    {
        const ErrorVerdict verdict = judge(422, quoted("{'message':[{'type':'extra_forbidden','loc':['body','stream_options','include_usage'],'msg':'Extra inputs are not permitted'}]}"));
        QCOMPARE(verdict.dropParam, QStringLiteral("stream_options.include_usage"));
    }

    void theServerDecidesAboutRetries()
    {
        QVERIFY(!judge(500, {}, {{"X-Should-Retry", "false"}}).retryable);
        QVERIFY(judge(400, {}, {{"x-should-retry", "true"}}).retryable);
        QVERIFY(!judge(429, quoted("{'error':{'type':'insufficient_quota'}}"), {{"x-should-retry", "true"}}).retryable);
    }

    void waits_data()
    {
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        QTest::newRow("seconds") << QByteArray("2") << 2000LL;
        QTest::newRow("fraction") << QByteArray("0.5") << 500LL;
        QTest::newRow("zero") << QByteArray("0") << 0LL;
        QTest::newRow("negative") << QByteArray("-5") << -1LL;
        QTest::newRow("garbage") << QByteArray("soon") << -1LL;
        QTest::newRow("nan") << QByteArray("nan") << -1LL;
        QTest::newRow("infinite") << QByteArray("inf") << -1LL;
        QTest::newRow("empty") << QByteArray("") << -1LL;
        QTest::newRow("billion") << QByteArray("1000000000") << 366LL * 24 * 3600 * 1000;
        QTest::newRow("date") << QByteArray("Thu, 16 Apr 2026 09:30:07 GMT") << 7000LL;
        QTest::newRow("past date") << QByteArray("Thu, 16 Apr 2026 09:29:00 GMT") << 0LL;
    }
    void waits()
    {
        QFETCH(QByteArray, after);
        QFETCH(qint64, milliseconds);
        QCOMPARE(retryAfterMs({{"Retry-After", after}}, now).value_or(-1), milliseconds);
    }

    void geminiSaysInItsBodyWhenToTryAgain()
    {
        const QByteArray body = quoted("{'error':{'code':429,'message':'You exceeded your current quota.','status':'RESOURCE_EXHAUSTED',"
                                       "'details':[{'@type':'type.googleapis.com/google.rpc.Help'},{'@type':'type.googleapis.com/google.rpc.RetryInfo','retryDelay':'34.07s'}]}}");
        QCOMPARE(judge(429, body).retryAfterMs.value_or(-1), 34070);
        QCOMPARE(judge(429, body, {{"Retry-After", "2"}}).retryAfterMs.value_or(-1), 2000);
        for (const char *delay : {"'soon'", "'-1s'", "''", "7", "'nans'"})
            QVERIFY(!judge(429, quoted("{'error':{'details':[{'retryDelay':") + quoted(delay) + "}]}}").retryAfterMs);
    }

    void geminiNamesNoParameter_data()
    {
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("param");
        const QString thinking = QStringLiteral("generationConfig.thinkingConfig");
        QTest::newRow("level") << QStringLiteral("Thinking level MEDIUM is not supported for this model.") << thinking + QStringLiteral(".thinkingLevel");
        QTest::newRow("budget") << QStringLiteral("Budget 0 is invalid. This model only works in thinking mode.") << thinking + QStringLiteral(".thinkingBudget");
        QTest::newRow("thinking") << QStringLiteral("Thinking is not enabled for models/x") << thinking;
        QTest::newRow("modalities") << QStringLiteral("Model does not support the requested response modalities: image,text") << QStringLiteral("generationConfig.responseModalities");
        QTest::newRow("something else") << QStringLiteral("Function calling is not enabled for models/x") << QString();
        QTest::newRow("signature") << QStringLiteral("Function call is missing a thought_signature in functionCall parts.") << QString();
    }
    void geminiNamesNoParameter()
    {
        QFETCH(QString, message);
        QFETCH(QString, param);
        const ErrorVerdict verdict = judge(400, quoted("{'error':{'code':400,'message':'") + message.toUtf8() + quoted("','status':'INVALID_ARGUMENT'}}"));
        QCOMPARE(verdict.dropParam, param);
        QCOMPARE(verdict.retryable, !param.isEmpty());
    }

    void theLargerWaitCounts()
    {
        QCOMPARE(retryAfterMs({{"retry-after-ms", "0"}, {"retry-after", "1"}}, now).value_or(-1), 1000);
        QCOMPARE(retryAfterMs({{"retry-after-ms", "1500"}, {"retry-after", "1"}}, now).value_or(-1), 1500);
    }

    void oneSentenceWithoutSecrets()
    {
        const ErrorVerdict verdict = judge(401, quoted("{'error':{'message':'Bad key sk-abcdefghijklmnopqrstuvwxyz. Go to\\nhttps://x.example/?key=verysecret. Now.'}}"));
        QVERIFY(!verdict.message.contains(QLatin1String("abcdefghijkl")));
        QVERIFY(!verdict.detail.contains(QLatin1String("verysecret")));
        QVERIFY(!verdict.message.contains(QLatin1Char('\n')));
        QVERIFY(judge(400, quoted("{'error':'") + QByteArray(100000, 'x') + "\"}").message.size() < 400);
    }

    void streamErrors()
    {
        const auto kindOf = [](const char *code) { return judgeStreamError(ApiError{QStringLiteral("m"), {}, QLatin1String(code), {}, {}}); };
        QVERIFY(kindOf("insufficient_quota").kind == ErrorKind::Quota);
        QVERIFY(!kindOf("insufficient_quota").retryable);
        QVERIFY(kindOf("server_error").kind == ErrorKind::Server);
        QVERIFY(kindOf("server_error").retryable);
        QVERIFY(kindOf("rate_limit_exceeded").retryable);
        QVERIFY(kindOf("overloaded_error").kind == ErrorKind::Overloaded);
        QVERIFY(!kindOf("invalid_prompt").retryable);
    }
};

QTEST_GUILESS_MAIN(TestHttpErrors)
#include "TestHttpErrors.moc"
