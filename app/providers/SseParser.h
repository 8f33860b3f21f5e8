#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace vitrine {

// One server-sent event with data.
struct SseEvent {
    QByteArray name; // of the `event:` line; empty: none was sent
    QByteArray data; // the data lines, joined by a line feed
    QByteArray id;   // the last one given so far
    bool terminated = true; // false: the stream ended before the empty line that closes an event, so `data` may be cut

    bool operator==(const SseEvent &) const = default;
};

// What the stream looked like, for the trace.
struct SseCounts {
    int events = 0;   // with data
    int comments = 0; // lines that begin with a colon
    int oddLines = 0; // lines that are no field of an event
    int named = 0;    // events that had an `event:` line
    bool crlf = false;
    bool endsWithEmptyLine = false;
    qint64 bytes = 0;

    bool operator==(const SseCounts &) const = default;
};

// Cuts a stream into events as of https://html.spec.whatwg.org/multipage/server-sent-events.html, except that an event which the end of
// the stream closes is kept: servers forget the last empty line. The pieces may be cut anywhere; the result is the same.
// Pure; any thread.
class SseParser
{
public:
    static constexpr qint64 defaultLimit = 64 * 1024 * 1024;

    explicit SseParser(qint64 byteLimit = defaultLimit);

    // Appends the events that `bytes` completes. False when the stream has grown over the limit; nothing is taken from then on.
    bool feed(QByteArrayView bytes, QList<SseEvent> &events);
    // The stream has ended.
    void finish(QList<SseEvent> &events);

    const SseCounts &counts() const { return m_counts; }
    // The last odd line (its first 64 kB): some servers report an error as a bare line `error: {...}`.
    const QByteArray &lastOddLine() const { return m_lastOddLine; }

private:
    void takeLine(QByteArrayView line, QList<SseEvent> &events);
    void takeField(QByteArrayView name, QByteArrayView value, QByteArrayView line);
    void dispatch(QList<SseEvent> &events, bool terminated);

    qint64 m_limit;
    SseCounts m_counts;
    QByteArray m_line; // the part of a line that has arrived
    QByteArray m_data;
    QByteArray m_name;
    QByteArray m_id;
    QByteArray m_lastOddLine;
    bool m_hasData = false;
    bool m_hasName = false;
    bool m_skipLineFeed = false; // the line before ended with CR: an LF now belongs to it
    bool m_firstLine = true;
};

} // namespace vitrine
