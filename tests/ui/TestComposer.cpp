#include "WindowFixture.h"
#include "composer/ComposerEdit.h"
#include "composer/IncomingFiles.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <sys/stat.h>

using namespace vitrine;

class TestComposer : public QObject
{
    Q_OBJECT

private slots:
    void enterSendsAndShiftEnterBreaksTheLine();
    void nothingIsSentWhenThereIsNothing();
    void whatCannotBeAddedIsSaidInOneSentence_data();
    void whatCannotBeAddedIsSaidInOneSentence();
    void tenThousandFilesAreRefusedAtOnce();
    void aPictureIsKnownByItsBytes();
    void aPastedPictureKeepsItsBytes();
    void aLongPasteBecomesAFile();
    void sendIsStopWhileATurnRuns();
    void upInAnEmptyFieldTakesTheLastMessageBack();
    void aRefusedMessageComesBack();
    void aDraftStaysWithItsConversation();
    void theTextGrowsToAThirdOfTheWindow();

private:
    static ComposerEdit *edit(WindowFixture &fixture) { return fixture.composer().findChild<ComposerEdit *>(); }
};

void TestComposer::enterSendsAndShiftEnterBreaksTheLine()
{
    WindowFixture fixture;
    QTest::keyClicks(edit(fixture), QStringLiteral("one"));
    QTest::keyClick(edit(fixture), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(edit(fixture), QStringLiteral("two"));
    QVERIFY(fixture.backend.started.isEmpty());
    QTest::keyClick(edit(fixture), Qt::Key_Return);
    QCOMPARE(fixture.backend.started.size(), 1);
    QCOMPARE(fixture.backend.started[0].input.text, QStringLiteral("one\ntwo"));
    QVERIFY(fixture.composer().content().isEmpty());
}

void TestComposer::nothingIsSentWhenThereIsNothing()
{
    WindowFixture fixture;
    QTest::keyClicks(edit(fixture), QStringLiteral("  "));
    QTest::keyClick(edit(fixture), Qt::Key_Return);
    QVERIFY(fixture.backend.started.isEmpty());
}

void TestComposer::whatCannotBeAddedIsSaidInOneSentence_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("folder") << QStringLiteral("folder") << QStringLiteral("“x” is a folder; add the files in it instead.");
    QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("“x” is empty.");
    QTest::newRow("missing") << QStringLiteral("missing") << QStringLiteral("“x” is not there any more.");
    QTest::newRow("pipe") << QStringLiteral("pipe") << QStringLiteral("“x” is not an ordinary file and cannot be added.");
}

void TestComposer::whatCannotBeAddedIsSaidInOneSentence()
{
    QFETCH(QString, kind);
    QFETCH(QString, sentence);
    WindowFixture fixture;
    const QString path = fixture.folder.filePath(QStringLiteral("x"));
    if (kind == QLatin1String("folder"))
        QVERIFY(QDir().mkpath(path));
    if (kind == QLatin1String("empty"))
        fixture.file(QStringLiteral("x"), {});
    if (kind == QLatin1String("pipe"))
        QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
    edit(fixture)->setPlainText(QStringLiteral("kept"));
    const QString good = fixture.file(QStringLiteral("good.txt"), "text");
    fixture.composer().addFiles({good, path});
    QTRY_COMPARE(fixture.composer().problem(), sentence);
    QCOMPARE(fixture.composer().attachments().size(), 1);
    QCOMPARE(fixture.composer().content().text, QStringLiteral("kept"));
}

void TestComposer::tenThousandFilesAreRefusedAtOnce()
{
    WindowFixture fixture;
    QStringList paths;
    for (int i = 0; i < 10'000; ++i)
        paths << QStringLiteral("/nowhere/%1.png").arg(i);
    fixture.composer().addFiles({fixture.file(QStringLiteral("a.txt"), "a")});
    QTRY_COMPARE(fixture.composer().attachments().size(), 1);
    fixture.composer().addFiles(paths);
    QTRY_VERIFY(fixture.composer().problem().contains(QStringLiteral("10000")));
    QVERIFY(fixture.composer().problem().contains(QStringLiteral("20")));
    QCOMPARE(fixture.composer().attachments().size(), 1);
}

void TestComposer::aPictureIsKnownByItsBytes()
{
    QTemporaryDir folder;
    const auto write = [&](const QString &name, const QByteArray &bytes) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    };
    const IncomingFiles files = inspectFiles({write(QStringLiteral("a.txt"), "\x89PNG\r\n\x1A\n..."), write(QStringLiteral("b.png"), "just text")}, 0);
    QCOMPARE(files.accepted.size(), 2);
    QVERIFY(files.accepted[0].picture);
    QVERIFY(!files.accepted[1].picture);
}

void TestComposer::aPastedPictureKeepsItsBytes()
{
    WindowFixture fixture;
    QMimeData data;
    const QByteArray bytes = "\x89PNG\r\n\x1A\nnot a real one: nothing here may decode it";
    data.setData(QStringLiteral("image/png"), bytes);
    QVERIFY(fixture.composer().addMime(&data));
    QTRY_COMPARE(fixture.composer().attachments().size(), 1);
    const AttachedFile attached = fixture.composer().attachments().constFirst();
    QVERIFY(attached.picture);
    QFile kept(attached.path);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
}

