#include "connect/FormField.h"

#include "theme/Theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace vitrine {

QHBoxLayout *indented(QWidget *widget)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addSpacing(24);
    row->addWidget(widget, 1);
    return row;
}

QLabel *sentenceLabel(const char *kind, QWidget *parent)
{
    auto *label = new QLabel(parent);
    if (kind)
        label->setProperty("kind", QLatin1String(kind));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setFont(bodyFont(0.92));
    return label;
}

void showSentence(QLabel &label, const QString &sentence)
{
    label.setText(sentence);
    label.setVisible(!sentence.isEmpty());
}

void showAlert(QLabel &label, const QString &sentence)
{
    showSentence(label, sentence);
    label.setAccessibleName(sentence);
    if (sentence.isEmpty())
        return;
    QAccessibleEvent event(&label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

FormField::FormField(const QString &caption, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_note(sentenceLabel("secondary", this))
    , m_error(sentenceLabel("error", this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (!caption.isEmpty()) {
        auto *label = new QLabel(caption, this);
        label->setFont(bodyFont(0.92, QFont::DemiBold));
        label->setBuddy(editor);
        column->addWidget(label);
    }
    column->addWidget(editor);
    column->addWidget(m_note);
    column->addWidget(m_error);
    if (editor->accessibleName().isEmpty())
        editor->setAccessibleName(caption);
    // Where a key is made is copied from here.
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_note->hide();
    m_error->hide();
    setFocusProxy(editor);
}

void FormField::setNote(const QString &note)
{
    showSentence(*m_note, note);
}

void FormField::setError(const QString &sentence)
{
    showAlert(*m_error, sentence);
    m_editor->setAccessibleDescription(sentence);
}

QString FormField::error() const
{
    return m_error->text();
}

} // namespace vitrine
