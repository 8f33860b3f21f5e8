#pragma once

#include <QCoreApplication>

namespace vitrine {

// The words of the transcript's parts that are no QObject, in the translation context of the view.
class TranscriptWords
{
    Q_DECLARE_TR_FUNCTIONS(TranscriptView)
};

} // namespace vitrine
