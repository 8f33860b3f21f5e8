#include "imager/Exif.h"

namespace vitrine::imager {

int exifOrientation(Bytes block)
{
    constexpr std::uint32_t orientationTag = 0x0112;
    constexpr std::size_t entryBytes = 12;

    if (hasAt(block, 0, std::string_view("Exif\0\0", 6)))
        block = part(block, 6);
    const bool little = hasAt(block, 0, "II");
    if (!little && !hasAt(block, 0, "MM"))
        return 1;
    const auto read16 = little ? littleEndian16 : bigEndian16;
    const auto read32 = little ? littleEndian32 : bigEndian32;
    if (read16(block, 2) != 42)
        return 1;

    const std::size_t directory = read32(block, 4);
    const std::uint32_t entries = read16(block, directory);
    for (std::uint32_t i = 0; i < entries; ++i) {
        const std::size_t entry = directory + 2 + i * entryBytes;
        if (entry + entryBytes > block.size())
            break;
        if (read16(block, entry) != orientationTag)
            continue;
        const std::uint32_t value = read16(block, entry + 8);
        return value >= 1 && value <= 8 ? int(value) : 1;
    }
    return 1;
}

} // namespace vitrine::imager
