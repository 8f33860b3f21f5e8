#include "imager/Formats.h"

#include <opencv2/imgproc.hpp>

#include <array>

namespace vitrine::imager::bmp {

namespace {

struct Layout {
    std::size_t pixelsAt = 0;
    std::size_t paletteAt = 0;
    std::size_t rowBytes = 0;
};

Layout layoutOf(Bytes file, const PictureInfo &info)
{
    Layout layout;
    layout.pixelsAt = littleEndian32(file, 10);
    layout.paletteAt = 14 + std::size_t(littleEndian32(file, 14));
    layout.rowBytes = (std::size_t(info.stored.width) * std::size_t(info.depth) + 31) / 32 * 4;
    return layout;
}

} // namespace

// Windows bitmaps without compression, with 1, 4, 8, 24 or 32 bits a pixel: what clipboards and scanners write.
Outcome<PictureInfo> readInfo(Bytes file)
{
    constexpr std::uint32_t smallestHeader = 40;
    constexpr std::uint32_t plain = 0;
    constexpr std::uint32_t bitFields = 3;
    if (file.size() < 54)
        return damaged();
    PictureInfo info;
    info.depth = int(littleEndian16(file, 28));
    const auto width = std::int32_t(littleEndian32(file, 18));
    const auto height = std::int32_t(littleEndian32(file, 22));
    const std::uint32_t compression = littleEndian32(file, 30);
    const bool hasUsualMasks = compression == bitFields && info.depth == 32 && littleEndian32(file, 54) == 0xff0000
        && littleEndian32(file, 58) == 0xff00 && littleEndian32(file, 62) == 0xff;
    const bool isKnownDepth = info.depth == 1 || info.depth == 4 || info.depth == 8 || info.depth == 24 || info.depth == 32;
    if (littleEndian32(file, 14) < smallestHeader || !isKnownDepth || (compression != plain && !hasUsualMasks))
        return unreadable(QT_TRANSLATE_NOOP("Imager", "This kind of BMP cannot be read; save the picture as PNG and try again."));
    if (width < 1 || height == 0 || height == INT32_MIN)
        return damaged();
    info.stored = {width, std::abs(height)};
    info.topDown = height < 0;
    return info;
}

Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info)
{
    const Layout layout = layoutOf(file, info);
    if (part(file, layout.pixelsAt).size() < layout.rowBytes * std::size_t(info.stored.height))
        return damaged();
    std::array<cv::Vec3b, 256> palette{};
    for (std::size_t i = 0; i < palette.size(); ++i) {
        const std::size_t at = layout.paletteAt + 4 * i;
        palette[i] = {uchar(byteAt(file, at)), uchar(byteAt(file, at + 1)), uchar(byteAt(file, at + 2))};
    }
    cv::Mat out(info.stored, CV_8UC3);
    const int bytesAPixel = info.depth / 8;
    const int perByte = info.depth < 8 ? 8 / info.depth : 1;
    for (int y = 0; y < out.rows; ++y) {
        const int row = info.topDown ? y : out.rows - 1 - y;
        const std::uint8_t *from = file.data() + layout.pixelsAt + std::size_t(row) * layout.rowBytes;
        auto *to = out.ptr<cv::Vec3b>(y);
        for (int x = 0; x < out.cols; ++x) {
            if (info.depth > 8) {
                to[x] = {from[x * bytesAPixel], from[x * bytesAPixel + 1], from[x * bytesAPixel + 2]};
                continue;
            }
            const int shift = 8 - info.depth * (x % perByte + 1);
            to[x] = palette[std::size_t(from[x / perByte] >> shift & ((1 << info.depth) - 1))];
        }
    }
    return out;
}

} // namespace vitrine::imager::bmp
