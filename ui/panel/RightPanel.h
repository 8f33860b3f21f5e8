#pragma once

#include "base/Clock.h"

#include <QWidget>

class QStackedWidget;
class QToolButton;

namespace vitrine {

class BlobReader;
class ConversationPresenter;
class ImagesPanel;
class PayloadLog;
class PictureLoader;
class TimelinePanel;

// The glass case beside the chat. Each tab is built when it is first looked at.
class RightPanel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RightPanel)

public:
    enum class Tab { Timeline, Images, Files, Payload };

    RightPanel(ConversationPresenter &presenter, PayloadLog &payloads, PictureLoader &loader, const BlobReader &blobs, const Clock &clock, QWidget *parent = nullptr);

    void showTab(Tab tab);
    Tab tab() const { return m_tab; }
    void showStep(const QString &step);
    void showPicture(const QString &image);
    void tick();
    TimelinePanel *timeline() const { return m_timeline; }
    ImagesPanel *images() const { return m_images; }

    QSize sizeHint() const override { return QSize(392, 600); }

signals:
    void pictureOpened(const QString &image); // large
    void foldRequested();
    void failed(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void ensure(Tab tab);

    ConversationPresenter &m_presenter;
    PayloadLog &m_payloads;
    PictureLoader &m_loader;
    const BlobReader &m_blobs;
    const Clock &m_clock;
    QStackedWidget *m_pages;
    QList<QToolButton *> m_buttons;
    TimelinePanel *m_timeline = nullptr;
    ImagesPanel *m_images = nullptr;
    Tab m_tab = Tab::Timeline;
};

} // namespace vitrine
