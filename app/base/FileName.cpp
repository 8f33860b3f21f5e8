#include "base/FileName.h"

#include <QFileInfo>

namespace vitrine {

QString safeFileName(const QString &name)
{
    QString safe;
    for (const QChar c : name.section(QLatin1Char('/'), -1)) {
        const QChar::Category category = c.category();
        const bool hidden = category == QChar::Other_Control || category == QChar::Other_Format || category == QChar::Other_NotAssigned
            || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
        safe += hidden || QStringLiteral("\\:*?\"<>|").contains(c) ? QLatin1Char('_') : c;
    }
    // Neither a hidden file nor an option of a command.
    while (safe.startsWith(QLatin1Char('.')) || safe.startsWith(QLatin1Char('-')) || safe.startsWith(QLatin1Char(' ')))
        safe.remove(0, 1);
    static constexpr qsizetype longest = 80; // at most 240 bytes of UTF-8
    if (safe.size() > longest) {
        const QString suffix = QFileInfo(safe).suffix().left(10);
        safe = safe.left(longest - suffix.size() - 1) + QLatin1Char('.') + suffix;
    }
    return safe.isEmpty() ? QStringLiteral("file") : safe;
}

} // namespace vitrine
