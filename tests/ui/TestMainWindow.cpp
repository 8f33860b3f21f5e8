#include "SampleTurn.h"
#include "WindowFixture.h"
#include "PaneHost.h"
#include "approvals/ApprovalBar.h"
#include "composer/ComposerEdit.h"
#include "images/ImagesPanel.h"
#include "images/ImageView.h"
#include "images/PictureLoader.h"
#include "images/PictureOverlay.h"
#include "images/PictureViewer.h"
#include "panel/RightPanel.h"
#include "scenes/Scene.h"
#include "scenes/SceneScript.h"
#include "sidebar/ConversationList.h"
#include "sidebar/Sidebar.h"
#include "timeline/StepCard.h"
#include "timeline/TimelinePanel.h"
#include "transcript/TranscriptView.h"
#include "widgets/UndoBar.h"

#include <QPushButton>
#include <QAbstractButton>
#include <QDropEvent>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace vitrine;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void aDroppedFileIsAttached();
    void aFolderAndTenThousandFilesDroppedLoseNothing();
    void aWholeTurnIsShown();
    void aReopenedConversationShowsTheSame();
    void aDerivedPictureIsOutlinedOnItsOriginal();
    void thePictureViewerZoomsAboutThePointer();
    void deletingCanBeUndone();
    void theListIsGroupedFilteredAndRenamed();
    void theKeyboardReachesThePanes();
    void panesLieOverANarrowWindow();
    void approvalIsAskedWithHiddenCharactersShown_data();
    void approvalIsAskedWithHiddenCharactersShown();
    void theThemeChangesWhileRunning();
    void everyControlHasAName();
    void settingsAreKept();

private:
    static void drop(MainWindow &window, const QMimeData &data);
    static std::unique_ptr<WindowFixture> withWhiteboard();
};

void TestMainWindow::drop(MainWindow &window, const QMimeData &data)
{
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &dropped);
    QVERIFY(dropped.isAccepted());
}

std::unique_ptr<WindowFixture> TestMainWindow::withWhiteboard()
{
    auto fixture = std::make_unique<WindowFixture>([](MemoryBackend &backend) {
        SceneClock clock;
        prepareScene(QStringLiteral("whiteboard-answer"), backend, clock);
    });
    return fixture;
}

void TestMainWindow::aDroppedFileIsAttached()
{
    WindowFixture fixture;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fixture.file(QStringLiteral("board.png"), "\x89PNG\r\n\x1A\n0000"))});
    drop(*fixture.window, data);
    QTRY_COMPARE(fixture.composer().attachments().size(), 1);
    QVERIFY(fixture.composer().attachments().constFirst().picture);
    QTest::keyClick(fixture.composer().findChild<ComposerEdit *>(), Qt::Key_Return);
    QCOMPARE(fixture.backend.started.size(), 1);
    QCOMPARE(fixture.backend.started[0].input.files, QStringList{fixture.folder.filePath(QStringLiteral("board.png"))});
}

