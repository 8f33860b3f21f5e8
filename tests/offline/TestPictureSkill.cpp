#include "Conversation.h"

#include <QRegularExpression>
#include <QTest>

namespace vitrine {

namespace {

const QStringList allTools{QStringLiteral("image_info"), QStringLiteral("image_rotate"), QStringLiteral("image_perspective"), QStringLiteral("image_enhance"),
                           QStringLiteral("image_detect_text"), QStringLiteral("image_zoom"), QStringLiteral("image_decode_barcode"), QStringLiteral("python")};

// What the tools say of one picture. A row of it is used when the call's tool and picture match; the first one wins.
struct Canned {
    QString tool;
    QString image; // empty: any
    QString output;
};

const QString noOutline = QStringLiteral("No page outline found (best score 0.10). Give corners as [x1,y1,..,x4,y4] or use image_zoom.");
const QString upright = QStringLiteral("img_1 is upright already (0 deg, found by osd, confidence 0.95); nothing changed.");
const QString noCode = QStringLiteral("No barcode found in img_1 (1000x800). Next, zoom into the code with image_zoom, or clear the picture up with image_enhance.");

QString info(const QString &format, const QString &flags, const QString &size = QStringLiteral("1000x800"))
{
    return QStringLiteral("image: img_1\nas_sent: %3\nstored: %3\nscale: 1\nformat: %1\nmean: 200\ncontrast: 60\nsharpness: 500\nflags: %2\nskew: 0").arg(format, flags, size);
}

QString page(const QString &image, int confidence, const QStringList &lines)
{
    QStringList text{QStringLiteral("Text in %1 (1000x800): language eng, mean confidence %2, %3 lines, layout page. Boxes are px of %1 as sent.")
                         .arg(image, QString::number(confidence), QString::number(lines.size()))};
    int y = 40;
    for (const QString &line : lines) {
        if (line.isEmpty()) {
            text.append(QString());
            continue;
        }
        text.append(QStringLiteral("[100,%1,800,%2] conf %3: %4").arg(y).arg(y + 24).arg(confidence).arg(line));
        y += 40;
    }
    return text.join(u'\n');
}

QString madePicture(const QString &id, const QString &how)
{
    return QStringLiteral("%1: 1000x800 (%2). In img_1: [0,0,1000,800].").arg(id, how);
}

struct Course {
    QStringList steps; // the names of the calls of each step, joined
    QStringList thoughts;
    OfflineAnswer answer;
    QString heard; // all that the tools said
};

Course follow(TestConversation &conversation, const QList<Canned> &canned)
{
    Course course;
    for (int i = 0; i < 20; ++i) {
        const PlanStep step = conversation.next();
        if (step.answer) {
            course.answer = *step.answer;
            return course;
        }
        QStringList names;
        for (const PlannedCall &call : step.calls) {
            const QString image = call.arguments.value(u"image").toString();
            QString output = QStringLiteral("The tool gave nothing.");
            for (const Canned &row : canned) {
                if (row.tool == call.name && (row.image.isEmpty() || row.image == image)) {
                    output = row.output;
                    break;
                }
            }
            names.append(call.name.mid(6) + u' ' + image);
            conversation.answered(call, output, output.contains(QStringLiteral("In img_1:")));
            course.heard += output + u'\n';
        }
        course.steps.append(names.join(QStringLiteral(", ")));
        course.thoughts.append(step.reasoning);
    }
    return course;
}

Course course(const QString &question, const QList<Canned> &canned, const QStringList &tools = allTools)
{
    TestConversation conversation(tools);
    conversation.user(QStringLiteral("img_1: board.jpg 1000x800\n") + question);
    return follow(conversation, canned);
}

QString slice(const QString &text, const UnsureSpan &span)
{
    const QList<uint> points = text.toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + span.start, span.end - span.start);
}

} // namespace

