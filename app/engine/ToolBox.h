#pragma once

#include "tools/Tool.h"

#include <QList>

namespace vitrine {

// The tools of one conversation.
class ToolBox
{
public:
    virtual ~ToolBox() = default;
    virtual QList<ToolSpec> specs() const = 0;
    virtual Tool *find(const QString &name) = 0; // null when there is none of that name
    // A new answer begins: budgets that count per answer start again.
    virtual void beginAnswer() = 0;
};

} // namespace vitrine
