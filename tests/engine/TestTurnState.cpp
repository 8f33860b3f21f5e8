#include "engine/TurnState.h"

#include <QTest>

using namespace vitrine;

class TestTurnState : public QObject
{
    Q_OBJECT

private slots:
    void aTurnWithToolsComesToItsEnd()
    {
        TurnState state = TurnState::Preparing;
        const auto step = [&state](TurnEvent event, TurnState expected) {
            const auto next = nextState(state, event);
            QVERIFY(next.has_value());
            state = *next;
            QCOMPARE(toString(state), toString(expected));
        };
        step(TurnEvent::Prepared, TurnState::Recording);
        step(TurnEvent::Recorded, TurnState::Requesting);
        step(TurnEvent::Arrived, TurnState::Streaming);
        step(TurnEvent::AnsweredCalls, TurnState::Working);
        step(TurnEvent::CallsDone, TurnState::Requesting);
        step(TurnEvent::Arrived, TurnState::Streaming);
        step(TurnEvent::AnsweredAll, TurnState::Closing);
        step(TurnEvent::Committed, TurnState::Ended);
    }

    void everyOpenStateCanBeStopped()
    {
        for (TurnState state : {TurnState::Recording, TurnState::Requesting, TurnState::Streaming, TurnState::Working})
            QCOMPARE(nextState(state, TurnEvent::Stop), std::optional(TurnState::Stopping));
        QCOMPARE(nextState(TurnState::Preparing, TurnEvent::Stop), std::optional(TurnState::Ended));
    }

    void whatHasEndedStaysEnded()
    {
        for (TurnEvent event : {TurnEvent::Prepared, TurnEvent::Recorded, TurnEvent::Arrived, TurnEvent::AnsweredCalls, TurnEvent::AnsweredAll, TurnEvent::CallsDone,
                                TurnEvent::Stop, TurnEvent::Committed})
            QCOMPARE(nextState(TurnState::Ended, event), std::nullopt);
        // A second stop changes nothing.
        QCOMPARE(nextState(TurnState::Stopping, TurnEvent::Stop), std::nullopt);
        QCOMPARE(nextState(TurnState::Closing, TurnEvent::Stop), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestTurnState)
#include "TestTurnState.moc"
