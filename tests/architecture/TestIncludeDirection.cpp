#include <QDir>
#include <QDirIterator>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

// Who may include whom: the picture in ARCHITECTURE.md as a table. A folder may always include itself.
static const QHash<QString, QStringList> &allowed()
{
    static const QHash<QString, QStringList> table = [] {
        const QStringList values{"model", "base"};
        const QStringList tools = QStringList{"sandbox", "imaging"} + values;
        const QStringList engine = QStringList{"tools", "connections", "providers", "store", "receipts", "offline"} + tools;
        const QStringList top = QStringList{"engine"} + engine;
        return QHash<QString, QStringList>{
            {"base", {}},
            {"model", {"base"}},
            {"store", values},
            {"imaging", values},
            {"sandbox", values},
            {"providers", values},
            {"connections", QStringList{"providers"} + values},
            {"receipts", values},
            {"tools", tools},
            {"highlight", {"base"}},
            {"offline", {"base"}},
            {"engine", engine},
            {"cli", top},
            {"ui", QStringList{"highlight"} + top},
            {"ui/web", {"base"}},
            {"highlighter", {}},
            {"imager", {}},
            {"keyring", {}},
        };
    }();
    return table;
}

// Programs of their own share one header with their clients.
static const QSet<QString> sharedHeaders{"highlighter/HighlightProtocol.h", "imager/ImagerProtocol.h", "keyring/KeyringProtocol.h"};

// These may draw: they decode pictures, or are programs apart.
static const QSet<QString> mayUseGui{"imager", "highlighter"};

struct Include {
    QString file; // from the root of the sources
    int line = 0;
    QString folder; // of the file: "engine", "ui", "ui/web"
    QString header;
    bool isSystem = false;

    QString place() const { return QStringLiteral("%1:%2: #include %3").arg(file).arg(line).arg(header); }
};

class TestIncludeDirection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void knowsEveryFolder();
    void includesGoDownwards();
    void noPathClimbs();
    void appDrawsNothing();

private:
    QDir m_root{QStringLiteral(VITRINE_SOURCES)};
    QSet<QString> m_appFolders;
    QList<Include> m_includes;
    void read(const QString &file);
};

void TestIncludeDirection::initTestCase()
{
    const QStringList folders = QDir(m_root.filePath("app")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    m_appFolders = QSet<QString>(folders.cbegin(), folders.cend());
    for (const char *top : {"app", "ui"}) {
        QDirIterator files(m_root.filePath(top), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            read(files.next());
    }
    // Guards against a test that passes because it found nothing to read.
    QVERIFY(m_includes.size() > 100);
}

void TestIncludeDirection::read(const QString &path)
{
    static const QRegularExpression pattern(QStringLiteral(R"(^\s*#\s*include\s*(?:"([^"]+)\"|<([^>]+)>))"));
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
    const QString name = m_root.relativeFilePath(path);
    const QStringList parts = name.split(u'/');
    const QString folder = parts[0] == "app" ? parts[1] : name.startsWith("ui/web/") ? QStringLiteral("ui/web") : QStringLiteral("ui");
    for (int line = 1; !file.atEnd(); ++line) {
        const auto match = pattern.match(QString::fromUtf8(file.readLine()));
        if (match.hasMatch())
            m_includes.append({name, line, folder, match.captured(1) + match.captured(2), !match.captured(2).isEmpty()});
    }
}

void TestIncludeDirection::knowsEveryFolder()
{
    for (const QString &folder : std::as_const(m_appFolders))
        QVERIFY2(allowed().contains(folder), qPrintable("app/" + folder + " has no line in the table of this test"));
    for (auto it = allowed().cbegin(); it != allowed().cend(); ++it) {
        for (const QString &below : it.value()) {
            QVERIFY2(allowed().contains(below), qPrintable(below));
            QVERIFY2(!allowed()[below].contains(it.key()), qPrintable(it.key() + " and " + below + " allow each other"));
        }
    }
}

void TestIncludeDirection::includesGoDownwards()
{
    QStringList wrong;
    for (const Include &include : std::as_const(m_includes)) {
        const QString target = include.header.section(u'/', 0, 0);
        const bool isOurs = !include.isSystem && include.header.contains(u'/') && m_appFolders.contains(target);
        if (!isOurs || target == include.folder || allowed()[include.folder].contains(target) || sharedHeaders.contains(include.header))
            continue;
        // ui/ has folders of the same names.
        if (include.folder == "ui" && QFileInfo::exists(m_root.filePath("ui/" + include.header)))
            continue;
        wrong.append(include.place());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join(u'\n')));
}

// "../ui/X.h" would get round the table.
void TestIncludeDirection::noPathClimbs()
{
    QStringList wrong;
    for (const Include &include : std::as_const(m_includes)) {
        const bool looksAround = include.header.contains("..") || include.header.startsWith("app/") || include.header.startsWith("ui/");
        if (looksAround && !include.isSystem)
            wrong.append(include.place());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join(u'\n')));
}

void TestIncludeDirection::appDrawsNothing()
{
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    QVERIFY2(headers.exists("QtCore/QObject"), qPrintable(headers.path()));
    const auto isDrawing = [&headers](const QString &header) {
        static const QRegularExpression module(QStringLiteral("^Qt(Gui|Widgets|Svg|SvgWidgets|OpenGL|OpenGLWidgets|PrintSupport|Quick|Qml|WebEngine\\w*)\\b"));
        if (module.match(header).hasMatch())
            return true;
        return header.startsWith(u'Q') && !headers.exists("QtCore/" + header) && (headers.exists("QtGui/" + header) || headers.exists("QtWidgets/" + header));
    };
    QStringList wrong;
    for (const Include &include : std::as_const(m_includes)) {
        if (include.file.startsWith("app/") && include.isSystem && !mayUseGui.contains(include.folder) && isDrawing(include.header))
            wrong.append(include.place());
    }
    QVERIFY2(wrong.isEmpty(), qPrintable("\n" + wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestIncludeDirection)
#include "TestIncludeDirection.moc"
