#include "tools/ImageEnhanceTool.h"

#include "tools/PictureText.h"

namespace vitrine {

namespace {

QStringList operations()
{
    return {QStringLiteral("auto"),    QStringLiteral("whitebalance"), QStringLiteral("flatten"), QStringLiteral("clahe"),
            QStringLiteral("gamma"),   QStringLiteral("denoise"),      QStringLiteral("sharpen"), QStringLiteral("deblur"),
            QStringLiteral("binarize"), QStringLiteral("invert"),       QStringLiteral("grayscale")};
}

// One operation as it goes into the lineage: its name and the strength if there is one.
Result<QJsonObject> checkedOperation(const QJsonObject &given)
{
    const auto wrong = [](const QString &sentence) { return failForModel(ErrorKind::InvalidRequest, sentence); };
    const QString name = given[QStringLiteral("op")].toString();
    if (!operations().contains(name))
        return wrong(QStringLiteral("Unknown enhance op \"%1\"; known are %2.").arg(name.left(40), operations().join(QStringLiteral(", "))));
    QJsonObject operation{{"op", name}};
    for (const QString &key : given.keys()) {
        const QJsonValue value = given.value(key);
        if (key == QLatin1String("op") || value.isNull())
            continue;
        if (key != QLatin1String("strength"))
            return wrong(QStringLiteral("Unknown field \"%1\" in ops; an op has \"op\" and, if you like, \"strength\".").arg(key.left(40)));
        const bool isGamma = name == QLatin1String("gamma");
        const double least = isGamma ? 0.1 : 0;
        const double most = isGamma ? 10 : 1;
        if (!value.isDouble() || !(value.toDouble() >= least && value.toDouble() <= most))
            return wrong(QStringLiteral("\"strength\" of %1 must be a number from %2 to %3.").arg(name, numberText(least), numberText(most)));
        operation.insert(key, value);
    }
    return operation;
}

QString joinedNames(const QJsonArray &applied)
{
    QStringList names;
    for (const QJsonValue &value : applied)
        names.append(value.toString());
    return names.join(QStringLiteral(", "));
}

// What the answer says of the result; false when there is none worth keeping.
bool complete(PictureJob &job, const QJsonObject &values, NewPicture &made)
{
    const QString id = job.picture().id;
    const QString applied = joinedNames(values[QStringLiteral("applied")].toArray());
    if (applied.isEmpty()) {
        job.endWithText(QStringLiteral("%1 needs no enhancing; nothing changed.").arg(id));
        return false;
    }
    made.what = QStringLiteral("enhance %1 of %2").arg(applied, id);
    made.notes.append(values[QStringLiteral("improved")].toBool()
                          ? QStringLiteral("Its writing stands out better than in %1.").arg(id)
                          : QStringLiteral("Its writing does not stand out better than in %1; compare both.").arg(id));
    return true;
}

} // namespace

QString ImageEnhanceTool::name() const
{
    return QStringLiteral("image_enhance");
}

QString ImageEnhanceTool::description() const
{
    return QStringLiteral("Make a picture easier to read: even out light, raise contrast, reduce noise or blur. Nothing moves. The result is a new "
                          "picture; says what was done and whether it helped.");
}

QList<ArgumentSpec> ImageEnhanceTool::arguments() const
{
    ArgumentSpec ops;
    ops.name = QStringLiteral("ops");
    ops.type = ArgumentSpec::Type::Objects;
    ops.required = true;
    ops.form = QStringLiteral("[{\"op\":\"auto\"}]");
    ops.items = {{"type", "object"},
                 {"properties", QJsonObject{{"op", QJsonObject{{"type", "string"}, {"enum", QJsonArray::fromStringList(operations())}}},
                                            {"strength", QJsonObject{{"type", "number"}, {"minimum", 0}, {"maximum", 10}}}}},
                 {"required", QJsonArray{"op"}},
                 {"additionalProperties", false}};
    ops.description = QStringLiteral("Operations in order. auto chooses by itself; flatten evens out shadows; clahe raises local contrast. strength is 0..1 (gamma: the exponent, "
                                     "0.1..10); without it the usual amount.");
    return {ops, boxArgument(QStringLiteral("Only this part, [x1,y1,x2,y2]; the rest stays as it is."), false), unitsArgument()};
}

Result<ImageTool::Plan> ImageEnhanceTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    const QJsonArray given = arguments.objects(QStringLiteral("ops"));
    if (given.size() > 12)
        return failForModel(ErrorKind::InvalidRequest, QStringLiteral("At most 12 ops in one call, not %1.").arg(given.size()));
    QJsonArray ops;
    for (const QJsonValue &value : given) {
        const Result<QJsonObject> operation = checkedOperation(value.toObject());
        if (!operation)
            return tl::unexpected(operation.error());
        ops.append(*operation);
    }
    QJsonObject request{{"ops", ops}};
    NewPicture made;
    made.op = QStringLiteral("enhance");
    made.params = request;
    const Result<std::optional<QRect>> box = wholeBox(picture, arguments);
    if (!box)
        return tl::unexpected(box.error());
    if (*box) {
        request.insert(QStringLiteral("bbox"), boxJson(**box));
        made.params.insert(QStringLiteral("bbox"), sentBox(picture, **box));
    }
    made.placement.size = picture.size;
    return Plan{made.op, made.params, true, [made, request](PictureJob &job) {
                    job.enhance(request, made, [&job](const QJsonObject &values, NewPicture &result) { return complete(job, values, result); });
                }};
}

} // namespace vitrine
