// Prints what the imager makes of every picture in tests/fixtures/images: orientation, outline, word recall, codes, time.
//   bench_images [--text] [FILE...]

#include "imaging/ImagerClient.h"
#include "support/PictureReading.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace vitrine;

namespace {

// The pictures of which whole pages of print are to be read.
bool isPrint(const QString &file)
{
    return file.startsWith(QLatin1String("phototest")) || file == QLatin1String("text_straight.png") || file == QLatin1String("text_skewed.png")
        || file == QLatin1String("page_uneven_light.png") || file == QLatin1String("magazine_page.tif");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QStringList wanted = QCoreApplication::arguments().mid(1);
    const bool showsText = wanted.removeAll(QStringLiteral("--text")) > 0;
    const QDir folder(QStringLiteral(VITRINE_FIXTURES "/images"));
    QFile index(folder.filePath(QStringLiteral("index.json")));
    if (!index.open(QIODevice::ReadOnly)) {
        std::fputs("The fixtures are missing.\n", stderr);
        return 1;
    }
    const QJsonArray items = QJsonDocument::fromJson(index.readAll()).object().value(QLatin1String("items")).toArray();

    ImagerClient service({QStringLiteral(VITRINE_BIN "/vitrine-imager")});
    QTemporaryDir steps;
    std::vector<qint64> times;
    std::vector<qint64> cpuTimes;
    double printRecall = 0;
    int printed = 0;
    std::printf("%-24s %7s %6s %5s %6s %8s %6s %5s %4s %7s %7s\n", "file", "turn", "method", "up", "quad", "corners", "recall", "conf", "enh", "ms", "cpu ms");
    for (const QJsonValue &value : items) {
        const QJsonObject truth = value.toObject();
        const QString file = truth.value(QLatin1String("file")).toString();
        if (!wanted.isEmpty() && !wanted.contains(file))
            continue;
        const PictureReading reading = readPicture(service, folder.filePath(file), steps.path());
        const double recall = wordRecall(truth, reading);
        const std::optional<double> corners = cornerError(truth, reading);
        const QString code = truth.value(QLatin1String("qr")).toString();
        const QString note = !reading.error.isEmpty() ? reading.error : code.isEmpty() ? QString() : reading.codes.contains(code) ? QStringLiteral("code right") : QStringLiteral("CODE WRONG");
        std::printf("%-24s %7.2f %6s %5s %6.2f %8s %6.3f %5.0f %4s %7lld %7lld %s %s\n", qPrintable(file), reading.degrees, qPrintable(reading.method),
                    isUpright(truth, reading) ? "yes" : "NO", reading.outlineScore, corners ? qPrintable(QString::number(*corners, 'f', 1)) : "-",
                    recall, reading.confidence, reading.fromEnhanced ? "yes" : "", (long long)reading.milliseconds, (long long)reading.cpuMilliseconds,
                    qPrintable(note), QJsonDocument(reading.timing).toJson(QJsonDocument::Compact).constData());
        if (showsText)
            std::printf("%s\n", qPrintable(reading.text));
        std::fflush(stdout);
        times.push_back(reading.milliseconds);
        cpuTimes.push_back(reading.cpuMilliseconds);
        if (isPrint(file)) {
            printRecall += recall;
            ++printed;
        }
    }
    if (times.empty())
        return 1;
    const auto median = [](std::vector<qint64> &values) {
        std::sort(values.begin(), values.end());
        return (long long)values[values.size() / 2];
    };
    std::printf("mean word recall of print: %.3f over %d; median %lld ms (%lld ms of processor time) a picture\n", printed ? printRecall / printed : 0.0, printed,
                median(times), median(cpuTimes));
    return 0;
}
