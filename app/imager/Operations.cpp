#include "imager/Operations.h"

#include "imager/Analysis.h"
#include "imager/Barcode.h"
#include "imager/Decoder.h"
#include "imager/Enhance.h"
#include "imager/ImagerProtocol.h"
#include "imager/Outline.h"
#include "imager/Params.h"
#include "imager/Render.h"
#include "imager/Rotation.h"
#include "imager/TextReading.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringList>

#include <cmath>

namespace vitrine::imager {

namespace {

constexpr std::size_t cacheBytes = 512 << 20;
constexpr double largestSide = 30'000;

double rounded(double value, double steps = 100) { return std::round(value * steps) / steps; }

Outcome<std::vector<EnhanceStep>> stepsIn(const QJsonValue &value)
{
    constexpr int mostSteps = 20;
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.isEmpty() || array.size() > mostSteps)
        return refused(QT_TRANSLATE_NOOP("Imager", "The field ops must be an array of 1 to 20 enhancements like {\"op\": \"auto\"}."));
    std::vector<EnhanceStep> steps;
    for (const QJsonValue &entry : array) {
        EnhanceStep step;
        step.op = (entry.isString() ? entry.toString() : entry.toObject().value(QLatin1String("op")).toString()).toStdString();
        if (const QJsonValue strength = entry.toObject().value(QLatin1String("strength")); strength.isDouble())
            step.strength = strength.toDouble();
        steps.push_back(step);
    }
    return steps;
}

// The encoded result and, when it was asked for, the copy for a model.
Outcome<void> encodeInto(Answer &answer, const cv::Mat &picture, const QJsonObject &params)
{
    const Outcome<QString> name = choice(params, "encode", {QStringLiteral("auto"), QStringLiteral("png"), QStringLiteral("jpeg")}, QStringLiteral("auto"));
    if (!name)
        return tl::unexpected(name.error());
    const Encoding encoding = *name == QLatin1String("png") ? Encoding::Png : *name == QLatin1String("jpeg") ? Encoding::Jpeg : Encoding::Auto;
    answer.values[QLatin1String("size")] = toJson(picture.size());
    const bool wantsPicture = params.value(QLatin1String("want_picture")).toBool(true);
    const QJsonValue sent = params.value(QLatin1String("sent"));
    std::optional<cv::Size> sentSize;
    if (sent.isObject()) {
        SentLimits limits;
        const QJsonObject fields = sent.toObject();
        const auto side = number(fields, "max_side", 1, largestSide);
        const auto shortSide = number(fields, "max_short_side", 1, largestSide);
        const auto pixels = number(fields, "max_pixels", 1, double(maxPixels));
        for (const auto *field : {&side, &shortSide, &pixels}) {
            if (!*field)
                return tl::unexpected(field->error());
        }
        limits.maxSide = int(side->value_or(0));
        limits.maxShortSide = int(shortSide->value_or(0));
        limits.maxPixels = (long long)pixels->value_or(0);
        sentSize = fitted(picture.size(), limits);
        answer.values[QLatin1String("sent_size")] = toJson(*sentSize);
    }
    if (wantsPicture) {
        answer.picture = encode(picture, encoding);
        answer.values[QLatin1String("mime")] = QString::fromStdString(answer.picture.mime);
    }
    if (!sentSize)
        return {};
    if (wantsPicture && *sentSize == picture.size()) {
        answer.sentIsPicture = true;
        answer.values[QLatin1String("sent_mime")] = answer.values.value(QLatin1String("mime"));
    } else {
        answer.sent = encode(shrunk(picture, *sentSize), encoding);
        answer.values[QLatin1String("sent_mime")] = QString::fromStdString(answer.sent.mime);
    }
    return {};
}

QString nameOf(Layout layout)
{
    switch (layout) {
    case Layout::Page:
    case Layout::Block:
        return QStringLiteral("page");
    case Layout::Sparse:
        return QStringLiteral("sparse");
    case Layout::Line:
        return QStringLiteral("line");
    }
    return {};
}

QString nameOf(Rotation::Method method)
{
    switch (method) {
    case Rotation::Method::None:
        return QStringLiteral("none");
    case Rotation::Method::Skew:
        return QStringLiteral("skew");
    case Rotation::Method::Osd:
        return QStringLiteral("osd");
    case Rotation::Method::Ocr:
        return QStringLiteral("ocr");
    }
    return {};
}

QJsonObject lineJson(const Line &line, cv::Point2d offset)
{
    const auto moved = [&](cv::Rect2d box) { return toJson(box + offset); };
    QJsonArray words;
    for (const Word &word : line.words)
        words.append(QJsonObject{{QStringLiteral("text"), QString::fromStdString(word.text)}, {QStringLiteral("bbox"), moved(word.box)}, {QStringLiteral("confidence"), rounded(word.confidence, 10)}});
    return {{QStringLiteral("text"), QString::fromStdString(line.text())}, {QStringLiteral("bbox"), moved(line.box())},
            {QStringLiteral("confidence"), rounded(line.confidence(), 10)}, {QStringLiteral("block"), line.block},
            {QStringLiteral("paragraph"), line.paragraph}, {QStringLiteral("height"), rounded(line.height)}, {QStringLiteral("words"), words}};
}

// Languages as tesseract names them; anything else could name a file.
bool isLanguageList(const QString &text)
{
    return !text.isEmpty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'+'; });
}

