#include "tools/ImageDecodeBarcodeTool.h"

#include "tools/PictureText.h"

namespace vitrine {

QString ImageDecodeBarcodeTool::name() const
{
    return QStringLiteral("image_decode_barcode");
}

QString ImageDecodeBarcodeTool::description() const
{
    return QStringLiteral("Read barcodes and QR codes: format, content and corners. No new picture. The content is only read, never opened.");
}

QList<ArgumentSpec> ImageDecodeBarcodeTool::arguments() const
{
    return {boxArgument(QStringLiteral("Look only at this part, [x1,y1,x2,y2]."), false), unitsArgument()};
}

Result<ImageTool::Plan> ImageDecodeBarcodeTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    QJsonObject params;
    const Result<std::optional<QRect>> box = wholeBox(picture, arguments);
    if (!box)
        return tl::unexpected(box.error());
    if (*box)
        params.insert(QStringLiteral("bbox"), boxJson(**box));
    return Plan{QStringLiteral("decode_barcode"), params, false, [params](PictureJob &job) {
                    job.ask(QStringLiteral("decode_barcode"), params, [&job](const QJsonObject &values) {
                        job.endWithText(barcodeText(job.picture(), values[QStringLiteral("codes")].toArray()));
                    });
                }};
}

} // namespace vitrine
