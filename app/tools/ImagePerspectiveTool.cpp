#include "tools/ImagePerspectiveTool.h"

#include "tools/PictureText.h"

#include <algorithm>
#include <cmath>

namespace vitrine {

namespace {

constexpr double minScore = 0.3;

struct Area {
    QJsonObject params;
    std::optional<double> aspect;
};

tl::unexpected<Error> wrongCorners(const QString &sentence)
{
    return failForModel(ErrorKind::InvalidRequest, sentence);
}

QJsonArray roundedList(const Quad &quad)
{
    QJsonArray array;
    for (double value : quad)
        array.append(std::round(value * 100) / 100);
    return array;
}

// Empty when the corners enclose nothing that can be laid flat.
std::optional<NewPicture> flattened(const GalleryPicture &picture, const Quad &corners, const Area &area)
{
    const std::optional<Placement> placement = rectifiedFrom(corners, rectifiedSize(corners, area.aspect));
    if (!placement)
        return std::nullopt;
    NewPicture made;
    made.op = QStringLiteral("perspective");
    made.params = area.params;
    made.params.insert(QStringLiteral("corners"), roundedList(asSent(picture, corners)));
    made.placement = *placement;
    made.corners = corners;
    made.what = QStringLiteral("perspective %1 of %2").arg(quadText(picture, corners), picture.id);
    return made;
}

void flattenOutline(PictureJob &job, const Area &area, const QString &fill)
{
    job.ask(QStringLiteral("find_outline"), {}, [&job, area, fill](const QJsonObject &values) {
        const double score = values[QStringLiteral("score")].toDouble();
        const QJsonArray found = values[QStringLiteral("corners")].toArray();
        Quad corners{};
        for (size_t i = 0; i < corners.size(); ++i)
            corners[i] = found.at(qsizetype(i)).toDouble();
        std::optional<NewPicture> made;
        if (found.size() == 8 && score >= minScore)
            made = flattened(job.picture(), corners, area);
        if (!made) {
            job.endWithText(QStringLiteral("No page outline found (best score %1). Give corners as [x1,y1,..,x4,y4] or use image_zoom.")
                                .arg(QString::number(score, 'f', 2)),
                            Outcome::Error);
            return;
        }
        made->confidence = std::min(score, 1.0);
        made->what += QStringLiteral(", outline score %1").arg(QString::number(score, 'f', 2));
        job.render(*made, fill);
    });
}

} // namespace

QString ImagePerspectiveTool::name() const
{
    return QStringLiteral("image_perspective");
}

QString ImagePerspectiveTool::description() const
{
    return QStringLiteral("Lay a page, board or screen flat that was photographed at an angle: from its four corners, or with auto from the outline that "
                          "is found. The result is a new picture of that area alone.");
}

QList<ArgumentSpec> ImagePerspectiveTool::arguments() const
{
    ArgumentSpec corners;
    corners.name = QStringLiteral("corners");
    corners.type = ArgumentSpec::Type::Numbers;
    corners.count = 8;
    corners.form = QStringLiteral("[x1,y1,..,x4,y4]");
    corners.description = QStringLiteral("Corners of the area: top-left, top-right, bottom-right, bottom-left, [x1,y1,..,x4,y4]. Give this or auto.");
    ArgumentSpec automatic;
    automatic.name = QStringLiteral("auto");
    automatic.type = ArgumentSpec::Type::Flag;
    automatic.description = QStringLiteral("true: find the outline of the page or board.");
    ArgumentSpec aspect;
    aspect.name = QStringLiteral("aspect");
    aspect.type = ArgumentSpec::Type::Number;
    aspect.minimum = 0.05;
    aspect.maximum = 20;
    aspect.description = QStringLiteral("Width divided by height of the real thing, when known (A4 upright: 0.707).");
    return {corners, automatic, unitsArgument(), aspect};
}

Result<ImageTool::Plan> ImagePerspectiveTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    const bool hasCorners = arguments.has(QStringLiteral("corners"));
    const bool automatic = arguments.flag(QStringLiteral("auto"));
    if (hasCorners && automatic)
        return wrongCorners(QStringLiteral("Give image_perspective either \"corners\" or \"auto\":true, not both."));
    if (!hasCorners && !automatic)
        return wrongCorners(QStringLiteral("image_perspective needs \"corners\" or \"auto\":true."));

    Area area;
    area.aspect = arguments.number(QStringLiteral("aspect"));
    if (area.aspect)
        area.params.insert(QStringLiteral("aspect"), *area.aspect);
    const QString fill = context().gallery().fillOf(picture.id);
    if (automatic) {
        area.params.insert(QStringLiteral("auto"), true);
        return Plan{QStringLiteral("perspective"), area.params, true, [area, fill](PictureJob &job) { flattenOutline(job, area, fill); }};
    }

    const QList<double> given = arguments.numbers(QStringLiteral("corners"));
    const QList<double> stored = toStored(picture, given, unitsOf(arguments));
    Quad corners{};
    std::copy(stored.begin(), stored.end(), corners.begin());
    // A corner may lie a little outside when the page does; far outside it is a slip.
    const QRectF around(QPointF(-0.5 * picture.size.width(), -0.5 * picture.size.height()), QSizeF(picture.size) * 2);
    if (!around.contains(boundsOf(corners)))
        return wrongCorners(QStringLiteral("corners %1 lie outside %2 (%3).").arg(listText(given), picture.id, sizeText(picture.sentSize)));
    const std::optional<NewPicture> made = flattened(picture, corners, area);
    if (!made) {
        return wrongCorners(QStringLiteral("corners %1 are not the top-left, top-right, bottom-right and bottom-left corner of an area; give them in this order.")
                                .arg(listText(given)));
    }
    return Plan{made->op, made->params, true, [made, fill](PictureJob &job) { job.render(*made, fill); }};
}

} // namespace vitrine