Outcome<std::string> languagesIn(const QJsonObject &params, const char *name)
{
    const QJsonValue value = params.value(QLatin1String(name));
    if (value.isUndefined() || value.isNull())
        return std::string("auto");
    if (!isLanguageList(value.toString()))
        return refused("The field " + std::string(name) + " must name languages like \"eng\", \"chi_sim\" or \"eng+chi_sim\", or be \"auto\".");
    return value.toString().toStdString();
}

} // namespace

struct Operations::Input {
    FileView file;
    PictureInfo info;
};

Answer Answer::failed(const Failure &failure)
{
    const char *kind = failure.kind == Failure::Kind::Io ? "io" : failure.kind == Failure::Kind::InvalidRequest ? "invalid_request" : "bug";
    Answer answer;
    answer.values = {{QStringLiteral("error"), QString::fromStdString(failure.message)}, {QStringLiteral("kind"), QLatin1String(kind)}};
    return answer;
}

Operations::Operations()
    : m_cache(cacheBytes)
{
}

Answer Operations::run(const QString &op, const QJsonObject &params, int descriptor) noexcept
{
    try {
        const Outcome<Answer> answer = dispatch(op, params, descriptor);
        return answer ? *answer : Answer::failed(answer.error());
    } catch (const std::bad_alloc &) {
        m_cache.clear();
        return Answer::failed({Failure::Kind::InvalidRequest, QT_TRANSLATE_NOOP("Imager", "The picture needs more memory than it may use; shrink it or choose a smaller part.")});
    } catch (const cv::Exception &error) {
        if (error.code == cv::Error::StsNoMem) {
            m_cache.clear();
            return Answer::failed({Failure::Kind::InvalidRequest, QT_TRANSLATE_NOOP("Imager", "The picture needs more memory than it may use; shrink it or choose a smaller part.")});
        }
        return Answer::failed({Failure::Kind::Bug, "The picture operation failed: " + error.err + "."});
    } catch (const std::exception &error) {
        return Answer::failed({Failure::Kind::Bug, std::string("The picture operation failed: ") + error.what() + "."});
    } catch (...) {
        return Answer::failed({Failure::Kind::Bug, QT_TRANSLATE_NOOP("Imager", "The picture operation failed for an unknown reason; try another picture.")});
    }
}

