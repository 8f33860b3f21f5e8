#include "connect/KeyField.h"

#include "theme/Icons.h"
#include "widgets/Buttons.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <cstring>

namespace vitrine {

namespace {

class SecretEdit final : public QLineEdit
{
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;
};

// Says that something is typed here, and not what.
class SecretEditAccessible final : public QAccessibleWidget
{
public:
    explicit SecretEditAccessible(SecretEdit *edit)
        : QAccessibleWidget(edit, QAccessible::EditableText)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Value)
            return QAccessibleWidget::text(kind);
        return QString(static_cast<QLineEdit *>(widget())->text().size(), QChar(0x2022));
    }

    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.passwordEdit = true;
        state.editable = true;
        return state;
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *edit = qobject_cast<SecretEdit *>(object);
    return edit ? new SecretEditAccessible(edit) : nullptr;
}

// Its characters in memory, once nobody else holds them.
void overwrite(QString &text)
{
    if (text.isDetached())
        explicit_bzero(text.data(), size_t(text.size()) * sizeof(QChar));
    text.clear();
}

} // namespace

KeyField::KeyField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new SecretEdit(this))
    , m_show(iconButton(QStringLiteral("view-visible visibility"), tr("Show the key"), this))
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed)
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_edit);
    // The button lies within the field, at its end.
    auto *within = new QHBoxLayout(m_edit);
    within->setContentsMargins(0, 0, 3, 0);
    within->addStretch();
    within->addWidget(m_show);
    m_show->setParent(m_edit);
    m_show->setIconSize(QSize(16, 16));
    m_show->setCursor(Qt::ArrowCursor);
    const int room = m_show->sizeHint().width();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    m_edit->setTextMargins(mirrored ? room : 0, 0, mirrored ? 0 : room, 0);
    m_edit->setAccessibleName(tr("Key"));
    m_edit->setPlaceholderText(tr("Paste the key"));
    m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_edit->setContextMenuPolicy(Qt::NoContextMenu);
    m_edit->setDragEnabled(false);
    m_show->setCheckable(true);
    setFocusProxy(m_edit);
    setShown(false);
    connect(m_show, &QToolButton::toggled, this, &KeyField::setShown);
    connect(m_edit, &QLineEdit::textChanged, this, &KeyField::dropWhiteSpace);
    connect(m_edit, &QLineEdit::textEdited, this, &KeyField::edited);
}

QByteArray KeyField::key() const
{
    return m_edit->text().toUtf8();
}

bool KeyField::isEmpty() const
{
    return m_edit->text().isEmpty();
}

void KeyField::wipe()
{
    m_show->setChecked(false);
    QString held = m_edit->text(); // shares the field's own characters, which are only ours once the field has let go of them
    m_edit->setText(QString());
    overwrite(held);
}

void KeyField::setShown(bool shown)
{
    m_edit->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setIcon(themedIcon(shown ? QStringLiteral("view-hidden hint") : QStringLiteral("view-visible visibility")));
    m_show->setAccessibleName(shown ? tr("Hide the key") : tr("Show the key"));
    m_show->setToolTip(m_show->accessibleName());
}

void KeyField::dropWhiteSpace(const QString &text)
{
    const auto isSpace = [](QChar c) { return c.isSpace() || c == QChar(0xfeff) || c == QChar(0x200b); };
    if (std::none_of(text.cbegin(), text.cend(), isSpace))
        return;
    QString clean = text;
    clean.removeIf(isSpace);
    m_edit->setText(clean);
}

} // namespace vitrine

#include "KeyField.moc"
