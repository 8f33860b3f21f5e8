#include "presenter/Lineage.h"

#include "imaging/Transform.h"

namespace vitrine {

Lineage::Lineage(QObject *parent)
    : QObject(parent)
{
}

const PictureNode *Lineage::find(const QString &image) const
{
    for (const PictureNode &node : m_pictures) {
        if (node.image == image)
            return &node;
    }
    return nullptr;
}

QList<std::pair<int, PictureNode>> Lineage::tree() const
{
    QList<std::pair<int, PictureNode>> result;
    for (const PictureNode &node : m_pictures) {
        // A picture whose parent never arrived still has to be reachable.
        if (node.parent.isEmpty() || !find(node.parent)) {
            result.append({0, node});
            collect(node.image, 1, result);
        }
    }
    return result;
}

void Lineage::collect(const QString &parent, int depth, QList<std::pair<int, PictureNode>> &result) const
{
    if (depth > 64) // a made-up circle must not hang the window
        return;
    for (const PictureNode &node : m_pictures) {
        if (node.parent == parent && node.image != parent) {
            result.append({depth, node});
            collect(node.image, depth + 1, result);
        }
    }
}

QPolygonF Lineage::outlineOnRoot(const QString &image) const
{
    const PictureNode *node = find(image);
    if (!node || node->parent.isEmpty())
        return {};
    const double w = node->size.width();
    const double h = node->size.height();
    QPolygonF polygon;
    for (const QPointF &corner : {QPointF(0, 0), QPointF(w, 0), QPointF(w, h), QPointF(0, h)})
        polygon << mapped(node->matrixToRoot, corner);
    return polygon;
}

void Lineage::clear()
{
    m_pictures.clear();
    emit changed();
}

void Lineage::addArtifact(const Artifact &artifact, const QString &step)
{
    for (PictureNode &known : m_pictures) {
        if (known.parent.isEmpty() && known.blob.sha256 == artifact.blob.sha256) {
            if (known.title != artifact.name) {
                known.title = artifact.name;
                emit changed();
            }
            return;
        }
    }
    add({artifact.name, {}, artifact.name, artifact.name, artifact.blob, {}, identityMatrix, step});
}

void Lineage::add(const PictureNode &node)
{
    for (PictureNode &known : m_pictures) {
        if (known.image == node.image) {
            if (known != node) {
                known = node;
                emit changed();
            }
            return;
        }
    }
    m_pictures.append(node);
    emit changed();
}

} // namespace vitrine
