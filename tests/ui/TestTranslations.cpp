#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <algorithm>

#include <iconv.h>

namespace {

struct Sentence {
    QString place;     // context and source
    QString source;
    QStringList forms; // one, or one for each plural form
    bool open = false; // unfinished, vanished or obsolete
};

QList<Sentence> sentencesOf(const QString &path)
{
    QList<Sentence> all;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    QXmlStreamReader xml(&file);
    QString context;
    bool plural = false;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("message")) {
            plural = xml.attributes().hasAttribute(QLatin1String("numerus"));
            all.append(Sentence{});
        } else if (xml.name() == QLatin1String("source")) {
            all.last().source = xml.readElementText();
            all.last().place = context + QLatin1String(": ") + all.last().source;
        } else if (xml.name() == QLatin1String("translation")) {
            all.last().open = !xml.attributes().value(QLatin1String("type")).isEmpty();
            if (!plural)
                all.last().forms.append(xml.readElementText());
        } else if (xml.name() == QLatin1String("numerusform")) {
            all.last().forms.append(xml.readElementText());
        }
    }
    return all;
}

QStringList placesOf(const QList<Sentence> &sentences)
{
    QStringList places;
    for (const Sentence &sentence : sentences)
        places.append(sentence.place);
    return places;
}

QStringList holdersIn(const QString &text)
{
    static const QRegularExpression holder(QStringLiteral("%L?\\d|%n"));
    QStringList found;
    for (auto it = holder.globalMatch(text); it.hasNext();)
        found.append(it.next().captured());
    found.sort();
    found.removeDuplicates();
    return found;
}

// The Chinese characters that an encoding of the other script's readers lacks: simplified ones in Big5, traditional ones in GB2312.
QString foreignTo(const char *encoding, const QString &text)
{
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    QString foreign;
    for (const QChar c : text) {
        if (c.script() != QChar::Script_Han)
            continue;
        QByteArray from = QString(c).toUtf8();
        char to[16];
        char *in = from.data();
        char *out = to;
        std::size_t inLeft = std::size_t(from.size());
        std::size_t outLeft = sizeof to;
        if (iconv(converter, &in, &inLeft, &out, &outLeft) == std::size_t(-1))
            foreign.append(c);
    }
    iconv_close(converter);
    return foreign;
}

struct SourceFile {
    QString name; // from the project's folder
    QString text;
};

QList<SourceFile> sources()
{
    const QDir root(QStringLiteral(VITRINE_SOURCE));
    QList<SourceFile> all;
    for (const char *top : {"app", "ui"}) {
        QDirIterator it(root.filePath(QLatin1String(top)), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            if (file.open(QIODevice::ReadOnly))
                all.append({root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll())});
        }
    }
    return all;
}

// A string literal, or several that follow one another, and whether it is handed to a function that lupdate knows.
struct Literal {
    QString text;
    bool translated = false;
};

QList<Literal> literalsIn(const QString &code)
{
    static const QRegularExpression token(QStringLiteral("//[^\\n]*|/\\*.*?\\*/"
                                                         "|R\"(\\w*)\\(.*?\\)\\1\""
                                                         "|'(?:[^'\\\\\\n]|\\\\.)'"
                                                         "|\"((?:[^\"\\\\\\n]|\\\\.)*)\""),
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression direct(QStringLiteral("\\btr\\(\\s*$"));
    static const QRegularExpression context(QStringLiteral("\\b(?:translate|QT_TRANSLATE_NOOP)\\(\\s*$"));
    QList<Literal> all;
    QString before;            // code since the literal before
    bool afterContext = false; // that was a context, so the next is a sentence
    qsizetype end = 0;
    for (auto it = token.globalMatch(code); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        before += QStringView(code).mid(end, match.capturedStart() - end);
        end = match.capturedEnd();
        if (!match.hasCaptured(2))
            continue; // a comment, a character or a raw string
        if (!all.isEmpty() && before.trimmed().isEmpty()) {
            all.last().text += match.captured(2);
        } else {
            const bool isContext = before.contains(context);
            all.append({match.captured(2), isContext || before.contains(direct) || (afterContext && before.trimmed() == QLatin1String(","))});
            afterContext = isContext;
        }
        before.clear();
    }
    return all;
}

// Words for models, for scripts, for tests of the window, and those of programs that say whole sentences over a wire.
bool speaksToNoPerson(const QString &file)
{
    static const QStringList exempt{
        QStringLiteral("app/offline/"), QStringLiteral("app/tools/"), QStringLiteral("app/imager/"), QStringLiteral("app/highlight"),
        QStringLiteral("app/engine/CallDesk.cpp"), QStringLiteral("app/providers/openai/ChatMessages.cpp"), QStringLiteral("app/engine/PromptBuilder.cpp"), QStringLiteral("ui/scenes/"),
        QStringLiteral("ui/start/CommandLine.cpp"),
    };
    return std::any_of(exempt.begin(), exempt.end(), [&](const QString &start) { return file.startsWith(start); });
}

} // namespace

// Every sentence that a person sees exists in every language, and none was forgotten when a source changed.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everySentenceIsTranslated_data();
    void everySentenceIsTranslated();
    void placeholdersAndScriptAreRight_data();
    void placeholdersAndScriptAreRight();
    void sentencesAreHandedToTranslation();
    void sentencesOfVariablesAreMarked();
};

