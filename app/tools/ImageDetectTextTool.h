#pragma once

#include "tools/ImageTool.h"

namespace vitrine {

// Reads the text of a picture. The form of the answer stands in PictureText.h.
class ImageDetectTextTool final : public ImageTool
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
