#pragma once

#include <QByteArray>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace vitrine {

// Where a key is typed or pasted: dots, unless the person wants to see it. White space is no part of a key and is dropped at once. The key is
// neither a tooltip nor an accessible value, also while it is shown.
class KeyField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyField)

public:
    explicit KeyField(QWidget *parent = nullptr);

    QByteArray key() const;
    bool isEmpty() const;
    // Overwrites the characters and forgets them, what could be undone too; dots again.
    void wipe();
    QLineEdit &edit() { return *m_edit; }
    QToolButton &showButton() { return *m_show; }

signals:
    void edited();

private:
    void setShown(bool shown);
    void dropWhiteSpace(const QString &text);

    QLineEdit *m_edit;
    QToolButton *m_show;
};

} // namespace vitrine
