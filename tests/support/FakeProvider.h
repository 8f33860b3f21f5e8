#pragma once

#include "providers/Provider.h"

#include <QPointer>

#include <vector>

namespace vitrine {

// A stream that says what the test tells it to.
class FakeStream final : public ModelStream
{
public:
    using ModelStream::ModelStream;

    void abort() override
    {
        aborted = true;
        QMetaObject::invokeMethod(this, [this] { emit finished(fail(ErrorKind::Cancelled, QStringLiteral("Stopped."))); }, Qt::QueuedConnection);
    }
    void say(const ModelEvent &e) { emit event(e); }
    void end(const ResponseEnded &ended = {})
    {
        emit event(ended);
        emit finished({});
    }
    void breakOff(const Error &error) { emit finished(tl::unexpected(error)); }

    bool aborted = false;
};

// Keeps the requests it was sent; the test answers through stream().
class FakeProvider final : public Provider
{
public:
    explicit FakeProvider(QString name = QStringLiteral("fake"))
        : m_name(std::move(name))
    {
    }
    QString name() const override { return m_name; }
    std::unique_ptr<ModelStream> send(const ModelRequest &request) override
    {
        requests.push_back(request);
        auto made = std::make_unique<FakeStream>();
        m_stream = made.get();
        return made;
    }
    // Of the newest request; null when it has ended.
    FakeStream *stream() const { return m_stream; }

    std::vector<ModelRequest> requests;

private:
    QString m_name;
    QPointer<FakeStream> m_stream;
};

} // namespace vitrine
