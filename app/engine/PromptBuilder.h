#pragma once

#include "model/Blobs.h"
#include "model/Conversation.h"
#include "model/Item.h"
#include "providers/ModelRequest.h"
#include "tools/Tool.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace vitrine {

// One turn of the path that a model is shown.
struct PromptTurn {
    Turn turn;
    QList<ItemPtr> items;
};

struct PromptSettings {
    QString provider;
    QString model;
    QString effort;
    QString instructions;
    QList<ToolSpec> tools;
    // Names under /mnt/uploads by blob hash, for attached files.
    QHash<QString, QString> uploadNames;
    QStringList hostedTools;
    QString verbosity;
    bool leaveOutEarlier = false;
};

// Turns a path through the conversation into a request. Pure but for reading blobs.
//  - A provider's own items go back byte for byte, but only to that provider; another one gets plain text and calls.
//  - A reasoning item goes back only together with the item that follows it (either one alone is refused by the Responses API).
//  - Every call has an answer: one that has none (a stop, a crash) is answered with "cancelled".
//  - What was cut short goes back as plain text.
//  - What lies before a summary that was made to stand for it is left out; so are outputs and pictures of earlier turns where the settings say so.
//    `leftOut` tells how much that was.
struct LeftOut {
    int turns = 0;
    int outputs = 0;
    int pictures = 0;

    bool isNothing() const { return turns == 0 && outputs == 0 && pictures == 0; }
};
Result<ModelRequest> buildPrompt(const QList<PromptTurn> &path, const PromptSettings &settings, const BlobReader &blobs, LeftOut *leftOut = nullptr);

// What is asked when a conversation is to be summarised, for the model's eyes.
QString compactionRequest();

// What every model is told first.
QString defaultInstructions();

} // namespace vitrine
