#include "providers/models/ModelListReader.h"

#include "base/Json.h"
#include "providers/HttpErrors.h"
#include "providers/models/ReportedModel.h"

#include <QCoreApplication>
#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct ModelListReader {
    Q_DECLARE_TR_FUNCTIONS(ModelListReader)
};

constexpr qsizetype mostBytes = 32 * 1024 * 1024;
constexpr qsizetype mostModels = 5000;
constexpr qsizetype longestCursor = 4096;

Error notAList(const QByteArray &body)
{
    const QByteArray start = body.left(400).trimmed();
    const QString sentence = start.startsWith('<')
        ? ModelListReader::tr("The server answered with a web page instead of its models; check the base URL of the provider.")
        : ModelListReader::tr("The server did not answer with a list of models; check the base URL of the provider.");
    return Error{ErrorKind::Protocol, sentence, Audience::User, QString::fromUtf8(start), false};
}

// llama.cpp answers with two lists: abilities stand in `models`, all else in `data`.
QHash<QString, QJsonValue> abilitiesByName(const QJsonObject &answer)
{
    QHash<QString, QJsonValue> abilities;
    for (const QJsonValue &model : answer.value(QLatin1String("models")).toArray()) {
        if (model[QLatin1String("capabilities")].isArray())
            abilities.insert(model[QLatin1String("name")].toString(), model[QLatin1String("capabilities")]);
    }
    return abilities;
}

void readNextPage(const QJsonObject &answer, ModelListPage &page)
{
    const auto goOn = [&page](const char *parameter, const QString &value) {
        if (value.isEmpty() || value.size() > longestCursor)
            return;
        page.nextParameter = QLatin1String(parameter);
        page.next = value;
    };
    if (answer.value(QLatin1String("has_more")).toBool())
        goOn("after_id", answer.value(QLatin1String("last_id")).toString());
    goOn("pageToken", answer.value(QLatin1String("nextPageToken")).toString());
    // OpenRouter gives an address; only the number in it is taken, so that no answer leads to another host.
    static const QRegularExpression offset(QStringLiteral(R"([?&]offset=(\d{1,9})(?:&|$))"));
    goOn("offset", offset.match(answer.value(QLatin1String("links"))[QLatin1String("next")].toString().left(longestCursor)).captured(1));
}

void readEntries(const QJsonArray &entries, ModelListForm form, const QHash<QString, QJsonValue> &abilities, ModelListPage &page)
{
    QSet<QString> seen;
    for (const QJsonValue &value : entries) {
        if (page.models.size() >= mostModels) {
            page.cut = true;
            return;
        }
        QJsonObject entry = value.toObject();
        if (const auto own = abilities.constFind(entry.value(QLatin1String("id")).toString()); own != abilities.cend())
            entry.insert(QStringLiteral("capabilities"), *own);
        const std::optional<ModelInfo> model = readReportedModel(entry, form);
        if (!model) {
            ++page.leftOut;
        } else if (!seen.contains(model->id)) {
            seen.insert(model->id);
            page.models.append(*model);
        }
    }
}

} // namespace

Result<ModelListPage> readModelList(QStringView api, const QByteArray &body)
{
    if (body.size() > mostBytes)
        return fail(ErrorKind::Protocol, ModelListReader::tr("The server's list of models is too long to be read; type the name of the model instead."));
    const QJsonDocument document = QJsonDocument::fromJson(body);
    ModelListPage page;
    if (document.isArray()) { // Together AI; Gemini wraps its errors so
        const QJsonArray entries = document.array();
        const ApiError error = apiErrorFrom(entries.first().toObject());
        if (!error.isEmpty() && entries.first()[QLatin1String("error")].isObject())
            return tl::unexpected(judgeStreamError(error).toError());
        readEntries(entries, ModelListForm::Data, {}, page);
        return page;
    }
    const QJsonObject answer = document.object();
    const QJsonValue data = answer.value(QLatin1String("data"));
    const QJsonValue models = answer.value(QLatin1String("models"));
    // OpenAI-compatible gateways send "data": null when there is nothing.
    if (data.isArray() || (data.isNull() && answer.value(QLatin1String("object")) == QLatin1String("list"))) {
        readEntries(data.toArray(), ModelListForm::Data, abilitiesByName(answer), page);
    } else if (models.isArray() || models.isNull()) {
        readEntries(models.toArray(), api == QLatin1String("gemini") ? ModelListForm::Gemini : ModelListForm::Ollama, {}, page);
    } else if (api == QLatin1String("gemini") && document.isObject() && answer.isEmpty()) {
        return page; // Google leaves out empty lists
    } else if (const ApiError error = apiErrorFrom(answer); !error.isEmpty()) {
        return tl::unexpected(judgeStreamError(error).toError());
    } else {
        return tl::unexpected(notAList(body));
    }
    readNextPage(answer, page);
    return page;
}

} // namespace vitrine
