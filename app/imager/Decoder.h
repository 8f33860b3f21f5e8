#pragma once

#include "imager/Bytes.h"
#include "imager/Failure.h"

#include <opencv2/core.hpp>

#include <optional>

namespace vitrine::imager {

enum class Format { Jpeg, Png, Webp, Tiff, Gif, Bmp, Heic };

// "jpeg", "png" and so on.
const char *nameOf(Format format);

// What the header alone tells.
struct PictureInfo {
    Format format = Format::Png;
    cv::Size stored;      // pixels as they lie in the file
    int orientation = 1;  // EXIF 1..8
    int frames = 1;       // 0 when only a full read would tell
    int depth = 8;        // bits per sample
    bool hasAlpha = false;
    bool topDown = true;  // BMP only

    // Width and height of the picture as it is to be seen.
    cv::Size upright() const { return orientation >= 5 ? cv::Size(stored.height, stored.width) : stored; }
};

// Header first: cheap, and refuses what is no picture. All functions may be given hostile bytes.
Outcome<PictureInfo> readInfo(Bytes file);

// The size of the picture that decode() makes: info.upright(), or less for a JPEG of more than `maxPixels`.
cv::Size decodedSize(const PictureInfo &info);

// The first frame, upright, as 8-bit BGR; transparency lies over white. Refuses pictures above `maxPixels` (a JPEG is scaled down).
// With `targetLongSide` a JPEG is decoded at the smallest n/8 that is not shorter than that; other formats ignore it.
Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info, std::optional<int> targetLongSide = std::nullopt);

// EXIF orientation 1..8 of stored pixels undone.
cv::Mat upright(const cv::Mat &stored, int orientation);

} // namespace vitrine::imager
