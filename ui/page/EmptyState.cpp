#include "page/EmptyState.h"

#include "theme/Icons.h"
#include "theme/Theme.h"

#include <QAbstractButton>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace vitrine {

class EmptyState::Tile final : public QAbstractButton
{
    Q_DISABLE_COPY_MOVE(Tile)

public:
    Tile(const QString &icon, const QString &title, const QString &text, QWidget *parent)
        : QAbstractButton(parent)
        , m_icon(icon)
        , m_text(text)
    {
        setText(title);
        setAccessibleName(title);
        setAccessibleDescription(text);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    QSize sizeHint() const override { return {280, heightForWidth(280)}; }
    QSize minimumSizeHint() const override { return {180, 92}; }
    int heightForWidth(int width) const override
    {
        const QRect words = QFontMetrics(bodyFont(0.92)).boundingRect(textArea(width, 1000), Qt::TextWordWrap, m_text);
        return std::max(92, textTop + words.height() + 14);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = currentTokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool raised = isEnabled() && underMouse();
        painter.setPen(QPen(hasFocus() || raised ? mixed(t.line, t.accent, 0.6) : t.line, 1));
        painter.setBrush(isDown() ? mixed(t.card, t.text, 0.05) : raised ? mixed(t.card, t.accent, 0.04) : t.card);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::cardCorner, spacing::cardCorner);
        themedIcon(m_icon, isEnabled() ? IconTint::Accent : IconTint::Secondary).paint(&painter, QRect(16, 15, 20, 20), Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
        painter.setFont(bodyFont(1.0, QFont::DemiBold));
        painter.setPen(isEnabled() ? t.text : t.secondary);
        painter.drawText(QRect(46, 12, width() - 60, 26), Qt::AlignLeading | Qt::AlignVCenter, text());
        painter.setFont(bodyFont(0.92));
        painter.setPen(t.secondary);
        painter.drawText(textArea(width(), height() - textTop - 6), Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, m_text);
    }

private:
    static constexpr int textTop = 38;
    static QRect textArea(int width, int height) { return {46, textTop, width - 60, height}; }

    QString m_icon;
    QString m_text;
};

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addStretch(5);
    auto *sentence = new QLabel(tr("Ask, and watch how the answer is made."), this);
    sentence->setFont(bodyFont(1.7, QFont::DemiBold));
    sentence->setAlignment(Qt::AlignHCenter);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    column->addSpacing(24);
    auto *grid = new QGridLayout(m_grid);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(12);
    column->addWidget(m_grid);
    column->addStretch(6);
    Tile *board = addTile(QStringLiteral("draw-text insert-text"), tr("Read a whiteboard"), tr("Turns, straightens and reads a sample photo. Or drop your own."));
    Tile *table = addTile(QStringLiteral("office-chart-bar view-statistics"), tr("Analyse a table"), tr("Profiles a sample CSV with Python and draws its charts."));
    Tile *check = addTile(QStringLiteral("dialog-ok-apply checkmark"), tr("Check an answer"), tr("Comparing what is claimed with what was run comes in a later version."));
    Tile *model = addTile(QStringLiteral("network-connect"), tr("Connect a model"), tr("OpenAI, Claude, Gemini, or a server on this machine. The offline assistant needs none."));
    check->setEnabled(false);
    connect(board, &QAbstractButton::clicked, this, &EmptyState::whiteboardRequested);
    connect(table, &QAbstractButton::clicked, this, &EmptyState::tableRequested);
    connect(model, &QAbstractButton::clicked, this, &EmptyState::modelRequested);
}

EmptyState::Tile *EmptyState::addTile(const QString &icon, const QString &title, const QString &text)
{
    auto *tile = new Tile(icon, title, text, m_grid);
    m_tiles.append(tile);
    return tile;
}

void EmptyState::resizeEvent(QResizeEvent *event)
{
    const int columns = event->size().width() < 520 ? 1 : 2;
    if (columns == m_columns)
        return;
    m_columns = columns;
    auto *grid = static_cast<QGridLayout *>(m_grid->layout());
    for (int i = 0; i < int(m_tiles.size()); ++i)
        grid->addWidget(m_tiles[i], i / columns, i % columns);
}

} // namespace vitrine
