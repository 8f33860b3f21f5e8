#include "support/PictureReading.h"

#include "imaging/ImagerClient.h"
#include "imaging/Transform.h"
#include "support/ImagerCalls.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSize>

#include <cmath>

#include <unistd.h>

namespace vitrine {

namespace {

constexpr double trustedOutline = 0.3;
constexpr double trustedRotation = 0.25;
constexpr double readWell = 88; // mean confidence above which a second reading gains nothing

qint64 cpuOf(const ImagerClient &service)
{
    qint64 ticks = 0;
    for (qint64 pid : service.processIds()) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(pid));
        if (!stat.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = stat.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (fields.size() > 12)
            ticks += fields[11].toLongLong() + fields[12].toLongLong();
    }
    return ticks * 1000 / sysconf(_SC_CLK_TCK);
}

QSize sizeOf(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return {array.at(0).toInt(), array.at(1).toInt()};
}

QJsonArray toArray(const Matrix3 &matrix)
{
    QJsonArray array;
    for (double value : matrix)
        array.append(value);
    return array;
}

double readScore(const QJsonObject &values)
{
    double sum = 0;
    const QJsonArray lines = values.value(QLatin1String("lines")).toArray();
    for (const QJsonValue &line : lines) {
        const QJsonArray words = line.toObject().value(QLatin1String("words")).toArray();
        for (const QJsonValue &word : words) {
            const QJsonObject fields = word.toObject();
            sum += double(fields.value(QLatin1String("text")).toString().size()) * qMax(0.0, fields.value(QLatin1String("confidence")).toDouble() - 30);
        }
    }
    return sum;
}

class Chain
{
public:
    Chain(ImagerClient &service, const QString &path, const QString &folder)
        : m_service(service)
        , m_root(path)
        , m_current(path)
        , m_folder(folder)
    {
    }

    PictureReading run()
    {
        QElapsedTimer timer;
        timer.start();
        const qint64 cpu = cpuOf(m_service);
        const auto probe = call(QStringLiteral("probe"), m_root);
        if (probe) {
            m_rootSize = sizeOf(probe->values.value(QLatin1String("size")));
            m_size = m_rootSize;
            turn();
            rectify();
            read();
            readCodes();
        }
        m_reading.milliseconds = timer.elapsed();
        m_reading.cpuMilliseconds = cpuOf(m_service) - cpu;
        return m_reading;
    }

private:
    Result<ImageReply> call(const QString &op, const QString &path, const QJsonObject &params = {})
    {
        QElapsedTimer timer;
        timer.start();
        Result<ImageReply> reply = callImager(m_service, op, path, params);
        m_reading.timing[op] = m_reading.timing.value(op).toInt() + int(timer.elapsed());
        if (!reply && m_reading.error.isEmpty())
            m_reading.error = reply.error().message;
        return reply;
    }

    void keep(const QByteArray &picture)
    {
        m_current = QStringLiteral("%1/step-%2").arg(m_folder).arg(++m_steps);
        QFile file(m_current);
        if (file.open(QIODevice::WriteOnly))
            file.write(picture);
    }

    // A new view on the root, so that nothing is resampled twice.
    void show(const Placement &placement)
    {
        m_toRoot = multiplied(m_toRoot, placement.toParent);
        m_size = placement.size;
        const auto picture = call(QStringLiteral("render"), m_root,
                                  {{QStringLiteral("matrix"), toArray(m_toRoot)}, {QStringLiteral("size"), QJsonArray{m_size.width(), m_size.height()}},
                                   {QStringLiteral("fill"), QStringLiteral("edge")}});
        if (picture)
            keep(picture->picture);
    }

    void turn()
    {
        const auto found = call(QStringLiteral("find_rotation"), m_current);
        if (!found)
            return;
        m_reading.method = found->values.value(QLatin1String("method")).toString();
        m_reading.degrees = found->values.value(QLatin1String("degrees")).toDouble();
        if (found->values.value(QLatin1String("confidence")).toDouble() >= trustedRotation && std::abs(m_reading.degrees) > 0.2)
            show(rotatedBy(m_size, m_reading.degrees, Expand::Yes));
        else
            m_reading.degrees = 0;
    }

