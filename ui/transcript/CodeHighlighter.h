#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace vitrine {

// One stretch of a line: `start` and `length` in UTF-16 units, `style` a name of TranscriptStyle::codeStyles.
struct CodeRun {
    int start = 0;
    int length = 0;
    QString style;

    bool operator==(const CodeRun &) const = default;
};

// Lines of a code block to colour. Requests for one block come in order; `firstLine` is then where the last one ended, or 0 to
// begin again. `lines` are complete lines without their ends.
struct CodeRequest {
    quint64 block = 0;
    QString language; // the first word of the fence: "cpp", "python"
    int firstLine = 0;
    QStringList lines;
};

// Colours code somewhere else and answers later or never; the text is shown plain until then. Interface thread.
class CodeHighlighter : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeHighlighter)

public:
    using QObject::QObject;

    virtual void request(const vitrine::CodeRequest &request) = 0;
    // The block is gone or far away: no answer is wanted, its state may be dropped.
    virtual void forget(quint64 block) = 0;

signals:
    // `runs[i]` belongs to line `firstLine + i`.
    void highlighted(quint64 block, int firstLine, const QList<QList<vitrine::CodeRun>> &runs);
};

} // namespace vitrine
