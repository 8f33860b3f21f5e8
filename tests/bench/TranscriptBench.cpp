// What the transcript costs while text streams into it.
//   transcript-bench stream FILE CPS    pieces of four characters at CPS characters a second, one flush a frame
//   transcript-bench work FILE          one painted flush for each piece, at 16 places of the text
//   transcript-bench picture FILE OUT.png light|dark WIDTHxHEIGHT SCALE   how FILE looks as an answer
// The last line of standard output is one JSON object. Run with QT_QPA_PLATFORM=offscreen where there is no display.

#include "transcript/TranscriptView.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScrollBar>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>

using namespace vitrine;

namespace {

constexpr int piece = 4;

// Milliseconds of CPU that this thread has used.
double cpuNow()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1000 + double(time.tv_nsec) / 1e6;
}

QString readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void print(const QJsonObject &object)
{
    QTextStream(stdout) << QJsonDocument(object).toJson(QJsonDocument::Compact) << Qt::endl;
}

TranscriptEntry answer(const QString &text, bool streaming)
{
    TranscriptEntry entry;
    entry.id = QStringLiteral("answer");
    entry.markdown = text;
    entry.streaming = streaming;
    return entry;
}

int stream(TranscriptView &view, const QString &text, int perSecond)
{
    QElapsedTimer clock;
    clock.start();
    const double before = cpuNow();
    qsizetype at = 0;
    int updates = 0;
    double longest = 0;
    QTimer timer;
    timer.setInterval(0);
    QObject::connect(&timer, &QTimer::timeout, &view, [&] {
        const qsizetype due = std::min<qsizetype>(text.size(), clock.elapsed() * perSecond / 1000 / piece * piece + piece);
        if (due > at) {
            at = due;
            ++updates;
            view.updateEntry(answer(text.first(at), at < text.size()));
        }
        if (at >= text.size())
            QTimer::singleShot(100, qApp, &QCoreApplication::quit);
    });
    timer.setInterval(1000 * piece / std::max(1, perSecond));
    timer.start();
    QTimer heartbeat;
    double last = cpuNow();
    QObject::connect(&heartbeat, &QTimer::timeout, &view, [&] {
        longest = std::max(longest, cpuNow() - last);
        last = cpuNow();
    });
    heartbeat.start(1);
    QCoreApplication::exec();
    const double used = cpuNow() - before;
    print({{QStringLiteral("mainCpuMs"), used},
           {QStringLiteral("treeCpuMs"), used},
           {QStringLiteral("cpuMsPerKb"), used / (double(text.toUtf8().size()) / 1000)},
           {QStringLiteral("longest"), longest},
           {QStringLiteral("flushes"), updates}});
    return 0;
}

// The cost of each painted flush, integrated over the whole answer from 16 places.
int work(TranscriptView &view, const QString &text)
{
    constexpr int places = 16;
    constexpr int flushes = 8;
    double sum = 0;
    double firstQuarter = 0;
    double lastQuarter = 0;
    double most = 0;
    qsizetype at = 0;
    for (int place = 0; place < places; ++place) {
        const qsizetype target = text.size() * (2 * place + 1) / (2 * places);
        at = std::max(at, target - piece * flushes);
        view.updateEntry(answer(text.first(at), true));
        view.dump();
        QCoreApplication::processEvents();
        double used = 0;
        for (int i = 0; i < flushes && at < text.size(); ++i) {
            at = std::min(text.size(), at + piece);
            const TranscriptEntry entry = answer(text.first(at), true);
            const double before = cpuNow();
            view.updateEntry(entry);
            view.flush();
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
            const double one = cpuNow() - before;
            used += one;
            most = std::max(most, one);
        }
        sum += used / flushes;
        if (place < places / 4)
            firstQuarter += used / flushes;
        if (place >= places * 3 / 4)
            lastQuarter += used / flushes;
    }
    const double mean = sum / places;
    print({{QStringLiteral("totalMs"), mean * double(text.size()) / piece},
           {QStringLiteral("perFlushMean"), mean},
           {QStringLiteral("perFlushFirstQuarter"), firstQuarter / (places / 4.0)},
           {QStringLiteral("perFlushLastQuarter"), lastQuarter / (places / 4.0)},
           {QStringLiteral("max"), most}});
    return 0;
}

int picture(TranscriptView &view, const QStringList &arguments)
{
    const QStringList size = arguments.value(5).split(u'x');
    const double scale = std::max(1.0, arguments.value(6, QStringLiteral("1")).toDouble());
    view.setTranscriptStyle(arguments.value(4) == u"dark" ? TranscriptStyle::dark() : TranscriptStyle::light());
    view.resize(size.value(0).toInt(), size.value(1).toInt());
    QList<TranscriptEntry> entries;
    // A file may hold several messages: a line "@user", "@answer" or "@notice" begins one.
    for (const QString &line : readAll(arguments.value(2)).split(u'\n')) {
        if (line.startsWith(u'@') || entries.isEmpty()) {
            TranscriptEntry entry;
            entry.id = QString::number(entries.size());
            entry.kind = line == u"@user" ? TranscriptEntry::Kind::User : line == u"@notice" ? TranscriptEntry::Kind::Notice : TranscriptEntry::Kind::Answer;
            entries.append(entry);
            if (line.startsWith(u'@'))
                continue;
        }
        entries.last().markdown += line + u'\n';
    }
    for (TranscriptEntry &entry : entries) {
        while (entry.markdown.endsWith(u'\n'))
            entry.markdown.chop(1);
    }
    view.setEntries(entries);
    view.verticalScrollBar()->setValue(0);
    QCoreApplication::processEvents();
    QImage image(view.size() * scale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    view.render(&image);
    return image.save(arguments.value(3)) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString text = readAll(arguments.value(2));
    if (text.isEmpty()) {
        QTextStream(stderr) << "transcript-bench: nothing to read: " << arguments.value(2) << Qt::endl;
        return 2;
    }
    TranscriptView view;
    view.resize(900, 800);
    if (arguments.value(1) == u"picture")
        return picture(view, arguments);
    view.show();
    view.setEntries({answer({}, true)});
    QCoreApplication::processEvents();
    if (arguments.value(1) == u"stream")
        return stream(view, text, arguments.value(3, QStringLiteral("4000")).toInt());
    if (arguments.value(1) == u"work")
        return work(view, text);
    QTextStream(stderr) << "transcript-bench: stream, work or picture" << Qt::endl;
    return 2;
}
