// What providers' own tools did, in plain words. Each API has its own names for them.

#include "presenter/Words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace vitrine::words {

namespace {

// Where translators find these sentences.
class HostedWords
{
    Q_DECLARE_TR_FUNCTIONS(HostedWords)
};

enum class Kind { Search, Page, Code, Picture, Files, Fetched, Remote, Other };

Kind kindOf(const QString &type, const QJsonObject &arguments)
{
    const auto has = [&type](const char *word) { return type.contains(QLatin1String(word)); };
    const QString action = arguments.value(QLatin1String("action")).toObject().value(QLatin1String("type")).toString();
    if (has("web_fetch") || has("url_context") || action == QLatin1String("open_page") || action == QLatin1String("find_in_page"))
        return Kind::Page;
    if (has("web_search") || has("google_search"))
        return Kind::Search;
    if (has("container_files"))
        return Kind::Fetched;
    if (has("code_interpreter") || has("code_execution"))
        return Kind::Code;
    if (has("image"))
        return Kind::Picture;
    if (has("file_search"))
        return Kind::Files;
    return has("mcp") ? Kind::Remote : Kind::Other;
}

const char *iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Search:
    case Kind::Page:
        return "globe internet-services";
    case Kind::Code:
        return "code-context code-class";
    case Kind::Picture:
        return "view-preview";
    case Kind::Files:
        return "edit-find";
    case Kind::Fetched:
        return "document-save";
    case Kind::Remote:
    case Kind::Other:
        break;
    }
    return "run-build system-run";
}

QString titleOf(Kind kind, bool over, const QString &type, const QJsonObject &arguments)
{
    switch (kind) {
    case Kind::Search:
        return over ? HostedWords::tr("Searched the web") : HostedWords::tr("Searching the web");
    case Kind::Page:
        return over ? HostedWords::tr("Read a page") : HostedWords::tr("Reading a page");
    case Kind::Code:
        return over ? HostedWords::tr("Ran code at the provider") : HostedWords::tr("Running code at the provider");
    case Kind::Picture:
        return over ? HostedWords::tr("Made a picture") : HostedWords::tr("Making a picture");
    case Kind::Files:
        return over ? HostedWords::tr("Searched the files") : HostedWords::tr("Searching the files");
    case Kind::Fetched:
        return HostedWords::tr("Fetched the files that were made");
    case Kind::Remote:
        if (const QString name = arguments.value(QLatin1String("name")).toString(); !name.isEmpty())
            return HostedWords::tr("The provider called %1 of %2").arg(name, arguments.value(QLatin1String("server_label")).toString());
        break;
    case Kind::Other:
        break;
    }
    return HostedWords::tr("The provider ran %1").arg(type);
}

// The query, the address or the first line of the code: whatever says most in one line.
QString detailOf(const QJsonObject &arguments)
{
    const QJsonObject action = arguments.value(QLatin1String("action")).toObject();
    for (const QJsonObject &object : {action, arguments}) {
        for (const char *key : {"query", "pattern", "url", "code", "revised_prompt", "prompt"}) {
            if (const QString text = object.value(QLatin1String(key)).toString().trimmed(); !text.isEmpty())
                return text.section(QLatin1Char('\n'), 0, 0).left(200);
        }
        const QJsonArray queries = object.value(QLatin1String("queries")).toArray();
        if (!queries.isEmpty())
            return queries.first().toString().left(200);
    }
    return {};
}

} // namespace

void describeHosted(Step &step, const QByteArray &arguments)
{
    const QJsonObject object = QJsonDocument::fromJson(arguments).object();
    const Kind kind = kindOf(step.name, object);
    const bool over = step.phase != StepPhase::Running && step.phase != StepPhase::Waiting;
    step.icon = QLatin1String(iconOf(kind));
    const QString code = object.value(QLatin1String("code")).toString();
    step.arguments = !code.isEmpty()  ? code
        : object.isEmpty()            ? QString::fromUtf8(arguments)
                                      : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Indented)).trimmed();
    step.title = titleOf(kind, over, step.name, object);
    step.detail = object.isEmpty() ? QString::fromUtf8(arguments).section(QLatin1Char('\n'), 0, 0).left(200) : detailOf(object);
}

} // namespace vitrine::words
