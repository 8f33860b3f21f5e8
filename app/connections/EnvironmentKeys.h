#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace vitrine {

// Keys from environment variables. Each variable is read once, overwritten where it lies and removed, so that neither a child nor a crash
// dump has it. Fill it early in main(), before threads start: the C library does not guard its environment against readers.
class EnvironmentKeys final
{
public:
    // Of variables that do not exist nothing is remembered.
    void take(const QStringList &variables);
    // Takes the variable now when nobody did before. As it was set, not yet cleaned; empty when there is none.
    QByteArray value(const QString &variable);

private:
    QHash<QString, QByteArray> m_values;
};

// What a variable may be called: letters, digits and _, not beginning with a digit.
bool isVariableName(const QString &name);

} // namespace vitrine
