#include "presenter/Words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace vitrine::words {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

bool isOver(const Step &step) { return step.phase != StepPhase::Running && step.phase != StepPhase::Waiting; }

QString firstLine(const QString &text, qsizetype limit = 160)
{
    for (const QString &line : text.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (!trimmed.isEmpty())
            return trimmed.size() > limit ? trimmed.left(limit - 1) + u'…' : trimmed;
    }
    return {};
}

QString degrees(double value)
{
    return QLocale().toString(value, 'f', std::abs(value - std::round(value)) < 0.05 ? 0 : 1) + u'°';
}

QString operations(const QJsonObject &params)
{
    QStringList names;
    for (const QJsonValue &value : params.value(QLatin1String("ops")).toArray())
        names << (value.isObject() ? value.toObject().value(QLatin1String("op")).toString() : value.toString());
    names.removeAll(QString());
    return names.join(QLatin1String(", "));
}

std::optional<double> usedAngle(const QJsonObject &params)
{
    const QJsonValue value = params.value(QLatin1String("degrees"));
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

QString titleOfPictureTool(const Step &step, const QString &image, const QJsonObject &arguments)
{
    const bool over = isOver(step);
    const QString &name = step.name;
    if (name == QLatin1String("image_info"))
        return (over ? Tr::tr("Looked at %1") : Tr::tr("Looking at %1")).arg(image);
    if (name == QLatin1String("image_rotate")) {
        const auto angle = step.angle ? step.angle : usedAngle(arguments);
        if (angle)
            return (over ? Tr::tr("Rotated %1 by %2") : Tr::tr("Rotating %1 by %2")).arg(image, degrees(*angle));
        return (over ? Tr::tr("Turned %1 upright") : Tr::tr("Turning %1 upright")).arg(image);
    }
    if (name == QLatin1String("image_flip"))
        return (over ? Tr::tr("Mirrored %1") : Tr::tr("Mirroring %1")).arg(image);
    if (name == QLatin1String("image_perspective"))
        return (over ? Tr::tr("Straightened %1 along its outline") : Tr::tr("Straightening %1 along its outline")).arg(image);
    if (name == QLatin1String("image_enhance"))
        return (over ? Tr::tr("Enhanced %1") : Tr::tr("Enhancing %1")).arg(image);
    if (name == QLatin1String("image_zoom"))
        return (over ? Tr::tr("Zoomed into %1") : Tr::tr("Zooming into %1")).arg(image);
    if (name == QLatin1String("image_decode_barcode"))
        return (over ? Tr::tr("Looked for barcodes in %1") : Tr::tr("Looking for barcodes in %1")).arg(image);
    if (name == QLatin1String("image_detect_text"))
        return (over ? Tr::tr("Read text in %1") : Tr::tr("Reading text in %1")).arg(image);
    return {};
}

QString iconOfTool(const QString &name)
{
    static const QHash<QString, QString> icons{
        {QStringLiteral("image_info"), QStringLiteral("documentinfo help-about")},
        {QStringLiteral("image_rotate"), QStringLiteral("object-rotate-right")},
        {QStringLiteral("image_flip"), QStringLiteral("object-flip-horizontal")},
        {QStringLiteral("image_perspective"), QStringLiteral("transform-shear-right transform-crop")},
        {QStringLiteral("image_enhance"), QStringLiteral("tools-wizard")},
        {QStringLiteral("image_zoom"), QStringLiteral("zoom-in")},
        {QStringLiteral("image_detect_text"), QStringLiteral("insert-text draw-text")},
        {QStringLiteral("image_decode_barcode"), QStringLiteral("view-barcode-qr view-barcode")},
        {QStringLiteral("python"), QStringLiteral("code-context code-class")},
    };
    return icons.value(name, QStringLiteral("run-build system-run"));
}

int countLines(const QString &text)
{
    int lines = 0;
    for (const QString &line : text.split(u'\n'))
        lines += line.trimmed().isEmpty() ? 0 : 1;
    return lines;
}

// What the output of a reading tool says about how much was found: its first number in front of the word.
std::optional<int> foundNumber(const QString &text, const QString &word)
{
    const QRegularExpression pattern(QStringLiteral("(\\d+)\\s+%1").arg(word));
    const auto match = pattern.match(firstLine(text, 400));
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

} // namespace

QString duration(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 9950)
        return Tr::tr("%1 s").arg(locale.toString(double(qMax<qint64>(milliseconds, 0)) / 1000.0, 'f', 1));
    const qint64 seconds = (milliseconds + 500) / 1000;
    if (seconds < 60)
        return Tr::tr("%1 s").arg(seconds);
    return Tr::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

QString size(qint64 bytes)
{
    const QLocale locale;
    if (bytes < 1000)
        return Tr::tr("%1 B").arg(bytes);
    if (bytes < 1000 * 1000)
        return Tr::tr("%1 kB").arg(locale.toString(double(bytes) / 1e3, 'f', bytes < 10000 ? 1 : 0));
    return Tr::tr("%1 MB").arg(locale.toString(double(bytes) / 1e6, 'f', 1));
}

QString count(qint64 number)
{
    return QLocale().toString(number);
}

void describeTool(Step &step, const QString &rawArguments)
{
    const QJsonObject arguments = QJsonDocument::fromJson(rawArguments.toUtf8()).object();
    const QString image = arguments.value(QLatin1String("image")).toString(QStringLiteral("img"));
    step.icon = iconOfTool(step.name);
    const bool failed = step.outcome && *step.outcome != Outcome::Ok;
    step.detail.clear();
    if (step.name == QLatin1String("python")) {
        const QString code = arguments.value(QLatin1String("code")).toString();
        step.arguments = code.isEmpty() ? rawArguments : code;
        step.title = isOver(step) ? Tr::tr("Ran Python") : Tr::tr("Running Python");
        step.detail = firstLine(code);
    } else {
        step.arguments = arguments.isEmpty() ? rawArguments : QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Indented)).trimmed();
        step.title = titleOfPictureTool(step, image, arguments);
        if (step.title.isEmpty())
            step.title = (isOver(step) ? Tr::tr("Called %1") : Tr::tr("Calling %1")).arg(step.name);
    }
    if (failed) {
        step.detail = firstLine(step.text);
        return;
    }
    if (!isOver(step))
        return;
    if (step.name == QLatin1String("image_detect_text") && step.outcome) {
        const bool nothing = step.text.startsWith(QLatin1String("No words found"));
        const int lines = nothing ? 0 : foundNumber(step.text, QStringLiteral("lines?")).value_or(countLines(step.text));
        step.title = Tr::tr("Read text in %1: %n line(s)", nullptr, lines).arg(image);
    } else if (step.name == QLatin1String("image_enhance")) {
        step.detail = operations(arguments);
    } else if (step.name == QLatin1String("image_info") || step.name == QLatin1String("image_decode_barcode")) {
        step.detail = firstLine(step.text);
    }
    if (!step.pictures.isEmpty() && step.detail.isEmpty()) {
        const StepPicture &made = step.pictures.constFirst();
        step.detail = QStringLiteral("%1 · %2 × %3").arg(made.image).arg(made.size.width()).arg(made.size.height());
    }
}

