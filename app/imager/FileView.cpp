#include "imager/FileView.h"

#include "imager/ImagerProtocol.h"

#include <new>
#include <utility>

#include <sys/mman.h>
#include <sys/stat.h>

namespace vitrine::imager {

Outcome<FileView> FileView::map(int descriptor)
{
    struct stat status {};
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return unreadable(QT_TRANSLATE_NOOP("Imager", "The picture is not a regular file; choose a picture file."));
    if (status.st_size > maxFileBytes)
        return refused(QT_TRANSLATE_NOOP("Imager", "The picture file is larger than 256 MB; shrink the picture and try again."));
    FileView view;
    view.m_size = std::size_t(status.st_size);
    if (view.m_size > 0) {
        void *address = mmap(nullptr, view.m_size, PROT_READ, MAP_PRIVATE, descriptor, 0);
        if (address == MAP_FAILED)
            throw std::bad_alloc();
        view.m_address = address;
    }
    for (const auto number : {std::int64_t(status.st_dev), std::int64_t(status.st_ino), std::int64_t(status.st_size),
                              std::int64_t(status.st_mtim.tv_sec), std::int64_t(status.st_mtim.tv_nsec)})
        view.m_identity += std::to_string(number) + ' ';
    return view;
}

FileView::FileView(FileView &&other) noexcept
    : m_address(std::exchange(other.m_address, nullptr))
    , m_size(std::exchange(other.m_size, 0))
    , m_identity(std::move(other.m_identity))
{
}

FileView::~FileView()
{
    if (m_address)
        munmap(m_address, m_size);
}

} // namespace vitrine::imager
