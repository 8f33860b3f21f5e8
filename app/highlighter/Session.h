#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace vitrine::highlight {

// Answers requests one after the other and keeps, for blocks that are still growing, the state after their last line.
class Session final : private KSyntaxHighlighting::AbstractHighlighter
{
public:
    QByteArray hello() const;
    // One line in, one line out; empty for a request that is none.
    QByteArray answer(const QByteArray &request);

private:
    struct Block {
        QString language;
        KSyntaxHighlighting::Definition definition;
        KSyntaxHighlighting::State state;
        int lines = 0;
        quint64 lastUse = 0;
    };

    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override;
    Block &begin(const QString &name, const QString &language);
    void highlight(Block &block, const QString &text);

    KSyntaxHighlighting::Repository m_repository;
    QHash<QString, Block> m_blocks;
    quint64 m_uses = 0;
    qint64 m_lineStart = 0;
    QByteArray m_runs; // JSON
};

} // namespace vitrine::highlight
