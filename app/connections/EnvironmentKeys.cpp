#include "connections/EnvironmentKeys.h"

#include <QRegularExpression>

#include <cstdlib>
#include <cstring>

namespace vitrine {

void EnvironmentKeys::take(const QStringList &variables)
{
    for (const QString &variable : variables)
        value(variable);
}

QByteArray EnvironmentKeys::value(const QString &variable)
{
    const auto known = m_values.constFind(variable);
    if (known != m_values.cend())
        return *known;
    const QByteArray name = variable.toLocal8Bit();
    char *text = isVariableName(variable) ? std::getenv(name.constData()) : nullptr;
    if (!text)
        return {};
    const QByteArray value(text);
    explicit_bzero(text, size_t(value.size()));
    qunsetenv(name.constData());
    m_values.insert(variable, value);
    return value;
}

bool isVariableName(const QString &name)
{
    static const QRegularExpression pattern(QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z_][A-Za-z0-9_]{0,127}")));
    return pattern.match(name).hasMatch();
}

} // namespace vitrine
