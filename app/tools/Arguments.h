#pragma once

#include "base/Error.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <limits>
#include <optional>

namespace vitrine {

// One argument of a tool. The schema that a model is given and the check of what it sends come from the same description.
struct ArgumentSpec {
    enum class Type { Text, Choice, Number, NumberOrAuto, Flag, Numbers, Objects };

    QString name;
    Type type = Type::Text;
    QString description;
    bool required = false;
    QStringList choices;                                      // Choice
    double minimum = std::numeric_limits<double>::lowest();   // Number, NumberOrAuto
    double maximum = std::numeric_limits<double>::max();
    int count = 0;                                            // Numbers: how many
    QString form;                                             // how a right value looks: "[x1,y1,x2,y2]"
    QJsonObject items;                                        // Objects: the JSON schema of one
};

// The arguments of one call, checked: names, types, ranges, finite numbers. What is absent or null is absent.
class Arguments
{
public:
    // The error is one sentence for the model.
    static Result<Arguments> parse(const QString &tool, const QList<ArgumentSpec> &specs, const QString &json);

    bool has(const QString &name) const { return m_values.contains(name); }
    QString text(const QString &name) const { return m_values.value(name).toString(); }
    // Absent as well when the value is "auto".
    std::optional<double> number(const QString &name) const;
    bool flag(const QString &name, bool otherwise = false) const { return m_values.value(name).toBool(otherwise); }
    QList<double> numbers(const QString &name) const;
    QJsonArray objects(const QString &name) const { return m_values.value(name).toArray(); }
    const QJsonObject &values() const { return m_values; }

private:
    QJsonObject m_values;
};

// The JSON schema of the arguments object.
QByteArray schemaOf(const QList<ArgumentSpec> &specs);

// 0.5, 12, 1e+300: the shortest text that a person would write, at most `decimals` digits after the point.
QString numberText(double value, int decimals = 6);
// "[120,40,376.5,168]"
QString listText(const QList<double> &values, int decimals = 6);

} // namespace vitrine