void describeReasoning(Step &step)
{
    step.icon = QStringLiteral("games-hint help-hint");
    QString first = firstLine(step.text, 400);
    first.remove(QLatin1String("**"));
    if (first.isEmpty())
        first = isOver(step) ? Tr::tr("Thought, without showing it") : Tr::tr("Thinking");
    step.title = first;
    step.detail.clear();
}

void describeNotice(Step &step)
{
    step.icon = step.level == NoticeLevel::Info ? QStringLiteral("documentinfo help-about") : QStringLiteral("data-warning emblem-warning-symbolic dialog-warning-symbolic");
    step.title = firstLine(step.text, 400);
}

QString pictureOperation(const QString &op, const QJsonObject &params)
{
    if (op == QLatin1String("rotate")) {
        const auto angle = usedAngle(params);
        return angle ? Tr::tr("Rotated by %1").arg(degrees(*angle)) : Tr::tr("Turned upright");
    }
    if (op == QLatin1String("flip"))
        return Tr::tr("Mirrored");
    if (op == QLatin1String("perspective"))
        return Tr::tr("Straightened");
    if (op == QLatin1String("enhance")) {
        const QString names = operations(params);
        return names.isEmpty() ? Tr::tr("Enhanced") : Tr::tr("Enhanced (%1)").arg(names);
    }
    if (op == QLatin1String("zoom"))
        return Tr::tr("Zoomed");
    return op;
}

QString provenance(Provenance value)
{
    switch (value) {
    case Provenance::Local:
        return Tr::tr("executed here");
    case Provenance::Provider:
        return Tr::tr("reported by the provider");
    case Provenance::User:
        return Tr::tr("by you");
    }
    return {};
}

QString phase(StepPhase value)
{
    switch (value) {
    case StepPhase::Running:
        return Tr::tr("running");
    case StepPhase::Waiting:
        return Tr::tr("waits for your answer");
    case StepPhase::Succeeded:
        return Tr::tr("done");
    case StepPhase::Failed:
        return Tr::tr("failed");
    case StepPhase::Denied:
        return Tr::tr("declined");
    case StepPhase::Stopped:
        return Tr::tr("stopped");
    }
    return {};
}

QString outcome(Outcome value)
{
    switch (value) {
    case Outcome::Ok:
        return Tr::tr("succeeded");
    case Outcome::Error:
        return Tr::tr("ended with an error");
    case Outcome::Timeout:
        return Tr::tr("took too long");
    case Outcome::Denied:
        return Tr::tr("declined");
    case Outcome::Limit:
        return Tr::tr("met a limit");
    }
    return {};
}

QString decision(const QString &value)
{
    if (value == QLatin1String("once"))
        return Tr::tr("You allowed it once");
    if (value == QLatin1String("always"))
        return Tr::tr("You allowed exactly this always");
    if (value == QLatin1String("edited"))
        return Tr::tr("You edited it");
    if (value == QLatin1String("declined"))
        return Tr::tr("You declined");
    return Tr::tr("Nobody was there to ask");
}

QString withHiddenShown(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const uint point : text.toUcs4()) {
        const QChar::Category category = QChar::category(point);
        const bool plainControl = point == '\n' || point == '\t';
        const bool hidden = !plainControl
            && (category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_PrivateUse || category == QChar::Other_Surrogate
                || category == QChar::Separator_Line || category == QChar::Separator_Paragraph || (category == QChar::Separator_Space && point != ' ')
                || point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || (point >= 0xFE00 && point <= 0xFE0F)
                || (point >= 0xE0000 && point <= 0xE01EF));
        if (hidden)
            result += QStringLiteral("⟨U+%1⟩").arg(point, 4, 16, QLatin1Char('0')).toUpper();
        else
            result += QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1);
    }
    return result;
}

} // namespace vitrine::words