class TestPictureSkill final : public QObject
{
    Q_OBJECT

private slots:
    void readsACleanScanInFewSteps();
    void goesTheWholeWayForAPhoto();
    void readsAPhotoOnceThatReadsWell();
    void doubtsAnOutline_data();
    void doubtsAnOutline();
    void keepsWhatLiesOutsideAnOutline();
    void keepsTheBetterReading();
    void enlargesUnsureWords();
    void saysThatHandwritingIsUnsure();
    void saysThatThereIsNothing();
    void looksForScatteredWordsAndTiles();
    void goesOnWithoutAStepThatFails();
    void saysWhichToolsAreMissing();
    void readsTwoPicturesSideBySide();
    void staysWithinTheLimitForMany();
    void stopsAtTheLimit();
    void answersInChinese_data();
    void answersInChinese();
    void answersWhatIsAskedOfCodes();
    void cannotTranslate();
    void comesBackToAnEarlierPicture();
    void saysOnlyWhatToolsSaid();
    void endsWhenNothingIsAnswered();
};

void TestPictureSkill::readsACleanScanInFewSteps()
{
    const Course done = course(QStringLiteral("What does it say?"), {{"image_info", {}, info("png", "none")},
                                                                     {"image_perspective", {}, noOutline},
                                                                     {"image_decode_barcode", {}, noCode},
                                                                     {"image_rotate", {}, upright},
                                                                     {"image_detect_text", {}, page("img_1", 95, {"Hello world", "second line"})}});
    const QStringList expected{QStringLiteral("info img_1, perspective img_1, decode_barcode img_1"), QStringLiteral("rotate img_1"), QStringLiteral("detect_text img_1")};
    QCOMPARE(done.steps, expected);
    QVERIFY(!done.thoughts.contains(QString()));
    QVERIFY2(done.answer.text.startsWith(QStringLiteral("Hello world\nsecond line\n\n")), qPrintable(done.answer.text));
    QVERIFY(done.answer.unsure.isEmpty());
}

void TestPictureSkill::goesTheWholeWayForAPhoto()
{
    const Course done = course(QStringLiteral("What does it say?"), {{"image_info", {}, info("jpeg", "low contrast")},
                                                                     {"image_perspective", {}, madePicture("img_1.1", "perspective [50,40,950,40,950,760,50,760] of img_1, outline score 0.90")},
                                                                     {"image_decode_barcode", {}, noCode},
                                                                     {"image_rotate", "img_1.1", madePicture("img_1.2", "rotation by 90 deg of img_1.1, found by osd, confidence 0.90, lossless")},
                                                                     {"image_enhance", "img_1.2", madePicture("img_1.3", "enhance flatten of img_1.2")},
                                                                     {"image_detect_text", "img_1.3", page("img_1.3", 92, {"Agenda for today"})},
                                                                     {"image_detect_text", "img_1.2", page("img_1.2", 70, {"Agenda {fcr?40} today"})},
                                                                     {"image_detect_text", "img_1", page("img_1", 30, {"{abuosy?20}"})}});
    const QStringList expected{QStringLiteral("info img_1, perspective img_1, decode_barcode img_1"), QStringLiteral("rotate img_1.1"), QStringLiteral("detect_text img_1.2, enhance img_1.2"),
                               QStringLiteral("detect_text img_1.3")};
    QCOMPARE(done.steps, expected);
    QVERIFY(done.answer.text.startsWith(QStringLiteral("Agenda for today\n")));
    for (const char *step : {"laid flat (img_1.1)", "turned by 90° (img_1.2)", "cleared up (img_1.3)", "read from img_1.3"})
        QVERIFY2(done.answer.text.contains(QString::fromUtf8(step)), qPrintable(done.answer.text));
}

