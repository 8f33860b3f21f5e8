#pragma once

#include "base/Error.h"

#include <QString>

namespace vitrine {

// Where one person's conversations and settings lie. Every folder is absolute and of mode 0700.
struct Profile {
    QString settingsFile; // may not exist yet
    QString dataFolder;   // the store's
    QString blobFolder;
    QString workFolder;   // each conversation's private work and upload folders
    QString cacheFolder;  // may be emptied while no program runs
};

// $VITRINE_PROFILE when set, else the XDG folders. Makes what is missing. Error Io names the folder that cannot be made.
Result<Profile> openProfile();

} // namespace vitrine
