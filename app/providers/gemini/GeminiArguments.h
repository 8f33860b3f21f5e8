#pragma once

#include <QJsonObject>
#include <QString>

#include <memory>

namespace vitrine::gemini {

// The arguments of a call that arrive in pieces, as Vertex streams them:
//     {"jsonPath":"$.location","stringValue":"Bos","willContinue":true}, {"jsonPath":"$.location","stringValue":"ton"}
// Linear in what came in; what has no usable path is left out.
class StreamedArguments
{
public:
    StreamedArguments();
    StreamedArguments(StreamedArguments &&) noexcept;
    StreamedArguments &operator=(StreamedArguments &&) noexcept;
    ~StreamedArguments();

    // What a person sees of it: JSON text that grows, without the nesting.
    QString take(const QJsonObject &partialArg);
    // Whole arguments that came along in one piece.
    void merge(const QJsonObject &args);
    QJsonObject json() const;

private:
    struct Node;

    Node *nodeAt(const QString &path);

    std::unique_ptr<Node> m_root;
    QString m_path;         // of the piece before
    Node *m_node = nullptr; // where that path leads to
    bool m_continues = false; // its text goes on
    bool m_any = false;
};

} // namespace vitrine::gemini
