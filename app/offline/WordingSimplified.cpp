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

PictureWording picture()
{
    return {
        .lookThought = QStringLiteral("我先看 %1：大小、光线和清晰度，有没有纸或白板的边框，有没有二维码或条形码。"),
        .codesThought = QStringLiteral("我在 %1 里找二维码和条形码。"),
        .flatFound = QStringLiteral("图里有一页纸或一块板，已拉平为 %1。"),
        .outlineDoubted = QStringLiteral("找到的边框不可靠，我继续用整张图。"),
        .turnThought = QStringLiteral("我按文字的方向把 %1 转正。"),
        .turnedNow = QStringLiteral("原图不正，%1 已转正。"),
        .enhanceThought = QStringLiteral("照片光线不均匀、边缘模糊，所以我一边照原样读 %1，一边增强一份备用。"),
        .enhanceAfterThought = QStringLiteral("读得不好，我把 %1 增强后再读一次。"),
        .readThought = QStringLiteral("我读 %1 里的文字。"),
        .readBothThought = QStringLiteral("%1 照原样读得不够好，所以我再读增强后的 %2，留下较好的结果。"),
        .sparseThought = QStringLiteral("按常规版面没有读到文字，我在 %1 里找零散的字。"),
        .tilesThought = QStringLiteral("图很大，字可能很小，我把 %1 分成四块来看。"),
        .handwritingThought = QStringLiteral("%1 里许多字没有把握，看来是手写，我读不好手写。我裁出放大的部分供查看。"),
        .zoomReadThought = QStringLiteral("我读放大的部分。"),
        .zoomThought = QStringLiteral("%2 里有 %1 个词没有把握，我把它们所在的地方放大。"),
        .handwriting = QStringLiteral("**这看来是手写或不清楚的印刷，识别的把握很低：下面许多词不确定，会有错。**"),
        .lookAtParts = QStringLiteral("最好自己看放大的部分：%1。"),
        .marksMeanUnsure = QStringLiteral("带 (?) 的词没有把握。"),
        .oneCode = QStringLiteral("找到 %1 个码："),
        .someCodes = QStringLiteral("找到 %1 个码："),
        .noCodes = QStringLiteral("没有找到二维码或条形码。"),
        .nothingFound = QStringLiteral("这张图里没有找到文字，也没有找到二维码或条形码。我只会读字；要描述图片，请连接语言模型。"),
        .onlyNoise = QStringLiteral("这张图里没有能有把握读出的文字。如果有字，换一张更清楚或更近的照片也许有用；要描述图片，请连接语言模型。"),
        .cannotTranslate = QStringLiteral("我不会翻译，那需要语言模型。原文如下："),
        .cannotDescribe = QStringLiteral("我是一套规则，不是语言模型：我会读文字、二维码和条形码，但不会描述或解释图里的内容。"),
        .tooManyPictures = QStringLiteral("只读了前 %1 张图，其余的请再发一条消息。"),
        .kindOutline = QStringLiteral("照片，里面有一页纸或一块板。"),
        .kindCode = QStringLiteral("二维码或条形码的图片。"),
        .kindDark = QStringLiteral("深底浅字。"),
        .kindPhoto = QStringLiteral("照片。"),
        .kindClean = QStringLiteral("扫描件或截图。"),
        .steps = QStringLiteral("步骤：%1。"),
        .stepSeparator = QStringLiteral("；"),
        .sentenceSpace = QString(),
        .stepFlat = QStringLiteral("拉平（%1）"),
        .stepEnhanced = QStringLiteral("增强（%1）"),
        .stepTurned = QStringLiteral("旋转 %1°（%2）"),
        .stepRead = QStringLiteral("读取 %1：%2 行，%3 个词，其中 %4 个没有把握，平均置信度 %5（满分 100）"),
        .stepZoomed = QStringLiteral("放大局部 %1"),
        .stepCodes = QStringLiteral("查找过二维码和条形码"),
        .noReader = QStringLiteral("这里没有提供读文字的工具（image_detect_text），所以读不了文字。"),
        .missingTools = QStringLiteral("这里没有提供这些工具，相应的步骤已略去：%1。"),
        .stepFailed = QStringLiteral("有一步失败了：%1"),
        .limitReached = QStringLiteral("已到一次回答的图片调用上限，略去了一些步骤。"),
    };
}

