#pragma once

#include <QString>

namespace vitrine {

// Whether a model thinks before it answers, by its name: the list of models says nothing about it.
enum class Reasons { Yes, No, Unknown };
Reasons modelReasons(const QString &model);

// "o4-mini-high" is what ChatGPT calls o4-mini with high effort; the API knows only the latter.
struct ModelAndEffort {
    QString model;
    QString effort;

    bool operator==(const ModelAndEffort &) const = default;
};
ModelAndEffort resolveModel(const QString &model, const QString &effort);

} // namespace vitrine
