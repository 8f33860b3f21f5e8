#pragma once

#include "imager/Bytes.h"
#include "imager/Failure.h"

#include <string>

namespace vitrine::imager {

// The bytes of an open regular file, mapped read-only. The file must not shrink meanwhile: blobs never do.
class FileView
{
public:
    // Does not take the descriptor over; it may be closed afterwards.
    static Outcome<FileView> map(int descriptor);
    FileView(FileView &&other) noexcept;
    FileView &operator=(FileView &&) = delete;
    ~FileView();

    Bytes bytes() const { return {static_cast<const std::uint8_t *>(m_address), m_size}; }
    // The same for the same file with the same content.
    const std::string &identity() const { return m_identity; }

private:
    FileView() = default;

    void *m_address = nullptr;
    std::size_t m_size = 0;
    std::string m_identity;
};

} // namespace vitrine::imager
