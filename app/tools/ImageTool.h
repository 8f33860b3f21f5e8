#pragma once

#include "tools/Arguments.h"
#include "tools/PictureJob.h"
#include "tools/PictureToolContext.h"
#include "tools/Tool.h"

#include <QRect>

namespace vitrine {

// What the picture tools have in common: they name one picture, check their arguments by their own schema, stay within the
// answer's budget, and never do the same thing twice. A subclass says what its call means; the work is a PictureJob's.
class ImageTool : public Tool
{
public:
    explicit ImageTool(PictureToolContext &context)
        : m_context(context)
    {
    }

    ToolSpec spec() const final;
    std::unique_ptr<ToolRun> start(const ToolInvocation &invocation) final;

protected:
    // A call whose arguments are right.
    struct Plan {
        QString op;             // of the lineage, or the tool's own name when no picture is made
        QJsonObject params;     // canonical: equal for calls that mean the same
        bool makesPicture = true;
        std::function<void(PictureJob &)> work;
    };

    virtual QString name() const = 0;
    virtual QString description() const = 0;
    virtual QList<ArgumentSpec> arguments() const = 0; // beside `image`
    virtual Result<Plan> plan(const GalleryPicture &picture, const Arguments &arguments) const = 0;

    PictureToolContext &context() const { return m_context; }

    // Arguments that several tools take.
    ArgumentSpec boxArgument(const QString &description, bool required) const;
    ArgumentSpec unitsArgument() const;
    BoxUnits unitsOf(const Arguments &arguments) const;
    // The call's box in whole stored pixels; absent when it has none.
    Result<std::optional<QRect>> wholeBox(const GalleryPicture &picture, const Arguments &arguments) const;

private:
    QList<ArgumentSpec> allArguments() const;
    void begin(PictureRun &run, const QString &arguments);

    PictureToolContext &m_context;
};

} // namespace vitrine
