#pragma once

#include "base/Error.h"
#include "providers/models/ModelInfo.h"

#include <QHash>
#include <QJsonObject>

namespace vitrine {

// What is known about models. Later sources win field by field: the built-in catalogue (resources/models.json), what a server has reported,
// the user's file. A plain value without locks: copy it to use it in another thread.
class ModelCatalog
{
public:
    // The built-in catalogue.
    ModelCatalog();

    // The user's entries instead of those set before. The form is that of resources/models.json:
    // {"prices_as_of": "yyyy-mm-dd", "models": [{"id": "o3", "prices": {"input": 1.5}}, {"id": "my-", "match": "prefix", ...}]},
    // fields as in ModelInfoJson.h. A file that cannot be used changes nothing; the error says where it is wrong.
    Done setUserEntries(const QByteArray &json);
    // What a server says about its own models, instead of what was set before.
    void setReported(const QList<ModelInfo> &models);

    // Never fails: exact id, else the id without vendor, tag and date, else the longest prefix, else only the id with known == false.
    // A variant that others serve ("qwen3:8b") has no price unless its server or the user names one.
    ModelInfo info(const QString &modelId) const;
    // The models known by their whole name, of one vendor or of all (empty), in the order of the catalogue, then the others.
    QList<ModelInfo> known(const QString &vendor = {}) const;

private:
    struct Entry {
        ModelInfo info;     // of the built-in: all that holds for it
        QJsonObject fields; // of the user's: what it changes
        bool prefix = false;
    };
    struct Entries {
        QList<Entry> list;
        QHash<QString, qsizetype> exact; // id in lower case -> place in the list
        QString pricesAsOf;

        void add(const Entry &entry);
        const Entry *find(const QStringList &forms) const;
        const Entry *findExact(const QStringList &forms) const;
        const Entry *findPrefix(const QStringList &forms) const;
    };
    static Result<Entries> parse(const QByteArray &json);
    void loadBuiltIn();

    Entries m_builtIn;
    Entries m_user;
    QList<ModelInfo> m_reported;
    QHash<QString, qsizetype> m_reportedPlace;
};

// Takes the user's entries from a file, at most 8 MB; one that does not exist has none. Errors name the file. Reads in the calling thread.
Done loadUserEntries(ModelCatalog &catalog, const QString &fileName);

} // namespace vitrine
