#pragma once

#include "providers/ApiCodec.h"
#include "providers/FileFetcher.h"
#include "providers/HttpErrors.h"
#include "providers/HttpExchange.h"
#include "providers/ModelRequest.h"
#include "providers/Provider.h"
#include "providers/SseParser.h"
#include "providers/WireRecorder.h"

#include <QTimer>

#include <memory>

namespace vitrine {

class ApiProvider;

// One request with its tries. A request is repeated only as long as nothing has come that a person could have seen or a tool could run;
// ResponseStarted may therefore come more than once. Lives on the engine thread.
class ApiStream final : public ModelStream
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiStream)

public:
    ApiStream(ApiProvider &provider, const ModelRequest &request);
    ~ApiStream() override;

    void start();
    void abort() override;

private:
    // What the body of a successful answer turned out to be. The content type is not asked: it is often wrong.
    enum class Form { Unknown, Events, Json, Page };

    // Everything that begins anew with each try.
    struct Try {
        Try(std::unique_ptr<AnswerDecoder> answer, WireRecorder wire) : decoder(std::move(answer)), recorder(std::move(wire)) {}
        SseParser parser;
        std::unique_ptr<AnswerDecoder> decoder;
        WireRecorder recorder; // into files
        WireRecord record;     // for the one who listens
        Form form = Form::Unknown;
        QByteArray body; // of an error or of an answer that was not streamed
    };

    void attempt();
    void takeHead();
    void takeBytes(const QByteArray &bytes);
    void takeEvents(const QList<SseEvent> &events);
    void takeNetworkEnd(const Done &result);
    Done finishBody(QList<ModelEvent> &out);
    bool pass(const QList<ModelEvent> &events);
    void judge(const ErrorVerdict &verdict);
    void failed(const Error &error, std::optional<qint64> serverAsks = std::nullopt);
    void dropAndRepeat(const ErrorVerdict &verdict);
    void closeTry(const QString &error);
    void fetchFiles();
    void takeFiles(const FileFetcher::Fetched &fetched);
    void end(const Done &result);
    Error withoutKey(Error error) const;
    ApiDialect dialect() const;

    ApiProvider &m_provider;
    ModelRequest m_request;
    std::unique_ptr<HttpExchange> m_exchange;
    std::unique_ptr<Try> m_try;
    QList<FileToFetch> m_named;            // files that the answer names
    std::optional<ResponseEnded> m_answer; // its end, held back until they are here
    std::unique_ptr<FileFetcher> m_fetcher;
    QTimer m_pause; // until the next try
    int m_failures = 0;
    bool m_ended = false;
};

} // namespace vitrine
