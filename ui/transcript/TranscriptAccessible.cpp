#include "transcript/TranscriptAccessible.h"

#include "transcript/TranscriptView.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <map>
#include <tuple>
#include <utility>

namespace vitrine {

namespace {

using Place = std::tuple<int, int, int>; // entry, item, control; -1 where there is none

class ViewInterface;

// An entry, a block of one, or a control of a block. Says what is there now; a place that is gone is invalid.
class NodeInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    NodeInterface(ViewInterface *view, const Place &place) : m_view(view), m_place(place) {}

    bool isValid() const override;
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *parent() const override;
    QAccessibleInterface *child(int index) const override;
    int childCount() const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QString text(QAccessible::Text kind) const override;
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QStringList actionNames() const override;
    void doAction(const QString &name) override;
    QStringList keyBindingsForAction(const QString &) const override { return {}; }

    const Place &place() const { return m_place; }

private:
    TranscriptView *view() const;
    int entryIndex() const { return std::get<0>(m_place); }
    int itemIndex() const { return std::get<1>(m_place); }
    int controlIndex() const { return std::get<2>(m_place); }
    EntryLayout &entry() const { return view()->document().entry(entryIndex()); }
    TranscriptItem &item() const { return entry().item(itemIndex()); }
    QList<int> shownItems() const;

    ViewInterface *m_view;
    Place m_place;
};

class ViewInterface final : public QAccessibleWidget
{
public:
    explicit ViewInterface(TranscriptView *view) : QAccessibleWidget(view, QAccessible::List, view->accessibleName()) {}
    ~ViewInterface() override { reset(); }

    TranscriptView *transcript() const { return static_cast<TranscriptView *>(widget()); }

    int childCount() const override { return transcript()->document().count(); }
    QAccessibleInterface *child(int index) const override { return node({index, -1, -1}); }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            QAccessibleInterface *one = child(i);
            if (one && one->rect().contains(x, y))
                return one;
        }
        return nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        const auto *one = dynamic_cast<const NodeInterface *>(child);
        return one ? std::get<0>(one->place()) : -1;
    }

    QAccessibleInterface *node(const Place &place) const
    {
        const auto [entry, item, control] = place;
        if (entry < 0 || entry >= childCount())
            return nullptr;
        const auto known = m_nodes.find(place);
        if (known != m_nodes.end())
            return QAccessible::accessibleInterface(known->second);
        auto *made = new NodeInterface(const_cast<ViewInterface *>(this), place);
        m_nodes.emplace(place, QAccessible::registerAccessibleInterface(made));
        return made;
    }

    void reset()
    {
        const std::map<Place, QAccessible::Id> nodes = std::exchange(m_nodes, {});
        for (const auto &[place, id] : nodes)
            QAccessible::deleteAccessibleInterface(id);
    }

private:
    mutable std::map<Place, QAccessible::Id> m_nodes;
};

TranscriptView *NodeInterface::view() const
{
    return m_view->transcript();
}

bool NodeInterface::isValid() const
{
    const TranscriptLayout &document = view()->document();
    if (entryIndex() >= document.count())
        return false;
    if (itemIndex() < 0)
        return true;
    return itemIndex() < entry().itemCount() && (controlIndex() < 0 || controlIndex() < item().controls().size());
}

QAccessibleInterface *NodeInterface::parent() const
{
    if (itemIndex() < 0)
        return m_view;
    return m_view->node({entryIndex(), controlIndex() < 0 ? -1 : itemIndex(), -1});
}

// Items that say nothing and do nothing are left out.
QList<int> NodeInterface::shownItems() const
{
    entry().read();
    QList<int> shown;
    for (int i = 0; i < entry().itemCount(); ++i) {
        if (!entry().item(i).accessibleText().isEmpty() || !entry().item(i).controls().isEmpty())
            shown.append(i);
    }
    return shown;
}

int NodeInterface::childCount() const
{
    if (!isValid() || controlIndex() >= 0)
        return 0;
    return int(itemIndex() < 0 ? shownItems().size() : item().controls().size());
}

QAccessibleInterface *NodeInterface::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    if (itemIndex() < 0)
        return m_view->node({entryIndex(), shownItems().at(index), -1});
    return m_view->node({entryIndex(), itemIndex(), index});
}

int NodeInterface::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *one = dynamic_cast<const NodeInterface *>(child);
    if (!one || !isValid())
        return -1;
    if (itemIndex() < 0)
        return int(shownItems().indexOf(std::get<1>(one->m_place)));
    return std::get<2>(one->m_place);
}

