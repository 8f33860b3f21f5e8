#pragma once

#include "base/Error.h"
#include "model/Item.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace vitrine {

// What `vitrine exec` prints: the answer on standard output and the steps on standard error, or JSON lines (a contract;
// DESIGN.md section 6).
class ExecReport final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExecReport)

public:
    explicit ExecReport(bool json, QObject *parent = nullptr);

    void take(const Item &item, const std::function<QString(const BlobRef &)> &pathOf);
    // Both print the last line and give the exit status.
    int ended();
    int failed(const Error &error);

private:
    void tell(const Item &item, const std::function<QString(const BlobRef &)> &pathOf);
    void printResult(const QString &status, const QJsonValue &error) const;

    bool m_json;
    QString m_conversation;
    QString m_text;
    int m_calls = 0;
    QHash<CallId, QString> m_names;
    std::optional<TurnEnded> m_end;
    std::optional<Error> m_trouble; // what could not be stored
};

} // namespace vitrine