void TestTranslations::everySentenceIsTranslated_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("options");
    QTest::newRow("Simplified Chinese") << QStringLiteral("zh_CN") << QStringList();
    QTest::newRow("Traditional Chinese") << QStringLiteral("zh_TW") << QStringList();
    QTest::newRow("English plurals") << QStringLiteral("en") << QStringList{QStringLiteral("-pluralonly")};
}

void TestTranslations::everySentenceIsTranslated()
{
    QFETCH(QString, language);
    QFETCH(QStringList, options);
    const QString root = QStringLiteral(VITRINE_SOURCE);
    const QString kept = root + QStringLiteral("/translations/vitrine_%1.ts").arg(language);
    QTemporaryDir folder;
    const QString fresh = folder.filePath(QStringLiteral("fresh.ts"));
    QVERIFY(QFile::copy(kept, fresh));
    QProcess lupdate;
    lupdate.setWorkingDirectory(root);
    lupdate.start(QStringLiteral(VITRINE_LUPDATE),
                  QStringList{QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-no-obsolete")} + options
                      + QStringList{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    // It warns of a tr() whose context it cannot tell: what it then writes down is never found when the program runs.
    QCOMPARE(QString::fromUtf8(lupdate.readAllStandardError()), QString());
    const QList<Sentence> now = sentencesOf(fresh);
    QVERIFY(!now.isEmpty());
    QStringList open;
    for (const Sentence &sentence : now) {
        const bool empty = std::any_of(sentence.forms.begin(), sentence.forms.end(), [](const QString &form) { return form.trimmed().isEmpty(); });
        if (sentence.open || empty || sentence.forms.isEmpty())
            open.append(sentence.place);
    }
    QVERIFY2(open.isEmpty(), qPrintable(QStringLiteral("To be translated:\n") + open.join(u'\n')));
    QStringList gone = placesOf(sentencesOf(kept));
    gone.removeIf([said = placesOf(now)](const QString &place) { return said.contains(place); });
    QVERIFY2(gone.isEmpty(), qPrintable(QStringLiteral("No longer said:\n") + gone.join(u'\n')));
}

void TestTranslations::placeholdersAndScriptAreRight_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("Simplified Chinese") << QStringLiteral("zh_CN") << QByteArrayLiteral("GB2312");
    QTest::newRow("Traditional Chinese") << QStringLiteral("zh_TW") << QByteArrayLiteral("BIG5");
    QTest::newRow("English plurals") << QStringLiteral("en") << QByteArrayLiteral("ASCII");
}

void TestTranslations::placeholdersAndScriptAreRight()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, encoding);
    QStringList wrong;
    const QList<Sentence> all = sentencesOf(QStringLiteral(VITRINE_SOURCE "/translations/vitrine_%1.ts").arg(language));
    QVERIFY(!all.isEmpty());
    for (const Sentence &sentence : all) {
        for (const QString &form : sentence.forms) {
            if (holdersIn(form) != holdersIn(sentence.source))
                wrong.append(QStringLiteral("Other placeholders: ") + sentence.place);
            if (const QString foreign = foreignTo(encoding.constData(), form); !foreign.isEmpty())
                wrong.append(QStringLiteral("%1 is of another script: %2").arg(foreign, form));
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

// A sentence begins with a capital letter and ends with a mark; in the window some words do for a label.
void TestTranslations::sentencesAreHandedToTranslation()
{
    static const QRegularExpression sentence(QStringLiteral("^[A-Z%][^ ]*( [^ ]+)+[.!?…](?:\\\\n)?$"));
    static const QRegularExpression label(QStringLiteral("^[A-Z][a-z]+( [a-z]+)+…?$"));
    const QString byTool = QStringLiteral("No words found"); // looked for in what a tool gave back
    QStringList wrong;
    int seen = 0;
    for (const SourceFile &file : sources()) {
        for (const Literal &literal : literalsIn(file.text)) {
            const bool forPerson = literal.text.contains(sentence) || (file.name.startsWith(QLatin1String("ui/")) && literal.text.contains(label));
            seen += forPerson && literal.translated;
            if (forPerson && !literal.translated && literal.text != byTool && !speaksToNoPerson(file.name))
                wrong.append(file.name + QLatin1String(": ") + literal.text);
        }
    }
    QVERIFY(seen > 200);
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("Not handed to tr():\n") + wrong.join(u'\n')));
}

// translate("X", variable) finds something only where the sentences of X are marked for lupdate.
void TestTranslations::sentencesOfVariablesAreMarked()
{
    static const QRegularExpression variable(QStringLiteral("\\btranslate\\(\\s*\"([\\w:]+)\"\\s*,\\s*[^\\s\"]"));
    static const QRegularExpression mark(QStringLiteral("\\bQT_TRANSLATE_NOOP\\(\\s*\"([\\w:]+)\""));
    QStringList marked;
    QMap<QString, QString> used; // file by context
    for (const SourceFile &file : sources()) {
        for (auto it = mark.globalMatch(file.text); it.hasNext();)
            marked.append(it.next().captured(1));
        for (auto it = variable.globalMatch(file.text); it.hasNext();)
            used.insert(it.next().captured(1), file.name);
    }
    QVERIFY(!used.isEmpty());
    for (auto it = used.cbegin(); it != used.cend(); ++it)
        QVERIFY2(marked.contains(it.key()), qPrintable(it.value() + QStringLiteral(" translates sentences of %1 that are marked nowhere").arg(it.key())));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "TestTranslations.moc"
