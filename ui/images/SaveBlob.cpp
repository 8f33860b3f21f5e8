#include "images/SaveBlob.h"

#include "base/FileName.h"
#include "model/Blobs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QPointer>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

namespace vitrine {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SaveBlob)
};

QString copied(const BlobReader &blobs, const BlobRef &blob, const QString &target)
{
    constexpr qint64 piece = 4 << 20;
    QSaveFile file(target);
    if (!file.open(QIODevice::WriteOnly))
        return Tr::tr("%1 cannot be written: %2").arg(target, file.errorString());
    for (qint64 offset = 0; offset < blob.size; offset += piece) {
        const Result<QByteArray> bytes = blobs.read(blob, offset, piece);
        if (!bytes)
            return bytes.error().message;
        if (file.write(*bytes) != bytes->size())
            return Tr::tr("%1 cannot be written: %2").arg(target, file.errorString());
    }
    return file.commit() ? QString() : Tr::tr("%1 cannot be written: %2").arg(target, file.errorString());
}

} // namespace

void saveBlob(QWidget *parent, const BlobReader &blobs, const BlobRef &blob, const QString &name, std::function<void(const QString &)> failed)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(parent, Tr::tr("Save"), folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(safeFileName(name));
    QPointer<QWidget> guard(parent);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&blobs, blob, guard, failed](const QString &target) {
        QThreadPool::globalInstance()->start([&blobs, blob, guard, failed, target] {
            const QString sentence = copied(blobs, blob, target);
            if (sentence.isEmpty())
                return;
            QMetaObject::invokeMethod(
                qApp,
                [guard, failed, sentence] {
                    if (guard)
                        failed(sentence);
                },
                Qt::QueuedConnection);
        });
    });
    dialog->open();
}

} // namespace vitrine
