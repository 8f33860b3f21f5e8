#include "imager/Encoder.h"

#include <opencv2/imgproc.hpp>

#include <memory>
#include <new>
#include <stdexcept>

#include <png.h>
#include <turbojpeg.h>

namespace vitrine::imager {

namespace {

constexpr std::size_t smallPngBytes = 1 << 20;

bool isGrey(const cv::Mat &picture)
{
    if (picture.channels() == 1)
        return true;
    for (int y = 0; y < picture.rows; ++y) {
        const auto *row = picture.ptr<cv::Vec3b>(y);
        for (int x = 0; x < picture.cols; ++x) {
            if (row[x][0] != row[x][1] || row[x][1] != row[x][2])
                return false;
        }
    }
    return true;
}

// Drawings and screenshots repeat the pixel to the left nearly everywhere, photos nearly nowhere.
bool looksDrawn(const cv::Mat &picture)
{
    const int step = std::max(1, picture.rows / 200);
    const int channels = picture.channels();
    long long same = 0;
    long long all = 0;
    for (int y = 0; y < picture.rows; y += step) {
        const uchar *row = picture.ptr(y);
        for (int x = 1; x < picture.cols; ++x, ++all)
            same += std::equal(row + (x - 1) * channels, row + x * channels, row + x * channels);
    }
    return all == 0 || same * 10 > all * 6;
}

std::vector<std::uint8_t> encodePng(const cv::Mat &input)
{
    cv::Mat picture = input;
    const bool grey = isGrey(picture);
    if (grey && picture.channels() == 3)
        cv::extractChannel(picture, picture, 0);
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = png_uint_32(picture.cols);
    image.height = png_uint_32(picture.rows);
    image.format = grey ? PNG_FORMAT_GRAY : PNG_FORMAT_BGR;
    image.flags = PNG_IMAGE_FLAG_FAST;
    std::vector<std::uint8_t> bytes(PNG_IMAGE_PNG_SIZE_MAX(image));
    png_alloc_size_t size = bytes.size();
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, picture.data, png_int_32(picture.step), nullptr))
        throw std::runtime_error(image.message);
    bytes.resize(size);
    return bytes;
}

std::vector<std::uint8_t> encodeJpeg(const cv::Mat &picture)
{
    constexpr int quality = 90;
    const std::unique_ptr<void, decltype(&tjDestroy)> handle(tjInitCompress(), &tjDestroy);
    if (!handle)
        throw std::bad_alloc();
    const bool grey = picture.channels() == 1;
    const int subsampling = grey ? TJSAMP_GRAY : TJSAMP_444;
    unsigned long size = tjBufSize(picture.cols, picture.rows, subsampling);
    std::vector<std::uint8_t> bytes(size);
    std::uint8_t *at = bytes.data();
    if (tjCompress2(handle.get(), picture.data, picture.cols, int(picture.step), picture.rows, grey ? TJPF_GRAY : TJPF_BGR, &at, &size,
                    subsampling, quality, TJFLAG_NOREALLOC)
        != 0)
        throw std::runtime_error(tjGetErrorStr2(handle.get()));
    bytes.resize(size);
    return bytes;
}

} // namespace

Encoded encode(const cv::Mat &picture, Encoding encoding)
{
    if (encoding == Encoding::Png || (encoding == Encoding::Auto && looksDrawn(picture))) {
        Encoded encoded{encodePng(picture), "image/png"};
        if (encoding == Encoding::Png || encoded.bytes.size() <= smallPngBytes)
            return encoded;
    }
    return {encodeJpeg(picture), "image/jpeg"};
}

} // namespace vitrine::imager
