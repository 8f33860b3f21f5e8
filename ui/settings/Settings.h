#pragma once

#include "engine/Command.h"
#include "theme/Theme.h"

#include <QByteArray>
#include <QObject>
#include <QSize>
#include <QString>

class QTimer;

namespace vitrine {

struct WindowSettings {
    QByteArray geometry; // as QWidget::saveGeometry() gave it
    bool sidebar = true;
    bool panel = true;
    int sidebarWidth = 248;
    int panelWidth = 392;
    QString tab = QStringLiteral("timeline");

    bool operator==(const WindowSettings &) const = default;
};

// What the person chose, in one readable JSON file that carries a version. Holds no secret. Interface thread.
class Settings final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Settings)

public:
    // An empty path keeps them in memory only. A damaged file is set aside; one of a newer version is read as far as it is
    // understood and never written.
    explicit Settings(QString filePath, QObject *parent = nullptr);
    ~Settings() override;

    ThemeChoice theme = ThemeChoice::System;
    bool systemDark = false; // what the desktop said last, so that the first paint is right
    QString language;        // empty: the system's
    WindowSettings window;
    TurnSettings composer;
    double budget = 0; // USD a conversation may cost; 0: no limit

    void changed(); // saves soon
    void save();
    QString problem() const { return m_problem; } // one sentence, empty when all was well

private:
    void load();

    QString m_path;
    QString m_problem;
    QTimer *m_timer;
    bool m_dirty = false;
    bool m_readOnly = false;
};

} // namespace vitrine
