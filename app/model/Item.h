#pragma once

#include "base/Id.h"
#include "model/BlobRef.h"
#include "model/Geometry.h"
#include "model/Usage.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSize>
#include <QString>

#include <memory>
#include <optional>
#include <variant>

namespace vitrine {

// Who carried a step out.
enum class Provenance { Local, Provider, User };

// How an item ended. Interrupted: cut by a stop, a crash or a lost connection; what had arrived is kept.
enum class ItemStatus { Completed, Interrupted, Failed };

// How a tool call ended.
enum class Outcome { Ok, Error, Timeout, Denied, Limit };

// A picture or file that the user handed over.
struct Attachment {
    QString name; // as the user knows it; a label, never used as a path
    BlobRef blob;
    QString image; // "img_1" when it is a picture, else empty
    QSize size;    // pixels of the upright picture (EXIF applied)
    BlobRef sent;  // the copy a model is given: upright, shrunk to what its API takes
    QSize sentSize;

    bool operator==(const Attachment &) const = default;
};

// A file that a tool made.
struct Artifact {
    QString name; // a label, never used as a path
    BlobRef blob;

    bool operator==(const Artifact &) const = default;
};

struct Citation {
    QString url;
    QString title;
    qsizetype start = 0; // code points into the message's text, half-open
    qsizetype end = 0;

    bool operator==(const Citation &) const = default;
};

struct TextSpan {
    qsizetype start = 0; // code points, half-open
    qsizetype end = 0;

    bool operator==(const TextSpan &) const = default;
};

struct UserMessage {
    QString text;
    QList<Attachment> attachments;
    bool compacts = false; // asks for a summary that stands for everything before it from then on; the original stays

    bool operator==(const UserMessage &) const = default;
};

// `providerItem` in the bodies below: the provider's own JSON, byte for byte, for the way back. Empty when there is none.

struct AgentMessage {
    QString text; // Markdown
    bool refusal = false;
    QList<Citation> citations;
    QList<TextSpan> unsure; // what the answerer itself marked as unsure
    QByteArray providerItem;

    bool operator==(const AgentMessage &) const = default;
};

struct Reasoning {
    QString text; // a summary or raw thoughts; empty when the provider showed none
    std::optional<qint64> tokens;
    QByteArray providerItem;

    bool operator==(const Reasoning &) const = default;
};

struct ToolCall {
    CallId callId;
    QString name;
    QString arguments; // exactly as the model wrote them; JSON if it kept to the schema
    QByteArray providerItem;

    bool operator==(const ToolCall &) const = default;
};

struct ToolOutput {
    CallId callId;
    Outcome outcome = Outcome::Ok;
    std::optional<int> exit; // exit status, for programs
    QString text;            // what the model was given
    qint64 givenBytes = 0;   // UTF-8 bytes of `text` that come from the output
    qint64 totalBytes = 0;   // bytes of the whole output
    BlobRef whole;           // the whole output when `text` is only a part of it
    QList<Artifact> artifacts;

    bool operator==(const ToolOutput &) const = default;
};

// A call that the provider ran itself (web search, code interpreter ...).
struct HostedCall {
    QString type; // as the provider names it: "web_search_call"
    QByteArray arguments; // JSON
    QString outcome;      // as the provider reported it: "completed"
    QString output;
    QByteArray providerItem;
    QList<Artifact> artifacts; // pictures and files that it made

    bool operator==(const HostedCall &) const = default;
};

// A picture made from a picture.
struct ImageStep {
    CallId callId;
    QString image;  // "img_1.2"
    QString parent; // "img_1"
    QString root;   // the attachment or artifact it all comes from: "img_1"
    QString op;     // "zoom"
    QByteArray params; // JSON object
    QSize size;        // pixels
    Matrix3 matrixToRoot = identityMatrix; // maps pixels of this picture to pixels of the root
    std::optional<Quad> corners;           // outline found or used, in pixels of the parent
    std::optional<double> confidence;      // 0..1
    BlobRef blob;
    BlobRef sent; // the copy the model was given
    QSize sentSize;

    bool operator==(const ImageStep &) const = default;
};

struct ApprovalRequest {
    CallId callId;
    QString what; // the exact command or change

    bool operator==(const ApprovalRequest &) const = default;
};

struct ApprovalDecision {
    CallId callId;
    QString what;
    QString decision; // once, always, edited, declined, not_asked (nobody there to ask)

    bool operator==(const ApprovalDecision &) const = default;
};

enum class NoticeLevel { Info, Warning, Error };

struct Notice {
    NoticeLevel level = NoticeLevel::Info;
    QString text;

    bool operator==(const Notice &) const = default;
};

enum class TurnOutcome { Completed, Incomplete, Failed, Interrupted, Denied };

struct TurnEnded {
    TurnOutcome outcome = TurnOutcome::Completed;
    Usage usage;
    QString reason;    // why it is incomplete, or the error's message
    QString errorKind; // of the closed list, empty without an error
    bool retryable = false;
    std::optional<qint64> contextTokens = {}; // what the newest request and its answer filled of the model's window

    bool operator==(const TurnEnded &) const = default;
};

using ItemBody = std::variant<UserMessage, AgentMessage, Reasoning, ToolCall, ToolOutput, HostedCall, ImageStep, ApprovalRequest,
                              ApprovalDecision, Notice, TurnEnded>;

// One thing that happened. Immutable; appended, never changed.
struct Item {
    qint64 seq = 0; // counts up within a conversation, from 1
    ItemId id;
    ConversationId conversation;
    TurnId turn;
    ItemStatus status = ItemStatus::Completed;
    Provenance provenance = Provenance::Local;
    QDateTime startedAt;
    QDateTime endedAt;
    ItemBody body;

    bool operator==(const Item &) const = default;
};
using ItemPtr = std::shared_ptr<const Item>;

// "tool_call" and so on: the names of the command-line contract and of the store.
QString kindOf(const ItemBody &body);
QString toString(Provenance provenance);
QString toString(ItemStatus status);
QString toString(Outcome outcome);
QString toString(NoticeLevel level);
QString toString(TurnOutcome outcome);

// For std::visit with one lambda a kind and no catch-all: a new kind is then a compile error wherever it is forgotten.
template<class... Functions>
struct Overload : Functions... {
    using Functions::operator()...;
};
template<class... Functions>
Overload(Functions...) -> Overload<Functions...>; // clang before 17 does not find it by itself

} // namespace vitrine

Q_DECLARE_METATYPE(vitrine::ItemPtr)
