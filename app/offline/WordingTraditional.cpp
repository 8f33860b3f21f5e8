#include "offline/Wording.h"

namespace vitrine {

namespace {

ComputeWording compute()
{
    return {
        .arithmeticThought = QStringLiteral("這是一道算式：%1。我用 Python 計算，而不是猜。"),
        .hashThought = QStringLiteral("%1 摘要必須由位元組算出，我執行 Python。"),
        .primeThought = QStringLiteral("%1 是不是質數要算過才知道，我用 Python 檢驗。"),
        .factorThought = QStringLiteral("我用 Python 把 %1 分解成質因數。"),
        .nextPrimeThought = QStringLiteral("我用 Python 找 %1 之後的第一個質數。"),
        .nthPrimeThought = QStringLiteral("我用 Python 數到第 %1 個質數。"),
        .betweenThought = QStringLiteral("我用 Python 的日曆數天數，閏年也算在內。"),
        .shiftThought = QStringLiteral("我用 Python 的日曆推算日期，這樣月份長短和閏年都不會錯。"),
        .weekdayThought = QStringLiteral("我用 Python 的日曆查這一天是星期幾。"),
        .leapThought = QStringLiteral("我用 Python 的日曆查這一年。"),
        .zoneThought = QStringLiteral("我在 Python 裡用時區資料庫換算，這樣當天的夏令時間也是對的。"),
        .nowThought = QStringLiteral("我透過 Python 看本機的時鐘。"),
        .unitThought = QStringLiteral("我在 Python 裡用精確的係數把 %1 換算成 %2。"),
        .exactFraction = QStringLiteral("（已取近似；精確值為 %1）"),
        .manyDigits = QStringLiteral("（共 %1 位，只顯示首尾）"),
        .hashOfText = QStringLiteral("%2 的 %1（UTF-8，%3 位元組）："),
        .emptyText = QStringLiteral("空文字"),
        .hashOfFile = QStringLiteral("檔案 %2 的 %1（%3 位元組）："),
        .isPrime = QStringLiteral("**是**，%1 是質數。"),
        .probablePrime = QStringLiteral("%1 **極可能是質數**：它通過了 Miller-Rabin 檢驗，但對這麼大的數這還不是證明。"),
        .notPrime = QStringLiteral("**不是**，%1 不是質數。"),
        .hasDivisor = QStringLiteral("它能被 %1 整除。"),
        .notTakenApart = QStringLiteral("其中 %1 不是質數，但在限定的時間內沒能分解。"),
        .nextPrime = QStringLiteral("%1 之後的第一個質數是 **%2**。"),
        .nthPrime = QStringLiteral("第 %1 個質數是 **%2**。"),
        .daysBetween = QStringLiteral("從 %1 到 %2 是 **%3 天**。"),
        .spanInParts = QStringLiteral("即 %1 週又 %2 天，或 %3 年 %4 個月 %5 天。"),
        .shiftedDate = QStringLiteral("是 **%1**，%2（從 %3 算起）。"),
        .weekdayOf = QStringLiteral("%1 是**%2**（第 %3 週，當年第 %4 天）。"),
        .weekdays = {QStringLiteral("星期一"), QStringLiteral("星期二"), QStringLiteral("星期三"), QStringLiteral("星期四"), QStringLiteral("星期五"),
                     QStringLiteral("星期六"), QStringLiteral("星期日")},
        .isLeap = QStringLiteral("**是**，%1 年是閏年，二月有 %2 天。"),
        .notLeap = QStringLiteral("**不是**，%1 年不是閏年，二月有 %2 天。"),
        .convertedTime = QStringLiteral("%2的 %1（%3，%7）是%5%6的 **%4**（%8）。"),
        .nextDay = QStringLiteral("次日"),
        .dayBefore = QStringLiteral("前一天"),
        .timeNow = QStringLiteral("按本機的時鐘，現在是 **%1**（%4），%3，%2。"),
        .timeNowIn = QStringLiteral("按本機的時鐘，%5現在是 **%1**（%4），%3，%2。"),
        .ranInPython = QStringLiteral("以上是 Python 的執行結果，程式碼見步驟。"),
        .noPython = QStringLiteral("這個問題需要計算，而這裡沒有提供 Python 工具。沒有它我不做計算，因為猜的可能是錯的。請開啟 Python 再問一次。"),
        .pythonFailed = QStringLiteral("Python 沒能算出來，它的提示是：%1"),
    };
}

HelpWording help()
{
    return {
        .notAModel = QStringLiteral("我是離線助手：一套固定的規則，**不是語言模型**。我不會聊天，不會推理開放的問題，不會寫作或翻譯，也不願編造。所以這個問題我答不了。"),
        .abilities = QStringLiteral("不用金鑰、不用網路，我能做這些：\n\n"
                                    "- **讀圖片**：附上白板、書頁或螢幕的照片。我會把它轉正、拉平、增強，讀出文字，並辨識 QR 碼和條碼。\n"
                                    "- **分析資料檔**：附上 CSV、TSV、Excel 或 JSON 檔案。我會報告各欄、缺漏、範圍、離群值和相關性，並畫圖。\n"
                                    "- **計算**：`12% of 80`、`hello 的 sha256`、`97 是質數嗎`、`2024-02-28 到 2026-01-01 有多少天`、"
                                    "`柏林 15:00 是東京幾點`、`5 英里是多少公里`。"),
        .connect = QStringLiteral("其他問題請在設定的「模型」中連接一個語言模型（OpenAI、Anthropic、Google，或 Ollama、llama.cpp 等本機服務），"
                                  "或在終端機執行 `vitrine providers add`。"),
        .unreadableFile = QStringLiteral("我沒有處理 %1 的規則。"),
        .cannotTranslate = QStringLiteral("我不會翻譯，那需要語言模型。下面是原文。"),
    };
}

} // namespace

const Wording &traditionalWording()
{
    static const Wording words{.compute = compute(), .help = help()};
    return words;
}

} // namespace vitrine
