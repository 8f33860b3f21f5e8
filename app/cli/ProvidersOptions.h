#pragma once

#include "connections/Connections.h"

#include <QStringList>

#include <variant>

namespace vitrine {

struct ProvidersOptions {
    enum class Action { List, Add, Remove, Test };
    Action action = Action::List;
    QString name;
    bool json = false;
    Connection connection;   // Add
    NewKey key;              // Add; `typed` is still empty
    bool keyOnInput = false; // Add: the key is the first line of standard input
};

// What the command line asks for, or the exit status after it was said what is wrong with it.
std::variant<ProvidersOptions, int> parseProvidersOptions(const QStringList &arguments);

} // namespace vitrine
