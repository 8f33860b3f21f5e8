#pragma once

#include "tools/ImageTool.h"

namespace vitrine {

// Turns a picture, by a given angle or upright by itself. Quarter turns move pixels without touching them.
class ImageRotateTool final : public ImageTool
{
public:
    using ImageTool::ImageTool;

protected:
    QString name() const override;
    QString description() const override;
    QList<ArgumentSpec> arguments() const override;
    Result<Plan> plan(const GalleryPicture &picture, const Arguments &arguments) const override;
};

} // namespace vitrine
