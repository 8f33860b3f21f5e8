#pragma once

#include "base/Clock.h"
#include "model/ConversationTree.h"
#include "model/Draft.h"
#include "presenter/Lineage.h"
#include "presenter/Spending.h"
#include "presenter/Thumbnails.h"
#include "presenter/TimelineModel.h"
#include "presenter/TurnPresenter.h"
#include "providers/models/ModelCatalog.h"
#include "transcript/TranscriptEntry.h"

#include <QObject>

#include <memory>
#include <vector>

namespace vitrine {

// A file that can be saved: handed over by the user or made by code.
struct FileEntry {
    QString name;
    BlobRef blob;
    bool made = false; // by a tool

    bool operator==(const FileEntry &) const = default;
};

// Turns the items of one conversation, live or re-opened, into what transcript, timeline and pictures show. The same items give
// the same entries, however they arrive. Interface thread; no widgets.
class ConversationPresenter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationPresenter)

public:
    ConversationPresenter(const Clock &clock, Thumbnails &thumbnails, QObject *parent = nullptr);
    ~ConversationPresenter() override;

    void clear();
    void open(const ConversationTree &tree); // the newest path
    void addTurn(const Turn &turn);
    void addItem(const ItemPtr &item);
    void setDraft(const Draft &draft);
    // Nothing more comes for this turn.
    void endTurn(const TurnId &turn);

    QList<TranscriptEntry> entries() const;
    TimelineModel &timeline() { return m_timeline; }
    Lineage &lineage() { return m_lineage; }
    const QList<FileEntry> &files() const { return m_files; }
    QList<TurnId> turnIds() const; // in their order
    std::optional<TurnId> lastTurn() const;
    std::optional<Turn> turn(const TurnId &id) const;
    bool isRunning() const; // the last turn
    // The user's message of a turn, for Retry and for editing.
    std::optional<UserMessage> message(const TurnId &turn) const;
    std::optional<TurnEnded> ended(const TurnId &turn) const; // how it ended, if it has
    Spending spending() const; // of all turns shown

    // "answer/<turn>" and so on.
    static QString answerEntry(const TurnId &turn);
    static TurnId turnOfEntry(const QString &entry);

    // The running turn's clock: updates what shows elapsed time.
    void tick();

signals:
    void wasReset();
    void entryAdded(const vitrine::TranscriptEntry &entry);
    void entryChanged(const vitrine::TranscriptEntry &entry);
    void filesChanged();

private:
    TurnPresenter *find(const TurnId &id) const;
    void publish(TurnPresenter &turn);
    void take(TurnPresenter &turn, const ItemPtr &item);
    void addArtifacts(const QList<Artifact> &artifacts, const QString &step);

    std::optional<ModelInfo> modelOf(const Turn &turn) const; // absent for the offline assistant

    const Clock &m_clock;
    mutable std::unique_ptr<ModelCatalog> m_catalog; // read when a model that costs something has answered
    Thumbnails &m_thumbnails;
    TimelineModel m_timeline;
    Lineage m_lineage;
    QList<FileEntry> m_files;
    std::vector<std::unique_ptr<TurnPresenter>> m_turns;
    QHash<QString, TranscriptEntry> m_shown;
    qint64 m_lastSeq = 0;
    bool m_loading = false;
};

} // namespace vitrine
