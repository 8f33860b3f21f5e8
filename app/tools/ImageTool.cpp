#include "tools/ImageTool.h"

#include "base/Json.h"
#include "tools/PictureText.h"

namespace vitrine {

ToolSpec ImageTool::spec() const
{
    return {name(), description(), schemaOf(allArguments()), false};
}

QList<ArgumentSpec> ImageTool::allArguments() const
{
    ArgumentSpec image;
    image.name = QStringLiteral("image");
    image.description = QStringLiteral("Id of the picture: img_1 is the first one attached, img_1.2 was made from it.");
    image.required = true;
    image.form = QStringLiteral("\"img_1\"");
    return QList<ArgumentSpec>{image} + arguments();
}

ArgumentSpec ImageTool::boxArgument(const QString &description, bool required) const
{
    ArgumentSpec box;
    box.name = QStringLiteral("bbox");
    box.type = ArgumentSpec::Type::Numbers;
    box.count = 4;
    box.form = QStringLiteral("[x1,y1,x2,y2]");
    box.description = description;
    box.required = required;
    return box;
}

ArgumentSpec ImageTool::unitsArgument() const
{
    ArgumentSpec units;
    units.name = QStringLiteral("units");
    units.type = ArgumentSpec::Type::Choice;
    units.choices = {toString(BoxUnits::Pixels), toString(BoxUnits::Norm1000), toString(BoxUnits::Norm1)};
    units.description = QStringLiteral("What the coordinates count: px (pixels of the picture as you see it), norm1000 (0..1000 of its width and "
                                       "height) or norm1 (0..1). Default %1. Never guessed from the numbers.")
                            .arg(toString(m_context.rule().units));
    return units;
}

BoxUnits ImageTool::unitsOf(const Arguments &arguments) const
{
    return boxUnitsFromString(arguments.text(QStringLiteral("units"))).value_or(m_context.rule().units);
}

Result<std::optional<QRect>> ImageTool::wholeBox(const GalleryPicture &picture, const Arguments &arguments) const
{
    if (!arguments.has(QStringLiteral("bbox")))
        return std::nullopt;
    const Result<ResolvedBox> resolved = resolveBox(picture, arguments.numbers(QStringLiteral("bbox")), unitsOf(arguments));
    if (!resolved)
        return tl::unexpected(resolved.error());
    return resolved->box.toAlignedRect();
}

std::unique_ptr<ToolRun> ImageTool::start(const ToolInvocation &invocation)
{
    auto run = std::make_unique<PictureRun>(invocation.callId);
    begin(*run, invocation.arguments);
    return run;
}

void ImageTool::begin(PictureRun &run, const QString &json)
{
    if (const std::optional<QString> limit = m_context.countCall())
        return run.finishLater(*limit, Outcome::Limit);
    const Result<Arguments> arguments = Arguments::parse(name(), allArguments(), json);
    if (!arguments)
        return run.finishLater(arguments.error().message, Outcome::Error);

    const QString id = arguments->text(QStringLiteral("image"));
    const GalleryPicture *picture = m_context.gallery().find(id);
    if (!picture) {
        const QString known = m_context.gallery().pictures().isEmpty() ? QStringLiteral("none; no picture is attached") : m_context.gallery().known();
        return run.finishLater(QStringLiteral("Unknown image \"%1\". Known: %2.").arg(id.left(40), known), Outcome::Error);
    }
    const Result<Plan> plan = this->plan(*picture, *arguments);
    if (!plan)
        return run.finishLater(plan.error().message, Outcome::Error);

    if (plan->makesPicture) {
        if (const GalleryPicture *made = m_context.gallery().findMade(id, plan->op, plan->params))
            return run.finishLater(repeatText(*made), Outcome::Ok);
        if (const std::optional<QString> limit = m_context.refusePicture())
            return run.finishLater(*limit, Outcome::Limit);
    }
    const QByteArray key = id.toUtf8() + ' ' + plan->op.toUtf8() + ' ' + toJson(repeatKey(plan->params));
    if (const std::shared_ptr<PictureJob> job = m_context.running(key))
        return run.follow(job);
    const auto job = std::make_shared<PictureJob>(m_context, key, *picture);
    m_context.setRunning(key, job);
    run.follow(job);
    plan->work(*job);
}

} // namespace vitrine
