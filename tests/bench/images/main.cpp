// Prints what the offline assistant makes of pictures whose truth is known, through `vitrine exec` with the real tools.
//   bench_images [--text] [--check] [--folder DIR] [FILE...]      (DIR: pictures with an index.json; otherwise tests/fixtures/images)

#include "support/PictureReading.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace vitrine;

namespace {

struct Figures {
    std::vector<double> values;

    void add(double value) { values.push_back(value); }
    double mean() const
    {
        double sum = 0;
        for (double value : values)
            sum += value;
        return values.empty() ? 0 : sum / double(values.size());
    }
    double median() const
    {
        std::vector<double> sorted = values;
        std::sort(sorted.begin(), sorted.end());
        return sorted.empty() ? 0 : sorted[sorted.size() / 2];
    }
};

struct Share {
    int right = 0;
    int all = 0;

    void add(bool isRight)
    {
        ++all;
        right += isRight;
    }
    bool isFull() const { return all > 0 && right == all; }
};

struct Totals {
    Share upright, codes, handwriting;
    Figures print, curved, pageTimes, pageCpu, times, cpu;
    int invented = 0;

    void add(const PictureTruth &truth, const PictureReading &reading)
    {
        const double recall = wordRecall(truth, reading);
        upright.add(isUpright(truth, reading));
        times.add(double(reading.milliseconds));
        cpu.add(double(reading.cpuMilliseconds));
        invented += int(reading.invented.size());
        const bool isCurved = truth.file.startsWith(QLatin1String("book_page_curved"));
        if (truth.isPrint() || isCurved) {
            (isCurved ? curved : print).add(recall);
            pageTimes.add(double(reading.milliseconds));
            pageCpu.add(double(reading.cpuMilliseconds));
        }
        if (truth.isHandwriting())
            handwriting.add(reading.saysUnclear);
        if (!truth.code.isEmpty())
            codes.add(isCodeRight(truth, reading));
    }

    // What the program promises of the fixtures.
    bool hold() const
    {
        return upright.isFull() && codes.isFull() && handwriting.isFull() && invented == 0 && !print.values.empty() && print.mean() >= 0.97 && !curved.values.empty()
            && curved.mean() >= 0.85;
    }

    void report() const
    {
        std::printf("upright %d/%d; codes right %d/%d; handwriting said to be unsure %d/%d; invented words %d\n", upright.right, upright.all, codes.right, codes.all,
                    handwriting.right, handwriting.all, invented);
        std::printf("word recall: print %.3f over %zu, curved %.3f over %zu\n", print.mean(), print.values.size(), curved.mean(), curved.values.size());
        std::printf("median of pages %.1f s (%.1f s of processor time), of all %.1f s (%.1f s)\n", pageTimes.median() / 1000, pageCpu.median() / 1000, times.median() / 1000,
                    cpu.median() / 1000);
    }
};

void print(const PictureTruth &truth, const PictureReading &reading)
{
    QStringList notes;
    if (!reading.error.isEmpty())
        notes.append(reading.error);
    if (!truth.code.isEmpty())
        notes.append(isCodeRight(truth, reading) ? QStringLiteral("code right") : QStringLiteral("CODE WRONG"));
    if (truth.isHandwriting() && !reading.saysUnclear)
        notes.append(QStringLiteral("UNSURENESS NOT SAID"));
    else if (reading.saysUnclear)
        notes.append(QStringLiteral("said to be unclear"));
    if (!reading.invented.isEmpty())
        notes.append(QStringLiteral("INVENTED: ") + reading.invented.join(u' '));
    const std::optional<double> corners = cornerError(truth, reading);
    std::printf("%-28s %7.2f %3s %7s %6s %6d %5d %5d %7lld %7lld  %s\n", qPrintable(truth.file), reading.degrees, isUpright(truth, reading) ? "yes" : "NO",
                corners ? qPrintable(QString::number(*corners, 'f', 1)) : "-", truth.words.isEmpty() ? "-" : qPrintable(QString::number(wordRecall(truth, reading), 'f', 3)),
                reading.unsureWords, reading.calls, reading.readings, (long long)reading.milliseconds, (long long)reading.cpuMilliseconds, qPrintable(notes.join(QStringLiteral("; "))));
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("text"), QStringLiteral("Print the answers too.")},
                       {QStringLiteral("check"), QStringLiteral("Fail when a figure is not what the program promises.")},
                       {QStringLiteral("folder"), QStringLiteral("Pictures with an index.json."), QStringLiteral("dir"), QStringLiteral(VITRINE_FIXTURES "/images")}});
    parser.addHelpOption();
    parser.process(app);
    const auto truths = pictureTruths(parser.value(QStringLiteral("folder")));
    if (!truths) {
        std::fputs("There is no index.json in that folder.\n", stderr);
        return 1;
    }
    const QStringList wanted = parser.positionalArguments();
    QTemporaryDir profile;
    Totals totals;
    std::printf("%-28s %7s %3s %7s %6s %6s %5s %5s %7s %7s\n", "file", "turn", "up", "corners", "recall", "unsure", "calls", "reads", "ms", "cpu ms");
    for (const PictureTruth &truth : *truths) {
        if (!wanted.isEmpty() && !wanted.contains(truth.file))
            continue;
        const PictureReading reading = readPicture(truth, profile.path());
        print(truth, reading);
        if (parser.isSet(QStringLiteral("text")))
            std::printf("%s\n\n", qPrintable(reading.answer));
        std::fflush(stdout);
        totals.add(truth, reading);
    }
    totals.report();
    return parser.isSet(QStringLiteral("check")) && !totals.hold() ? 1 : 0;
}
