#include "imager/Decoder.h"

#include "imager/Exif.h"
#include "imager/Formats.h"
#include "imager/ImagerProtocol.h"

#include <opencv2/imgproc.hpp>

namespace vitrine::imager {

namespace {

std::optional<Format> sniff(Bytes file)
{
    if (hasAt(file, 0, "\xff\xd8\xff"))
        return Format::Jpeg;
    if (hasAt(file, 0, "\x89PNG\r\n\x1a\n"))
        return Format::Png;
    if (hasAt(file, 0, "RIFF") && hasAt(file, 8, "WEBP"))
        return Format::Webp;
    if (hasAt(file, 0, std::string_view("II*\0", 4)) || hasAt(file, 0, std::string_view("MM\0*", 4)) || hasAt(file, 0, "II+")
        || hasAt(file, 0, std::string_view("MM\0+", 4)))
        return Format::Tiff;
    if (hasAt(file, 0, "GIF87a") || hasAt(file, 0, "GIF89a"))
        return Format::Gif;
    if (hasAt(file, 0, "BM"))
        return Format::Bmp;
    if (hasAt(file, 4, "ftyp")) {
        for (const char *brand : {"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif"}) {
            if (hasAt(file, 8, brand))
                return Format::Heic;
        }
    }
    return std::nullopt;
}

Outcome<PictureInfo> readFormatInfo(Format format, Bytes file)
{
    switch (format) {
    case Format::Jpeg:
        return jpeg::readInfo(file);
    case Format::Png:
        return png::readInfo(file);
    case Format::Webp:
        return webp::readInfo(file);
    case Format::Tiff:
        return tiff::readInfo(file);
    case Format::Gif:
        return gif::readInfo(file);
    case Format::Bmp:
        return bmp::readInfo(file);
    case Format::Heic:
        break;
    }
    return unreadable(QT_TRANSLATE_NOOP("Imager", "HEIC and AVIF pictures cannot be read here; save the picture as JPEG or PNG and try again."));
}

int scaleOf(const PictureInfo &info, std::optional<int> targetLongSide)
{
    const auto longSide = [&](int eighths) {
        const cv::Size size = jpeg::scaled(info.stored, eighths);
        return std::max(size.width, size.height);
    };
    const auto fits = [&](int eighths) {
        const cv::Size size = jpeg::scaled(info.stored, eighths);
        return (long long)size.width * size.height <= maxPixels;
    };
    int eighths = 8;
    while (eighths > 1 && !fits(eighths))
        --eighths;
    if (targetLongSide) {
        int enough = 1;
        while (enough < eighths && longSide(enough) < *targetLongSide)
            ++enough;
        eighths = enough;
    }
    return eighths;
}

} // namespace

const char *nameOf(Format format)
{
    switch (format) {
    case Format::Jpeg:
        return "jpeg";
    case Format::Png:
        return "png";
    case Format::Webp:
        return "webp";
    case Format::Tiff:
        return "tiff";
    case Format::Gif:
        return "gif";
    case Format::Bmp:
        return "bmp";
    case Format::Heic:
        return "heic";
    }
    return "";
}

Outcome<PictureInfo> readInfo(Bytes file)
{
    if (file.empty())
        return unreadable(QT_TRANSLATE_NOOP("Imager", "The file is empty; choose another picture."));
    const std::optional<Format> format = sniff(file);
    if (!format)
        return unreadable(QT_TRANSLATE_NOOP("Imager", "The file is not a picture that can be read; use JPEG, PNG, WebP, TIFF, GIF or BMP."));
    Outcome<PictureInfo> info = readFormatInfo(*format, file);
    if (!info)
        return info;
    info->format = *format;
    if (info->stored.width < 1 || info->stored.height < 1)
        return damaged();
    return info;
}

cv::Size decodedSize(const PictureInfo &info)
{
    if (info.format != Format::Jpeg)
        return info.upright();
    const cv::Size size = jpeg::scaled(info.stored, scaleOf(info, std::nullopt));
    return orientationSwapsSides(info.orientation) ? cv::Size(size.height, size.width) : size;
}

Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info, std::optional<int> targetLongSide)
{
    const cv::Size size = decodedSize(info);
    if ((long long)size.width * size.height > maxPixels) {
        return refused("The picture has " + std::to_string(info.stored.width) + "x" + std::to_string(info.stored.height)
                       + " pixels, more than the 64 megapixels that can be opened; shrink it and try again.");
    }
    const auto stored = [&]() -> Outcome<cv::Mat> {
        switch (info.format) {
        case Format::Jpeg:
            return jpeg::decode(file, scaleOf(info, targetLongSide));
        case Format::Png:
            return png::decode(file, info);
        case Format::Webp:
            return webp::decode(file, info);
        case Format::Tiff:
            return tiff::decode(file, info);
        case Format::Gif:
            return gif::decode(file, info);
        case Format::Bmp:
            return bmp::decode(file, info);
        case Format::Heic:
            break;
        }
        return damaged();
    }();
    if (!stored)
        return stored;
    return upright(*stored, info.orientation);
}

cv::Mat upright(const cv::Mat &stored, int orientation)
{
    cv::Mat out;
    switch (orientation) {
    case 2:
        cv::flip(stored, out, 1);
        return out;
    case 3:
        cv::rotate(stored, out, cv::ROTATE_180);
        return out;
    case 4:
        cv::flip(stored, out, 0);
        return out;
    case 5:
        cv::transpose(stored, out);
        return out;
    case 6:
        cv::rotate(stored, out, cv::ROTATE_90_CLOCKWISE);
        return out;
    case 7:
        cv::rotate(stored, out, cv::ROTATE_90_CLOCKWISE);
        cv::flip(out, out, 0);
        return out;
    case 8:
        cv::rotate(stored, out, cv::ROTATE_90_COUNTERCLOCKWISE);
        return out;
    default:
        return stored;
    }
}

cv::Mat overWhite(const cv::Mat &bgra)
{
    cv::Mat out(bgra.size(), CV_8UC3);
    for (int y = 0; y < bgra.rows; ++y) {
        const auto *from = bgra.ptr<cv::Vec4b>(y);
        auto *to = out.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgra.cols; ++x) {
            const int alpha = from[x][3];
            for (int c = 0; c < 3; ++c)
                to[x][c] = uchar((from[x][c] * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return out;
}

} // namespace vitrine::imager
