#include "tools/ImageRotateTool.h"

#include "tools/PictureText.h"

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

// Smaller turns cannot be seen, but would cost the pixels their sharpness.
constexpr double leastDegrees = 0.25;

QString degreesText(double degrees)
{
    return numberText(degrees, 2);
}

// Quarter turns that are meant stay exact.
double tidied(double degrees)
{
    const double turn = std::remainder(degrees, 360.0);
    const double quarter = std::round(turn / 90.0) * 90.0;
    return std::abs(turn - quarter) < leastDegrees ? quarter : std::round(turn * 100) / 100;
}

QString unsureText(const QJsonObject &values)
{
    QStringList parts;
    for (const QJsonValue &value : values[QStringLiteral("candidates")].toArray()) {
        const QJsonObject candidate = value.toObject();
        parts.append(QStringLiteral("%1 deg %2").arg(degreesText(candidate[QStringLiteral("degrees")].toDouble()),
                                                     QString::number(candidate[QStringLiteral("score")].toDouble(), 'f', 1)));
    }
    const QString list = parts.isEmpty() ? QStringLiteral("no text to go by") : QStringLiteral("candidates ") + parts.join(QStringLiteral(", "));
    QString text = QStringLiteral("Rotation unsure (%1); nothing changed.").arg(list);
    const double skew = values[QStringLiteral("skew")].toDouble();
    if (std::isfinite(skew) && std::abs(skew) >= leastDegrees)
        text += QStringLiteral(" Its lines are level after a turn by %1 deg.").arg(degreesText(skew));
    return text;
}

// Outside of a cut picture there may be more of what it was cut from.
bool showsSurroundings(const PixelSource &source, const GalleryPicture &picture, const Placement &placement)
{
    if (source.picture->id == picture.id)
        return false;
    const QRectF all(QPointF(0, 0), source.picture->size);
    const QRectF own(QPointF(-0.5, -0.5), QSizeF(picture.size) + QSizeF(1, 1));
    const Quad corners = mapped(placement.toParent, QRectF(QPointF(0, 0), placement.size));
    for (int i = 0; i < 4; ++i) {
        const QPointF corner = cornerOf(corners, i);
        if (!own.contains(corner) && all.contains(mapped(source.matrix, corner)))
            return true;
    }
    return false;
}

struct Turn {
    double degrees = 0;
    Expand expand = Expand::Yes;
    QString fill;
    QJsonObject params;
};

void turn(PictureJob &job, Turn turn, const QString &found, std::optional<double> confidence)
{
    const GalleryPicture &picture = job.picture();
    turn.params.insert(QStringLiteral("degrees"), turn.degrees);
    NewPicture made;
    made.op = QStringLiteral("rotate");
    made.params = turn.params;
    made.placement = rotatedBy(picture.size, turn.degrees, turn.expand);
    made.confidence = confidence;
    const bool isQuarter = std::fmod(turn.degrees, 90.0) == 0.0;
    made.what = QStringLiteral("rotation by %1 deg of %2").arg(degreesText(turn.degrees), picture.id) + found + (isQuarter ? QStringLiteral(", lossless") : QString());
    if (showsSurroundings(job.context().gallery().pixelsOf(picture.id), picture, made.placement))
        made.notes.append(QStringLiteral("The corners show what surrounds %1 in %2.").arg(picture.id, picture.root));
    job.render(made, turn.fill);
}

void turnUpright(PictureJob &job, const Turn &wanted)
{
    job.ask(QStringLiteral("find_rotation"), {}, [&job, wanted](const QJsonObject &values) {
        const QString method = values[QStringLiteral("method")].toString();
        const double found = values[QStringLiteral("degrees")].toDouble();
        // A skew alone does not tell which side is up.
        const bool isSure = method == QLatin1String("osd") || method == QLatin1String("ocr");
        if (!isSure || !(std::abs(found) <= 720)) {
            job.endWithText(unsureText(values), Outcome::Error);
            return;
        }
        const double degrees = tidied(found);
        const double confidence = std::clamp(values[QStringLiteral("confidence")].toDouble(), 0.0, 1.0);
        const QString how = QStringLiteral(", found by %1, confidence %2").arg(method, QString::number(confidence, 'f', 2));
        if (degrees == 0) {
            job.endWithText(QStringLiteral("%1 is upright already (%2 deg%3); nothing changed.").arg(job.picture().id, degreesText(found), how));
            return;
        }
        Turn upright = wanted;
        upright.degrees = degrees;
        turn(job, upright, how, confidence);
    });
}

} // namespace

QString ImageRotateTool::name() const
{
    return QStringLiteral("image_rotate");
}

QString ImageRotateTool::description() const
{
    return QStringLiteral("Turn a picture by an angle, or upright by itself (auto: found from its text and lines; reports the angle and how sure it is). "
                          "The result is a new picture.");
}

QList<ArgumentSpec> ImageRotateTool::arguments() const
{
    ArgumentSpec degrees;
    degrees.name = QStringLiteral("degrees");
    degrees.type = ArgumentSpec::Type::Number;
    degrees.minimum = -360;
    degrees.maximum = 360;
    degrees.description = QStringLiteral("Angle; positive turns clockwise. Give this or auto.");
    ArgumentSpec automatic;
    automatic.name = QStringLiteral("auto");
    automatic.type = ArgumentSpec::Type::Flag;
    automatic.description = QStringLiteral("true: find the angle that makes the picture upright and level.");
    ArgumentSpec expand;
    expand.name = QStringLiteral("expand");
    expand.type = ArgumentSpec::Type::Flag;
    expand.description = QStringLiteral("true (default): the result grows so that no corner is lost. false: it keeps its size.");
    ArgumentSpec fill;
    fill.name = QStringLiteral("fill");
    fill.type = ArgumentSpec::Type::Choice;
    fill.choices = {QStringLiteral("white"), QStringLiteral("black"), QStringLiteral("edge")};
    fill.description = QStringLiteral("What the new corners are filled with. Default white.");
    return {degrees, automatic, expand, fill};
}

Result<ImageTool::Plan> ImageRotateTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    Q_UNUSED(picture)
    const std::optional<double> degrees = arguments.number(QStringLiteral("degrees"));
    const bool automatic = arguments.flag(QStringLiteral("auto"));
    if (degrees && automatic)
        return failForModel(ErrorKind::InvalidRequest, QStringLiteral("Give image_rotate either \"degrees\" or \"auto\":true, not both."));
    if (!degrees && !automatic)
        return failForModel(ErrorKind::InvalidRequest, QStringLiteral("image_rotate needs \"degrees\" or \"auto\":true."));

    Turn how;
    how.expand = arguments.flag(QStringLiteral("expand"), true) ? Expand::Yes : Expand::No;
    how.fill = arguments.has(QStringLiteral("fill")) ? arguments.text(QStringLiteral("fill")) : QStringLiteral("white");
    how.params = {{"expand", how.expand == Expand::Yes}, {"fill", how.fill}};
    if (automatic) {
        how.params.insert(QStringLiteral("auto"), true);
        return Plan{QStringLiteral("rotate"), how.params, true, [how](PictureJob &job) { turnUpright(job, how); }};
    }
    how.degrees = *degrees;
    how.params.insert(QStringLiteral("degrees"), *degrees);
    return Plan{QStringLiteral("rotate"), how.params, true, [how](PictureJob &job) { turn(job, how, {}, std::nullopt); }};
}

} // namespace vitrine
