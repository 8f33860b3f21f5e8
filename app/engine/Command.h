#pragma once

#include "base/Id.h"
#include "model/Approval.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace vitrine {

// What a person asks for, as the window and the terminal hand it over.
struct UserInput {
    QString text;
    QStringList files;    // absolute paths of pictures and files; their content tells which they are
    QStringList pictures; // absolute paths of what must be pictures
    bool compact = false; // the text asks for a summary of the conversation, see UserMessage::compacts
};

struct TurnSettings {
    QString provider;          // empty: the offline assistant
    QString model;             // empty: the provider's default
    QString effort;            // empty: the model's default
    ApprovalMode approvalMode = ApprovalMode::Suggest;
    QString workFolder;        // empty: the agent's tools are not offered
    bool pictures = true;      // offer the picture tools
    bool python = true;        // offer Python
    QStringList hostedTools;   // that the provider runs: "web_search"; see ModelRequest
    std::optional<double> budget; // USD that the turn may cost before it is stopped; absent: no limit
    bool leaveOutEarlier = false; // outputs and pictures of earlier turns are not sent again
    QString verbosity;         // "low", "medium", "high"; empty: the model's default
};

struct StartTurn {
    TurnId turn;                                // chosen by the caller, so that it can tell this turn's items
    std::optional<ConversationId> conversation; // absent: a new one
    ConversationId newConversation;             // its id then, chosen by the caller
    std::optional<TurnId> parent;               // absent: the first turn, or a sibling of it
    UserInput input;
    TurnSettings settings;
};

} // namespace vitrine

Q_DECLARE_METATYPE(vitrine::StartTurn)
