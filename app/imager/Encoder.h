#pragma once

#include <opencv2/core.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace vitrine::imager {

enum class Encoding { Auto, Png, Jpeg };

struct Encoded {
    std::vector<std::uint8_t> bytes;
    std::string mime;
};

// Auto: PNG for drawings and screenshots that stay below 1 MB, else JPEG quality 90 without chroma subsampling.
// `picture`: 8-bit BGR or grey.
Encoded encode(const cv::Mat &picture, Encoding encoding);

} // namespace vitrine::imager
