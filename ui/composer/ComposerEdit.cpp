#include "composer/ComposerEdit.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QAbstractTextDocumentLayout>
#include <QTextDocument>
#include <QUrl>

#include <cmath>

namespace vitrine {

namespace {
// Longer pastes would make typing slow; they become a file of their own.
constexpr qsizetype longPaste = 40'000;
} // namespace

ComposerEdit::ComposerEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setProperty("kind", QStringLiteral("composer"));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setAcceptDrops(false); // the whole window takes drops
    viewport()->setAcceptDrops(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

int ComposerEdit::wantedHeight(int limit) const
{
    // The layout of a plain text document counts in lines.
    const double lines = document()->documentLayout() ? qMax(1.0, document()->size().height()) : 1.0;
    const int margins = int(std::ceil(2 * document()->documentMargin())) + 2;
    return qMin(limit, int(std::ceil(lines * fontMetrics().lineSpacing())) + margins);
}

void ComposerEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier))) {
        emit submitRequested();
        return;
    }
    if (enter && (event->modifiers() & Qt::ShiftModifier)) {
        insertPlainText(QStringLiteral("\n"));
        ensureCursorVisible();
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        emit stopRequested();
        return;
    }
    if (event->key() == Qt::Key_Up && document()->isEmpty()) {
        emit recallRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ComposerEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    emit focusChanged(true);
}

void ComposerEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    emit focusChanged(false);
}

bool ComposerEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QPlainTextEdit::canInsertFromMimeData(source);
}

void ComposerEdit::insertFromMimeData(const QMimeData *source)
{
    // Office programs put a picture of the text beside the text: text wins, unless there is none.
    const bool files = source->hasUrls() && !source->urls().isEmpty() && source->urls().constFirst().isLocalFile();
    if (files || (source->hasImage() && !source->hasText()) || source->text().size() > longPaste) {
        emit otherPasted(source);
        return;
    }
    insertPlainText(source->text());
    ensureCursorVisible();
}

} // namespace vitrine
