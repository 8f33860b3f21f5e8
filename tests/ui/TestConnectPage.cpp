#include "WindowFixture.h"
#include "connect/ConnectChoices.h"
#include "connect/ConnectForm.h"
#include "connect/ConnectModels.h"
#include "connect/ConnectPage.h"
#include "connect/ConnectionRow.h"
#include "connect/KeyField.h"
#include "connect/LocalServerRow.h"
#include "connect/MoreFields.h"
#include "connect/ProviderTile.h"

#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace vitrine;

namespace {

const QString typedKey = QStringLiteral("typed-key-0123456789");

ModelInfo model(const QString &id)
{
    ModelInfo made;
    made.id = id;
    return made;
}

LocalServer ollama()
{
    return {LocalServer::Kind::Ollama, QStringLiteral("Ollama 0.12.3"), QUrl(QStringLiteral("http://127.0.0.1:11434/v1")), {QStringLiteral("qwen3:8b")}};
}

// The page over a window of its own; the test plays the servers.
struct PageFixture {
    MemoryConnections backend;
    QWidget window;
    ConnectPage page{backend, &window};
    QSignalSpy chosen{&page, &ConnectPage::chosen};
    QSignalSpy closed{&page, &ConnectPage::closed};

    explicit PageFixture(const std::function<void(MemoryConnections &)> &prepare = {})
    {
        if (prepare)
            prepare(backend);
        window.resize(900, 820);
        window.show();
        QApplication::setActiveWindow(&window);
        page.open();
        QCoreApplication::processEvents();
    }

    ConnectForm &form() { return page.form(); }
    QLineEdit *key() { return &form().findChild<KeyField *>()->edit(); }
    QLineEdit *search() { return page.models().findChild<QLineEdit *>(); }
    QLineEdit *line(const QString &name) { return named<QLineEdit>(name); }

    template<class T>
    T *named(const QString &name)
    {
        for (T *widget : page.findChildren<T *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    QAbstractButton *button(const QString &name)
    {
        for (QAbstractButton *one : page.findChildren<QAbstractButton *>()) {
            if (one->isVisible() && (one->accessibleName() == name || one->text() == name))
                return one;
        }
        return nullptr;
    }
    void press(const QString &name)
    {
        QTRY_VERIFY2(button(name), qPrintable(name));
        QAbstractButton *found = button(name);
        QTest::mouseClick(found, Qt::LeftButton, {}, QPoint(8, found->height() / 2));
    }
    // Every sentence that can be seen.
    QString sentences()
    {
        QStringList all;
        for (const QLabel *label : page.findChildren<QLabel *>()) {
            if (label->isVisible())
                all << label->text();
        }
        return all.join(u'\n');
    }
    void tab(Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(QApplication::focusWidget(), modifiers ? Qt::Key_Backtab : Qt::Key_Tab, modifiers); }
};

} // namespace

class TestConnectPage : public QObject
{
    Q_OBJECT

private slots:
    void aProviderIsConnectedAfterAFailure();
    void theKeyboardAloneConnects();
    void theKeyIsGoneAfterwards();
    void theKeyIsNeverSpoken();
    void whiteSpaceIsNoPartOfAKey();
    void aFileNeedsAnExplicitYes();
    void withoutAKeyringThePageSaysWhy();
    void aVariableTakesThePlaceOfAKey();
    void anEmptyKeyIsSaidAtItsField();
    void accountsOfOneProviderGetNamesOfTheirOwn();
    void azureWantsItsResource();
    void plainHttpIsAllowedOnPurposeOnly();
    void whatIsWrongUnderMoreIsShown();
    void stoppingDropsTheAnswer();
    void aLocalServerConnectsWithOneClick();
    void aLocalServerConnectsInTheBackground();
    void aLocalServerThatWantsAKeyGetsAForm();
    void nothingOnThisMachineIsSaid();
    void savedConnectionsAreUsedRefreshedAndRemoved();
    void removingTakesASecondClick();
    void anotherKeyIsTestedBeforeItIsSaved();
    void aKeyThatCannotBeSavedStays();
    void aModelThatIsNotListedCanBeTyped();
    void tabStaysOnThePage();
    void everyControlHasAName();
    void thePageCoversTheWindowAndItsShortcuts();
};

void TestConnectPage::aProviderIsConnectedAfterAFailure()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    fixture.press(QStringLiteral("Test and connect"));
    QVERIFY(fixture.form().isBusy());
    QVERIFY(fixture.sentences().contains(QStringLiteral("api.openai.com")));
    QTRY_VERIFY(!fixture.form().isBusy());
    QVERIFY2(fixture.sentences().contains(QStringLiteral("Nothing answers at api.openai.com")), qPrintable(fixture.sentences()));
    QCOMPARE(fixture.key()->text(), typedKey);
    QVERIFY(fixture.backend.connected().isEmpty());

