#include "offline/Wording.h"

namespace vitrine {

namespace {

ComputeWording compute()
{
    return {
        .arithmeticThought = QStringLiteral("这是一道算式：%1。我用 Python 计算，而不是猜。"),
        .hashThought = QStringLiteral("%1 摘要必须由字节算出，我运行 Python。"),
        .primeThought = QStringLiteral("%1 是不是质数要算过才知道，我用 Python 检验。"),
        .factorThought = QStringLiteral("我用 Python 把 %1 分解成质因数。"),
        .nextPrimeThought = QStringLiteral("我用 Python 找 %1 之后的第一个质数。"),
        .nthPrimeThought = QStringLiteral("我用 Python 数到第 %1 个质数。"),
        .betweenThought = QStringLiteral("我用 Python 的日历数天数，闰年也算在内。"),
        .shiftThought = QStringLiteral("我用 Python 的日历推算日期，这样月份长短和闰年都不会错。"),
        .weekdayThought = QStringLiteral("我用 Python 的日历查这一天是星期几。"),
        .leapThought = QStringLiteral("我用 Python 的日历查这一年。"),
        .zoneThought = QStringLiteral("我在 Python 里用时区数据库换算，这样当天的夏令时也是对的。"),
        .nowThought = QStringLiteral("我通过 Python 看本机的时钟。"),
        .unitThought = QStringLiteral("我在 Python 里用精确的系数把 %1 换算成 %2。"),
        .exactFraction = QStringLiteral("（已取近似；精确值为 %1）"),
        .manyDigits = QStringLiteral("（共 %1 位，只显示首尾）"),
        .hashOfText = QStringLiteral("%2 的 %1（UTF-8，%3 字节）："),
        .emptyText = QStringLiteral("空文本"),
        .hashOfFile = QStringLiteral("文件 %2 的 %1（%3 字节）："),
        .isPrime = QStringLiteral("**是**，%1 是质数。"),
        .probablePrime = QStringLiteral("%1 **极可能是质数**：它通过了 Miller-Rabin 检验，但对这么大的数这还不是证明。"),
        .notPrime = QStringLiteral("**不是**，%1 不是质数。"),
        .hasDivisor = QStringLiteral("它能被 %1 整除。"),
        .notTakenApart = QStringLiteral("其中 %1 不是质数，但在限定的时间内没能分解。"),
        .nextPrime = QStringLiteral("%1 之后的第一个质数是 **%2**。"),
        .nthPrime = QStringLiteral("第 %1 个质数是 **%2**。"),
        .daysBetween = QStringLiteral("从 %1 到 %2 是 **%3 天**。"),
        .spanInParts = QStringLiteral("即 %1 周零 %2 天，或 %3 年 %4 个月 %5 天。"),
        .shiftedDate = QStringLiteral("是 **%1**，%2（从 %3 算起）。"),
        .weekdayOf = QStringLiteral("%1 是**%2**（第 %3 周，当年第 %4 天）。"),
        .weekdays = {QStringLiteral("星期一"), QStringLiteral("星期二"), QStringLiteral("星期三"), QStringLiteral("星期四"), QStringLiteral("星期五"),
                     QStringLiteral("星期六"), QStringLiteral("星期日")},
        .isLeap = QStringLiteral("**是**，%1 年是闰年，二月有 %2 天。"),
        .notLeap = QStringLiteral("**不是**，%1 年不是闰年，二月有 %2 天。"),
        .convertedTime = QStringLiteral("%2的 %1（%3，%7）是%5%6的 **%4**（%8）。"),
        .nextDay = QStringLiteral("次日"),
        .dayBefore = QStringLiteral("前一天"),
        .timeNow = QStringLiteral("按本机的时钟，现在是 **%1**（%4），%3，%2。"),
        .timeNowIn = QStringLiteral("按本机的时钟，%5现在是 **%1**（%4），%3，%2。"),
        .ranInPython = QStringLiteral("以上是 Python 的运行结果，代码见步骤。"),
        .noPython = QStringLiteral("这个问题需要计算，而这里没有提供 Python 工具。没有它我不做计算，因为猜的可能是错的。请打开 Python 再问一次。"),
        .pythonFailed = QStringLiteral("Python 没能算出来，它的提示是：%1"),
    };
}

HelpWording help()
{
    return {
        .notAModel = QStringLiteral("我是离线助手：一套固定的规则，**不是语言模型**。我不会聊天，不会推理开放的问题，不会写作或翻译，也不愿编造。所以这个问题我答不了。"),
        .abilities = QStringLiteral("不用密钥、不用网络，我能做这些：\n\n"
                                    "- **读图片**：附上白板、书页或屏幕的照片。我会把它转正、拉平、增强，读出文字，并识别二维码和条形码。\n"
                                    "- **分析数据文件**：附上 CSV、TSV、Excel 或 JSON 文件。我会报告各列、缺失、范围、离群值和相关性，并画图。\n"
                                    "- **计算**：`12% of 80`、`hello 的 sha256`、`97 是质数吗`、`2024-02-28 到 2026-01-01 有多少天`、"
                                    "`柏林 15:00 是东京几点`、`5 英里是多少公里`。"),
        .connect = QStringLiteral("其他问题请在设置的“模型”中连接一个语言模型（OpenAI、Anthropic、Google，或 Ollama、llama.cpp 等本地服务），"
                                  "或在终端运行 `vitrine providers add`。"),
        .unreadableFile = QStringLiteral("我没有处理 %1 的规则。"),
        .cannotTranslate = QStringLiteral("我不会翻译，那需要语言模型。下面是原文。"),
    };
}

} // namespace

const Wording &simplifiedWording()
{
    static const Wording words{.compute = compute(), .help = help()};
    return words;
}

} // namespace vitrine
