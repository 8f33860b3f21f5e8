#include "transcript/TranscriptView.h"

#include "transcript/CodeHighlighter.h"
#include "transcript/LinkPrompt.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vitrine;
using namespace Qt::StringLiterals;

namespace {

using Kind = TranscriptEntry::Kind;

TranscriptEntry entryOf(Kind kind, const QString &id, const QString &text, bool streaming = false)
{
    TranscriptEntry entry;
    entry.id = id;
    entry.kind = kind;
    entry.markdown = text;
    entry.streaming = streaming;
    return entry;
}

QString paragraphs(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"Paragraph %1 has enough words in it to need more than one line when the window is narrow, as here it is.\n\n"_s.arg(i);
    return text;
}

TranscriptPicture pictureOf(const QString &id)
{
    QImage image(120, 80, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    return {id, u"Caption of "_s + id, image};
}

// Answers as the helper process would, but at once and with every line a keyword.
class RecordingHighlighter final : public CodeHighlighter
{
public:
    QList<CodeRequest> requests;
    QList<quint64> forgotten;

    void request(const CodeRequest &request) override { requests.append(request); }
    void forget(quint64 block) override { forgotten.append(block); }
};

} // namespace

class TestTranscriptView final : public QObject
{
    Q_OBJECT

private slots:
    void streamedEqualsWhole();
    void hostileTextIsText_data();
    void hostileTextIsText();
    void onlyConfirmedLinksLeave();
    void readerIsNotMovedWhileTextStreams();
    void readerIsNotMovedWhenBlocksAboveGrow();
    void endIsFollowedUntilTheReaderLeaves();
    void scrollingUpIntoUnseenTextDoesNotJump();
    void codeIsCopiedByteForByte();
    void selectionCrossesBlocks();
    void selectAllAndMarkdown();
    void tabReachesEverything();
    void activityOpensInPlace();
    void noticeHasOneButton();
    void codeIsSentToBeColouredOnce();
    void unsureStretches();
    void accessibleTree();
    void farLayoutsAreDropped();
    void manyEntriesAreNotRead();
    void widthsFromTinyToHuge();

private:
    QPointF centreOf(const TranscriptView &view, const ItemPlace &place, int control) const;
};

// Centre of a control's first area, in the viewport.
QPointF TestTranscriptView::centreOf(const TranscriptView &view, const ItemPlace &place, int control) const
{
    auto &document = const_cast<TranscriptView &>(view).document();
    return document.item(place).controls().at(control).areas.first().center() + document.origin(place) - QPointF(0, view.scrollOffset());
}

void TestTranscriptView::streamedEqualsWhole()
{
    const QString text = u"# Title\n\nWords **bold** and `code`.\n\n- a\n- b\n\n|a|b|\n|-|-|\n|1|2|\n\n```cpp\nint a;\n\nint b;\n```\n\n<script>x</script>\n\n> end"_s;
    TranscriptView whole;
    whole.resize(600, 400);
    whole.show();
    whole.setEntries({entryOf(Kind::User, u"u"_s, u"Question"_s), entryOf(Kind::Answer, u"a"_s, text)});

    TranscriptView streamed;
    streamed.resize(600, 400);
    streamed.show();
    streamed.setEntries({entryOf(Kind::User, u"u"_s, u"Question"_s)});
    streamed.appendEntry(entryOf(Kind::Answer, u"a"_s, {}, true));
    for (qsizetype at = 1; at < text.size(); at += 1 + at % 7) {
        streamed.updateEntry(entryOf(Kind::Answer, u"a"_s, text.first(at), true));
        if (at % 3 == 0)
            streamed.flush();
    }
    streamed.updateEntry(entryOf(Kind::Answer, u"a"_s, text));
    QCOMPARE(streamed.dump(), whole.dump());
    QCOMPARE(streamed.verticalScrollBar()->maximum(), whole.verticalScrollBar()->maximum());

    whole.setEntries({entryOf(Kind::User, u"u"_s, u"Question"_s), entryOf(Kind::Answer, u"a"_s, text)});
    QCOMPARE(streamed.dump(), whole.dump());
}

void TestTranscriptView::hostileTextIsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown"); // a part of the dump
    QTest::newRow("script") << u"<script>document.title='x'</script>"_s << u"P <script>document.title='x'</script>"_s;
    QTest::newRow("img") << u"<img src=x onerror=alert(1)>"_s << u"P <img src=x onerror=alert(1)>"_s;
    QTest::newRow("iframe") << u"<iframe src=http://127.0.0.1/></iframe>"_s << u"P <iframe src=http://127.0.0.1/></iframe>"_s;
    QTest::newRow("style") << u"<style>body{display:none}</style>"_s << u"P <style>body{display:none}</style>"_s;
    QTest::newRow("javascript") << u"[a](javascript:alert(1))"_s << u"P a"_s;
    QTest::newRow("javascript, disguised") << u"[a](  JaVaScRiPt&#58;alert(1) ) [b](java\tscript:alert(1))"_s << u"P a"_s;
    QTest::newRow("file") << u"[a](file:///etc/hosts)"_s << u"P a"_s;
    QTest::newRow("data") << u"[a](data:text/html;base64,PHNjcmlwdD4=)"_s << u"P a"_s;
    QTest::newRow("vbscript") << u"<vbscript:x> [a](vbscript:x)"_s << u" a"_s;
    QTest::newRow("picture") << u"![a](http://127.0.0.1:1/x.png)"_s << u"Picture not loaded: a · http://127.0.0.1:1/x.png"_s;
    QTest::newRow("svg") << u"<svg><script>alert(1)</script></svg>"_s << u"P <svg><script>alert(1)</script></svg>"_s;
    QTest::newRow("code") << u"```\n</code></pre><b>\n```"_s << u"CODE() </code></pre><b>"_s;
    QTest::newRow("mermaid") << u"```mermaid\ngraph TD\nclick A \"javascript:alert(1)\"\n```"_s << u"click A \"javascript:alert(1)\""_s;
    QTest::newRow("math") << u"$\\href{javascript:alert(1)}{x}$"_s << u"{math:$\\href{javascript:alert(1)}{x}$}"_s;
}

