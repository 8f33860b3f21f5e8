#include "cli/DoctorCommand.h"

#include "base/Json.h"
#include "cli/Terminal.h"
#include "connections/Keyring.h"
#include "engine/Runtime.h"
#include "sandbox/SandboxDoctor.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct DoctorCommand {
    Q_DECLARE_TR_FUNCTIONS(DoctorCommand)
};

struct Finding {
    QString check;
    QString status; // ok, limited, missing
    QString detail;
    QString mend;   // empty when there is nothing to mend
};

Finding program(const QString &check, const QString &name, const QString &without, const QString &mend)
{
    if (QFileInfo(helperProgram(name)).isExecutable())
        return {check, QStringLiteral("ok"), name, {}};
    return {check, QStringLiteral("limited"), without, mend};
}

// Debian keeps the trained data under a folder named by tesseract's major version.
Finding textRecognition()
{
    QStringList found;
    const QDir root(QStringLiteral("/usr/share/tesseract-ocr"));
    QStringList folders{qEnvironmentVariable("TESSDATA_PREFIX"), QStringLiteral("/usr/share/tessdata")};
    for (const QString &version : root.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        folders.append(root.filePath(version) + QStringLiteral("/tessdata"));
    for (const QString &language : {QStringLiteral("eng"), QStringLiteral("osd"), QStringLiteral("chi_sim")}) {
        for (const QString &folder : std::as_const(folders)) {
            if (!folder.isEmpty() && QFileInfo::exists(folder + QLatin1Char('/') + language + QStringLiteral(".traineddata"))) {
                found.append(language);
                break;
            }
        }
    }
    const QString mend = QStringLiteral("apt-get install tesseract-ocr-eng tesseract-ocr-osd tesseract-ocr-chi-sim");
    if (!found.contains(QStringLiteral("eng")))
        return {QStringLiteral("ocr"), QStringLiteral("missing"), DoctorCommand::tr("No trained data for English: text in pictures cannot be read."), mend};
    if (found.size() < 3)
        return {QStringLiteral("ocr"), QStringLiteral("limited"), DoctorCommand::tr("Trained data: %1.").arg(found.join(QStringLiteral(", "))), mend};
    return {QStringLiteral("ocr"), QStringLiteral("ok"), DoctorCommand::tr("Trained data: %1.").arg(found.join(QStringLiteral(", "))), {}};
}

QList<Finding> examine()
{
    return {
        program(QStringLiteral("pictures"), QStringLiteral("vitrine-imager"), DoctorCommand::tr("The picture worker is missing: pictures cannot be opened."), DoctorCommand::tr("Build again: ./run")),
        textRecognition(),
        program(QStringLiteral("highlighter"), QStringLiteral("vitrine-highlighter"), DoctorCommand::tr("Code is shown without colours."), QStringLiteral("apt-get install libkf5syntaxhighlighting-dev && ./run")),
        {QStringLiteral("web plugin"), QStringLiteral("limited"), DoctorCommand::tr("Previews of HTML and diagrams are not part of this version."), {}},
    };
}

Finding keyring(const Result<KeyringReply> &reply)
{
    const QString check = QStringLiteral("keyring");
    if (reply)
        return {check, QStringLiteral("ok"), reply->keyring.isEmpty() ? DoctorCommand::tr("Keys can be kept in the keyring.") : DoctorCommand::tr("Keys can be kept in the keyring (%1).").arg(reply->keyring), {}};
    if (!QFileInfo(keyringProgram()).isExecutable())
        return {check, QStringLiteral("limited"), DoctorCommand::tr("Built without the keyring: keys come from environment variables or a file."), QStringLiteral("apt-get install qtkeychain-qt6-dev && ./run")};
    return {check, QStringLiteral("limited"), reply.error().message, {}};
}

Finding fromFact(const DoctorFact &fact)
{
    return {fact.check, toString(fact.status), fact.detail, fact.mend};
}

// Prints what was found; the exit status tells whether something is missing.
int report(const QList<Finding> &findings, bool asJson)
{
    QJsonArray json;
    bool missing = false;
    for (const Finding &finding : findings) {
        missing |= finding.status == QLatin1String("missing");
        json.append(QJsonObject{{"check", finding.check}, {"status", finding.status}, {"detail", finding.detail}, {"mend", finding.mend}});
        if (!asJson) {
            const QString mend = finding.mend.isEmpty() ? QString() : QStringLiteral("  → ") + finding.mend;
            printLine(harmless(QStringLiteral("%1 %2 %3%4").arg(finding.status, -8).arg(finding.check, -18).arg(finding.detail, mend)).toUtf8());
        }
    }
    if (asJson)
        printLine(toJson(json));
    return missing ? ExitFailed : ExitDone;
}

} // namespace

int runDoctor(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(DoctorCommand::tr("Says what works on this machine, what is missing, and how to mend it."));
    parser.addOption({QStringLiteral("json"), DoctorCommand::tr("Print one JSON array.")});
    int status = ExitDone;
    if (!parseArguments(parser, QStringLiteral("doctor"), arguments, status))
        return status;
    if (!parser.positionalArguments().isEmpty())
        return printUsage(DoctorCommand::tr("vitrine doctor takes no arguments but --json."));
    SandboxDoctor sandbox(SandboxPrograms::find());
    Keyring keys(keyringProgram());
    QObject::connect(&sandbox, &SandboxDoctor::finished, &keys, [&parser, &keys](const QList<DoctorFact> &facts) {
        QList<Finding> findings;
        for (const DoctorFact &fact : facts)
            findings.append(fromFact(fact));
        keys.probe(&keys, [&parser, findings = findings + examine()](const Result<KeyringReply> &reply) {
            QCoreApplication::exit(report(findings + QList<Finding>{keyring(reply)}, parser.isSet(QStringLiteral("json"))));
        });
    });
    sandbox.start();
    return QCoreApplication::exec();
}

} // namespace vitrine
