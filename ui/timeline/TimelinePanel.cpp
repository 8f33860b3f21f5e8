#include "timeline/TimelinePanel.h"

#include "presenter/Thumbnails.h"
#include "presenter/TimelineModel.h"
#include "timeline/StepCard.h"
#include "widgets/Buttons.h"

#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace vitrine {

namespace {
constexpr int mostCards = 200; // more are made when asked for
}

TimelinePanel::TimelinePanel(TimelineModel &model, Thumbnails &thumbnails, const Clock &clock, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_thumbnails(thumbnails)
    , m_clock(clock)
    , m_content(new QWidget)
    , m_column(new QVBoxLayout(m_content))
{
    setAccessibleName(tr("Timeline"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    m_column->setContentsMargins(12, 4, 12, 16);
    m_column->setSpacing(6);
    m_column->setAlignment(Qt::AlignTop);
    setWidget(m_content);
    connect(&model, &TimelineModel::wasReset, this, &TimelinePanel::rebuild);
    connect(&model, &TimelineModel::stepAdded, this, [this](int index) {
        addCard(index);
        updateSpans();
    });
    connect(&model, &TimelineModel::stepChanged, this, [this](int index) {
        const Step &step = m_model.steps()[index];
        if (StepCard *card = m_cards.value(step.id))
            card->setStep(step);
        updateSpans();
    });
    connect(&thumbnails, &Thumbnails::arrived, this, [this](const QString &sha256) {
        for (StepCard *card : std::as_const(m_cards)) {
            for (const StepPicture &picture : card->step().pictures) {
                if (picture.blob.sha256 == sha256)
                    card->refreshPictures();
            }
        }
    });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { m_following = atEnd(); });
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { follow(); });
    rebuild();
}

bool TimelinePanel::atEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 24;
}

void TimelinePanel::follow()
{
    if (m_following)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void TimelinePanel::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_cards.clear();
    m_empty = nullptr;
    m_following = true;
    const int count = int(m_model.steps().size());
    m_first = qMax(0, count - mostCards);
    if (count == 0) {
        auto *label = new QLabel(tr("Each step of an answer appears here while it happens: what was thought, run, and seen."), m_content);
        label->setProperty("kind", QStringLiteral("secondary"));
        label->setWordWrap(true);
        label->setContentsMargins(4, 12, 4, 0);
        m_empty = label;
        m_column->addWidget(label);
        return;
    }
    if (m_first > 0) {
        m_earlier = linkButton(tr("Show %n earlier step(s)", nullptr, m_first), m_content);
        m_column->addWidget(m_earlier);
        connect(m_earlier, &QPushButton::clicked, this, [this] {
            m_earlier->deleteLater();
            const int last = std::exchange(m_first, 0);
            for (int i = 0; i < last; ++i)
                addCard(i);
            updateSpans();
        });
    }
    for (int i = m_first; i < count; ++i)
        addCard(i);
    updateSpans();
}

void TimelinePanel::addCard(int index)
{
    if (m_empty) {
        m_empty->deleteLater();
        m_empty = nullptr;
    }
    const Step &step = m_model.steps()[index];
    auto *card = new StepCard(m_thumbnails, m_content);
    card->setStep(step);
    m_cards.insert(step.id, card);
    m_column->insertWidget(qMin(index - m_first + (m_first > 0 ? 1 : 0), m_column->count()), card);
    connect(card, &StepCard::pictureActivated, this, &TimelinePanel::pictureActivated);
    // Opening a card is reading it: the newest must not pull it away.
    connect(card, &StepCard::openChanged, this, [this](bool open) { m_following = m_following && !open; });
}

void TimelinePanel::updateSpans()
{
    const QDateTime now = m_clock.now();
    QHash<TurnId, std::pair<QDateTime, QDateTime>> spans;
    for (const Step &step : m_model.steps()) {
        StepCard *card = m_cards.value(step.id);
        if (!card)
            continue;
        if (!spans.contains(step.turn))
            spans.insert(step.turn, m_model.span(step.turn));
        auto span = spans.value(step.turn);
        if (step.phase == StepPhase::Running)
            span.second = qMax(span.second, now);
        card->setSpan(span.first, span.second, now);
    }
}

void TimelinePanel::tick()
{
    if (isVisible())
        updateSpans();
}

void TimelinePanel::showStep(const QString &id)
{
    for (StepCard *card : std::as_const(m_cards))
        card->setMarked(card->step().id == id);
    StepCard *card = m_cards.value(id);
    if (!card)
        return;
    m_following = false;
    card->setOpen(true);
    m_content->layout()->activate();
    ensureWidgetVisible(card, 0, 12);
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    follow();
}

} // namespace vitrine