void TestTranscriptView::hostileTextIsText()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    QSignalSpy links(&view, &TranscriptView::linkRequested);
    const qsizetype topLevels = QApplication::topLevelWidgets().size();
    const auto check = [&] {
        QVERIFY2(view.dump().contains(shown), qPrintable(view.dump()));
        view.grab(); // painted, too
        for (int e = 0; e < view.document().count(); ++e) {
            for (int i = 0; i < view.document().entry(e).itemCount(); ++i) {
                const QList<TranscriptControl> controls = view.document().item({e, i}).controls();
                for (const TranscriptControl &control : controls)
                    QVERIFY(control.kind != TranscriptControl::Kind::Link || control.value.startsWith(u"http://127.0.0.1"));
            }
        }
    };
    view.setEntries({entryOf(Kind::Answer, u"a"_s, text)});
    check();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, {}, true)});
    for (qsizetype at = 1; at <= text.size(); ++at) {
        view.updateEntry(entryOf(Kind::Answer, u"a"_s, text.first(at), at < text.size()));
        view.flush();
    }
    check();
    view.clear();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, text)});
    check();
    view.setEntries({entryOf(Kind::User, u"a"_s, text), entryOf(Kind::Notice, u"b"_s, text)});
    view.grab();
    QCOMPARE(links.count(), 0);
    QCOMPARE(QApplication::topLevelWidgets().size(), topLevels);
}

