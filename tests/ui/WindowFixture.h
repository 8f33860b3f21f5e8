#pragma once

#include "MainWindow.h"
#include "composer/Drafts.h"
#include "page/ConversationPage.h"
#include "scenes/MemoryBackend.h"
#include "settings/Settings.h"
#include "support/FakeClock.h"
#include "theme/Theme.h"

#include <QTemporaryDir>

namespace vitrine {

// The real window over a library in memory; the test plays the engine.
struct WindowFixture {
    FakeClock clock;
    QTemporaryDir folder;
    Settings settings{{}};
    Theme theme;
    Drafts drafts{{}};
    MemoryBackend backend;
    std::unique_ptr<MainWindow> window;

    explicit WindowFixture(const std::function<void(MemoryBackend &)> &prepare = {})
    {
        theme.apply(ThemeChoice::Light, false);
        if (prepare)
            prepare(backend);
        window = std::make_unique<MainWindow>(MainWindow::Parts{backend, settings, theme, drafts, clock, folder.filePath(QStringLiteral("incoming")), nullptr});
        window->show();
    }

    ConversationPage &page() { return window->page(); }
    Composer &composer() { return window->page().composer(); }

    QString file(const QString &name, const QByteArray &bytes)
    {
        QFile made(folder.filePath(name));
        if (made.open(QIODevice::WriteOnly))
            made.write(bytes);
        return made.fileName();
    }

    // Starts the turn that was asked for last, as the engine does.
    Turn begin()
    {
        const StartTurn &command = backend.started.constLast();
        Conversation conversation;
        conversation.id = command.conversation.value_or(command.newConversation);
        conversation.title = command.input.text;
        conversation.createdAt = conversation.updatedAt = clock.now();
        Turn turn;
        turn.id = command.turn;
        turn.conversation = conversation.id;
        turn.parent = command.parent;
        turn.startedAt = clock.now();
        backend.beginTurn(conversation, turn, !command.conversation);
        backend.append(turn, UserMessage{command.input.text, {}}, clock.now(), clock.now(), Provenance::User);
        return turn;
    }

    void finish(const Turn &turn, TurnOutcome outcome = TurnOutcome::Completed)
    {
        TurnEnded ended;
        ended.outcome = outcome;
        backend.append(turn, ended, clock.now(), clock.now());
        backend.endTurn(turn);
    }
};

} // namespace vitrine
