#include "connections/KeyText.h"

#include "base/Logging.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstring>

namespace vitrine {

namespace {

// Where translators find these sentences.
struct KeyText {
    Q_DECLARE_TR_FUNCTIONS(KeyText)
};

} // namespace

Result<QByteArray> cleanKey(const QByteArray &typed)
{
    const QByteArray key = typed.trimmed();
    if (key.isEmpty())
        return fail(ErrorKind::InvalidRequest, KeyText::tr("The key is empty; copy it from the provider's page and try again."));
    if (key.size() > longestKey)
        return fail(ErrorKind::InvalidRequest, KeyText::tr("The key is longer than any key (8 kB); copy only the key itself."));
    const bool plain = std::all_of(key.begin(), key.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (!plain)
        return fail(ErrorKind::InvalidRequest, KeyText::tr("The key has a line break or a character that no key has; copy only the key itself."));
    return key;
}

bool looksLikeKey(const QString &argument)
{
    static const QRegularExpression beginning(QStringLiteral(R"((?:^|[\s=:"'])(?:sk-|AIza)[-_A-Za-z0-9]{8,})"));
    return beginning.match(argument).hasMatch() || redacted(argument) != argument;
}

void wipe(QByteArray &secret)
{
    if (secret.isDetached())
        explicit_bzero(secret.data(), size_t(secret.size()));
    secret.clear();
}

} // namespace vitrine
