#include "start/CommandLine.h"

#include "scenes/Scene.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace vitrine {

namespace {

tl::unexpected<Error> wrong(const QString &sentence)
{
    return fail(ErrorKind::InvalidRequest, sentence);
}

std::optional<QSize> sizeFrom(const QString &text)
{
    const QStringList parts = text.split(u'x');
    bool okWidth = false;
    bool okHeight = false;
    const QSize size(parts.value(0).toInt(&okWidth), parts.value(1).toInt(&okHeight));
    const bool sane = parts.size() == 2 && okWidth && okHeight && size.width() >= 320 && size.height() >= 240 && size.width() <= 8000 && size.height() <= 8000;
    return sane ? std::optional(size) : std::nullopt;
}

} // namespace

// English, and not through tr(): it is read before a language can be loaded, and by scripts.
QString helpText()
{
    return QStringLiteral("Usage: vitrine-desktop [FILE...]\n"
                          "       vitrine-desktop --screenshot FILE --scene NAME [--theme T] [--lang L] [--size WxH] [--scale N]\n"
                          "\n"
                          "Opens the window. FILEs are put into a new message.\n"
                          "\n"
                          "  --lang L           en, zh_CN or zh_TW instead of the system's language\n"
                          "  --theme T          light or dark instead of the chosen one\n"
                          "  --screenshot FILE  draw a scene into a PNG file and exit; needs no display, store or network\n"
                          "  --scene NAME       %1\n"
                          "  --size WxH         of the window, 1280x820 by default\n"
                          "  --scale N          pixels a point, 1 to 4\n"
                          "  --help             this text\n"
                          "  --version          the version\n"
                          "\n"
                          "Conversations and settings lie in $VITRINE_PROFILE when it is set, else in the XDG folders.\n")
        .arg(sceneNames().join(QLatin1String(", ")));
}

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    const QCommandLineOption version(QStringList{QStringLiteral("v"), QStringLiteral("version")});
    const QCommandLineOption screenshot(QStringLiteral("screenshot"), {}, QStringLiteral("FILE"));
    const QCommandLineOption scene(QStringLiteral("scene"), {}, QStringLiteral("NAME"));
    const QCommandLineOption theme(QStringLiteral("theme"), {}, QStringLiteral("T"));
    const QCommandLineOption language(QStringLiteral("lang"), {}, QStringLiteral("L"));
    const QCommandLineOption size(QStringLiteral("size"), {}, QStringLiteral("WxH"));
    const QCommandLineOption scale(QStringLiteral("scale"), {}, QStringLiteral("N"));
    parser.addOptions({help, version, screenshot, scene, theme, language, size, scale});
    if (!parser.parse(QStringList{QStringLiteral("vitrine-desktop")} + arguments))
        return wrong(parser.errorText());
    CommandLine result;
    if (parser.isSet(help) || parser.isSet(version)) {
        result.what = parser.isSet(help) ? CommandLine::Do::Help : CommandLine::Do::Version;
        return result;
    }
    result.theme = parser.value(theme);
    if (parser.isSet(theme) && result.theme != QLatin1String("light") && result.theme != QLatin1String("dark"))
        return wrong(QStringLiteral("--theme is light or dark, not \"%1\".").arg(result.theme));
    result.language = parser.value(language);
    if (parser.isSet(language) && !QStringList{QStringLiteral("en"), QStringLiteral("zh_CN"), QStringLiteral("zh_TW")}.contains(result.language))
        return wrong(QStringLiteral("--lang is en, zh_CN or zh_TW, not \"%1\".").arg(result.language));
    if (parser.isSet(size)) {
        result.size = sizeFrom(parser.value(size));
        if (!result.size)
            return wrong(QStringLiteral("--size is WIDTHxHEIGHT from 320x240 to 8000x8000, not \"%1\".").arg(parser.value(size)));
    }
    if (parser.isSet(scale)) {
        bool number = false;
        result.scale = parser.value(scale).toDouble(&number);
        if (!number || !(result.scale >= 1 && result.scale <= 4))
            return wrong(QStringLiteral("--scale is a number from 1 to 4, not \"%1\".").arg(parser.value(scale)));
    }
    if (parser.isSet(screenshot) != parser.isSet(scene))
        return wrong(QStringLiteral("--screenshot and --scene belong together."));
    if (parser.isSet(screenshot)) {
        result.what = CommandLine::Do::Screenshot;
        result.screenshot = parser.value(screenshot);
        result.scene = parser.value(scene);
        if (!sceneNames().contains(result.scene))
            return wrong(QStringLiteral("There is no scene \"%1\"; there are %2.").arg(result.scene, sceneNames().join(QLatin1String(", "))));
    }
    for (const QString &file : parser.positionalArguments())
        result.files << QFileInfo(file).absoluteFilePath();
    return result;
}

} // namespace vitrine