Outcome<Answer> Operations::dispatch(const QString &op, const QJsonObject &params, int descriptor)
{
    Outcome<FileView> file = FileView::map(descriptor);
    if (!file)
        return tl::unexpected(file.error());
    const Outcome<PictureInfo> info = readInfo(file->bytes());
    if (!info)
        return tl::unexpected(info.error());
    const Input input{*std::move(file), *info};
    if (op == QLatin1String("probe"))
        return probe(input);
    if (op == QLatin1String("preview"))
        return preview(input, params);
    if (op == QLatin1String("analyse"))
        return analysePicture(input, params);
    if (op == QLatin1String("render"))
        return renderPicture(input, params);
    if (op == QLatin1String("enhance"))
        return enhancePicture(input, params);
    if (op == QLatin1String("find_outline"))
        return outline(input);
    if (op == QLatin1String("find_rotation"))
        return rotation(input, params);
    if (op == QLatin1String("detect_text"))
        return detectText(input, params);
    if (op == QLatin1String("decode_barcode"))
        return decodeBarcode(input, params);
    return refused("There is no picture operation \"" + op.left(40).toStdString() + "\".");
}

Outcome<cv::Mat> Operations::decoded(const Input &input)
{
    const std::string &key = input.file.identity();
    if (std::optional<cv::Mat> known = m_cache.find(key))
        return *known;
    Outcome<cv::Mat> picture = decode(input.file.bytes(), input.info);
    if (picture)
        m_cache.insert(key, *picture);
    return picture;
}

Outcome<cv::Mat> Operations::background(const Input &input, const QJsonObject &params)
{
    const QJsonValue value = params.value(QLatin1String("background"));
    if (value.isUndefined() || value.isNull())
        return decoded(input);
    const Outcome<std::vector<EnhanceStep>> steps = stepsIn(value);
    if (!steps)
        return tl::unexpected(steps.error());
    const std::string key = input.file.identity() + QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    if (std::optional<cv::Mat> known = m_cache.find(key))
        return *known;
    const Outcome<cv::Mat> picture = decoded(input);
    if (!picture)
        return picture;
    const Outcome<Enhanced> better = enhance(*picture, *steps);
    if (!better)
        return tl::unexpected(better.error());
    m_cache.insert(key, better->picture);
    return better->picture;
}

Outcome<Answer> Operations::probe(const Input &input)
{
    const PictureInfo &info = input.info;
    Answer answer;
    answer.values = {{QStringLiteral("format"), QLatin1String(nameOf(info.format))}, {QStringLiteral("size"), toJson(decodedSize(info))},
                     {QStringLiteral("stored_size"), toJson(info.stored)}, {QStringLiteral("exif_orientation"), info.orientation},
                     {QStringLiteral("frames"), std::max(1, info.frames)}, {QStringLiteral("depth"), info.depth},
                     {QStringLiteral("has_alpha"), info.hasAlpha}};
    return answer;
}

Outcome<Answer> Operations::preview(const Input &input, const QJsonObject &params)
{
    const auto side = number(params, "max_side", 1, largestSide);
    if (!side)
        return tl::unexpected(side.error());
    const int maxSide = int(side->value_or(2048));
    std::optional<cv::Mat> picture = m_cache.find(input.file.identity());
    if (!picture) {
        Outcome<cv::Mat> fresh = input.info.format == Format::Jpeg ? decode(input.file.bytes(), input.info, maxSide) : decoded(input);
        if (!fresh)
            return tl::unexpected(fresh.error());
        picture = *std::move(fresh);
    }
    Answer answer;
    answer.values[QLatin1String("full_size")] = toJson(decodedSize(input.info));
    const Outcome<void> done = encodeInto(answer, shrunk(*picture, fitted(picture->size(), {maxSide, 0, 0})), params);
    if (!done)
        return tl::unexpected(done.error());
    return answer;
}

