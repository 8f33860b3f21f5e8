#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace vitrine {

// The one place that decides whether an address written by a model may be a link at all: http, https with a host, or mailto.
// Everything else (javascript:, file:, data:, relative addresses) is shown as text and opens nothing.
std::optional<QUrl> safeLink(const QString &address);

// The address as it will really be asked for: host in its ASCII form, so that a look-alike letter shows as "xn--".
QString trueTarget(const QUrl &link);

} // namespace vitrine
