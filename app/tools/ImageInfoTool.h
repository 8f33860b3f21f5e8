#pragma once

#include "tools/ImageTool.h"

namespace vitrine {

// What is known about a picture, without a new one. One "name: value" a line:
//   image: img_1.2                    as_sent: 1024x768          stored: 2048x1536       scale: 0.5 (sent/stored)
//   name: board.jpg                   format: jpeg               exif_orientation: 6     made_by: zoom {"bbox":..} of img_1
//   mean: 120                         contrast: 45               sharpness: 310
//   flags: blurred, dark, low contrast, noisy, light on dark (those that hold, or none)
//   skew: -2.3 (degrees to turn clockwise so that lines are level)
//   place: In img_1: [..].            matrix_to_root: [9 numbers]  (stored pixels to stored pixels of the root)
//   made_from_it: img_1.3, img_1.4    (or none)
class ImageInfoTool final : public ImageTool
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
