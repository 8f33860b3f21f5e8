#pragma once

#include <QStringList>

namespace vitrine {

// `vitrine decode --api responses [--chunk-bytes N] [--http] FILE`: prints what a recorded answer says as one JSON object.
// `args` are those after "decode". The exit status: 0; 1 when the file cannot be read; 2 usage; 3 when the stream is cut.
int runDecode(const QStringList &args);

} // namespace vitrine
