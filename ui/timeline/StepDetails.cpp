#include "timeline/StepDetails.h"

#include "presenter/Thumbnails.h"
#include "presenter/Words.h"
#include "theme/Theme.h"
#include "timeline/CodeBlock.h"
#include "widgets/FlowLayout.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace vitrine {

StepDetails::StepDetails(Thumbnails &thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_thumbnails(thumbnails)
    , m_arguments(new CodeBlock(tr("Arguments"), this))
    , m_output(new CodeBlock(tr("Output"), this))
    , m_pictures(new QWidget(this))
    , m_approval(new QLabel(this))
    , m_facts(new QLabel(this))
{
    setCursor(Qt::ArrowCursor);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_pictures->setLayout(new FlowLayout(8, m_pictures));
    for (QLabel *label : {m_approval, m_facts}) {
        label->setProperty("kind", QStringLiteral("secondary"));
        label->setFont(bodyFont(0.86));
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    column->addWidget(m_arguments);
    column->addWidget(m_output);
    column->addWidget(m_pictures);
    column->addWidget(m_approval);
    column->addWidget(m_facts);
}

void StepDetails::setStep(const Step &step)
{
    const bool samePictures = step.pictures == m_step.pictures;
    m_step = step;
    m_arguments->setVisible(!step.arguments.isEmpty());
    m_arguments->setHeading(step.name == QLatin1String("python") ? tr("Code") : tr("Arguments"));
    m_arguments->setText(step.arguments);
    m_output->setVisible(!step.text.isEmpty());
    QString heading = step.kind == Step::Kind::Reasoning ? tr("Reasoning") : tr("Output");
    if (!step.whole.isNull() && step.totalBytes > step.givenBytes)
        heading = tr("Output, the %1 of %2 that the model was given").arg(words::size(step.givenBytes), words::size(step.totalBytes));
    else if (step.totalBytes > 0)
        heading = tr("Output, %1").arg(words::size(step.totalBytes));
    m_output->setHeading(heading);
    m_output->setText(step.text);
    m_approval->setVisible(!step.approval.isEmpty());
    m_approval->setText(words::withHiddenShown(step.approval));
    QStringList facts;
    if (!step.name.isEmpty())
        facts << step.name;
    facts << words::provenance(step.provenance);
    if (step.outcome)
        facts << words::outcome(*step.outcome);
    if (step.exit)
        facts << tr("exit status %1").arg(*step.exit);
    if (step.tokens)
        facts << tr("%1 tokens").arg(words::count(*step.tokens));
    if (step.startedAt.isValid())
        facts << QLocale().toString(step.startedAt.toLocalTime().time(), QStringLiteral("HH:mm:ss.zzz"));
    for (const Artifact &artifact : step.artifacts)
        facts << tr("made %1 (%2)").arg(artifact.name, words::size(artifact.blob.size));
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    if (!samePictures)
        showPictures();
}

void StepDetails::refreshPictures()
{
    showPictures();
}

void StepDetails::showPictures()
{
    qDeleteAll(m_pictures->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly));
    m_pictures->setVisible(!m_step.pictures.isEmpty());
    for (const StepPicture &picture : m_step.pictures) {
        auto *button = new QToolButton(m_pictures);
        const QImage image = m_thumbnails.thumbnail(picture.blob);
        const QSize fit = image.isNull() ? QSize(96, 72) : image.size().scaled(QSize(150, 110), Qt::KeepAspectRatio);
        button->setIcon(QIcon(QPixmap::fromImage(image)));
        button->setIconSize(fit);
        button->setText(picture.image);
        button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        button->setAccessibleName(QStringLiteral("%1, %2").arg(picture.image, picture.caption));
        button->setToolTip(picture.caption.toHtmlEscaped());
        m_pictures->layout()->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, id = picture.image] { emit pictureActivated(id); });
    }
}

int StepDetails::heightFor(int width) const
{
    const int wanted = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : layout()->totalSizeHint().height();
    return qMax(wanted, layout()->totalMinimumSize().height());
}

} // namespace vitrine
