#include "support/PictureReading.h"

#include "imaging/Transform.h"
#include "offline/Language.h"
#include "support/Program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

#include <sys/resource.h>

namespace vitrine {

namespace {

constexpr int mostMilliseconds = 300'000; // on a busy computer; the figures tell how long it took
constexpr double printTolerance = 2; // degrees
constexpr double looseTolerance = 10; // handwriting leans, and a page in perspective has no one direction

qint64 cpuOfChildren()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

bool beginsWithOneOf(const QString &file, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&](const char *name) { return file.startsWith(QLatin1String(name)); });
}

// Lower-case runs of letters and digits; ideographs one by one.
QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    QString word;
    for (const QChar c : text) {
        const bool isHan = c.script() == QChar::Script_Han;
        if (c.isLetterOrNumber() && !isHan) {
            word += c.toCaseFolded();
            continue;
        }
        if (!word.isEmpty())
            tokens.append(word);
        word.clear();
        if (isHan)
            tokens.append(QString(c));
    }
    if (!word.isEmpty())
        tokens.append(word);
    return tokens;
}

// The answer is Markdown: marks of emphasis and escapes are not part of what was read.
QString plainText(QString markdown)
{
    static const QRegularExpression unsureMark(QStringLiteral("\\*\\(\\?\\)"));
    static const QRegularExpression escape(QStringLiteral("\\\\([\\\\*_`~\\]<&.)#>+=|-])"));
    return markdown.replace(unsureMark, QStringLiteral("*")).replace(escape, QStringLiteral("\\1"));
}

QSet<QString> ownWords()
{
    const PictureWording &words = wording(Language::English).picture;
    QSet<QString> known;
    for (const QString &sentence : {words.handwriting, words.lookAtParts, words.marksMeanUnsure, words.oneCode, words.someCodes, words.noCodes, words.nothingFound,
                                    words.onlyNoise, words.kindOutline, words.kindCode, words.kindDark, words.kindPhoto, words.kindClean, words.steps, words.stepFlat,
                                    words.stepEnhanced, words.stepTurned, words.stepRead, words.stepZoomed, words.stepCodes, words.stepFailed, words.limitReached}) {
        for (const QString &token : tokensOf(sentence))
            known.insert(token);
    }
    return known;
}

QStringList inventedWords(const QString &answer, const QList<QJsonObject> &outputs)
{
    static const QSet<QString> own = ownWords();
    QSet<QString> returned;
    for (const QJsonObject &output : outputs) {
        // Payloads of codes have \n for their line ends.
        for (const QString &token : tokensOf(output["text"].toString().replace(QStringLiteral("\\n"), QStringLiteral("\n"))))
            returned.insert(token);
    }
    // The numbers of the report on the steps are counts, so they are left out.
    const qsizetype report = answer.lastIndexOf(QStringLiteral("\n\n"));
    QStringList invented;
    for (const QString &token : tokensOf(plainText(report < 0 ? answer : answer.left(report)))) {
        if (!own.contains(token) && !returned.contains(token))
            invented.append(token);
    }
    return invented;
}

Matrix3 matrixOf(const QJsonValue &value)
{
    Matrix3 matrix = identityMatrix;
    const QJsonArray numbers = value.toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(numbers.size(), 9); ++i)
        matrix[std::size_t(i)] = numbers.at(i).toDouble();
    return matrix;
}

struct Step {
    Matrix3 toRoot = identityMatrix;
    QSize size;
};

// How far the attachment was turned clockwise to get the picture, at its centre.
double degreesOf(const Step &step)
{
    const QPointF centre(step.size.width() / 2.0, step.size.height() / 2.0);
    const QPointF along = mapped(step.toRoot, centre + QPointF(1, 0)) - mapped(step.toRoot, centre);
    return -std::atan2(along.y(), along.x()) * 180 / M_PI;
}

// The picture whose direction was settled: the one that was turned, or that was found to be upright.
QString settledPicture(const ProgramRun &run, const QList<QJsonObject> &steps)
{
    QString settled;
    for (const QJsonObject &call : run.items(QStringLiteral("tool_call"))) {
        if (call["name"].toString() != QLatin1String("image_rotate"))
            continue;
        settled = QJsonDocument::fromJson(call["arguments"].toString().toUtf8()).object()["image"].toString();
        for (const QJsonObject &step : steps) {
            if (step["call_id"] == call["call_id"])
                settled = step["image"].toString();
        }
    }
    return settled;
}