    fixture.backend.answers.insert(QStringLiteral("openai"), QList<ModelInfo>{model(QStringLiteral("o3")), model(QStringLiteral("o4-mini"))});
    fixture.press(QStringLiteral("Test and connect"));
    QTRY_VERIFY(fixture.button(QStringLiteral("Use o4-mini"))); // what the preset wishes
    QVERIFY2(fixture.backend.connected().isEmpty(), "nothing is kept before a model is chosen");
    QTest::keyClicks(fixture.search(), QStringLiteral("o3"));
    fixture.press(QStringLiteral("Use o3"));
    QTRY_COMPARE(fixture.chosen.size(), 1);
    QVERIFY(fixture.chosen[0][0].value<ModelChoice>() == (ModelChoice{QStringLiteral("openai"), QStringLiteral("o3")}));
    QCOMPARE(fixture.closed.size(), 1);
    QVERIFY(!fixture.page.isVisible());
    QCOMPARE(fixture.backend.connected().size(), 1);
    const Connection &saved = fixture.backend.connected()[0].connection;
    QVERIFY(saved.key.source == KeySource::Keyring);
    QCOMPARE(saved.defaultModel, QStringLiteral("o3"));
    QCOMPARE(fixture.backend.lastKey.typed, typedKey.toUtf8());
}

void TestConnectPage::theKeyboardAloneConnects()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.answers.insert(QStringLiteral("anthropic"), QList<ModelInfo>{model(QStringLiteral("claude"))}); });
    QTRY_VERIFY(qobject_cast<ProviderTile *>(QApplication::focusWidget()));
    fixture.tab();
    QCOMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Anthropic"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), fixture.key());
    QTest::keyClicks(QApplication::focusWidget(), typedKey);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), fixture.search());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(fixture.chosen.size(), 1);
    QCOMPARE(fixture.backend.lastKey.typed, typedKey.toUtf8());
}

void TestConnectPage::theKeyIsGoneAfterwards()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.answers.insert(QStringLiteral("openai"), QList<ModelInfo>{model(QStringLiteral("o3"))}); });
    fixture.press(QStringLiteral("OpenAI"));
    QTest::keyClicks(fixture.key(), typedKey);
    fixture.press(QStringLiteral("Show the key"));
    fixture.press(QStringLiteral("Test and connect"));
    QTRY_VERIFY(fixture.button(QStringLiteral("Use o3")));
    fixture.press(QStringLiteral("Use o3"));
    QTRY_COMPARE(fixture.chosen.size(), 1);
    QVERIFY(fixture.key()->text().isEmpty());
    QVERIFY(!fixture.key()->isUndoAvailable());
    QVERIFY(fixture.key()->echoMode() == QLineEdit::Password);

    // Nor does it wait for the page to be opened again when that was only closed.
    fixture.page.open();
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    fixture.page.close();
    QVERIFY(fixture.key()->text().isEmpty());
}

void TestConnectPage::theKeyIsNeverSpoken()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    for (const bool shown : {false, true}) {
        fixture.form().findChild<KeyField *>()->showButton().setChecked(shown);
        QVERIFY((fixture.key()->echoMode() == QLineEdit::Normal) == shown);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(fixture.key());
        QVERIFY(spoken);
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Key"));
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
            QVERIFY(!spoken->text(kind).contains(typedKey));
        QVERIFY(!spoken->textInterface());
        QVERIFY(spoken->state().passwordEdit);
        QVERIFY(!fixture.key()->toolTip().contains(typedKey));
    }
}

