#include "tools/Arguments.h"

#include "base/Json.h"

#include <QJsonDocument>
#include <QJsonParseError>

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

using Type = ArgumentSpec::Type;

// No picture has coordinates beyond this; such numbers are slips, not places.
constexpr double absurd = 1e7;

QString quoted(const QStringList &choices)
{
    QStringList parts;
    for (const QString &choice : choices)
        parts.append(u'"' + choice + u'"');
    const QString last = parts.takeLast();
    return parts.isEmpty() ? last : parts.join(QStringLiteral(", ")) + QStringLiteral(" or ") + last;
}

// A value as the model wrote it, short enough for one line.
QString shown(const QJsonValue &value)
{
    if (value.isDouble())
        return numberText(value.toDouble());
    const QByteArray array = toJson(QJsonArray{value});
    const QString text = QString::fromUtf8(array.mid(1, array.size() - 2));
    return text.size() > 60 ? text.left(57) + QStringLiteral("...") : text;
}

QString rangeText(const ArgumentSpec &spec)
{
    return QStringLiteral("a number from %1 to %2").arg(numberText(spec.minimum), numberText(spec.maximum));
}

bool isInRange(const ArgumentSpec &spec, const QJsonValue &value)
{
    const double number = value.toDouble();
    return value.isDouble() && std::isfinite(number) && number >= spec.minimum && number <= spec.maximum;
}

QString expected(const ArgumentSpec &spec)
{
    switch (spec.type) {
    case Type::Text:
        return spec.form.isEmpty() ? QStringLiteral("a string") : QStringLiteral("a string like ") + spec.form;
    case Type::Choice:
        return quoted(spec.choices);
    case Type::Number:
        return rangeText(spec);
    case Type::NumberOrAuto:
        return rangeText(spec) + QStringLiteral(" or \"auto\"");
    case Type::Flag:
        return QStringLiteral("true or false");
    case Type::Numbers:
        return QStringLiteral("an array of %1 numbers %2").arg(spec.count).arg(spec.form);
    case Type::Objects:
        return QStringLiteral("an array of objects like %1").arg(spec.form);
    }
    return {};
}

bool fits(const ArgumentSpec &spec, const QJsonValue &value)
{
    switch (spec.type) {
    case Type::Text:
        return value.isString();
    case Type::Choice:
        return value.isString() && spec.choices.contains(value.toString());
    case Type::Number:
        return isInRange(spec, value);
    case Type::NumberOrAuto:
        return value == QLatin1String("auto") || isInRange(spec, value);
    case Type::Flag:
        return value.isBool();
    case Type::Numbers: {
        const QJsonArray array = value.toArray();
        return value.isArray() && array.size() == spec.count && std::all_of(array.begin(), array.end(), [](const QJsonValue &entry) {
                   return entry.isDouble() && std::isfinite(entry.toDouble());
               });
    }
    case Type::Objects: {
        const QJsonArray array = value.toArray();
        return value.isArray() && !array.isEmpty() && std::all_of(array.begin(), array.end(), [](const QJsonValue &entry) { return entry.isObject(); });
    }
    }
    return false;
}

QJsonObject schemaOf(const ArgumentSpec &spec)
{
    QJsonObject schema;
    const QJsonObject number{{"type", "number"}, {"minimum", spec.minimum}, {"maximum", spec.maximum}};
    switch (spec.type) {
    case Type::Text:
        schema = {{"type", "string"}};
        break;
    case Type::Choice:
        schema = {{"type", "string"}, {"enum", QJsonArray::fromStringList(spec.choices)}};
        break;
    case Type::Number:
        schema = number;
        break;
    case Type::NumberOrAuto:
        schema = {{"anyOf", QJsonArray{number, QJsonObject{{"type", "string"}, {"enum", QJsonArray{"auto"}}}}}};
        break;
    case Type::Flag:
        schema = {{"type", "boolean"}};
        break;
    case Type::Numbers:
        schema = {{"type", "array"}, {"items", QJsonObject{{"type", "number"}}}, {"minItems", spec.count}, {"maxItems", spec.count}};
        break;
    case Type::Objects:
        schema = {{"type", "array"}, {"items", spec.items}, {"minItems", 1}};
        break;
    }
    schema.insert(QStringLiteral("description"), spec.description);
    return schema;
}

