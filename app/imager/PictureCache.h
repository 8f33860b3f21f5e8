#pragma once

#include <opencv2/core.hpp>

#include <list>
#include <optional>
#include <string>

namespace vitrine::imager {

// Decoded pictures, the least recently used ones dropped when their bytes exceed the bound.
class PictureCache
{
public:
    explicit PictureCache(std::size_t maxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    std::optional<cv::Mat> find(const std::string &key);
    void insert(const std::string &key, const cv::Mat &picture);
    void clear();
    std::size_t bytes() const { return m_bytes; }

private:
    struct Entry {
        std::string key;
        cv::Mat picture;
    };
    static std::size_t bytesOf(const cv::Mat &picture) { return picture.total() * picture.elemSize(); }

    std::list<Entry> m_entries; // newest first; a handful of large ones, so a search from the front does
    std::size_t m_maxBytes;
    std::size_t m_bytes = 0;
};

} // namespace vitrine::imager