    void rectify()
    {
        const auto found = call(QStringLiteral("find_outline"), m_current);
        if (!found)
            return;
        m_reading.outlineScore = found->values.value(QLatin1String("score")).toDouble();
        const QJsonArray corners = found->values.value(QLatin1String("corners")).toArray();
        if (corners.size() != 8 || m_reading.outlineScore < trustedOutline)
            return;
        Quad quad{};
        for (qsizetype i = 0; i < 8; ++i)
            quad[size_t(i)] = corners.at(i).toDouble();
        m_reading.outline = mapped(m_toRoot, quad);
        QSize size = rectifiedSize(quad, std::nullopt);
        if (const auto placement = rectifiedFrom(quad, size))
            show(*placement);
    }

    void read()
    {
        auto best = call(QStringLiteral("detect_text"), m_current);
        if (!best)
            return;
        if (best->values.value(QLatin1String("confidence")).toDouble() < readWell) {
            const auto better = call(QStringLiteral("enhance"), m_current, {{QStringLiteral("ops"), QJsonArray{QJsonObject{{QStringLiteral("op"), QStringLiteral("auto")}}}}});
            if (better) {
                const QString raw = m_current;
                keep(better->picture);
                const auto second = call(QStringLiteral("detect_text"), m_current);
                if (second && readScore(second->values) > readScore(best->values)) {
                    best = second;
                    m_reading.fromEnhanced = true;
                } else {
                    m_current = raw;
                }
            }
        }
        m_reading.confidence = best->values.value(QLatin1String("confidence")).toDouble();
        const QJsonArray lines = best->values.value(QLatin1String("lines")).toArray();
        for (const QJsonValue &line : lines)
            m_reading.text += line.toObject().value(QLatin1String("text")).toString() + QLatin1Char('\n');
    }

    void readCodes()
    {
        const auto found = call(QStringLiteral("decode_barcode"), m_root);
        if (!found)
            return;
        const QJsonArray codes = found->values.value(QLatin1String("codes")).toArray();
        for (const QJsonValue &code : codes)
            m_reading.codes.append(code.toObject().value(QLatin1String("text")).toString());
    }

    ImagerClient &m_service;
    QString m_root;
    QString m_current;
    QString m_folder;
    QSize m_rootSize;
    QSize m_size;
    Matrix3 m_toRoot = identityMatrix;
    int m_steps = 0;
    PictureReading m_reading;
};

QString normalized(const QString &word)
{
    QString out;
    for (QChar c : word) {
        if (c.isLetterOrNumber())
            out += c.toCaseFolded();
    }
    return out;
}

} // namespace

PictureReading readPicture(ImagerClient &service, const QString &path, const QString &folder)
{
    return Chain(service, path, folder).run();
}

double wordRecall(const QJsonObject &truth, const PictureReading &reading)
{
    QHash<QString, int> found;
    const QStringList words = reading.text.split(QRegularExpression(QStringLiteral("\\s+")), Qt::SkipEmptyParts);
    for (const QString &word : words)
        ++found[normalized(word)];
    int expected = 0;
    int matched = 0;
    const QJsonArray wanted = truth.value(QLatin1String("words")).toArray();
    for (const QJsonValue &value : wanted) {
        const QString word = normalized(value.toString());
        if (word.isEmpty())
            continue;
        ++expected;
        if (found.value(word) > 0) {
            --found[word];
            ++matched;
        }
    }
    return expected == 0 ? 1 : double(matched) / expected;
}

std::optional<double> cornerError(const QJsonObject &truth, const PictureReading &reading)
{
    const QJsonArray quad = truth.value(QLatin1String("quad")).toArray();
    if (quad.size() != 4 || !reading.outline)
        return std::nullopt;
    double worst = 0;
    for (int i = 0; i < 4; ++i) {
        const QPointF corner = cornerOf(*reading.outline, i);
        worst = qMax(worst, std::hypot(corner.x() - quad.at(i).toArray().at(0).toDouble(), corner.y() - quad.at(i).toArray().at(1).toDouble()));
    }
    return worst;
}

bool isUpright(const QJsonObject &truth, const PictureReading &reading)
{
    return std::abs(std::remainder(truth.value(QLatin1String("rotation_cw")).toDouble() - reading.degrees, 360.0)) < 3;
}

} // namespace vitrine
