#pragma once

#include "engine/Command.h"
#include "engine/ConversationContext.h"
#include "engine/ToolBox.h"

#include <QPointer>

#include <functional>
#include <map>

namespace vitrine {

class FakeRun final : public ToolRun
{
public:
    using ToolRun::ToolRun;
    void cancel() override
    {
        cancelled = true;
        ToolResult result;
        result.outcome = Outcome::Error;
        result.text = QStringLiteral("cancelled");
        QMetaObject::invokeMethod(this, [this, result] { emit finished(result); }, Qt::QueuedConnection);
    }
    void progress(const QString &text) { emit progressed(text); }
    void end(const QString &text, Outcome outcome = Outcome::Ok)
    {
        ToolResult result;
        result.outcome = outcome;
        result.text = text;
        emit finished(result);
    }
    bool cancelled = false;
};

// A tool whose runs end when the test says so.
class FakeTool final : public Tool
{
public:
    FakeTool(QString name, bool mutating)
        : m_spec{std::move(name), QStringLiteral("a tool"), "{\"type\":\"object\"}", mutating}
    {
    }
    ToolSpec spec() const override { return m_spec; }
    std::unique_ptr<ToolRun> start(const ToolInvocation &invocation) override
    {
        auto run = std::make_unique<FakeRun>();
        runs[invocation.callId.value] = run.get();
        started.append(invocation.callId.value + QLatin1Char(' ') + invocation.arguments);
        if (onStart)
            onStart(invocation);
        return run;
    }
    std::map<QString, QPointer<FakeRun>> runs;
    QStringList started;
    std::function<void(const ToolInvocation &)> onStart;

private:
    ToolSpec m_spec;
};

// A conversation with one harmless and one mutating tool, and attachments that need no imager.
class FakeContext final : public ConversationContext, public ToolBox
{
public:
    void readAttachments(const UserInput &input, const TurnSettings &, QObject *context, std::function<void(const Result<ReadAttachments> &)> done) override
    {
        Result<ReadAttachments> result = ReadAttachments();
        for (const QString &file : input.files) {
            if (file == QLatin1String("/missing"))
                result = fail(ErrorKind::Io, QStringLiteral("The file /missing does not exist."));
            else if (result)
                result->attachments.append({file, {QStringLiteral("hash"), 1, QStringLiteral("text/plain")}, {}, {}, {}, {}});
        }
        QMetaObject::invokeMethod(context, [done, result] { done(result); }, Qt::QueuedConnection);
    }
    Done admit(const QList<Attachment> &) override { return {}; }
    Done restore(const ConversationTree &stored) override
    {
        tree = stored;
        return {};
    }
    void warmUp() override {}
    QHash<QString, QString> uploadNames() const override { return {}; }
    ToolBox &tools(const TurnSettings &) override { return *this; }

    QList<ToolSpec> specs() const override { return {reader.spec(), writer.spec()}; }
    Tool *find(const QString &name) override { return name == QLatin1String("reader") ? &reader : name == QLatin1String("writer") ? &writer : nullptr; }
    void beginAnswer() override {}

    FakeTool reader{QStringLiteral("reader"), false};
    FakeTool writer{QStringLiteral("writer"), true};
};

} // namespace vitrine
