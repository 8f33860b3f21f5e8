#include "providers/JsonSlice.h"

#include "support/Quoted.h"

#include <QRandomGenerator>
#include <QTest>

using namespace vitrine;

class TestJsonSlice : public QObject
{
    Q_OBJECT

private slots:
    void memberKeepsItsBytes()
    {
        const QByteArray text = quoted("{ 'type' : 'x', 'item' : {'z': 1.50, 'a':'\\'}]{[\\\\', 'id':'\\u00e4'} , 'n':null}");
        QCOMPARE(jsonMember(text, "item").toByteArray(), quoted("{'z': 1.50, 'a':'\\'}]{[\\\\', 'id':'\\u00e4'}"));
        QCOMPARE(jsonMember(text, "type").toByteArray(), quoted("'x'"));
        QCOMPARE(jsonMember(text, "n").toByteArray(), QByteArray("null"));
        QVERIFY(jsonMember(text, "z").isEmpty()); // only of the object itself
        QVERIFY(jsonMember("[1]", "item").isEmpty());
        QCOMPARE(jsonMember(quoted("{'a':1,'a':2}"), "a").toByteArray(), QByteArray("2"));
    }

    void elements()
    {
        const QByteArray text = quoted("[ {'a':[1,2]}, 'x,]' ,[] , 3 ]");
        QList<QByteArray> found;
        for (const QByteArrayView element : jsonElements(text))
            found.append(element.toByteArray());
        QCOMPARE(found, (QList<QByteArray>{quoted("{'a':[1,2]}"), quoted("'x,]'"), "[]", "3"}));
        QVERIFY(jsonElements("[]").isEmpty());
        QVERIFY(jsonElements("{}").isEmpty());
    }

    void withoutMember()
    {
        QCOMPARE(jsonWithoutMember(quoted("{'id':'rs_1', 'type':'message','content':[ 1.0 ]}"), "id"), quoted("{'type':'message','content':[ 1.0 ]}"));
        QCOMPARE(jsonWithoutMember(quoted("{'type':'x','id':1}"), "id"), quoted("{'type':'x'}"));
        QCOMPARE(jsonWithoutMember(quoted("{'id':1}"), "id"), QByteArray("{}"));
    }

    void garbageIsReadWithinItsBounds()
    {
        // Under AddressSanitizer a step outside of the allocation ends the test.
        QRandomGenerator random(7);
        const QByteArray alphabet = "{}[]\",:\\ a1\n";
        for (int round = 0; round < 20000; ++round) {
            QByteArray text;
            for (int i = random.bounded(24); i > 0; --i)
                text += alphabet[random.bounded(alphabet.size())];
            const std::vector<char> exact(text.begin(), text.end());
            const QByteArrayView view(exact.data(), static_cast<qsizetype>(exact.size()));
            const QByteArrayView member = jsonMember(view, "a");
            QVERIFY(member.isEmpty() || (member.begin() >= view.begin() && member.end() <= view.end()));
            for (const QByteArrayView element : jsonElements(view))
                QVERIFY(element.begin() >= view.begin() && element.end() <= view.end());
            jsonWithoutMember(view, "a");
        }
    }

    void deepNesting()
    {
        const QByteArray deep = QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']');
        QCOMPARE(jsonMember("{\"item\":" + deep + "}", "item").size(), deep.size());
    }
};

QTEST_GUILESS_MAIN(TestJsonSlice)
#include "TestJsonSlice.moc"
