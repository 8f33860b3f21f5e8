#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace vitrine {

// A heading with a copy button over text in the fixed font. Shows the first part of long text; hidden characters are made visible.
class CodeBlock final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CodeBlock)

public:
    explicit CodeBlock(const QString &heading, QWidget *parent = nullptr);
    void setText(const QString &text);
    void setHeading(const QString &heading);

private:
    QLabel *m_heading;
    QPlainTextEdit *m_edit;
    QString m_text;
};

} // namespace vitrine