Result<QJsonObject> parsed(const QString &tool, const QString &json)
{
    if (json.trimmed().isEmpty())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8(), &error);
    if (error.error != QJsonParseError::NoError) {
        return failForModel(ErrorKind::InvalidRequest, QStringLiteral("The arguments of %1 are not JSON (%2 at byte %3); send one JSON object.")
                                                           .arg(tool, error.errorString())
                                                           .arg(error.offset));
    }
    if (!document.isObject())
        return failForModel(ErrorKind::InvalidRequest, QStringLiteral("The arguments of %1 must be one JSON object.").arg(tool));
    return document.object();
}

} // namespace

QString numberText(double value, int decimals)
{
    if (!std::isfinite(value) || std::abs(value) >= 1e15)
        return QString::number(value, 'g', 6);
    QString text = QString::number(value, 'f', decimals);
    if (text.contains(u'.')) {
        while (text.endsWith(u'0'))
            text.chop(1);
        if (text.endsWith(u'.'))
            text.chop(1);
    }
    return text == QLatin1String("-0") ? QStringLiteral("0") : text;
}

QString listText(const QList<double> &values, int decimals)
{
    QStringList parts;
    for (double value : values)
        parts.append(numberText(value, decimals));
    return u'[' + parts.join(u',') + u']';
}

QByteArray schemaOf(const QList<ArgumentSpec> &specs)
{
    QJsonObject properties;
    QJsonArray required;
    for (const ArgumentSpec &spec : specs) {
        properties.insert(spec.name, schemaOf(spec));
        if (spec.required)
            required.append(spec.name);
    }
    return toJson(QJsonObject{{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}});
}

std::optional<double> Arguments::number(const QString &name) const
{
    const QJsonValue value = m_values.value(name);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QList<double> Arguments::numbers(const QString &name) const
{
    QList<double> list;
    for (const QJsonValue &value : m_values.value(name).toArray())
        list.append(value.toDouble());
    return list;
}

Result<Arguments> Arguments::parse(const QString &tool, const QList<ArgumentSpec> &specs, const QString &json)
{
    const Result<QJsonObject> object = parsed(tool, json);
    if (!object)
        return tl::unexpected(object.error());
    const auto wrong = [](const QString &sentence) { return failForModel(ErrorKind::InvalidRequest, sentence); };
    QStringList names;
    for (const ArgumentSpec &spec : specs)
        names.append(spec.name);
    for (const QString &key : object->keys()) {
        if (!names.contains(key)) {
            const QString shortKey = key.size() > 40 ? key.left(37) + QStringLiteral("...") : key;
            return wrong(QStringLiteral("Unknown argument \"%1\"; %2 takes %3.").arg(shortKey, tool, names.join(QStringLiteral(", "))));
        }
    }
    Arguments arguments;
    for (const ArgumentSpec &spec : specs) {
        const QJsonValue value = object->value(spec.name);
        // Models in strict mode write null for what they leave out.
        if (value.isUndefined() || value.isNull()) {
            if (spec.required)
                return wrong(QStringLiteral("%1 needs \"%2\": %3.").arg(tool, spec.name, expected(spec)));
            continue;
        }
        if (!fits(spec, value))
            return wrong(QStringLiteral("\"%1\" must be %2, not %3.").arg(spec.name, expected(spec), shown(value)));
        if (spec.type == Type::Numbers) {
            for (const QJsonValue &entry : value.toArray()) {
                if (std::abs(entry.toDouble()) > absurd)
                    return wrong(QStringLiteral("%1 holds %2, which is no place in a picture.").arg(spec.name, numberText(entry.toDouble())));
            }
        }
        arguments.m_values.insert(spec.name, value);
    }
    return arguments;
}

} // namespace vitrine
