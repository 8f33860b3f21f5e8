#include "providers/anthropic/MessagesPrompt.h"

#include "base/Json.h"
#include "model/Item.h"
#include "providers/anthropic/ClaudeModels.h"
#include "providers/anthropic/MessagesBlocks.h"

#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace vitrine::messages {

namespace {

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

// Ids and names of other APIs may have characters that this one refuses.
QString allowed(QString name)
{
    static const QRegularExpression refused(QStringLiteral("[^a-zA-Z0-9_-]"));
    return name.replace(refused, QStringLiteral("_"));
}

Piece textPiece(const QString &text)
{
    return {PieceKind::Text, toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}}), {}, isBlank(text), false, {}};
}

Piece picturePiece(const PromptPicture &picture)
{
    const QJsonObject source{{QStringLiteral("type"), QStringLiteral("base64")},
                             {QStringLiteral("media_type"), picture.mime},
                             {QStringLiteral("data"), QString::fromLatin1(picture.bytes.toBase64())}};
    return {PieceKind::Picture, toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("image")}, {QStringLiteral("source"), source}}), {}, false, false, {}};
}

QList<Piece> partPieces(const QList<PromptPart> &parts)
{
    QList<Piece> pieces;
    for (const PromptPart &part : parts) {
        const Piece piece = std::visit(Overload{[](const QString &text) { return textPiece(text); },
                                                [](const PromptPicture &picture) { return picturePiece(picture); }},
                                       part);
        if (!piece.blank)
            pieces.append(piece);
    }
    return pieces;
}

Piece resultPiece(const PromptToolOutput &output, const QString &id)
{
    QByteArrayList content;
    const QList<Piece> pieces = partPieces(output.parts);
    for (const Piece &piece : pieces)
        content.append(piece.json);
    QByteArray json = toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("tool_result")}, {QStringLiteral("tool_use_id"), id}});
    json.chop(1);
    if (!content.isEmpty())
        json += ",\"content\":[" + content.join(',') + ']';
    return {PieceKind::Other, json + '}', output.callId.value, false, false, {}};
}

Piece callPiece(const PromptToolCall &call)
{
    const QByteArray arguments = call.arguments.toUtf8();
    QByteArray input = arguments;
    if (isBlank(call.arguments))
        input = "{}";
    else if (!QJsonDocument::fromJson(arguments).isObject())
        input = toJson(QJsonObject{{QStringLiteral("INVALID_JSON"), call.arguments}});
    QByteArray json = toJson(QJsonObject{{QStringLiteral("type"), QStringLiteral("tool_use")},
                                         {QStringLiteral("id"), allowed(call.callId.value)},
                                         {QStringLiteral("name"), allowed(call.name)}});
    json.chop(1);
    return {PieceKind::Call, json + ",\"input\":" + input + '}', call.callId.value, false, false, {}};
}

Piece ownPiece(const QByteArray &raw, const QString &model)
{
    const QJsonObject block = QJsonDocument::fromJson(raw).object();
    const QString type = stringIn(block, "type");
    Piece piece{PieceKind::Other, raw, {}, false, false, model};
    if (type == QLatin1String("text")) {
        piece.kind = PieceKind::Text;
        piece.blank = isBlank(stringIn(block, "text"));
    } else if (isThinking(type)) {
        piece.kind = PieceKind::Thought;
        piece.lacksSignature = type == QLatin1String("thinking") && stringIn(block, "signature").isEmpty();
    } else if (type == QLatin1String("tool_use")) {
        piece.kind = PieceKind::Call;
        piece.id = stringIn(block, "id");
    } else if (isHostedUse(type)) {
        piece.kind = PieceKind::HostedUse;
        piece.id = stringIn(block, "id");
    } else if (isHostedResult(type)) {
        piece.kind = PieceKind::HostedResult;
        piece.id = stringIn(block, "tool_use_id");
    }
    return piece;
}

class Builder
{
public:
    Builder(const QList<PromptItem> &input, const PromptRules &rules) : m_rules(rules), m_asked(claudeModel(rules.model))
    {
        collectIds(input);
        for (const PromptItem &item : input)
            std::visit([this](const auto &body) { add(body); }, item);
    }

    QList<Message> finish()
    {
        dropTornCalls();
        QList<Message> kept;
        for (Message &message : m_messages) {
            if (message.fromModel)
                dropBlankTexts(message);
            if (message.results.isEmpty() && message.pieces.isEmpty())
                continue;
            if (!kept.isEmpty() && kept.last().fromModel == message.fromModel)
                join(kept.last(), message);
            else
                kept.append(message);
        }
        // The user speaks first.
        if (!kept.isEmpty() && kept.first().fromModel)
            kept.prepend({false, {}, {textPiece(QStringLiteral("(The conversation goes on here.)"))}});
        return kept;
    }

private:
    // Which ids stand in blocks that go back as they are, and which results there are.
    void collectIds(const QList<PromptItem> &input)
    {
        for (const PromptItem &item : input) {
            if (const auto *provided = std::get_if<PromptProviderItem>(&item)) {
                const std::optional<Envelope> envelope = unwrapped(provided->json);
                for (const QByteArray &block : envelope ? envelope->blocks : QList<QByteArray>()) {
                    const Piece piece = ownPiece(block, {});
                    if (piece.kind == PieceKind::Call)
                        m_ownCalls.insert(piece.id);
                }
            }
        }
        for (const PromptItem &item : input) {
            if (const auto *output = std::get_if<PromptToolOutput>(&item)) {
                const QString id = output->callId.value;
                m_results[id].append(resultPiece(*output, m_ownCalls.contains(id) ? id : allowed(id)));
            }
        }
    }

