#include "tools/ImageDetectTextTool.h"

#include "imaging/Background.h"
#include "tools/PictureText.h"

#include <QRegularExpression>

namespace vitrine {

namespace {

// More than a page holds; the rest is kept whole beside it.
constexpr qsizetype maxTextBytes = 48 * 1024;

void answer(PictureJob &job, const QJsonObject &values)
{
    const QString text = recognisedText(job.picture(), values);
    const QByteArray whole = text.toUtf8();
    if (whole.size() <= maxTextBytes) {
        job.endWithText(text);
        return;
    }
    BlobStore &blobs = job.context().blobs();
    runInBackground<Result<BlobRef>>(
        job.context().pool(), &job, [&blobs, whole] { return blobs.put(whole, QStringLiteral("text/plain")); },
        [&job, whole](const Result<BlobRef> &stored) {
            if (!stored) {
                job.endWithText(stored.error().message, Outcome::Error);
                return;
            }
            const QByteArray given = whole.left(whole.lastIndexOf('\n', maxTextBytes));
            ToolResult result;
            result.text = QString::fromUtf8(given) + QStringLiteral("\nThe text was cut here; read the rest part by part with bbox.");
            result.givenBytes = given.size();
            result.totalBytes = whole.size();
            result.whole = *stored;
            job.end(result);
        });
}

} // namespace

QString ImageDetectTextTool::name() const
{
    return QStringLiteral("image_detect_text");
}

QString ImageDetectTextTool::description() const
{
    return QStringLiteral("Read the text of a picture with OCR: each line with its box and confidence. Printed text is read well, handwriting badly: "
                          "check unsure words with image_zoom. No new picture.");
}

QList<ArgumentSpec> ImageDetectTextTool::arguments() const
{
    ArgumentSpec lang;
    lang.name = QStringLiteral("lang");
    lang.form = QStringLiteral("\"eng\", \"chi_sim\", \"eng+chi_sim\" or \"auto\"");
    lang.description = QStringLiteral("Language of the text: eng, chi_sim, eng+chi_sim, or auto (default).");
    ArgumentSpec layout;
    layout.name = QStringLiteral("layout");
    layout.type = ArgumentSpec::Type::Choice;
    layout.choices = {QStringLiteral("page"), QStringLiteral("sparse"), QStringLiteral("line"), QStringLiteral("auto")};
    layout.description = QStringLiteral("page: paragraphs and columns. sparse: scattered words (boards, charts). line: one line. auto (default).");
    ArgumentSpec confidence;
    confidence.name = QStringLiteral("min_conf");
    confidence.type = ArgumentSpec::Type::Number;
    confidence.minimum = 0;
    confidence.maximum = 100;
    confidence.description = QStringLiteral("Leaves out words below this confidence, 0..100.");
    return {boxArgument(QStringLiteral("Read only this part, [x1,y1,x2,y2]."), false), unitsArgument(), lang, layout, confidence};
}

Result<ImageTool::Plan> ImageDetectTextTool::plan(const GalleryPicture &picture, const Arguments &arguments) const
{
    QJsonObject params;
    const Result<std::optional<QRect>> box = wholeBox(picture, arguments);
    if (!box)
        return tl::unexpected(box.error());
    if (*box)
        params.insert(QStringLiteral("bbox"), boxJson(**box));
    if (arguments.has(QStringLiteral("lang"))) {
        // The language becomes part of a file's name in the picture process.
        static const QRegularExpression pattern(QStringLiteral("\\A[A-Za-z_]{3,16}(\\+[A-Za-z_]{3,16}){0,3}\\z"));
        const QString lang = arguments.text(QStringLiteral("lang"));
        if (lang != QLatin1String("auto") && !pattern.match(lang).hasMatch()) {
            return failForModel(ErrorKind::InvalidRequest, QStringLiteral("\"lang\" must be like \"eng\", \"chi_sim\", \"eng+chi_sim\" or \"auto\", not \"%1\".").arg(lang.left(40)));
        }
        params.insert(QStringLiteral("lang"), lang);
    }
    if (arguments.has(QStringLiteral("layout")))
        params.insert(QStringLiteral("layout"), arguments.text(QStringLiteral("layout")));
    if (const std::optional<double> confidence = arguments.number(QStringLiteral("min_conf")))
        params.insert(QStringLiteral("min_conf"), *confidence);
    return Plan{QStringLiteral("detect_text"), params, false, [params](PictureJob &job) {
                    job.ask(QStringLiteral("detect_text"), params, [&job](const QJsonObject &values) { answer(job, values); });
                }};
}

} // namespace vitrine