void takeSteps(PictureReading &reading, const ProgramRun &run)
{
    const QList<QJsonObject> steps = run.items(QStringLiteral("image_step"));
    const QString settled = settledPicture(run, steps);
    for (const QJsonObject &json : steps) {
        const QJsonArray size = json["size"].toArray();
        const Step step{matrixOf(json["matrix_to_root"]), QSize(size.at(0).toInt(), size.at(1).toInt())};
        if (json["image"].toString() == settled)
            reading.degrees = degreesOf(step);
        if (json["op"].toString() == QLatin1String("perspective"))
            reading.outline = mapped(step.toRoot, QRectF(QPointF(0, 0), step.size));
    }
}

} // namespace

bool PictureTruth::isPrint() const
{
    return allWords && beginsWithOneOf(file, {"phototest", "text_straight", "text_skewed", "page_uneven_light", "magazine_page"});
}

bool PictureTruth::isHandwriting() const
{
    return beginsWithOneOf(file, {"whiteboard", "paper_on_wood", "notes_", "blackboard", "pen_colours", "graph_paper"});
}

std::optional<QList<PictureTruth>> pictureTruths(const QString &folder)
{
    QFile index(QDir(folder).filePath(QStringLiteral("index.json")));
    if (!index.open(QIODevice::ReadOnly))
        return std::nullopt;
    QList<PictureTruth> truths;
    const QJsonArray items = QJsonDocument::fromJson(index.readAll()).object()["items"].toArray();
    for (const QJsonValue &value : items) {
        PictureTruth truth;
        truth.file = value["file"].toString();
        truth.path = QDir(folder).filePath(truth.file);
        truth.degrees = value["rotation_cw"].toDouble();
        for (const QJsonValue &word : value["words"].toArray())
            truth.words.append(word.toString());
        truth.allWords = value["words_complete"].toBool();
        const QJsonArray corners = value["quad"].toArray();
        if (corners.size() == 4) {
            truth.quad.emplace();
            for (qsizetype i = 0; i < 8; ++i)
                (*truth.quad)[std::size_t(i)] = corners.at(i / 2).toArray().at(i % 2).toDouble();
        }
        truth.code = value["qr"].toString();
        truths.append(truth);
    }
    return truths;
}

PictureReading readPicture(const PictureTruth &truth, const QString &profile)
{
    QElapsedTimer timer;
    timer.start();
    const qint64 cpu = cpuOfChildren();
    const ProgramRun run = runProgram(QStringLiteral("vitrine"), {QStringLiteral("exec"), QStringLiteral("--json"), QStringLiteral("--image"), truth.path, QStringLiteral("What does it say?")},
                                      profile, {}, {}, mostMilliseconds);
    PictureReading reading;
    reading.milliseconds = timer.elapsed();
    reading.cpuMilliseconds = cpuOfChildren() - cpu;
    if (run.status != 0)
        reading.error = QStringLiteral("exit status %1: %2").arg(run.status).arg(QString::fromUtf8(run.errors).trimmed());
    reading.answer = run.result()["text"].toString();
    for (const QJsonObject &message : run.items(QStringLiteral("agent_message")))
        reading.unsureWords += int(message["unsure"].toArray().size());
    for (const QJsonObject &call : run.items(QStringLiteral("tool_call"))) {
        ++reading.calls;
        reading.readings += call["name"].toString() == QLatin1String("image_detect_text");
    }
    const PictureWording &words = wording(Language::English).picture;
    reading.saysUnclear = reading.answer.contains(words.handwriting) || reading.answer.contains(words.onlyNoise) || reading.answer.contains(words.nothingFound);
    reading.invented = inventedWords(reading.answer, run.items(QStringLiteral("tool_output")));
    takeSteps(reading, run);
    return reading;
}

double wordRecall(const PictureTruth &truth, const PictureReading &reading)
{
    QHash<QString, int> found;
    for (const QString &token : tokensOf(plainText(reading.answer)))
        ++found[token];
    int expected = 0;
    int matched = 0;
    for (const QString &word : truth.words) {
        for (const QString &token : tokensOf(word)) {
            ++expected;
            int &left = found[token];
            matched += left > 0;
            left -= left > 0;
        }
    }
    return expected == 0 ? 1 : double(matched) / expected;
}

std::optional<double> cornerError(const PictureTruth &truth, const PictureReading &reading)
{
    if (!truth.quad || !reading.outline)
        return std::nullopt;
    double worst = 0;
    for (int i = 0; i < 4; ++i) {
        const QPointF off = cornerOf(*reading.outline, i) - cornerOf(*truth.quad, i);
        worst = std::max(worst, std::hypot(off.x(), off.y()));
    }
    return worst;
}

bool isUpright(const PictureTruth &truth, const PictureReading &reading)
{
    const bool isExact = truth.isPrint() && !reading.outline;
    return std::abs(std::remainder(truth.degrees - reading.degrees, 360.0)) < (isExact ? printTolerance : looseTolerance);
}

bool isCodeRight(const PictureTruth &truth, const PictureReading &reading)
{
    return reading.answer.contains(truth.code);
}

} // namespace vitrine