void TestTranscriptView::onlyConfirmedLinksLeave()
{
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, u"[www.bank.example](https://user@other.example/p?q=1)"_s)});
    QSignalSpy links(&view, &TranscriptView::linkRequested);
    const QPointF at = centreOf(view, {0, 1}, 0);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at.toPoint());
    QCOMPARE(links.count(), 0);

    auto *prompt = view.findChild<LinkPrompt *>();
    QVERIFY(prompt->isVisible());
    QCOMPARE(prompt->accessibleDescription(), u"https://user@other.example/p?q=1"_s);
    QVERIFY(prompt->accessibleName().contains(u"other.example"));
    QVERIFY(!prompt->accessibleName().contains(u"bank"));
    QTest::keyClick(prompt, Qt::Key_Escape);
    QVERIFY(!prompt->isVisible());
    QCOMPARE(links.count(), 0);

    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, at.toPoint());
    prompt->findChild<QPushButton *>(u"openLink"_s)->click();
    QCOMPARE(links.count(), 1);
    QCOMPARE(links.first().first().toUrl(), QUrl(u"https://user@other.example/p?q=1"_s));
}

void TestTranscriptView::readerIsNotMovedWhileTextStreams()
{
    TranscriptView view;
    view.resize(500, 400);
    view.show();
    view.setEntries({entryOf(Kind::User, u"u"_s, u"Question"_s), entryOf(Kind::Answer, u"a"_s, paragraphs(40), true)});
    QVERIFY(view.atEnd());
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() / 2);
    const int offset = view.scrollOffset();
    const QImage before = view.viewport()->grab().toImage();
    QString text = paragraphs(40);
    for (int i = 0; i < 200; ++i) {
        text += u"more words | and *so* on\n\n"_s;
        view.updateEntry(entryOf(Kind::Answer, u"a"_s, text, true));
        view.flush();
        QCOMPARE(view.scrollOffset(), offset);
    }
    QCOMPARE(view.viewport()->grab().toImage(), before);
    auto *newest = view.findChild<QToolButton *>(u"jumpToNewest"_s);
    QVERIFY(newest->isVisible());
    newest->click();
    QVERIFY(view.atEnd());
    QVERIFY(!newest->isVisible());
}

void TestTranscriptView::readerIsNotMovedWhenBlocksAboveGrow()
{
    TranscriptView view;
    view.resize(500, 400);
    view.show();
    TranscriptEntry first = entryOf(Kind::Answer, u"a"_s, paragraphs(10), true);
    first.activity.summary = u"Thought for 2 s"_s;
    for (int i = 0; i < 12; ++i)
        first.activity.steps.append({u"s%1"_s.arg(i), u"Step"_s, {}, StepState::Ok, {pictureOf(u"p%1"_s.arg(i))}});
    view.setEntries({first, entryOf(Kind::Answer, u"b"_s, paragraphs(30))});
    view.scrollToEntry(u"b"_s);
    view.verticalScrollBar()->setValue(view.scrollOffset() + 100);
    const ItemPlace place{1, 3};
    const qreal y = view.document().origin(place).y() - view.scrollOffset();

    view.setActivityOpen(u"a"_s, true);
    QCOMPARE(view.document().origin(place).y() - view.scrollOffset(), y);
    first.markdown += u"\n\n"_s + paragraphs(5);
    view.updateEntry(first);
    view.flush();
    QCOMPARE(view.document().origin(place).y() - view.scrollOffset(), y);
    view.setActivityOpen(u"a"_s, false);
    QCOMPARE(view.document().origin(place).y() - view.scrollOffset(), y);
}

void TestTranscriptView::endIsFollowedUntilTheReaderLeaves()
{
    TranscriptView view;
    view.resize(500, 400);
    view.show();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, paragraphs(10), true)});
    QString text = paragraphs(10);
    for (int i = 0; i < 20; ++i) {
        text += u"```\nline\nline\n```\nwords\n\n"_s;
        view.updateEntry(entryOf(Kind::Answer, u"a"_s, text, true));
        view.flush();
        QVERIFY(view.atEnd());
    }
    QTest::keyClick(&view, Qt::Key_PageUp);
    const int offset = view.scrollOffset();
    view.updateEntry(entryOf(Kind::Answer, u"a"_s, text + paragraphs(3)));
    view.flush();
    QCOMPARE(view.scrollOffset(), offset);
    QVERIFY(!view.atEnd());
    QTest::keyClick(&view, Qt::Key_End);
    QVERIFY(view.atEnd());
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.scrollOffset(), 0);
}

