#include "Languages.h"

#include <KSyntaxHighlighting/Repository>

#include <QHash>

namespace vitrine::highlight {

namespace {

// Fence names that are neither a language's own name nor the usual end of its files.
QString ownName(const QString &alias)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("asm"), QStringLiteral("GNU Assembler")},
        {QStringLiteral("c++"), QStringLiteral("C++")},
        {QStringLiteral("cfg"), QStringLiteral("INI Files")},
        {QStringLiteral("conf"), QStringLiteral("INI Files")},
        {QStringLiteral("console"), QStringLiteral("Bash")},
        {QStringLiteral("csharp"), QStringLiteral("C#")},
        {QStringLiteral("cu"), QStringLiteral("C++")},
        {QStringLiteral("cuda"), QStringLiteral("C++")},
        {QStringLiteral("docker"), QStringLiteral("Dockerfile")},
        {QStringLiteral("elisp"), QStringLiteral("Common Lisp")},
        {QStringLiteral("fortran"), QStringLiteral("Fortran (Free Format)")},
        {QStringLiteral("fsharp"), QStringLiteral("FSharp")},
        {QStringLiteral("golang"), QStringLiteral("Go")},
        {QStringLiteral("h"), QStringLiteral("C++")},
        {QStringLiteral("ini"), QStringLiteral("INI Files")},
        {QStringLiteral("ipython"), QStringLiteral("Python")},
        {QStringLiteral("javascript"), QStringLiteral("JavaScript")},
        {QStringLiteral("js"), QStringLiteral("JavaScript")},
        {QStringLiteral("json5"), QStringLiteral("JSON")},
        {QStringLiteral("jsonc"), QStringLiteral("JSON")},
        {QStringLiteral("jsonl"), QStringLiteral("JSON")},
        {QStringLiteral("lisp"), QStringLiteral("Common Lisp")},
        {QStringLiteral("make"), QStringLiteral("Makefile")},
        {QStringLiteral("matlab"), QStringLiteral("Matlab")},
        {QStringLiteral("node"), QStringLiteral("JavaScript")},
        {QStringLiteral("objc"), QStringLiteral("Objective-C")},
        {QStringLiteral("objectivec"), QStringLiteral("Objective-C")},
        {QStringLiteral("patch"), QStringLiteral("Diff")},
        {QStringLiteral("postgres"), QStringLiteral("SQL (PostgreSQL)")},
        {QStringLiteral("psql"), QStringLiteral("SQL (PostgreSQL)")},
        {QStringLiteral("mysql"), QStringLiteral("SQL (MySQL)")},
        {QStringLiteral("py"), QStringLiteral("Python")},
        {QStringLiteral("py3"), QStringLiteral("Python")},
        {QStringLiteral("python3"), QStringLiteral("Python")},
        {QStringLiteral("r"), QStringLiteral("R Script")},
        {QStringLiteral("sh"), QStringLiteral("Bash")},
        {QStringLiteral("shell"), QStringLiteral("Bash")},
        {QStringLiteral("sql"), QStringLiteral("SQL")},
        {QStringLiteral("tex"), QStringLiteral("LaTeX")},
        {QStringLiteral("ts"), QStringLiteral("TypeScript")},
        {QStringLiteral("vb"), QStringLiteral("Visual Basic")},
        {QStringLiteral("xhtml"), QStringLiteral("HTML")},
    };
    return names.value(alias);
}

bool isPlain(const QString &name)
{
    return name.isEmpty() || name == QLatin1String("text") || name == QLatin1String("txt") || name == QLatin1String("plain") || name == QLatin1String("plaintext")
        || name == QLatin1String("none");
}

} // namespace

KSyntaxHighlighting::Definition definitionOf(const KSyntaxHighlighting::Repository &repository, const QString &name)
{
    const QString wanted = name.trimmed().toLower();
    if (isPlain(wanted) || wanted.size() > 64)
        return {};
    if (const auto definition = repository.definitionForName(ownName(wanted)); definition.isValid())
        return definition;
    const auto all = repository.definitions();
    for (const auto &definition : all) {
        if (definition.name().toLower() == wanted)
            return definition;
    }
    // "rs", "kt", "yml": the end of a file's name. A slash would make it a path.
    if (wanted.contains(QLatin1Char('/')))
        return {};
    if (const auto definition = repository.definitionForFileName(QStringLiteral("x.") + wanted); definition.isValid())
        return definition;
    return repository.definitionForFileName(name.trimmed()); // "Dockerfile", "CMakeLists.txt"
}

} // namespace vitrine::highlight
