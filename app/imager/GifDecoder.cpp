#include "imager/Formats.h"

#include <array>
#include <vector>

// GIF89a, first frame only: www.w3.org/Graphics/GIF/spec-gif89a.txt

namespace vitrine::imager::gif {

namespace {

struct Palette {
    std::array<cv::Vec3b, 256> colors{};
    int size = 0;
};

Palette readPalette(Bytes file, std::size_t &at, std::uint32_t flags)
{
    Palette palette;
    if ((flags & 0x80) == 0)
        return palette;
    palette.size = 2 << (flags & 7);
    for (int i = 0; i < palette.size; ++i, at += 3)
        palette.colors[std::size_t(i)] = {uchar(byteAt(file, at + 2)), uchar(byteAt(file, at + 1)), uchar(byteAt(file, at))};
    return palette;
}

struct Frame {
    cv::Rect place;
    Palette palette;
    int transparent = -1;
    bool interlaced = false;
    std::size_t dataAt = 0; // of the byte with the size of the first code
};

// Goes over the extensions to the first picture.
Outcome<Frame> findFrame(Bytes file)
{
    Frame frame;
    std::size_t at = 13;
    const Palette global = readPalette(file, at, byteAt(file, 10));
    while (at < file.size()) {
        const std::uint32_t block = byteAt(file, at++);
        if (block == 0x21) { // an extension
            const std::uint32_t label = byteAt(file, at++);
            if (label == 0xf9 && (byteAt(file, at + 1) & 1) != 0)
                frame.transparent = int(byteAt(file, at + 4));
            while (at < file.size() && byteAt(file, at) != 0)
                at += byteAt(file, at) + 1;
            ++at;
            continue;
        }
        if (block != 0x2c)
            break;
        frame.place = {int(littleEndian16(file, at)), int(littleEndian16(file, at + 2)), int(littleEndian16(file, at + 4)),
                       int(littleEndian16(file, at + 6))};
        const std::uint32_t flags = byteAt(file, at + 8);
        frame.interlaced = (flags & 0x40) != 0;
        at += 9;
        const Palette local = readPalette(file, at, flags);
        frame.palette = local.size > 0 ? local : global;
        frame.dataAt = at;
        return frame;
    }
    return damaged();
}

// The sub-blocks of the picture as one stream of codes of varying width, least significant bit first.
class CodeReader
{
public:
    CodeReader(Bytes file, std::size_t at)
        : m_file(file)
        , m_at(at)
    {
    }

    // -1 at the end.
    int next(int bits)
    {
        while (m_held < bits) {
            if (m_left == 0) {
                m_left = byteAt(m_file, m_at++);
                if (m_left == 0)
                    return -1;
            }
            if (m_at >= m_file.size())
                return -1;
            m_bits |= std::uint32_t(m_file[m_at++]) << m_held;
            --m_left;
            m_held += 8;
        }
        const int code = int(m_bits & ((1U << bits) - 1));
        m_bits >>= bits;
        m_held -= bits;
        return code;
    }

private:
    Bytes m_file;
    std::size_t m_at;
    std::uint32_t m_left = 0;
    std::uint32_t m_bits = 0;
    int m_held = 0;
};

// LZW with codes of at most 12 bits. False when the data ends early or makes no sense.
bool unpack(Bytes file, const Frame &frame, std::vector<std::uint8_t> &indices)
{
    constexpr int maxCodes = 4096;
    const int firstBits = int(byteAt(file, frame.dataAt));
    if (firstBits < 1 || firstBits > 8)
        return false;
    const int clear = 1 << firstBits;
    std::array<std::int16_t, maxCodes> prefix{};
    std::array<std::uint8_t, maxCodes> suffix{};
    std::array<std::uint8_t, maxCodes + 1> stack{};
    CodeReader reader(file, frame.dataAt + 1);
    int bits = firstBits + 1;
    int used = clear + 2;
    int previous = -1;
    int firstOfPrevious = 0;
    std::size_t filled = 0;
    while (filled < indices.size()) {
        int code = reader.next(bits);
        if (code < 0 || code == clear + 1)
            return false;
        if (code == clear) {
            bits = firstBits + 1;
            used = clear + 2;
            previous = -1;
            continue;
        }
        if (code > used || (previous < 0 && code >= clear))
            return false;
        const int entered = code;
        int depth = 0;
        if (code == used) { // the entry that is about to be made
            stack[std::size_t(depth++)] = std::uint8_t(firstOfPrevious);
            code = previous;
        }
        while (code >= clear + 2) {
            stack[std::size_t(depth++)] = suffix[std::size_t(code)];
            code = prefix[std::size_t(code)];
        }
        stack[std::size_t(depth++)] = std::uint8_t(code);
        firstOfPrevious = code;
        while (depth > 0 && filled < indices.size())
            indices[filled++] = stack[std::size_t(--depth)];
        if (previous >= 0 && used < maxCodes) {
            prefix[std::size_t(used)] = std::int16_t(previous);
            suffix[std::size_t(used)] = std::uint8_t(firstOfPrevious);
            ++used;
            if (used == 1 << bits && bits < 12)
                ++bits;
        }
        previous = entered;
    }
    return true;
}

// Interlaced rows come as every 8th from 0, every 8th from 4, every 4th from 2, every 2nd from 1.
std::vector<int> rowOrder(int height, bool interlaced)
{
    std::vector<int> rows;
    rows.reserve(std::size_t(height));
    if (!interlaced) {
        for (int y = 0; y < height; ++y)
            rows.push_back(y);
        return rows;
    }
    constexpr std::array<std::pair<int, int>, 4> passes{{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
    for (const auto &[start, step] : passes) {
        for (int y = start; y < height; y += step)
            rows.push_back(y);
    }
    return rows;
}

} // namespace

Outcome<PictureInfo> readInfo(Bytes file)
{
    if (file.size() < 13)
        return damaged();
    const Outcome<Frame> frame = findFrame(file);
    PictureInfo info;
    info.stored = {int(littleEndian16(file, 6)), int(littleEndian16(file, 8))};
    info.frames = 0;
    info.hasAlpha = frame && frame->transparent >= 0;
    return info;
}

Outcome<cv::Mat> decode(Bytes file, const PictureInfo &info)
{
    const Outcome<Frame> frame = findFrame(file);
    if (!frame)
        return damaged();
    const cv::Rect place = frame->place;
    if (place.width < 1 || place.height < 1 || (place & cv::Rect(cv::Point(), info.stored)) != place || frame->palette.size == 0)
        return damaged();
    std::vector<std::uint8_t> indices(std::size_t(place.width) * std::size_t(place.height));
    if (!unpack(file, *frame, indices))
        return damaged();
    cv::Mat out(info.stored, CV_8UC3, cv::Scalar::all(255));
    const std::vector<int> rows = rowOrder(place.height, frame->interlaced);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto *to = out.ptr<cv::Vec3b>(place.y + rows[i]) + place.x;
        const std::uint8_t *from = indices.data() + i * std::size_t(place.width);
        for (int x = 0; x < place.width; ++x) {
            if (from[x] != frame->transparent)
                to[x] = frame->palette.colors[from[x]];
        }
    }
    return out;
}

} // namespace vitrine::imager::gif
