#include "presenter/TimelineModel.h"

#include "presenter/Words.h"

namespace vitrine {

namespace {
QString kindName(Step::Kind kind)
{
    switch (kind) {
    case Step::Kind::Reasoning:
        return QStringLiteral("reasoning");
    case Step::Kind::Tool:
        return QStringLiteral("tool");
    case Step::Kind::Hosted:
        return QStringLiteral("hosted");
    case Step::Kind::Notice:
        return QStringLiteral("notice");
    }
    return {};
}
} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : QObject(parent)
{
}

const Step *TimelineModel::find(const QString &id) const
{
    const int index = indexOf(id);
    return index < 0 ? nullptr : &m_steps[index];
}

std::pair<QDateTime, QDateTime> TimelineModel::span(const TurnId &turn) const
{
    std::pair<QDateTime, QDateTime> result;
    for (const Step &step : m_steps) {
        if (step.turn != turn)
            continue;
        if (!result.first.isValid() || step.startedAt < result.first)
            result.first = step.startedAt;
        for (const QDateTime &time : {step.startedAt, step.endedAt}) {
            if (time.isValid() && (!result.second.isValid() || time > result.second))
                result.second = time;
        }
    }
    return result;
}

void TimelineModel::clear()
{
    reset({});
}

void TimelineModel::reset(const QList<Step> &steps)
{
    m_steps = steps;
    m_index.clear();
    for (int i = 0; i < int(m_steps.size()); ++i)
        m_index.insert(m_steps[i].id, i);
    emit wasReset();
}

void TimelineModel::put(const Step &step)
{
    const int known = indexOf(step.id);
    if (known < 0) {
        m_index.insert(step.id, int(m_steps.size()));
        m_steps.append(step);
        emit stepAdded(int(m_steps.size()) - 1);
    } else if (m_steps[known] != step) {
        m_steps[known] = step;
        emit stepChanged(known);
    }
}

QString TimelineModel::dump() const
{
    QString result;
    for (const Step &step : m_steps) {
        QStringList fields{QStringLiteral("[%1] %2 %3").arg(words::phase(step.phase), kindName(step.kind), step.name).trimmed(), step.title};
        if (!step.detail.isEmpty())
            fields << step.detail;
        fields << words::provenance(step.provenance);
        QStringList made;
        for (const StepPicture &picture : step.pictures)
            made << picture.image;
        for (const Artifact &artifact : step.artifacts)
            made << artifact.name;
        made.removeDuplicates();
        if (!made.isEmpty())
            fields << made.join(u' ');
        result += fields.join(QLatin1String(" | ")) + u'\n';
    }
    return result;
}

} // namespace vitrine