void TestConnectPage::whiteSpaceIsNoPartOfAKey()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("OpenAI"));
    QApplication::clipboard()->setText(QStringLiteral(" \t%1\n").arg(typedKey));
    fixture.key()->paste();
    QCOMPARE(fixture.key()->text(), typedKey);
    QVERIFY(fixture.key()->echoMode() == QLineEdit::Password);
}

void TestConnectPage::aFileNeedsAnExplicitYes()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.answers.insert(QStringLiteral("openai"), QList<ModelInfo>{model(QStringLiteral("o3"))}); });
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    fixture.press(QStringLiteral("In a file that only you can read, not encrypted"));
    fixture.press(QStringLiteral("Test and connect"));
    QVERIFY(!fixture.form().isBusy());
    QVERIFY(fixture.sentences().contains(QStringLiteral("Say yes")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the yes has the keyboard
    fixture.press(QStringLiteral("Test and connect"));
    QTRY_VERIFY(fixture.button(QStringLiteral("Use o3")));
    fixture.press(QStringLiteral("Use o3"));
    QTRY_COMPARE(fixture.chosen.size(), 1);
    QVERIFY(fixture.backend.lastKey.source == KeySource::File);
    QVERIFY(fixture.backend.lastKey.unencryptedIsFine);
    fixture.page.open();
    QTRY_VERIFY(fixture.sentences().contains(QStringLiteral("not encrypted")));
    fixture.press(QStringLiteral("Mistral"));
    fixture.key()->setText(typedKey);
    QVERIFY2(fixture.form().key().source == KeySource::Keyring && !fixture.form().key().unencryptedIsFine, "a yes is for one key");
}

void TestConnectPage::withoutAKeyringThePageSaysWhy()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.keyring.clear(); });
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    QTRY_VERIFY(fixture.sentences().contains(QStringLiteral("no keyring")));
    QVERIFY(!fixture.button(QStringLiteral("In the keyring"))->isEnabled());
    QVERIFY(fixture.form().key().source == KeySource::Session);
}

void TestConnectPage::aVariableTakesThePlaceOfAKey()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("Google Gemini"));
    fixture.press(QStringLiteral("Take it from the environment variable GEMINI_API_KEY"));
    QVERIFY(!fixture.key()->isVisible());
    fixture.press(QStringLiteral("Test and connect"));
    QVERIFY(fixture.backend.lastKey.source == KeySource::Environment);
    QCOMPARE(fixture.backend.lastKey.variable, QStringLiteral("GEMINI_API_KEY"));
    QVERIFY(fixture.backend.lastKey.typed.isEmpty());
}

void TestConnectPage::anEmptyKeyIsSaidAtItsField()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("Groq"));
    fixture.press(QStringLiteral("Test and connect"));
    QVERIFY(!fixture.form().isBusy());
    QVERIFY(fixture.sentences().contains(QStringLiteral("The key is empty")));
    QCOMPARE(QApplication::focusWidget(), fixture.key());
    QTest::keyClicks(fixture.key(), QStringLiteral("x"));
    QVERIFY(!fixture.sentences().contains(QStringLiteral("The key is empty")));
}

void TestConnectPage::accountsOfOneProviderGetNamesOfTheirOwn()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.put({connectionFrom(*presetById(QStringLiteral("openai"))), {}, {}}); });
    fixture.press(QStringLiteral("OpenAI"));
    QCOMPARE(fixture.line(QStringLiteral("Name"))->text(), QStringLiteral("openai 2"));
    fixture.key()->setText(typedKey);
    for (const QString &name : {QStringLiteral("openai"), QStringLiteral("Two\nlines"), QStringLiteral("offline"), QString()}) {
        fixture.line(QStringLiteral("Name"))->setText(name);
        QVERIFY2(!fixture.form().connection(), qPrintable(name));
        QCOMPARE(QApplication::focusWidget(), fixture.line(QStringLiteral("Name")));
    }
    fixture.line(QStringLiteral("Name"))->setText(QStringLiteral("work"));
    QVERIFY(fixture.form().connection());
}

