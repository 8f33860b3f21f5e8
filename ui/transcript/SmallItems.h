#pragma once

#include "transcript/RichLayout.h"
#include "transcript/TranscriptEntry.h"
#include "transcript/TranscriptItem.h"

#include <vector>

namespace vitrine {

// The pictures of a message, in a row that wraps.
class PicturesItem final : public TranscriptItem
{
public:
    void update(const QList<TranscriptPicture> &pictures);

    qreal layout(const TranscriptMetrics &metrics, qreal width) override;
    qreal estimate(const TranscriptMetrics &metrics, qreal width) const override;
    void paint(const ItemPaint &paint) override;
    QString toolTipAt(const QPointF &point) const override;
    QList<TranscriptControl> controls() const override;
    QString accessibleText() const override;
    QAccessible::Role role() const override { return QAccessible::Graphic; }
    qreal naturalWidth() const override { return m_natural; }
    QString dump() const override;

private:
    QList<TranscriptPicture> m_pictures;
    std::vector<QRectF> m_areas;
    qreal m_natural = 0;
};

// Something that happened, where it happened: one sentence and at most one button that mends it.
class NoticeItem final : public TranscriptItem
{
public:
    void update(const TranscriptEntry &entry);

    qreal layout(const TranscriptMetrics &metrics, qreal width) override;
    qreal estimate(const TranscriptMetrics &metrics, qreal width) const override;
    void release() override { m_layout.release(); }
    void paint(const ItemPaint &paint) override;
    qsizetype length() const override { return m_text.text.size(); }
    qsizetype positionAt(const QPointF &point) const override { return m_layout.positionAt(point - m_textAt); }
    QString text(qsizetype from, qsizetype to) const override { return m_text.plain(from, to); }
    bool isTextAt(const QPointF &point) const override;
    QList<TranscriptControl> controls() const override;
    QString accessibleText() const override { return m_text.plain(); }
    QAccessible::Role role() const override;
    QString dump() const override;

private:
    RichText m_text;
    RichLayout m_layout;
    NoticeLevel m_level = NoticeLevel::Info;
    QString m_actionText;
    QString m_actionId;
    QPointF m_textAt;
    QRectF m_button;
    qreal m_width = 0;
};

// Time, tokens and cost below an answer; seen while the pointer or the keyboard is there, its room always kept.
class FooterItem final : public TranscriptItem
{
public:
    void update(const QString &footer, bool shown);

    qreal layout(const TranscriptMetrics &metrics, qreal width) override;
    qreal estimate(const TranscriptMetrics &, qreal) const override;
    void paint(const ItemPaint &paint) override;
    QList<TranscriptControl> controls() const override;
    QString accessibleText() const override { return m_footer; }
    QAccessible::Role role() const override { return QAccessible::StaticText; }
    QString dump() const override;

private:
    QString m_footer;
    bool m_shown = false;
    QRectF m_copy;
    qreal m_width = 0;
};

} // namespace vitrine
