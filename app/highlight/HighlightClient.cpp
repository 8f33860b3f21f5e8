#include "highlight/HighlightClient.h"

#include "highlight/HighlightWorker.h"
#include "highlighter/HighlightProtocol.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace vitrine {

namespace {

qsizetype bytesOf(const QStringList &lines)
{
    qsizetype bytes = 0;
    for (const QString &line : lines)
        bytes += line.toUtf8().size() + 1;
    return bytes;
}

bool hasLongLine(const QStringList &lines)
{
    return std::any_of(lines.cbegin(), lines.cend(), [](const QString &line) { return line.size() > highlight::maxLineLength; });
}

// Cuts the runs of a text at its lines. Empty when a run crosses the end of a line.
QList<QList<HighlightRun>> byLine(const QList<TextRun> &runs, const QStringList &lines, const QStringList &styles)
{
    QList<QList<HighlightRun>> result(lines.size());
    qsizetype line = 0;
    qsizetype lineStart = 0;
    for (const TextRun &run : runs) {
        while (line < lines.size() && run.start > lineStart + lines[line].size())
            lineStart += lines[line++].size() + 1;
        if (line == lines.size() || run.start + run.length > lineStart + lines[line].size())
            return {};
        result[line].append({int(run.start - lineStart), int(run.length), styles[run.style]});
    }
    return result;
}

} // namespace

class HighlightClient::Private
{
public:
    // The text is kept while the block may grow: a new helper must see it from the start.
    struct Block {
        QString language;
        QStringList lines;
        qsizetype bytes = 0;  // UTF-8
        int answered = 0;     // lines whose colours were given
        int known = 0;        // lines that the helper has seen: none, or those that were answered
        bool refused = false; // from here on plain
        quint64 version = 0;  // another one when what is in flight no longer fits
        quint64 lastUse = 0;
    };

    Private(HighlightClient *owner, const HighlightOptions &options)
        : q(owner)
        , worker(options)
        , patience(options.patience)
    {
        connect(&worker, &HighlightWorker::started, q, [this] {
            for (Block &block : blocks)
                block.known = 0;
        });
        connect(&worker, &HighlightWorker::answered, q, [this](const HighlightAnswer &answer) { take(answer); });
        connect(&worker, &HighlightWorker::failed, q, [this](bool byTheText) { takeFailure(byTheText); });
        connect(&worker, &HighlightWorker::rested, q, [this] { pump(); });
    }

    void add(const HighlightRequest &request);
    void makeRoom(quint64 except);
    void pump();
    void send(quint64 id);
    void take(const HighlightAnswer &answer);
    void takeFailure(bool byTheText);
    void answerPlain(quint64 id);
    void answerPlainLater(const HighlightRequest &request);

    HighlightClient *q;
    HighlightWorker worker;
    const std::chrono::milliseconds patience;
    QHash<quint64, Block> blocks;
    QSet<quint64> failures; // blocks at whose text a helper failed: not tried again
    QList<quint64> waiting; // each block once
    quint64 inFlight = 0;
    quint64 inFlightVersion = 0;
    int inFlightFirst = 0;
    int inFlightLines = 0;
    quint64 lastNumber = 0; // for versions and uses
};

void HighlightClient::Private::add(const HighlightRequest &request)
{
    if (request.firstLine <= 0 || !blocks.contains(request.block)) {
        blocks[request.block] = Block{};
        blocks[request.block].language = request.language;
        blocks[request.block].version = ++lastNumber;
    }
    makeRoom(request.block);
    Block &block = blocks[request.block];
    block.lastUse = ++lastNumber;
    const int first = std::max(0, request.firstLine);
    if (first < block.lines.size()) { // lines are given again
        block.lines.resize(first);
        block.bytes = bytesOf(block.lines);
        block.answered = std::min(block.answered, first);
        block.known = 0;
        block.version = ++lastNumber;
    }
    const bool isGap = first > block.lines.size();
    const qsizetype bytes = block.bytes + bytesOf(request.lines);
    block.refused = block.refused || isGap || worker.isMissing() || failures.contains(request.block) || bytes > highlight::maxTextBytes || hasLongLine(request.lines);
    if (block.refused || request.lines.isEmpty())
        return answerPlainLater(request);
    block.bytes = bytes;
    block.lines += request.lines;
    if (!waiting.contains(request.block))
        waiting.append(request.block);
    QMetaObject::invokeMethod(q, [this] { pump(); }, Qt::QueuedConnection);
}

