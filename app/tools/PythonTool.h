#pragma once

#include "imaging/AttachmentReader.h"
#include "tools/Arguments.h"
#include "tools/PictureToolContext.h"
#include "tools/Tool.h"

#include <QString>

namespace vitrine {

class PythonSession;

// `python`: runs code in the conversation's interpreter. What it prints goes to the model as text, the pictures it shows or
// writes as pictures with ids of their own, other files as artifacts.
class PythonTool final : public Tool
{
public:
    // All outlive the tool. `workFolder` is the host's side of /mnt/data.
    PythonTool(PythonSession &session, PictureToolContext &pictures, QString workFolder);

    ToolSpec spec() const override;
    std::unique_ptr<ToolRun> start(const ToolInvocation &invocation) override;

private:
    static QList<ArgumentSpec> arguments();

    PythonSession &m_session;
    PictureToolContext &m_pictures;
    QString m_workFolder;
    AttachmentReader m_reader;
};

} // namespace vitrine
