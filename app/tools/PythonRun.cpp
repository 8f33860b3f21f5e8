#include "tools/PythonRun.h"

#include "imaging/Background.h"
#include "imaging/FileType.h"
#include "sandbox/FolderSnapshot.h"
#include "tools/PythonText.h"

#include <QFile>

#include <sys/stat.h>
#include <unistd.h>

namespace vitrine {

namespace {

bool isShowable(const QString &mime)
{
    return mime == QLatin1String("image/png") || mime == QLatin1String("image/jpeg");
}

QString sizeSentence(qint64 bytes)
{
    return bytes < 10'000 ? QStringLiteral("%1 bytes").arg(bytes) : QStringLiteral("%1 kB").arg(bytes / 1000);
}

// Pictures of one bundle; the same picture in a second format is not a second picture.
void addDisplayed(QList<QPair<QByteArray, QString>> &pictures, const MimeBundle &bundle)
{
    for (const char *mime : {"image/png", "image/jpeg", "image/svg+xml"}) {
        const QByteArray bytes = bundle.value(QLatin1String(mime));
        if (!bytes.isEmpty()) {
            pictures.append({bytes, QLatin1String(mime)});
            return;
        }
    }
}

QString extensionOf(const QString &mime)
{
    if (mime == QLatin1String("image/svg+xml"))
        return QStringLiteral("svg");
    return mime == QLatin1String("image/jpeg") ? QStringLiteral("jpg") : QStringLiteral("png");
}

Result<BlobRef> storeFile(BlobStore &blobs, const QString &folder, const QString &name, qint64 mostBytes)
{
    // Opened once and read from there: a name that leads elsewhere a moment later changes nothing.
    const Result<Descriptor> descriptor = openRegularFile(folder, name);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    struct stat facts {
    };
    if (fstat(descriptor->get(), &facts) != 0 || facts.st_size > mostBytes)
        return failForModel(ErrorKind::Io,
                            QStringLiteral("%1 is too large to be taken over (%2).").arg(name, sizeSentence(facts.st_size)));
    QFile file;
    if (!file.open(dup(descriptor->get()), QIODevice::ReadOnly, QFileDevice::AutoCloseHandle))
        return failForModel(ErrorKind::Io, QStringLiteral("%1 cannot be read.").arg(name));
    const QByteArray bytes = file.read(mostBytes);
    return blobs.put(
        bytes, fileTypeOf(bytes.first(qMin<qsizetype>(bytes.size(), fileHeadBytes)), bytes.size() <= fileHeadBytes, name).mime);
}

} // namespace

PythonRun::PythonRun(PythonSession &session, PictureToolContext &pictures, AttachmentReader &reader, QString workFolder)
    : m_session(session)
    , m_pictures(pictures)
    , m_reader(reader)
    , m_workFolder(std::move(workFolder))
    , m_decoder(QStringDecoder::Utf8)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(150);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        if (m_isRunning)
            m_session.restart();
    });
}

PythonRun::~PythonRun()
{
    if (m_isRunning) {
        m_session.disconnect(this);
        m_session.cancel(m_id);
    }
}

void PythonRun::begin(const QString &code, std::chrono::milliseconds limit)
{
    connect(&m_session, &PythonSession::outputReceived, this, [this](quint64 id, const QByteArray &bytes) {
        if (id == m_id)
            emit progressed(m_decoder(bytes));
    });
    connect(&m_session, &PythonSession::finished, this, [this](quint64 id, const Result<PythonResult> &result) {
        if (id == m_id && m_isRunning)
            ended(result);
    });
    m_isRunning = true;
    m_id = m_session.run(code, limit);
}

void PythonRun::refuse(const QString &sentence)
{
    m_result.outcome = Outcome::Error;
    m_result.text = sentence;
    m_result.givenBytes = m_result.totalBytes = sentence.toUtf8().size();
    QMetaObject::invokeMethod(this, &PythonRun::finish, Qt::QueuedConnection);
}

void PythonRun::cancel()
{
    if (m_isRunning) {
        m_session.cancel(m_id);
        m_patience.start();
    } else if (!m_isFinished) {
        QMetaObject::invokeMethod(this, &PythonRun::finish, Qt::QueuedConnection);
    }
}

void PythonRun::ended(const Result<PythonResult> &result)
{
    m_isRunning = false;
    m_patience.stop();
    if (!result) {
        refuse(result.error().message);
        return;
    }
    const QByteArray output = pythonOutput(*result);
    const CutText given = cutInTheMiddle(output, result->droppedBytes, givenBytes);
    m_result.outcome = outcomeOf(result->how);
    m_result.exit = exitOf(*result);
    m_result.text = given.text;
    m_result.givenBytes = given.givenBytes;
    m_result.totalBytes = output.size() + result->droppedBytes;
    m_ending = pythonEnding(*result);
    const QByteArray whole = given.isWhole ? QByteArray() : output;
    runInBackground<Collected>(
        m_pictures.pool(), this,
        [&blobs = m_pictures.blobs(), folder = m_workFolder, result = *result, whole] {
            return collect(blobs, folder, result, whole);
        },
        [this](const Collected &made) {
            if (!m_isFinished)
                collected(made);
        });
}

