#pragma once

#include "providers/ModelRequest.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace vitrine::messages {

// The input of a request as the messages of this API, before they are written down.

enum class PieceKind { Text, Picture, Thought, Call, HostedUse, HostedResult, Other };

// A content block.
struct Piece {
    PieceKind kind = PieceKind::Other;
    QByteArray json;
    QString id; // of a call or of what is answered
    bool blank = false;   // text of white space only
    bool lacksSignature = false; // a thought without its signature
    QString model;        // that wrote it, as the server named it; empty: not known
};

struct Message {
    bool fromModel = false;
    QList<Piece> results; // of tools; they have to stand before everything else
    QList<Piece> pieces;
};

struct PromptRules {
    bool official = false; // the API's own host
    QString model;         // that is asked
};

// User and model take turns; an answer of the model is one message, and the results of its calls stand in the next, wherever they came in the
// input. Left out, as the API refuses them: empty texts, results without a call, calls of the provider without a result (unless the
// answer goes on with them), thoughts that lost their signature or that the model cannot read.
QList<Message> messagesOf(const QList<PromptItem> &input, const PromptRules &rules);

// The calls that wait for the next answer were made without a thought before them: an API that is told how much to think refuses that.
bool callsLackThoughts(const QList<Message> &messages);

} // namespace vitrine::messages
