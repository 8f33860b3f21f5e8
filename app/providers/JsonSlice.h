#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace vitrine {

// Finds the bytes of a value inside a JSON text, so that a provider's item can be sent back exactly as it came: parsing and writing anew
// would sort its keys and round its numbers. The text must be JSON that QJsonDocument has accepted; for any other bytes the result is
// some part of the text or empty, never a read outside of it. Pure.

// The value of `key` in the object `object`; of a repeated key the last one, as QJsonObject has it. Empty when there is none, or when the
// key is written with escapes.
QByteArrayView jsonMember(QByteArrayView object, QByteArrayView key);

// The elements of the array `array`.
QList<QByteArrayView> jsonElements(QByteArrayView array);

// `object` without the member `key`; everything else stays byte for byte.
QByteArray jsonWithoutMember(QByteArrayView object, QByteArrayView key);

} // namespace vitrine
