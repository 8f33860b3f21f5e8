#include "composer/Composer.h"

#include "base/Id.h"
#include "composer/AttachmentChip.h"
#include "composer/ComposerEdit.h"
#include "composer/ModelControls.h"
#include "images/PictureLoader.h"
#include "presenter/Words.h"
#include "theme/Icons.h"
#include "theme/Tokens.h"
#include "widgets/Buttons.h"
#include "widgets/Card.h"
#include "widgets/FlowLayout.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QResizeEvent>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace vitrine {

namespace {
constexpr int narrow = 660; // below it the toggles show their icons alone

// The picture's own bytes, so that nothing of it is decoded here.
std::pair<QByteArray, QString> pictureBytes(const QMimeData *data)
{
    static const QList<std::pair<QString, QString>> forms{{QStringLiteral("image/png"), QStringLiteral("png")},
                                                          {QStringLiteral("image/jpeg"), QStringLiteral("jpg")},
                                                          {QStringLiteral("image/webp"), QStringLiteral("webp")},
                                                          {QStringLiteral("image/bmp"), QStringLiteral("bmp")}};
    for (const auto &[mime, suffix] : forms) {
        if (data->hasFormat(mime)) {
            const QByteArray bytes = data->data(mime);
            if (!bytes.isEmpty())
                return {bytes, suffix};
        }
    }
    return {};
}

bool isData(const QString &name)
{
    const QString lower = name.toLower();
    for (const char *suffix : {".csv", ".tsv", ".xlsx", ".json"}) {
        if (lower.endsWith(QLatin1String(suffix)))
            return true;
    }
    return false;
}
} // namespace

Composer::Composer(QString scratchFolder, QWidget *parent)
    : QWidget(parent)
    , m_scratchFolder(std::move(scratchFolder))
{
    build();
    setSettings({});
    refresh();
}

