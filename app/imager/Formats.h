#pragma once

// The decoders of the single formats. Each reads its own header and its first frame as it is stored (orientation not applied),
// as 8-bit BGR over white. The caller has checked that info.stored is within the limits.

#include "imager/Decoder.h"

namespace vitrine::imager {

inline constexpr const char *damagedFile = QT_TRANSLATE_NOOP("Imager", "The picture file is damaged or cut short; get a complete copy and try again.");

inline tl::unexpected<Failure> damaged() { return unreadable(damagedFile); }

// BGRA of any stride laid over white.
cv::Mat overWhite(const cv::Mat &bgra);

namespace jpeg {
Outcome<PictureInfo> readInfo(Bytes file);
// eighths: 1..8, the scale of the result in eighths.
Outcome<cv::Mat> decode(Bytes file, int eighths);
cv::Size scaled(cv::Size stored, int eighths);
}
namespace png {
Outcome<PictureInfo> readInfo(Bytes file);
Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info);
}
namespace webp {
Outcome<PictureInfo> readInfo(Bytes file);
Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info);
}
namespace tiff {
Outcome<PictureInfo> readInfo(Bytes file);
Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info);
}
namespace gif {
Outcome<PictureInfo> readInfo(Bytes file);
Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info);
}
namespace bmp {
Outcome<PictureInfo> readInfo(Bytes file);
Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info);
}

} // namespace vitrine::imager
