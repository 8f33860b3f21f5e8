#pragma once

#include <QWidget>

class QMenu;
class QToolButton;

namespace vitrine {

class ElidedLabel;

// Title, who answers, what it cost so far; and the ways to the panes.
class PageHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageHeader)

public:
    explicit PageHeader(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setFacts(const QString &facts);
    void setMenu(QMenu *menu);
    void setPanesShown(bool sidebar, bool panel);

signals:
    void sidebarRequested();
    void panelRequested();
    void newRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *m_sidebar;
    QToolButton *m_new;
    ElidedLabel *m_title;
    ElidedLabel *m_facts;
    QToolButton *m_more;
    QToolButton *m_panel;
};

} // namespace vitrine
