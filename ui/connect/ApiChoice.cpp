#include "connect/ApiChoice.h"

#include "widgets/Choices.h"
#include "widgets/FlowLayout.h"

#include <QButtonGroup>
#include <QRadioButton>

namespace vitrine {

ApiChoice::ApiChoice(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    // Names of their makers, the same in every language. Most servers speak the first.
    const std::pair<Api, QString> names[] = {{Api::Chat, QStringLiteral("Chat Completions")},
                                             {Api::Responses, QStringLiteral("Responses")},
                                             {Api::Messages, QStringLiteral("Anthropic Messages")},
                                             {Api::Gemini, QStringLiteral("Gemini")}};
    auto *flow = new FlowLayout(16, this);
    for (const auto &[api, name] : names) {
        auto *button = radioButton(name, this);
        m_group->addButton(button, int(api));
        flow->addWidget(button);
    }
    setApi(Api::Chat);
}

void ApiChoice::setApi(Api api)
{
    m_group->button(int(api))->setChecked(true);
}

Api ApiChoice::api() const
{
    return Api(m_group->checkedId());
}

} // namespace vitrine