void TestMainWindow::aFolderAndTenThousandFilesDroppedLoseNothing()
{
    WindowFixture fixture;
    auto *edit = fixture.composer().findChild<ComposerEdit *>();
    edit->setPlainText(QStringLiteral("typed"));
    QMimeData folder;
    folder.setUrls({QUrl::fromLocalFile(fixture.folder.path())});
    drop(*fixture.window, folder);
    QTRY_VERIFY(fixture.composer().problem().contains(QStringLiteral("folder")));
    QMimeData many;
    QList<QUrl> urls;
    for (int i = 0; i < 10'000; ++i)
        urls << QUrl::fromLocalFile(QStringLiteral("/nowhere/%1").arg(i));
    many.setUrls(urls);
    drop(*fixture.window, many);
    QTRY_VERIFY(fixture.composer().problem().contains(QStringLiteral("10000")));
    QVERIFY(fixture.composer().attachments().isEmpty());
    QCOMPARE(fixture.composer().content().text, QStringLiteral("typed"));
}

void TestMainWindow::aWholeTurnIsShown()
{
    WindowFixture fixture;
    auto *edit = fixture.composer().findChild<ComposerEdit *>();
    QTest::keyClicks(edit, QStringLiteral("hello"));
    QTest::keyClick(edit, Qt::Key_Return);
    const Turn turn = fixture.begin();
    SampleTurn sample;
    fixture.backend.append(turn, ToolCall{{QStringLiteral("c")}, QStringLiteral("image_rotate"), QStringLiteral(R"({"image":"img_1","degrees":180})"), {}}, fixture.clock.now(),
                           fixture.clock.now(), Provenance::Provider);
    QVERIFY(fixture.page().transcript().dump().contains(QStringLiteral("hello")));
    fixture.clock.advance(400);
    ToolOutput output;
    output.callId = {QStringLiteral("c")};
    output.text = QStringLiteral("img_1.1: 10x10 (rotation by 180 deg of img_1, lossless).");
    fixture.backend.append(turn, output, fixture.clock.now(), fixture.clock.now());
    fixture.backend.append(turn, AgentMessage{QStringLiteral("It is *done*."), false, {}, {}, {}}, fixture.clock.now(), fixture.clock.now(), Provenance::Provider);
    fixture.finish(turn);
    QVERIFY2(fixture.page().transcript().dump().contains(QStringLiteral("done")), qPrintable(fixture.page().transcript().dump()));
    QCOMPARE(fixture.page().presenter().timeline().dump(), QStringLiteral("[done] tool image_rotate | Rotated img_1 by 180° | executed here\n"));
    // The card is there, opens, and shows arguments and output.
    TimelinePanel *timeline = fixture.window->panel().timeline();
    QVERIFY(timeline);
    StepCard *card = timeline->card(fixture.page().presenter().timeline().steps().constFirst().id);
    QVERIFY(card);
    const int folded = card->heightForWidth(300);
    QTest::keyClick(card, Qt::Key_Return);
    QVERIFY(card->isOpen());
    QVERIFY(card->heightForWidth(300) > folded + 60);
}

void TestMainWindow::aReopenedConversationShowsTheSame()
{
    const auto fixture = withWhiteboard();
    QTRY_VERIFY(fixture->window->sidebar().list().find(sceneConversation()));
    fixture->window->openConversation(sceneConversation());
    QTRY_VERIFY(fixture->page().transcript().dump().contains(QStringLiteral("Budget left")));
    QVERIFY(fixture->page().presenter().timeline().dump().contains(QStringLiteral("Rotated img_1 by 90°")));
    QTRY_VERIFY(!fixture->page().presenter().entries().constFirst().pictures.constFirst().thumbnail.isNull());
    fixture->window->panel().showTab(RightPanel::Tab::Files);
    QVERIFY(fixture->page().presenter().files().constFirst().name == QLatin1String("whiteboard.jpg"));
}

void TestMainWindow::aDerivedPictureIsOutlinedOnItsOriginal()
{
    const auto fixture = withWhiteboard();
    QTRY_VERIFY(fixture->window->sidebar().list().find(sceneConversation()));
    fixture->window->openConversation(sceneConversation());
    QTRY_COMPARE(fixture->page().presenter().lineage().pictures().size(), 5);
    fixture->window->panel().showPicture(QStringLiteral("img_1.4"));
    PictureViewer &viewer = fixture->window->panel().images()->viewer();
    QCOMPARE(viewer.shownImage(), QStringLiteral("img_1"));
    QTRY_VERIFY(!viewer.view().image().isNull());
    const QPolygonF outline = fixture->page().presenter().lineage().outlineOnRoot(QStringLiteral("img_1.4"));
    QVERIFY(QRectF(0, 0, 1420, 1900).contains(outline.boundingRect()));
    viewer.setOnOriginal(false);
    QCOMPARE(viewer.shownImage(), QStringLiteral("img_1.4"));
    QTRY_COMPARE(viewer.view().fullSize(), QSize(1000, 260));
}

void TestMainWindow::thePictureViewerZoomsAboutThePointer()
{
    ImageView view;
    view.resize(400, 300);
    view.setImage(QStringLiteral("a"), QImage(800, 600, QImage::Format_RGB32), QSize(4000, 3000));
    QVERIFY(view.isFitted());
    const QPointF place(100, 80);
    const QPointF under = view.toPicture(place);
    view.zoomBy(4, place);
    QVERIFY(!view.isFitted());
    const QPointF after = view.toPicture(place);
    QVERIFY((under - after).manhattanLength() < 1.0);
    QSignalSpy wanted(&view, &ImageView::detailWanted);
    view.zoomBy(4, place);
    QCOMPARE(wanted.size(), 1);
    view.actualSize();
    QCOMPARE(view.scale(), 1.0 / view.devicePixelRatioF());
    view.fit();
    QVERIFY(view.isFitted());
}

void TestMainWindow::deletingCanBeUndone()
{
    const auto fixture = withWhiteboard();
    Sidebar &sidebar = fixture->window->sidebar();
    QTRY_VERIFY(sidebar.list().find(sceneConversation()));
    fixture->window->openConversation(sceneConversation());
    const int rows = sidebar.list().rowCount();
    sidebar.deleteConversation(sceneConversation());
    QVERIFY(!sidebar.list().find(sceneConversation()));
    QVERIFY(fixture->page().isEmpty());
    QVERIFY(!sidebar.undoBar().isHidden());
    sidebar.undoBar().undo();
    QCOMPARE(sidebar.list().rowCount(), rows);
    QCOMPARE(fixture->page().conversation(), sceneConversation());
    QVERIFY(sidebar.undoBar().isHidden());
    for (const Conversation &conversation : fixture->backend.library())
        QVERIFY(!conversation.deletedAt);
}

void TestMainWindow::theListIsGroupedFilteredAndRenamed()
{
    ConversationList list;
    const QDateTime now = QDateTime::currentDateTime();
    const auto make = [&](const char *id, const char *title, qint64 days, bool pinned) {
        Conversation conversation;
        conversation.id = {QString::fromLatin1(id)};
        conversation.title = QString::fromLatin1(title);
        conversation.updatedAt = now.addDays(-days);
        conversation.pinned = pinned;
        return conversation;
    };
    list.setConversations({make("a", "Apples", 3, false), make("b", "Bananas", 0, false), make("c", "Cherries", 9, true)});
    QStringList rows;
    for (int i = 0; i < list.rowCount(); ++i)
        rows << list.index(i).data().toString();
    QCOMPARE(rows, (QStringList{QStringLiteral("Pinned"), QStringLiteral("Cherries"), QStringLiteral("Today"), QStringLiteral("Bananas"), QStringLiteral("Earlier"), QStringLiteral("Apples")}));
    list.setFilter(QStringLiteral("app"));
    QCOMPARE(list.rowCount(), 2);
    QSignalSpy renamed(&list, &ConversationList::renamed);
    QVERIFY(list.setData(list.index(1), QStringLiteral("Apple pie"), Qt::EditRole));
    QVERIFY(!list.setData(list.index(1), QStringLiteral("  "), Qt::EditRole));
    QCOMPARE(renamed.size(), 1);
    QCOMPARE(renamed[0][1].toString(), QStringLiteral("Apple pie"));
}

void TestMainWindow::theKeyboardReachesThePanes()
{
    WindowFixture fixture;
    fixture.window->resize(1280, 820);
    fixture.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    PaneHost &panes = fixture.window->panes();
    QVERIFY(panes.isShown(PaneHost::Side::Sidebar));
    QTest::keyClick(fixture.window.get(), Qt::Key_B, Qt::ControlModifier);
    QVERIFY(!panes.isShown(PaneHost::Side::Sidebar));
    QTest::keyClick(fixture.window.get(), Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!panes.isShown(PaneHost::Side::Panel));
    QTest::keyClick(fixture.window.get(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(panes.isShown(PaneHost::Side::Sidebar));
    QVERIFY(qobject_cast<QLineEdit *>(fixture.window->focusWidget()));
    QTest::keyClick(fixture.window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(fixture.window->focusWidget(), fixture.composer().findChild<ComposerEdit *>());
}

void TestMainWindow::panesLieOverANarrowWindow()
{
    WindowFixture fixture;
    fixture.window->resize(820, 700);
    QCoreApplication::processEvents();
    PaneHost &panes = fixture.window->panes();
    QVERIFY(!panes.isShown(PaneHost::Side::Sidebar));
    QCOMPARE(fixture.page().width(), 820);
    panes.setShown(PaneHost::Side::Panel, true);
    QVERIFY(fixture.window->panel().isVisible());
    QCOMPARE(fixture.page().width(), 820);
    panes.setShown(PaneHost::Side::Sidebar, true);
    QVERIFY(!fixture.window->panel().isVisible());
    QVERIFY(panes.closeOverlays());
    QVERIFY(!fixture.window->sidebar().isVisible());
    fixture.window->resize(1280, 820);
    QCoreApplication::processEvents();
    QVERIFY(fixture.window->sidebar().isVisible());
    QVERIFY(fixture.window->panel().isVisible());
}

void TestMainWindow::approvalIsAskedWithHiddenCharactersShown_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("decision");
    QTest::addColumn<QString>("words");
    QTest::newRow("yes") << int(Qt::Key_Y) << int(Decision::Once) << QString();
    QTest::newRow("always") << int(Qt::Key_A) << int(Decision::AlwaysThisExact) << QString();
    QTest::newRow("edit") << int(Qt::Key_E) << int(Decision::Edited) << QStringLiteral("ls \u202E -l");
    QTest::newRow("no") << int(Qt::Key_N) << int(Decision::Declined) << QStringLiteral("because");
}

void TestMainWindow::approvalIsAskedWithHiddenCharactersShown()
{
    QFETCH(int, key);
    QFETCH(int, decision);
    QFETCH(QString, words);
    WindowFixture fixture;
    auto *edit = fixture.composer().findChild<ComposerEdit *>();
    QTest::keyClicks(edit, QStringLiteral("go"));
    QTest::keyClick(edit, Qt::Key_Return);
    const Turn turn = fixture.begin();
    const CallId call{QStringLiteral("c")};
    fixture.backend.append(turn, ToolCall{call, QStringLiteral("shell"), QStringLiteral("{}"), {}}, fixture.clock.now(), fixture.clock.now());
    fixture.backend.append(turn, ApprovalRequest{call, QStringLiteral("ls \u202E -l")}, fixture.clock.now(), fixture.clock.now());
    ApprovalBar &bar = fixture.page().approvals();
    QVERIFY(bar.isAsking());
    QCOMPARE(bar.shownCommand(), QStringLiteral("ls ⟨U+202E⟩ -l"));
    QTest::keyClick(&bar, Qt::Key(key));
    if (decision == int(Decision::Edited)) {
        for (QPushButton *button : bar.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == QLatin1String("Run what I wrote"))
                button->click();
        }
    }
    if (decision == int(Decision::Declined)) {
        auto *why = bar.findChild<QLineEdit *>();
        QTest::keyClicks(why, words);
        QTest::keyClick(why, Qt::Key_Return);
    }
    QCOMPARE(fixture.backend.decisions.size(), 1);
    QCOMPARE(int(fixture.backend.decisions[0].decision), decision);
    QCOMPARE(fixture.backend.decisions[0].words, words);
    QVERIFY(!bar.isAsking());
    fixture.backend.append(turn, ApprovalDecision{call, QStringLiteral("ls"), QStringLiteral("once")}, fixture.clock.now(), fixture.clock.now());
    QVERIFY(!bar.isAsking());
}

void TestMainWindow::theThemeChangesWhileRunning()
{
    WindowFixture fixture;
    const QImage light = fixture.window->grab().toImage();
    fixture.theme.apply(ThemeChoice::Dark, false);
    QVERIFY(fixture.theme.isDark());
    const QImage dark = fixture.window->grab().toImage();
    QVERIFY(light.pixelColor(light.width() / 2, 30).lightness() > 200);
    QVERIFY(dark.pixelColor(dark.width() / 2, 30).lightness() < 60);
    fixture.theme.apply(ThemeChoice::System, false);
    QVERIFY(!fixture.theme.isDark());
}

void TestMainWindow::everyControlHasAName()
{
    WindowFixture fixture;
    for (RightPanel::Tab tab : {RightPanel::Tab::Timeline, RightPanel::Tab::Images, RightPanel::Tab::Files, RightPanel::Tab::Payload})
        fixture.window->panel().showTab(tab);
    QStringList nameless;
    for (const QAbstractButton *button : fixture.window->findChildren<QAbstractButton *>()) {
        // Qt's own: the clear button of a line edit, the scroll buttons of a tab bar.
        if (button->accessibleName().isEmpty() && !qobject_cast<QLineEdit *>(button->parent()))
            nameless << QString::fromLatin1(button->metaObject()->className()) + u'/' + button->text();
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestMainWindow::settingsAreKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.json"));
    {
        Settings settings(path);
        settings.theme = ThemeChoice::Dark;
        settings.window.panel = false;
        settings.composer.python = false;
        settings.changed();
    }
    QVERIFY(!(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther)));
    Settings again(path);
    QVERIFY(again.theme == ThemeChoice::Dark);
    QVERIFY(!again.window.panel);
    QVERIFY(!again.composer.python);
    QFile broken(path);
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("{ not json");
    broken.close();
    Settings fresh(path);
    QVERIFY(fresh.theme == ThemeChoice::System);
    QVERIFY(!fresh.problem().isEmpty());
    QVERIFY(QFile::exists(path + QLatin1String(".broken")));
    QFile newer(path);
    QVERIFY(newer.open(QIODevice::WriteOnly));
    newer.write(R"({"version": 99, "theme": "dark"})");
    newer.close();
    {
        Settings guarded(path);
        QVERIFY(guarded.theme == ThemeChoice::Dark);
        guarded.theme = ThemeChoice::Light;
        guarded.changed();
    }
    QVERIFY(newer.open(QIODevice::ReadOnly));
    QVERIFY(newer.readAll().contains("99"));
}

QTEST_MAIN(TestMainWindow)
#include "TestMainWindow.moc"
