#include "tools/ImageFlipTool.h"

namespace vitrine {

QString ImageFlipTool::name() const
{
    return QStringLiteral("image_flip");
}

QString ImageFlipTool::description() const
{
    return QStringLiteral("Mirror a picture, for instance writing seen through glass or in a mirror. The result is a new picture.");
}

QList<ArgumentSpec> ImageFlipTool::arguments() const
{
    ArgumentSpec axis;
    axis.name = QStringLiteral("axis");
    axis.type = ArgumentSpec::Type::Choice;
    axis.choices = {QStringLiteral("horizontal"), QStringLiteral("vertical")};
    axis.required = true;
    axis.description = QStringLiteral("horizontal: left and right change places. vertical: top and bottom do.");
    return {axis};
}

Result<ImageTool::Plan> ImageFlipTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    const QString axis = arguments.text(QStringLiteral("axis"));
    NewPicture made;
    made.op = QStringLiteral("flip");
    made.params = {{"axis", axis}};
    made.placement = flippedOver(picture.size, axis == QLatin1String("horizontal") ? FlipAxis::Horizontal : FlipAxis::Vertical);
    made.what = QStringLiteral("flip %1 of %2").arg(axis, picture.id);
    const QString fill = context().gallery().fillOf(picture.id);
    return Plan{made.op, made.params, true, [made, fill](PictureJob &job) { job.render(made, fill); }};
}

} // namespace vitrine
