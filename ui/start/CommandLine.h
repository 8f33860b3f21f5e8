#pragma once

#include "base/Error.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

namespace vitrine {

// What the window was started with.
struct CommandLine {
    enum class Do { Window, Screenshot, Help, Version };
    Do what = Do::Window;
    QString screenshot;
    QString scene;
    QString theme;    // light, dark or empty
    QString language; // en, zh_CN, zh_TW or empty
    std::optional<QSize> size;
    double scale = 1.0;
    QStringList files; // pictures and files to begin with, absolute
};

// `arguments` without the program's name. An error is one sentence for standard error; the exit status is then 2.
Result<CommandLine> parseCommandLine(const QStringList &arguments);
QString helpText();

} // namespace vitrine
