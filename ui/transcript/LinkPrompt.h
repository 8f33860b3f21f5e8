#pragma once

#include <QFrame>
#include <QUrl>

class QLabel;
class QPushButton;

namespace vitrine {

struct TranscriptStyle;

// Shows where a link really goes before it is opened. Lies over the lower edge of the transcript; takes the keyboard until answered.
class LinkPrompt final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LinkPrompt)

public:
    explicit LinkPrompt(QWidget *parent);

    void setTranscriptStyle(const TranscriptStyle &style);
    void ask(const QUrl &url);
    QUrl url() const { return m_url; }
    int heightFor(int width) const;

signals:
    void confirmed(const QUrl &url);
    void copyRequested(const QString &address);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void dismiss();

    QUrl m_url;
    QLabel *m_host = nullptr;
    QLabel *m_address = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace vitrine
