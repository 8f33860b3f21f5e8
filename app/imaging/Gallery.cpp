#include "imaging/Gallery.h"

#include <QJsonDocument>
#include <QStringList>

#include <algorithm>

namespace vitrine {

namespace {

QString rootOf(const QString &id)
{
    return id.section(u'.', 0, 0);
}

// The number after "img_" or after the dot; 0 when there is none.
int numberOf(const QString &id)
{
    const qsizetype dot = id.indexOf(u'.');
    const QString digits = dot >= 0 ? id.mid(dot + 1) : id.startsWith(QLatin1String("img_")) ? id.mid(4) : QString();
    return digits.toInt();
}

} // namespace

bool isGeometric(const QString &op)
{
    return op == QLatin1String("zoom") || op == QLatin1String("rotate") || op == QLatin1String("flip") || op == QLatin1String("perspective");
}

QJsonObject repeatKey(const QJsonObject &params)
{
    QJsonObject key = params;
    key.remove(QStringLiteral("label"));
    if (params.value(QStringLiteral("auto")).toBool()) {
        key.remove(QStringLiteral("degrees"));
        key.remove(QStringLiteral("corners"));
    }
    return key;
}

QString sizeText(const QSize &size)
{
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

QString Gallery::reserveRoot()
{
    return QStringLiteral("img_%1").arg(++m_lastRoot);
}

QString Gallery::reserveChild(const QString &parent)
{
    const QString root = rootOf(parent);
    return QStringLiteral("%1.%2").arg(root).arg(++m_lastChild[root]);
}

void Gallery::release(const QString &id)
{
    // Only the newest number can be given out again; an older one stays a gap.
    int &last = id.contains(u'.') ? m_lastChild[rootOf(id)] : m_lastRoot;
    if (last == numberOf(id) && !m_index.contains(id))
        --last;
}

void Gallery::noteNumber(const QString &id)
{
    int &last = id.contains(u'.') ? m_lastChild[rootOf(id)] : m_lastRoot;
    last = std::max(last, numberOf(id));
}

void Gallery::add(GalleryPicture picture)
{
    noteNumber(picture.id);
    if (picture.id.isEmpty() || m_index.contains(picture.id))
        return;
    m_index.insert(picture.id, m_pictures.size());
    m_pictures.append(std::move(picture));
}

void Gallery::addRoot(const Attachment &attachment)
{
    if (attachment.image.isEmpty())
        return;
    GalleryPicture picture;
    picture.id = attachment.image;
    picture.root = attachment.image;
    picture.name = attachment.name;
    picture.size = attachment.size;
    picture.sentSize = attachment.sentSize;
    picture.blob = attachment.blob;
    picture.sent = attachment.sent;
    add(std::move(picture));
}

void Gallery::addStep(const ImageStep &step)
{
    GalleryPicture picture;
    picture.id = step.image;
    picture.parent = step.parent;
    picture.root = step.root;
    picture.op = step.op;
    picture.params = QJsonDocument::fromJson(step.params).object();
    picture.size = step.size;
    picture.sentSize = step.sentSize;
    picture.toRoot = step.matrixToRoot;
    picture.corners = step.corners;
    picture.confidence = step.confidence;
    picture.blob = step.blob;
    picture.sent = step.sent;
    if (const GalleryPicture *parent = find(step.parent)) {
        const std::optional<Matrix3> rootToParent = inverted(parent->toRoot);
        picture.toParent = rootToParent ? multiplied(*rootToParent, step.matrixToRoot) : identityMatrix;
    } else {
        picture.toParent = step.matrixToRoot;
    }
    add(std::move(picture));
}

void Gallery::restore(const QList<ItemPtr> &path, const QList<ItemPtr> &elsewhere)
{
    for (const ItemPtr &item : path) {
        if (const auto *message = std::get_if<UserMessage>(&item->body)) {
            for (const Attachment &attachment : message->attachments)
                addRoot(attachment);
        } else if (const auto *step = std::get_if<ImageStep>(&item->body)) {
            addStep(*step);
        }
    }
    for (const ItemPtr &item : elsewhere) {
        if (const auto *message = std::get_if<UserMessage>(&item->body)) {
            for (const Attachment &attachment : message->attachments)
                noteNumber(attachment.image);
        } else if (const auto *step = std::get_if<ImageStep>(&item->body)) {
            noteNumber(step->image);
        }
    }
}

const GalleryPicture *Gallery::find(const QString &id) const
{
    const auto found = m_index.constFind(id);
    return found == m_index.cend() ? nullptr : &m_pictures[*found];
}

const GalleryPicture *Gallery::findMade(const QString &parent, const QString &op, const QJsonObject &params) const
{
    const QJsonObject key = repeatKey(params);
    for (const GalleryPicture &picture : m_pictures) {
        if (picture.parent == parent && picture.op == op && repeatKey(picture.params) == key)
            return &picture;
    }
    return nullptr;
}

PixelSource Gallery::pixelsOf(const QString &id) const
{
    const GalleryPicture *asked = find(id);
    Q_ASSERT(asked);
    const GalleryPicture *source = asked;
    while (isGeometric(source->op)) {
        const GalleryPicture *parent = find(source->parent);
        if (!parent || parent->root != asked->root)
            break;
        source = parent;
    }
    const std::optional<Matrix3> rootToSource = inverted(source->toRoot);
    if (source == asked || !rootToSource)
        return {asked, identityMatrix};
    return {source, multiplied(*rootToSource, asked->toRoot)};
}

QString Gallery::fillOf(const QString &id) const
{
    for (const GalleryPicture *picture = find(id); picture && isGeometric(picture->op); picture = find(picture->parent)) {
        const QString fill = picture->params.value(QStringLiteral("fill")).toString();
        if (!fill.isEmpty())
            return fill;
    }
    return QStringLiteral("white");
}

QString Gallery::known() const
{
    QStringList entries;
    for (const GalleryPicture &picture : m_pictures)
        entries.append(QStringLiteral("%1 (%2)").arg(picture.id, sizeText(picture.sentSize)));
    return entries.join(QStringLiteral(", "));
}

} // namespace vitrine
