#include "imager/Barcode.h"

#include "imager/Ink.h"

#include <opencv2/imgproc.hpp>

#include <zbar.h>

namespace vitrine::imager {

namespace {

std::array<cv::Point2d, 4> cornersOf(const zbar::Symbol &symbol, double scale)
{
    std::vector<cv::Point2f> points;
    for (int i = 0; i < symbol.get_location_size(); ++i)
        points.emplace_back(float(symbol.get_location_x(unsigned(i)) / scale), float(symbol.get_location_y(unsigned(i)) / scale));
    std::array<cv::Point2d, 4> corners{};
    if (points.size() == 4) { // zbar goes round from the top-left corner of the code, counter-clockwise
        corners = {points[0], points[3], points[2], points[1]};
    } else if (!points.empty()) { // bars: a cloud of points along the scan lines
        cv::Point2f box[4];
        cv::minAreaRect(points).points(box);
        corners = {box[1], box[2], box[3], box[0]};
    }
    return corners;
}

std::vector<Barcode> scan(const cv::Mat &grey, double scale)
{
    const cv::Mat packed = grey.isContinuous() ? grey : grey.clone();
    zbar::ImageScanner scanner;
    scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 1);
    zbar::Image image(unsigned(packed.cols), unsigned(packed.rows), "Y800", packed.data, packed.total());
    scanner.scan(image);
    std::vector<Barcode> found;
    for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol)
        found.push_back({symbol->get_type_name(), symbol->get_data(), cornersOf(*symbol, scale)});
    image.set_data(nullptr, 0);
    return found;
}

} // namespace

std::vector<Barcode> readBarcodes(const cv::Mat &picture)
{
    constexpr int workingSide = 1600;
    const cv::Mat grey = toGrey(picture);
    const int longest = std::max(grey.cols, grey.rows);
    // As it is first, then other sizes and contrasts: each helps with some codes, none harms.
    const cv::Mat usual = shrunkTo(grey, workingSide);
    const double usualScale = double(std::max(usual.cols, usual.rows)) / longest;
    if (std::vector<Barcode> found = scan(usual, usualScale); !found.empty())
        return found;
    if (longest < workingSide / 2) {
        cv::Mat larger;
        cv::resize(grey, larger, {}, 2, 2, cv::INTER_CUBIC);
        if (std::vector<Barcode> found = scan(larger, 2); !found.empty())
            return found;
    }
    if (std::vector<Barcode> found = scan(flattened(usual), usualScale); !found.empty())
        return found;
    if (longest > workingSide) {
        if (std::vector<Barcode> found = scan(grey, 1); !found.empty())
            return found;
    }
    return scan(255 - usual, usualScale);
}

} // namespace vitrine::imager
