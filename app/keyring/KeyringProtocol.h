#pragma once

// What vitrine-keyring and its client say to each other. The program is asked once and ends: `vitrine-keyring read|write|remove|probe`,
// one JSON object on standard input until its end, and as the answer lines of one JSON object each. Secrets never stand in arguments.
//
// Question: {"entry": NAME, "secret": TEXT}; `secret` for write only, neither for probe.
// Answer:   {"status": one of those below, "secret": TEXT (read), "keyring": who keeps it, "detail": words of the service, never a secret}
// While the service waits for a person who unlocks it there is one line before that: {"status": "unlocking"}.
namespace vitrine::keyring {

inline constexpr char service[] = "Vitrine"; // under which all entries lie

inline constexpr char done[] = "done";
inline constexpr char notFound[] = "not_found";     // the keyring is open and has no such entry
inline constexpr char locked[] = "locked";          // nobody knows whether it has one
inline constexpr char denied[] = "denied";
inline constexpr char unavailable[] = "unavailable"; // this session has no keyring
inline constexpr char failed[] = "failed";
inline constexpr char unlocking[] = "unlocking";

inline constexpr int largestQuestion = 64 * 1024; // bytes

} // namespace vitrine::keyring
