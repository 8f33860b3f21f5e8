#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

namespace vitrine::imager {

using Bytes = std::span<const std::uint8_t>;

// Checked access to hostile bytes: what lies outside reads as zero.
inline std::uint32_t byteAt(Bytes bytes, std::size_t at) { return at < bytes.size() ? bytes[at] : 0; }

inline std::uint32_t bigEndian16(Bytes bytes, std::size_t at) { return byteAt(bytes, at) << 8 | byteAt(bytes, at + 1); }
inline std::uint32_t littleEndian16(Bytes bytes, std::size_t at) { return byteAt(bytes, at + 1) << 8 | byteAt(bytes, at); }
inline std::uint32_t bigEndian32(Bytes bytes, std::size_t at) { return bigEndian16(bytes, at) << 16 | bigEndian16(bytes, at + 2); }
inline std::uint32_t littleEndian32(Bytes bytes, std::size_t at)
{
    return littleEndian16(bytes, at + 2) << 16 | littleEndian16(bytes, at);
}

// The part from `at` on, at most `length` long; empty when it lies outside.
inline Bytes part(Bytes bytes, std::size_t at, std::size_t length = std::dynamic_extent)
{
    if (at >= bytes.size())
        return {};
    return bytes.subspan(at, std::min(length, bytes.size() - at));
}

inline bool hasAt(Bytes bytes, std::size_t at, std::string_view text)
{
    const Bytes found = part(bytes, at, text.size());
    return found.size() == text.size() && std::memcmp(found.data(), text.data(), text.size()) == 0;
}

} // namespace vitrine::imager
