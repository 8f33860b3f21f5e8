#include "engine/TurnState.h"

namespace vitrine {

namespace {

struct Transition {
    TurnState from;
    TurnEvent event;
    TurnState to;
};

using S = TurnState;
using E = TurnEvent;

constexpr Transition transitions[] = {
    {S::Preparing, E::Prepared, S::Recording},
    {S::Recording, E::Recorded, S::Requesting},
    {S::Requesting, E::Arrived, S::Streaming},
    {S::Streaming, E::AnsweredCalls, S::Working},
    {S::Streaming, E::AnsweredAll, S::Closing},
    {S::Working, E::CallsDone, S::Requesting},
    {S::Closing, E::Committed, S::Ended},

    {S::Preparing, E::Stop, S::Ended}, // nothing is stored yet, so nothing is left to commit
    {S::Recording, E::Stop, S::Stopping},
    {S::Requesting, E::Stop, S::Stopping},
    {S::Streaming, E::Stop, S::Stopping},
    {S::Working, E::Stop, S::Stopping},
    {S::Stopping, E::Committed, S::Ended},
};

} // namespace

std::optional<TurnState> nextState(TurnState state, TurnEvent event)
{
    for (const Transition &transition : transitions) {
        if (transition.from == state && transition.event == event)
            return transition.to;
    }
    return std::nullopt;
}

QString toString(TurnState state)
{
    switch (state) {
    case S::Preparing:
        return QStringLiteral("preparing");
    case S::Recording:
        return QStringLiteral("recording");
    case S::Requesting:
        return QStringLiteral("requesting");
    case S::Streaming:
        return QStringLiteral("streaming");
    case S::Working:
        return QStringLiteral("working");
    case S::Stopping:
        return QStringLiteral("stopping");
    case S::Closing:
        return QStringLiteral("closing");
    case S::Ended:
        return QStringLiteral("ended");
    }
    return {};
}

} // namespace vitrine
