#pragma once

#include "offline/Computation.h"
#include "offline/Dialogue.h"

#include <QList>

namespace vitrine {

// "sha1 of hello", "计算 “hello” 的 MD5", "sha256 of the file" (one computation for each file). Empty when it is none of these.
QList<Computation> readHashQuestion(const QString &question, const QList<DialogueFile> &files, const Wording &wording);

} // namespace vitrine
