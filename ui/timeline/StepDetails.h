#pragma once

#include "presenter/Step.h"

#include <QWidget>

class QLabel;

namespace vitrine {

class CodeBlock;
class Thumbnails;

// What a card opens to: arguments, output, pictures, and the facts. Pictures can be activated by click and Enter.
class StepDetails final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StepDetails)

public:
    StepDetails(Thumbnails &thumbnails, QWidget *parent = nullptr);
    void setStep(const Step &step);
    void refreshPictures();
    int heightFor(int width) const;

signals:
    void pictureActivated(const QString &image);

private:
    void showPictures();

    Thumbnails &m_thumbnails;
    Step m_step;
    CodeBlock *m_arguments;
    CodeBlock *m_output;
    QWidget *m_pictures;
    QLabel *m_approval;
    QLabel *m_facts;
};

} // namespace vitrine
