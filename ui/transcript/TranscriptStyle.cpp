#include "transcript/TranscriptStyle.h"

#include <QFontDatabase>

namespace vitrine {

static TranscriptStyle withFonts()
{
    TranscriptStyle style;
    style.body = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    style.body.setPointSizeF(10.5);
    style.code = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    style.code.setPointSizeF(10.5 * 0.92);
    style.code.setStyleHint(QFont::Monospace);
    return style;
}

TranscriptStyle TranscriptStyle::light()
{
    TranscriptStyle style = withFonts();
    style.page = QColor(0xFFFFFF);
    style.card = QColor(0xFBFBFA);
    style.userCard = QColor(0xEEF4F2);
    style.line = QColor(0xE3E2DD);
    style.text = QColor(0x1D1C1A);
    style.secondary = QColor(0x66635C);
    style.accent = QColor(0x0B7A6F);
    style.onAccent = QColor(0xFFFFFF);
    style.ok = QColor(0x067647);
    style.warn = QColor(0xA15C07);
    style.error = QColor(0xB42318);

    const CodeStyle keyword{QColor(0x8A2A8F), false, false};
    const CodeStyle type{QColor(0x1F5FA8), false, false};
    const CodeStyle string{QColor(0x067647), false, false};
    const CodeStyle number{QColor(0x9A4B00), false, false};
    const CodeStyle comment{QColor(0x66635C), false, true};
    const CodeStyle function{QColor(0x1F5FA8), false, false};
    const CodeStyle special{QColor(0x0B6B75), false, false};
    const CodeStyle alert{QColor(0xB42318), true, false};
    style.codeStyles = {{QStringLiteral("Keyword"), keyword},       {QStringLiteral("ControlFlow"), keyword},
                        {QStringLiteral("Import"), keyword},        {QStringLiteral("Preprocessor"), keyword},
                        {QStringLiteral("DataType"), type},         {QStringLiteral("Attribute"), type},
                        {QStringLiteral("String"), string},         {QStringLiteral("Char"), string},
                        {QStringLiteral("VerbatimString"), string}, {QStringLiteral("SpecialString"), string},
                        {QStringLiteral("SpecialChar"), special},   {QStringLiteral("DecVal"), number},
                        {QStringLiteral("BaseN"), number},          {QStringLiteral("Float"), number},
                        {QStringLiteral("Constant"), number},       {QStringLiteral("Comment"), comment},
                        {QStringLiteral("Documentation"), comment}, {QStringLiteral("Annotation"), special},
                        {QStringLiteral("CommentVar"), special},    {QStringLiteral("Function"), function},
                        {QStringLiteral("BuiltIn"), function},      {QStringLiteral("Extension"), function},
                        {QStringLiteral("Variable"), special},      {QStringLiteral("RegionMarker"), type},
                        {QStringLiteral("Information"), special},   {QStringLiteral("Warning"), alert},
                        {QStringLiteral("Alert"), alert},           {QStringLiteral("Error"), alert}};
    return style;
}

TranscriptStyle TranscriptStyle::dark()
{
    TranscriptStyle style = light();
    style.page = QColor(0x17181A);
    style.card = QColor(0x1E2022);
    style.userCard = QColor(0x1F2A28);
    style.line = QColor(0x303438);
    style.text = QColor(0xECECEA);
    style.secondary = QColor(0xA5A39D);
    style.accent = QColor(0x3CC9B6);
    style.onAccent = QColor(0x06201C);
    style.ok = QColor(0x47CD89);
    style.warn = QColor(0xFDB022);
    style.error = QColor(0xF97066);

    // The same kinds, in tints that stand out on the dark card.
    const QHash<QRgb, QColor> tint{{QColor(0x8A2A8F).rgb(), QColor(0xD8A3E8)}, {QColor(0x1F5FA8).rgb(), QColor(0x8CBDF5)},
                                   {QColor(0x067647).rgb(), QColor(0x8FD6A6)}, {QColor(0x9A4B00).rgb(), QColor(0xF0B37A)},
                                   {QColor(0x66635C).rgb(), QColor(0x9C9A94)}, {QColor(0x0B6B75).rgb(), QColor(0x7FD1D8)},
                                   {QColor(0xB42318).rgb(), QColor(0xF97066)}};
    for (CodeStyle &code : style.codeStyles)
        code.colour = tint.value(code.colour.rgb(), style.text);
    return style;
}

} // namespace vitrine