void TestPictureSkill::readsAPhotoOnceThatReadsWell()
{
    const Course done = course(QStringLiteral("What does it say?"), {{"image_info", {}, info("jpeg", "none")},
                                                                     {"image_perspective", {}, noOutline},
                                                                     {"image_decode_barcode", {}, noCode},
                                                                     {"image_rotate", {}, upright},
                                                                     {"image_enhance", {}, madePicture("img_1.1", "enhance flatten of img_1")},
                                                                     {"image_detect_text", "img_1", page("img_1", 94, {"Agenda for today"})}});
    QCOMPARE(done.steps.mid(2), QStringList{QStringLiteral("detect_text img_1, enhance img_1")});
    QVERIFY(done.answer.text.startsWith(QStringLiteral("Agenda for today\n")));
}

void TestPictureSkill::doubtsAnOutline_data()
{
    QTest::addColumn<QString>("how");
    QTest::newRow("unsure") << "perspective [50,40,950,40,950,760,50,760] of img_1, outline score 0.45";
    QTest::newRow("a column of the page") << "perspective [50,40,250,40,250,760,50,760] of img_1, outline score 0.90";
}

void TestPictureSkill::doubtsAnOutline()
{
    QFETCH(QString, how);
    const Course done = course(QStringLiteral("Read it"), {{"image_info", {}, info("png", "none")},
                                                           {"image_perspective", {}, madePicture("img_1.1", how)},
                                                           {"image_rotate", {}, upright},
                                                           {"image_detect_text", "img_1", page("img_1", 95, {"the whole page"})}});
    QCOMPARE(done.steps.mid(1), (QStringList{QStringLiteral("rotate img_1"), QStringLiteral("detect_text img_1")}));
    QVERIFY(done.thoughts.at(1).startsWith(QStringLiteral("The outline that was found is too unsure")));
    QVERIFY(done.answer.text.startsWith(QStringLiteral("the whole page")));
}

void TestPictureSkill::keepsWhatLiesOutsideAnOutline()
{
    const Course done = course(QStringLiteral("Read it"), {{"image_info", {}, info("png", "none")},
                                                           {"image_perspective", {}, madePicture("img_1.1", "perspective [50,40,950,40,950,760,50,760] of img_1, outline score 0.90")},
                                                           {"image_rotate", {}, upright},
                                                           {"image_enhance", {}, QStringLiteral("img_1.1 needs no enhancing; nothing changed.")},
                                                           {"image_detect_text", "img_1.1", page("img_1.1", 95, {"the inner part"})},
                                                           {"image_detect_text", "img_1", page("img_1", 95, {"A Title Above", "the inner part"})}});
    QVERIFY(done.answer.text.startsWith(QStringLiteral("A Title Above\nthe inner part")));
}

void TestPictureSkill::keepsTheBetterReading()
{
    // Enhancing can hurt: then what was read from the plain picture counts.
    const Course done = course(QStringLiteral("Read it"), {{"image_info", {}, info("jpeg", "none")},
                                                           {"image_perspective", {}, noOutline},
                                                           {"image_rotate", {}, upright},
                                                           {"image_enhance", {}, madePicture("img_1.1", "enhance flatten of img_1")},
                                                           {"image_detect_text", "img_1.1", page("img_1.1", 40, {"{Qrnk?30} {b?20} {vv?11} {x?10}"})},
                                                           {"image_detect_text", "img_1", page("img_1", 88, {"Quick brown fox"})}});
    QVERIFY(done.answer.text.startsWith(QStringLiteral("Quick brown fox\n")));
}

