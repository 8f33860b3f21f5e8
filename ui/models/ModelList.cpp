#include "models/ModelList.h"

#include "presenter/Spending.h"

#include <QCoreApplication>
#include <QLocale>

namespace vitrine {

namespace {

// Where translators find these sentences.
class ModelWords
{
    Q_DECLARE_TR_FUNCTIONS(ModelWords)
};

// "200k", "1M"
QString shortCount(qint64 tokens)
{
    if (tokens >= 1'000'000)
        return QStringLiteral("%1M").arg(QLocale().toString(double(tokens) / 1e6, 'f', tokens % 1'000'000 >= 100'000 ? 1 : 0));
    return QStringLiteral("%1k").arg(tokens / 1000);
}

} // namespace

QString modelFacts(const ModelInfo &model)
{
    QStringList facts;
    if (model.contextTokens)
        facts << shortCount(*model.contextTokens);
    if (model.prices.input && model.prices.output)
        facts << QStringLiteral("%1 / %2").arg(costText(*model.prices.input), costText(*model.prices.output));
    QStringList abilities;
    if (model.pictures.value_or(false))
        abilities << ModelWords::tr("pictures");
    if (model.tools.value_or(false))
        abilities << ModelWords::tr("tools");
    if (model.reasons.value_or(false))
        abilities << ModelWords::tr("thinks");
    if (!abilities.isEmpty())
        facts << abilities.join(QStringLiteral(", "));
    return facts.join(QStringLiteral(" · "));
}

ModelList::ModelList(QObject *parent)
    : QAbstractListModel(parent)
{
    rebuild();
}

void ModelList::setGroups(const QList<ModelGroup> &groups)
{
    m_groups = groups;
    rebuild();
}

void ModelList::setFilter(const QString &text)
{
    m_filter = text;
    rebuild();
}

void ModelList::setCurrent(const ModelChoice &choice)
{
    m_current = choice;
    rebuild();
}

void ModelList::addModel(const ModelGroup &group, const ModelInfo &model, bool withProvider)
{
    const QString name = model.name.isEmpty() ? model.id : model.name;
    const QString facts = modelFacts(model);
    m_rows.append({false, name, withProvider ? group.title + (facts.isEmpty() ? QString() : QStringLiteral(" · ") + facts) : facts, {group.provider, model.id},
                   group.favourites.contains(model.id)});
}

void ModelList::rebuild()
{
    beginResetModel();
    m_rows.clear();
    const QString offline = tr("Offline assistant");
    if (m_filter.trimmed().isEmpty() || offline.contains(m_filter.trimmed(), Qt::CaseInsensitive))
        m_rows.append({false, offline, tr("Rules, not a language model; no key, no network, no cost"), {}, false});
    const auto add = [this](const QString &heading, const ModelGroup &group, bool favouritesOnly) {
        bool headed = false;
        for (const ModelInfo &model : group.models) {
            if (!matchesSearch(model, m_filter) || (favouritesOnly && !group.favourites.contains(model.id)))
                continue;
            if (!std::exchange(headed, true) && !heading.isEmpty())
                m_rows.append({true, heading, group.problem, {}, false});
            addModel(group, model, favouritesOnly);
        }
        return headed;
    };
    bool headed = false;
    for (const ModelGroup &group : m_groups)
        headed = add(headed ? QString() : tr("Favourites"), group, true) || headed;
    for (const ModelGroup &group : m_groups) {
        // A connection whose list could not be had still says so.
        if (!add(group.title, group, false) && m_filter.trimmed().isEmpty() && !group.problem.isEmpty())
            m_rows.append({true, group.title, group.problem, {}, false});
    }
    endResetModel();
}

ModelChoice ModelList::choiceAt(const QModelIndex &index) const
{
    return isChoice(index) ? m_rows[index.row()].choice : ModelChoice();
}

bool ModelList::isChoice(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_rows.size() && !m_rows[index.row()].heading;
}

QModelIndex ModelList::indexOf(const ModelChoice &choice) const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows[i];
        if (!row.heading && (row.choice == choice || (row.choice.isOffline() && choice.isOffline())))
            return index(i);
    }
    return {};
}

QModelIndex ModelList::firstChoice() const
{
    for (int i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].heading)
            return index(i);
    }
    return {};
}

int ModelList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ModelList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::AccessibleTextRole:
        return row.facts.isEmpty() ? row.text : QStringLiteral("%1, %2").arg(row.text, row.facts);
    case Qt::ToolTipRole:
        return row.heading ? row.facts : row.choice.model;
    case FactsRole:
        return row.facts;
    case IsHeadingRole:
        return row.heading;
    case IsFavouriteRole:
        return row.favourite;
    case IsCurrentRole:
        return !row.heading && (row.choice == m_current || (row.choice.isOffline() && m_current.isOffline()));
    default:
        return {};
    }
}

Qt::ItemFlags ModelList::flags(const QModelIndex &index) const
{
    return isChoice(index) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace vitrine
