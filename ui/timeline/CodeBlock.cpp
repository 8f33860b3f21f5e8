#include "timeline/CodeBlock.h"

#include "presenter/Words.h"
#include "theme/Theme.h"
#include "widgets/Buttons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

namespace {
constexpr qsizetype shownCharacters = 20'000;
constexpr int shownLines = 14;
} // namespace

CodeBlock::CodeBlock(const QString &heading, QWidget *parent)
    : QWidget(parent)
    , m_heading(new QLabel(heading, this))
    , m_edit(new QPlainTextEdit(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    m_heading->setProperty("kind", QStringLiteral("secondary"));
    m_heading->setFont(bodyFont(0.86));
    row->addWidget(m_heading, 1);
    QToolButton *copy = iconButton(QStringLiteral("edit-copy"), tr("Copy"), this);
    copy->setIconSize(QSize(14, 14));
    row->addWidget(copy);
    column->addLayout(row);
    m_edit->setProperty("kind", QStringLiteral("code"));
    m_edit->setReadOnly(true);
    m_edit->setFont(codeFont());
    m_edit->setTabChangesFocus(true);
    m_edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_edit->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_edit->setAccessibleName(heading);
    column->addWidget(m_edit);
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_text); });
}

void CodeBlock::setHeading(const QString &heading)
{
    m_heading->setText(heading);
}

void CodeBlock::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_edit->setPlainText(words::withHiddenShown(text.left(shownCharacters)));
    const int lines = qBound(1, int(m_edit->toPlainText().count(u'\n')) + 1 + int(m_edit->toPlainText().size() / 48), shownLines);
    m_edit->setFixedHeight(lines * QFontMetrics(m_edit->font()).lineSpacing() + 20);
}

} // namespace vitrine
