#pragma once

#include "transcript/MarkdownBlock.h"

struct cmark_node;

namespace vitrine {

// Gathers the inline nodes of one paragraph, heading or cell into a RichText.
class InlineBuilder
{
public:
    void begin();
    void visit(cmark_node *node, bool enter);
    RichText take();

private:
    void appendProse(const QString &text);
    void append(QStringView text, quint16 flags);
    void appendCode(const QString &literal);
    void appendPicture(const QString &address);
    void enterLink(const QString &address);

    RichText m_rich;
    quint16 m_flags = 0;
    int m_link = -1;
    bool m_unsure = false;
    int m_pictureDepth = 0;  // the words of a picture are gathered apart
    QString m_pictureWords;
};

} // namespace vitrine
