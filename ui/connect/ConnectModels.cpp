#include "connect/ConnectModels.h"

#include "connect/FormField.h"
#include "models/ModelDelegate.h"
#include "models/ModelList.h"
#include "theme/Icons.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStandardItemModel>
#include <QStyle>
#include <QVBoxLayout>

namespace vitrine {

namespace {

constexpr int idRole = Qt::UserRole + 100;

QStandardItem *rowOf(const ModelInfo &model)
{
    const QString name = model.name.isEmpty() ? model.id : model.name;
    QStringList facts{name == model.id ? QString() : model.id, modelFacts(model)};
    facts.removeAll(QString());
    auto *item = new QStandardItem(name);
    item->setEditable(false);
    item->setData(model.id, idRole);
    item->setData(facts.join(QStringLiteral(" · ")), ModelList::FactsRole);
    item->setData(QStringList{name, facts.join(QStringLiteral(", "))}.join(QStringLiteral(", ")), Qt::AccessibleTextRole);
    return item;
}

} // namespace

ConnectModels::ConnectModels(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QStandardItemModel(this))
    , m_heading(new QLabel(this))
    , m_search(new QLineEdit(this))
    , m_view(new QListView(this))
    , m_none(sentenceLabel("secondary", this))
    , m_state(sentenceLabel("secondary", this))
    , m_use(primaryButton(tr("Use"), this))
{
    build();
    connect(m_search, &QLineEdit::textChanged, this, &ConnectModels::fill);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectModels::showSelection);
    connect(m_view, &QListView::doubleClicked, this, &ConnectModels::take);
    connect(m_use, &QPushButton::clicked, this, &ConnectModels::take);
}

void ConnectModels::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    m_heading->setFont(bodyFont(1.3, QFont::DemiBold));
    m_heading->setWordWrap(true);
    m_search->setProperty("kind", QStringLiteral("search"));
    m_search->setPlaceholderText(tr("Search the models"));
    m_search->setAccessibleName(tr("Search the models"));
    m_search->addAction(themedIcon(QStringLiteral("edit-find")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_view->setModel(m_rows);
    m_view->setItemDelegate(new ModelDelegate(m_view));
    m_view->setAccessibleName(tr("Models"));
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    column->addWidget(m_heading);
    column->addWidget(m_search);
    column->addWidget(m_none);
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_use);
    row->addWidget(m_state, 1);
    row->addStretch();
    column->addLayout(row);
    column->addStretch(0);
}

void ConnectModels::showModels(const QString &heading, const QList<ModelInfo> &models, const QString &wished)
{
    m_heading->setText(heading);
    m_models = models;
    m_wished = wished;
    m_search->clear();
    fill();
    setBusy({});
}

void ConnectModels::fill()
{
    m_rows->clear();
    int wished = 0;
    for (const ModelInfo &model : std::as_const(m_models)) {
        if (!matchesSearch(model, m_search->text()))
            continue;
        if (model.id == m_wished)
            wished = m_rows->rowCount();
        m_rows->appendRow(rowOf(model));
    }
    const QString typed = m_search->text().trimmed();
    QString none;
    if (m_models.isEmpty() && typed.isEmpty())
        none = tr("The server lists no models; type the name of one that it has.");
    else if (m_rows->rowCount() == 0)
        none = tr("The server lists no such model; you can still use \"%1\" if you know that it is there.").arg(typed);
    showSentence(*m_none, none);
    m_view->setVisible(m_rows->rowCount() > 0);
    int height = 2;
    for (int row = 0; row < qMin(m_rows->rowCount(), 100); ++row)
        height += m_view->sizeHintForRow(row);
    m_view->setMaximumHeight(height); // the button stands right below a short list
    select(wished);
}

void ConnectModels::select(int row)
{
    m_view->setCurrentIndex(m_rows->index(row, 0));
    m_view->scrollTo(m_view->currentIndex());
    showSelection();
}

QString ConnectModels::selected() const
{
    return m_rows->rowCount() == 0 ? m_search->text().trimmed() : m_view->currentIndex().data(idRole).toString();
}

void ConnectModels::showSelection()
{
    const QString name = m_rows->rowCount() == 0 ? selected() : m_view->currentIndex().data().toString();
    m_use->setText(name.isEmpty() ? tr("Use") : tr("Use %1").arg(m_use->fontMetrics().elidedText(name, Qt::ElideMiddle, 280)));
    m_use->setAccessibleName(name.isEmpty() ? tr("Use") : tr("Use %1").arg(name));
    m_use->setEnabled(!m_busy && !name.isEmpty());
}

void ConnectModels::take()
{
    const QString model = selected();
    if (!m_busy && !model.isEmpty())
        emit taken(model);
}

void ConnectModels::setBusy(const QString &sentence)
{
    m_busy = !sentence.isEmpty();
    m_state->setProperty("kind", QStringLiteral("secondary"));
    m_state->style()->polish(m_state);
    showSentence(*m_state, sentence);
    showSelection();
}

void ConnectModels::showFailure(const QString &sentence)
{
    setBusy({});
    m_state->setProperty("kind", QStringLiteral("error"));
    m_state->style()->polish(m_state);
    showAlert(*m_state, sentence);
}

void ConnectModels::focusSearch()
{
    m_search->setFocus(Qt::OtherFocusReason);
}

bool ConnectModels::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            select(qBound(0, m_view->currentIndex().row() + (key == Qt::Key_Down ? 1 : -1), qMax(0, m_rows->rowCount() - 1)));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace vitrine
