#include "timeline/StepCard.h"

#include "presenter/Thumbnails.h"
#include "presenter/Words.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "timeline/StepDetails.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

namespace vitrine {

namespace {
constexpr int iconSide = 18;
constexpr int textLeft = 40;
constexpr int textRight = 74; // room for the duration
constexpr int top = 9;
constexpr int stripSide = 44;
constexpr int mostLines = 3;

int linesOf(const QFont &font, const QString &text, int width)
{
    const QFontMetrics metrics(font);
    const int height = metrics.boundingRect(QRect(0, 0, qMax(width, 20), 10000), Qt::TextWordWrap, text).height();
    return qBound(1, height / metrics.lineSpacing(), mostLines);
}
} // namespace

StepCard::StepCard(Thumbnails &thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_thumbnails(thumbnails)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

qint64 StepCard::milliseconds() const
{
    const QDateTime end = m_step.endedAt.isValid() ? m_step.endedAt : m_now;
    return m_step.startedAt.isValid() && end.isValid() ? qMax<qint64>(0, m_step.startedAt.msecsTo(end)) : 0;
}

void StepCard::setStep(const Step &step)
{
    m_step = step;
    setAccessibleName(QStringLiteral("%1, %2").arg(step.title, words::phase(step.phase)));
    setAccessibleDescription(step.detail);
    if (m_details)
        m_details->setStep(step);
    updateGeometry();
    layOut();
    update();
}

void StepCard::setSpan(const QDateTime &start, const QDateTime &end, const QDateTime &now)
{
    m_spanStart = start;
    m_spanEnd = end;
    m_now = now;
    update(0, 0, width(), headerHeight(width()));
}

void StepCard::refreshPictures()
{
    if (m_details)
        m_details->refreshPictures();
    update();
}

void StepCard::setMarked(bool marked)
{
    if (marked == m_marked)
        return;
    m_marked = marked;
    update();
}

void StepCard::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    if (open && !m_details) {
        m_details = new StepDetails(m_thumbnails, this);
        m_details->setStep(m_step);
        connect(m_details, &StepDetails::pictureActivated, this, &StepCard::pictureActivated);
    }
    if (m_details)
        m_details->setVisible(open);
    updateGeometry();
    layOut();
    update();
    emit openChanged(open);
}

QRect StepCard::titleBox(int width) const
{
    return QRect(textLeft, top, width - textLeft - textRight, 1000);
}

int StepCard::headerHeight(int width) const
{
    const QFont font = bodyFont(0.95);
    int height = top + linesOf(font, m_step.title, titleBox(width).width()) * QFontMetrics(font).lineSpacing();
    if (!m_step.detail.isEmpty())
        height += QFontMetrics(bodyFont(0.86)).lineSpacing() + 2;
    if (!m_step.pictures.isEmpty() && !m_open)
        height += stripSide + 8;
    return height + 13;
}

int StepCard::heightForWidth(int width) const
{
    return headerHeight(width) + (m_open && m_details ? m_details->heightFor(width - 2 * 12) + 12 : 0);
}

QSize StepCard::sizeHint() const
{
    const int width = this->width() > 0 ? this->width() : 360;
    return QSize(width, heightForWidth(width));
}

void StepCard::layOut()
{
    if (m_details && m_open) {
        const int y = headerHeight(width());
        m_details->setGeometry(12, y, width() - 24, qMax(10, height() - y - 8));
    }
}

void StepCard::resizeEvent(QResizeEvent *)
{
    layOut();
}

void StepCard::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const bool quiet = m_step.kind == Step::Kind::Reasoning;
    QColor line = m_marked || hasFocus() ? t.accent : t.line;
    QColor ground = quiet ? QColor(Qt::transparent) : t.card;
    if (m_hovered)
        ground = mixed(t.card, t.text, 0.03);
    painter.setPen(quiet && !m_marked && !hasFocus() && !m_hovered && !m_open ? QPen(Qt::NoPen) : QPen(line, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);

    const QRect header(0, 0, width(), headerHeight(width()));
    const IconTint tint = m_step.phase == StepPhase::Failed ? IconTint::Error
        : m_step.kind == Step::Kind::Notice && m_step.level != NoticeLevel::Info ? IconTint::Warn
        : quiet ? IconTint::Secondary : IconTint::Text;
    themedIcon(m_step.icon, tint).paint(&painter, QRect(13, top + 1, iconSide, iconSide));

    const QFont font = bodyFont(0.95);
    painter.setFont(font);
    painter.setPen(quiet ? t.secondary : t.text);
    QRect box = titleBox(width());
    const int lines = linesOf(font, m_step.title, box.width());
    box.setHeight(lines * QFontMetrics(font).lineSpacing());
    QString title = m_step.title;
    const int room = lines * box.width() - (lines > 1 ? 40 : 0);
    if (QFontMetrics(font).horizontalAdvance(title) > room)
        title = QFontMetrics(font).elidedText(title, Qt::ElideRight, room);
    painter.drawText(box, Qt::TextWordWrap | Qt::AlignLeading | Qt::AlignTop, title);
    if (!m_step.detail.isEmpty()) {
        painter.setFont(bodyFont(0.86));
        painter.setPen(m_step.phase == StepPhase::Failed ? t.error : t.secondary);
        const QRect detail(textLeft, box.bottom() + 3, width() - textLeft - 14, QFontMetrics(painter.font()).lineSpacing());
        painter.drawText(detail, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine, painter.fontMetrics().elidedText(m_step.detail, Qt::ElideRight, detail.width()));
    }
    paintState(painter, header);
    if (!m_open)
        paintStrip(painter, header);
    paintBar(painter, header);
}

void StepCard::paintState(QPainter &painter, const QRect &header) const
{
    const Tokens t = currentTokens();
    QRect box(header.right() - textRight + 6, top, textRight - 16, 18);
    static const QHash<StepPhase, std::pair<QString, IconTint>> signs{
        {StepPhase::Succeeded, {QStringLiteral("dialog-ok-apply checkmark"), IconTint::Ok}},
        {StepPhase::Failed, {QStringLiteral("dialog-close window-close"), IconTint::Error}},
        {StepPhase::Denied, {QStringLiteral("dialog-cancel"), IconTint::Warn}},
        {StepPhase::Stopped, {QStringLiteral("media-playback-stop"), IconTint::Warn}},
        {StepPhase::Waiting, {QStringLiteral("media-playback-pause"), IconTint::Warn}},
    };
    const QRect sign(box.right() - 13, box.center().y() - 6, 14, 14);
    if (m_step.phase == StepPhase::Running) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent);
        painter.drawEllipse(QRectF(sign).center(), 3.5, 3.5);
    } else if (m_step.kind != Step::Kind::Reasoning || m_step.phase != StepPhase::Succeeded) {
        const auto &[icon, tint] = *signs.constFind(m_step.phase);
        themedIcon(icon, tint).paint(&painter, sign);
    }
    if (m_step.kind == Step::Kind::Notice)
        return;
    painter.setFont(bodyFont(0.84));
    painter.setPen(t.secondary);
    painter.drawText(box.adjusted(-20, 0, -18, 0), Qt::AlignTrailing | Qt::AlignVCenter, words::duration(milliseconds()));
}

