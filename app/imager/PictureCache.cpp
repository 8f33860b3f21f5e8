#include "imager/PictureCache.h"

#include <algorithm>

namespace vitrine::imager {

std::optional<cv::Mat> PictureCache::find(const std::string &key)
{
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.key == key; });
    if (found == m_entries.end())
        return std::nullopt;
    m_entries.splice(m_entries.begin(), m_entries, found);
    return m_entries.front().picture;
}

void PictureCache::insert(const std::string &key, const cv::Mat &picture)
{
    if (find(key) || bytesOf(picture) > m_maxBytes)
        return;
    m_entries.push_front({key, picture});
    m_bytes += bytesOf(picture);
    while (m_bytes > m_maxBytes) {
        m_bytes -= bytesOf(m_entries.back().picture);
        m_entries.pop_back();
    }
}

void PictureCache::clear()
{
    m_entries.clear();
    m_bytes = 0;
}

} // namespace vitrine::imager
