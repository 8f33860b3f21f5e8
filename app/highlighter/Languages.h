#pragma once

#include <KSyntaxHighlighting/Definition>

#include <QString>

namespace KSyntaxHighlighting {
class Repository;
}

namespace vitrine::highlight {

// The language that a fence names: "c++", "py", "sh", "Dockerfile" ... Not valid when there is none.
KSyntaxHighlighting::Definition definitionOf(const KSyntaxHighlighting::Repository &repository, const QString &name);

} // namespace vitrine::highlight
