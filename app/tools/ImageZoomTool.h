#pragma once

#include "tools/ImageTool.h"

namespace vitrine {

// Cuts a box out and enlarges it. Never blurs by cutting a cut: pixels come from the highest untouched ancestor.
class ImageZoomTool final : public ImageTool
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
