#include "providers/JsonSlice.h"

#include <QByteArray>

#include <algorithm>
#include <cstring>

namespace vitrine {

namespace {

// A position in the text that never passes its end. Nesting is counted, not followed by recursion.
struct Cursor {
    QByteArrayView text;
    qsizetype at = 0;

    bool atEnd() const { return at >= text.size(); }
    char peek() const { return atEnd() ? '\0' : text[at]; }
    void skipSpace()
    {
        while (!atEnd() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t'))
            ++at;
    }
    bool accept(char c)
    {
        skipSpace();
        if (peek() != c || atEnd())
            return false;
        ++at;
        return true;
    }
    void skipString()
    {
        ++at; // the opening quote
        while (!atEnd() && text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        at = std::min(at + 1, text.size());
    }
    void skipNested()
    {
        qsizetype depth = 0;
        while (!atEnd()) {
            const char c = text[at];
            if (c == '"') {
                skipString();
                continue;
            }
            ++at;
            if (c == '{' || c == '[')
                ++depth;
            else if ((c == '}' || c == ']') && --depth <= 0)
                return;
        }
    }
    // The value that begins here.
    QByteArrayView takeValue()
    {
        skipSpace();
        const qsizetype begin = at;
        const char c = peek();
        if (c == '"') {
            skipString();
        } else if (c == '{' || c == '[') {
            skipNested();
        } else {
            while (!atEnd() && !std::strchr(",]} \n\r\t", text[at]))
                ++at;
        }
        return text.sliced(begin, at - begin);
    }
};

struct Member {
    qsizetype begin = 0; // of the key
    QByteArrayView key;  // with its quotes
    QByteArrayView value;
    qsizetype end = 0;
};

QList<Member> membersOf(QByteArrayView object)
{
    QList<Member> members;
    Cursor cursor{object};
    if (!cursor.accept('{'))
        return members;
    do {
        cursor.skipSpace();
        Member member;
        member.begin = cursor.at;
        if (cursor.peek() != '"')
            break;
        member.key = cursor.takeValue();
        if (!cursor.accept(':'))
            break;
        member.value = cursor.takeValue();
        member.end = cursor.at;
        members.append(member);
    } while (cursor.accept(','));
    return members;
}

bool isKey(const Member &member, QByteArrayView key)
{
    return member.key.size() == key.size() + 2 && member.key.sliced(1, key.size()) == key;
}

} // namespace

QByteArrayView jsonMember(QByteArrayView object, QByteArrayView key)
{
    QByteArrayView found;
    const QList<Member> members = membersOf(object);
    for (const Member &member : members) {
        if (isKey(member, key))
            found = member.value;
    }
    return found;
}

QList<QByteArrayView> jsonElements(QByteArrayView array)
{
    QList<QByteArrayView> elements;
    Cursor cursor{array};
    if (!cursor.accept('['))
        return elements;
    cursor.skipSpace();
    if (cursor.peek() == ']')
        return elements;
    do {
        const QByteArrayView value = cursor.takeValue();
        if (value.isEmpty())
            break;
        elements.append(value);
    } while (cursor.accept(','));
    return elements;
}

QByteArray jsonWithoutMember(QByteArrayView object, QByteArrayView key)
{
    const QList<Member> members = membersOf(object);
    QByteArray kept;
    for (const Member &member : members) {
        if (isKey(member, key))
            continue;
        if (!kept.isEmpty())
            kept += ',';
        kept += object.sliced(member.begin, member.end - member.begin);
    }
    return '{' + kept + '}';
}

} // namespace vitrine
