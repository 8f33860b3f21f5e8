#pragma once

#include <QString>
#include <QStringList>

#include <chrono>

namespace vitrine {

// What `vitrine tool run` was asked to do.
struct ToolRunOptions {
    QString name;
    QString arguments;    // JSON; empty when --args was not given
    QStringList pictures; // img_1, img_2 ...
    QString outFolder;    // result pictures go there; empty: they are not kept
    QString workFolder;   // seen as /mnt/data
    QString uploadFolder; // seen as /mnt/uploads
    std::chrono::milliseconds limit{60'000};
    bool json = false;
};

// Both give the exit status of the command.
int runPictureTool(const ToolRunOptions &options);
// The code comes from standard input when `arguments` is empty.
int runPythonTool(const ToolRunOptions &options);

} // namespace vitrine
