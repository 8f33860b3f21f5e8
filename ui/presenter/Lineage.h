#pragma once

#include "model/Item.h"

#include <QList>
#include <QObject>
#include <QPolygonF>
#include <QString>

namespace vitrine {

// A picture of the conversation: handed over, made from another one, or written by code.
struct PictureNode {
    QString image;  // "img_1.2"; an artifact without an image id goes by its name
    QString parent; // empty for a root
    QString root;
    QString title;   // the file's name for a root, else what was done: "Rotated by 180°"
    BlobRef blob;
    QSize size;
    Matrix3 matrixToRoot = identityMatrix;
    QString step; // the timeline's step that made it, empty for attachments

    bool operator==(const PictureNode &) const = default;
};

// Which picture came from which. Interface thread.
class Lineage final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Lineage)

public:
    explicit Lineage(QObject *parent = nullptr);

    const QList<PictureNode> &pictures() const { return m_pictures; }
    const PictureNode *find(const QString &image) const;
    // Depth first, children below their parents; the number is the depth.
    QList<std::pair<int, PictureNode>> tree() const;
    // The picture's own border, in pixels of its root; empty for roots and unknown ids.
    QPolygonF outlineOnRoot(const QString &image) const;

    void clear();
    void add(const PictureNode &node); // a known image is replaced
    // A picture file that a call wrote: a root. One that is there already, having been shown to the model, gets the file's name.
    void addArtifact(const Artifact &artifact, const QString &step);

signals:
    void changed();

private:
    void collect(const QString &parent, int depth, QList<std::pair<int, PictureNode>> &result) const;
    QList<PictureNode> m_pictures;
};

} // namespace vitrine
