#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace vitrine {

// A caption, what is filled in, a note below it, and the sentence that says what is wrong with it.
class FormField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormField)

public:
    // Takes the editor, and gives it the caption as its accessible name.
    FormField(const QString &caption, QWidget *editor, QWidget *parent);

    void setNote(const QString &note);
    // Empty: nothing is wrong. Told to assistive techniques as it appears.
    void setError(const QString &sentence);
    QString error() const;
    QWidget &editor() { return *m_editor; }

private:
    QWidget *m_editor;
    QLabel *m_note;
    QLabel *m_error;
};

// Below the text of a check box or radio button: a row that begins where that text does, also from right to left.
QHBoxLayout *indented(QWidget *widget);
// A label for whole sentences, of the given kind of the style sheet ("secondary", "warn", "error") or none.
QLabel *sentenceLabel(const char *kind, QWidget *parent);
// Shows the sentence, or hides the label when it is empty.
void showSentence(QLabel &label, const QString &sentence);
// The same for what has gone wrong, which is announced.
void showAlert(QLabel &label, const QString &sentence);

} // namespace vitrine
