#include "offline/Language.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace vitrine {

const Wording &englishWording();
const Wording &simplifiedWording();
const Wording &traditionalWording();

namespace {

// Frequent characters that only one of the two scripts has.
const QString onlySimplified = QStringLiteral("么这个们为图读写说话时间认识请问数据计算质几钟码条张页发现单听应经对开关从还没样体长东车马见观视觉让谁给网页吗边过进远运动爱国语汉简转换选项总结减长标题脸级栏笔帮万点");
const QString onlyTraditional = QStringLiteral("麼這個們為圖讀寫說話時間認識請問數據計質幾鐘碼條張頁發現單聽應經對開關從還沒樣體長東車馬見觀視覺讓誰給網嗎邊過進遠運動愛國語漢簡轉換選項總結減標題臉級欄筆幫萬點於裡檔");

bool isHan(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

// "sha1 of 你好" is an English question about Chinese text; "hello 的 sha1" is a Chinese one about English text.
bool asksInEnglish(const QString &text)
{
    static const QRegularExpression english(QStringLiteral("\\b(?:of|the|is|are|what|in|to|how|this|and|for|from|between|does)\\b"),
                                            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression chinese(QStringLiteral("[的是多少么麼什吗嗎请請这這几幾等于於算哪了把]"));
    return text.contains(english) && !text.contains(chinese);
}

std::optional<Language> languageOfText(const QString &text)
{
    const QList<uint> points = text.toUcs4();
    const auto han = std::count_if(points.begin(), points.end(), [](uint c) { return isHan(c); });
    const bool kana = std::any_of(points.begin(), points.end(), [](uint c) { return c >= 0x3040 && c <= 0x30FF; });
    if (han > 0 && !kana && !asksInEnglish(text)) {
        const auto count = [&text](const QString &own, const QString &other) {
            return std::count_if(text.begin(), text.end(), [&](QChar c) { return own.contains(c) && !other.contains(c); });
        };
        return count(onlyTraditional, onlySimplified) > count(onlySimplified, onlyTraditional) ? Language::TraditionalChinese
                                                                                               : Language::SimplifiedChinese;
    }
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }))
        return Language::English;
    return std::nullopt;
}

} // namespace

Language languageOf(const QString &question, const QStringList &earlierQuestions)
{
    if (const auto language = languageOfText(question))
        return *language;
    for (auto it = earlierQuestions.rbegin(); it != earlierQuestions.rend(); ++it) {
        if (const auto language = languageOfText(*it))
            return *language;
    }
    return Language::English;
}

const Wording &wording(Language language)
{
    switch (language) {
    case Language::SimplifiedChinese:
        return simplifiedWording();
    case Language::TraditionalChinese:
        return traditionalWording();
    case Language::English:
        break;
    }
    return englishWording();
}

} // namespace vitrine
