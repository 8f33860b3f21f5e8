#pragma once

#include "tools/ImageTool.h"

namespace vitrine {

// Makes a picture easier to read without moving anything in it.
class ImageEnhanceTool final : public ImageTool
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
