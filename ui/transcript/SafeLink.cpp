#include "transcript/SafeLink.h"

namespace vitrine {

std::optional<QUrl> safeLink(const QString &address)
{
    constexpr qsizetype longest = 8192;
    const QString trimmed = address.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > longest)
        return std::nullopt;
    for (const QChar c : trimmed) {
        if (c.category() == QChar::Other_Control || c.isSpace())
            return std::nullopt;
    }
    const QUrl url(trimmed, QUrl::TolerantMode);
    if (!url.isValid())
        return std::nullopt;
    const QString scheme = url.scheme();
    const bool web = (scheme == u"http" || scheme == u"https") && !url.host().isEmpty();
    const bool mail = scheme == u"mailto" && url.host().isEmpty() && url.path().contains(u'@');
    if (!web && !mail)
        return std::nullopt;
    return url;
}

QString trueTarget(const QUrl &link)
{
    return QString::fromLatin1(link.toEncoded());
}

} // namespace vitrine
