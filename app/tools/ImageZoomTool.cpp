#include "tools/ImageZoomTool.h"

#include "tools/PictureText.h"
#include "tools/ZoomPlan.h"

namespace vitrine {

QString ImageZoomTool::name() const
{
    return QStringLiteral("image_zoom");
}

QString ImageZoomTool::description() const
{
    return QStringLiteral("Cut a box out of a picture and look at it enlarged. The result is a new picture with its own id; it is cut from the "
                          "original pixels, also after rotations and earlier zooms.");
}

QList<ArgumentSpec> ImageZoomTool::arguments() const
{
    ArgumentSpec upscale;
    upscale.name = QStringLiteral("upscale");
    upscale.type = ArgumentSpec::Type::NumberOrAuto;
    upscale.minimum = 1;
    upscale.maximum = 8;
    upscale.description = QStringLiteral("Pixels of the result for each stored pixel of the picture; \"auto\" (default) makes the result as large as you "
                                         "can see, at most 4 times the original pixels.");
    ArgumentSpec pad;
    pad.name = QStringLiteral("pad");
    pad.type = ArgumentSpec::Type::Number;
    pad.minimum = 0;
    pad.maximum = 0.5;
    pad.description = QStringLiteral("Widens the box on every side by this fraction of its width and height. Default 0.");
    ArgumentSpec label;
    label.name = QStringLiteral("label");
    label.description = QStringLiteral("What you are looking for, for the user to see.");
    return {boxArgument(QStringLiteral("The box to look at, [x1,y1,x2,y2]."), true), unitsArgument(), upscale, pad, label};
}

Result<ImageTool::Plan> ImageZoomTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    const Result<ResolvedBox> resolved = resolveBox(picture, arguments.numbers(QStringLiteral("bbox")), unitsOf(arguments));
    if (!resolved)
        return tl::unexpected(resolved.error());
    const PixelSource source = context().gallery().pixelsOf(picture.id);
    const double originalPerPixel = scaleAt(source.matrix, resolved->box.center());
    const ZoomPlan zoom = planZoom({picture.size, resolved->box, arguments.number(QStringLiteral("pad")).value_or(0),
                                    arguments.number(QStringLiteral("upscale")), originalPerPixel},
                                   context().rule());

    NewPicture made;
    made.op = QStringLiteral("zoom");
    made.placement = croppedTo(zoom.box, zoom.size);
    made.params = {{"bbox", sentBox(picture, zoom.box)}, {"upscale", std::round(zoom.scale * 10000) / 10000}};
    const QString label = arguments.text(QStringLiteral("label")).simplified().left(200);
    if (!label.isEmpty())
        made.params.insert(QStringLiteral("label"), label);

    const double magnified = zoom.scale / originalPerPixel;
    const QString kernel = magnified > 1.001 ? QStringLiteral(" lanczos") : magnified < 0.999 ? QStringLiteral(" area") : QString();
    made.what = QStringLiteral("crop %1 of %2, x%3%4").arg(boxText(picture, zoom.box), picture.id, QString::number(zoom.scale, 'f', 2), kernel);
    if (resolved->clamped)
        made.notes.append(QStringLiteral("The box was clamped to the picture."));
    made.notes.append(zoom.notes);

    const QString fill = context().gallery().fillOf(picture.id);
    return Plan{made.op, made.params, true, [made, fill](PictureJob &job) { job.render(made, fill); }};
}

} // namespace vitrine
