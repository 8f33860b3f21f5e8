#pragma once

#include <QString>
#include <QUrl>

namespace vitrine {

// `base` with `path` at its end, whether or not it ends in a slash.
inline QUrl withPath(const QUrl &base, const QString &path)
{
    QUrl url = base;
    QString start = url.path();
    while (start.endsWith(QLatin1Char('/')))
        start.chop(1);
    url.setPath(start + path);
    return url;
}

} // namespace vitrine