void TestConnectPage::azureWantsItsResource()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("Azure OpenAI"));
    fixture.key()->setText(typedKey);
    QLineEdit *url = fixture.line(QStringLiteral("Base URL"));
    QVERIFY(url->isVisible());
    QVERIFY(!fixture.form().connection());
    QCOMPARE(QApplication::focusWidget(), url);
    url->setText(url->text().replace(QStringLiteral("RESOURCE"), QStringLiteral("mine")));
    const std::optional<Connection> made = fixture.form().connection();
    QVERIFY(made);
    QCOMPARE(made->keyHeader, QStringLiteral("api-key"));
    QCOMPARE(made->baseUrl.host(), QStringLiteral("mine.openai.azure.com"));
}

void TestConnectPage::plainHttpIsAllowedOnPurposeOnly()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("Other server"));
    fixture.line(QStringLiteral("Base URL"))->setText(QStringLiteral("http://box.example:8080/v1"));
    fixture.press(QStringLiteral("Test and connect"));
    QVERIFY(!fixture.form().isBusy());
    QVERIFY(fixture.sentences().contains(QStringLiteral("in the open")));
    fixture.press(QStringLiteral("Allow http:// to another machine"));
    fixture.press(QStringLiteral("Anthropic Messages"));
    const std::optional<Connection> made = fixture.form().connection();
    QVERIFY(made);
    QVERIFY(made->allowPlainHttp);
    QVERIFY(made->api == Api::Messages);
    QVERIFY(fixture.form().key().source == KeySource::None);
}

void TestConnectPage::whatIsWrongUnderMoreIsShown()
{
    PageFixture fixture;
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    fixture.press(QStringLiteral("More settings"));
    auto *headers = fixture.named<QPlainTextEdit>(QStringLiteral("Extra headers"));
    headers->setPlainText(QStringLiteral("Authorization: Bearer x"));
    fixture.press(QStringLiteral("Fewer settings"));
    fixture.press(QStringLiteral("Test and connect"));
    QVERIFY(!fixture.form().isBusy());
    QVERIFY(headers->isVisible());
    QVERIFY(fixture.sentences().contains(QStringLiteral("carries a secret")));
    headers->setPlainText(QStringLiteral("X-Team: blue\n\nX-Site:  here \n"));
    fixture.line(QStringLiteral("Proxy"))->setText(QStringLiteral("ftp://proxy.example"));
    QVERIFY(!fixture.form().connection());
    QCOMPARE(QApplication::focusWidget(), fixture.line(QStringLiteral("Proxy")));
    fixture.line(QStringLiteral("Proxy"))->setText(QStringLiteral("socks5://127.0.0.1:1080"));
    fixture.line(QStringLiteral("Organization"))->setText(QStringLiteral("org-1"));
    const std::optional<Connection> made = fixture.form().connection();
    QVERIFY(made);
    QVERIFY(made->headers == (HttpHeaders{{"X-Team", "blue"}, {"X-Site", "here"}}));
    QCOMPARE(made->organization, QStringLiteral("org-1"));
    QCOMPARE(made->proxy.port(), 1080);
}

void TestConnectPage::stoppingDropsTheAnswer()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.answers.insert(QStringLiteral("openai"), QList<ModelInfo>{model(QStringLiteral("o3"))}); });
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    fixture.press(QStringLiteral("Test and connect"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!fixture.form().isBusy());
    QCoreApplication::processEvents();
    QVERIFY(fixture.form().isVisible());
    QCOMPARE(fixture.key()->text(), typedKey);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(fixture.page.choices().isVisible());
    fixture.press(QStringLiteral("OpenAI"));
    QCOMPARE(fixture.key()->text(), typedKey);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(fixture.closed.size(), 1);
}

