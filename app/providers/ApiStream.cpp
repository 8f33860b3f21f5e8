#include "providers/ApiStream.h"

#include "base/Clock.h"
#include "base/Json.h"
#include "base/Logging.h"
#include "providers/ApiProvider.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QPointer>

#include <utility>

namespace vitrine {

namespace {

constexpr qsizetype longestErrorBody = 1024 * 1024;

QByteArrayView withoutLead(QByteArrayView bytes)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    return bytes.trimmed();
}

} // namespace

ApiStream::ApiStream(ApiProvider &provider, const ModelRequest &request) : m_provider(provider), m_request(request)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ApiStream::attempt);
}

ApiStream::~ApiStream()
{
    // We may be deleted by whoever listens to us, while the exchange is emitting.
    if (m_exchange) {
        m_exchange->abort();
        m_exchange.release()->deleteLater();
    }
}

void ApiStream::start()
{
    // Never from inside of send(): the caller has yet to connect.
    QMetaObject::invokeMethod(this, &ApiStream::attempt, Qt::QueuedConnection);
}

void ApiStream::abort()
{
    if (m_ended)
        return;
    if (m_exchange)
        m_exchange->abort();
    m_pause.stop();
    m_fetcher.reset();
    m_ended = true;
    const Error cancelled{ErrorKind::Cancelled, tr("Stopped."), Audience::User, {}, true};
    closeTry(cancelled.message);
    QMetaObject::invokeMethod(this, [this, cancelled] { emit finished(tl::unexpected(cancelled)); }, Qt::QueuedConnection);
}

ApiDialect ApiStream::dialect() const
{
    const ApiSettings &settings = m_provider.settings();
    return {settings.baseUrl.host() == settings.codec->officialHost(), m_provider.droppedParams(m_request.model)};
}

void ApiStream::attempt()
{
    if (m_ended)
        return;
    const ApiSettings &settings = m_provider.settings();
    HttpPost post;
    const ApiCodec &codec = *settings.codec;
    post.url = codec.endpoint(settings.baseUrl, m_request);
    post.body = codec.encode(m_request, dialect());
    post.accept = "text/event-stream, application/json";
    post.headers = codec.headers(m_request) + settings.extraHeaders;
    post.credential = settings.credential;
    post.allowPlainHttp = settings.allowPlainHttp;
    post.mayThink = codec.mayThink(m_request);

    m_try = std::make_unique<Try>(codec.createDecoder(), WireRecorder(settings.recordFolder, settings.recordFolder.isEmpty() ? 0 : m_provider.nextRecording(), settings.credential));
    m_try->recorder.request(post.url, post.body);
    WireRecord &record = m_try->record;
    record.api = codec.api();
    record.model = m_request.model;
    record.method = "POST";
    record.url = post.url;
    record.request = settings.credential.hiddenIn(post.body);
    record.leftOut = dialect().dropParams;
    record.startedAt = SystemClock().now();
    record.requestHeaders = codec.headers(m_request);
    for (const auto &[name, value] : settings.extraHeaders)
        record.requestHeaders.append({name, "[hidden]"});
    // The exchange before may still be on the stack.
    if (m_exchange)
        m_exchange.release()->deleteLater();
    m_exchange = std::make_unique<HttpExchange>(m_provider.network(), settings.limits);
    connect(m_exchange.get(), &HttpExchange::headReceived, this, &ApiStream::takeHead);
    connect(m_exchange.get(), &HttpExchange::bytesReceived, this, &ApiStream::takeBytes);
    connect(m_exchange.get(), &HttpExchange::finished, this, &ApiStream::takeNetworkEnd);
    connect(m_exchange.get(), &HttpExchange::silent, this, [this](std::chrono::milliseconds silence) {
        emit waiting(tr("Nothing has arrived for %1 s; still waiting.").arg(silence.count() / 1000));
    });
    m_exchange->post(post);
}

void ApiStream::takeHead()
{
    m_try->recorder.head(m_exchange->status(), m_exchange->headers());
    m_try->record.status = m_exchange->status();
    m_try->record.responseHeaders = m_exchange->headers();
    const QByteArray encoding = headerValue(m_exchange->headers(), "content-encoding").trimmed().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        failed({ErrorKind::Protocol, tr("The server packs its answer although it was asked not to; nothing was unpacked."), Audience::User, QString::fromLatin1(encoding), false});
}

