#include "Session.h"

#include "HighlightProtocol.h"
#include "Languages.h"

#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Theme>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>

#include <algorithm>

namespace vitrine::highlight {

namespace {

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonArray styleNames()
{
    const QMetaEnum styles = QMetaEnum::fromType<KSyntaxHighlighting::Theme::TextStyle>();
    QJsonArray names;
    // By value, not by position: runs carry the value.
    for (int value = 0; styles.valueToKey(value); ++value)
        names.append(QString::fromLatin1(styles.valueToKey(value)));
    return names;
}

} // namespace

QByteArray Session::hello() const
{
    QJsonArray languages;
    const auto definitions = m_repository.definitions();
    for (const auto &definition : definitions) {
        if (!definition.isHidden())
            languages.append(definition.name());
    }
    return line({{QStringLiteral("protocol"), protocolVersion},
                 {QStringLiteral("engine"), QStringLiteral(VITRINE_HIGHLIGHT_ENGINE)},
                 {QStringLiteral("styles"), styleNames()},
                 {QStringLiteral("languages"), languages}});
}

QByteArray Session::answer(const QByteArray &request)
{
    const QJsonObject object = QJsonDocument::fromJson(request).object();
    const QJsonValue id = object.value(QStringLiteral("id"));
    if (!id.isDouble())
        return {};
    const QString name = object.value(QStringLiteral("block")).toString();
    const QString language = object.value(QStringLiteral("language")).toString();
    const int first = object.value(QStringLiteral("first")).toInt();

    auto known = m_blocks.find(name);
    if (first > 0 && (known == m_blocks.end() || known->lines != first || known->language != language))
        return line({{QStringLiteral("id"), id}, {QStringLiteral("again"), true}});
    Block &block = first > 0 ? *known : begin(name, language);
    block.lastUse = ++m_uses;
    m_runs.clear();
    highlight(block, object.value(QStringLiteral("text")).toString());
    // Written by hand: as a QJsonArray of arrays this takes several times as long.
    return "{\"id\":" + QByteArray::number(qint64(id.toDouble())) + ",\"runs\":[" + m_runs + "]}\n";
}

Session::Block &Session::begin(const QString &name, const QString &language)
{
    if (m_blocks.size() >= keptBlocks && !m_blocks.contains(name))
        m_blocks.erase(std::min_element(m_blocks.begin(), m_blocks.end(), [](const Block &a, const Block &b) { return a.lastUse < b.lastUse; }));
    Block &block = m_blocks[name];
    block = {};
    block.language = language;
    block.definition = definitionOf(m_repository, language);
    return block;
}

void Session::highlight(Block &block, const QString &text)
{
    setDefinition(block.definition);
    m_lineStart = 0;
    while (true) {
        const qint64 end = text.indexOf(QLatin1Char('\n'), int(m_lineStart));
        const QString content = text.mid(int(m_lineStart), end < 0 ? -1 : int(end - m_lineStart));
        if (block.definition.isValid())
            block.state = highlightLine(content, block.state);
        ++block.lines;
        if (end < 0)
            break;
        m_lineStart = end + 1;
    }
}

void Session::applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format)
{
    const int style = int(format.textStyle());
    if (length <= 0 || style == 0)
        return;
    if (!m_runs.isEmpty())
        m_runs += ',';
    m_runs += '[' + QByteArray::number(m_lineStart + offset) + ',' + QByteArray::number(length) + ',' + QByteArray::number(style) + ']';
}

} // namespace vitrine::highlight
