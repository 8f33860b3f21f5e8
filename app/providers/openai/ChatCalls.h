#pragma once

#include "model/Item.h"
#include "providers/ModelEvent.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>

#include <functional>
#include <vector>

namespace vitrine {

// Sees where a JSON object ends, however it is cut, without reading it again from its beginning.
class JsonObjectEnd
{
public:
    void feed(const QString &text);
    bool reached() const { return m_reached; } // the object that began first is closed

private:
    qint64 m_depth = 0;
    bool m_inString = false;
    bool m_escaped = false;
    bool m_reached = false;
};

// Puts the calls of one answer together from their pieces. Servers disagree on how pieces are told apart: by index, by id, by neither, or
// by an index that is always 0.
class ChatCalls
{
public:
    // The next free slot of the answer.
    using OpenSlot = std::function<int()>;

    // The tool_calls of a chunk, or of a whole message.
    void take(const QJsonArray &pieces, const OpenSlot &openSlot, QList<ModelEvent> &out);
    bool isEmpty() const { return m_calls.empty(); }
    // The calls, each with an id of its own. `cut`: the answer was ended early, so that a call counts only if its arguments are an object.
    QList<ItemDone> finished(bool cut);
    // Ids that the server did not give.
    const QSet<QString> &madeIds() const { return m_madeIds; }

private:
    struct Call {
        int slot = 0;
        QString id;
        QString name;
        QString arguments;
        JsonObjectEnd end;
        QJsonObject others; // extra_content with the signatures of Gemini
        qsizetype chunk = 0; // in which it was seen last
        bool started = false;
    };
    struct Piece;
    void takePiece(const QJsonObject &json, const OpenSlot &openSlot, QList<ModelEvent> &out);
    int callFor(const Piece &piece) const;
    bool isAnother(const Call &call, const Piece &piece) const;
    static bool isRepeated(const Call &call, const Piece &piece);
    CallId uniqueId(const Call &call);

    std::vector<Call> m_calls;
    QHash<qint64, int> m_byIndex;
    QHash<QString, int> m_byId;
    QSet<QString> m_usedIds;
    QSet<QString> m_madeIds;
    qsizetype m_chunk = 0;
};

} // namespace vitrine
