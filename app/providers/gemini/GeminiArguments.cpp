#include "providers/gemini/GeminiArguments.h"

#include "base/Json.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

#include <optional>
#include <vector>

namespace vitrine::gemini {

namespace {

// No schema nests deeper; bounds the recursion that turns the tree into JSON.
constexpr qsizetype deepest = 64;

// A step into an object or an array.
struct Step {
    QString name;
    bool isIndex = false;
};

// $.a.b, $.list[0], $['a b'], $["a"]
std::optional<std::vector<Step>> stepsOf(const QString &path)
{
    std::vector<Step> steps;
    qsizetype at = path.startsWith(QLatin1Char('$')) ? 1 : 0;
    while (at < path.size()) {
        if (path[at] == QLatin1Char('[')) {
            const bool quoted = at + 1 < path.size() && (path[at + 1] == QLatin1Char('\'') || path[at + 1] == QLatin1Char('"'));
            const QString closing = quoted ? QString(path[at + 1]) + QLatin1Char(']') : QStringLiteral("]");
            const qsizetype begin = at + (quoted ? 2 : 1);
            const qsizetype end = path.indexOf(closing, begin);
            if (end < 0)
                return std::nullopt;
            steps.push_back({path.mid(begin, end - begin), !quoted});
            at = end + closing.size();
        } else {
            const qsizetype begin = path[at] == QLatin1Char('.') ? at + 1 : at;
            qsizetype end = begin;
            while (end < path.size() && path[end] != QLatin1Char('.') && path[end] != QLatin1Char('['))
                ++end;
            if (end == begin)
                return std::nullopt;
            steps.push_back({path.mid(begin, end - begin), false});
            at = end;
        }
    }
    if (steps.empty() || static_cast<qsizetype>(steps.size()) > deepest)
        return std::nullopt;
    return steps;
}

// The JSON text of a string, without its quotes.
QString escaped(const QString &text)
{
    const QByteArray json = toJson(QJsonArray{text});
    return QString::fromUtf8(json.sliced(2, json.size() - 4));
}

QString scalar(const QJsonValue &value)
{
    const QByteArray json = toJson(QJsonArray{value});
    return QString::fromUtf8(json.sliced(1, json.size() - 2));
}

} // namespace

struct StreamedArguments::Node {
    std::optional<QString> text;
    QJsonValue value; // number, boolean, null, or a whole value that came along
    QHash<QString, Node *> byName;
    std::vector<std::pair<QString, std::unique_ptr<Node>>> members;
    std::vector<std::unique_ptr<Node>> elements;

    Node *member(const QString &name)
    {
        Node *&known = byName[name];
        if (!known) {
            members.emplace_back(name, std::make_unique<Node>());
            known = members.back().second.get();
        }
        return known;
    }
    // An index beyond the end means the next one: nothing is filled up.
    Node *element(qulonglong index)
    {
        if (index < elements.size())
            return elements[index].get();
        elements.push_back(std::make_unique<Node>());
        return elements.back().get();
    }
    QJsonValue json() const
    {
        if (!members.empty()) {
            QJsonObject object = value.toObject();
            for (const auto &[name, node] : members)
                object[name] = node->json();
            return object;
        }
        if (!elements.empty()) {
            QJsonArray array;
            for (const auto &node : elements)
                array.append(node->json());
            return array;
        }
        return text ? QJsonValue(*text) : value;
    }
};

StreamedArguments::StreamedArguments() : m_root(std::make_unique<Node>()) {}
StreamedArguments::StreamedArguments(StreamedArguments &&) noexcept = default;
StreamedArguments &StreamedArguments::operator=(StreamedArguments &&) noexcept = default;
StreamedArguments::~StreamedArguments() = default;

StreamedArguments::Node *StreamedArguments::nodeAt(const QString &path)
{
    const std::optional<std::vector<Step>> steps = stepsOf(path);
    if (!steps)
        return nullptr;
    Node *node = m_root.get();
    for (const Step &step : *steps) {
        bool isNumber = false;
        const qulonglong index = step.isIndex ? step.name.toULongLong(&isNumber) : 0;
        node = isNumber ? node->element(index) : node->member(step.name);
    }
    return node;
}

QString StreamedArguments::take(const QJsonObject &partialArg)
{
    const QString path = partialArg.value(QLatin1String("jsonPath")).toString();
    const bool goesOn = m_continues && path == m_path && m_node;
    Node *node = goesOn ? m_node : nodeAt(path);
    if (!node)
        return {};
    QString shown;
    if (!goesOn) {
        const QString name = path.startsWith(QLatin1String("$.")) ? path.sliced(2) : path;
        shown = (m_any ? QStringLiteral(", \"") : QStringLiteral("{\"")) + escaped(name) + QStringLiteral("\": ");
    }
    m_any = true;
    m_continues = partialArg.value(QLatin1String("willContinue")).toBool();
    m_path = path;
    m_node = node;
    if (const QJsonValue text = partialArg.value(QLatin1String("stringValue")); text.isString()) {
        if (!goesOn) {
            shown += QLatin1Char('"');
            node->text.reset();
        }
        if (!node->text)
            node->text.emplace();
        *node->text += text.toString();
        shown += escaped(text.toString());
        if (!m_continues)
            shown += QLatin1Char('"');
        return shown;
    }
    for (const char *key : {"numberValue", "boolValue"}) {
        const QJsonValue value = partialArg.value(QLatin1String(key));
        if (value.isDouble() || value.isBool())
            node->value = value;
    }
    return goesOn ? QString() : shown + scalar(node->value);
}

void StreamedArguments::merge(const QJsonObject &args)
{
    for (auto it = args.begin(); it != args.end(); ++it)
        m_root->member(it.key())->value = it.value();
}

QJsonObject StreamedArguments::json() const
{
    return m_root->json().toObject();
}

} // namespace vitrine::gemini