// What was guessed becomes exact while scrolling up; what is on the page already may not move by more than the step.
void TestTranscriptView::scrollingUpIntoUnseenTextDoesNotJump()
{
    QList<TranscriptEntry> entries;
    for (int i = 0; i < 60; ++i) {
        entries.append(entryOf(Kind::User, u"u%1"_s.arg(i), u"Question %1"_s.arg(i)));
        entries.append(entryOf(Kind::Answer, u"a%1"_s.arg(i), paragraphs(1 + i % 5) + u"```\na\nb\nc\n```\n\n|a|b|\n|-|-|\n|1|2|\n"_s));
    }
    TranscriptView view;
    view.resize(500, 400);
    view.show();
    view.setEntries(entries);
    for (int i = 0; i < 150; ++i) {
        const ItemPlace place = view.document().itemAt(view.scrollOffset() + 10);
        const qreal before = view.document().origin(place).y() - view.scrollOffset();
        const int offset = view.scrollOffset();
        view.verticalScrollBar()->setValue(offset - 57);
        if (offset < 57)
            break;
        QCOMPARE(view.document().origin(place).y() - view.scrollOffset(), before + 57);
    }
}

void TestTranscriptView::codeIsCopiedByteForByte()
{
    const QString code = u"</code></pre><b>\n\tif (a &lt; b)  \n\n  \u202Ex \\( $y$ **z**\n\nend"_s;
    TranscriptView view;
    view.resize(600, 500);
    view.show();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, u"Before\n\n```html\n"_s + code + u"\n```\nAfter"_s)});
    QSignalSpy copied(&view, &TranscriptView::copied);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centreOf(view, {0, 2}, 1).toPoint());
    QCOMPARE(copied.count(), 1);
    QCOMPARE(copied.first().first().toString(), code);
    QCOMPARE(QApplication::clipboard()->text(), code);
    view.selectAll();
    QCOMPARE(view.selectedText(), u"Before\n\n"_s + code + u"\n\nAfter"_s);
}

void TestTranscriptView::selectionCrossesBlocks()
{
    TranscriptView view;
    view.resize(700, 500);
    view.show();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, u"First words with `code()` here.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nLast words."_s)});
    auto &document = view.document();
    const auto pointAt = [&](int item, qreal x, qreal y) {
        return (document.origin({0, item}) + QPointF(x, y) - QPointF(0, view.scrollOffset())).toPoint();
    };
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, pointAt(1, 0, 10));
    const qreal end = document.item({0, 5}).height - 5;
    QTest::mouseMove(view.viewport(), pointAt(5, 500, end));
    QMouseEvent move(QEvent::MouseMove, pointAt(5, 500, end), view.viewport()->mapToGlobal(pointAt(5, 500, end)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view.viewport(), &move);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, pointAt(5, 500, end));
    QCOMPARE(view.selectedText(), u"First words with code() here.\n\n- one\n- two\n\na\tb\n1\t2\n\nLast words."_s);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), view.selectedText());

    // Backwards, and within one block only.
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, pointAt(5, 500, end));
    QMouseEvent back(QEvent::MouseMove, pointAt(5, 0, end), view.viewport()->mapToGlobal(pointAt(5, 0, end)), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(view.viewport(), &back);
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, pointAt(5, 0, end));
    QCOMPARE(view.selectedText(), u"Last words."_s);

    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, pointAt(1, 10, 10));
    QCOMPARE(view.selectedText(), u"First"_s);
}

