#pragma once

#include "connections/Connection.h"

#include <QWidget>

class QButtonGroup;

namespace vitrine {

// Which of the four protocols a server speaks.
class ApiChoice final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ApiChoice)

public:
    explicit ApiChoice(QWidget *parent = nullptr);
    void setApi(Api api);
    Api api() const;

private:
    QButtonGroup *m_group;
};

} // namespace vitrine