void Composer::build()
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(4);
    m_problem = new QLabel(this);
    m_problem->setProperty("kind", QStringLiteral("error"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setContentsMargins(12, 0, 12, 0);
    m_problem->hide();
    outer->addWidget(m_problem);
    m_card = new Card(this);
    outer->addWidget(m_card);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(12, 10, 8, 8);
    column->setSpacing(6);
    m_chipArea = new QWidget(m_card);
    m_chipArea->setLayout(new FlowLayout(8, m_chipArea));
    m_chipArea->hide();
    m_edit = new ComposerEdit(m_card);
    m_edit->setPlaceholderText(tr("Ask anything, or drop pictures and files"));
    m_edit->setAccessibleName(tr("Message"));
    column->addWidget(m_chipArea);
    column->addWidget(m_edit);
    column->addWidget(buildControls());
    setTabOrder(m_edit, m_attach);

    connect(m_edit, &ComposerEdit::textChanged, this, [this] {
        m_problem->hide();
        fitText();
        refresh();
        emit contentChanged();
    });
    connect(m_edit, &ComposerEdit::submitRequested, this, &Composer::submit);
    connect(m_edit, &ComposerEdit::stopRequested, this, &Composer::stopRequested);
    connect(m_edit, &ComposerEdit::recallRequested, this, &Composer::recallRequested);
    connect(m_edit, &ComposerEdit::otherPasted, this, &Composer::addMime);
    connect(m_edit, &ComposerEdit::focusChanged, m_card, &Card::setActive);
}

QWidget *Composer::buildControls()
{
    auto *bar = new QWidget(m_card);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_attach = iconButton(QStringLiteral("mail-attachment-symbolic mail-attachment"), tr("Add pictures and files"), bar);
    m_pictures = pillButton(QStringLiteral("view-preview"), tr("Pictures"), bar);
    m_python = pillButton(QStringLiteral("code-context"), tr("Python"), bar);
    m_models = new ModelControls(bar);
    m_approval = pillButton(QString(), QString(), bar);
    m_send = new QToolButton(bar);
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setProperty("kind", QStringLiteral("send"));
    m_send->setFixedSize(32, 32);
    m_send->setIconSize(QSize(16, 16));
    m_send->setFocusPolicy(Qt::StrongFocus);
    for (QToolButton *toggle : {m_pictures, m_python}) {
        toggle->setCheckable(true);
        connect(toggle, &QToolButton::toggled, this, &Composer::settingsChanged);
    }
    m_pictures->setToolTip(tr("Picture tools: rotate, straighten, enhance, zoom and read. They work on this machine."));
    m_python->setToolTip(tr("Python in a sandbox without network, in a folder of its own."));
    connect(m_models, &ModelControls::changed, this, &Composer::settingsChanged);
    buildModeMenu();
    row->addWidget(m_attach);
    row->addWidget(m_pictures);
    row->addWidget(m_python);
    row->addWidget(m_models);
    row->addWidget(m_approval);
    row->addStretch();
    row->addWidget(m_send);
    connect(m_attach, &QToolButton::clicked, this, &Composer::chooseFiles);
    connect(m_send, &QToolButton::clicked, this, [this] {
        if (m_running)
            emit stopRequested();
        else
            submit();
    });
    connect(m_python, &QToolButton::toggled, this, [this](bool on) {
        if (on)
            emit pythonWanted();
    });
    return bar;
}

void Composer::setPictures(PictureLoader *loader)
{
    m_loader = loader;
}

ComposerContent Composer::content() const
{
    ComposerContent content{m_edit->toPlainText(), {}};
    for (const AttachmentChip *chip : m_chips)
        content.files << chip->file().path;
    return content;
}

void Composer::setContent(const ComposerContent &content)
{
    while (!m_chips.isEmpty())
        remove(m_chips.constFirst());
    m_edit->setPlainText(content.text);
    m_edit->moveCursor(QTextCursor::End);
    if (!content.files.isEmpty())
        addFiles(content.files);
    refresh();
}

QList<AttachedFile> Composer::attachments() const
{
    QList<AttachedFile> files;
    for (const AttachmentChip *chip : m_chips)
        files << chip->file();
    return files;
}

TurnSettings Composer::settings() const
{
    TurnSettings settings;
    m_models->fill(settings);
    settings.approvalMode = m_mode;
    settings.pictures = m_pictures->isChecked();
    settings.python = m_python->isChecked();
    return settings;
}

void Composer::setSettings(const TurnSettings &settings)
{
    const QSignalBlocker quietPictures(m_pictures);
    const QSignalBlocker quietPython(m_python);
    m_pictures->setChecked(settings.pictures);
    m_python->setChecked(settings.python);
    m_models->apply(settings);
    setMode(settings.approvalMode);
}

void Composer::setRunning(bool running)
{
    m_running = running;
    refresh();
}

bool Composer::canAdd(const QMimeData *mime)
{
    if (mime->hasImage())
        return true;
    for (const QUrl &url : mime->urls().mid(0, 1)) {
        if (url.isLocalFile())
            return true;
    }
    return false;
}

bool Composer::addMime(const QMimeData *mime)
{
    const QList<QUrl> urls = mime->urls();
    if (!urls.isEmpty()) {
        QStringList paths;
        for (const QUrl &url : urls) {
            if (url.isLocalFile())
                paths << url.toLocalFile();
        }
        if (!paths.isEmpty()) {
            addFiles(paths);
            return true;
        }
    }
    if (const auto [bytes, suffix] = pictureBytes(mime); !bytes.isEmpty()) {
        keepBytes(bytes, tr("Pasted picture") + u'.' + suffix);
        return true;
    }
    if (mime->hasText()) {
        keepBytes(mime->text().toUtf8(), tr("Pasted text") + QLatin1String(".txt"));
        return true;
    }
    if (mime->hasImage()) {
        showProblem(tr("This picture comes in a form that cannot be pasted; save it as a file and drop that."));
        return true;
    }
    return false;
}

// Each in a folder of its own, so that the file can have a name for people.
void Composer::keepBytes(const QByteArray &bytes, const QString &name)
{
    const QString folder = m_scratchFolder + u'/' + createUlid(QDateTime::currentMSecsSinceEpoch());
    QPointer<Composer> self(this);
    QThreadPool::globalInstance()->start([self, bytes, folder, path = folder + u'/' + name] {
        bool kept = QDir().mkpath(folder);
        QSaveFile file(path);
        kept = kept && file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        QMetaObject::invokeMethod(
            qApp,
            [self, kept, path] {
                if (self && kept)
                    self->addFiles({path});
                else if (self)
                    self->showProblem(tr("What was pasted cannot be kept; is the disk full?"));
            },
            Qt::QueuedConnection);
    });
}

void Composer::addFiles(const QStringList &paths)
{
    ++m_inspecting;
    m_problem->hide();
    QPointer<Composer> self(this);
    QThreadPool::globalInstance()->start([self, paths, already = int(m_chips.size())] {
        const IncomingFiles files = inspectFiles(paths, already);
        QMetaObject::invokeMethod(
            qApp,
            [self, files] {
                if (!self)
                    return;
                --self->m_inspecting;
                for (const AttachedFile &file : files.accepted)
                    self->attach(file);
                if (!files.problem.isEmpty())
                    self->showProblem(files.problem);
                if (std::exchange(self->m_submitWhenInspected, false) && files.problem.isEmpty())
                    self->submit();
            },
            Qt::QueuedConnection);
    });
}

void Composer::attach(const AttachedFile &file)
{
    for (const AttachmentChip *chip : m_chips) {
        if (chip->file().path == file.path)
            return;
    }
    auto *chip = new AttachmentChip(file, m_chipArea);
    m_chips.append(chip);
    m_chipArea->layout()->addWidget(chip);
    m_chipArea->show();
    connect(chip, &AttachmentChip::removeRequested, this, [this, chip] { remove(chip); });
    if (file.picture && m_loader) {
        m_loader->loadFile(file.path, 160, chip, [this, chip](const Result<QImage> &image) {
            if (image)
                chip->setThumbnail(*image);
            else
                showProblem(image.error().message);
        });
    }
    if (isData(file.name))
        emit pythonWanted();
    refresh();
    emit contentChanged();
}

void Composer::remove(AttachmentChip *chip)
{
    m_chips.removeAll(chip);
    chip->hide();
    chip->deleteLater();
    m_chipArea->setVisible(!m_chips.isEmpty());
    m_problem->hide();
    refresh();
    emit contentChanged();
}

void Composer::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add pictures and files"), QStandardPaths::writableLocation(QStandardPaths::HomeLocation));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &Composer::addFiles);
    dialog->open();
}

