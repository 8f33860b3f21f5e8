#pragma once

#include "imaging/Transform.h"
#include "model/Item.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace vitrine {

// One picture that a model may name. Coordinates are pixels of `size` unless they are said to be as sent.
struct GalleryPicture {
    QString id;     // "img_1", "img_1.2"
    QString name;   // of the attachment or artifact; empty for derived pictures
    QString parent; // empty for a root
    QString root;   // itself for a root
    QString op;     // "zoom"; empty for an attachment
    QJsonObject params;
    QSize size;     // stored, upright
    QSize sentSize; // as the model sees it
    Matrix3 toParent = identityMatrix;
    Matrix3 toRoot = identityMatrix;
    std::optional<Quad> corners; // outline found or used, pixels of the parent
    std::optional<double> confidence;
    BlobRef blob;
    BlobRef sent;

    bool operator==(const GalleryPicture &) const = default;
};

// Where the pixels of a picture come from before any resampling.
struct PixelSource {
    const GalleryPicture *picture = nullptr;
    Matrix3 matrix = identityMatrix; // pixels of the asked picture to pixels of `picture`
};

// The pictures of one conversation with their descent. Attachments and pictures shown by tools are roots (img_1, img_2 ...);
// what is made from them is numbered under its root (img_1.1, img_1.2 ...), whatever its parent. Nothing is ever overwritten,
// no id is used twice in a conversation. A plain class without a thread of its own. Pointers that it hands out hold until the
// next picture is added.
class Gallery
{
public:
    // Takes the next number for a root or for a child of `parent`, so that pictures in the making keep the order of the calls.
    QString reserveRoot();
    QString reserveChild(const QString &parent);
    // Gives back a number that no picture came to use.
    void release(const QString &id);

    // The attachment's `image` is its id, reserved or from a stored conversation. Anything that is not a picture is passed over.
    void addRoot(const Attachment &attachment);
    // A step whose parent is empty is a root too: a picture that a tool showed.
    void addStep(const ImageStep &step);

    // Makes the pictures of a stored conversation known: those on the path can be named, those elsewhere in the tree only keep
    // their numbers, because this answer's model has not seen them.
    void restore(const QList<ItemPtr> &path, const QList<ItemPtr> &elsewhere = {});

    const GalleryPicture *find(const QString &id) const;
    const QList<GalleryPicture> &pictures() const { return m_pictures; } // in the order in which they became known
    // The picture that this operation has given already, or null.
    const GalleryPicture *findMade(const QString &parent, const QString &op, const QJsonObject &params) const;

    // The highest ancestor whose pixels are still those of `id`: its root, or the last picture on the way that was not made by
    // geometry alone. Cutting from there keeps a zoom after a rotation sharp. `id` must be known.
    PixelSource pixelsOf(const QString &id) const;
    // What lies outside of the picture: the fill of the nearest step that chose one.
    QString fillOf(const QString &id) const;

    // "img_1 (2048x1536), img_1.1 (800x600)": sizes as sent, for messages to a model.
    QString known() const;

private:
    void add(GalleryPicture picture);
    void noteNumber(const QString &id);

    QList<GalleryPicture> m_pictures;
    QHash<QString, qsizetype> m_index;
    QHash<QString, int> m_lastChild; // by root
    int m_lastRoot = 0;
};

// Operations that only move pixels.
bool isGeometric(const QString &op);
// What makes two calls the same: the parameters without what was found out on the way and without mere labels.
QJsonObject repeatKey(const QJsonObject &params);
// "2048x1536"
QString sizeText(const QSize &size);

} // namespace vitrine
