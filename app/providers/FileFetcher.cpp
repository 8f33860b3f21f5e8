#include "providers/FileFetcher.h"

#include "providers/ApiPath.h"

namespace vitrine {

FileFetcher::FileFetcher(QNetworkAccessManager &network, const HttpLimits &limits, QObject *parent)
    : QObject(parent), m_network(network), m_limits(limits)
{
}

FileFetcher::~FileFetcher()
{
    // We may be deleted by whoever listens to us, while the exchange is emitting.
    if (m_exchange) {
        m_exchange->abort();
        m_exchange.release()->deleteLater();
    }
}

void FileFetcher::start(const HttpPost &like, const QUrl &base, const QList<FileToFetch> &files, Done done)
{
    m_like = like;
    m_like.method = "GET";
    m_like.body.clear();
    m_like.accept = "*/*";
    m_like.mayThink = false;
    m_base = base;
    m_waiting = files.first(std::min<qsizetype>(files.size(), mostFiles));
    m_done = std::move(done);
    QMetaObject::invokeMethod(this, &FileFetcher::next, Qt::QueuedConnection);
}

void FileFetcher::next()
{
    if (m_exchange)
        m_exchange.release()->deleteLater();
    if (m_waiting.isEmpty()) {
        if (const Done done = std::exchange(m_done, nullptr))
            done(m_fetched);
        return;
    }
    m_current = m_waiting.takeFirst();
    m_bytes.clear();
    m_like.url = withPath(m_base, m_current.path);
    m_exchange = std::make_unique<HttpExchange>(m_network, m_limits);
    connect(m_exchange.get(), &HttpExchange::bytesReceived, this, [this](const QByteArray &bytes) { m_bytes += bytes; });
    connect(m_exchange.get(), &HttpExchange::finished, this, &FileFetcher::take);
    m_exchange->post(m_like);
}

void FileFetcher::take(const vitrine::Done &result)
{
    const int status = m_exchange->status();
    if (result && status == 200)
        m_fetched.files.append({m_current.name, QString::fromLatin1(headerValue(m_exchange->headers(), "content-type")), m_bytes});
    else
        m_fetched.problems.append(result ? tr("%1 could not be fetched: the server answered %2.").arg(m_current.name).arg(status) : tr("%1 could not be fetched: %2").arg(m_current.name, result.error().message));
    QMetaObject::invokeMethod(this, &FileFetcher::next, Qt::QueuedConnection);
}

} // namespace vitrine
