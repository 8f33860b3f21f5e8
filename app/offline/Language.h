#pragma once

#include "offline/Wording.h"

#include <QString>
#include <QStringList>

namespace vitrine {

enum class Language { English, SimplifiedChinese, TraditionalChinese };

// The language of the question; when it has no letters, that of the newest earlier question that has, else English.
// Chinese without a character that tells the scripts apart counts as simplified.
Language languageOf(const QString &question, const QStringList &earlierQuestions = {});

const Wording &wording(Language language);

} // namespace vitrine
