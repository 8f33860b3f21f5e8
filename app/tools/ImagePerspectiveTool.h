#pragma once

#include "tools/ImageTool.h"

namespace vitrine {

// Lays an area with four corners flat: a page, a board, a screen. Finds the outline itself when asked to; refuses to guess.
class ImagePerspectiveTool final : public ImageTool
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
