#pragma once

#include "connections/ConnectionTest.h"
#include "providers/models/ModelCatalog.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>

namespace vitrine {

// A connection with the models that it offers.
struct ConnectedModels {
    Connection connection;
    QList<ModelInfo> models; // in the server's order, each with what is known of it
    QString problem;         // why they are old or none; one sentence, empty when all is well
};

// Which models can be asked: for each connection what its server listed last, kept in a file so that nothing is asked before it is needed;
// before the first list what the catalogue knows of its vendor. Lives on one thread, as `context` does.
class ModelShelf final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelShelf)

public:
    // `cacheFolder`: where lists are kept. `userModels`: the user's own entries, see loadUserEntries(); need not exist.
    ModelShelf(Connections &connections, const QString &cacheFolder, const QString &userModels, QObject *parent = nullptr);

    // Without network. `problem` of an entry also names a damaged file.
    Result<QList<ConnectedModels>> kept() const;
    // Asks the server of a saved connection for its list and keeps it. The error is the server's; the old list stays.
    void refresh(const QString &name, QObject *context, std::function<void(const Result<ConnectedModels> &)> done);
    // The models of a list that was just had; keep() also keeps it, under the connection's name.
    Result<ConnectedModels> preview(const Connection &connection, const QList<QByteArray> &pages) const;
    Result<ConnectedModels> keep(const Connection &connection, const QList<QByteArray> &pages);

private:
    QString fileOf(const QString &name) const;
    ConnectedModels read(const Connection &connection) const;
    ConnectedModels withCatalogue(const Connection &connection, const QList<ModelInfo> &reported) const;

    Connections &m_connections;
    QString m_cacheFolder;
    ModelCatalog m_catalog;
    QString m_problem; // of the user's file
    std::map<QString, std::unique_ptr<ConnectionTest>> m_asking;
};

} // namespace vitrine
