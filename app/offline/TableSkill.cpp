#include "offline/TableSkill.h"

#include "offline/Computation.h"
#include "offline/TableQuestion.h"
#include "offline/TableReport.h"
#include "offline/Wording.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace vitrine {

namespace {

const QString pythonTool = QStringLiteral("python");
constexpr qsizetype maxTables = 5;

PlannedCall run(const QString &code)
{
    return {pythonTool, {{QStringLiteral("code"), code}}};
}

QString words(const TableWording &wording)
{
    const auto entry = [](const char *key, const QString &text) { return QStringLiteral("'%1': %2").arg(QLatin1String(key), pythonString(text)); };
    return u'{' + QStringList{entry("over", wording.chartOver), entry("against", wording.chartAgainst), entry("mean_by", wording.chartMeanBy),
                              entry("rows_by", wording.chartRowsBy), entry("rows", wording.chartRows), entry("spread", wording.chartSpread)}
                      .join(QStringLiteral(", ")) + u'}';
}

// A name for the charts that is safe as a file's name and tells the tables apart.
QString stemOf(const DialogueFile &file)
{
    static const QRegularExpression unsafe(QStringLiteral("[^\\p{L}\\p{N}_-]+"));
    return file.name().section(u'.', 0, -2, QString::SectionSkipEmpty).left(40).replace(unsafe, QStringLiteral("_"));
}

PlannedCall profileCall(const DialogueFile &file, qsizetype tables, const TableWording &wording)
{
    const QString stem = stemOf(file);
    return run(pythonProgram({QStringLiteral("table"), QStringLiteral("profile")},
                             {{QStringLiteral("PATH"), pythonString(file.path)},
                              {QStringLiteral("OUT"), QStringLiteral("'/mnt/data'")},
                              {QStringLiteral("STEM"), pythonString(stem.isEmpty() ? QStringLiteral("chart") : stem)},
                              {QStringLiteral("CHARTS"), tables <= 2 ? QStringLiteral("True") : QStringLiteral("False")},
                              {QStringLiteral("WORDS"), words(wording)}}));
}

PlannedCall aggregateCall(const DialogueFile &file, const TableQuestion &question)
{
    const auto orNone = [](const QString &name) { return name.isEmpty() ? QStringLiteral("None") : pythonString(name); };
    return run(pythonProgram({QStringLiteral("table"), QStringLiteral("aggregate")},
                             {{QStringLiteral("PATH"), pythonString(file.path)},
                              {QStringLiteral("FUNCTION"), pythonString(question.function)},
                              {QStringLiteral("COLUMN"), orNone(question.column)},
                              {QStringLiteral("GROUP"), orNone(question.group)},
                              {QStringLiteral("WHICH"), orNone(question.which)}}));
}

const DialogueCall *answerTo(const Dialogue &dialogue, const PlannedCall &call)
{
    for (const DialogueCall &made : dialogue.calls) {
        if (made.name == call.name && made.arguments == call.arguments)
            return &made;
    }
    return nullptr;
}

QList<TableColumn> columnsOf(const QJsonObject &profile)
{
    QList<TableColumn> columns;
    for (const QJsonValue &value : profile.value(u"columns").toArray())
        columns.append({value.toObject().value(u"name").toString(), value.toObject().value(u"type").toString()});
    return columns;
}

} // namespace

bool isTable(const DialogueFile &file)
{
    static const QRegularExpression names(QStringLiteral("\\.(?:csv|tsv|tab|xlsx|xlsm|json|jsonl|ndjson)$"), QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression types(QStringLiteral("^(?:text/csv|text/tab-separated-values|application/json|application/x-ndjson|"
                                                         "application/vnd\\.openxmlformats-officedocument\\.spreadsheetml\\.sheet)"));
    return file.name().contains(names) || file.mime.contains(types);
}

bool asksAboutTables(const QString &question)
{
    static const QRegularExpression words(QStringLiteral("\\b(?:table|data|file|columns?|rows?|average|mean|median|sum|total|max(?:imum)?|min(?:imum)?|highest|lowest|how many|count)\\b|"
                                                         "表|数据|數據|文件|檔案|列|行|平均|总|總|最大|最小|最高|最低|多少"),
                                          QRegularExpression::CaseInsensitiveOption);
    return question.contains(words);
}

PlanStep nextTableStep(const Dialogue &dialogue, const QList<DialogueFile> &tables, const Wording &wording)
{
    const TableWording &said = wording.table;
    if (!dialogue.tools.contains(pythonTool))
        return {{}, {}, OfflineAnswer{said.noPython, {}}};
    const QList<DialogueFile> chosen = tables.mid(0, maxTables);
    PlanStep step;
    for (const DialogueFile &file : chosen) {
        const PlannedCall call = profileCall(file, chosen.size(), said);
        if (!answerTo(dialogue, call))
            step.calls.append(call);
    }
    if (!step.calls.isEmpty()) {
        step.reasoning = said.profileThought;
        return step;
    }
    QStringList parts;
    for (const DialogueFile &file : chosen) {
        const QString output = answerTo(dialogue, profileCall(file, chosen.size(), said))->output;
        const QJsonObject profile = printedObject(output, QStringLiteral("profile"));
        if (profile.isEmpty()) {
            parts.append(said.runFailed.arg(inlineCode(file.name()), inlineCode(complaintOf(output))));
            continue;
        }
        if (const auto question = readTableQuestion(dialogue.question, columnsOf(profile))) {
            const PlannedCall call = aggregateCall(file, *question);
            const DialogueCall *done = answerTo(dialogue, call);
            if (!done)
                step.calls.append(call);
            else if (const QJsonObject aggregate = printedObject(done->output, QStringLiteral("aggregate")); !aggregate.isEmpty())
                parts.append(aggregateReport(aggregate, said));
        }
        parts.append(tableReport(profile, said));
    }
    if (!step.calls.isEmpty()) {
        step.reasoning = said.questionThought;
        return step;
    }
    if (tables.size() > chosen.size())
        parts.append(said.tooManyTables.arg(chosen.size()));
    step.answer = OfflineAnswer{parts.join(QStringLiteral("\n\n")), {}};
    return step;
}

} // namespace vitrine
