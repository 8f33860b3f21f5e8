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
        .emptyText = QStringLiteral("空白文字"),
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
        .timeNow = QStringLiteral("依本機的時鐘，現在是 **%1**（%4），%3，%2。"),
        .timeNowIn = QStringLiteral("依本機的時鐘，%5現在是 **%1**（%4），%3，%2。"),
        .ranInPython = QStringLiteral("以上是 Python 的執行結果，程式碼見步驟。"),
        .noPython = QStringLiteral("這個問題需要計算，而這裡沒有提供 Python 工具。沒有它我不做計算，因為猜的可能是錯的。請開啟 Python 再問一次。"),
        .pythonFailed = QStringLiteral("Python 沒能算出來，它的提示是：%1"),
    };
}

PictureWording picture()
{
    return {
        .lookThought = QStringLiteral("我先看 %1：大小、光線和清晰度，有沒有紙或白板的邊框，有沒有 QR 碼或條碼。"),
        .codesThought = QStringLiteral("我在 %1 裡找 QR 碼和條碼。"),
        .flatFound = QStringLiteral("圖裡有一頁紙或一塊板，已拉平為 %1。"),
        .outlineDoubted = QStringLiteral("找到的邊框不可靠，我繼續用整張圖。"),
        .turnThought = QStringLiteral("我按文字的方向把 %1 轉正。"),
        .turnedNow = QStringLiteral("原圖不正，%1 已轉正。"),
        .enhanceThought = QStringLiteral("照片光線不均勻、邊緣模糊，所以我一邊照原樣讀 %1，一邊增強一份備用。"),
        .enhanceAfterThought = QStringLiteral("讀得不好，我把 %1 增強後再讀一次。"),
        .readThought = QStringLiteral("我讀 %1 裡的文字。"),
        .readBothThought = QStringLiteral("%1 照原樣讀得不夠好，所以我再讀增強後的 %2，留下較好的結果。"),
        .sparseThought = QStringLiteral("以一般版面沒有讀到文字，我在 %1 裡找零散的字。"),
        .tilesThought = QStringLiteral("圖很大，字可能很小，我把 %1 分成四塊來看。"),
        .handwritingThought = QStringLiteral("%1 裡許多字沒有把握，看來是手寫，我讀不好手寫。我裁出放大的部分供查看。"),
        .zoomReadThought = QStringLiteral("我讀放大的部分。"),
        .zoomThought = QStringLiteral("%2 裡有 %1 個詞沒有把握，我把它們所在的地方放大。"),
        .handwriting = QStringLiteral("**這看來是手寫或不清楚的印刷，辨識的把握很低：下面許多詞不確定，會有錯。**"),
        .lookAtParts = QStringLiteral("最好自己看放大的部分：%1。"),
        .marksMeanUnsure = QStringLiteral("帶 (?) 的詞沒有把握。"),
        .oneCode = QStringLiteral("找到 %1 個碼："),
        .someCodes = QStringLiteral("找到 %1 個碼："),
        .noCodes = QStringLiteral("沒有找到 QR 碼或條碼。"),
        .nothingFound = QStringLiteral("這張圖裡沒有找到文字，也沒有找到 QR 碼或條碼。我只會讀字；要描述圖片，請連接語言模型。"),
        .onlyNoise = QStringLiteral("這張圖裡沒有能有把握讀出的文字。如果有字，換一張更清楚或更近的照片也許有用；要描述圖片，請連接語言模型。"),
        .cannotTranslate = QStringLiteral("我不會翻譯，那需要語言模型。原文如下："),
        .cannotDescribe = QStringLiteral("我是一套規則，不是語言模型：我會讀文字、QR 碼和條碼，但不會描述或解釋圖裡的內容。"),
        .tooManyPictures = QStringLiteral("只讀了前 %1 張圖，其餘的請再傳一則訊息。"),
        .kindOutline = QStringLiteral("照片，裡面有一頁紙或一塊板。"),
        .kindCode = QStringLiteral("QR 碼或條碼的圖片。"),
        .kindDark = QStringLiteral("深底淺字。"),
        .kindPhoto = QStringLiteral("照片。"),
        .kindClean = QStringLiteral("掃描檔或螢幕截圖。"),
        .steps = QStringLiteral("步驟：%1。"),
        .stepSeparator = QStringLiteral("；"),
        .sentenceSpace = QString(),
        .stepFlat = QStringLiteral("拉平（%1）"),
        .stepEnhanced = QStringLiteral("增強（%1）"),
        .stepTurned = QStringLiteral("旋轉 %1°（%2）"),
        .stepRead = QStringLiteral("讀取 %1：%2 行，%3 個詞，其中 %4 個沒有把握，平均信心度 %5（滿分 100）"),
        .stepZoomed = QStringLiteral("放大局部 %1"),
        .stepCodes = QStringLiteral("尋找過 QR 碼和條碼"),
        .noReader = QStringLiteral("這裡沒有提供讀文字的工具（image_detect_text），所以讀不了文字。"),
        .missingTools = QStringLiteral("這裡沒有提供這些工具，相應的步驟已略去：%1。"),
        .stepFailed = QStringLiteral("有一步失敗了：%1"),
        .limitReached = QStringLiteral("已到一次回答的圖片呼叫上限，略去了一些步驟。"),
    };
}

