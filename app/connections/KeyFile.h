#pragma once

#include "base/Error.h"
#include "connections/BoundKey.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace vitrine {

// keys.json: keys in the open, for a person who said yes to that. The file has mode 0600 and its folder 0700; when others could read either,
// it is not used and the error says what to do. A damaged or newer file is never overwritten. Any thread; a few milliseconds.
class KeyFile final
{
public:
    explicit KeyFile(QString path);

    QString path() const { return m_path; }
    // Absent when the file is missing or has no such entry.
    Result<std::optional<BoundKey>> read(const QString &entry) const;
    Done write(const QString &entry, const BoundKey &key) const;
    // Also fine when there is no such entry.
    Done remove(const QString &entry) const;

private:
    Result<QJsonObject> load() const;
    Done save(const QJsonObject &keys) const;

    QString m_path;
};

} // namespace vitrine
