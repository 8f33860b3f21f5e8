#pragma once

#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace vitrine {

// One stretch of a line: `start` and `length` in UTF-16 units, inside the line; `style` as KSyntaxHighlighting names its text
// styles: "Keyword", "String", "Comment" ... Normal text has no run.
struct HighlightRun {
    int start = 0;
    int length = 0;
    QString style;

    bool operator==(const HighlightRun &) const = default;
};

// Complete lines of a code block, without their ends. `firstLine` 0 begins the block anew; else it is where the last request for
// the block ended, whether that was answered yet or not.
struct HighlightRequest {
    quint64 block = 0;
    QString language; // as the fence names it: "cpp", "c++", "py", "sh" ...
    int firstLine = 0;
    QStringList lines;
};

struct HighlightResult {
    quint64 block = 0;
    int firstLine = 0;
    QList<QList<HighlightRun>> lines; // line firstLine + i; sorted, not overlapping
    bool isPlain = false;             // no colours: too large, unknown, or the highlighter failed
};

struct HighlightOptions {
    QString program; // vitrine-highlighter; absolute
    QStringList arguments;
    std::chrono::milliseconds startDeadline{5000};
    // For one answer, of the helper's own processor time, so that a busy machine is not taken for a hostile text;
    // then the helper is killed. One that sleeps meets the limit on the clock.
    std::chrono::milliseconds deadline{300};
    std::chrono::milliseconds longestWait{5000}; // for one answer, on the clock
    std::chrono::milliseconds firstRest{250};    // after a failure, doubled with each further one up to half a minute
    std::chrono::milliseconds patience{2000};    // who would wait longer than this for a rested helper gets plain text
    std::chrono::milliseconds idle{60000};    // without a request, after which the helper is ended
};

// Colours code in a helper process, so that hostile code can only cost the helper's time. The helper is started at the first
// request, has one request at a time, and is replaced when it fails; the text is then plain, never missing.
// Lives on one thread (the interface's), which must outlive it. Blocks that are over 256 kB or have a line over 20,000
// characters are answered plain at once, as is all when the program is missing.
class HighlightClient final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HighlightClient)

public:
    explicit HighlightClient(const HighlightOptions &options = {defaultProgram(), {}}, QObject *parent = nullptr);
    ~HighlightClient() override;

    // The helper beside this program, else in its libexec folder; empty when it was not built.
    static QString defaultProgram();

    // Answered later, never during the call, by one highlighted(); what waits for the same block is answered together.
    void request(const HighlightRequest &request);
    // The block is gone: nothing more is answered for it.
    void forget(quint64 block);

    // Names that a fence may use; empty until the helper was started once.
    QStringList availableLanguages() const;

signals:
    void highlighted(const vitrine::HighlightResult &result);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace vitrine
