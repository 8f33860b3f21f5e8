#pragma once

#include "composer/IncomingFiles.h"
#include "engine/Command.h"

#include <QWidget>

class QLabel;
class QMimeData;
class QToolButton;

namespace vitrine {

class AttachmentChip;
class Card;
class ComposerEdit;
class ModelControls;
class PictureLoader;

// What is being written and was not sent yet.
struct ComposerContent {
    QString text;
    QStringList files;

    bool isEmpty() const { return text.isEmpty() && files.isEmpty(); }
    bool operator==(const ComposerContent &) const = default;
};

// The card below the transcript: text, attachments, what may be used, send and stop.
class Composer final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)

public:
    // Pasted pictures and long texts become files under `scratchFolder`.
    Composer(QString scratchFolder, QWidget *parent = nullptr);
    void setPictures(PictureLoader *loader); // for thumbnails; not owned

    ComposerContent content() const;
    void setContent(const ComposerContent &content);
    ModelControls &models() { return *m_models; }
    TurnSettings settings() const;
    void setSettings(const TurnSettings &settings);

    // A turn runs: send is stop.
    void setRunning(bool running);
    // Looks at the files in the pool, then attaches them or says in one sentence what is left out.
    void addFiles(const QStringList &paths);
    // Files, pictures, long texts. False when there is nothing in it to attach.
    bool addMime(const QMimeData *mime);
    static bool canAdd(const QMimeData *mime);
    void showProblem(const QString &sentence); // until the next change
    QString problem() const;
    QList<AttachedFile> attachments() const;
    void focusText();
    void submit();
    // At most a third of the window for the text.
    void setWindowHeight(int height);

signals:
    void submitted(const vitrine::UserInput &input, const vitrine::TurnSettings &settings);
    void stopRequested();
    void recallRequested();
    void contentChanged();
    void settingsChanged();
    void pythonWanted(); // a data file was attached or Python switched on

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *buildControls();
    void buildModeMenu();
    void attach(const AttachedFile &file);
    void remove(AttachmentChip *chip);
    void keepBytes(const QByteArray &bytes, const QString &name);
    void chooseFiles();
    void refresh();
    void fitText();
    void setMode(ApprovalMode mode);

    QString m_scratchFolder;
    PictureLoader *m_loader = nullptr;
    Card *m_card = nullptr;
    ComposerEdit *m_edit = nullptr;
    QWidget *m_chipArea = nullptr;
    QList<AttachmentChip *> m_chips;
    QLabel *m_problem = nullptr;
    QToolButton *m_attach = nullptr;
    QToolButton *m_pictures = nullptr;
    QToolButton *m_python = nullptr;
    ModelControls *m_models = nullptr;
    QToolButton *m_approval = nullptr;
    QToolButton *m_send = nullptr;
    ApprovalMode m_mode = ApprovalMode::Suggest;
    int m_windowHeight = 820;
    int m_inspecting = 0;
    bool m_submitWhenInspected = false;
    bool m_running = false;
};

} // namespace vitrine
