#include "providers/openai/ChatCalls.h"

#include "base/Clock.h"
#include "base/Json.h"
#include "providers/openai/ChatItems.h"

#include <QJsonDocument>

#include <optional>

namespace vitrine {

namespace {

// More than any answer has; bounds the memory that a hostile stream can ask for.
constexpr size_t mostCalls = 2000;

bool isObject(const QString &arguments)
{
    return QJsonDocument::fromJson(arguments.toUtf8()).isObject();
}

QString argumentsIn(const QJsonValue &value)
{
    if (value.isObject())
        return QString::fromUtf8(toJson(value.toObject()));
    return value.toString();
}

// As the model wrote them, except that nothing means no arguments, and that some servers begin with an empty object before the real one.
QString wholeArguments(const QString &arguments)
{
    if (arguments.trimmed().isEmpty())
        return QStringLiteral("{}");
    if (arguments.startsWith(QLatin1String("{}")) && arguments.size() > 2 && isObject(arguments.sliced(2)))
        return arguments.sliced(2);
    return arguments;
}

} // namespace

void JsonObjectEnd::feed(const QString &text)
{
    for (const QChar c : text) {
        if (m_reached)
            return;
        if (m_inString) {
            if (m_escaped)
                m_escaped = false;
            else if (c == QLatin1Char('\\'))
                m_escaped = true;
            else if (c == QLatin1Char('"'))
                m_inString = false;
        } else if (c == QLatin1Char('"')) {
            m_inString = true;
        } else if (c == QLatin1Char('{') || c == QLatin1Char('[')) {
            ++m_depth;
        } else if (c == QLatin1Char('}') || c == QLatin1Char(']')) {
            m_reached = --m_depth <= 0;
        }
    }
}

struct ChatCalls::Piece {
    std::optional<qint64> index;
    QString id;
    QString name;
    QString arguments;
};

void ChatCalls::take(const QJsonArray &pieces, const OpenSlot &openSlot, QList<ModelEvent> &out)
{
    ++m_chunk;
    for (const QJsonValue &piece : pieces) {
        if (piece.isObject())
            takePiece(piece.toObject(), openSlot, out);
    }
}

// The call that a piece belongs to; -1: a new one.
int ChatCalls::callFor(const Piece &piece) const
{
    int found = -1;
    if (piece.index) {
        found = m_byIndex.value(*piece.index, -1);
        if (found < 0 && piece.name.isEmpty() && !piece.id.isEmpty())
            found = m_byId.value(piece.id, -1);
    } else if (!piece.id.isEmpty()) {
        found = m_byId.value(piece.id, -1);
        if (found < 0 && piece.name.isEmpty())
            found = static_cast<int>(m_calls.size()) - 1;
    } else {
        found = static_cast<int>(m_calls.size()) - 1;
    }
    if (found >= 0 && isAnother(m_calls[found], piece))
        return -1;
    return found;
}

// Whether the piece begins a call of its own although it looks like one for `call`.
bool ChatCalls::isAnother(const Call &call, const Piece &piece) const
{
    if (piece.name.isEmpty() || call.name.isEmpty())
        return false;
    if (!piece.id.isEmpty() && !call.id.isEmpty() && piece.id != call.id)
        return true;
    if (isRepeated(call, piece))
        return false;
    if (piece.id.isEmpty() && (piece.name != call.name || call.chunk == m_chunk))
        return true;
    // An empty object may be a placeholder for the real arguments.
    return call.end.reached() && !piece.arguments.trimmed().isEmpty() && call.arguments != QLatin1String("{}");
}

// The same call once more, as some gateways send it at the end. It must not run twice.
bool ChatCalls::isRepeated(const Call &call, const Piece &piece)
{
    return !piece.id.isEmpty() && piece.id == call.id && piece.name == call.name && call.end.reached() && piece.arguments == call.arguments;
}

void ChatCalls::takePiece(const QJsonObject &json, const OpenSlot &openSlot, QList<ModelEvent> &out)
{
    const QJsonObject function = json.value(QLatin1String("function")).toObject();
    const QJsonValue index = json.value(QLatin1String("index"));
    const Piece piece{index.isDouble() ? std::optional(index.toInteger()) : std::nullopt, json.value(QLatin1String("id")).toString(),
                      function.value(QLatin1String("name")).toString(), argumentsIn(function.value(QLatin1String("arguments")))};
    int number = callFor(piece);
    if (number < 0) {
        if (m_calls.size() >= mostCalls)
            return;
        number = static_cast<int>(m_calls.size());
        m_calls.emplace_back().slot = openSlot();
    }
    Call &call = m_calls[number];
    if (isRepeated(call, piece))
        return;
    call.chunk = m_chunk;
    if (piece.index)
        m_byIndex.insert(*piece.index, number);
    if (!piece.id.isEmpty() && call.id.isEmpty()) {
        call.id = piece.id;
        m_byId.insert(piece.id, number);
    }
    if (call.name.isEmpty())
        call.name = piece.name;
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (it.key() != QLatin1String("index") && it.key() != QLatin1String("function") && it.key() != QLatin1String("id") && !it.value().isNull())
            call.others[it.key()] = it.value();
    }
    call.arguments += piece.arguments;
    call.end.feed(piece.arguments);
    if (!call.started && !call.name.isEmpty()) {
        call.started = true;
        out.append(ToolCallStarted{call.slot, CallId{call.id}, call.name});
        if (!call.arguments.isEmpty())
            out.append(ToolCallDelta{call.slot, call.arguments});
    } else if (call.started && !piece.arguments.isEmpty()) {
        out.append(ToolCallDelta{call.slot, piece.arguments});
    }
}

CallId ChatCalls::uniqueId(const Call &call)
{
    CallId id{call.id};
    if (id.isEmpty() || m_usedIds.contains(id.value)) {
        id.value = QStringLiteral("call_") + createUlid(SystemClock().now().toMSecsSinceEpoch());
        m_madeIds.insert(id.value);
    }
    m_usedIds.insert(id.value);
    return id;
}

QList<ItemDone> ChatCalls::finished(bool cut)
{
    QList<ItemDone> done;
    for (const Call &call : m_calls) {
        // Without a name there is nothing to run.
        if (call.name.isEmpty() || (cut && !isObject(call.arguments)))
            continue;
        ToolCall body{uniqueId(call), call.name, wholeArguments(call.arguments), {}};
        QJsonObject fields = call.others;
        fields[QStringLiteral("id")] = body.callId.value;
        fields[QStringLiteral("type")] = QStringLiteral("function");
        // No server takes arguments back that are not JSON, so these go as a string inside of an object.
        const QString arguments = isObject(body.arguments) ? body.arguments : QString::fromUtf8(toJson(QJsonObject{{QStringLiteral("arguments"), body.arguments}}));
        fields[QStringLiteral("function")] = QJsonObject{{QStringLiteral("name"), call.name}, {QStringLiteral("arguments"), arguments}};
        body.providerItem = chat::toProviderItem({chat::Kind::Call, fields});
        done.append(ItemDone{call.slot, body});
    }
    return done;
}

} // namespace vitrine
