#include "providers/SseParser.h"

#include <algorithm>
#include <utility>

namespace vitrine {

namespace {

constexpr qsizetype oddLineLimit = 64 * 1024;

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

} // namespace

SseParser::SseParser(qint64 byteLimit) : m_limit(byteLimit) {}

bool SseParser::feed(QByteArrayView bytes, QList<SseEvent> &events)
{
    if (m_counts.bytes + bytes.size() > m_limit)
        return false;
    m_counts.bytes += bytes.size();
    const char *at = bytes.data();
    const char *const end = at + bytes.size();
    while (at != end) {
        if (m_skipLineFeed) {
            m_skipLineFeed = false;
            if (*at == '\n') {
                m_counts.crlf = true;
                ++at;
                continue;
            }
        }
        const char *const stop = std::find_if(at, end, isLineEnd);
        if (stop == end) {
            m_line.append(at, end - at);
            break;
        }
        // A CR ends its line at once. Waiting for a possible LF would hold an event back until the next one arrives.
        m_skipLineFeed = *stop == '\r';
        if (m_line.isEmpty()) {
            takeLine(QByteArrayView(at, stop - at), events);
        } else {
            m_line.append(at, stop - at);
            const QByteArray line = std::exchange(m_line, QByteArray());
            takeLine(line, events);
        }
        at = stop + 1;
    }
    return true;
}

void SseParser::finish(QList<SseEvent> &events)
{
    m_skipLineFeed = false;
    if (!m_line.isEmpty()) {
        const QByteArray line = std::exchange(m_line, QByteArray());
        takeLine(line, events);
        m_counts.endsWithEmptyLine = false;
    }
    dispatch(events, false);
}

void SseParser::takeLine(QByteArrayView line, QList<SseEvent> &events)
{
    if (std::exchange(m_firstLine, false) && line.startsWith("\xEF\xBB\xBF"))
        line = line.sliced(3);
    m_counts.endsWithEmptyLine = line.isEmpty();
    if (line.isEmpty()) {
        dispatch(events, true);
        return;
    }
    const qsizetype colon = line.indexOf(':');
    if (colon == 0) {
        ++m_counts.comments;
        return;
    }
    if (colon < 0) {
        takeField(line, {}, line);
        return;
    }
    QByteArrayView value = line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    takeField(line.first(colon), value, line);
}

void SseParser::takeField(QByteArrayView name, QByteArrayView value, QByteArrayView line)
{
    if (name == "data") {
        if (m_hasData)
            m_data.append('\n');
        m_data.append(value);
        m_hasData = true;
    } else if (name == "event") {
        m_name = value.toByteArray();
        m_hasName = true;
    } else if (name == "id") {
        if (!value.contains('\0'))
            m_id = value.toByteArray();
    } else if (name != "retry") { // the reconnection time: a model's answer is never continued by reconnecting
        ++m_counts.oddLines;
        m_lastOddLine = line.first(std::min(line.size(), oddLineLimit)).toByteArray();
    }
}

void SseParser::dispatch(QList<SseEvent> &events, bool terminated)
{
    if (m_hasData) {
        ++m_counts.events;
        m_counts.named += m_hasName;
        events.append(SseEvent{m_name, m_data, m_id, terminated});
    }
    m_data.clear();
    m_name.clear();
    m_hasData = false;
    m_hasName = false;
}

} // namespace vitrine