void TestConnectPage::aLocalServerConnectsWithOneClick()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.localServers = {ollama()};
        backend.answers.insert(QStringLiteral("ollama"), QList<ModelInfo>{model(QStringLiteral("qwen3:8b")), model(QStringLiteral("gemma3"))});
    });
    QTRY_VERIFY(fixture.button(QStringLiteral("Connect Ollama 0.12.3")));
    fixture.press(QStringLiteral("Connect Ollama 0.12.3"));
    QTRY_COMPARE(fixture.backend.connected().size(), 1);
    QCOMPARE(fixture.backend.connected()[0].connection.name, QStringLiteral("ollama"));
    QVERIFY(fixture.backend.connected()[0].connection.key.source == KeySource::None);
    QTRY_VERIFY(fixture.button(QStringLiteral("Use qwen3:8b")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(fixture.page.choices().isVisible());
    QVERIFY2(!fixture.button(QStringLiteral("Connect Ollama 0.12.3")), "it is connected once");
    fixture.press(QStringLiteral("Use Ollama 0.12.3"));
    QTest::keyClick(fixture.search(), Qt::Key_Down);
    QTest::keyClick(fixture.search(), Qt::Key_Return);
    QTRY_COMPARE(fixture.chosen.size(), 1);
    QVERIFY(fixture.chosen[0][0].value<ModelChoice>() == (ModelChoice{QStringLiteral("ollama"), QStringLiteral("gemma3")}));
    QCOMPARE(fixture.backend.connected().size(), 1);
}

void TestConnectPage::aLocalServerConnectsInTheBackground()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.localServers = {ollama()};
        backend.answers.insert(QStringLiteral("ollama"), QList<ModelInfo>{model(QStringLiteral("qwen3:8b"))});
    });
    fixture.press(QStringLiteral("Connect Ollama 0.12.3"));
    QVERIFY(fixture.button(QStringLiteral("OpenAI")));
    fixture.button(QStringLiteral("OpenAI"))->click();
    fixture.key()->setText(typedKey);
    QTRY_COMPARE(fixture.backend.connected().size(), 1);
    QCoreApplication::processEvents();
    QVERIFY2(fixture.form().isVisible(), "whoever types a key is not taken away from it");
    QCOMPARE(fixture.key()->text(), typedKey);
    QTest::keyClick(fixture.key(), Qt::Key_Escape);
    QTRY_VERIFY(fixture.button(QStringLiteral("Use Ollama 0.12.3")));
    QVERIFY(fixture.button(QStringLiteral("Use Ollama 0.12.3"))->isEnabled());
}

void TestConnectPage::aLocalServerThatWantsAKeyGetsAForm()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.localServers = {{LocalServer::Kind::Vllm, QStringLiteral("vLLM 0.9"), QUrl(QStringLiteral("http://127.0.0.1:8000/v1")), {}}};
        backend.answers.insert(QStringLiteral("vllm"), fail(ErrorKind::Auth, QStringLiteral("The server wants a key.")));
    });
    QTRY_VERIFY(fixture.button(QStringLiteral("Connect vLLM 0.9")));
    fixture.press(QStringLiteral("Connect vLLM 0.9"));
    QTRY_VERIFY(fixture.form().isVisible());
    QVERIFY(fixture.sentences().contains(QStringLiteral("The server wants a key.")));
    QCOMPARE(QApplication::focusWidget(), fixture.key());
    QCOMPARE(fixture.line(QStringLiteral("Base URL"))->text(), QStringLiteral("http://127.0.0.1:8000/v1"));
    QVERIFY(fixture.backend.connected().isEmpty());
}

void TestConnectPage::nothingOnThisMachineIsSaid()
{
    PageFixture fixture;
    QTRY_VERIFY(fixture.sentences().contains(QStringLiteral("Nothing answers here")));
    QVERIFY(fixture.sentences().contains(QStringLiteral("LM Studio")));
    fixture.backend.localServers = {ollama()};
    fixture.press(QStringLiteral("Look again"));
    QVERIFY(fixture.sentences().contains(QStringLiteral("Looking")));
    QTRY_VERIFY(fixture.button(QStringLiteral("Connect Ollama 0.12.3")));
}

void TestConnectPage::savedConnectionsAreUsedRefreshedAndRemoved()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.put({connectionFrom(*presetById(QStringLiteral("openai"))), {model(QStringLiteral("o3"))}, {}});
        backend.put({connectionFrom(*presetById(QStringLiteral("mistral"))), {model(QStringLiteral("large"))}, {}});
    });
    QTRY_VERIFY(fixture.page.choices().row(QStringLiteral("mistral")));
    fixture.press(QStringLiteral("Ask openai for its models"));
    QTRY_VERIFY(fixture.sentences().contains(QStringLiteral("Nothing answers at api.openai.com")));
    fixture.backend.answers.insert(QStringLiteral("openai"), QList<ModelInfo>{model(QStringLiteral("o3")), model(QStringLiteral("o4"))});
    fixture.press(QStringLiteral("Ask openai for its models"));
    QTRY_COMPARE(fixture.page.choices().row(QStringLiteral("openai"))->connected().models.size(), 2);
    QVERIFY(!fixture.sentences().contains(QStringLiteral("Nothing answers at api.openai.com")));
    fixture.press(QStringLiteral("Use mistral"));
    fixture.press(QStringLiteral("Use large"));
    QCOMPARE(fixture.chosen.size(), 1);
    QVERIFY(fixture.chosen[0][0].value<ModelChoice>() == (ModelChoice{QStringLiteral("mistral"), QStringLiteral("large")}));
}

