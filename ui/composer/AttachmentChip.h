#pragma once

#include "composer/IncomingFiles.h"

#include <QImage>
#include <QWidget>

namespace vitrine {

// One attached file: thumbnail or icon, name, size, and a button that takes it away.
class AttachmentChip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttachmentChip)

public:
    explicit AttachmentChip(const AttachedFile &file, QWidget *parent = nullptr);
    const AttachedFile &file() const { return m_file; }
    void setThumbnail(const QImage &image);
    QSize sizeHint() const override { return QSize(208, 52); }

signals:
    void removeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AttachedFile m_file;
    QImage m_thumbnail;
};

} // namespace vitrine