void TestPictureSkill::enlargesUnsureWords()
{
    const Course done = course(QStringLiteral("Read it"), {{"image_info", {}, info("png", "none")},
                                                           {"image_perspective", {}, noOutline},
                                                           {"image_decode_barcode", {}, noCode},
                                                           {"image_rotate", {}, upright},
                                                           {"image_zoom", {}, QStringLiteral("img_1.1: 1448x96 (crop [88,68,812,116] of img_1, x2.00 lanczos). In img_1: [88,68,812,116].")},
                                                           {"image_detect_text", "img_1.1", QStringLiteral("Text in img_1.1 (1448x96): language eng, mean confidence 90, 1 lines, layout page. Boxes are px of img_1.1 as sent.\n"
                                                                                                            "[24,24,1424,72] conf 90: the second {l1ne?55} here")},
                                                           {"image_detect_text", "img_1", page("img_1", 90, {"The first line", "the {secnd?41} {l1ne?33} here", "the third line stands below"})}});
    QCOMPARE(done.steps.mid(3), (QStringList{QStringLiteral("enhance img_1"), QStringLiteral("zoom img_1"), QStringLiteral("detect_text img_1.1")}));
    QVERIFY2(done.answer.text.contains(QStringLiteral("The first line\nthe second *l1ne*(?) here\nthe third")), qPrintable(done.answer.text));
    QCOMPARE(done.answer.unsure.size(), 1);
    QCOMPARE(slice(done.answer.text, done.answer.unsure.first()), QStringLiteral("l1ne"));
}

void TestPictureSkill::saysThatHandwritingIsUnsure()
{
    const Course done = course(QStringLiteral("What does it say?"), {{"image_info", {}, info("jpeg", "none")},
                                                                     {"image_perspective", {}, noOutline},
                                                                     {"image_rotate", {}, upright},
                                                                     {"image_enhance", {}, QStringLiteral("img_1 needs no enhancing; nothing changed.")},
                                                                     {"image_zoom", {}, madePicture("img_1.1", "crop [0,0,1,1] of img_1, x2.00 lanczos")},
                                                                     {"image_detect_text", {}, page("img_1", 35, {"{Meeling?31} {nofes?22} for", "{m𝄞nday?40} {wiht?12} {Bcb?9}"})}});
    QVERIFY(done.steps.last().startsWith(QStringLiteral("zoom img_1, zoom img_1")));
    QVERIFY2(done.answer.text.startsWith(QStringLiteral("**This looks like handwriting or unclear print, read with low confidence")), qPrintable(done.answer.text));
    QVERIFY(done.answer.text.contains(QStringLiteral("img_1.1")));
    QStringList unsure;
    for (const UnsureSpan &span : done.answer.unsure)
        unsure.append(slice(done.answer.text, span));
    QCOMPARE(unsure, (QStringList{QStringLiteral("Meeling"), QStringLiteral("nofes"), QStringLiteral("m𝄞nday"), QStringLiteral("wiht"), QStringLiteral("Bcb")}));
}

void TestPictureSkill::saysThatThereIsNothing()
{
    const QString none = QStringLiteral("No words found in img_1 (1000x800; language eng, layout page). Next, turn it upright.");
    const Course done = course(QStringLiteral("What does it say?"), {{"image_info", {}, info("png", "none")},
                                                                     {"image_perspective", {}, noOutline},
                                                                     {"image_decode_barcode", {}, noCode},
                                                                     {"image_rotate", {}, QStringLiteral("Rotation unsure (no text to go by); nothing changed.")},
                                                                     {"image_enhance", {}, QStringLiteral("img_1 needs no enhancing; nothing changed.")},
                                                                     {"image_detect_text", {}, none}});
    QVERIFY(done.answer.text.startsWith(QStringLiteral("I found no text and no code in this picture.")));

    // Leaves and gravel read as scraps of letters, some of them surely.
    QStringList scraps;
    for (int i = 0; i < 25; ++i)
        scraps.append(i % 12 == 0 ? QStringLiteral("te") : QStringLiteral("{a%1z?25}").arg(i));
    const Course gravel = course(QStringLiteral("What does it say?"), {{"image_info", {}, info("png", "none")}, {"image_rotate", {}, upright}, {"image_detect_text", {}, page("img_1", 40, scraps)}});
    QVERIFY2(gravel.answer.text.startsWith(QStringLiteral("I could read no text in this picture")), qPrintable(gravel.answer.text));
    QVERIFY(!gravel.answer.text.contains(QStringLiteral("a1z")));
}