void TestConnectPage::removingTakesASecondClick()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.put({connectionFrom(*presetById(QStringLiteral("openai"))), {}, {}}); });
    QTRY_VERIFY(fixture.page.choices().row(QStringLiteral("openai")));
    fixture.press(QStringLiteral("Remove openai and its key"));
    QCoreApplication::processEvents();
    QCOMPARE(fixture.backend.connected().size(), 1);
    fixture.tab(); // turns away
    QVERIFY(!fixture.button(QStringLiteral("Really remove openai with its key")));
    fixture.backend.refusal = fail(ErrorKind::Storage, QStringLiteral("The keyring is locked.")).value();
    fixture.press(QStringLiteral("Remove openai and its key"));
    fixture.press(QStringLiteral("Really remove openai with its key"));
    QTRY_VERIFY(fixture.sentences().contains(QStringLiteral("The keyring is locked.")));
    fixture.backend.refusal.reset();
    fixture.press(QStringLiteral("Remove openai and its key"));
    fixture.press(QStringLiteral("Really remove openai with its key"));
    QTRY_VERIFY(!fixture.page.choices().row(QStringLiteral("openai")));
    QVERIFY(fixture.backend.connected().isEmpty());
    QVERIFY(QApplication::focusWidget() && fixture.page.isAncestorOf(QApplication::focusWidget()));
}

void TestConnectPage::anotherKeyIsTestedBeforeItIsSaved()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.put({connectionFrom(*presetById(QStringLiteral("openai"))), {}, {}});
        backend.answers.insert(QStringLiteral("openai"), fail(ErrorKind::Auth, QStringLiteral("The key is not taken.")));
    });
    QTRY_VERIFY(fixture.page.choices().row(QStringLiteral("openai")));
    fixture.press(QStringLiteral("Other key for openai"));
    QVERIFY(!fixture.line(QStringLiteral("Name"))->isVisible());
    fixture.key()->setText(typedKey);
    fixture.press(QStringLiteral("Test and save"));
    QTRY_VERIFY(fixture.sentences().contains(QStringLiteral("The key is not taken.")));
    QCOMPARE(QApplication::focusWidget(), fixture.key());
    QCOMPARE(fixture.key()->text(), typedKey);
    fixture.backend.answers.insert(QStringLiteral("openai"), QList<ModelInfo>{model(QStringLiteral("o3"))});
    fixture.press(QStringLiteral("Test and save"));
    QTRY_VERIFY(fixture.page.choices().isVisible());
    QVERIFY(fixture.key()->text().isEmpty());
    QCOMPARE(fixture.backend.connected().size(), 1);
}

void TestConnectPage::aKeyThatCannotBeSavedStays()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.answers.insert(QStringLiteral("openai"), QList<ModelInfo>{model(QStringLiteral("o3"))});
        backend.refusal = fail(ErrorKind::Storage, QStringLiteral("The keyring is locked.")).value();
    });
    fixture.press(QStringLiteral("OpenAI"));
    fixture.key()->setText(typedKey);
    fixture.press(QStringLiteral("Test and connect"));
    QTRY_VERIFY(fixture.button(QStringLiteral("Use o3")));
    fixture.press(QStringLiteral("Use o3"));
    QTRY_VERIFY(fixture.sentences().contains(QStringLiteral("The keyring is locked.")));
    QVERIFY(fixture.chosen.isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(fixture.form().isVisible());
    QCOMPARE(fixture.key()->text(), typedKey);
    fixture.press(QStringLiteral("For this session only (asked again next time)"));
    fixture.backend.refusal.reset();
    fixture.press(QStringLiteral("Test and connect"));
    QTRY_VERIFY(fixture.button(QStringLiteral("Use o3")));
    fixture.press(QStringLiteral("Use o3"));
    QTRY_COMPARE(fixture.chosen.size(), 1);
    QVERIFY(fixture.backend.lastKey.source == KeySource::Session);
}

