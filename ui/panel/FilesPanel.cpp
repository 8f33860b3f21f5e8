#include "panel/FilesPanel.h"

#include "images/SaveBlob.h"
#include "presenter/ConversationPresenter.h"
#include "presenter/Words.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"
#include "widgets/Card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

FilesPanel::FilesPanel(ConversationPresenter &presenter, const BlobReader &blobs, QWidget *parent)
    : QScrollArea(parent)
    , m_presenter(presenter)
    , m_blobs(blobs)
{
    setAccessibleName(tr("Files"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 4, 12, 16);
    m_column->setSpacing(6);
    m_column->setAlignment(Qt::AlignTop);
    setWidget(content);
    connect(&presenter, &ConversationPresenter::filesChanged, this, &FilesPanel::rebuild);
    rebuild();
}

void FilesPanel::rebuild()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    if (m_presenter.files().isEmpty()) {
        auto *label = new QLabel(tr("Files that you add and files that code makes appear here and can be saved."), widget());
        label->setProperty("kind", QStringLiteral("secondary"));
        label->setWordWrap(true);
        label->setContentsMargins(4, 12, 4, 0);
        m_column->addWidget(label);
    }
    for (const FileEntry &file : m_presenter.files())
        addRow(file);
}

void FilesPanel::addRow(const FileEntry &file)
{
    auto *card = new Card(widget());
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(14, 8, 6, 8);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *name = new ElidedLabel(card);
    name->setFont(bodyFont(0.95));
    name->setText(words::withHiddenShown(file.name));
    auto *facts = new ElidedLabel(card, ElidedLabel::Ink::Secondary);
    facts->setFont(bodyFont(0.86));
    facts->setText(QStringLiteral("%1 · %2").arg(file.made ? tr("made here") : tr("added by you"), words::size(file.blob.size)));
    words->addWidget(name);
    words->addWidget(facts);
    row->addLayout(words, 1);
    QToolButton *save = iconButton(QStringLiteral("document-save"), tr("Save %1").arg(file.name), card, tr("Save"));
    row->addWidget(save);
    connect(save, &QToolButton::clicked, this, [this, file] {
        saveBlob(this, m_blobs, file.blob, file.name, [this](const QString &sentence) { emit failed(sentence); });
    });
    m_column->addWidget(card);
}

} // namespace vitrine