TableWording table()
{
    return {
        .profileThought = QStringLiteral("我用 Python 读入表格，逐列查看，并画出合适的图。"),
        .questionThought = QStringLiteral("问题是关于某一列的，我让 Python 来算。"),
        .chartOver = QStringLiteral("{y} 随 {x} 的变化"),
        .chartAgainst = QStringLiteral("{y} 与 {x}"),
        .chartMeanBy = QStringLiteral("各 {x} 的 {y} 平均值"),
        .chartRowsBy = QStringLiteral("各 {x} 的行数"),
        .chartRows = QStringLiteral("行数"),
        .chartSpread = QStringLiteral("{x} 的分布"),
        .head = QStringLiteral("%1 有 **%2 行**、**%3 列**（%4）。"),
        .separator = QStringLiteral("分隔符 %1"),
        .sheet = QStringLiteral("工作表“%1”"),
        .tab = QStringLiteral("制表符"),
        .decimalComma = QStringLiteral("小数逗号"),
        .listSeparator = QStringLiteral("、"),
        .sentenceSpace = QString(),
        .column = QStringLiteral("列"),
        .type = QStringLiteral("类型"),
        .missing = QStringLiteral("缺失"),
        .values = QStringLiteral("取值"),
        .typeNumber = QStringLiteral("数值"),
        .typeInteger = QStringLiteral("整数"),
        .typeDate = QStringLiteral("日期"),
        .typeBoolean = QStringLiteral("是/否"),
        .typeCategory = QStringLiteral("类别"),
        .typeText = QStringLiteral("文本"),
        .typeEmpty = QStringLiteral("空"),
        .numberRange = QStringLiteral("%1 至 %2，平均 %3，中位数 %4"),
        .dateRange = QStringLiteral("%1 至 %2"),
        .moreColumns = QStringLiteral("另有 %1 列没有列出。"),
        .moreGroups = QStringLiteral("另有 %1 组没有列出。"),
        .remarks = QStringLiteral("**值得注意**"),
        .relations = QStringLiteral("**最强的关系**"),
        .charts = QStringLiteral("**图表**"),
        .sampled = QStringLiteral("文件很大，只读了前面一部分。"),
        .noHeader = QStringLiteral("没有表头，所以各列用编号。"),
        .badLines = QStringLiteral("%1 行的字段比表头多，已略去。"),
        .duplicates = QStringLiteral("%1 行与其他行完全重复。"),
        .otherSheets = QStringLiteral("文件有几张工作表：%1。只读了这一张。"),
        .unfit = QStringLiteral("%1：%2 个单元格不合类型，既不算值也不算缺失。"),
        .outliers = QStringLiteral("%1：%2 个离群值，按中位数绝对偏差远离中位数（例如 %3）。"),
        .oneOutlier = QStringLiteral("%1：%2 个离群值，按中位数绝对偏差远离中位数（%3）。"),
        .together = QStringLiteral("%1 与 %2 同升同降（Spearman %3，%4 行）。"),
        .opposite = QStringLiteral("%1 随 %2 上升而下降（Spearman %3，%4 行）。"),
        .differs = QStringLiteral("%1 因 %2 而异：平均值最高的是 %3（%4），最低的是 %5（%6）；分组解释了 %7 % 的方差。"),
        .chart = QStringLiteral("%1：%2"),
        .mean = QStringLiteral("平均值"),
        .sum = QStringLiteral("总和"),
        .maximum = QStringLiteral("最大值"),
        .minimum = QStringLiteral("最小值"),
        .median = QStringLiteral("中位数"),
        .deviation = QStringLiteral("标准差"),
        .unique = QStringLiteral("不同值的个数"),
        .rowCount = QStringLiteral("行数"),
        .functionOf = QStringLiteral("%2 的%1"),
        .single = QStringLiteral("%1是 **%2**（共 %3 行）。"),
        .where = QStringLiteral("此处 %1 为 %2。"),
        .grouped = QStringLiteral("按 %2 分组的%1，共 %3 行："),
        .questionFailed = QStringLiteral("关于这一列的问题没能算出来：%1"),
        .empty = QStringLiteral("文件 %1 是空的。"),
        .noTable = QStringLiteral("在 %1 里没有找到表格：它不是记录的列表。"),
        .oldExcel = QStringLiteral("%1 是旧的 Excel 格式，我读不了。请另存为 .xlsx 或 CSV。"),
        .binary = QStringLiteral("%1 不是文本表格，而是二进制数据。"),
        .tooLarge = QStringLiteral("%1 太大，超出了这里 Python 的内存。"),
        .noRows = QStringLiteral("%1 有 %2 列，但没有数据行。"),
        .unreadable = QStringLiteral("表格读不了：%1"),
        .runFailed = QStringLiteral("%1 的运行失败了，Python 的提示是：%2"),
        .noPython = QStringLiteral("分析表格需要 Python 工具，而这里没有提供。请打开 Python 再问一次。"),
        .tooManyTables = QStringLiteral("只读了前 %1 个表格。"),
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
        .connect = QStringLiteral("其他问题请交给语言模型。在终端里可以使用任何支持 Responses API 的服务，密钥放在环境变量中："
                                  "`vitrine exec --base-url 地址 --model 模型 --key-env 变量 \"问题\"`。在窗口中连接模型的功能将在以后的版本中提供。"),
        .unreadableFile = QStringLiteral("我没有处理 %1 的规则。"),
    };
}

} // namespace

const Wording &simplifiedWording()
{
    static const Wording words{.compute = compute(), .picture = picture(), .table = table(), .help = help()};
    return words;
}

} // namespace vitrine
