#pragma once

#include <QWidget>

namespace vitrine {

// A rounded ground with a hairline around it.
class Card : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)

public:
    enum class Ground { Card, Page, Warn, Error };

    explicit Card(QWidget *parent = nullptr, Ground ground = Ground::Card);
    // A line in the accent's colour: something in it has the keyboard.
    void setActive(bool active);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Ground m_ground;
    bool m_active = false;
};

// One line of text, cut at its end with "…" where it does not fit; the whole text is the tooltip then.
class ElidedLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ElidedLabel)

public:
    enum class Ink { Text, Secondary };

    explicit ElidedLabel(QWidget *parent = nullptr, Ink ink = Ink::Text);
    void setText(const QString &text);
    QString text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Ink m_ink;
};

} // namespace vitrine
