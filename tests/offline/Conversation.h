#pragma once

#include "offline/Planner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vitrine {

// A conversation as a client keeps it: builds requests, answers calls.
class TestConversation
{
public:
    explicit TestConversation(const QStringList &tools)
    {
        for (const QString &tool : tools)
            m_tools.append(QJsonObject{{"type", "function"}, {"name", tool}, {"parameters", QJsonObject{{"type", "object"}}}});
    }

    void user(const QString &text)
    {
        m_input.append(QJsonObject{{"role", "user"}, {"content", QJsonArray{QJsonObject{{"type", "input_text"}, {"text", text}}}}});
    }

    void assistant(const QString &text)
    {
        m_input.append(QJsonObject{{"type", "message"},
                                   {"role", "assistant"},
                                   {"content", QJsonArray{QJsonObject{{"type", "output_text"}, {"text", text}}}}});
    }

    // A call without an answer; gives its id.
    QString leftOpen(const PlannedCall &call)
    {
        const QString id = QStringLiteral("call_%1").arg(++m_calls);
        m_input.append(QJsonObject{{"type", "function_call"},
                                   {"call_id", id},
                                   {"name", call.name},
                                   {"arguments", QString::fromUtf8(QJsonDocument(call.arguments).toJson(QJsonDocument::Compact))}});
        return id;
    }

    void answered(const PlannedCall &call, const QString &output, bool withPicture = false)
    {
        const QString id = leftOpen(call);
        QJsonArray parts{QJsonObject{{"type", "input_text"}, {"text", output}}};
        if (withPicture)
            parts.append(QJsonObject{{"type", "input_image"}, {"image_url", "data:image/png;base64,AAAA"}});
        m_input.append(QJsonObject{{"type", "function_call_output"}, {"call_id", id}, {"output", parts}});
    }

    QJsonObject request() const { return {{"model", "vitrine-offline"}, {"input", m_input}, {"tools", m_tools}}; }
    PlanStep next() const { return planNextStep(request()); }

private:
    QJsonArray m_input;
    QJsonArray m_tools;
    int m_calls = 0;
};

} // namespace vitrine