void TestConnectPage::aModelThatIsNotListedCanBeTyped()
{
    PageFixture fixture([](MemoryConnections &backend) { backend.answers.insert(QStringLiteral("other"), QList<ModelInfo>()); });
    fixture.press(QStringLiteral("Other server"));
    fixture.line(QStringLiteral("Base URL"))->setText(QStringLiteral("https://box.example/v1"));
    fixture.press(QStringLiteral("Test and connect"));
    QTRY_VERIFY(fixture.page.models().isVisible());
    QVERIFY(!fixture.button(QStringLiteral("Use"))->isEnabled());
    QTest::keyClicks(fixture.search(), QStringLiteral(" my-model "));
    QTest::keyClick(fixture.search(), Qt::Key_Return);
    QTRY_COMPARE(fixture.chosen.size(), 1);
    QCOMPARE(fixture.chosen[0][0].value<ModelChoice>().model, QStringLiteral("my-model"));
}

void TestConnectPage::tabStaysOnThePage()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.localServers = {ollama()};
        backend.put({connectionFrom(*presetById(QStringLiteral("openai"))), {}, {}});
    });
    auto *below = new QLineEdit(&fixture.window);
    below->show();
    fixture.page.raise();
    QTRY_VERIFY(fixture.button(QStringLiteral("Connect Ollama 0.12.3")) && fixture.button(QStringLiteral("Use openai")));
    QStringList seen;
    for (int i = 0; i < 40; ++i) {
        fixture.tab();
        QVERIFY(QApplication::focusWidget() && fixture.page.isAncestorOf(QApplication::focusWidget()));
        seen << QApplication::focusWidget()->accessibleName();
    }
    const auto place = [&seen](const char *name) { return seen.indexOf(QString::fromLatin1(name)); };
    QVERIFY2(place("Other server") >= 0 && place("Other server") < place("Look again") && place("Look again") < place("Connect Ollama 0.12.3")
                 && place("Connect Ollama 0.12.3") < place("Use openai") && place("Use openai") < place("Remove openai and its key")
                 && place("Remove openai and its key") < place("Back"),
             qPrintable(seen.join(u',')));
}

void TestConnectPage::everyControlHasAName()
{
    PageFixture fixture([](MemoryConnections &backend) {
        backend.localServers = {ollama()};
        backend.put({connectionFrom(*presetById(QStringLiteral("openai"))), {}, {}});
    });
    QTRY_VERIFY(fixture.button(QStringLiteral("Connect Ollama 0.12.3")) && fixture.button(QStringLiteral("Use openai")));
    fixture.press(QStringLiteral("OpenAI"));
    QStringList nameless;
    for (const QWidget *widget : fixture.page.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool input = button || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget);
        // Qt's own buttons within a line edit aside.
        if (input && !qobject_cast<QLineEdit *>(widget->parent()) && widget->accessibleName().isEmpty() && (!button || button->text().isEmpty()))
            nameless << QString::fromLatin1(widget->metaObject()->className());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestConnectPage::thePageCoversTheWindowAndItsShortcuts()
{
    WindowFixture fixture;
    QApplication::setActiveWindow(fixture.window.get());
    ConnectPage &page = fixture.window->openConnectPage();
    QCOMPARE(page.geometry(), fixture.window->rect());
    fixture.window->resize(700, 600);
    QTRY_COMPARE(page.geometry(), fixture.window->rect());
    QTRY_VERIFY(QApplication::focusWidget() && page.isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_L, Qt::ControlModifier); // the composer's
    QVERIFY(page.isAncestorOf(QApplication::focusWidget()));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!page.isVisible());
    QVERIFY(!page.isAncestorOf(QApplication::focusWidget()));
    QCOMPARE(&fixture.window->openConnectPage(), &page);
}

QTEST_MAIN(TestConnectPage)
#include "TestConnectPage.moc"
