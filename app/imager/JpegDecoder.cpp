#include "imager/Exif.h"
#include "imager/Formats.h"

#include <opencv2/imgproc.hpp>

#include <memory>

#include <turbojpeg.h>

namespace vitrine::imager::jpeg {

namespace {

struct DestroyHandle {
    void operator()(void *handle) const { tjDestroy(handle); }
};
using Handle = std::unique_ptr<void, DestroyHandle>;

// Walks the markers before the image data and reads the APP1 block with EXIF, if there is one.
int orientationIn(Bytes file)
{
    constexpr std::uint32_t app1 = 0xe1;
    constexpr std::uint32_t startOfScan = 0xda;
    std::size_t at = 2;
    while (at + 4 <= file.size()) {
        if (byteAt(file, at) != 0xff)
            return 1;
        const std::uint32_t marker = byteAt(file, at + 1);
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        if (marker == startOfScan)
            return 1;
        const std::uint32_t length = bigEndian16(file, at + 2);
        const Bytes body = length >= 2 ? part(file, at + 4, length - 2) : Bytes();
        if (marker == app1 && hasAt(body, 0, std::string_view("Exif\0\0", 6)))
            return exifOrientation(body);
        at += 2 + std::max<std::uint32_t>(length, 2);
    }
    return 1;
}

// CMYK as Adobe writes it (255 = no ink), which is what nearly all CMYK files are.
cv::Mat fromCmyk(const cv::Mat &cmyk)
{
    cv::Mat out(cmyk.size(), CV_8UC3);
    for (int y = 0; y < cmyk.rows; ++y) {
        const auto *from = cmyk.ptr<cv::Vec4b>(y);
        auto *to = out.ptr<cv::Vec3b>(y);
        for (int x = 0; x < cmyk.cols; ++x) {
            const int black = from[x][3];
            for (int c = 0; c < 3; ++c)
                to[x][2 - c] = uchar((from[x][c] * black + 127) / 255);
        }
    }
    return out;
}

struct Header {
    cv::Size size;
    int colorSpace = -1;
};

Outcome<Header> readHeader(void *handle, Bytes file)
{
    Header header;
    int subsampling = -1;
    if (tjDecompressHeader3(handle, file.data(), static_cast<unsigned long>(file.size()), &header.size.width, &header.size.height,
                            &subsampling, &header.colorSpace)
        != 0)
        return damaged();
    return header;
}

} // namespace

cv::Size scaled(cv::Size stored, int eighths)
{
    return {(stored.width * eighths + 7) / 8, (stored.height * eighths + 7) / 8};
}

Outcome<PictureInfo> readInfo(Bytes file)
{
    const Handle handle(tjInitDecompress());
    if (!handle)
        throw std::bad_alloc();
    const Outcome<Header> header = readHeader(handle.get(), file);
    if (!header)
        return tl::unexpected(header.error());
    PictureInfo info;
    info.stored = header->size;
    info.orientation = orientationIn(file);
    return info;
}

Outcome<cv::Mat> decode(Bytes file, int eighths)
{
    const Handle handle(tjInitDecompress());
    if (!handle)
        throw std::bad_alloc();
    const Outcome<Header> header = readHeader(handle.get(), file);
    if (!header)
        return tl::unexpected(header.error());
    const cv::Size size = scaled(header->size, eighths);
    const bool isCmyk = header->colorSpace == TJCS_CMYK || header->colorSpace == TJCS_YCCK;
    cv::Mat out(size, isCmyk ? CV_8UC4 : CV_8UC3);
    const int status = tjDecompress2(handle.get(), file.data(), static_cast<unsigned long>(file.size()), out.data, size.width,
                                     int(out.step), size.height, isCmyk ? TJPF_CMYK : TJPF_BGR, TJFLAG_LIMITSCANS);
    // Cameras and editors write many files that are merely odd; a warning is fatal only when data is missing.
    if (status != 0) {
        const bool isWarning = tjGetErrorCode(handle.get()) == TJERR_WARNING;
        const bool isCutShort = std::string_view(tjGetErrorStr2(handle.get())).find("remature end") != std::string_view::npos;
        if (!isWarning || isCutShort)
            return damaged();
    }
    return isCmyk ? fromCmyk(out) : out;
}

} // namespace vitrine::imager::jpeg
