#include "cli/ModelsCommand.h"

#include "base/Profile.h"
#include "cli/Terminal.h"
#include "providers/models/ModelCatalog.h"
#include "providers/models/ModelInfoJson.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ModelsCommand {
    Q_DECLARE_TR_FUNCTIONS(ModelsCommand)
};

QString tokensText(std::optional<qint64> tokens)
{
    if (!tokens)
        return QStringLiteral("-");
    return *tokens < 1000 ? QString::number(*tokens) : QStringLiteral("%1k").arg(*tokens / 1000);
}

QString priceText(const ModelPrices &prices)
{
    if (!prices.input || !prices.output)
        return QStringLiteral("-");
    return QStringLiteral("$%1 / $%2").arg(*prices.input).arg(*prices.output);
}

QString abilitiesText(const ModelInfo &model)
{
    QStringList words;
    if (model.pictures == true)
        words.append(ModelsCommand::tr("pictures"));
    if (model.tools == true)
        words.append(ModelsCommand::tr("tools"));
    if (model.reasons == true)
        words.append(model.efforts.isEmpty() ? ModelsCommand::tr("thinks") : ModelsCommand::tr("thinks: %1").arg(model.efforts.join(QLatin1Char(' '))));
    return words.join(QStringLiteral(", "));
}

// The user's list lies beside the settings.
Done readUsersList(ModelCatalog &catalog)
{
    const Result<Profile> profile = openProfile();
    if (!profile)
        return tl::unexpected(profile.error());
    return loadUserEntries(catalog, QFileInfo(profile->settingsFile).dir().filePath(QStringLiteral("models.json")));
}

} // namespace

void printModels(const QList<ModelInfo> &models, bool asJson)
{
    for (const ModelInfo &model : models) {
        if (asJson)
            printLine(toJson(model));
        else
            printLine(harmless(QStringLiteral("%1 %2  %3  %4")
                                   .arg(model.id, -28)
                                   .arg(tokensText(model.contextTokens), 6)
                                   .arg(priceText(model.prices), -16)
                                   .arg(abilitiesText(model)))
                          .toUtf8());
    }
}

int runModels(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(ModelsCommand::tr("Lists the models that are known: context in tokens, USD per million tokens of input and output, what they can do."));
    parser.addOption({QStringLiteral("json"), ModelsCommand::tr("Print one JSON object per line.")});
    parser.addOption({QStringLiteral("search"), ModelsCommand::tr("Only models whose id, name or vendor has these words."), QStringLiteral("text")});
    parser.addOption({QStringLiteral("vendor"), ModelsCommand::tr("Only models of this vendor."), QStringLiteral("name")});
    int status = ExitDone;
    if (!parseArguments(parser, QStringLiteral("models"), arguments, status))
        return status;
    if (!parser.positionalArguments().isEmpty())
        return printUsage(ModelsCommand::tr("vitrine models takes options only; vitrine models --help lists them."));

    ModelCatalog catalog;
    if (const Done done = readUsersList(catalog); !done) {
        printNote(done.error().message); // what is built in is still worth printing
        status = ExitFailed;
    }
    QList<ModelInfo> models = catalog.known(parser.value(QStringLiteral("vendor")));
    models.removeIf([&parser](const ModelInfo &model) { return !matchesSearch(model, parser.value(QStringLiteral("search"))); });
    printModels(models, parser.isSet(QStringLiteral("json")));
    return status;
}

} // namespace vitrine
