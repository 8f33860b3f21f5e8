#pragma once

#include "highlight/HighlightClient.h"

#include <QTest>

namespace vitrine {

// Collects what a client answers.
class Answers final : public QObject
{
public:
    explicit Answers(HighlightClient &client)
    {
        connect(&client, &HighlightClient::highlighted, this, [this](const HighlightResult &result) { all.append(result); });
    }
    QList<HighlightResult> all;

    // Runs of the whole block by line, put together from its answers.
    QList<QList<HighlightRun>> linesOf(quint64 block) const
    {
        QList<QList<HighlightRun>> lines;
        for (const HighlightResult &result : all) {
            if (result.block != block)
                continue;
            lines.resize(result.firstLine);
            lines += result.lines;
        }
        return lines;
    }
};

} // namespace vitrine