Outcome<Answer> Operations::analysePicture(const Input &input, const QJsonObject &params)
{
    const Outcome<cv::Mat> picture = decoded(input);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto box = boxIn(params, picture->size());
    if (!box)
        return tl::unexpected(box.error());
    const Analysis found = analyse(*box ? (*picture)(**box) : *picture);
    Answer answer;
    answer.values = {{QStringLiteral("mean"), rounded(found.mean)}, {QStringLiteral("contrast"), rounded(found.contrast)},
                     {QStringLiteral("sharpness"), rounded(found.sharpness)}, {QStringLiteral("noise"), rounded(found.noise)},
                     {QStringLiteral("blurred"), found.blurred}, {QStringLiteral("dark"), found.dark},
                     {QStringLiteral("low_contrast"), found.lowContrast}, {QStringLiteral("noisy"), found.noisy},
                     {QStringLiteral("light_on_dark"), found.lightOnDark}, {QStringLiteral("skew_degrees"), rounded(found.skew)}};
    return answer;
}

Outcome<Answer> Operations::renderPicture(const Input &input, const QJsonObject &params)
{
    const Outcome<cv::Mat> picture = background(input, params);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto matrix = numbers(params, "matrix", 9);
    const auto size = numbers(params, "size", 2);
    const Outcome<QString> fill = choice(params, "fill", {QStringLiteral("white"), QStringLiteral("black"), QStringLiteral("edge")}, QStringLiteral("white"));
    if (!matrix)
        return tl::unexpected(matrix.error());
    if (!size)
        return tl::unexpected(size.error());
    if (!fill)
        return tl::unexpected(fill.error());
    RenderRequest request;
    request.size = picture->size();
    if (*matrix)
        request.toInput = cv::Matx33d((*matrix)->data());
    if (*size)
        request.size = {int(std::clamp((**size)[0], 0.0, largestSide + 1)), int(std::clamp((**size)[1], 0.0, largestSide + 1))};
    request.fill = *fill == QLatin1String("black") ? Fill::Black : *fill == QLatin1String("edge") ? Fill::Edge : Fill::White;
    const Outcome<cv::Mat> result = render(*picture, request);
    if (!result)
        return tl::unexpected(result.error());
    Answer answer;
    const Outcome<void> done = encodeInto(answer, *result, params);
    if (!done)
        return tl::unexpected(done.error());
    return answer;
}

Outcome<Answer> Operations::enhancePicture(const Input &input, const QJsonObject &params)
{
    const Outcome<cv::Mat> picture = decoded(input);
    if (!picture)
        return tl::unexpected(picture.error());
    const Outcome<std::vector<EnhanceStep>> steps = stepsIn(params.value(QLatin1String("ops")));
    if (!steps)
        return tl::unexpected(steps.error());
    const auto box = boxIn(params, picture->size());
    if (!box)
        return tl::unexpected(box.error());
    Outcome<Enhanced> better = enhance(*box ? (*picture)(**box) : *picture, *steps);
    if (!better)
        return tl::unexpected(better.error());
    cv::Mat result = better->picture;
    if (*box) { // the rest of the picture stays as it was
        cv::Mat whole = picture->clone();
        if (result.channels() != whole.channels())
            cv::merge(std::vector<cv::Mat>(3, result), result);
        result.copyTo(whole(**box));
        result = whole;
    }
    Answer answer;
    QJsonArray applied;
    for (const std::string &name : better->applied)
        applied.append(QString::fromStdString(name));
    answer.values[QLatin1String("applied")] = applied;
    answer.values[QLatin1String("improved")] = better->improved;
    const Outcome<void> done = encodeInto(answer, result, params);
    if (!done)
        return tl::unexpected(done.error());
    return answer;
}

Outcome<Answer> Operations::outline(const Input &input)
{
    const Outcome<cv::Mat> picture = decoded(input);
    if (!picture)
        return tl::unexpected(picture.error());
    const std::optional<Outline> found = findOutline(*picture);
    Answer answer;
    answer.values = {{QStringLiteral("corners"), found ? QJsonValue(toJson(found->corners)) : QJsonValue()},
                     {QStringLiteral("score"), found ? rounded(found->score, 1000) : 0}};
    return answer;
}

