#include "connect/ProviderTile.h"

#include "theme/Icons.h"
#include "theme/Theme.h"

#include <QPainter>
#include <QStyle>

namespace vitrine {

namespace {

constexpr int margin = 12;
constexpr int badge = 28;
constexpr int titleTop = margin + badge + 6;
constexpr int wordsTop = titleTop + 22;

// What a person knows the provider for.
QString wordsFor(const QString &preset)
{
    if (preset == QLatin1String("openai"))
        return QStringLiteral("o3, o4-mini, GPT");
    if (preset == QLatin1String("anthropic"))
        return QStringLiteral("Claude");
    if (preset == QLatin1String("gemini"))
        return QStringLiteral("Gemini");
    if (preset == QLatin1String("azure"))
        return ProviderTile::tr("your deployment");
    if (preset == QLatin1String("openrouter"))
        return ProviderTile::tr("many with one key");
    if (preset == QLatin1String("mistral"))
        return QStringLiteral("Large, Codestral");
    if (preset == QLatin1String("groq"))
        return ProviderTile::tr("open models, fast");
    if (preset == QLatin1String("deepseek"))
        return QStringLiteral("V3, R1");
    if (preset == QLatin1String("xai"))
        return QStringLiteral("Grok");
    return ProviderTile::tr("any address");
}

} // namespace

ProviderTile::ProviderTile(const ConnectionPreset &preset, QWidget *parent)
    : QAbstractButton(parent)
    , m_preset(preset.id)
    , m_words(wordsFor(preset.id))
{
    setText(preset.title);
    setAccessibleName(preset.title);
    setAccessibleDescription(m_words);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // as high as the highest of its row
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QRect ProviderTile::wordsRect(int width, int height) const
{
    return {margin, wordsTop, width - 2 * margin, height};
}

int ProviderTile::heightForWidth(int width) const
{
    const QRect words = QFontMetrics(bodyFont(0.86)).boundingRect(wordsRect(width, 1000), Qt::TextWordWrap, m_words);
    return qMax(100, wordsTop + words.height() + margin);
}

void ProviderTile::paintEvent(QPaintEvent *)
{
    const Tokens t = currentTokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool raised = underMouse();
    painter.setPen(QPen(hasFocus() ? t.accent : raised ? mixed(t.line, t.accent, 0.5) : t.line, hasFocus() ? 1.5 : 1));
    painter.setBrush(isDown() ? mixed(t.card, t.text, 0.05) : raised ? mixed(t.card, t.accent, 0.04) : t.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), spacing::cardCorner, spacing::cardCorner);
    const QRect circle = QStyle::visualRect(layoutDirection(), rect(), QRect(margin, margin, badge, badge));
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(t.card, t.accent, 0.14));
    painter.drawEllipse(circle);
    if (m_preset == QLatin1String("other")) {
        themedIcon(QStringLiteral("list-add"), IconTint::Accent).paint(&painter, circle.adjusted(6, 6, -6, -6));
    } else {
        painter.setPen(t.accent);
        painter.setFont(bodyFont(1.0, QFont::DemiBold));
        painter.drawText(circle, Qt::AlignCenter, text().left(1).toUpper());
    }
    painter.setPen(t.text);
    painter.setFont(bodyFont(0.95, QFont::DemiBold));
    painter.drawText(QRect(margin, titleTop, width() - 2 * margin, 22), Qt::AlignLeading | Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2 * margin));
    painter.setPen(t.secondary);
    painter.setFont(bodyFont(0.86));
    painter.drawText(wordsRect(width(), height() - wordsTop), Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, m_words);
}

} // namespace vitrine
