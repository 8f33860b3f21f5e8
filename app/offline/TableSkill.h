#pragma once

#include "offline/Dialogue.h"
#include "offline/PlanStep.h"

namespace vitrine {

struct Wording;

// CSV, TSV, Excel and JSON files: one run that profiles the table and draws charts; a second one when the question asks something
// of a column; then a report with the numbers of the runs.
bool isTable(const DialogueFile &file);
PlanStep nextTableStep(const Dialogue &dialogue, const QList<DialogueFile> &tables, const Wording &wording);

// The question is about data though no file came with it: "and the average price?".
bool asksAboutTables(const QString &question);

} // namespace vitrine