void TestPictureSkill::looksForScatteredWordsAndTiles()
{
    const QString none = QStringLiteral("No words found in img_1 (1000x800; language eng, layout page). Next, turn it upright.");
    const QString large = QStringLiteral("image: img_1\nas_sent: 1000x800\nstored: 4000x3200\nformat: png\ncontrast: 60\nflags: none");
    const Course done = course(QStringLiteral("What does it say?"), {{"image_info", {}, large},
                                                                     {"image_perspective", {}, noOutline},
                                                                     {"image_decode_barcode", {}, noCode},
                                                                     {"image_rotate", {}, upright},
                                                                     {"image_enhance", {}, QStringLiteral("img_1 needs no enhancing; nothing changed.")},
                                                                     {"image_zoom", {}, madePicture("img_1.1", "crop [450,0,1000,440] of img_1, x1.82 lanczos")},
                                                                     {"image_detect_text", "img_1.1", page("img_1.1", 93, {"tiny words"})},
                                                                     {"image_detect_text", "img_1", none}});
    QCOMPARE(done.steps.at(4), QStringLiteral("detect_text img_1")); // layout sparse
    QVERIFY(done.steps.at(5).startsWith(QStringLiteral("zoom img_1, zoom img_1, zoom img_1, zoom img_1")));
    QVERIFY2(done.answer.text.startsWith(QStringLiteral("tiny words")), qPrintable(done.answer.text));
}

void TestPictureSkill::goesOnWithoutAStepThatFails()
{
    const QString broken = QStringLiteral("The picture process ended; try the call again.");
    const Course done = course(QStringLiteral("What does it say?"), {{"image_info", {}, broken},
                                                                     {"image_perspective", {}, broken},
                                                                     {"image_decode_barcode", {}, broken},
                                                                     {"image_rotate", {}, broken},
                                                                     {"image_enhance", {}, broken},
                                                                     {"image_detect_text", {}, page("img_1", 90, {"still read"})}});
    QVERIFY(done.answer.text.startsWith(QStringLiteral("still read")));
    QVERIFY(done.answer.text.contains(QStringLiteral("A step failed: `The picture process ended")));
    const Course all = course(QStringLiteral("What does it say?"), {{"", {}, {}}});
    QVERIFY(!all.answer.text.isEmpty());
    QVERIFY(all.answer.text.contains(QStringLiteral("`The tool gave nothing.`")));
}

void TestPictureSkill::saysWhichToolsAreMissing()
{
    const Course none = course(QStringLiteral("What does it say?"), {}, {});
    QVERIFY(none.steps.isEmpty());
    QVERIFY(none.answer.text.contains(QStringLiteral("image_detect_text) is not offered here")));
    const Course some = course(QStringLiteral("What does it say?"), {{"image_detect_text", {}, page("img_1", 90, {"read anyway"})}}, {QStringLiteral("image_detect_text")});
    QVERIFY(some.answer.text.startsWith(QStringLiteral("read anyway")));
    QVERIFY(some.answer.text.contains(QStringLiteral("image_rotate")));
}

void TestPictureSkill::readsTwoPicturesSideBySide()
{
    TestConversation conversation(allTools);
    conversation.user(QStringLiteral("img_1: a.png 1000x800\nimg_2: b.png 1000x800\nRead both"));
    QCOMPARE(conversation.next().calls.size(), 6);
    const Course done = follow(conversation, {{"image_info", {}, info("png", "none")},
                                              {"image_perspective", {}, noOutline},
                                              {"image_decode_barcode", {}, noCode},
                                              {"image_rotate", {}, upright},
                                              {"image_detect_text", "img_1", page("img_1", 95, {"first picture"})},
                                              {"image_detect_text", "img_2", page("img_2", 95, {"second picture"})}});
    QCOMPARE(done.steps.size(), 3);
    QVERIFY2(done.answer.text.contains(QStringLiteral("**img_1** `a.png`\n\nfirst picture")), qPrintable(done.answer.text));
    QVERIFY(done.answer.text.contains(QStringLiteral("**img_2** `b.png`\n\nsecond picture")));
}

