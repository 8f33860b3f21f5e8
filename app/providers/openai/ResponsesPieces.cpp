// The part of ResponsesDecoder that reads the pieces of growing items.

#include "providers/openai/ResponsesDecoder.h"

#include "providers/openai/ResponsesItems.h"

#include <QJsonObject>

#include <array>

namespace vitrine {

namespace {

using Channel = ResponsesDecoder::Channel;

struct PieceKind {
    const char *event;
    Channel channel;
    const char *item;
    const char *index;
    const char *whole; // the field of the event that closes the part
};

constexpr std::array pieceKinds = {
    PieceKind{"output_text", Channel::Text, "message", "content_index", "text"},
    PieceKind{"refusal", Channel::Refusal, "message", "content_index", "refusal"},
    PieceKind{"reasoning_summary_text", Channel::Summary, "reasoning", "summary_index", "text"},
    PieceKind{"reasoning_text", Channel::Thoughts, "reasoning", "content_index", "text"},
};

QString stringIn(const QJsonObject &json, const char *key)
{
    return json.value(QLatin1String(key)).toString();
}

// "response.output_text.delta" is the piece "output_text" and the step "delta".
struct Name {
    QString piece;
    QString step;
};

Name split(const QString &type)
{
    if (!type.startsWith(QLatin1String("response.")))
        return {};
    const qsizetype dot = type.indexOf(QLatin1Char('.'), 9);
    return dot < 0 ? Name{} : Name{type.mid(9, dot - 9), type.mid(dot + 1)};
}

} // namespace

bool ResponsesDecoder::takePiece(const Incoming &event, QList<ModelEvent> &out)
{
    const Name name = split(event.type);
    if (name.piece == QLatin1String("output_text") && name.step == QLatin1String("annotation.added")) {
        const QJsonObject annotation = event.json.value(QLatin1String("annotation")).toObject();
        if (stringIn(annotation, "type") != QLatin1String("vitrine_unsure"))
            ++m_facts.annotations;
        return true;
    }
    for (const PieceKind &kind : pieceKinds) {
        if (name.piece != QLatin1String(kind.event))
            continue;
        const int slot = slotOf(event.json, kind.item);
        if (slot < 0)
            return true;
        const PartKey key{event.json.value(QLatin1String(kind.index)).toInteger(), kind.channel};
        if (name.step == QLatin1String("delta")) {
            const QString delta = stringIn(event.json, "delta");
            m_slots[slot].deltas[key] += delta;
            show(slot, key, delta, out);
            return true;
        }
        if (name.step == QLatin1String("done")) {
            // Show what the deltas left out. What they got wrong is put right by output_item.done.
            const QString whole = stringIn(event.json, kind.whole);
            const QString &shown = m_slots[slot].deltas.value(key);
            if (whole.startsWith(shown))
                show(slot, key, whole.sliced(shown.size()), out);
            return true;
        }
    }
    return false;
}

void ResponsesDecoder::show(int slot, PartKey key, const QString &text, QList<ModelEvent> &out)
{
    if (text.isEmpty())
        return;
    m_hasContent = true;
    switch (key.second) {
    case Channel::Text:
        out.append(TextDelta{slot, text});
        return;
    case Channel::Refusal:
        out.append(RefusalDelta{slot, text});
        return;
    case Channel::Summary:
    case Channel::Thoughts: {
        std::optional<PartKey> &last = m_slots[slot].lastThought;
        const bool newParagraph = last && *last != key;
        last = key;
        out.append(ReasoningDelta{slot, newParagraph ? QStringLiteral("\n\n") + text : text});
        return;
    }
    }
}

bool ResponsesDecoder::takeArguments(const Incoming &event, QList<ModelEvent> &out)
{
    const Name name = split(event.type);
    const bool custom = name.piece == QLatin1String("custom_tool_call_input");
    if (!custom && name.piece != QLatin1String("function_call_arguments"))
        return false;
    const int number = slotOf(event.json, custom ? "custom_tool_call" : "function_call");
    if (number < 0)
        return true;
    Slot &slot = m_slots[number];
    QString news;
    if (name.step == QLatin1String("delta")) {
        news = stringIn(event.json, "delta");
    } else if (name.step == QLatin1String("done")) {
        const QString whole = stringIn(event.json, custom ? "input" : "arguments");
        if (whole.startsWith(slot.arguments))
            news = whole.sliced(slot.arguments.size());
        else
            slot.arguments = whole;
        slot.argumentsDone = true;
    } else {
        return false;
    }
    if (!news.isEmpty()) {
        slot.arguments += news;
        m_hasContent = true;
        out.append(ToolCallDelta{number, news});
    }
    return true;
}

bool ResponsesDecoder::takeHosted(const Incoming &event, QList<ModelEvent> &out)
{
    const Name name = split(event.type);
    static const QSet<QString> live = {QStringLiteral("code_interpreter_call_code"), QStringLiteral("mcp_call_arguments"),
                                       QStringLiteral("shell_call_command"), QStringLiteral("apply_patch_call_operation_diff")};
    const bool isLive = live.contains(name.piece);
    const bool isPicture = name.piece == QLatin1String("image_generation_call") && name.step == QLatin1String("partial_image");
    const bool isProgress = (name.piece.endsWith(QLatin1String("_call")) || name.piece == QLatin1String("mcp_list_tools"))
        && !name.step.contains(QLatin1Char('.')) && name.step != QLatin1String("delta") && name.step != QLatin1String("done");
    if (!isLive && !isPicture && !isProgress)
        return false;
    const int slot = slotOf(event.json, isProgress ? name.piece.toLatin1().constData() : "");
    if (slot < 0)
        return true;
    m_hasContent = true;
    if (isPicture) {
        ++m_facts.partialPictures;
        const QByteArray bytes = QByteArray::fromBase64(stringIn(event.json, "partial_image_b64").toLatin1());
        const auto index = static_cast<int>(event.json.value(QLatin1String("partial_image_index")).toInteger());
        out.append(PartialPicture{slot, index, bytes, responses::pictureMime(event.json)});
    } else if (isProgress) {
        out.append(HostedCallProgress{slot, name.piece, name.step});
    } else if (name.step == QLatin1String("delta")) {
        out.append(HostedCallDelta{slot, stringIn(event.json, "delta")});
    }
    return true;
}

} // namespace vitrine
