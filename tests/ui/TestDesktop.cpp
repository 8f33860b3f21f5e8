#include "MainWindow.h"
#include "StallWatch.h"
#include "composer/ComposerEdit.h"
#include "images/ImagesPanel.h"
#include "page/ConversationPage.h"
#include "panel/RightPanel.h"
#include "sidebar/ConversationList.h"
#include "sidebar/Sidebar.h"
#include "start/Application.h"
#include "timeline/StepCard.h"
#include "timeline/TimelinePanel.h"
#include "transcript/TranscriptView.h"

#include <QDropEvent>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

using namespace vitrine;

namespace {
#ifdef __SANITIZE_ADDRESS__
constexpr int longestStall = 1000;
#else
constexpr int longestStall = 250;
#endif
constexpr int longestAnswer = 180'000;
} // namespace

// The whole program but for main(): the real window, store, engine, imager and offline assistant, with a profile of its own.
class TestDesktop : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aWhiteboardDroppedOnTheWindowIsRead();
    void whatWasAskedIsThereAfterARestart();
    void brokenPicturesAreRefusedInOneSentence_data();
    void brokenPicturesAreRefusedInOneSentence();

private:
    void start();
    void drop(const QString &path);
    void send(const QString &text);
    ConversationPresenter &presenter() { return m_application->window().page().presenter(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Application> m_application;
};

void TestDesktop::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    start();
}

void TestDesktop::cleanup()
{
    m_application.reset();
    m_folder.reset();
}

void TestDesktop::start()
{
    m_application.reset();
    qputenv("VITRINE_PROFILE", QFile::encodeName(m_folder->path()));
    const Result<Profile> profile = openProfile();
    QVERIFY(profile.has_value());
    CommandLine options;
    options.language = QStringLiteral("en");
    options.theme = QStringLiteral("light");
    auto application = Application::create(*profile, options);
    QVERIFY2(application.has_value(), application ? "" : qPrintable(application.error().message));
    m_application = std::move(*application);
    QVERIFY(m_application != nullptr);
    m_application->show();
}

void TestDesktop::drop(const QString &path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    MainWindow &window = m_application->window();
    QDragEnterEvent enter(QPoint(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QDropEvent dropped(QPointF(400, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &dropped);
    QVERIFY(dropped.isAccepted());
}

void TestDesktop::send(const QString &text)
{
    auto *edit = m_application->window().page().composer().findChild<ComposerEdit *>();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

void TestDesktop::aWhiteboardDroppedOnTheWindowIsRead()
{
    StallWatch watch;
    MainWindow &window = m_application->window();
    const QString photo = m_folder->filePath(QStringLiteral("board.jpg"));
    QVERIFY(QFile::copy(QStringLiteral(":/samples/whiteboard.jpg"), photo));
    drop(photo);
    QTRY_COMPARE_WITH_TIMEOUT(window.page().composer().attachments().size(), 1, 20'000);
    send(QStringLiteral("What does it say?"));
    // It is seen while it happens: steps appear before the answer is done.
    QTRY_VERIFY_WITH_TIMEOUT(presenter().timeline().steps().size() >= 2, longestAnswer);
    QVERIFY(presenter().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(presenter().lastTurn() && !presenter().isRunning(), longestAnswer);

    const QString shown = window.page().transcript().dump();
    for (const char *words : {"Launch plan", "Drag and drop until Friday", "Tuesday 10:30", "3,450"})
        QVERIFY2(shown.contains(QLatin1String(words)), qPrintable(shown));
    const QString timeline = presenter().timeline().dump();
    for (const char *step : {"image_rotate", "image_perspective", "image_detect_text"})
        QVERIFY2(timeline.contains(QLatin1String(step)), qPrintable(timeline));
    QVERIFY2(!timeline.contains(QStringLiteral("[failed]")), qPrintable(timeline));
    // Each step has its card, and the pictures were drawn by the imager and are there to be seen.
    for (const Step &step : presenter().timeline().steps())
        QVERIFY(window.panel().timeline()->card(step.id));
    QVERIFY(presenter().lineage().pictures().size() >= 3);
    const auto thumbnails = [this] {
        int count = 0;
        for (const TranscriptEntry &entry : presenter().entries()) {
            for (const TranscriptPicture &picture : entry.pictures)
                count += picture.thumbnail.isNull() ? 0 : 1;
            for (const TranscriptStep &step : entry.activity.steps) {
                for (const TranscriptPicture &picture : step.pictures)
                    count += picture.thumbnail.isNull() ? 0 : 1;
            }
        }
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(thumbnails(), int(presenter().lineage().pictures().size()), 30'000);
    window.panel().showPicture(presenter().lineage().pictures().constLast().image);
    QVERIFY(window.grab().width() > 0);
    QVERIFY2(watch.worstMilliseconds() < longestStall, qPrintable(QStringLiteral("the event loop stood still for %1 ms").arg(watch.worstMilliseconds())));
}

void TestDesktop::whatWasAskedIsThereAfterARestart()
{
    send(QStringLiteral("sha1 of hello"));
    QTRY_VERIFY_WITH_TIMEOUT(presenter().lastTurn() && !presenter().isRunning(), longestAnswer);
    const QString digest = QStringLiteral("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d");
    QVERIFY2(m_application->window().page().transcript().dump().contains(digest), qPrintable(m_application->window().page().transcript().dump()));
    const QString timeline = presenter().timeline().dump();
    const ConversationId id = m_application->window().page().conversation();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(m_application->window().sidebar().list().find(id), 20'000);
    m_application->window().openConversation(id);
    QTRY_VERIFY_WITH_TIMEOUT(m_application->window().page().transcript().dump().contains(digest), 20'000);
    QCOMPARE(presenter().timeline().dump(), timeline);
}

void TestDesktop::brokenPicturesAreRefusedInOneSentence_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut short") << QByteArray("\xFF\xD8\xFF\xE0\x00\x10JFIF", 10);
    QTest::newRow("a picture by name only") << QByteArray("\x89PNG\r\n\x1A\nthis is no picture");
}

void TestDesktop::brokenPicturesAreRefusedInOneSentence()
{
    QFETCH(QByteArray, bytes);
    QFile file(m_folder->filePath(QStringLiteral("broken.png")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    drop(file.fileName());
    Composer &composer = m_application->window().page().composer();
    QTRY_VERIFY_WITH_TIMEOUT(!composer.problem().isEmpty(), 30'000);
    QVERIFY(!composer.problem().contains(u'\n'));
    send(QStringLiteral("What does it say?"));
    // Either the turn is refused and the message comes back, or the answer says what is wrong; the window lives in both cases.
    QTRY_VERIFY_WITH_TIMEOUT(!composer.content().isEmpty() || (presenter().lastTurn() && !presenter().isRunning()), longestAnswer);
}

QTEST_MAIN(TestDesktop)
#include "TestDesktop.moc"
