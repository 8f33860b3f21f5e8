#include "presenter/ConversationPresenter.h"

#include "presenter/Words.h"

#include <QJsonDocument>

namespace vitrine {

ConversationPresenter::ConversationPresenter(const Clock &clock, Thumbnails &thumbnails, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_thumbnails(thumbnails)
{
    connect(&m_thumbnails, &Thumbnails::arrived, this, [this](const QString &sha256) {
        for (const auto &turn : m_turns) {
            if (turn->shows(sha256))
                publish(*turn);
        }
    });
}

ConversationPresenter::~ConversationPresenter() = default;

QString ConversationPresenter::answerEntry(const TurnId &turn)
{
    return QStringLiteral("answer/") + turn.value;
}

TurnId ConversationPresenter::turnOfEntry(const QString &entry)
{
    return {entry.section(u'/', 1)};
}

TurnPresenter *ConversationPresenter::find(const TurnId &id) const
{
    for (const auto &turn : m_turns) {
        if (turn->turn().id == id)
            return turn.get();
    }
    return nullptr;
}

void ConversationPresenter::clear()
{
    m_turns.clear();
    m_shown.clear();
    m_files.clear();
    m_lastSeq = 0;
    m_lineage.clear();
    m_timeline.clear();
    emit filesChanged();
    emit wasReset();
}

void ConversationPresenter::open(const ConversationTree &tree)
{
    clear();
    const auto leaf = tree.newestLeaf();
    if (!leaf)
        return;
    m_loading = true;
    QList<Step> steps;
    for (const TurnId &id : tree.pathTo(*leaf)) {
        addTurn(*tree.turn(id));
        TurnPresenter &turn = *m_turns.back();
        for (const ItemPtr &item : tree.items(id)) {
            turn.add(*item);
            take(turn, item);
        }
        steps << turn.steps();
    }
    m_loading = false;
    m_lastSeq = tree.lastSeq();
    m_timeline.reset(steps);
    for (const TranscriptEntry &entry : entries())
        m_shown.insert(entry.id, entry);
    emit filesChanged();
    emit wasReset();
}

void ConversationPresenter::addTurn(const Turn &turn)
{
    if (find(turn.id))
        return;
    // A sibling takes the place of what was shown from its fork on.
    if (!m_loading && !m_turns.empty() && turn.parent != std::optional(m_turns.back()->turn().id)) {
        while (!m_turns.empty() && turn.parent != std::optional(m_turns.back()->turn().id))
            m_turns.pop_back();
        QList<Step> steps;
        for (const auto &kept : m_turns)
            steps << kept->steps();
        m_timeline.reset(steps);
        m_shown.clear();
        for (const TranscriptEntry &entry : entries())
            m_shown.insert(entry.id, entry);
        emit wasReset();
    }
    m_turns.push_back(std::make_unique<TurnPresenter>(turn));
}

void ConversationPresenter::addItem(const ItemPtr &item)
{
    TurnPresenter *turn = find(item->turn);
    // What the opened tree held already may be announced once more.
    if (!turn || item->seq <= m_lastSeq)
        return;
    m_lastSeq = item->seq;
    turn->add(*item);
    take(*turn, item);
    publish(*turn);
}

void ConversationPresenter::setDraft(const Draft &draft)
{
    if (TurnPresenter *turn = find(draft.turn)) {
        turn->setDraft(draft);
        publish(*turn);
    }
}

void ConversationPresenter::endTurn(const TurnId &id)
{
    TurnPresenter *turn = find(id);
    if (!turn || !turn->isRunning())
        return;
    turn->close();
    publish(*turn);
}

void ConversationPresenter::tick()
{
    if (isRunning())
        publish(*m_turns.back());
}

// Says what differs from what was said before, so that a timer or a thumbnail costs nothing when nothing shows it.
void ConversationPresenter::publish(TurnPresenter &turn)
{
    for (const Step &step : turn.steps())
        m_timeline.put(step);
    if (!turn.hasMessage())
        return;
    for (const TranscriptEntry &entry : turn.entries(m_clock.now(), m_thumbnails)) {
        const auto shown = m_shown.constFind(entry.id);
        if (shown == m_shown.cend()) {
            m_shown.insert(entry.id, entry);
            emit entryAdded(entry);
        } else if (!(*shown == entry)) {
            m_shown.insert(entry.id, entry);
            emit entryChanged(entry);
        }
    }
}

void ConversationPresenter::take(TurnPresenter &turn, const ItemPtr &item)
{
    const qsizetype filesBefore = m_files.size();
    if (const auto *message = std::get_if<UserMessage>(&item->body)) {
        for (const Attachment &attachment : message->attachments) {
            m_files.append({attachment.name, attachment.blob, false});
            if (!attachment.image.isEmpty())
                m_lineage.add({attachment.image, {}, attachment.image, attachment.name, attachment.blob, attachment.size, identityMatrix, {}});
        }
    } else if (const auto *picture = std::get_if<ImageStep>(&item->body)) {
        const QString title = words::pictureOperation(picture->op, QJsonDocument::fromJson(picture->params).object());
        QString step;
        for (const Step &card : turn.steps()) {
            if (card.callId == picture->callId)
                step = card.id;
        }
        m_lineage.add({picture->image, picture->parent, picture->root, title, picture->blob, picture->size, picture->matrixToRoot, step});
    } else if (const auto *output = std::get_if<ToolOutput>(&item->body)) {
        QString step;
        for (const Step &card : turn.steps()) {
            if (card.callId == output->callId)
                step = card.id;
        }
        addArtifacts(output->artifacts, step);
    } else if (const auto *hosted = std::get_if<HostedCall>(&item->body)) {
        addArtifacts(hosted->artifacts, item->id.value);
    } else if (const auto *ended = std::get_if<TurnEnded>(&item->body)) {
        if (const std::optional<ModelInfo> model = modelOf(turn.turn()))
            turn.setCost(price(ended->usage, *model));
    }
    if (!m_loading && m_files.size() != filesBefore)
        emit filesChanged();
}

void ConversationPresenter::addArtifacts(const QList<Artifact> &artifacts, const QString &step)
{
    for (const Artifact &artifact : artifacts) {
        m_files.append({artifact.name, artifact.blob, true});
        if (artifact.blob.mime.startsWith(QLatin1String("image/")))
            m_lineage.addArtifact(artifact, step);
    }
}

QList<TranscriptEntry> ConversationPresenter::entries() const
{
    QList<TranscriptEntry> result;
    for (const auto &turn : m_turns)
        result << turn->entries(m_clock.now(), m_thumbnails);
    return result;
}

QList<TurnId> ConversationPresenter::turnIds() const
{
    QList<TurnId> ids;
    for (const auto &turn : m_turns)
        ids.append(turn->turn().id);
    return ids;
}

std::optional<TurnId> ConversationPresenter::lastTurn() const
{
    return m_turns.empty() ? std::nullopt : std::optional(m_turns.back()->turn().id);
}

std::optional<Turn> ConversationPresenter::turn(const TurnId &id) const
{
    const TurnPresenter *turn = find(id);
    return turn ? std::optional(turn->turn()) : std::nullopt;
}

bool ConversationPresenter::isRunning() const
{
    return !m_turns.empty() && m_turns.back()->isRunning();
}

std::optional<UserMessage> ConversationPresenter::message(const TurnId &id) const
{
    const TurnPresenter *turn = find(id);
    return turn ? turn->message() : std::nullopt;
}

std::optional<TurnEnded> ConversationPresenter::ended(const TurnId &id) const
{
    const TurnPresenter *turn = find(id);
    return turn ? turn->ended() : std::nullopt;
}

Spending ConversationPresenter::spending() const
{
    Spending sum;
    for (const auto &turn : m_turns) {
        if (turn->ended())
            sum.add(*turn->ended(), modelOf(turn->turn()));
    }
    return sum;
}

std::optional<ModelInfo> ConversationPresenter::modelOf(const Turn &turn) const
{
    if (turn.provider.isEmpty() || turn.provider == QLatin1String("offline"))
        return std::nullopt;
    if (!m_catalog)
        m_catalog = std::make_unique<ModelCatalog>();
    return m_catalog->info(turn.model);
}

} // namespace vitrine