TableWording table()
{
    return {
        .profileThought = QStringLiteral("我用 Python 讀入表格，逐欄查看，並畫出合適的圖。"),
        .questionThought = QStringLiteral("問題是關於某一欄的，我讓 Python 來算。"),
        .chartOver = QStringLiteral("{y} 隨 {x} 的變化"),
        .chartAgainst = QStringLiteral("{y} 與 {x}"),
        .chartMeanBy = QStringLiteral("各 {x} 的 {y} 平均值"),
        .chartRowsBy = QStringLiteral("各 {x} 的列數"),
        .chartRows = QStringLiteral("列數"),
        .chartSpread = QStringLiteral("{x} 的分布"),
        .head = QStringLiteral("%1 有 **%2 列**、**%3 欄**（%4）。"),
        .separator = QStringLiteral("分隔符號 %1"),
        .sheet = QStringLiteral("工作表「%1」"),
        .tab = QStringLiteral("定位字元"),
        .decimalComma = QStringLiteral("小數逗號"),
        .listSeparator = QStringLiteral("、"),
        .sentenceSpace = QString(),
        .column = QStringLiteral("欄"),
        .type = QStringLiteral("類型"),
        .missing = QStringLiteral("缺漏"),
        .values = QStringLiteral("取值"),
        .typeNumber = QStringLiteral("數值"),
        .typeInteger = QStringLiteral("整數"),
        .typeDate = QStringLiteral("日期"),
        .typeBoolean = QStringLiteral("是/否"),
        .typeCategory = QStringLiteral("類別"),
        .typeText = QStringLiteral("文字"),
        .typeEmpty = QStringLiteral("空"),
        .numberRange = QStringLiteral("%1 至 %2，平均 %3，中位數 %4"),
        .dateRange = QStringLiteral("%1 至 %2"),
        .moreColumns = QStringLiteral("另有 %1 欄沒有列出。"),
        .moreGroups = QStringLiteral("另有 %1 組沒有列出。"),
        .remarks = QStringLiteral("**值得注意**"),
        .relations = QStringLiteral("**最強的關係**"),
        .charts = QStringLiteral("**圖表**"),
        .sampled = QStringLiteral("檔案很大，只讀了前面一部分。"),
        .noHeader = QStringLiteral("沒有標題列，所以各欄用編號。"),
        .badLines = QStringLiteral("%1 列的欄位比標題多，已略去。"),
        .duplicates = QStringLiteral("%1 列與其他列完全重複。"),
        .otherSheets = QStringLiteral("檔案有幾張工作表：%1。只讀了這一張。"),
        .unfit = QStringLiteral("%1：%2 個儲存格不合類型，既不算值也不算缺漏。"),
        .outliers = QStringLiteral("%1：%2 個離群值，依中位數絕對偏差遠離中位數（例如 %3）。"),
        .oneOutlier = QStringLiteral("%1：%2 個離群值，依中位數絕對偏差遠離中位數（%3）。"),
        .together = QStringLiteral("%1 與 %2 同升同降（Spearman %3，%4 列）。"),
        .opposite = QStringLiteral("%1 隨 %2 上升而下降（Spearman %3，%4 列）。"),
        .differs = QStringLiteral("%1 因 %2 而異：平均值最高的是 %3（%4），最低的是 %5（%6）；分組解釋了 %7 % 的變異。"),
        .chart = QStringLiteral("%1：%2"),
        .mean = QStringLiteral("平均值"),
        .sum = QStringLiteral("總和"),
        .maximum = QStringLiteral("最大值"),
        .minimum = QStringLiteral("最小值"),
        .median = QStringLiteral("中位數"),
        .deviation = QStringLiteral("標準差"),
        .unique = QStringLiteral("不同值的個數"),
        .rowCount = QStringLiteral("列數"),
        .functionOf = QStringLiteral("%2 的%1"),
        .single = QStringLiteral("%1是 **%2**（共 %3 列）。"),
        .where = QStringLiteral("此處 %1 為 %2。"),
        .grouped = QStringLiteral("依 %2 分組的%1，共 %3 列："),
        .questionFailed = QStringLiteral("關於這一欄的問題沒能算出來：%1"),
        .empty = QStringLiteral("檔案 %1 是空的。"),
        .noTable = QStringLiteral("在 %1 裡沒有找到表格：它不是記錄的列表。"),
        .oldExcel = QStringLiteral("%1 是舊的 Excel 格式，我讀不了。請另存為 .xlsx 或 CSV。"),
        .binary = QStringLiteral("%1 不是文字表格，而是二進位資料。"),
        .tooLarge = QStringLiteral("%1 太大，超出了這裡 Python 的記憶體。"),
        .noRows = QStringLiteral("%1 有 %2 欄，但沒有資料列。"),
        .unreadable = QStringLiteral("表格讀不了：%1"),
        .runFailed = QStringLiteral("%1 的執行失敗了，Python 的提示是：%2"),
        .noPython = QStringLiteral("分析表格需要 Python 工具，而這裡沒有提供。請開啟 Python 再問一次。"),
        .tooManyTables = QStringLiteral("只讀了前 %1 個表格。"),
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
        .connect = QStringLiteral("其他問題請交給語言模型。在終端機裡可以使用任何支援 Responses API 的服務，金鑰放在環境變數中："
                                  "`vitrine exec --base-url 位址 --model 模型 --key-env 變數 \"問題\"`。在視窗中連接模型的功能將在以後的版本提供。"),
        .unreadableFile = QStringLiteral("我沒有處理 %1 的規則。"),
    };
}

} // namespace

const Wording &traditionalWording()
{
    static const Wording words{.compute = compute(), .picture = picture(), .table = table(), .help = help()};
    return words;
}

} // namespace vitrine