void TestTranscriptView::selectAllAndMarkdown()
{
    const QString text = u"# Title\n\nSome **bold**.\n\n1. a\n2. b\n\n```\nx\n```\n\nEnd"_s;
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    view.setEntries({entryOf(Kind::User, u"u"_s, u"Line one\n  line two"_s), entryOf(Kind::Answer, u"a"_s, text)});
    QTest::keyClick(&view, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(view.selectedText(), u"Line one\n  line two\n\nTitle\n\nSome bold.\n\n1. a\n2. b\n\nx\n\nEnd"_s);
    QCOMPARE(view.selectedMarkdown(), u"Line one\n  line two\n\n"_s + text);
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.selectedText().isEmpty());
}

void TestTranscriptView::tabReachesEverything()
{
    QWidget window;
    TranscriptView view(&window);
    QPushButton after(&window);
    after.move(0, 450);
    window.resize(600, 500);
    view.resize(600, 400);
    TranscriptEntry answer = entryOf(Kind::Answer, u"a"_s, u"[one](https://one.example) and [two](https://two.example)\n\n"_s + paragraphs(30) + u"```cpp\nint a;\n```\n"_s);
    answer.activity = {u"Thought"_s, false, {}};
    TranscriptEntry notice = entryOf(Kind::Notice, u"n"_s, u"It failed."_s);
    notice.actionText = u"Retry"_s;
    notice.actionId = u"retry"_s;
    view.setEntries({answer, notice});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    view.verticalScrollBar()->setValue(0);
    after.setFocus();
    view.setFocus(Qt::TabFocusReason);

    QSignalSpy toggled(&view, &TranscriptView::activityToggled);
    QSignalSpy action(&view, &TranscriptView::actionTriggered);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(toggled.count(), 1);
    QTest::keyClick(&view, Qt::Key_Tab);
    QTest::keyClick(&view, Qt::Key_Tab);
    QTest::keyClick(&view, Qt::Key_Return);
    auto *prompt = view.findChild<LinkPrompt *>();
    QCOMPARE(prompt->url(), QUrl(u"https://two.example"_s));
    QTest::keyClick(prompt, Qt::Key_Escape);
    QVERIFY(view.hasFocus());
    for (int i = 0; i < 4; ++i) // wrap, copy, the answer's copy, retry
        QTest::keyClick(&view, Qt::Key_Tab);
    QVERIFY(view.atEnd()); // it came into view
    QTest::keyClick(&view, Qt::Key_Space);
    QCOMPARE(action.count(), 1);
    QCOMPARE(action.first().at(1).toString(), u"retry"_s);
    QTest::keyClick(&view, Qt::Key_Tab);
    QVERIFY(after.hasFocus());
    QTest::keyClick(&after, Qt::Key_Backtab);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(action.count(), 2);
}

void TestTranscriptView::activityOpensInPlace()
{
    TranscriptView view;
    view.resize(600, 600);
    view.show();
    TranscriptEntry answer = entryOf(Kind::Answer, u"a"_s, u"Text"_s);
    answer.activity.summary = u"Thought for 12 s · 2 steps"_s;
    answer.activity.steps = {{u"s1"_s, u"Rotated img_1 by 180°"_s, u"0.1 s"_s, StepState::Ok, {pictureOf(u"img_1.1"_s)}},
                             {u"s2"_s, u"Read the text"_s, {}, StepState::Failed, {}}};
    view.setEntries({answer});
    QSignalSpy pictures(&view, &TranscriptView::pictureActivated);
    QSignalSpy steps(&view, &TranscriptView::stepActivated);
    QVERIFY(!view.dump().contains(u"STEP"));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centreOf(view, {0, 0}, 1).toPoint()); // the small picture
    QCOMPARE(pictures.count(), 1);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centreOf(view, {0, 0}, 0).toPoint());
    QVERIFY(view.dump().contains(u"STEP Read the text [failed]"));
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centreOf(view, {0, 0}, 3).toPoint());
    QCOMPARE(steps.count(), 1);
    QCOMPARE(steps.first().at(1).toString(), u"s2"_s);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centreOf(view, {0, 0}, 2).toPoint());
    QCOMPARE(pictures.count(), 2);
    QCOMPARE(pictures.last().first().toString(), u"img_1.1"_s);
    view.grab();
}

