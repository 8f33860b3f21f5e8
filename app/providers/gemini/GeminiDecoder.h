#pragma once

#include "providers/ApiCodec.h"
#include "providers/gemini/GeminiArguments.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QString>

#include <optional>
#include <vector>

namespace vitrine {

// What the chunks said, beside what they mean: for the trace and for `vitrine decode`.
struct GeminiFacts {
    int chunks = 0;
    QString text;      // as it came, whatever messages it was cut into
    QString reasoning; // thoughts
    int thoughtSignatures = 0; // parts that carry one
    int inlinePictures = 0;
    int codeParts = 0; // code and results of code
    int groundingChunks = 0;
    QString finishReason; // "STOP"; empty: none came
    QString error;        // the message of an error inside the stream, whole; or why the prompt was blocked
    Usage usage;          // as the API counts: output without thoughts, input without what its tools read

    // Of the calls for us, by the id that they have in the events.
    struct Call {
        QString apiId; // empty when the API gave none
        bool streamed = false; // its arguments came in pieces
    };
    QHash<QString, Call> calls;
};

// Turns the chunks of one streamed answer of the Gemini API into ModelEvents. Pure but for the ids that it makes for calls that have none;
// one object an answer.
//
// The API has no items, only parts: what belongs together becomes an item, and each item keeps its parts for the way back (see
// GeminiParts.h). The stream has no end marker, and older models put a finishReason into every chunk, so that only the end of the stream
// ends an answer: ResponseEnded comes from finish(). Messages and calls wait until then as well, with what comes after them, because the
// citations of a message arrive with the last chunk.
class GeminiDecoder final : public AnswerDecoder
{
public:
    void take(const SseEvent &event, QList<ModelEvent> &out) override;
    void takeWhole(const QByteArray &json, QList<ModelEvent> &out) override;
    Done finish(const QByteArray &oddLine, QList<ModelEvent> &out) override;
    bool ended() const override { return m_ended; }
    bool hasContent() const override { return m_hasContent; }

    const GeminiFacts &facts() const { return m_facts; }

private:
    struct Growing {
        Growing(int itsSlot, const ItemBody &begun) : slot(itsSlot), body(begun) {}

        int slot;
        ItemBody body;
        QList<QByteArray> parts;
        QList<ProducedFile> files;
        bool whole = true;  // false: a call whose arguments still come, code without its result
        QString toolId;     // of a call that the API ran
        qsizetype textStart = 0; // of a message: code points of the answer's text before it
        std::optional<gemini::StreamedArguments> arguments;
        QJsonObject firstPart; // of a call whose arguments come in pieces
    };

    void takeChunk(const QJsonObject &chunk, const QByteArray &raw, QList<ModelEvent> &out);
    void takeCandidate(const QJsonObject &candidate, QByteArrayView raw, QList<ModelEvent> &out);
    void takeError(const QJsonObject &chunk, const QByteArray &raw);
    void takeUsage(const QJsonObject &usage);
    void takeGrounding(const QJsonObject &candidate, QList<ModelEvent> &out);

    void takePart(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out);
    void takeText(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out);
    void takeCall(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out);
    void takeCallPiece(const QJsonObject &part, QList<ModelEvent> &out);
    bool takeHosted(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out);
    void takeCode(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out);
    void takeTool(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out);
    void takeInlineData(const QJsonObject &part, const QByteArray &raw, QList<ModelEvent> &out);

    Growing *open(const ItemBody &body, QList<ModelEvent> &out, int slot = -1); // -1: a new one
    Growing *openHosted(const HostedCall &call, const QByteArray &raw, QList<ModelEvent> &out, int slot = -1);
    template<class Body>
    Body *growing();
    void keep(const QByteArray &raw);
    void close(QList<ModelEvent> &out);
    CallId callIdFor(const QString &apiId, bool streamed);
    void emitItem(Growing &item, QList<ModelEvent> &out);
    void emitRest(bool complete, QList<ModelEvent> &out);
    void addCitations();
    void emitSearches(QList<ModelEvent> &out);
    void end(QList<ModelEvent> &out);

    std::optional<Growing> m_open;   // what the next part may belong to
    std::vector<Growing> m_held;     // closed, and not passed on yet
    QList<QByteArray> m_ahead;       // parts without content from before the first item
    int m_slots = 0;
    int m_pictureSlot = -1; // of the picture that thoughts are previews of
    int m_previews = 0;
    int m_searchSlot = -1;
    bool m_searchShown = false; // the search is an item of its own already
    bool m_pagesShown = false;  // and so is what read the pages
    qsizetype m_codePoints = 0; // of the answer's text
    QList<QJsonObject> m_grounding;
    QJsonObject m_urlContext;
    GeminiFacts m_facts;
    std::optional<qint64> m_toolInput; // tokens that the API's own tools read
    QString m_finishMessage;
    QString m_blockReason; // of the prompt
    std::optional<Error> m_error;
    bool m_lostCall = false; // a call that began was never finished
    bool m_started = false;
    bool m_hasContent = false;
    bool m_ended = false;
};

} // namespace vitrine
