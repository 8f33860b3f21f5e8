#include "base/Id.h"

#include <QRandomGenerator>

namespace vitrine {

QString createUlid(qint64 millisecondsSinceEpoch)
{
    static constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    QString id(26, Qt::Uninitialized);
    quint64 time = quint64(qMax<qint64>(0, millisecondsSinceEpoch));
    for (int i = 9; i >= 0; --i) {
        id[i] = QLatin1Char(alphabet[time & 31]);
        time >>= 5;
    }
    for (int i = 10; i < 26; ++i)
        id[i] = QLatin1Char(alphabet[QRandomGenerator::system()->bounded(32)]);
    return id;
}

} // namespace vitrine
