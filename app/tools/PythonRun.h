#pragma once

#include "imaging/AttachmentReader.h"
#include "sandbox/PythonSession.h"
#include "tools/PictureToolContext.h"
#include "tools/Tool.h"

#include <QStringDecoder>
#include <QTimer>

#include <chrono>

namespace vitrine {

// One call of `python`: the run itself, then taking in what it made.
class PythonRun final : public ToolRun
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PythonRun)

public:
    static constexpr qint64 givenBytes = 16 << 10;            // of output, to the model
    static constexpr qint64 artifactBytes = qint64(64) << 20; // of one file
    static constexpr qint64 allArtifactBytes = qint64(256) << 20;
    static constexpr int mostArtifacts = 32;
    static constexpr int mostShown = 8;

    PythonRun(PythonSession &session, PictureToolContext &pictures, AttachmentReader &reader, QString workFolder);
    ~PythonRun() override;

    void begin(const QString &code, std::chrono::milliseconds limit);
    // Ends with this sentence, later.
    void refuse(const QString &sentence);
    void cancel() override;

private:
    // What the pool brings back.
    struct Collected {
        QList<Artifact> artifacts; // what was displayed, then the files
        BlobRef whole;
        QStringList leftOut;
    };
    static Collected collect(BlobStore &blobs, const QString &folder, const PythonResult &result, const QByteArray &wholeOutput);

    void ended(const Result<PythonResult> &result);
    void collected(const Collected &collected);
    void showNext();
    void finish();

    PythonSession &m_session;
    PictureToolContext &m_pictures;
    AttachmentReader &m_reader;
    const QString m_workFolder;
    quint64 m_id = 0;
    QStringDecoder m_decoder;
    QTimer m_patience; // after cancel()
    ToolResult m_result;
    QString m_ending;
    QStringList m_notes;
    QList<Artifact> m_toShow;
    bool m_isRunning = false;
    bool m_isFinished = false;
};

} // namespace vitrine
