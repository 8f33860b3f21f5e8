#pragma once

#include <QHash>
#include <QString>

namespace vitrine {

// 26 characters (Crockford base 32): 48 bits of milliseconds, then 80 random bits, so that ids sort by age.
// The layout is that of ULID (github.com/ulid/spec).
QString createUlid(qint64 millisecondsSinceEpoch);

// An id that cannot be mistaken for another kind of id.
template<class Tag>
struct Id {
    QString value;

    bool isEmpty() const { return value.isEmpty(); }
    bool operator==(const Id &) const = default;
    bool operator<(const Id &other) const { return value < other.value; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }

    static Id create(qint64 millisecondsSinceEpoch) { return {createUlid(millisecondsSinceEpoch)}; }
};

using ConversationId = Id<struct ConversationTag>;
using TurnId = Id<struct TurnTag>;
using ItemId = Id<struct ItemTag>;
using CallId = Id<struct CallTag>; // given by the model, unique within one conversation

} // namespace vitrine
