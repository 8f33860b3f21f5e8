#include "providers/gemini/GeminiGrounding.h"

#include "base/Json.h"

#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace vitrine::gemini {

namespace {

// More than any answer has: each support may name each chunk.
constexpr qsizetype mostCitations = 10000;
// Words that are looked for because their offsets were wrong; each search reads the whole text.
constexpr int mostSearches = 200;

struct Source {
    QString url;
    QString title;
};

// {"web":{"uri","title"}}, and the same for "retrievedContext", "maps" and "image".
Source sourceOf(const QJsonObject &chunk)
{
    for (const char *kind : {"web", "retrievedContext", "maps", "image"}) {
        const QJsonObject source = chunk.value(QLatin1String(kind)).toObject();
        if (source.isEmpty())
            continue;
        const QString page = source.value(QLatin1String("sourceUri")).toString(); // of an image: the page it is on
        return {page.isEmpty() ? source.value(QLatin1String("uri")).toString() : page, source.value(QLatin1String("title")).toString()};
    }
    return {};
}

QList<Source> sourcesOf(const QJsonObject &metadata)
{
    QList<Source> sources;
    const QJsonArray chunks = metadata.value(QLatin1String("groundingChunks")).toArray();
    for (const QJsonValue &chunk : chunks)
        sources.append(sourceOf(chunk.toObject()));
    return sources;
}

// Turns byte offsets into code points.
class Offsets
{
public:
    explicit Offsets(const QString &text) : m_utf8(text.toUtf8())
    {
        m_before.reserve(m_utf8.size() + 1);
        for (qsizetype seen = 0; const char byte : m_utf8) {
            m_before.append(seen);
            seen += (byte & 0xC0) != 0x80;
        }
        m_before.append(m_before.isEmpty() ? 0 : m_before.last() + ((m_utf8.back() & 0xC0) != 0x80));
    }

    TextSpan span(const QJsonObject &segment)
    {
        // An absent start is zero: proto3 leaves out what has its default.
        const qint64 start = std::clamp<qint64>(segment.value(QLatin1String("startIndex")).toInteger(), 0, m_utf8.size());
        const qint64 end = std::clamp<qint64>(segment.value(QLatin1String("endIndex")).toInteger(), start, m_utf8.size());
        const QByteArray words = segment.value(QLatin1String("text")).toString().toUtf8();
        if (words.isEmpty() || QByteArrayView(m_utf8).sliced(start, end - start) == words || ++m_searches > mostSearches)
            return {m_before[start], m_before[end]};
        const qsizetype found = m_utf8.indexOf(words);
        return found < 0 ? TextSpan{m_before[start], m_before[end]} : TextSpan{m_before[found], m_before[found + words.size()]};
    }

private:
    QByteArray m_utf8;
    QList<qsizetype> m_before; // code points before each byte
    int m_searches = 0;
};

void takeSupport(const QJsonObject &support, const QList<Source> &sources, Offsets &offsets, QList<Citation> &citations)
{
    const TextSpan span = offsets.span(support.value(QLatin1String("segment")).toObject());
    const QJsonArray indices = support.value(QLatin1String("groundingChunkIndices")).toArray();
    for (const QJsonValue &value : indices) {
        const qint64 index = value.toInteger(-1);
        if (index < 0 || index >= sources.size() || citations.size() >= mostCitations)
            continue;
        citations.append({sources[index].url, sources[index].title, span.start, span.end});
    }
}

} // namespace

QList<Citation> citationsIn(const QList<QJsonObject> &metadata, const QString &text)
{
    QList<Citation> citations;
    if (metadata.isEmpty())
        return citations;
    Offsets offsets(text);
    QSet<QByteArray> seen; // the same metadata may come with several chunks
    for (const QJsonObject &one : metadata) {
        const QList<Source> sources = sourcesOf(one);
        const QJsonArray supports = one.value(QLatin1String("groundingSupports")).toArray();
        for (const QJsonValue &support : supports) {
            QList<Citation> more;
            takeSupport(support.toObject(), sources, offsets, more);
            for (const Citation &citation : more) {
                const QByteArray key = QByteArray::number(citation.start) + ' ' + QByteArray::number(citation.end) + ' ' + citation.url.toUtf8();
                if (seen.contains(key) || citations.size() >= mostCitations)
                    continue;
                seen.insert(key);
                citations.append(citation);
            }
        }
    }
    return citations;
}

std::optional<HostedCall> webSearch(const QList<QJsonObject> &metadata)
{
    QJsonArray queries;
    QJsonArray sources;
    QSet<QString> known;
    for (const QJsonObject &one : metadata) {
        const QJsonArray asked = one.value(QLatin1String("webSearchQueries")).toArray();
        for (const QJsonValue &query : asked) {
            if (query.isString() && !known.contains(QLatin1Char('?') + query.toString())) {
                known.insert(QLatin1Char('?') + query.toString());
                queries.append(query);
            }
        }
        const QList<Source> found = sourcesOf(one);
        for (const Source &source : found) {
            if (source.url.isEmpty() || known.contains(source.url))
                continue;
            known.insert(source.url);
            sources.append(QJsonObject{{QStringLiteral("url"), source.url}, {QStringLiteral("title"), source.title}});
        }
    }
    if (queries.isEmpty() && sources.isEmpty())
        return std::nullopt;
    HostedCall call;
    call.type = QStringLiteral("web_search");
    call.arguments = toJson(QJsonObject{{QStringLiteral("queries"), queries}, {QStringLiteral("sources"), sources}});
    call.outcome = QStringLiteral("completed");
    return call;
}

std::optional<HostedCall> urlContext(const QJsonObject &urlContextMetadata)
{
    const QJsonArray pages = urlContextMetadata.value(QLatin1String("urlMetadata")).toArray();
    if (pages.isEmpty())
        return std::nullopt;
    HostedCall call;
    call.type = QStringLiteral("url_context");
    call.outcome = QStringLiteral("completed");
    QJsonArray urls;
    for (const QJsonValue &value : pages) {
        const QJsonObject page = value.toObject();
        const QString url = page.value(QLatin1String("retrievedUrl")).toString();
        urls.append(url);
        call.output += url + QLatin1Char(' ') + page.value(QLatin1String("urlRetrievalStatus")).toString() + QLatin1Char('\n');
    }
    call.arguments = toJson(QJsonObject{{QStringLiteral("urls"), urls}});
    return call;
}

} // namespace vitrine::gemini
