#pragma once

#include "models/ModelGroup.h"

#include <QAbstractListModel>

namespace vitrine {

// The rows of the model picker: the offline assistant, the favourites, then each connection under its heading. Searched by the words of
// id, name and vendor.
class ModelList final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ModelList)

public:
    enum Role { FactsRole = Qt::UserRole + 1, IsHeadingRole, IsFavouriteRole, IsCurrentRole };

    explicit ModelList(QObject *parent = nullptr);

    void setGroups(const QList<ModelGroup> &groups);
    void setFilter(const QString &text);
    void setCurrent(const ModelChoice &choice);
    ModelChoice choiceAt(const QModelIndex &index) const; // of a row that is no heading
    bool isChoice(const QModelIndex &index) const;
    QModelIndex indexOf(const ModelChoice &choice) const;
    QModelIndex firstChoice() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        bool heading = false;
        QString text;
        QString facts;
        ModelChoice choice;
        bool favourite = false;
    };

    void rebuild();
    void addModel(const ModelGroup &group, const ModelInfo &model, bool withProvider);

    QList<ModelGroup> m_groups;
    QString m_filter;
    ModelChoice m_current;
    QList<Row> m_rows;
};

// "128k · $2 / $8 · pictures, tools, thinks": what is known of it.
QString modelFacts(const ModelInfo &model);

} // namespace vitrine