void Composer::showProblem(const QString &sentence)
{
    m_problem->setText(words::withHiddenShown(sentence));
    m_problem->setAccessibleName(sentence);
    m_problem->show();
}

QString Composer::problem() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

void Composer::submit()
{
    if (m_running)
        return;
    if (m_inspecting > 0) {
        m_submitWhenInspected = true;
        return;
    }
    const ComposerContent written = content();
    if (written.text.trimmed().isEmpty() && written.files.isEmpty())
        return;
    emit submitted({written.text.trimmed(), written.files, {}, false}, settings());
}

void Composer::focusText()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

void Composer::setWindowHeight(int height)
{
    m_windowHeight = height;
    fitText();
}

void Composer::fitText()
{
    const int height = m_edit->wantedHeight(qMax(60, m_windowHeight / 3));
    if (height != m_edit->height())
        m_edit->setFixedHeight(height);
}

void Composer::refresh()
{
    const bool something = !m_edit->document()->isEmpty() || !m_chips.isEmpty();
    m_send->setEnabled(m_running || something);
    m_send->setIcon(m_running ? themedIcon(QStringLiteral("media-playback-stop"), IconTint::OnAccent) : themedIcon(QStringLiteral("arrow-up go-up"), IconTint::OnAccent));
    const QString name = m_running ? tr("Stop") : tr("Send");
    m_send->setAccessibleName(name);
    m_send->setToolTip(m_running ? tr("Stop (Esc)") : tr("Send (Enter)"));
}

void Composer::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = event->size().width() < narrow;
    for (QToolButton *toggle : {m_pictures, m_python})
        toggle->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    m_models->setNarrow(isNarrow);
    fitText();
}

} // namespace vitrine