PythonRun::Collected PythonRun::collect(BlobStore &blobs, const QString &folder, const PythonResult &result,
                                        const QByteArray &wholeOutput)
{
    Collected made;
    const auto keep = [&made](const QString &name, const Result<BlobRef> &blob) {
        if (!blob)
            made.leftOut.append(blob.error().message);
        else
            made.artifacts.append({safeLabel(name), *blob});
    };
    if (!wholeOutput.isEmpty()) {
        if (const Result<BlobRef> blob = blobs.put(wholeOutput, QStringLiteral("text/plain")))
            made.whole = *blob;
        else
            made.leftOut.append(blob.error().message);
    }
    QList<QPair<QByteArray, QString>> displayed;
    for (const MimeBundle &bundle : result.displays)
        addDisplayed(displayed, bundle);
    addDisplayed(displayed, result.value);
    for (const auto &[bytes, mime] : displayed)
        keep(QStringLiteral("figure-%1.%2").arg(made.artifacts.size() + 1).arg(extensionOf(mime)), blobs.put(bytes, mime));

    qint64 room = allArtifactBytes;
    qsizetype left = 0;
    for (const QString &name : result.changedFiles) {
        if (made.artifacts.size() >= mostArtifacts) {
            ++left;
            continue;
        }
        const Result<BlobRef> blob = storeFile(blobs, folder, name, qMin(artifactBytes, room));
        keep(name, blob);
        room -= blob ? blob->size : 0;
    }
    if (left > 0)
        made.leftOut.append(QStringLiteral("%1 more files stay in /mnt/data only.").arg(left));
    return made;
}

void PythonRun::collected(const Collected &made)
{
    m_result.whole = made.whole;
    m_result.artifacts = made.artifacts;
    m_notes = made.leftOut;
    QStringList seen;
    for (const Artifact &artifact : made.artifacts) {
        if (!isShowable(artifact.blob.mime) || seen.contains(artifact.blob.sha256)) {
            if (!isShowable(artifact.blob.mime))
                m_notes.append(QStringLiteral("File %1 (%2).").arg(artifact.name, sizeSentence(artifact.blob.size)));
            continue;
        }
        seen.append(artifact.blob.sha256);
        m_toShow.append(artifact);
    }
    showNext();
}

void PythonRun::showNext()
{
    if (m_isFinished)
        return;
    if (m_toShow.isEmpty()) {
        finish();
        return;
    }
    const Artifact artifact = m_toShow.takeFirst();
    const std::optional<QString> refusal = m_pictures.refusePicture();
    if (refusal || m_result.shown.size() >= mostShown) {
        m_notes.append(QStringLiteral("File %1, not shown here. ").arg(artifact.name) +
                       refusal.value_or(QStringLiteral("Limit: %1 pictures in a call.").arg(mostShown)));
        showNext();
        return;
    }
    m_reader.readStored(
        artifact.name, artifact.blob, m_pictures.rule(), this, [this, artifact](const Result<ReadAttachment> &read) {
            if (m_isFinished)
                return;
            if (!read || read->attachment.size.isEmpty()) {
                m_notes.append(
                    QStringLiteral("File %1 cannot be shown: %2").arg(artifact.name, read ? read->notice : read.error().message));
            } else {
                Attachment shown = read->attachment;
                shown.image = m_pictures.gallery().reserveRoot();
                m_pictures.gallery().addRoot(shown);
                m_pictures.countPicture(shown.sentSize);
                m_result.shown.append(shown);
                m_notes.append(QStringLiteral("%1: %2 (%3).").arg(shown.image, sizeText(shown.sentSize), shown.name));
            }
            showNext();
        });
}

void PythonRun::finish()
{
    if (m_isFinished)
        return;
    m_isFinished = true;
    QStringList lines;
    if (!m_result.text.isEmpty())
        lines.append(m_result.text.endsWith(QLatin1Char('\n')) ? m_result.text.chopped(1) : m_result.text);
    if (!m_ending.isEmpty())
        lines.append(QLatin1Char('[') + m_ending + QLatin1Char(']'));
    for (const QString &note : m_notes)
        lines.append(QLatin1Char('[') + note + QLatin1Char(']'));
    // A model takes an empty answer for a fault.
    m_result.text = lines.isEmpty() ? QStringLiteral("[No output.]") : lines.join(QLatin1Char('\n'));
    emit finished(m_result);
}

} // namespace vitrine
