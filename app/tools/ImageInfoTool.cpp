#include "tools/ImageInfoTool.h"

#include "base/Json.h"
#include "tools/PictureText.h"

#include <cmath>

namespace vitrine {

namespace {

QString flagsText(const QJsonObject &values)
{
    QStringList flags;
    for (const char *name : {"blurred", "dark", "low_contrast", "noisy", "light_on_dark"}) {
        if (values[QLatin1String(name)].toBool())
            flags.append(QString::fromLatin1(name).replace(u'_', u' '));
    }
    return flags.isEmpty() ? QStringLiteral("none") : flags.join(QStringLiteral(", "));
}

QString madeBy(const GalleryPicture &picture)
{
    if (picture.parent.isEmpty())
        return picture.op.isEmpty() ? QStringLiteral("attached by the user") : QStringLiteral("shown by %1").arg(picture.op);
    return QStringLiteral("%1 %2 of %3").arg(picture.op, QString::fromUtf8(toJson(picture.params)), picture.parent);
}

QString childrenOf(const Gallery &gallery, const QString &id)
{
    QStringList children;
    for (const GalleryPicture &picture : gallery.pictures()) {
        if (picture.parent == id)
            children.append(picture.id);
    }
    return children.isEmpty() ? QStringLiteral("none") : children.join(QStringLiteral(", "));
}

QString infoText(const Gallery &gallery, const GalleryPicture &picture, const QJsonObject &header, const QJsonObject &pixels)
{
    QStringList lines;
    const auto add = [&lines](const char *name, const QString &value) { lines.append(QLatin1String(name) + QStringLiteral(": ") + value); };
    const auto number = [&pixels](const char *name) { return numberText(pixels[QLatin1String(name)].toDouble(), 1); };
    add("image", picture.id);
    if (!picture.name.isEmpty())
        add("name", picture.name.simplified());
    add("as_sent", sizeText(picture.sentSize));
    add("stored", sizeText(picture.size));
    add("scale", numberText(double(picture.sentSize.width()) / std::max(1, picture.size.width()), 4));
    add("format", header[QStringLiteral("format")].toString());
    add("exif_orientation", QString::number(header[QStringLiteral("exif_orientation")].toInt(1)));
    add("mean", number("mean"));
    add("contrast", number("contrast"));
    add("sharpness", number("sharpness"));
    add("flags", flagsText(pixels));
    add("skew", number("skew_degrees"));
    add("made_by", madeBy(picture));
    if (const GalleryPicture *root = gallery.find(picture.root); root && root->id != picture.id)
        add("place", placeText(picture, *root));
    add("matrix_to_root", listText(QList<double>(picture.toRoot.begin(), picture.toRoot.end())));
    if (picture.confidence)
        add("confidence", numberText(*picture.confidence, 2));
    add("made_from_it", childrenOf(gallery, picture.id));
    return lines.join(u'\n');
}

} // namespace

QString ImageInfoTool::name() const
{
    return QStringLiteral("image_info");
}

QString ImageInfoTool::description() const
{
    return QStringLiteral("Size, format, light, contrast, sharpness, skew and descent of a picture, as text. Cheap; look here first. No new picture.");
}

QList<ArgumentSpec> ImageInfoTool::arguments() const
{
    return {};
}

Result<ImageTool::Plan> ImageInfoTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    Q_UNUSED(picture)
    Q_UNUSED(arguments)
    return Plan{QStringLiteral("info"), {}, false, [](PictureJob &job) {
                    job.ask(QStringLiteral("probe"), {}, [&job](const QJsonObject &header) {
                        job.ask(QStringLiteral("analyse"), {}, [&job, header](const QJsonObject &pixels) {
                            job.endWithText(infoText(job.context().gallery(), job.picture(), header, pixels));
                        });
                    });
                }};
}

} // namespace vitrine
