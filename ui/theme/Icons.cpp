#include "theme/Icons.h"

#include "theme/Tokens.h"

#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QStringList>

namespace vitrine {

namespace {

QColor colorFor(IconTint tint, QIcon::Mode mode, QIcon::State state)
{
    const Tokens t = currentTokens();
    if (mode == QIcon::Disabled)
        return mixed(t.page, t.secondary, 0.5);
    switch (tint) {
    case IconTint::Auto:
        if (state == QIcon::On)
            return t.accent;
        return mode == QIcon::Active ? t.text : t.secondary;
    case IconTint::Text:
        return t.text;
    case IconTint::Secondary:
        return t.secondary;
    case IconTint::Accent:
        return t.accent;
    case IconTint::OnAccent:
        return t.onAccent;
    case IconTint::Ok:
        return t.ok;
    case IconTint::Warn:
        return t.warn;
    case IconTint::Error:
        return t.error;
    }
    return t.text;
}

// Theme lookups walk folders, so a name is looked up once a run.
QIcon lookUp(const QString &names)
{
    static QHash<QString, QIcon> found; // interface thread only
    const auto known = found.constFind(names);
    if (known != found.cend())
        return *known;
    QIcon icon;
    for (const QString &name : names.split(u' ')) {
        icon = QIcon::fromTheme(name);
        if (!icon.isNull())
            break;
    }
    found.insert(names, icon);
    return icon;
}

class TintedIconEngine final : public QIconEngine
{
public:
    TintedIconEngine(QString names, IconTint tint)
        : m_names(std::move(names))
        , m_tint(tint)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override { return scaledPixmap(size, mode, state, 1.0); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QColor color = colorFor(m_tint, mode, state);
        const QString key = QStringLiteral("tinted/%1/%2x%3@%4/%5").arg(m_names).arg(size.width()).arg(size.height()).arg(scale).arg(color.rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const QRect area(QPoint(), (QSizeF(size) / scale).toSize());
        // Asked with the ratio the theme gives the drawing made for the logical size, only finer; QIcon::paint() would
        // take the one of twice the size, which in some themes is another picture.
        const QPixmap drawing = lookUp(m_names).pixmap(area.size(), scale);
        const QSize own = drawing.deviceIndependentSize().toSize();
        painter.drawPixmap(QRect(QPoint((area.width() - own.width()) / 2, (area.height() - own.height()) / 2), own), drawing);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(area, color);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedIconEngine(*this); }
    bool isNull() override { return false; }

private:
    TintedIconEngine(const TintedIconEngine &) = default;
    QString m_names;
    IconTint m_tint;
};

} // namespace

QIcon themedIcon(const QString &names, IconTint tint)
{
    return QIcon(new TintedIconEngine(names, tint));
}

} // namespace vitrine
