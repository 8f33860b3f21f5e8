#pragma once

#include "transcript/TranscriptEntry.h"
#include "transcript/TranscriptStyle.h"

#include <QAbstractScrollArea>
#include <QList>
#include <QString>
#include <QUrl>

#include <memory>

namespace vitrine {

class CodeHighlighter;

// The conversation as a list of native blocks: one layout a block, only those near the viewport alive. Text from models is
// hostile: nothing of it is run, fetched or opened; an address leaves only through linkRequested, after the reader saw it whole.
class TranscriptView final : public QAbstractScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TranscriptView)

public:
    explicit TranscriptView(QWidget *parent = nullptr);
    ~TranscriptView() override;

    void setTranscriptStyle(const TranscriptStyle &style);
    // Not owned; null shows code plain.
    void setCodeHighlighter(CodeHighlighter *highlighter);

    void setEntries(const QList<TranscriptEntry> &entries); // scrolls to the end
    void appendEntry(const TranscriptEntry &entry);
    // The entry with the same id; unknown ids are ignored. A growing answer is cheap: only its new text is read.
    void updateEntry(const TranscriptEntry &entry);
    void removeEntry(const QString &id);
    void clear();

    void scrollToEntry(const QString &id);
    void scrollToEnd();
    bool atEnd() const;

    void selectAll();
    void copy(); // the selection, as text
    QString selectedText() const;
    QString selectedMarkdown() const; // whole blocks: the selection rounded outwards

    // What is shown, as text: one line a block, for tests.
    QString dump() const;

signals:
    void linkRequested(const QUrl &url); // http, https or mailto; the reader has confirmed it
    void pictureActivated(const QString &pictureId);
    void stepActivated(const QString &entryId, const QString &stepId);
    void actionTriggered(const QString &entryId, const QString &actionId);
    void activityToggled(const QString &entryId, bool open);
    void copied(const QString &text);
};

} // namespace vitrine
