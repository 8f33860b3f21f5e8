#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

// Every sentence that a person sees exists in every language, and none was forgotten when a source changed.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everySentenceIsTranslated_data();
    void everySentenceIsTranslated();

private:
    struct Report {
        QStringList sources;
        QStringList unfinished;
    };
    static Report read(const QString &path);
};

TestTranslations::Report TestTranslations::read(const QString &path)
{
    Report report;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return report;
    QXmlStreamReader xml(&file);
    QString context;
    QString source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        if (xml.name() == QLatin1String("source")) {
            source = context + QLatin1String(": ") + xml.readElementText();
            report.sources << source;
        }
        if (xml.name() == QLatin1String("translation")) {
            const bool open = !xml.attributes().value(QLatin1String("type")).isEmpty();
            if (xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed().isEmpty() || open)
                report.unfinished << source;
        }
    }
    return report;
}

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
                  QStringList{QStringLiteral("-silent"), QStringLiteral("-locations"), QStringLiteral("none"), QStringLiteral("-no-obsolete")} + options
                      + QStringList{QStringLiteral("app"), QStringLiteral("ui"), QStringLiteral("-ts"), fresh});
    QVERIFY(lupdate.waitForFinished(120'000));
    QCOMPARE(lupdate.exitCode(), 0);
    const Report now = read(fresh);
    QVERIFY(!now.sources.isEmpty());
    QVERIFY2(now.unfinished.isEmpty(), qPrintable(QStringLiteral("To be translated:\n") + now.unfinished.join(u'\n')));
    QStringList gone = read(kept).sources;
    gone.removeIf([&](const QString &source) { return now.sources.contains(source); });
    QVERIFY2(gone.isEmpty(), qPrintable(QStringLiteral("No longer said:\n") + gone.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "TestTranslations.moc"