void TestTranscriptView::noticeHasOneButton()
{
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    TranscriptEntry notice = entryOf(Kind::Notice, u"n"_s, u"The server closed the connection."_s);
    notice.noticeLevel = NoticeLevel::Error;
    notice.actionText = u"Retry"_s;
    notice.actionId = u"retry"_s;
    view.setEntries({entryOf(Kind::Answer, u"a"_s, u"Half an answer"_s)});
    view.appendEntry(notice);
    QSignalSpy action(&view, &TranscriptView::actionTriggered);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, centreOf(view, {1, 0}, 0).toPoint());
    QCOMPARE(action.count(), 1);
    QCOMPARE(action.first().first().toString(), u"n"_s);
    view.removeEntry(u"n"_s);
    QVERIFY(!view.dump().contains(u"NOTICE"));
}

void TestTranscriptView::codeIsSentToBeColouredOnce()
{
    RecordingHighlighter highlighter;
    TranscriptView view;
    view.setCodeHighlighter(&highlighter);
    view.resize(600, 400);
    view.show();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, {}, true)});
    const QString text = u"```cpp\nint a;\nint b;\nint c;\n```\nend"_s;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        view.updateEntry(entryOf(Kind::Answer, u"a"_s, text.first(at), at < text.size()));
        view.flush();
    }
    QStringList sent;
    for (const CodeRequest &request : std::as_const(highlighter.requests)) {
        QCOMPARE(request.firstLine, int(sent.size()));
        QCOMPARE(request.block, highlighter.requests.first().block);
        QCOMPARE(request.language, u"cpp"_s);
        sent += request.lines;
    }
    QCOMPARE(sent, QStringList({u"int a;"_s, u"int b;"_s, u"int c;"_s}));
    const QImage plain = view.viewport()->grab().toImage();
    emit highlighter.highlighted(highlighter.requests.first().block, 0, {{{0, 3, u"Keyword"_s}}, {}, {{0, 99, u"Keyword"_s}}});
    QVERIFY(view.viewport()->grab().toImage() != plain);
    emit highlighter.highlighted(highlighter.requests.first().block, 77, {{{0, 3, u"Keyword"_s}}}); // of lines that are not there
    view.viewport()->grab();
    view.clear();
    QCOMPARE(highlighter.forgotten.size(), 1);
}

void TestTranscriptView::unsureStretches()
{
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    TranscriptEntry answer = entryOf(Kind::Answer, u"a"_s, u"- 🎉 budget 4200\n- **plan** B"_s);
    answer.unsure = {{11, 15}, {20, 24}}; // code points: "4200" and "plan"
    view.setEntries({answer});
    QVERIFY2(view.dump().contains(u"• P 🎉 budget {unsure:4200}\n• P {b unsure:plan} B"_s), qPrintable(view.dump()));
    answer.unsure.clear();
    view.updateEntry(answer);
    QVERIFY(!view.dump().contains(u"unsure"));
}

