#include "page/TranscriptTheme.h"

#include "theme/Theme.h"

namespace vitrine {

TranscriptStyle transcriptStyleFor(const Tokens &t)
{
    TranscriptStyle style = t.dark ? TranscriptStyle::dark() : TranscriptStyle::light();
    style.body = bodyFont();
    style.code = codeFont();
    style.page = t.page;
    style.card = t.card;
    style.userCard = t.userCard;
    style.line = t.line;
    style.text = t.text;
    style.secondary = t.secondary;
    style.accent = t.accent;
    style.onAccent = t.onAccent;
    style.ok = t.ok;
    style.warn = t.warn;
    style.error = t.error;
    return style;
}

} // namespace vitrine