Outcome<Answer> Operations::rotation(const Input &input, const QJsonObject &params)
{
    const Outcome<std::string> languages = languagesIn(params, "languages");
    if (!languages)
        return tl::unexpected(languages.error());
    const Outcome<cv::Mat> picture = decoded(input);
    if (!picture)
        return tl::unexpected(picture.error());
    const Outcome<Rotation> found = findRotation(m_ocr, *picture, *languages);
    if (!found)
        return tl::unexpected(found.error());
    QJsonArray candidates;
    for (const RotationCandidate &candidate : found->candidates)
        candidates.append(QJsonObject{{QStringLiteral("degrees"), rounded(candidate.degrees)}, {QStringLiteral("score"), rounded(candidate.score)}});
    Answer answer;
    answer.values = {{QStringLiteral("degrees"), rounded(found->degrees)}, {QStringLiteral("confidence"), rounded(found->confidence)},
                     {QStringLiteral("quarter"), found->quarter}, {QStringLiteral("quarter_score"), rounded(found->quarterScore)},
                     {QStringLiteral("skew"), rounded(found->skew)}, {QStringLiteral("method"), nameOf(found->method)},
                     {QStringLiteral("candidates"), candidates}};
    return answer;
}

Outcome<Answer> Operations::detectText(const Input &input, const QJsonObject &params)
{
    const Outcome<std::string> languages = languagesIn(params, "lang");
    const Outcome<QString> layout = choice(params, "layout", {QStringLiteral("auto"), QStringLiteral("page"), QStringLiteral("sparse"), QStringLiteral("line")}, QStringLiteral("auto"));
    const auto minConfidence = number(params, "min_conf", 0, 100);
    if (!languages)
        return tl::unexpected(languages.error());
    if (!layout)
        return tl::unexpected(layout.error());
    if (!minConfidence)
        return tl::unexpected(minConfidence.error());
    const Outcome<cv::Mat> picture = decoded(input);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto box = boxIn(params, picture->size());
    if (!box)
        return tl::unexpected(box.error());

    ReadRequest request;
    request.languages = *languages;
    request.minConfidence = minConfidence->value_or(0);
    if (*layout != QLatin1String("auto"))
        request.layout = *layout == QLatin1String("page") ? Layout::Page : *layout == QLatin1String("sparse") ? Layout::Sparse : Layout::Line;
    const Outcome<ReadText> read = readText(m_ocr, *box ? (*picture)(**box) : *picture, request);
    if (!read)
        return tl::unexpected(read.error());
    const cv::Point2d offset = *box ? cv::Point2d((*box)->tl()) : cv::Point2d();
    QJsonArray lines;
    for (const Line &line : read->page.lines)
        lines.append(lineJson(line, offset));
    Answer answer;
    answer.values = {{QStringLiteral("lines"), lines}, {QStringLiteral("confidence"), rounded(read->page.confidence(), 10)},
                     {QStringLiteral("lang"), QString::fromStdString(read->languages)}, {QStringLiteral("layout"), nameOf(read->layout)},
                     {QStringLiteral("scale"), rounded(read->scale)}};
    return answer;
}

Outcome<Answer> Operations::decodeBarcode(const Input &input, const QJsonObject &params)
{
    const Outcome<cv::Mat> picture = decoded(input);
    if (!picture)
        return tl::unexpected(picture.error());
    const auto box = boxIn(params, picture->size());
    if (!box)
        return tl::unexpected(box.error());
    const cv::Point2d offset = *box ? cv::Point2d((*box)->tl()) : cv::Point2d();
    QJsonArray codes;
    for (const Barcode &code : readBarcodes(*box ? (*picture)(**box) : *picture))
        codes.append(QJsonObject{{QStringLiteral("format"), QString::fromStdString(code.format)}, {QStringLiteral("text"), QString::fromStdString(code.text)},
                                 {QStringLiteral("corners"), toJson(code.corners, offset)}});
    Answer answer;
    answer.values = {{QStringLiteral("codes"), codes}};
    return answer;
}

} // namespace vitrine::imager