void TestTranscriptView::accessibleTree()
{
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    view.setEntries({entryOf(Kind::User, u"u"_s, u"Question"_s), entryOf(Kind::Answer, u"a"_s, u"# Title\n\nWords with a [link](https://one.example).\n\n```\ncode\n```"_s)});
    QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(tree);
    QCOMPARE(tree->role(), QAccessible::List);
    QCOMPARE(tree->childCount(), 2);
    QCOMPARE(tree->child(0)->text(QAccessible::Name), u"You: Question"_s);
    QAccessibleInterface *answer = tree->child(1);
    QVERIFY(answer->text(QAccessible::Name).contains(u"Words with a link."));
    QCOMPARE(tree->indexOfChild(answer), 1);
    QCOMPARE(answer->parent(), tree);
    QCOMPARE(answer->childCount(), 4); // heading, paragraph, code, copy
    QCOMPARE(answer->child(0)->role(), QAccessible::Heading);
    QCOMPARE(answer->child(0)->text(QAccessible::Name), u"Title"_s);
    QAccessibleInterface *link = answer->child(1)->child(0);
    QVERIFY(link);
    QCOMPARE(link->role(), QAccessible::Link);
    QCOMPARE(link->text(QAccessible::Name), u"link"_s);
    QCOMPARE(link->text(QAccessible::Description), u"https://one.example"_s);
    QVERIFY(!link->rect().isEmpty());
    QCOMPARE(link->parent(), answer->child(1));
    QVERIFY(link->actionInterface());
    link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QVERIFY(view.findChild<LinkPrompt *>()->isVisible());
    QCOMPARE(answer->child(2)->text(QAccessible::Name), u"code"_s);

    view.setEntries({entryOf(Kind::Answer, u"b"_s, u"Other"_s)});
    QCOMPARE(QAccessible::queryAccessibleInterface(&view)->childCount(), 1);
}

void TestTranscriptView::farLayoutsAreDropped()
{
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    view.setEntries({entryOf(Kind::Answer, u"a"_s, paragraphs(400))});
    const auto live = [&] {
        int count = 0;
        for (int i = 0; i < view.document().entry(0).itemCount(); ++i)
            count += view.document().item({0, i}).live ? 1 : 0;
        return count;
    };
    QVERIFY(live() < 120);
    for (int value = view.scrollOffset(); value > 0; value -= 300)
        view.verticalScrollBar()->setValue(value);
    QVERIFY(live() < 120);
}

void TestTranscriptView::manyEntriesAreNotRead()
{
    QList<TranscriptEntry> entries;
    for (int i = 0; i < 2000; ++i)
        entries.append(entryOf(i % 2 ? Kind::Answer : Kind::User, QString::number(i), paragraphs(5)));
    TranscriptView view;
    view.resize(600, 400);
    view.show();
    view.setEntries(entries);
    int read = 0;
    for (int i = 0; i < view.document().count(); ++i)
        read += view.document().entry(i).isRead() ? 1 : 0;
    QVERIFY2(read < 20, qPrintable(QString::number(read)));
    view.scrollToEntry(u"1000"_s);
    QCOMPARE(view.document().entryAt(view.scrollOffset() + 30), 1000);
    QCOMPARE(view.document().entry(1000).top - view.scrollOffset(), 16.0);
}

void TestTranscriptView::widthsFromTinyToHuge()
{
    TranscriptEntry answer = entryOf(Kind::Answer, u"a"_s, u"> - 1. deep **text** with words\n\n|a|b|c|d|e|f|g|h|\n|-|-|-|-|-|-|-|-|\n|aaaaaaaaaaaaaaaaaaaaa|b|c|d|e|f|g|hhhhhhhhhhhhhhhhhhhhhhhhhhhhh|\n\n```\n"_s + QString(3000, u'x') + u"\n```"_s);
    answer.activity = {u"Thought for a very long time about a great many things"_s, true, {{u"s"_s, u"Step"_s, u"Detail"_s, StepState::Running, {pictureOf(u"p"_s)}}}};
    TranscriptEntry user = entryOf(Kind::User, u"u"_s, u"Words"_s);
    user.pictures = {pictureOf(u"q"_s), {u"r"_s, {}, {}}};
    TranscriptView view;
    view.setEntries({user, answer});
    view.show();
    for (const int width : {1, 60, 200, 500, 900, 3000}) {
        view.resize(width, 300);
        view.setActivityOpen(u"a"_s, width % 200 == 0);
        view.grab();
        QCOMPARE(view.horizontalScrollBar()->isVisible(), false);
        const QRect table = view.areaOf({1, 2});
        QVERIFY(table.width() <= std::max(200, view.viewport()->width()));
    }
}

QTEST_MAIN(TestTranscriptView)
#include "TestTranscriptView.moc"