// Forgets the blocks that were not asked for longest; should one of them grow after all, it is plain from there on.
void HighlightClient::Private::makeRoom(quint64 except)
{
    while (blocks.size() > highlight::keptBlocks) {
        auto oldest = blocks.end();
        for (auto it = blocks.begin(); it != blocks.end(); ++it) {
            const bool isNeeded = it.key() == except || waiting.contains(it.key()) || (worker.isBusy() && it.key() == inFlight);
            if (!isNeeded && (oldest == blocks.end() || it->lastUse < oldest->lastUse))
                oldest = it;
        }
        if (oldest == blocks.end())
            return;
        blocks.erase(oldest);
    }
}

void HighlightClient::Private::pump()
{
    if (worker.isBusy() || waiting.isEmpty())
        return;
    if (!worker.isResting())
        return send(waiting.takeFirst());
    if (worker.restLeft() > patience) {
        const QList<quint64> all = std::exchange(waiting, {});
        for (quint64 id : all)
            answerPlain(id);
    }
}

void HighlightClient::Private::send(quint64 id)
{
    const Block &block = blocks[id];
    inFlight = id;
    inFlightVersion = block.version;
    inFlightFirst = block.known;
    inFlightLines = int(block.lines.size()) - block.known;
    worker.send({id, block.language, inFlightFirst, block.lines.mid(inFlightFirst).join(QLatin1Char('\n'))});
}

void HighlightClient::Private::take(const HighlightAnswer &answer)
{
    // Queued, because the receiver of the answer below may ask for more first.
    QMetaObject::invokeMethod(q, [this] { pump(); }, Qt::QueuedConnection);
    const auto block = blocks.find(inFlight);
    if (block == blocks.end() || block->version != inFlightVersion)
        return;
    if (answer.again && inFlightFirst > 0) {
        block->known = 0;
        if (!waiting.contains(inFlight))
            waiting.prepend(inFlight);
        return;
    }
    QList<QList<HighlightRun>> runs = byLine(answer.runs, block->lines.mid(inFlightFirst, inFlightLines), worker.styles());
    const bool isPlain = answer.again || runs.isEmpty();
    const int end = inFlightFirst + inFlightLines;
    const int first = std::exchange(block->answered, end);
    block->known = end;
    emit q->highlighted({inFlight, first, isPlain ? QList<QList<HighlightRun>>(end - first) : runs.mid(first - inFlightFirst), isPlain});
}

void HighlightClient::Private::takeFailure(bool byTheText)
{
    if (byTheText) {
        failures.insert(inFlight);
        waiting.removeAll(inFlight);
        if (const auto block = blocks.find(inFlight); block != blocks.end())
            block->refused = true;
        answerPlain(inFlight);
    } else if (blocks.contains(inFlight) && !waiting.contains(inFlight)) {
        waiting.prepend(inFlight);
    }
    pump();
}

void HighlightClient::Private::answerPlain(quint64 id)
{
    const auto block = blocks.find(id);
    if (block == blocks.end() || block->answered == block->lines.size())
        return;
    const int end = int(block->lines.size());
    const int first = std::exchange(block->answered, end);
    emit q->highlighted({id, first, QList<QList<HighlightRun>>(end - first), true});
}

void HighlightClient::Private::answerPlainLater(const HighlightRequest &request)
{
    const HighlightResult result{request.block, std::max(0, request.firstLine), QList<QList<HighlightRun>>(request.lines.size()), true};
    QMetaObject::invokeMethod(q, [this, result, version = blocks[request.block].version] {
        if (blocks.contains(result.block) && blocks[result.block].version == version)
            emit q->highlighted(result);
    }, Qt::QueuedConnection);
}

HighlightClient::HighlightClient(const HighlightOptions &options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, options))
{
}

HighlightClient::~HighlightClient() = default;

QString HighlightClient::defaultProgram()
{
    const QString folder = QCoreApplication::applicationDirPath();
    for (const QString &path : {folder + QStringLiteral("/vitrine-highlighter"), folder + QStringLiteral("/../libexec/vitrine/vitrine-highlighter")}) {
        if (QFileInfo(path).isExecutable())
            return QFileInfo(path).absoluteFilePath();
    }
    return {};
}

void HighlightClient::request(const HighlightRequest &request)
{
    d->add(request);
}

void HighlightClient::forget(quint64 block)
{
    d->blocks.remove(block);
    d->failures.remove(block);
    d->waiting.removeAll(block);
}

QStringList HighlightClient::availableLanguages() const
{
    return d->worker.languages();
}

} // namespace vitrine
