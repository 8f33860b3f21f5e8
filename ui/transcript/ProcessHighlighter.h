#pragma once

#include "transcript/CodeHighlighter.h"

namespace vitrine {

class HighlightClient;

// Colours code through the helper process behind a HighlightClient, which must outlive it.
class ProcessHighlighter final : public CodeHighlighter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProcessHighlighter)

public:
    explicit ProcessHighlighter(HighlightClient &client, QObject *parent = nullptr);

    void request(const vitrine::CodeRequest &request) override;
    void forget(quint64 block) override;

private:
    HighlightClient &m_client;
};

} // namespace vitrine
