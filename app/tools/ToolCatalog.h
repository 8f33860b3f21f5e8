#pragma once

#include "tools/Tool.h"

#include <QString>

#include <memory>
#include <vector>

namespace vitrine {

class PictureToolContext;
class PythonSession;

// What the tools of one conversation work with; everything outlives them. Null: there is none.
struct ToolEnvironment {
    PictureToolContext *pictures = nullptr;
    PythonSession *python = nullptr; // needs `pictures` as well: charts are pictures
    QString workFolder;              // the host's side of the session's /mnt/data
};

// What the user lets a model use.
struct ToolChoice {
    bool pictures = true;
    bool python = true;
};

// The tools in the order in which they are shown. Call beginAnswer() of the picture context when an answer begins.
std::vector<std::unique_ptr<Tool>> createTools(const ToolEnvironment &environment, const ToolChoice &choice);

} // namespace vitrine