void TestPictureSkill::staysWithinTheLimitForMany()
{
    for (const int pictures : {3, 5, 8, 12, 24, 40}) {
        TestConversation conversation(allTools);
        QStringList lines;
        for (int i = 1; i <= pictures; ++i)
            lines.append(QStringLiteral("img_%1: p%1.jpg 1000x800").arg(i));
        conversation.user(lines.join(u'\n'));
        const Course done = follow(conversation, {{"image_info", {}, info("png", "none")}, {"image_detect_text", {}, page("img_1", 95, {"some words here"})}});
        const int calls = int(done.steps.join(QStringLiteral(", ")).count(QStringLiteral("img_")));
        QVERIFY2(calls <= 24, qPrintable(QStringLiteral("%1 calls for %2 pictures").arg(calls).arg(pictures)));
        QCOMPARE(done.answer.text.contains(QStringLiteral("Only the first 24 pictures")), pictures > 24);
    }
}

void TestPictureSkill::stopsAtTheLimit()
{
    const Course done = course(QStringLiteral("Read it"), {{"image_info", {}, info("png", "none")},
                                                           {"image_perspective", {}, noOutline},
                                                           {"image_decode_barcode", {}, noCode},
                                                           {"image_rotate", {}, QStringLiteral("Limit: 24 image calls in this answer reached.")}});
    QCOMPARE(done.steps.size(), 2);
    QVERIFY(done.answer.text.contains(QStringLiteral("limit of picture calls")));
}

void TestPictureSkill::answersInChinese_data()
{
    QTest::addColumn<QString>("question");
    QTest::addColumn<QString>("part");
    QTest::newRow("simplified") << QStringLiteral("图里写了什么？") << QStringLiteral("步骤：");
    QTest::newRow("traditional") << QStringLiteral("圖裡寫了什麼？") << QStringLiteral("步驟：");
}

void TestPictureSkill::answersInChinese()
{
    QFETCH(QString, question);
    QFETCH(QString, part);
    const Course done = course(question, {{"image_info", {}, info("png", "none")}, {"image_detect_text", {}, page("img_1", 95, {QStringLiteral("会 议 纪要 OK 第 1 项")})}});
    QVERIFY2(done.answer.text.startsWith(QStringLiteral("会议纪要 OK 第 1 项")), qPrintable(done.answer.text));
    QVERIFY(done.answer.text.contains(part));
}

void TestPictureSkill::answersWhatIsAskedOfCodes()
{
    const QString codes = QStringLiteral("2 codes in img_1 (1000x800). Corners are px of img_1 as sent.\n"
                                         "QR-Code [0,0,500,0,500,400,0,400]: https://example.org/?a=`b`\nEAN-13 [1,2,3,4,5,6,7,8]: 4006381333931");
    const Course done = course(QStringLiteral("How many codes are there?"), {{"image_info", {}, info("jpeg", "none")},
                                                                             {"image_perspective", {}, noOutline},
                                                                             {"image_decode_barcode", {}, codes},
                                                                             {"image_detect_text", {}, page("img_1", 95, {"Scan me"})}});
    QVERIFY2(done.answer.text.startsWith(QStringLiteral("2 codes were found:\n\n- QR-Code: ``https://example.org/?a=`b` ``\n")
                                         ) || done.answer.text.startsWith(QStringLiteral("2 codes were found:\n\n- QR-Code: `` https://example.org/?a=`b` ``\n")),
             qPrintable(done.answer.text));
    QVERIFY(!done.steps.join(u' ').contains(QStringLiteral("rotate"))); // the picture is mostly code
    const Course none = course(QStringLiteral("Is there a QR code?"), {{"image_info", {}, info("png", "none")}, {"image_decode_barcode", {}, noCode}});
    QVERIFY(none.answer.text.startsWith(QStringLiteral("No code was found.")));
    const QString card = QStringLiteral("1 code in img_1 (1000x800). Corners are px of img_1 as sent.\nQR-Code [0,0,500,0,500,400,0,400]: Jo Do\\njo@example.org");
    const Course lines = course(QStringLiteral("What does the code say?"), {{"image_info", {}, info("png", "none")}, {"image_decode_barcode", {}, card}});
    QVERIFY2(lines.answer.text.startsWith(QStringLiteral("1 code was found:\n\nQR-Code:\n\n```\nJo Do\njo@example.org\n```\n\n")), qPrintable(lines.answer.text));
}