void TestComposer::aLongPasteBecomesAFile()
{
    WindowFixture fixture;
    const QString text = QStringLiteral("line of text\n").repeated(20'000);
    QApplication::clipboard()->setText(text);
    edit(fixture)->paste();
    QTRY_COMPARE(fixture.composer().attachments().size(), 1);
    QCOMPARE(fixture.composer().attachments().constFirst().size, text.toUtf8().size());
    QVERIFY(fixture.composer().content().text.isEmpty());
}

void TestComposer::sendIsStopWhileATurnRuns()
{
    WindowFixture fixture;
    auto *send = fixture.composer().findChild<QToolButton *>(QStringLiteral("send"));
    QVERIFY(!send->isEnabled());
    QTest::keyClicks(edit(fixture), QStringLiteral("go"));
    QVERIFY(send->isEnabled());
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(fixture.backend.started.size(), 1);
    const Turn turn = fixture.begin();
    QCOMPARE(send->accessibleName(), QStringLiteral("Stop"));
    // Enter does not send a second one, and what is typed stays.
    QTest::keyClicks(edit(fixture), QStringLiteral("next"));
    QTest::keyClick(edit(fixture), Qt::Key_Return);
    QCOMPARE(fixture.backend.started.size(), 1);
    QTest::mouseClick(send, Qt::LeftButton);
    QCOMPARE(fixture.backend.interrupted, QList<TurnId>{turn.id});
    fixture.finish(turn, TurnOutcome::Interrupted);
    QCOMPARE(send->accessibleName(), QStringLiteral("Send"));
    QCOMPARE(fixture.composer().content().text, QStringLiteral("next"));
}

void TestComposer::upInAnEmptyFieldTakesTheLastMessageBack()
{
    WindowFixture fixture;
    QTest::keyClicks(edit(fixture), QStringLiteral("first"));
    QTest::keyClick(edit(fixture), Qt::Key_Return);
    const Turn turn = fixture.begin();
    fixture.finish(turn);
    QTest::keyClick(edit(fixture), Qt::Key_Up);
    QCOMPARE(fixture.composer().content().text, QStringLiteral("first"));
    QTest::keyClicks(edit(fixture), QStringLiteral(" again"));
    QTest::keyClick(edit(fixture), Qt::Key_Return);
    QCOMPARE(fixture.backend.started.size(), 2);
    QCOMPARE(fixture.backend.started[1].input.text, QStringLiteral("first again"));
    // A sibling of the message that it replaces.
    QCOMPARE(fixture.backend.started[1].parent, turn.parent);
    QCOMPARE(fixture.backend.started[1].conversation, std::optional(turn.conversation));
}

void TestComposer::aRefusedMessageComesBack()
{
    WindowFixture fixture;
    const QString path = fixture.file(QStringLiteral("a.csv"), "a,b\n1,2\n");
    fixture.composer().addFiles({path});
    QTRY_COMPARE(fixture.composer().attachments().size(), 1);
    QCOMPARE(fixture.backend.warmUps, 1);
    QTest::keyClicks(edit(fixture), QStringLiteral("what"));
    QTest::keyClick(edit(fixture), Qt::Key_Return);
    QVERIFY(fixture.composer().content().isEmpty());
    emit fixture.backend.turnRefused(fixture.backend.started[0].turn, Error{ErrorKind::Storage, QStringLiteral("The disk is full."), Audience::User, {}, false});
    QTRY_COMPARE(fixture.composer().content(), (ComposerContent{QStringLiteral("what"), {path}}));
    QCOMPARE(fixture.composer().problem(), QStringLiteral("The disk is full."));
    QVERIFY(fixture.page().isEmpty());
}

void TestComposer::aDraftStaysWithItsConversation()
{
    Conversation other;
    other.id = {QStringLiteral("C")};
    other.title = QStringLiteral("Other");
    other.updatedAt = QDateTime::currentDateTimeUtc();
    WindowFixture fixture([&](MemoryBackend &backend) { backend.add(other); });
    QTest::keyClicks(edit(fixture), QStringLiteral("for the new one"));
    fixture.page().openConversation(other);
    QVERIFY(fixture.composer().content().isEmpty());
    QTest::keyClicks(edit(fixture), QStringLiteral("for the other"));
    fixture.page().startNew();
    QCOMPARE(fixture.composer().content().text, QStringLiteral("for the new one"));
    fixture.page().openConversation(other);
    QCOMPARE(fixture.composer().content().text, QStringLiteral("for the other"));
}

void TestComposer::theTextGrowsToAThirdOfTheWindow()
{
    WindowFixture fixture;
    fixture.window->resize(1200, 900);
    const int one = edit(fixture)->height();
    edit(fixture)->setPlainText(QStringLiteral("a\nb\nc\nd"));
    const int four = edit(fixture)->height();
    QVERIFY(four > 2 * one);
    edit(fixture)->setPlainText(QStringLiteral("a\n").repeated(500));
    QVERIFY(edit(fixture)->height() <= fixture.window->height() / 3);
    QVERIFY(edit(fixture)->height() > four);
}

QTEST_MAIN(TestComposer)
#include "TestComposer.moc"
