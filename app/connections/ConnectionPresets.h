#pragma once

#include "connections/Connection.h"

#include <QList>

#include <optional>

namespace vitrine {

// What is known beforehand about a provider or a kind of server.
struct ConnectionPreset {
    QString id;          // "openai"
    QString title;       // as a person knows it; "other" is translated
    Api api = Api::Chat;
    QString baseUrl;     // empty: the person has to give one; with RESOURCE in it: to be completed
    QString keyVariable; // the environment variable that usually holds the key; empty: none is needed
    QString keyPage;     // where a key is made; shown as text, never opened unasked
    QString defaultModel; // empty: the first of the server's list
    QString keyHeader;   // empty: the API's own
    bool local = false;  // runs on this machine
};

const QList<ConnectionPreset> &connectionPresets();
std::optional<ConnectionPreset> presetById(const QString &id);
// A connection as the preset describes it; its key is none.
Connection connectionFrom(const ConnectionPreset &preset);
// The base URL is one that only the person knows.
bool needsBaseUrl(const ConnectionPreset &preset);

} // namespace vitrine