void ApiStream::takeBytes(const QByteArray &bytes)
{
    if (m_ended || !m_try)
        return;
    m_try->recorder.bytes(bytes);
    m_try->record.responseBytes += bytes.size();
    m_try->record.response += bytes.left(WireRecord::mostKept - m_try->record.response.size());
    if (m_exchange->status() >= 400) {
        m_try->body += bytes.left(longestErrorBody - m_try->body.size());
        return;
    }
    QByteArray news = bytes;
    if (m_try->form == Form::Unknown) {
        m_try->body += bytes;
        const QByteArrayView lead = withoutLead(m_try->body);
        if (lead.isEmpty())
            return;
        m_try->form = lead[0] == '{' || lead[0] == '[' ? Form::Json : lead[0] == '<' ? Form::Page : Form::Events;
        if (m_try->form == Form::Events)
            news = std::exchange(m_try->body, {});
    } else if (m_try->form != Form::Events) {
        m_try->body += bytes;
    }
    if (m_try->form == Form::Page) {
        failed({ErrorKind::Protocol, tr("The address answers with a web page and not with a model's answer; check the base URL of the provider."), Audience::User,
                redacted(QString::fromUtf8(m_try->body.left(200))), false});
        return;
    }
    if (m_try->form != Form::Events)
        return;
    QList<SseEvent> events;
    m_try->parser.feed(news, events); // the exchange has the same limit
    takeEvents(events);
}

void ApiStream::takeEvents(const QList<SseEvent> &events)
{
    QList<ModelEvent> out;
    for (const SseEvent &event : events)
        m_try->decoder->take(event, out);
    if (!out.isEmpty())
        m_exchange->noteProgress();
    pass(out);
}

// False when the try is over, or this object gone.
bool ApiStream::pass(const QList<ModelEvent> &events)
{
    const QPointer<ApiStream> self(this);
    for (const ModelEvent &item : events) {
        const auto *ended = std::get_if<ResponseEnded>(&item);
        if (ended)
            m_try->record.usage = ended->usage;
        // A failure before anything was said may be passing.
        if (ended && ended->error && ended->error->retryable && !m_try->decoder->hasContent() && m_failures + 1 < m_provider.settings().retry.tries) {
            failed(*ended->error);
            return false;
        }
        if (const auto *done = std::get_if<ItemDone>(&item))
            m_named += m_provider.settings().codec->filesNamedIn(done->body);
        if (ended && !ended->error && !m_named.isEmpty()) {
            m_answer = *ended;
            fetchFiles();
            return false;
        }
        if (ended && ended->error) {
            ResponseEnded shown = *ended;
            shown.error = withoutKey(*ended->error);
            emit event(shown);
        } else {
            emit event(item);
        }
        if (!self || m_ended)
            return false;
        if (ended) {
            end({});
            return false;
        }
    }
    return true;
}

void ApiStream::takeNetworkEnd(const Done &result)
{
    if (m_ended || !m_try)
        return;
    if (m_exchange->status() >= 400) {
        judge(judgeHttpError(m_exchange->status(), m_exchange->headers(), m_try->body, SystemClock().now()));
        return;
    }
    // What lies in the parser may be a whole last event.
    QList<ModelEvent> out;
    const Done outcome = finishBody(out);
    if (!pass(out))
        return;
    if (!result)
        failed(result.error());
    else if (!outcome)
        failed(outcome.error());
}

Done ApiStream::finishBody(QList<ModelEvent> &out)
{
    AnswerDecoder &decoder = *m_try->decoder;
    SseParser &parser = m_try->parser;
    if (m_try->form == Form::Json) {
        decoder.takeWhole(m_try->body, out);
    } else {
        QList<SseEvent> last;
        parser.finish(last);
        for (const SseEvent &event : last)
            decoder.take(event, out);
    }
    const Done outcome = decoder.finish(parser.lastOddLine(), out);
    if (!outcome && outcome.error().kind == ErrorKind::Protocol && parser.counts().events == 0 && parser.counts().oddLines > 0)
        return fail(ErrorKind::Protocol, tr("The address answers with something that is no model's answer; check the base URL of the provider."),
                    redacted(QString::fromUtf8(parser.lastOddLine().left(200))));
    return outcome;
}

