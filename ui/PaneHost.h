#pragma once

#include <QWidget>

namespace vitrine {

// Lays out sidebar, page and panel. Both panes fold; where the window is too narrow for them beside the page they lie over it
// and close again at a click beside them.
class PaneHost final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaneHost)

public:
    enum class Side { Sidebar, Panel };

    PaneHost(QWidget *sidebar, QWidget *page, QWidget *panel, QWidget *parent = nullptr);

    void setShown(Side side, bool shown);
    bool isShown(Side side) const;
    bool isOverlay(Side side) const; // there is no room for it beside the page
    void setPaneWidth(Side side, int width);
    int paneWidth(Side side) const { return pane(side).width; }
    bool closeOverlays(); // false when none was open

    // Wished for by the person, whatever the width of the window allows now.
    bool isWished(Side side) const { return pane(side).wished; }

    static constexpr int overlayBelow = 900;

signals:
    void panesChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Pane {
        QWidget *widget = nullptr;
        QWidget *handle = nullptr;
        int width = 0;
        bool wished = true;   // beside the page
        bool opened = false;  // over the page
    };
    Pane &pane(Side side) { return side == Side::Sidebar ? m_left : m_right; }
    const Pane &pane(Side side) const { return side == Side::Sidebar ? m_left : m_right; }
    void arrange();
    bool fits(Side side) const;

    Pane m_left;
    Pane m_right;
    QWidget *m_page;
    QWidget *m_shade; // behind a pane that lies over the page
};

} // namespace vitrine
