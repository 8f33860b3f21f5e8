#include "sandbox/FontList.h"

#include "base/Json.h"
#include "sandbox/BubblewrapSandbox.h"
#include "sandbox/PythonDriver.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <ctime>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

constexpr int fileFormat = 1;
constexpr qint64 maxFileBytes = 16 << 20; // a full TeX has some thousand fonts of 300 bytes
constexpr qsizetype maxPlaces = 20'000;
constexpr std::chrono::minutes makeLimit{3};

QString fileIn(const QString &cacheFolder)
{
    return cacheFolder + QStringLiteral("/chart-fonts.json");
}

qint64 nanoseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

bool isName(const QString &name)
{
    return name.startsWith(QLatin1String("fontlist-v")) && name.endsWith(QLatin1String(".json")) && !name.contains(QLatin1Char('/'))
        && name.size() < 64;
}

// Only what the administrator installs is seen in the sandbox, and only that is looked at.
bool isPlace(const QString &path)
{
    return (path.startsWith(QLatin1String("/usr/")) || path.startsWith(QLatin1String("/etc/"))) && QDir::cleanPath(path) == path;
}

// Says another word when a file or folder was changed, replaced, added or removed. `newestNs`: the last of the changes.
QByteArray keyOf(const QStringList &places, qint64 *newestNs = nullptr)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &place : places) {
        struct stat status {};
        const QByteArray path = QFile::encodeName(place);
        const bool isThere = ::stat(path.constData(), &status) == 0;
        const qint64 changed = nanoseconds(status.st_ctim);
        for (const qint64 number : {qint64(isThere), qint64(status.st_ino), qint64(status.st_size), nanoseconds(status.st_mtim), changed})
            hash.addData(QByteArray::number(number) + ' ');
        hash.addData(path + '\0');
        if (newestNs)
            *newestNs = std::max(*newestNs, changed);
    }
    return hash.result().toHex();
}

QStringList placesIn(const QJsonObject &object)
{
    QStringList places;
    const QJsonArray array = object.value(QLatin1String("places")).toArray();
    for (const QJsonValue &value : array)
        places.append(value.toString());
    return places;
}

// For the log only, as all errors here; no user sees them.
Done malformed()
{
    return fail(ErrorKind::Protocol, QStringLiteral("malformed list of fonts"));
}

// What the driver's run and the kept file have in common.
Done check(const QJsonObject &object)
{
    const QStringList places = placesIn(object);
    const QByteArray list = object.value(QLatin1String("list")).toString().toUtf8();
    if (!isName(object.value(QLatin1String("name")).toString()) || !parseJsonObject(list) || places.isEmpty() || places.size() > maxPlaces
        || !std::all_of(places.cbegin(), places.cend(), isPlace))
        return malformed();
    return {};
}

// Nobody else may have written it.
QByteArray readOwn(const QString &path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat status {};
    if (!file.isOpen() || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_uid != geteuid()
        || (status.st_mode & (S_IWGRP | S_IWOTH)) != 0 || status.st_size > maxFileBytes)
        return {};
    QFile reader;
    if (!reader.open(file.get(), QIODevice::ReadOnly))
        return {};
    return reader.read(maxFileBytes);
}

} // namespace

std::optional<FontList> keptFontList(const QString &cacheFolder)
{
    const Result<QJsonObject> object = parseJsonObject(readOwn(fileIn(cacheFolder)));
    if (!object || object->value(QLatin1String("format")).toInt() != fileFormat || !check(*object))
        return std::nullopt;
    if (object->value(QLatin1String("key")).toString().toLatin1() != keyOf(placesIn(*object)))
        return std::nullopt;
    return FontList{object->value(QLatin1String("name")).toString(), object->value(QLatin1String("list")).toString().toUtf8()};
}

bool reachesFrom(const QString &folder, const QString &path)
{
    QString inside = QFileInfo(folder).canonicalFilePath();
    if (!inside.endsWith(QLatin1Char('/')))
        inside += QLatin1Char('/');
    // Each step of the way, because a link on it could be made to lead elsewhere.
    for (QString step = QDir::cleanPath(QFileInfo(path).absoluteFilePath());; step = QFileInfo(step).path()) {
        const QString real = QFileInfo(step).canonicalFilePath();
        if (!real.isEmpty() && (real + QLatin1Char('/')).startsWith(inside))
            return true;
        if (step == QLatin1String("/") || step.isEmpty())
            return false;
    }
}

FontListMaker::FontListMaker(SandboxPrograms programs, QString cacheFolder, QObject *parent)
    : QObject(parent)
    , m_programs(std::move(programs))
    , m_cacheFolder(std::move(cacheFolder))
{
}

FontListMaker::~FontListMaker() = default;

void FontListMaker::start()
{
    if (const Done launched = launch(); !launched)
        QMetaObject::invokeMethod(this, [this, launched] { emit finished(launched); }, Qt::QueuedConnection);
}

Done FontListMaker::launch()
{
    SandboxPolicy policy = pythonPolicy({});
    const QString driver = QStringLiteral("/run/vitrine/driver.py");
    policy.files.append({driver, pythonDriver()});
    Result<SandboxedCommand> command =
        bubblewrapCommand(m_programs, policy, {m_programs.python, QStringLiteral("-I"), driver, QStringLiteral("fonts")});
    if (!command)
        return tl::unexpected(command.error());
    command->spec.deadline = makeLimit;
    command->spec.outputLimit = maxFileBytes;
    m_descriptors = std::move(command->descriptors);
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    m_startedNs = nanoseconds(now);
    m_child = std::make_unique<ChildProcess>();
    connect(m_child.get(), &ChildProcess::finished, this, [this](const Result<ChildExit> &result) {
        m_descriptors.clear();
        emit finished(keep(result));
    });
    m_child->start(command->spec);
    return {};
}

Done FontListMaker::keep(const Result<ChildExit> &result) const
{
    if (!result)
        return tl::unexpected(result.error());
    if (result->how != ChildExit::How::Exited || result->code != 0 || result->droppedBytes > 0)
        return fail(ErrorKind::Sandbox, QStringLiteral("no list of fonts was made"), QString::fromUtf8(result->standardError.left(2000)));
    const Result<QJsonObject> made = parseJsonObject(result->standardOutput);
    if (!made || !check(*made))
        return malformed();
    qint64 newestNs = 0;
    const QByteArray key = keyOf(placesIn(*made), &newestNs);
    if (newestNs >= m_startedNs)
        return fail(ErrorKind::Io, QStringLiteral("fonts changed while they were listed"));
    QJsonObject kept = *made;
    kept.insert(QStringLiteral("format"), fileFormat);
    kept.insert(QStringLiteral("key"), QString::fromLatin1(key));
    QSaveFile file(fileIn(m_cacheFolder));
    if (!QDir().mkpath(m_cacheFolder) || !file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(toJson(kept)) < 0 || !file.commit())
        return fail(ErrorKind::Io, QStringLiteral("the list of fonts was not kept"), file.errorString());
    return {};
}

} // namespace vitrine
