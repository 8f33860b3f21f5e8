#include "imager/Exif.h"
#include "imager/Formats.h"

#include <png.h>

namespace vitrine::imager::png {

namespace {

constexpr std::size_t signatureBytes = 8;
constexpr std::size_t chunkOverhead = 12; // length, type, checksum

} // namespace

Outcome<PictureInfo> readInfo(Bytes file)
{
    if (!hasAt(file, signatureBytes + 4, "IHDR") || file.size() < signatureBytes + chunkOverhead + 13)
        return damaged();
    const std::uint32_t width = bigEndian32(file, 16);
    const std::uint32_t height = bigEndian32(file, 20);
    if (width == 0 || height == 0 || width > PNG_UINT_31_MAX || height > PNG_UINT_31_MAX)
        return damaged();
    PictureInfo info;
    info.stored = {int(width), int(height)};
    info.depth = int(byteAt(file, 24));
    info.hasAlpha = (byteAt(file, 25) & PNG_COLOR_MASK_ALPHA) != 0;

    // eXIf may stand behind the pixels, so the whole chain of chunks is walked; their contents are not read.
    for (std::size_t at = signatureBytes; at + chunkOverhead <= file.size();) {
        const std::size_t length = bigEndian32(file, at);
        if (hasAt(file, at + 4, "eXIf"))
            info.orientation = exifOrientation(part(file, at + 8, length));
        else if (hasAt(file, at + 4, "acTL"))
            info.frames = int(std::min<std::uint32_t>(bigEndian32(file, at + 8), 1'000'000));
        else if (hasAt(file, at + 4, "tRNS"))
            info.hasAlpha = true;
        at += length + chunkOverhead;
    }
    return info;
}

Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info)
{
    // libpng's simplified reader keeps its own error handling inside and reduces every kind of PNG to the asked one.
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, file.data(), file.size()))
        return damaged();
    image.format = PNG_FORMAT_BGR;
    image.flags |= PNG_IMAGE_FLAG_16BIT_sRGB;
    if (int(image.width) != info.stored.width || int(image.height) != info.stored.height) {
        png_image_free(&image);
        return damaged();
    }
    cv::Mat out;
    try {
        out.create(info.stored, CV_8UC3);
    } catch (...) {
        png_image_free(&image);
        throw;
    }
    const png_color white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, out.data, png_int_32(out.step), nullptr))
        return damaged();
    return out;
}

} // namespace vitrine::imager::png
