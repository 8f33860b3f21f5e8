#include "transcript/ProcessHighlighter.h"

#include "highlight/HighlightClient.h"

namespace vitrine {

ProcessHighlighter::ProcessHighlighter(HighlightClient &client, QObject *parent) : CodeHighlighter(parent), m_client(client)
{
    connect(&client, &HighlightClient::highlighted, this, [this](const HighlightResult &result) {
        if (result.isPlain)
            return;
        QList<QList<CodeRun>> lines;
        lines.reserve(result.lines.size());
        for (const QList<HighlightRun> &from : result.lines) {
            QList<CodeRun> line;
            line.reserve(from.size());
            for (const HighlightRun &run : from)
                line.append({run.start, run.length, run.style});
            lines.append(line);
        }
        emit highlighted(result.block, result.firstLine, lines);
    });
}

void ProcessHighlighter::request(const CodeRequest &request)
{
    m_client.request({request.block, request.language, request.firstLine, request.lines});
}

void ProcessHighlighter::forget(quint64 block)
{
    m_client.forget(block);
}

} // namespace vitrine
