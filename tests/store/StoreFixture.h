#pragma once

#include "store/Store.h"
#include "support/FakeClock.h"
#include "support/TestPrint.h"

#include <QTemporaryDir>

namespace vitrine {

// A profile folder of its own with a conversation and a turn in it.
struct Profile {
    QTemporaryDir above;
    FakeClock clock;
    ConversationId conversation = ConversationId::create(1);
    TurnId turn = TurnId::create(2);

    QString folder() const { return above.filePath(QStringLiteral("data")); }
    QString file() const { return folder() + QStringLiteral("/conversations.sqlite"); }
    Result<std::unique_ptr<Store>> open() { return Store::open({folder()}, clock); }

    Conversation newConversation() const { return {conversation, {}, clock.now(), clock.now(), false, std::nullopt}; }
    Turn newTurn() const { return {turn, conversation, std::nullopt, clock.now(), QStringLiteral("offline"), QStringLiteral("rules"), QStringLiteral("high")}; }
    Item newItem(const ItemBody &body) const
    {
        return {0, ItemId::create(clock.now().toMSecsSinceEpoch()), conversation, turn, ItemStatus::Completed, Provenance::Provider, clock.now(), clock.now().addMSecs(5), body};
    }
    // Opens the store and puts conversation and turn in; null when that fails.
    std::unique_ptr<Store> begin()
    {
        auto store = open();
        if (!store || !(*store)->createConversation(newConversation()) || !(*store)->startTurn(newTurn()))
            return nullptr;
        return std::move(*store);
    }
};

} // namespace vitrine