    Message &last(bool fromModel)
    {
        if (m_messages.isEmpty() || m_messages.last().fromModel != fromModel)
            m_messages.append({fromModel, {}, {}});
        return m_messages.last();
    }
    // The results of the calls that the model has made by now.
    void answerCalls()
    {
        if (m_messages.isEmpty() || !m_messages.last().fromModel)
            return;
        QList<Piece> results;
        const QList<Piece> &pieces = m_messages.last().pieces;
        for (const Piece &piece : pieces) {
            if (piece.kind == PieceKind::Call && !m_results[piece.id].isEmpty())
                results.append(m_results[piece.id].takeFirst());
        }
        if (!results.isEmpty())
            last(false).results = results;
    }

    void add(const PromptUserMessage &message)
    {
        answerCalls();
        const QList<Piece> pieces = partPieces(message.parts);
        if (!pieces.isEmpty())
            last(false).pieces += pieces;
    }
    void add(const PromptAgentMessage &message)
    {
        last(true).pieces.append(textPiece(message.text));
    }
    void add(const PromptToolCall &call) { last(true).pieces.append(callPiece(call)); }
    void add(const PromptToolOutput &) { answerCalls(); }
    void add(const PromptProviderItem &item)
    {
        const std::optional<Envelope> envelope = unwrapped(item.json);
        if (!envelope)
            return;
        for (const QByteArray &block : envelope->blocks) {
            const Piece piece = ownPiece(block, envelope->model);
            if (piece.kind != PieceKind::Thought || canRead(piece))
                last(true).pieces.append(piece);
        }
    }

    bool canRead(const Piece &thought) const
    {
        if (needsSignature() && thought.lacksSignature)
            return false;
        if (m_asked.isKnown() && thinkingOf(m_asked) == ClaudeThinking::None)
            return false;
        const ClaudeModel author = claudeModel(thought.model);
        return !readsOnlyOwnThoughts(m_asked) || !author.isKnown() || author == m_asked;
    }
    bool needsSignature() const { return m_rules.official || m_asked.isKnown(); }

    // A call of the provider and its result go together. One that is still open may stand only where the answer goes on.
    void dropTornCalls()
    {
        QSet<QString> answered;
        qsizetype lastQuestion = -1;
        for (qsizetype i = 0; i < m_messages.size(); ++i) {
            if (!m_messages[i].fromModel && !m_messages[i].pieces.isEmpty())
                lastQuestion = i;
            for (const Piece &piece : std::as_const(m_messages[i].pieces)) {
                if (piece.kind == PieceKind::HostedResult)
                    answered.insert(piece.id);
            }
        }
        QSet<QString> asked;
        for (qsizetype i = 0; i < m_messages.size(); ++i) {
            m_messages[i].pieces.removeIf([&](const Piece &piece) {
                if (piece.kind == PieceKind::HostedResult)
                    return !asked.contains(piece.id);
                if (piece.kind != PieceKind::HostedUse)
                    return false;
                asked.insert(piece.id);
                return !answered.contains(piece.id) && i < lastQuestion;
            });
        }
    }

    // The API takes white space between texts, as it sent it, but not alone.
    static void dropBlankTexts(Message &message)
    {
        const bool says = std::any_of(message.pieces.begin(), message.pieces.end(), [](const Piece &piece) { return piece.kind == PieceKind::Text && !piece.blank; });
        message.pieces.removeIf([says](const Piece &piece) {
            const bool empty = piece.blank && stringIn(QJsonDocument::fromJson(piece.json).object(), "text").isEmpty();
            return piece.kind == PieceKind::Text && (empty || (piece.blank && !says));
        });
    }

    static void join(Message &first, const Message &second)
    {
        first.results += second.results;
        first.pieces += second.pieces;
    }

    PromptRules m_rules;
    ClaudeModel m_asked;
    QList<Message> m_messages;
    QSet<QString> m_ownCalls;
    QHash<QString, QList<Piece>> m_results; // by the id of the call, in their order
};

} // namespace

QList<Message> messagesOf(const QList<PromptItem> &input, const PromptRules &rules)
{
    return Builder(input, rules).finish();
}

bool callsLackThoughts(const QList<Message> &messages)
{
    qsizetype start = messages.size();
    while (start > 0 && (messages[start - 1].fromModel || !messages[start - 1].results.isEmpty()))
        --start;
    bool calls = false;
    for (qsizetype i = start; i < messages.size(); ++i) {
        const QList<Piece> &pieces = messages[i].pieces;
        calls = calls || std::any_of(pieces.begin(), pieces.end(), [](const Piece &piece) { return piece.kind == PieceKind::Call; });
    }
    return calls && messages[start].pieces.value(0).kind != PieceKind::Thought;
}

} // namespace vitrine::messages
