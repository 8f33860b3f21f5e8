#pragma once

namespace vitrine::imager {

// From here on this process starts no program, opens no network and changes no file: such system calls fail. It may still open files
// for reading (recognition data) and make threads. False when the kernel refuses the filter; then nothing may be read.
bool confine();

} // namespace vitrine::imager
