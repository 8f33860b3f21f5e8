#pragma once

#include <QPlainTextEdit>

namespace vitrine {

// The text of the message. Enter sends, Shift+Enter breaks the line; what is not text goes to the composer.
class ComposerEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComposerEdit)

public:
    explicit ComposerEdit(QWidget *parent = nullptr);
    // The height that shows all of the text, but at most `limit`.
    int wantedHeight(int limit) const;

signals:
    void submitRequested();
    void stopRequested();
    void recallRequested(); // Up in an empty field
    void otherPasted(const QMimeData *data);
    void focusChanged(bool focused);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

} // namespace vitrine