void ApiStream::judge(const ErrorVerdict &verdict)
{
    if (!verdict.dropParam.isEmpty() && verdict.retryable) {
        dropAndRepeat(verdict);
        return;
    }
    failed(verdict.toError(), verdict.retryAfterMs);
}

void ApiStream::dropAndRepeat(const ErrorVerdict &verdict)
{
    if (!m_provider.settings().codec->canDrop(m_request, dialect(), verdict.dropParam)) {
        Error error = verdict.toError();
        error.retryable = false;
        end(tl::unexpected(error));
        return;
    }
    m_provider.rememberDropped(m_request.model, verdict.dropParam);
    closeTry(verdict.message);
    m_pause.start(0);
    emit waiting(tr("%1 does not take the setting %2 here; trying again without it.").arg(m_request.model, verdict.dropParam));
}

void ApiStream::failed(const Error &error, std::optional<qint64> serverAsks)
{
    const RetryPolicy &policy = m_provider.settings().retry;
    m_exchange->abort();
    if (!error.retryable || m_try->decoder->hasContent() || ++m_failures >= policy.tries) {
        end(tl::unexpected(error));
        return;
    }
    const qint64 wait = policy.waitMs(m_failures, serverAsks);
    closeTry(withoutKey(error).message);
    m_pause.start(static_cast<int>(wait));
    emit waiting(tr("%1 Trying again in %2 s (try %3 of %4).")
                     .arg(withoutKey(error).message, QString::number((wait + 999) / 1000), QString::number(m_failures + 1), QString::number(policy.tries)));
}

// The answer is whole; only the connection for it is over.
void ApiStream::fetchFiles()
{
    m_exchange->abort();
    closeTry({});
    const ApiSettings &settings = m_provider.settings();
    HttpPost like;
    like.headers = settings.extraHeaders;
    like.credential = settings.credential;
    like.allowPlainHttp = settings.allowPlainHttp;
    emit waiting(tr("Fetching %n file(s) that the answer names.", nullptr, int(m_named.size())));
    m_fetcher = std::make_unique<FileFetcher>(m_provider.network(), settings.limits);
    m_fetcher->start(like, settings.baseUrl, m_named, [this](const FileFetcher::Fetched &fetched) { takeFiles(fetched); });
}

void ApiStream::takeFiles(const FileFetcher::Fetched &fetched)
{
    if (m_ended)
        return;
    constexpr int noSlot = -1; // nothing of it has grown before
    QJsonArray names;
    for (const FileToFetch &file : std::as_const(m_named))
        names.append(file.name);
    HostedCall call;
    call.type = QStringLiteral("container_files");
    call.arguments = toJson(QJsonObject{{QStringLiteral("files"), names}});
    call.outcome = fetched.problems.isEmpty() ? QStringLiteral("completed") : QStringLiteral("failed");
    call.output = fetched.problems.join(QLatin1Char('\n'));
    const QPointer<ApiStream> self(this);
    emit event(ItemDone{noSlot, call, fetched.files});
    if (!self || m_ended)
        return;
    emit event(*m_answer);
    if (self)
        end({});
}

void ApiStream::closeTry(const QString &error)
{
    const std::unique_ptr<Try> over = std::move(m_try);
    if (!over)
        return;
    over->recorder.finish();
    WireRecord &record = over->record;
    record.milliseconds = record.startedAt.msecsTo(SystemClock().now());
    record.response = m_provider.settings().credential.hiddenIn(record.response);
    record.error = error;
    emit exchanged(record);
}

void ApiStream::end(const Done &result)
{
    if (std::exchange(m_ended, true))
        return;
    m_exchange->abort();
    const Done told = result ? result : Done(tl::unexpected(withoutKey(result.error())));
    closeTry(told ? QString() : told.error().message);
    emit finished(told);
}

// Servers repeat the key they refuse; it must not reach the screen, the store or a log.
Error ApiStream::withoutKey(Error error) const
{
    const Credential &key = m_provider.settings().credential;
    error.message = QString::fromUtf8(key.hiddenIn(error.message.toUtf8()));
    error.detail = QString::fromUtf8(key.hiddenIn(error.detail.toUtf8()));
    return error;
}

} // namespace vitrine