void TestPictureSkill::cannotTranslate()
{
    const Course done = course(QStringLiteral("Translate this into German"), {{"image_info", {}, info("png", "none")}, {"image_detect_text", {}, page("img_1", 95, {"Guten Tag"})}});
    QVERIFY(done.answer.text.startsWith(QStringLiteral("I cannot translate")));
    QVERIFY(done.answer.text.contains(QStringLiteral("Guten Tag")));
}

void TestPictureSkill::comesBackToAnEarlierPicture()
{
    TestConversation conversation(allTools);
    conversation.user(QStringLiteral("img_1: a.png 1000x800\nRead it"));
    conversation.assistant(QStringLiteral("It says hello."));
    conversation.user(QStringLiteral("And are there any codes in it?"));
    const PlanStep step = conversation.next();
    QVERIFY(!step.calls.isEmpty());
    QCOMPARE(step.calls.first().arguments.value(u"image").toString(), QStringLiteral("img_1"));
    TestConversation other(allTools);
    other.user(QStringLiteral("img_1: a.png 1000x800\nRead it"));
    other.assistant(QStringLiteral("It says hello."));
    other.user(QStringLiteral("Tell me a joke"));
    QVERIFY(other.next().calls.isEmpty());
}

void TestPictureSkill::saysOnlyWhatToolsSaid()
{
    // With noise of all kinds: every word before the steps comes from a tool.
    const QStringList noise{"# Title", "1. first", "- bullet *star* _under_", "a_b <b>html</b> [link](http://x.y)", "{~~?10} {|?5} {\\{x?33}", "| --- | --- |", "3)", "> quote & &amp; \\\\n",
                            "•  point", "2024.", "`code` $5 ~~gone~~"};
    const Course done = course(QStringLiteral("Read it"), {{"image_info", {}, info("png", "none")}, {"image_detect_text", {}, page("img_1", 80, noise)}});
    const QString said = done.answer.text.section(QStringLiteral("\n\nWords marked (?)"), 0, 0);
    static const QRegularExpression word(QStringLiteral("[\\p{L}\\p{N}]+"));
    int words = 0;
    for (auto it = word.globalMatch(said); it.hasNext(); ++words) {
        const QString found = it.next().captured();
        QVERIFY2(done.heard.contains(found), qPrintable(found));
    }
    QVERIFY(words > 15);
    for (const UnsureSpan &span : done.answer.unsure)
        QVERIFY(done.heard.contains(slice(done.answer.text, span).remove(u'\\')));
}

void TestPictureSkill::endsWhenNothingIsAnswered()
{
    // A client that sends its calls back without answers must not be asked for ever.
    TestConversation conversation(allTools);
    conversation.user(QStringLiteral("img_1: a.png 1000x800\nRead it"));
    for (int i = 0; i < 20; ++i) {
        const PlanStep step = conversation.next();
        if (step.answer)
            return;
        for (const PlannedCall &call : step.calls)
            conversation.leftOpen(call);
    }
    QFAIL("no answer after twenty steps");
}

} // namespace vitrine

QTEST_GUILESS_MAIN(vitrine::TestPictureSkill)
#include "TestPictureSkill.moc"
