#pragma once

#include "connections/ConnectionPresets.h"

#include <QAbstractButton>

namespace vitrine {

// A provider that can be connected: its initial, its name, and what a person knows it for.
class ProviderTile final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProviderTile)

public:
    ProviderTile(const ConnectionPreset &preset, QWidget *parent);
    QString preset() const { return m_preset; }

    QSize sizeHint() const override { return {144, heightForWidth(144)}; }
    QSize minimumSizeHint() const override { return {112, 100}; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect wordsRect(int width, int height) const;

    QString m_preset;
    QString m_words;
};

} // namespace vitrine
