#include "widgets/Choices.h"

#include "theme/Tokens.h"

#include <QCheckBox>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>
#include <QStyle>

namespace vitrine {

namespace {

constexpr int mark = 16;
constexpr int gap = 8;

QSize choiceSize(const QAbstractButton &button)
{
    const QFontMetrics metrics = button.fontMetrics();
    return {mark + gap + metrics.horizontalAdvance(button.text()) + 4, qMax(mark, metrics.height()) + 6};
}

void paintTick(QPainter &painter, const QRectF &box, const QColor &color)
{
    QPainterPath tick(box.topLeft() + QPointF(4, 8.2));
    tick.lineTo(box.topLeft() + QPointF(7, 11));
    tick.lineTo(box.topLeft() + QPointF(12, 5.2));
    painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(tick);
}

void paintMark(QPainter &painter, const QAbstractButton &button, const QRectF &box, bool round)
{
    const Tokens t = currentTokens();
    const bool on = button.isChecked();
    const QColor strong = button.isEnabled() ? t.accent : mixed(t.page, t.secondary, 0.5);
    const QColor line = on ? strong : button.isEnabled() ? (button.underMouse() ? t.accent : t.secondary) : mixed(t.page, t.secondary, 0.5);
    const QRectF inner = box.adjusted(0.75, 0.75, -0.75, -0.75);
    const double corner = round ? inner.width() / 2 : 4;
    painter.setPen(QPen(line, 1.2));
    painter.setBrush(on ? strong : t.page);
    painter.drawRoundedRect(inner, corner, corner);
    if (!on)
        return;
    if (!round)
        return paintTick(painter, box, t.onAccent);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.onAccent);
    painter.drawEllipse(box.center(), 2.8, 2.8);
}

void paintChoice(QAbstractButton &button, bool round)
{
    const Tokens t = currentTokens();
    QPainter painter(&button);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto placed = [&button](const QRect &rect) { return QStyle::visualRect(button.layoutDirection(), button.rect(), rect); };
    const QRect box = placed(QRect(0, (button.height() - mark) / 2, mark, mark));
    paintMark(painter, button, box, round);
    const QRect words = placed(QRect(mark + gap, 0, button.width() - mark - gap, button.height()));
    const bool warn = button.property("kind").toString() == QLatin1String("warn");
    painter.setPen(!button.isEnabled() ? t.secondary : warn ? t.warn : t.text);
    painter.drawText(words, Qt::AlignLeading | Qt::AlignVCenter, painter.fontMetrics().elidedText(button.text(), Qt::ElideRight, words.width()));
    if (!button.hasFocus())
        return;
    painter.setPen(QPen(t.accent, 1));
    painter.setBrush(Qt::NoBrush);
    const int width = qMin(painter.fontMetrics().horizontalAdvance(button.text()) + 6, words.width());
    painter.drawRoundedRect(QRectF(placed(QRect(mark + gap - 4, 0, width + 2, button.height()))).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

template<class Base, bool round>
class Choice final : public Base
{
public:
    Choice(const QString &text, QWidget *parent)
        : Base(text, parent)
    {
        this->setAttribute(Qt::WA_Hover);
        this->setCursor(Qt::PointingHandCursor);
    }

    QSize sizeHint() const override { return choiceSize(*this); }
    QSize minimumSizeHint() const override { return {mark, choiceSize(*this).height()}; }

protected:
    bool hitButton(const QPoint &place) const override { return QStyle::visualRect(this->layoutDirection(), this->rect(), QRect(QPoint(), choiceSize(*this))).contains(place); }
    void paintEvent(QPaintEvent *) override { paintChoice(*this, round); }
};

} // namespace

QCheckBox *checkBox(const QString &text, QWidget *parent)
{
    return new Choice<QCheckBox, false>(text, parent);
}

QRadioButton *radioButton(const QString &text, QWidget *parent)
{
    return new Choice<QRadioButton, true>(text, parent);
}

} // namespace vitrine