QAccessibleInterface *NodeInterface::childAt(int x, int y) const
{
    for (int i = 0; i < childCount(); ++i) {
        QAccessibleInterface *one = child(i);
        if (one && one->rect().contains(x, y))
            return one;
    }
    return nullptr;
}

QString NodeInterface::text(QAccessible::Text kind) const
{
    if (!isValid() || (kind != QAccessible::Name && kind != QAccessible::Value && kind != QAccessible::Description))
        return {};
    if (controlIndex() >= 0) {
        const TranscriptControl control = item().controls().at(controlIndex());
        if (kind == QAccessible::Description && control.kind == TranscriptControl::Kind::Link)
            return control.value;
        return kind == QAccessible::Name ? control.name : QString();
    }
    if (kind != QAccessible::Name)
        return {};
    if (itemIndex() >= 0)
        return item().accessibleText();
    entry().read();
    const QString words = entry().plainText();
    if (entry().isUser())
        return TranscriptView::tr("You: %1").arg(words);
    return entry().isAnswer() ? TranscriptView::tr("Answer: %1").arg(words) : words;
}

QRect NodeInterface::rect() const
{
    if (!isValid())
        return {};
    const TranscriptLayout &document = view()->document();
    const QPoint scrolled(0, view()->scrollOffset());
    QRectF area;
    if (itemIndex() < 0) {
        area = QRectF(document.columnX(), entry().top, document.columnWidth(), entry().height);
    } else {
        const QPointF at = document.origin({entryIndex(), itemIndex()});
        area = QRectF(at, QSizeF(document.columnWidth(), item().height));
        const QList<TranscriptControl> controls = controlIndex() >= 0 ? item().controls() : QList<TranscriptControl>();
        if (controlIndex() >= 0 && !controls.at(controlIndex()).areas.isEmpty())
            area = controls.at(controlIndex()).areas.first().translated(at);
    }
    const QRect inView = area.toAlignedRect().translated(-scrolled);
    return {view()->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
}

QAccessible::Role NodeInterface::role() const
{
    if (!isValid())
        return QAccessible::NoRole;
    if (controlIndex() >= 0) {
        const TranscriptControl::Kind kind = item().controls().at(controlIndex()).kind;
        return kind == TranscriptControl::Kind::Link ? QAccessible::Link : QAccessible::Button;
    }
    return itemIndex() >= 0 ? item().role() : QAccessible::ListItem;
}

QAccessible::State NodeInterface::state() const
{
    QAccessible::State state;
    state.invalid = !isValid();
    state.readOnly = true;
    state.focusable = controlIndex() >= 0;
    state.busy = isValid() && itemIndex() < 0 && entry().entry().streaming;
    const QRect area = rect();
    const QRect seen(view()->viewport()->mapToGlobal(QPoint(0, 0)), view()->viewport()->size());
    state.offscreen = !area.intersects(seen);
    return state;
}

void *NodeInterface::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface && controlIndex() >= 0 ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

QStringList NodeInterface::actionNames() const
{
    return controlIndex() >= 0 ? QStringList{pressAction()} : QStringList();
}

void NodeInterface::doAction(const QString &name)
{
    if (name == pressAction() && isValid())
        view()->activateControl({entryIndex(), itemIndex()}, controlIndex());
}

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<TranscriptView *>(object);
    return view ? new ViewInterface(view) : nullptr;
}

// Nothing is built while nobody listens.
ViewInterface *interfaceOf(TranscriptView *view)
{
    return QAccessible::isActive() ? dynamic_cast<ViewInterface *>(QAccessible::queryAccessibleInterface(view)) : nullptr;
}

} // namespace

void installTranscriptAccessibility()
{
    static const bool installed = (QAccessible::installFactory(makeInterface), true);
    Q_UNUSED(installed)
}

void notifyTranscriptReset(TranscriptView *view)
{
    if (ViewInterface *one = interfaceOf(view)) {
        one->reset();
        QAccessibleEvent event(view, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

void announceTranscriptEntry(TranscriptView *view, int entry)
{
    ViewInterface *one = interfaceOf(view);
    QAccessibleInterface *node = one ? one->child(entry) : nullptr;
    if (!node)
        return;
    QAccessibleEvent event(node, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void notifyTranscriptFocus(TranscriptView *view, int entry, int item, int control)
{
    ViewInterface *one = interfaceOf(view);
    QAccessibleInterface *node = one ? one->node({entry, item, control}) : nullptr;
    if (!node)
        return;
    QAccessibleEvent event(node, QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

} // namespace vitrine
