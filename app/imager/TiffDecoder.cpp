#include "imager/Formats.h"

#include <memory>

#include <tiffio.h>

namespace vitrine::imager::tiff {

namespace {

// A file in memory, as libtiff wants to see it.
struct Source {
    Bytes bytes;
    std::uint64_t at = 0;
};

tmsize_t readFrom(thandle_t handle, void *buffer, tmsize_t size)
{
    auto &source = *static_cast<Source *>(handle);
    const Bytes found = part(source.bytes, source.at, std::size_t(std::max<tmsize_t>(size, 0)));
    std::memcpy(buffer, found.data(), found.size());
    source.at += found.size();
    return tmsize_t(found.size());
}

tmsize_t refuseWrite(thandle_t, void *, tmsize_t) { return 0; }

toff_t seekIn(thandle_t handle, toff_t offset, int whence)
{
    auto &source = *static_cast<Source *>(handle);
    source.at = whence == SEEK_SET ? offset : whence == SEEK_CUR ? source.at + offset : source.bytes.size() + offset;
    return source.at;
}

int closeNothing(thandle_t) { return 0; }
toff_t sizeOf(thandle_t handle) { return static_cast<Source *>(handle)->bytes.size(); }
int ignoreMessage(TIFF *, void *, const char *, const char *, va_list) { return 1; }

struct CloseTiff {
    void operator()(TIFF *tiff) const { TIFFClose(tiff); }
};
using Tiff = std::unique_ptr<TIFF, CloseTiff>;

Tiff open(Source &source)
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(), &TIFFOpenOptionsFree);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), 512LL << 20);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), ignoreMessage, nullptr);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), ignoreMessage, nullptr);
    // m: no memory mapping (there is no file behind it).
    return Tiff(TIFFClientOpenExt("picture", "rm", &source, readFrom, refuseWrite, seekIn, closeNothing, sizeOf, nullptr, nullptr,
                                  options.get()));
}

} // namespace

Outcome<PictureInfo> readInfo(Bytes file)
{
    Source source{file};
    const Tiff tiff = open(source);
    if (!tiff)
        return damaged();
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint16_t orientation = 1;
    std::uint16_t depth = 1;
    std::uint16_t extraCount = 0;
    const std::uint16_t *extras = nullptr;
    if (!TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width) || !TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height)
        || width > INT32_MAX || height > INT32_MAX)
        return damaged();
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_ORIENTATION, &orientation);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_BITSPERSAMPLE, &depth);
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_EXTRASAMPLES, &extraCount, &extras);
    PictureInfo info;
    info.stored = {int(width), int(height)};
    info.orientation = orientation >= 1 && orientation <= 8 ? orientation : 1;
    info.depth = depth;
    info.hasAlpha = extraCount > 0 && extras[0] != EXTRASAMPLE_UNSPECIFIED;
    info.frames = 0; // a chain through the file; nobody needs its length
    return info;
}

Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info)
{
    Source source{file};
    const Tiff tiff = open(source);
    if (!tiff)
        return damaged();
    char reason[1024] = "";
    if (!TIFFRGBAImageOK(tiff.get(), reason))
        return unreadable(QT_TRANSLATE_NOOP("Imager", "This kind of TIFF cannot be read; save the picture as PNG and try again."));
    TIFFRGBAImage reader{};
    constexpr int stopOnError = 1;
    if (!TIFFRGBAImageBegin(&reader, tiff.get(), stopOnError, reason))
        return damaged();
    const std::unique_ptr<TIFFRGBAImage, decltype(&TIFFRGBAImageEnd)> end(&reader, &TIFFRGBAImageEnd);
    // As it is stored: the orientation is undone later, for all formats in one place.
    reader.orientation = ORIENTATION_TOPLEFT;
    reader.req_orientation = ORIENTATION_TOPLEFT;
    cv::Mat abgr(info.stored, CV_8UC4);
    if (!TIFFRGBAImageGet(&reader, reinterpret_cast<std::uint32_t *>(abgr.data), std::uint32_t(info.stored.width), std::uint32_t(info.stored.height)))
        return damaged();

    // libtiff has multiplied the colours by alpha already, so white is only added.
    cv::Mat out(abgr.size(), CV_8UC3);
    for (int y = 0; y < abgr.rows; ++y) {
        const auto *from = abgr.ptr<std::uint32_t>(y);
        auto *to = out.ptr<cv::Vec3b>(y);
        for (int x = 0; x < abgr.cols; ++x) {
            const std::uint32_t pixel = from[x];
            const int white = info.hasAlpha ? 255 - int(TIFFGetA(pixel)) : 0;
            to[x] = {cv::saturate_cast<uchar>(int(TIFFGetB(pixel)) + white), cv::saturate_cast<uchar>(int(TIFFGetG(pixel)) + white),
                     cv::saturate_cast<uchar>(int(TIFFGetR(pixel)) + white)};
        }
    }
    return out;
}

} // namespace vitrine::imager::tiff
