#pragma once

#include "model/Item.h"

#include <QList>

namespace vitrine {

// One body of every kind, with every field set to something that is not its default.
inline QList<ItemBody> sampleBodies()
{
    const BlobRef blob{QString(64, QLatin1Char('a')), 123456789012, QStringLiteral("image/png")};
    const BlobRef sent{QString(64, QLatin1Char('b')), 17, QStringLiteral("image/jpeg")};
    const QString text = QStringLiteral("Grüße, \u4f60\u597d \U0001F600 \"quoted\"\n\ttab \\ and a nul ") + QChar(QChar::Null) + QStringLiteral("end");
    return {
        UserMessage{text, {{QStringLiteral("board.jpg"), blob, QStringLiteral("img_1"), {4000, 3000}, sent, {1568, 1176}}}},
        AgentMessage{text, true, {{QStringLiteral("https://example.org/?a=1"), QStringLiteral("Title"), 3, 9}}, {{1, 4}}, R"({"id":"msg_1",  "spaced" : true})"},
        Reasoning{text, 512, R"({"encrypted_content":"gAAA=="})"},
        ToolCall{{QStringLiteral("call_1")}, QStringLiteral("image_zoom"), QStringLiteral("{\"x\": 1.0, broken"), "{}"},
        ToolOutput{{QStringLiteral("call_1")}, Outcome::Limit, 137, text, 40, 9007199254740993, blob, {{QStringLiteral("chart.png"), sent}}},
        HostedCall{QStringLiteral("web_search_call"), R"({"query":"x"})", QStringLiteral("completed"), text, R"({"a":[1,2]})", {{QStringLiteral("plot.png"), sent}}},
        ImageStep{{QStringLiteral("call_2")}, QStringLiteral("img_1.2"), QStringLiteral("img_1.1"), QStringLiteral("img_1"), QStringLiteral("zoom"),
                  R"({"factor":2})", {800, 600}, {0.5, 0.1, 3, -0.1, 0.5, 1.0 / 3, 1e-9, 0, 1}, Quad{0, 1, 2, 3, 4, 5, 6, 7.25}, 0.875, blob, sent, {400, 300}},
        ApprovalRequest{{QStringLiteral("call_3")}, QStringLiteral("rm -r build")},
        ApprovalDecision{{QStringLiteral("call_3")}, QStringLiteral("rm -r build"), QStringLiteral("not_asked")},
        Notice{NoticeLevel::Warning, text},
        TurnEnded{TurnOutcome::Incomplete, {10, 2, 30, 4, 40}, QStringLiteral("max_output_tokens"), QStringLiteral("rate_limited"), true, 12000},
    };
}

} // namespace vitrine