// Its share of the turn's time, so that what ran side by side stands side by side.
void StepCard::paintBar(QPainter &painter, const QRect &header) const
{
    const qint64 whole = m_spanStart.isValid() && m_spanEnd.isValid() ? m_spanStart.msecsTo(m_spanEnd) : 0;
    if (whole <= 0 || m_step.kind == Step::Kind::Notice)
        return;
    const Tokens t = currentTokens();
    const QRectF track(textLeft, header.bottom() - 6, width() - textLeft - 14, 2);
    const double start = qBound(0.0, double(m_spanStart.msecsTo(m_step.startedAt)) / double(whole), 1.0);
    const double share = qBound(0.0, double(milliseconds()) / double(whole), 1.0 - start);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(t.card, t.line, 0.7));
    painter.drawRoundedRect(track, 1, 1);
    painter.setBrush(m_step.phase == StepPhase::Failed ? t.error : m_step.kind == Step::Kind::Reasoning ? mixed(t.card, t.secondary, 0.6) : t.accent);
    painter.drawRoundedRect(QRectF(track.x() + start * track.width(), track.y(), qMax(3.0, share * track.width()), track.height()), 1, 1);
}

void StepCard::paintStrip(QPainter &painter, const QRect &header) const
{
    int x = textLeft;
    const int y = header.bottom() - 12 - stripSide;
    for (const StepPicture &picture : m_step.pictures) {
        const QImage image = m_thumbnails.thumbnail(picture.blob);
        if (x + stripSide > width() - 14)
            break;
        QSize fit(stripSide, stripSide);
        if (!image.isNull())
            fit = image.size().scaled(QSize(width() - textLeft - 14, stripSide), Qt::KeepAspectRatio);
        QPainterPath clip;
        clip.addRoundedRect(QRect(QPoint(x, y), fit), 5, 5);
        painter.save();
        painter.setClipPath(clip);
        if (image.isNull())
            painter.fillRect(QRect(QPoint(x, y), fit), currentTokens().hover);
        else
            painter.drawImage(QRect(QPoint(x, y), fit), image);
        painter.restore();
        painter.setPen(currentTokens().line);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(QPoint(x, y), fit).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        x += fit.width() + 6;
    }
}

void StepCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        setOpen(!m_open);
}

void StepCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        setOpen(!m_open);
    else
        QWidget::keyPressEvent(event);
}

void StepCard::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void StepCard::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

void StepCard::focusInEvent(QFocusEvent *)
{
    update();
}

void StepCard::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace vitrine
