#pragma once

#include "base/Error.h"

#include <QString>

#include <memory>

namespace vitrine {

// What SQLite's own locks do not cover: opening a profile (checking, migrating, setting a damaged file aside) is one
// process's work at a time, and a file is only set aside when nobody else has it open. Ends with the process, whatever its end.
class ProfileLock final
{
    Q_DISABLE_COPY_MOVE(ProfileLock)

public:
    // Waits at most five seconds for another process that is opening the profile.
    static Result<std::unique_ptr<ProfileLock>> beginOpening(const QString &folder);
    ~ProfileLock();

    // True when no other process uses the profile; nobody can begin to before endOpening().
    bool isAlone() const;
    // From here on the profile counts as used by this process.
    void endOpening();

private:
    explicit ProfileLock(int fd);
    int m_fd;
};

} // namespace vitrine
