<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AttachmentBatch</name>
    <message>
        <source>%1 files are too many for one message; choose at most %2.</source>
        <translation>%1 個檔案超出了一則訊息的上限，請最多選擇 %2 個。</translation>
    </message>
    <message>
        <source>%1 is not a picture; attach it as a file instead.</source>
        <translation>%1 不是圖片，請改以檔案加入。</translation>
    </message>
</context>
<context>
    <name>AttachmentReader</name>
    <message>
        <source>%1 does not exist; check its name and folder.</source>
        <translation>%1 不存在，請檢查檔名和所在資料夾。</translation>
    </message>
    <message>
        <source>%1 may not be read; change its permissions or attach a copy.</source>
        <translation>沒有讀取 %1 的權限，請修改權限或加入它的副本。</translation>
    </message>
    <message>
        <source>%1 is not a regular file; save what it gives to a file and attach that.</source>
        <translation>%1 不是一般檔案，請把它的內容存成檔案後再加入。</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2).</source>
        <translation>無法開啟 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 is a folder; attach the files in it.</source>
        <translation>%1 是資料夾，請加入其中的檔案。</translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to attach.</source>
        <translation>%1 是空的，沒有內容可加入。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; attach a smaller copy or a part of it.</source>
        <translation>%1 超過 %2 MB，請加入較小的副本或其中一部分。</translation>
    </message>
    <message>
        <source>%1 is not a picture in spite of its name; it is attached as a plain file.</source>
        <translation>%1 看檔名像圖片，其實不是，已以一般檔案加入。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a picture and is attached as a plain file.</source>
        <translation>%1 無法以圖片讀取，已以一般檔案加入。</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>The model used the call id %1 twice.</source>
        <translation>模型重複使用了呼叫識別碼 %1。</translation>
    </message>
</context>
<context>
    <name>ChatDecoding</name>
    <message>
        <source>The server answers in another way than Chat Completions; check the provider&apos;s address and API.</source>
        <translation>伺服器的回應不符合 Chat Completions，請檢查供應商的位址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就結束了，請重試。</translation>
    </message>
    <message>
        <source>The server reported that the answer failed; try again.</source>
        <translation>伺服器回報回答失敗，請重試。</translation>
    </message>
</context>
<context>
    <name>ChildProcess</name>
    <message>
        <source>The program %1 is missing; install it and try again.</source>
        <translation>缺少程式 %1，請安裝後重試。</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>無法啟動 %1。</translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>The base URL needs an address such as https://api.openai.com/v1.</source>
        <translation>基底 URL 需要一個位址，例如 https://api.openai.com/v1 。</translation>
    </message>
    <message>
        <source>The base URL ends with its path: no user name, no ? and no #, since it is kept in the open.</source>
        <translation>基底 URL 到路徑為止：不能含使用者名稱、? 或 #，因為它以明文儲存。</translation>
    </message>
    <message>
        <source>http:// would send your key and your words to %1 in the open; use https://, or allow it for this connection if the network is your own.</source>
        <translation>http:// 會以明文把你的金鑰和內容傳送到 %1，請使用 https://；如果網路是你自己的，也可為此連線允許它。</translation>
    </message>
    <message>
        <source>A header needs the form &apos;NAME: VALUE&apos;.</source>
        <translation>標頭的格式是 &apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>The header %1 carries a secret, and headers are kept in the open; give the key as the key of the connection.</source>
        <translation>標頭 %1 含有機密，而標頭以明文儲存；請把金鑰設為此連線的金鑰。</translation>
    </message>
    <message>
        <source>The proxy needs an address such as http://proxy.example:3128 or socks5://proxy.example:1080.</source>
        <translation>代理伺服器需要一個位址，例如 http://proxy.example:3128 或 socks5://proxy.example:1080 。</translation>
    </message>
    <message>
        <source>The proxy&apos;s password would be kept in the open; set https_proxy in the environment instead.</source>
        <translation>代理伺服器的密碼會以明文儲存，請改在環境變數 https_proxy 中設定。</translation>
    </message>
    <message>
        <source>A connection&apos;s name has up to 40 of a-z, 0-9, - and _, and is not &quot;offline&quot;.</source>
        <translation>連線名稱最多 40 個字元，只能含 a-z、0-9、- 和 _，且不能是「offline」。</translation>
    </message>
    <message>
        <source>Organization and project are short names without line breaks.</source>
        <translation>組織和專案應為不含換行的簡短名稱。</translation>
    </message>
    <message>
        <source>The header that the key goes into needs a name such as api-key.</source>
        <translation>放入金鑰的標頭需要一個名稱，例如 api-key。</translation>
    </message>
    <message>
        <source>The connection &quot;%1&quot; names no protocol that this version knows.</source>
        <translation>連線「%1」所用的協定，這個版本不認得。</translation>
    </message>
</context>
<context>
    <name>ConnectionFiles</name>
    <message>
        <source>Two connections are named &quot;%1&quot;; the second is left aside.</source>
        <translation>有兩個連線都叫「%1」，第二個已略過。</translation>
    </message>
    <message>
        <source>A connection could not be read: %1</source>
        <translation>有一個連線無法讀取：%1</translation>
    </message>
    <message>
        <source>The connections in %1 cannot be read: %2.</source>
        <translation>無法讀取 %1 中的連線：%2。</translation>
    </message>
    <message>
        <source>The connections in %1 are damaged and cannot be set aside; remove the file.</source>
        <translation>%1 中的連線已損壞且無法移到一旁，請移除這個檔案。</translation>
    </message>
    <message>
        <source>The connections could not be read; they were set aside as %1 and begin anew.</source>
        <translation>無法讀取連線，已另存為 %1 並重新開始。</translation>
    </message>
    <message>
        <source>The connections come from a newer version of the program; changes are not kept.</source>
        <translation>連線來自更新的版本，變更不會儲存。</translation>
    </message>
    <message>
        <source>A connection &quot;%1&quot; is there already; remove it first, or choose another name.</source>
        <translation>已有名為「%1」的連線，請先移除它或換一個名稱。</translation>
    </message>
    <message>
        <source>Another program is just changing the connections; try again.</source>
        <translation>另一個程式正在修改連線，請重試。</translation>
    </message>
    <message>
        <source>The connections cannot be saved in %1: %2.</source>
        <translation>無法把連線儲存到 %1：%2。</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;; vitrine providers list shows them.</source>
        <translation>沒有連線「%1」，可用 vitrine providers list 查看。</translation>
    </message>
</context>
<context>
    <name>ConnectionPresets</name>
    <message>
        <source>Other server</source>
        <translation>其他伺服器</translation>
    </message>
</context>
<context>
    <name>ConversationsCommand</name>
    <message>
        <source>Lists the conversations of this profile, or shows one of them.</source>
        <translation>列出此設定檔中的對話，或顯示其中一個。</translation>
    </message>
    <message>
        <source>Print one JSON object per line.</source>
        <translation>每行輸出一個 JSON 物件。</translation>
    </message>
    <message>
        <source>list, or show with an id.</source>
        <translation>list，或 show 加上對話 ID。</translation>
    </message>
    <message>
        <source>Use vitrine conversations list, or vitrine conversations show ID.</source>
        <translation>請使用 vitrine conversations list 或 vitrine conversations show ID。</translation>
    </message>
</context>
<context>
    <name>DecodeCommand</name>
    <message>
        <source>Only one file can be decoded at a time.</source>
        <translation>一次只能解碼一個檔案。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>沒有選項 %1。</translation>
    </message>
    <message>
        <source>--chunk-bytes takes a whole number from 1.</source>
        <translation>--chunk-bytes 需要 1 以上的整數。</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file.</source>
        <translation>%1 是資料夾，請指定檔案。</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>無法讀取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than an answer may be (64 MB).</source>
        <translation>%1 超過了回答的大小上限（64 MB）。</translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to decode.</source>
        <translation>%1 是空的，沒有可解碼的內容。</translation>
    </message>
    <message>
        <source>The stream is larger than an answer may be (64 MB).</source>
        <translation>串流超過了回答的大小上限（64 MB）。</translation>
    </message>
    <message>
        <source>The file needs an object {&quot;status&quot;: number, &quot;headers&quot;: {...}, &quot;body&quot;: &quot;...&quot;}.</source>
        <translation>檔案中需要一個物件 {&quot;status&quot;: 數字, &quot;headers&quot;: {...}, &quot;body&quot;: &quot;...&quot;}。</translation>
    </message>
    <message>
        <source>Usage: vitrine decode --api responses|chat|messages|gemini [--chunk-bytes N] [--http] FILE.</source>
        <translation>用法：vitrine decode --api responses|chat|messages|gemini [--chunk-bytes N] [--http] FILE。</translation>
    </message>
    <message>
        <source>Name the API of the recording with --api: one of %1.</source>
        <translation>請用 --api 指明錄製內容所用的 API，可用的有 %1。</translation>
    </message>
    <message>
        <source>There is no API %1; it is one of %2.</source>
        <translation>沒有名為 %1 的 API，可用的有 %2。</translation>
    </message>
</context>
<context>
    <name>DoctorCommand</name>
    <message>
        <source>No trained data for English: text in pictures cannot be read.</source>
        <translation>缺少英文的辨識資料，無法讀取圖片中的文字。</translation>
    </message>
    <message>
        <source>Trained data: %1.</source>
        <translation>辨識資料：%1。</translation>
    </message>
    <message>
        <source>The picture worker is missing: pictures cannot be opened.</source>
        <translation>缺少圖片處理程式，無法開啟圖片。</translation>
    </message>
    <message>
        <source>Build again: ./run</source>
        <translation>請重新建置：./run</translation>
    </message>
    <message>
        <source>Code is shown without colours.</source>
        <translation>程式碼不會以顏色標示。</translation>
    </message>
    <message>
        <source>Previews of HTML and diagrams are not part of this version.</source>
        <translation>此版本不含 HTML 和圖表的預覽。</translation>
    </message>
    <message>
        <source>Says what works on this machine, what is missing, and how to mend it.</source>
        <translation>說明本機上哪些功能可用、缺少什麼以及如何補上。</translation>
    </message>
    <message>
        <source>Print one JSON array.</source>
        <translation>輸出一個 JSON 陣列。</translation>
    </message>
    <message>
        <source>vitrine doctor takes no arguments but --json.</source>
        <translation>vitrine doctor 只接受參數 --json。</translation>
    </message>
    <message>
        <source>Keys can be kept in the keyring.</source>
        <translation>金鑰可儲存在鑰匙圈中。</translation>
    </message>
    <message>
        <source>Keys can be kept in the keyring (%1).</source>
        <translation>金鑰可儲存在鑰匙圈中（%1）。</translation>
    </message>
    <message>
        <source>Built without the keyring: keys come from environment variables or a file.</source>
        <translation>建置時未包含鑰匙圈：金鑰來自環境變數或檔案。</translation>
    </message>
</context>
<context>
    <name>EffortWords</name>
    <message>
        <source>Not at all</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>極低</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>Very high</source>
        <translation>很高</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最高</translation>
    </message>
</context>
<context>
    <name>ExecCommand</name>
    <message>
        <source>Declined, since nobody is there to ask: %1</source>
        <translation>因無人可詢問，已拒絕：%1</translation>
    </message>
    <message>
        <source>Run this? [y]es once, [a]lways this exact command, [e]dit, [n]o</source>
        <translation>要執行嗎？[y] 僅此一次，[a] 一律允許這條命令，[e] 修改，[n] 不行</translation>
    </message>
    <message>
        <source>The new arguments:</source>
        <translation>新的參數：</translation>
    </message>
    <message>
        <source>Words for the model (may be empty):</source>
        <translation>給模型的話（可留空）：</translation>
    </message>
    <message>
        <source>There is no conversation to continue yet.</source>
        <translation>還沒有可以繼續的對話。</translation>
    </message>
    <message>
        <source>There is no conversation %1; vitrine conversations list shows them.</source>
        <translation>沒有對話 %1，可用 vitrine conversations list 查看。</translation>
    </message>
    <message>
        <source>No model is configured: the offline assistant answers (rules, not a language model).</source>
        <translation>尚未設定模型，由離線助理回答（規則，而不是語言模型）。</translation>
    </message>
    <message>
        <source>--base-url needs an address such as https://api.openai.com/v1.</source>
        <translation>--base-url 需要一個位址，例如 https://api.openai.com/v1 。</translation>
    </message>
    <message>
        <source>http:// would send your key and your words in the open; use https:// (http is allowed for this machine only).</source>
        <translation>http:// 會以明文傳送你的金鑰和內容，請使用 https://（http 只允許用於本機）。</translation>
    </message>
    <message>
        <source>The environment variable %1 that --key-env names is empty.</source>
        <translation>--key-env 指定的環境變數 %1 是空的。</translation>
    </message>
    <message>
        <source>--header needs &apos;NAME: VALUE&apos;.</source>
        <translation>--header 的格式是 &apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>Asks one question and prints the answer. Without a provider the offline assistant answers.</source>
        <translation>提出一個問題並輸出回答。未指定供應商時由離線助理回答。</translation>
    </message>
    <message>
        <source>A configured provider, or &quot;offline&quot;.</source>
        <translation>已設定的供應商，或「offline」。</translation>
    </message>
    <message>
        <source>The model&apos;s name.</source>
        <translation>模型名稱。</translation>
    </message>
    <message>
        <source>How long to think: none, minimal, low, medium, high, xhigh, max.</source>
        <translation>思考多久：none、minimal、low、medium、high、xhigh、max。</translation>
    </message>
    <message>
        <source>Environment variable that holds the key.</source>
        <translation>存放金鑰的環境變數。</translation>
    </message>
    <message>
        <source>One more header: &apos;NAME: VALUE&apos;.</source>
        <translation>另加一個標頭：&apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>A picture to look at; can be given several times.</source>
        <translation>要查看的圖片，可多次指定。</translation>
    </message>
    <message>
        <source>A file to work with; can be given several times.</source>
        <translation>要處理的檔案，可多次指定。</translation>
    </message>
    <message>
        <source>The work folder of the agent&apos;s tools.</source>
        <translation>工具使用的工作資料夾。</translation>
    </message>
    <message>
        <source>What may run unasked: suggest, auto-edit, full-auto.</source>
        <translation>哪些操作無須詢問：suggest、auto-edit、full-auto。</translation>
    </message>
    <message>
        <source>Do not ask before working outside a git repository.</source>
        <translation>在 git 儲存庫以外工作時不詢問。</translation>
    </message>
    <message>
        <source>Go on with the newest conversation.</source>
        <translation>繼續最近的對話。</translation>
    </message>
    <message>
        <source>Go on with this conversation.</source>
        <translation>繼續這個對話。</translation>
    </message>
    <message>
        <source>Keep the raw answers in this folder, without keys.</source>
        <translation>把原始回答儲存到此資料夾，不含金鑰。</translation>
    </message>
    <message>
        <source>Print one JSON object per line.</source>
        <translation>每行輸出一個 JSON 物件。</translation>
    </message>
    <message>
        <source>The question; - reads it from standard input.</source>
        <translation>問題；- 表示從標準輸入讀取。</translation>
    </message>
    <message>
        <source>--continue and --conversation exclude each other.</source>
        <translation>--continue 和 --conversation 不能同時使用。</translation>
    </message>
    <message>
        <source>The question is missing: vitrine exec &quot;What does it say?&quot;</source>
        <translation>缺少問題：vitrine exec &quot;上面寫了什麼？&quot;</translation>
    </message>
    <message>
        <source>Put the question in quotes: one argument is expected.</source>
        <translation>請用引號括住問題：只接受一個參數。</translation>
    </message>
    <message>
        <source>Unknown effort &quot;%1&quot;; use one of %2.</source>
        <translation>未知的思考強度「%1」，可用的有 %2。</translation>
    </message>
    <message>
        <source>Unknown approval mode &quot;%1&quot;; use suggest, auto-edit or full-auto.</source>
        <translation>未知的核准方式「%1」，請使用 suggest、auto-edit 或 full-auto。</translation>
    </message>
    <message>
        <source>The work folder %1 does not exist.</source>
        <translation>工作資料夾 %1 不存在。</translation>
    </message>
    <message>
        <source>Unknown API &quot;%1&quot;; use one of %2.</source>
        <translation>未知的 API「%1」，可用的有 %2。</translation>
    </message>
    <message>
        <source>The protocol of --base-url: responses, chat, messages or gemini.</source>
        <translation>--base-url 所用的協定：responses、chat、messages 或 gemini。</translation>
    </message>
    <message>
        <source>Address of the API: ending in /v1 for OpenAI-like servers, the bare host for Anthropic and Gemini.</source>
        <translation>API 的位址：OpenAI 類的伺服器以 /v1 結尾，Anthropic 和 Gemini 只寫主機。</translation>
    </message>
    <message>
        <source>A tool that the provider runs: web_search, code_interpreter, image_generation; can be given several times.</source>
        <translation>由供應商執行的工具：web_search、code_interpreter、image_generation，可多次指定。</translation>
    </message>
    <message>
        <source>How much to say: low, medium, high.</source>
        <translation>回答的詳細程度：low、medium、high。</translation>
    </message>
    <message>
        <source>%1 is not connected: put its key into %2, or connect it with vitrine providers add %3.</source>
        <translation>%1 尚未連接：請把它的金鑰放入 %2，或用 vitrine providers add %3 連接。</translation>
    </message>
</context>
<context>
    <name>FileBlobStore</name>
    <message>
        <source>The disk is full; make room and try again.</source>
        <translation>磁碟已滿，請騰出空間後重試。</translation>
    </message>
    <message>
        <source>The file could not be kept in the profile folder (%1).</source>
        <translation>檔案無法儲存到設定檔資料夾（%1）。</translation>
    </message>
    <message>
        <source>A stored file is missing or damaged; it cannot be shown.</source>
        <translation>儲存的檔案遺失或損壞，無法顯示。</translation>
    </message>
    <message>
        <source>The folder %1 for files could not be made; check the folder above it.</source>
        <translation>無法建立存放檔案的資料夾 %1，請檢查它的上層資料夾。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 and was not taken.</source>
        <translation>%1 大於 %2，沒有收下。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>無法讀取 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 is a folder; choose the files in it.</source>
        <translation>%1 是資料夾，請選擇其中的檔案。</translation>
    </message>
    <message>
        <source>%1 is not a regular file and was not taken.</source>
        <translation>%1 不是一般檔案，沒有收下。</translation>
    </message>
</context>
<context>
    <name>GeminiDecoding</name>
    <message>
        <source>The server answers in another way than the Gemini API; check the provider&apos;s address and API.</source>
        <translation>伺服器的回應不符合 Gemini API，請檢查供應商的位址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就結束了，請重試。</translation>
    </message>
    <message>
        <source>The model began a tool call and did not finish it; try again.</source>
        <translation>模型開始了工具呼叫但沒有完成，請重試。</translation>
    </message>
</context>
<context>
    <name>GeminiEnding</name>
    <message>
        <source>The model wrote a tool call that cannot be read (%1); try again.</source>
        <translation>模型寫出的工具呼叫無法讀取（%1），請重試。</translation>
    </message>
    <message>
        <source>The provider misses its own notes on an earlier step (%1); start a new conversation.</source>
        <translation>供應商缺少自己對先前步驟的記錄（%1），請開始新的對話。</translation>
    </message>
    <message>
        <source>The provider refuses to answer this prompt (%1); change it and try again.</source>
        <translation>供應商拒絕回答這個提問（%1），請修改後重試。</translation>
    </message>
</context>
<context>
    <name>HostedWords</name>
    <message>
        <source>Searched the web</source>
        <translation>搜尋了網路</translation>
    </message>
    <message>
        <source>Searching the web</source>
        <translation>正在搜尋網路</translation>
    </message>
    <message>
        <source>Read a page</source>
        <translation>閱讀了網頁</translation>
    </message>
    <message>
        <source>Reading a page</source>
        <translation>正在閱讀網頁</translation>
    </message>
    <message>
        <source>Ran code at the provider</source>
        <translation>在供應商處執行了程式碼</translation>
    </message>
    <message>
        <source>Running code at the provider</source>
        <translation>正在供應商處執行程式碼</translation>
    </message>
    <message>
        <source>Made a picture</source>
        <translation>產生了圖片</translation>
    </message>
    <message>
        <source>Making a picture</source>
        <translation>正在產生圖片</translation>
    </message>
    <message>
        <source>Searched the files</source>
        <translation>搜尋了檔案</translation>
    </message>
    <message>
        <source>Searching the files</source>
        <translation>正在搜尋檔案</translation>
    </message>
    <message>
        <source>The provider called %1 of %2</source>
        <translation>供應商呼叫了 %2 的 %1</translation>
    </message>
    <message>
        <source>The provider ran %1</source>
        <translation>供應商執行了 %1</translation>
    </message>
    <message>
        <source>Fetched the files that were made</source>
        <translation>取回了產生的檔案</translation>
    </message>
</context>
<context>
    <name>HttpErrors</name>
    <message>
        <source>The provider does not accept the key; check or replace it</source>
        <translation>供應商不接受這個金鑰，請檢查或更換</translation>
    </message>
    <message>
        <source>The account at the provider has no credit left; add some there and try again</source>
        <translation>供應商帳戶的額度已用完，請儲值後重試</translation>
    </message>
    <message>
        <source>The provider does not let this key do that; choose another model or key</source>
        <translation>供應商不允許這個金鑰這樣做，請選擇別的模型或金鑰</translation>
    </message>
    <message>
        <source>The provider takes no more requests for the moment; try again in a while</source>
        <translation>供應商暫時不再接受請求，請稍後重試</translation>
    </message>
    <message>
        <source>The provider is overloaded; try again in a while</source>
        <translation>供應商負載過重，請稍後重試</translation>
    </message>
    <message>
        <source>The provider gave up waiting; try again</source>
        <translation>供應商等候逾時，請重試</translation>
    </message>
    <message>
        <source>The conversation is too long for this model; shorten it or choose a model that takes more</source>
        <translation>對話超出了這個模型的長度上限，請縮短對話或選擇上限更高的模型</translation>
    </message>
    <message>
        <source>The provider does not know this model; choose another one</source>
        <translation>供應商沒有這個模型，請選擇別的模型</translation>
    </message>
    <message>
        <source>The model does not take one of the settings; leave it out</source>
        <translation>模型不支援其中一項設定，請移除它</translation>
    </message>
    <message>
        <source>The proxy on the way wants a user name and a password; set them for this program</source>
        <translation>途中的代理伺服器要求使用者名稱和密碼，請為本程式設定</translation>
    </message>
    <message>
        <source>The provider had a fault of its own; try again</source>
        <translation>供應商本身發生錯誤，請重試</translation>
    </message>
    <message>
        <source>There is nothing at this address; check the base URL of the provider</source>
        <translation>這個位址上什麼也沒有，請檢查供應商的基底 URL</translation>
    </message>
    <message>
        <source>The request is too large for the provider; send smaller or fewer files</source>
        <translation>請求超出了供應商的大小上限，請傳送更小或更少的檔案</translation>
    </message>
    <message>
        <source>The server answered in a way that cannot be used; check the base URL of the provider</source>
        <translation>伺服器的回應無法使用，請檢查供應商的基底 URL</translation>
    </message>
    <message>
        <source>The provider refuses the request</source>
        <translation>供應商拒絕了請求</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <translation>%1（%2）。</translation>
    </message>
</context>
<context>
    <name>Imager</name>
    <message>
        <source>This kind of BMP cannot be read; save the picture as PNG and try again.</source>
        <translation>無法讀取這種 BMP，請把圖片另存為 PNG 後重試。</translation>
    </message>
    <message>
        <source>HEIC and AVIF pictures cannot be read here; save the picture as JPEG or PNG and try again.</source>
        <translation>這裡無法讀取 HEIC 和 AVIF 圖片，請另存為 JPEG 或 PNG 後重試。</translation>
    </message>
    <message>
        <source>The file is empty; choose another picture.</source>
        <translation>檔案是空的，請選擇別的圖片。</translation>
    </message>
    <message>
        <source>The file is not a picture that can be read; use JPEG, PNG, WebP, TIFF, GIF or BMP.</source>
        <translation>這個檔案不是可讀取的圖片，請使用 JPEG、PNG、WebP、TIFF、GIF 或 BMP。</translation>
    </message>
    <message>
        <source>The strength must be a finite number.</source>
        <translation>強度必須是有限的數。</translation>
    </message>
    <message>
        <source>The picture is not a regular file; choose a picture file.</source>
        <translation>這不是一般檔案，請選擇圖片檔案。</translation>
    </message>
    <message>
        <source>The picture file is larger than 256 MB; shrink the picture and try again.</source>
        <translation>圖片檔案超過 256 MB，請縮小圖片後重試。</translation>
    </message>
    <message>
        <source>The picture file is damaged or cut short; get a complete copy and try again.</source>
        <translation>圖片檔案損壞或不完整，請換一份完整的副本後重試。</translation>
    </message>
    <message>
        <source>There is too little text to tell which way is up.</source>
        <translation>文字太少，無法判斷哪邊朝上。</translation>
    </message>
    <message>
        <source>The field ops must be an array of 1 to 20 enhancements like {&quot;op&quot;: &quot;auto&quot;}.</source>
        <translation>欄位 ops 必須是包含 1 到 20 項增強的陣列，例如 {&quot;op&quot;: &quot;auto&quot;}。</translation>
    </message>
    <message>
        <source>The picture needs more memory than it may use; shrink it or choose a smaller part.</source>
        <translation>這張圖片所需記憶體超出限制，請縮小圖片或選擇較小的部分。</translation>
    </message>
    <message>
        <source>The picture operation failed for an unknown reason; try another picture.</source>
        <translation>圖片操作因不明原因失敗，請換一張圖片重試。</translation>
    </message>
    <message>
        <source>The bbox must be [x1, y1, x2, y2] with x1 less than x2 and y1 less than y2.</source>
        <translation>bbox 必須是 [x1, y1, x2, y2]，且 x1 小於 x2，y1 小於 y2。</translation>
    </message>
    <message>
        <source>The matrix holds a value that is not a number; give nine finite numbers.</source>
        <translation>矩陣中有的值不是數，請給出九個有限的數。</translation>
    </message>
    <message>
        <source>The matrix sends part of the result to infinity; choose corners that form a convex outline.</source>
        <translation>矩陣會把結果的一部分送到無窮遠，請選擇構成凸形輪廓的角點。</translation>
    </message>
    <message>
        <source>The matrix is singular; choose corners that span an area.</source>
        <translation>矩陣是奇異的，請選擇能圍成一塊面積的角點。</translation>
    </message>
    <message>
        <source>This kind of TIFF cannot be read; save the picture as PNG and try again.</source>
        <translation>無法讀取這種 TIFF，請把圖片另存為 PNG 後重試。</translation>
    </message>
    <message>
        <source>The picture has %1x%2 pixels, more than the 64 megapixels that can be opened; shrink it and try again.</source>
        <translation>圖片為 %1x%2 像素，超出了可開啟的 6400 萬像素，請縮小後重試。</translation>
    </message>
</context>
<context>
    <name>ImagerClient</name>
    <message>
        <source>The picture program gave an answer that makes no sense; try again.</source>
        <translation>圖片程式給出的回應無法理解，請重試。</translation>
    </message>
    <message>
        <source>The picture request is too long; use fewer parameters.</source>
        <translation>圖片請求過長，請減少參數。</translation>
    </message>
    <message>
        <source>The picture could not be handed to the picture program; try again.</source>
        <translation>圖片未能交給圖片程式，請重試。</translation>
    </message>
    <message>
        <source>The picture file may not be read; check its permissions.</source>
        <translation>沒有讀取圖片檔案的權限，請檢查它的權限。</translation>
    </message>
    <message>
        <source>The picture file cannot be opened; check that it is still there.</source>
        <translation>無法開啟圖片檔案，請檢查它是否還在。</translation>
    </message>
    <message>
        <source>The picture is not a regular file; choose a picture file.</source>
        <translation>這不是一般檔案，請選擇圖片檔案。</translation>
    </message>
    <message>
        <source>The picture file is larger than 256 MB; shrink the picture and try again.</source>
        <translation>圖片檔案超過 256 MB，請縮小圖片後重試。</translation>
    </message>
</context>
<context>
    <name>IncomingFiles</name>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>「%1」已經不在了。</translation>
    </message>
    <message>
        <source>“%1” is a folder; add the files in it instead.</source>
        <translation>「%1」是資料夾，請加入其中的檔案。</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file and cannot be added.</source>
        <translation>「%1」不是一般檔案，無法加入。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>「%1」是空的。</translation>
    </message>
    <message>
        <source>“%1” is %2; at most %3 can be added.</source>
        <translation>「%1」有 %2，最多只能加入 %3。</translation>
    </message>
    <message>
        <source>“%1” cannot be read; check its permissions.</source>
        <translation>無法讀取「%1」，請檢查它的權限。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are too many: a message takes at most %1, so none of them was added.</source>
        <translation>
            <numerusform>%n 個檔案太多：一則訊息最多 %1 個，因此一個也沒有加入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added. The first: %1</source>
        <translation>
            <numerusform>有 %n 個檔案未能加入。第一個：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemJson</name>
    <message>
        <source>A stored item of kind &quot;%1&quot; cannot be read.</source>
        <translation>無法讀取種類為「%1」的已存項目。</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>Not valid JSON at byte %1: %2.</source>
        <translation>第 %1 個位元組處不是有效的 JSON：%2。</translation>
    </message>
    <message>
        <source>A JSON object {...} was expected.</source>
        <translation>這裡需要一個 JSON 物件 {...}。</translation>
    </message>
</context>
<context>
    <name>KeyFiles</name>
    <message>
        <source>Others can look into the folder %1, so no key is kept there; run chmod 700 on it.</source>
        <translation>其他使用者可以查看資料夾 %1，因此不在其中儲存金鑰；請對它執行 chmod 700。</translation>
    </message>
    <message>
        <source>The key file %1 is damaged; move it away and enter the keys again.</source>
        <translation>金鑰檔案 %1 已損壞，請移走它並重新輸入金鑰。</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read.</source>
        <translation>無法讀取金鑰檔案 %1。</translation>
    </message>
    <message>
        <source>Others can read the key file %1, so it is not used; replace the keys in it, and run chmod 600 on it.</source>
        <translation>其他使用者可以讀取金鑰檔案 %1，因此沒有使用它；請更換其中的金鑰，並對它執行 chmod 600。</translation>
    </message>
    <message>
        <source>The key file %1 comes from a newer version of the program; use that one.</source>
        <translation>金鑰檔案 %1 來自更新的版本，請使用那個版本。</translation>
    </message>
    <message>
        <source>Another program is just changing the keys; try again.</source>
        <translation>另一個程式正在修改金鑰，請重試。</translation>
    </message>
    <message>
        <source>The key file %1 cannot be removed.</source>
        <translation>無法移除金鑰檔案 %1。</translation>
    </message>
    <message>
        <source>The keys cannot be saved in %1: %2.</source>
        <translation>無法把金鑰儲存到 %1：%2。</translation>
    </message>
</context>
<context>
    <name>KeyText</name>
    <message>
        <source>The key is empty; copy it from the provider&apos;s page and try again.</source>
        <translation>金鑰是空的，請從供應商的頁面複製後重試。</translation>
    </message>
    <message>
        <source>The key is longer than any key (8 kB); copy only the key itself.</source>
        <translation>內容太長（超過 8 kB），不會是金鑰，請只複製金鑰本身。</translation>
    </message>
    <message>
        <source>The key has a line break or a character that no key has; copy only the key itself.</source>
        <translation>金鑰中有換行或不該出現的字元，請只複製金鑰本身。</translation>
    </message>
</context>
<context>
    <name>MarkdownBlocks</name>
    <message>
        <source>Picture not loaded: %1</source>
        <translation>未載入圖片：%1</translation>
    </message>
</context>
<context>
    <name>MessageFiles</name>
    <message>
        <source>“%1” cannot be copied for sending again; is the disk full?</source>
        <translation>無法複製「%1」以便重新傳送，磁碟是否已滿？</translation>
    </message>
    <message>
        <source>The sample cannot be written to %1; is the disk full?</source>
        <translation>範例無法寫入 %1，磁碟是否已滿？</translation>
    </message>
</context>
<context>
    <name>MessagesDecoding</name>
    <message>
        <source>The server answers in another way than the Messages API; check the provider&apos;s address and API.</source>
        <translation>伺服器的回應不符合 Messages API，請檢查供應商的位址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就結束了，請重試。</translation>
    </message>
    <message>
        <source>The provider&apos;s rules made the model stop here.</source>
        <translation>模型因供應商的規則在此停止。</translation>
    </message>
</context>
<context>
    <name>ModelCatalog</name>
    <message>
        <source>The list of models cannot be read: %1</source>
        <translation>無法讀取模型清單：%1</translation>
    </message>
    <message>
        <source>The list of models has no array &quot;models&quot;.</source>
        <translation>模型清單中沒有陣列「models」。</translation>
    </message>
    <message>
        <source>The list of models has more than %1 entries.</source>
        <translation>模型清單超過 %1 項。</translation>
    </message>
    <message>
        <source>Entry %1 of the list of models has no usable &quot;id&quot;.</source>
        <translation>模型清單的第 %1 項沒有可用的「id」。</translation>
    </message>
    <message>
        <source>&quot;match&quot; of the model &quot;%1&quot; must be exact or prefix.</source>
        <translation>模型「%1」的「match」必須是 exact 或 prefix。</translation>
    </message>
    <message>
        <source>The list of models %1 cannot be opened: %2.</source>
        <translation>無法開啟模型清單 %1：%2。</translation>
    </message>
    <message>
        <source>The list of models %1 is larger than 8 MB.</source>
        <translation>模型清單 %1 超過 8 MB。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>ModelListReader</name>
    <message>
        <source>The server answered with a web page instead of its models; check the base URL of the provider.</source>
        <translation>伺服器傳回的是網頁，不是模型清單，請檢查供應商的基底 URL。</translation>
    </message>
    <message>
        <source>The server did not answer with a list of models; check the base URL of the provider.</source>
        <translation>伺服器傳回的不是模型清單，請檢查供應商的基底 URL。</translation>
    </message>
    <message>
        <source>The server&apos;s list of models is too long to be read; type the name of the model instead.</source>
        <translation>伺服器的模型清單太長，無法讀取，請直接輸入模型名稱。</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>thinks</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>ModelsCommand</name>
    <message>
        <source>pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>thinks</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>thinks: %1</source>
        <translation>思考：%1</translation>
    </message>
    <message>
        <source>Lists the models that are known: context in tokens, USD per million tokens of input and output, what they can do.</source>
        <translation>列出已知的模型：上下文的 token 數、每百萬 token 輸入和輸出的美元價格、具備的能力。</translation>
    </message>
    <message>
        <source>Print one JSON object per line.</source>
        <translation>每行輸出一個 JSON 物件。</translation>
    </message>
    <message>
        <source>Only models whose id, name or vendor has these words.</source>
        <translation>只列出 ID、名稱或廠商含有這些詞的模型。</translation>
    </message>
    <message>
        <source>Only models of this vendor.</source>
        <translation>只列出這個廠商的模型。</translation>
    </message>
    <message>
        <source>vitrine models takes options only; vitrine models --help lists them.</source>
        <translation>vitrine models 只接受選項，可用 vitrine models --help 查看。</translation>
    </message>
</context>
<context>
    <name>OfflineServerCommand</name>
    <message>
        <source>Usage: vitrine offline-server [--port N], with N from 0 (any free one) to 65535.</source>
        <translation>用法：vitrine offline-server [--port N]，N 為 0（任一可用的連接埠）到 65535。</translation>
    </message>
</context>
<context>
    <name>PayloadText</name>
    <message>
        <source>%1 in</source>
        <translation>輸入 %1</translation>
    </message>
    <message>
        <source>%1 of them cached</source>
        <translation>其中快取 %1</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>輸出 %1</translation>
    </message>
    <message>
        <source>%1 of them for thinking</source>
        <translation>其中思考 %1</translation>
    </message>
    <message>
        <source>(the first %1 of %2)</source>
        <translation>（共 %2，此為前 %1）</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>無回應</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>傳送 %1</translation>
    </message>
    <message>
        <source>Left out, because this model was found not to take it: %1</source>
        <translation>已略去，因為發現這個模型不支援：%1</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>圖片 %1：%2</translation>
    </message>
    <message>
        <source>Tokens by the provider&apos;s count: %1</source>
        <translation>供應商統計的 token 數：%1</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The folder %1 cannot be made or kept private; choose another with VITRINE_PROFILE.</source>
        <translation>無法建立資料夾 %1 或將其設為私有，請用 VITRINE_PROFILE 選擇別的資料夾。</translation>
    </message>
</context>
<context>
    <name>ProviderCatalog</name>
    <message>
        <source>No provider is named &quot;%1&quot;; connect it first, or use the offline assistant.</source>
        <translation>沒有名為「%1」的供應商，請先連接，或使用離線助理。</translation>
    </message>
    <message>
        <source>There is no API &quot;%1&quot;; it is one of %2.</source>
        <translation>沒有名為「%1」的 API，可用的有 %2。</translation>
    </message>
</context>
<context>
    <name>ProvidersCommand</name>
    <message>
        <source>key from the variable %1</source>
        <translation>金鑰來自變數 %1</translation>
    </message>
    <message>
        <source>key in the keyring</source>
        <translation>金鑰在鑰匙圈中</translation>
    </message>
    <message>
        <source>key in a file, not encrypted</source>
        <translation>金鑰在檔案中，未加密</translation>
    </message>
    <message>
        <source>key for one session</source>
        <translation>金鑰僅用於一次工作階段</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>沒有金鑰</translation>
    </message>
    <message>
        <source>No provider is connected; vitrine providers add openai connects one.</source>
        <translation>尚未連接供應商，可用 vitrine providers add openai 連接一個。</translation>
    </message>
    <message>
        <source>Paste the key and press Enter; it is not shown.</source>
        <translation>請貼上金鑰並按 Enter，金鑰不會顯示。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is connected (%2); vitrine providers test &quot;%1&quot; tries it.</source>
        <translation>「%1」已連接（%2），可用 vitrine providers test &quot;%1&quot; 測試。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and its stored key are removed.</source>
        <translation>已移除「%1」及其儲存的金鑰。</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; works: %n model(s).</source>
        <translation>
            <numerusform>「%1」可用：%n 個模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print JSON: one object per line.</source>
        <translation>輸出 JSON：每行一個物件。</translation>
    </message>
    <message>
        <source>What is known beforehand: %1.</source>
        <translation>預設集：%1。</translation>
    </message>
    <message>
        <source>The protocol: responses, chat, messages, gemini.</source>
        <translation>協定：responses、chat、messages、gemini。</translation>
    </message>
    <message>
        <source>Address of the API: ending in /v1, or the bare host for messages and gemini.</source>
        <translation>API 的位址：以 /v1 結尾；messages 和 gemini 只寫主機。</translation>
    </message>
    <message>
        <source>The model that is used when none is named.</source>
        <translation>未指定模型時使用的模型。</translation>
    </message>
    <message>
        <source>Environment variable that holds the key.</source>
        <translation>存放金鑰的環境變數。</translation>
    </message>
    <message>
        <source>Read the key from standard input.</source>
        <translation>從標準輸入讀取金鑰。</translation>
    </message>
    <message>
        <source>Where a key from standard input is kept: keyring, or file (not encrypted).</source>
        <translation>從標準輸入讀取的金鑰存放在哪裡：keyring，或 file（不加密）。</translation>
    </message>
    <message>
        <source>Agree that --store file does not encrypt the key.</source>
        <translation>同意 --store file 不加密金鑰。</translation>
    </message>
    <message>
        <source>One more header, not a secret one: &apos;NAME: VALUE&apos;.</source>
        <translation>另加一個不含機密的標頭：&apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>The header that the key goes into.</source>
        <translation>放入金鑰的標頭。</translation>
    </message>
    <message>
        <source>The organization that is charged.</source>
        <translation>付費的組織。</translation>
    </message>
    <message>
        <source>The project that is charged.</source>
        <translation>付費的專案。</translation>
    </message>
    <message>
        <source>The proxy of this connection, in place of the environment&apos;s.</source>
        <translation>此連線的代理伺服器，代替環境變數中的設定。</translation>
    </message>
    <message>
        <source>Allow http:// to another machine.</source>
        <translation>允許用 http:// 連到其他機器。</translation>
    </message>
    <message>
        <source>list, add, remove or test.</source>
        <translation>list、add、remove 或 test。</translation>
    </message>
    <message>
        <source>Unknown preset &quot;%1&quot;; use one of %2.</source>
        <translation>未知的預設集「%1」，可用的有 %2。</translation>
    </message>
    <message>
        <source>Unknown API &quot;%1&quot;; use responses, chat, messages or gemini.</source>
        <translation>未知的 API「%1」，請使用 responses、chat、messages 或 gemini。</translation>
    </message>
    <message>
        <source>--base-url is missing: the address of the server, or choose a --preset.</source>
        <translation>缺少 --base-url：請給出伺服器的位址，或選擇 --preset。</translation>
    </message>
    <message>
        <source>--base-url is missing: %1 with your own name in place of RESOURCE.</source>
        <translation>缺少 --base-url：%1，把其中的 RESOURCE 換成你自己的名稱。</translation>
    </message>
    <message>
        <source>--key-env and --key-stdin exclude each other.</source>
        <translation>--key-env 和 --key-stdin 不能同時使用。</translation>
    </message>
    <message>
        <source>--store says where a key from --key-stdin is kept; a variable keeps its own.</source>
        <translation>--store 指定 --key-stdin 讀入的金鑰存放在哪裡；環境變數中的金鑰留在原處。</translation>
    </message>
    <message>
        <source>--key-env needs the name of an environment variable, such as OPENAI_API_KEY.</source>
        <translation>--key-env 需要環境變數的名稱，例如 OPENAI_API_KEY。</translation>
    </message>
    <message>
        <source>A command is no session that could keep a key; use --key-env, or --store keyring.</source>
        <translation>命令執行完就結束，沒有工作階段可保留金鑰；請使用 --key-env 或 --store keyring。</translation>
    </message>
    <message>
        <source>--store is keyring or file.</source>
        <translation>--store 可以是 keyring 或 file。</translation>
    </message>
    <message>
        <source>In a file the key is not encrypted: whoever reads your files reads it. Add --yes-unencrypted if that is fine, or use --store keyring.</source>
        <translation>檔案中的金鑰不加密：能讀你檔案的人都能讀到它。如果可以接受，請加上 --yes-unencrypted，否則請使用 --store keyring。</translation>
    </message>
    <message>
        <source>A key or password was on the command line, where other programs and the shell&apos;s history see it; replace it at the provider, and give the new one with --key-stdin or --key-env.</source>
        <translation>命令列上出現了金鑰或密碼，其他程式和 shell 歷史記錄都能看到；請在供應商處更換，並用 --key-stdin 或 --key-env 提供新的。</translation>
    </message>
    <message>
        <source>Connects providers, lists, tests and removes them. Keys never stand on the command line.</source>
        <translation>連接、列出、測試和移除供應商。金鑰絕不寫在命令列上。</translation>
    </message>
    <message>
        <source>Use vitrine providers list, or add, remove or test with a name.</source>
        <translation>請使用 vitrine providers list，或 add、remove、test 加上名稱。</translation>
    </message>
</context>
<context>
    <name>ResponsesDecoding</name>
    <message>
        <source>The server answers in another way than the Responses API; check the provider&apos;s address and API.</source>
        <translation>伺服器的回應不符合 Responses API，請檢查供應商的位址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就結束了，請重試。</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The system gave no file descriptor; close some programs and try again.</source>
        <translation>系統沒有可用的檔案描述元，請關閉一些程式後重試。</translation>
    </message>
    <message>
        <source>%1 is not a plain file that can be read; it was left out.</source>
        <translation>%1 不是可讀取的一般檔案，已略過。</translation>
    </message>
    <message>
        <source>The interpreter sent a message that is too large.</source>
        <translation>直譯器傳來的訊息過大。</translation>
    </message>
    <message>
        <source>Nothing was run: files of the program itself lie in the work folder %1. Choose another folder.</source>
        <translation>沒有執行任何東西：工作資料夾 %1 裡有本程式自己的檔案。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Nothing was run: this version of bubblewrap is too old for the sandbox. Install bubblewrap 0.8 or newer.</source>
        <translation>沒有執行任何東西：bubblewrap 的版本太舊，無法用於沙箱。請安裝 0.8 或更新的版本。</translation>
    </message>
    <message>
        <source>Nothing was run: Python is there but IPython is not. Install it: sudo apt install python3-ipython</source>
        <translation>沒有執行任何東西：有 Python，但缺少 IPython。請安裝：sudo apt install python3-ipython</translation>
    </message>
    <message>
        <source>Nothing was run: Python is missing. Install it: sudo apt install python3-ipython</source>
        <translation>沒有執行任何東西：缺少 Python。請安裝：sudo apt install python3-ipython</translation>
    </message>
    <message>
        <source>Nothing was run: this system allows no user namespaces, so the sandbox cannot be built. Allow them: sudo sysctl user.max_user_namespaces=15000</source>
        <translation>沒有執行任何東西：系統不允許使用者命名空間，無法建立沙箱。請允許：sudo sysctl user.max_user_namespaces=15000</translation>
    </message>
    <message>
        <source>Nothing was run: this system keeps user namespaces from ordinary users, so the sandbox cannot be built. Allow them: sudo sysctl kernel.unprivileged_userns_clone=1</source>
        <translation>沒有執行任何東西：系統不讓一般使用者使用使用者命名空間，無法建立沙箱。請允許：sudo sysctl kernel.unprivileged_userns_clone=1</translation>
    </message>
    <message>
        <source>Nothing was run: this system does not let bubblewrap build a sandbox (on Ubuntu 24.04 and later AppArmor forbids it). Allow it once: sudo apt install apparmor-profiles &amp;&amp; sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ &amp;&amp; sudo apparmor_parser -r /etc/apparmor.d/bwrap-userns-restrict</source>
        <translation>沒有執行任何東西：系統不讓 bubblewrap 建立沙箱（Ubuntu 24.04 及以後由 AppArmor 禁止）。允許一次即可：sudo apt install apparmor-profiles &amp;&amp; sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ &amp;&amp; sudo apparmor_parser -r /etc/apparmor.d/bwrap-userns-restrict</translation>
    </message>
    <message>
        <source>Nothing was run: the sandbox cannot be built inside this container. Start the container with user namespaces and an unmasked /proc, or run the program outside of it.</source>
        <translation>沒有執行任何東西：無法在這個容器裡建立沙箱。請以使用者命名空間和未遮蔽的 /proc 啟動容器，或在容器外執行本程式。</translation>
    </message>
    <message>
        <source>Nothing was run: no new namespace can be made, so the sandbox cannot be built. Check user.max_user_namespaces and the number of running processes.</source>
        <translation>沒有執行任何東西：無法新建命名空間，因此不能建立沙箱。請檢查 user.max_user_namespaces 和正在執行的行程數。</translation>
    </message>
    <message>
        <source>Nothing was run: what was started in place of bubblewrap does not build a sandbox. Check which bwrap comes first in PATH.</source>
        <translation>沒有執行任何東西：代替 bubblewrap 啟動的程式不能建立沙箱。請檢查 PATH 中排在最前面的 bwrap。</translation>
    </message>
    <message>
        <source>Nothing was run: the sandbox could not be built. Run vitrine doctor to see why.</source>
        <translation>沒有執行任何東西：無法建立沙箱。請執行 vitrine doctor 查看原因。</translation>
    </message>
    <message>
        <source>Nothing was run: bubblewrap is missing, and without it there is no sandbox. Install it: sudo apt install bubblewrap</source>
        <translation>沒有執行任何東西：缺少 bubblewrap，沒有它就沒有沙箱。請安裝：sudo apt install bubblewrap</translation>
    </message>
    <message>
        <source>The system call filter of the sandbox could not be built, so nothing was run; check that libseccomp is installed.</source>
        <translation>無法建立沙箱的系統呼叫過濾器，因此沒有執行任何東西，請檢查是否安裝了 libseccomp。</translation>
    </message>
</context>
<context>
    <name>SandboxDoctor</name>
    <message>
        <source>Install it: sudo apt install %1</source>
        <translation>請安裝：sudo apt install %1</translation>
    </message>
</context>
<context>
    <name>SaveBlob</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>無法寫入 %1：%2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>SceneScript</name>
    <message>
        <source>Reading the lab notebook</source>
        <translation>辨認實驗紀錄本</translation>
    </message>
    <message>
        <source>Sales of the first quarter</source>
        <translation>第一季銷售額</translation>
    </message>
    <message>
        <source>How many days until the solstice?</source>
        <translation>離夏至還有多少天？</translation>
    </message>
    <message>
        <source>Menu of the station restaurant</source>
        <translation>車站餐廳的菜單</translation>
    </message>
    <message>
        <source>SHA-256 of the release file</source>
        <translation>發行檔案的 SHA-256</translation>
    </message>
    <message>
        <source>Outliers in the temperature log</source>
        <translation>溫度紀錄中的離群值</translation>
    </message>
    <message>
        <source>What does the whiteboard say?</source>
        <translation>白板上寫了什麼？</translation>
    </message>
    <message>
        <source>What does it say?</source>
        <translation>上面寫了什麼？</translation>
    </message>
    <message>
        <source>The text runs from bottom to top, so I turn the picture first.</source>
        <translation>文字由下往上排，所以我先把圖片轉正。</translation>
    </message>
    <message>
        <source>I see the frame of a board seen from the side. I straighten it along its outline.</source>
        <translation>我看到一塊從側面拍的白板邊框，沿輪廓把它拉正。</translation>
    </message>
    <message>
        <source>The last two lines were read with less certainty. I look at them enlarged.</source>
        <translation>最後兩行讀得不太確定，我放大再看。</translation>
    </message>
    <message>
        <source>Beside the list two boxes are joined by an arrow: *photo* → *text*.</source>
        <translation>清單旁邊有兩個方框，由箭頭相連：*photo* → *text*。</translation>
    </message>
    <message>
        <source>The assistant closed the connection in the middle of its answer. Try again.</source>
        <translation>助理在回答途中中斷了連線，請重試。</translation>
    </message>
    <message>
        <source>Run the tests of this project.</source>
        <translation>執行這個專案的測試。</translation>
    </message>
    <message>
        <source>I run the test suite first to see what fails.</source>
        <translation>我先執行測試，看看哪裡失敗。</translation>
    </message>
</context>
<context>
    <name>SpendingWords</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>不收費</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>至少 %1</translation>
    </message>
    <message>
        <source>%1 % of the window</source>
        <translation>上下文已用 %1%</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>The store of conversations is busy: another program is writing to it. Try again.</source>
        <translation>對話庫正忙：另一個程式正在寫入。請重試。</translation>
    </message>
    <message>
        <source>The disk is full; make room and try again. What was stored before is safe.</source>
        <translation>磁碟已滿，請騰出空間後重試。先前儲存的內容是安全的。</translation>
    </message>
    <message>
        <source>The disk refused to read or write the conversations; check that it has room and is sound, then try again.</source>
        <translation>磁碟拒絕讀寫對話；請確認磁碟有空間且完好，然後重試。</translation>
    </message>
    <message>
        <source>The conversations cannot be written: the folder or file is read-only. Make it writable and start again.</source>
        <translation>無法寫入對話：資料夾或檔案是唯讀的。請設為可寫入後重新啟動。</translation>
    </message>
    <message>
        <source>The file of conversations cannot be opened; check that its folder exists and can be written.</source>
        <translation>無法開啟對話檔案，請檢查它的資料夾是否存在且可寫入。</translation>
    </message>
    <message>
        <source>The file of conversations is damaged. Start the program again: it keeps the file and recovers what can be read.</source>
        <translation>對話檔案已損壞。請重新啟動程式：它會保留該檔案，並復原還能讀取的內容。</translation>
    </message>
    <message>
        <source>This does not fit what is stored: the conversation or its turn is no longer there, or it was stored before.</source>
        <translation>這與已存的內容不符：對話或其中的那一輪已不存在，或先前已經儲存過。</translation>
    </message>
    <message>
        <source>This is too large to be stored (over 1 GB).</source>
        <translation>內容太大，無法儲存（超過 1 GB）。</translation>
    </message>
    <message>
        <source>The conversations could not be read or written.</source>
        <translation>無法讀取或寫入對話。</translation>
    </message>
    <message>
        <source>The program ended before the answer was done.</source>
        <translation>程式在回答完成之前就結束了。</translation>
    </message>
    <message>
        <source>A stored step of kind &quot;%1&quot; cannot be read; it is left out.</source>
        <translation>無法讀取種類為「%1」的已存步驟，已略過。</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be written; make it writable or choose another one.</source>
        <translation>設定檔資料夾 %1 無法寫入，請設為可寫入或選擇別的資料夾。</translation>
    </message>
    <message>
        <source>The store of conversations is busy: another program is opening it. Try again.</source>
        <translation>對話庫正忙：另一個程式正在開啟它。請重試。</translation>
    </message>
    <message>
        <source>Recovered conversation</source>
        <translation>復原的對話</translation>
    </message>
    <message>
        <source>The damaged file of conversations could not be set aside; make its folder writable or move %1 away by hand.</source>
        <translation>無法把損壞的對話檔案移到一旁；請把它的資料夾設為可寫入，或手動移走 %1。</translation>
    </message>
    <message>
        <source>The copy of the conversations that is made before an update could not be written to %1.</source>
        <translation>更新前的對話備份無法寫入 %1。</translation>
    </message>
    <message>
        <source>The file of conversations belongs to another program; move it away or choose another profile folder.</source>
        <translation>這個對話檔案屬於別的程式，請移走它或選擇別的設定檔資料夾。</translation>
    </message>
    <message>
        <source>The conversations were written by a newer version of Vitrine; update this one. Nothing was changed.</source>
        <translation>這些對話由更新版本的 Vitrine 寫入，請更新本程式。沒有更動任何內容。</translation>
    </message>
    <message>
        <source>This conversation is no longer there.</source>
        <translation>這個對話已經不在了。</translation>
    </message>
    <message>
        <source>The profile folder %1 could not be made; check the folder above it or choose another one.</source>
        <translation>無法建立設定檔資料夾 %1，請檢查它的上層資料夾或選擇別的資料夾。</translation>
    </message>
    <message>
        <source>The file of conversations was missing, only its journal was there. The journal was kept as %1; a new file was begun.</source>
        <translation>對話檔案遺失，只剩下它的日誌。日誌已保留為 %1，並建立了新的檔案。</translation>
    </message>
    <message>
        <source>The conversations were brought to a new format; the old file was kept as %1.</source>
        <translation>對話已轉換為新格式，舊檔案保留為 %1。</translation>
    </message>
    <message>
        <source>The conversations have an older format and cannot be brought up to date, because %1 cannot be written. Make it writable.</source>
        <translation>對話是舊格式，但 %1 無法寫入，因此無法更新。請將其設為可寫入。</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be written: conversations can be read, but nothing new is kept.</source>
        <translation>設定檔資料夾 %1 無法寫入：可以閱讀對話，但不會儲存新的內容。</translation>
    </message>
    <message>
        <source>The file of conversations is damaged and another program uses it; close all windows and start again, it is then recovered.</source>
        <translation>對話檔案已損壞，且另一個程式正在使用它；請關閉所有視窗後重新啟動，屆時會進行復原。</translation>
    </message>
    <message numerus="yes">
        <source>The file of conversations was damaged. It was kept as %1; %n conversation(s) could be recovered from it, with all steps that were readable.</source>
        <translation>
            <numerusform>對話檔案曾損壞，已保留為 %1；從中復原了 %n 個對話，包括所有可讀的步驟。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Show this help.</source>
        <translation>顯示此說明。</translation>
    </message>
    <message>
        <source>%1 See vitrine %2 --help.</source>
        <translation>%1 請參閱 vitrine %2 --help。</translation>
    </message>
</context>
<context>
    <name>ToolBench</name>
    <message>
        <source>No temporary folder can be made; check the free space and TMPDIR.</source>
        <translation>無法建立暫存資料夾，請檢查剩餘空間和 TMPDIR。</translation>
    </message>
</context>
<context>
    <name>ToolCommand</name>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>資料夾 %1 不存在。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>無法建立資料夾 %1。</translation>
    </message>
    <message>
        <source>--timeout needs a number of seconds from 0 to 86400.</source>
        <translation>--timeout 需要 0 到 86400 之間的秒數。</translation>
    </message>
    <message>
        <source>Lists the tools that a model is offered, or runs one.</source>
        <translation>列出提供給模型的工具，或執行其中一個。</translation>
    </message>
    <message>
        <source>The arguments, as a JSON object; code comes from standard input without them.</source>
        <translation>參數，為 JSON 物件；省略時從標準輸入讀取程式碼。</translation>
    </message>
    <message>
        <source>A picture: img_1, the next one img_2 ...</source>
        <translation>圖片：第一張為 img_1，下一張為 img_2，依此類推</translation>
    </message>
    <message>
        <source>Where result pictures and files go.</source>
        <translation>結果圖片和檔案的存放位置。</translation>
    </message>
    <message>
        <source>What may run unasked: suggest, auto-edit, full-auto.</source>
        <translation>哪些操作無須詢問：suggest、auto-edit、full-auto。</translation>
    </message>
    <message>
        <source>The folder that is seen as /mnt/data.</source>
        <translation>在沙箱中顯示為 /mnt/data 的資料夾。</translation>
    </message>
    <message>
        <source>The folder that is seen as /mnt/uploads, read-only.</source>
        <translation>在沙箱中顯示為 /mnt/uploads 的資料夾，唯讀。</translation>
    </message>
    <message>
        <source>Seconds after which the run is ended.</source>
        <translation>執行多少秒後中止。</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>輸出 JSON。</translation>
    </message>
    <message>
        <source>list, or run with a tool&apos;s name.</source>
        <translation>list，或 run 加上工具名稱。</translation>
    </message>
    <message>
        <source>Use vitrine tool list, or vitrine tool run NAME.</source>
        <translation>請使用 vitrine tool list 或 vitrine tool run NAME。</translation>
    </message>
    <message>
        <source>%1 is not a picture.</source>
        <translation>%1 不是圖片。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>無法寫入 %1。</translation>
    </message>
    <message>
        <source>Unknown tool &quot;%1&quot;; there are %2.</source>
        <translation>未知的工具「%1」，可用的有 %2。</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>raised: %1</source>
        <translation>引發例外：%1</translation>
    </message>
    <message>
        <source>the interpreter ended with status %1</source>
        <translation>直譯器以狀態 %1 結束</translation>
    </message>
    <message>
        <source>the interpreter was ended by signal %1</source>
        <translation>直譯器被訊號 %1 終止</translation>
    </message>
    <message>
        <source>ended at its time limit</source>
        <translation>達到時間上限而中止</translation>
    </message>
    <message>
        <source>ended at its memory limit</source>
        <translation>達到記憶體上限而中止</translation>
    </message>
    <message>
        <source>ended at its output limit</source>
        <translation>達到輸出上限而中止</translation>
    </message>
    <message>
        <source>ended at its disk limit</source>
        <translation>達到磁碟上限而中止</translation>
    </message>
    <message>
        <source>ended at its limit of processes</source>
        <translation>達到行程數上限而中止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中斷</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>無法讀取標準輸入。</translation>
    </message>
    <message>
        <source>The arguments need &quot;code&quot;, a string.</source>
        <translation>參數中需要字串「code」。</translation>
    </message>
    <message>
        <source>python: %1, %2 ms</source>
        <translation>python：%1，%2 毫秒</translation>
    </message>
    <message>
        <source>%1 bytes of output were dropped.</source>
        <translation>有 %1 位元組的輸出被捨棄。</translation>
    </message>
    <message>
        <source>No temporary folder can be made; check the free space and TMPDIR.</source>
        <translation>無法建立暫存資料夾，請檢查剩餘空間和 TMPDIR。</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>自動換行</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已複製</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Not sure: compare this with the picture</source>
        <translation>沒有把握：請與圖片對照</translation>
    </message>
</context>
<context>
    <name>TurnPresenter</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <translation>思考了 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n 個步驟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 張圖片</numerusform>
        </translation>
    </message>
    <message>
        <source>This answer was cut off.</source>
        <translation>這個回答中途斷了。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>The answer is incomplete.</source>
        <translation>回答不完整。</translation>
    </message>
    <message>
        <source>The answer is incomplete: %1</source>
        <translation>回答不完整：%1</translation>
    </message>
    <message>
        <source>The answer failed.</source>
        <translation>回答失敗。</translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept.</source>
        <translation>已停止。已收到的內容都保留著。</translation>
    </message>
    <message>
        <source>Ended because a step was declined.</source>
        <translation>因為有一步被拒絕，回答到此結束。</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>offline assistant, no cost</source>
        <translation>離線助理，不收費</translation>
    </message>
</context>
<context>
    <name>UploadFolder</name>
    <message>
        <source>The folder %1 cannot be made; check the free space and its permissions.</source>
        <translation>無法建立資料夾 %1，請檢查剩餘空間和權限。</translation>
    </message>
    <message>
        <source>%1 cannot be handed to the tools; check the free space.</source>
        <translation>無法把 %1 交給工具，請檢查剩餘空間。</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Looked at %1</source>
        <translation>查看了 %1</translation>
    </message>
    <message>
        <source>Looking at %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>Rotated %1 by %2</source>
        <translation>將 %1 旋轉了 %2</translation>
    </message>
    <message>
        <source>Rotating %1 by %2</source>
        <translation>正在將 %1 旋轉 %2</translation>
    </message>
    <message>
        <source>Turned %1 upright</source>
        <translation>把 %1 轉正了</translation>
    </message>
    <message>
        <source>Turning %1 upright</source>
        <translation>正在把 %1 轉正</translation>
    </message>
    <message>
        <source>Mirrored %1</source>
        <translation>鏡像了 %1</translation>
    </message>
    <message>
        <source>Mirroring %1</source>
        <translation>正在鏡像 %1</translation>
    </message>
    <message>
        <source>Straightened %1 along its outline</source>
        <translation>沿輪廓拉正了 %1</translation>
    </message>
    <message>
        <source>Straightening %1 along its outline</source>
        <translation>正在沿輪廓拉正 %1</translation>
    </message>
    <message>
        <source>Enhanced %1</source>
        <translation>增強了 %1</translation>
    </message>
    <message>
        <source>Enhancing %1</source>
        <translation>正在增強 %1</translation>
    </message>
    <message>
        <source>Zoomed into %1</source>
        <translation>放大了 %1 的局部</translation>
    </message>
    <message>
        <source>Zooming into %1</source>
        <translation>正在放大 %1 的局部</translation>
    </message>
    <message>
        <source>Looked for barcodes in %1</source>
        <translation>在 %1 中尋找了條碼</translation>
    </message>
    <message>
        <source>Looking for barcodes in %1</source>
        <translation>正在 %1 中尋找條碼</translation>
    </message>
    <message>
        <source>Read text in %1</source>
        <translation>讀取了 %1 中的文字</translation>
    </message>
    <message>
        <source>Reading text in %1</source>
        <translation>正在讀取 %1 中的文字</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>Ran Python</source>
        <translation>執行了 Python</translation>
    </message>
    <message>
        <source>Running Python</source>
        <translation>正在執行 Python</translation>
    </message>
    <message>
        <source>Called %1</source>
        <translation>呼叫了 %1</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>正在呼叫 %1</translation>
    </message>
    <message numerus="yes">
        <source>Read text in %1: %n line(s)</source>
        <translation>
            <numerusform>讀取了 %1 中的文字：%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Thought, without showing it</source>
        <translation>已思考，內容未公開</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Rotated by %1</source>
        <translation>旋轉 %1</translation>
    </message>
    <message>
        <source>Turned upright</source>
        <translation>轉正</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>鏡像</translation>
    </message>
    <message>
        <source>Straightened</source>
        <translation>拉正</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>增強</translation>
    </message>
    <message>
        <source>Enhanced (%1)</source>
        <translation>增強（%1）</translation>
    </message>
    <message>
        <source>Zoomed</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>executed here</source>
        <translation>在本機執行</translation>
    </message>
    <message>
        <source>reported by the provider</source>
        <translation>由供應商回報</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>由你完成</translation>
    </message>
    <message>
        <source>running</source>
        <translation>進行中</translation>
    </message>
    <message>
        <source>waits for your answer</source>
        <translation>等待你的回答</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒絕</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>成功</translation>
    </message>
    <message>
        <source>ended with an error</source>
        <translation>以錯誤結束</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>逾時</translation>
    </message>
    <message>
        <source>met a limit</source>
        <translation>達到上限</translation>
    </message>
    <message>
        <source>You allowed it once</source>
        <translation>你允許了這一次</translation>
    </message>
    <message>
        <source>You allowed exactly this always</source>
        <translation>你一律允許這一條</translation>
    </message>
    <message>
        <source>You edited it</source>
        <translation>你修改了它</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>你拒絕了</translation>
    </message>
    <message>
        <source>Nobody was there to ask</source>
        <translation>當時沒有人可以詢問</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>ask one question and print the answer</source>
        <translation>提出一個問題並輸出回答</translation>
    </message>
    <message>
        <source>say what a recorded answer of an API holds</source>
        <translation>說明錄製的 API 回答裡有什麼</translation>
    </message>
    <message>
        <source>list the tools, or run one</source>
        <translation>列出工具，或執行其中一個</translation>
    </message>
    <message>
        <source>list conversations, or show one</source>
        <translation>列出對話，或顯示其中一個</translation>
    </message>
    <message>
        <source>serve the offline assistant on this machine</source>
        <translation>在本機提供離線助理服務</translation>
    </message>
    <message>
        <source>say what works here and what is missing</source>
        <translation>說明哪些功能可用、缺少什麼</translation>
    </message>
    <message>
        <source>Usage: vitrine COMMAND [OPTIONS]; vitrine COMMAND --help says more.</source>
        <translation>用法：vitrine COMMAND [OPTIONS]；詳情見 vitrine COMMAND --help。</translation>
    </message>
    <message>
        <source>A command is missing; vitrine --help lists them.</source>
        <translation>缺少命令，可用 vitrine --help 查看。</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;; vitrine --help lists them.</source>
        <translation>未知的命令「%1」，可用 vitrine --help 查看。</translation>
    </message>
    <message>
        <source>connect providers, list, test and remove them</source>
        <translation>連接、列出、測試和移除供應商</translation>
    </message>
    <message>
        <source>list the models that are known, and what they can do</source>
        <translation>列出已知的模型及其能力</translation>
    </message>
</context>
<context>
    <name>vitrine::ApiStream</name>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Nothing has arrived for %1 s; still waiting.</source>
        <translation>已有 %1 秒沒有收到資料，仍在等候。</translation>
    </message>
    <message>
        <source>The server packs its answer although it was asked not to; nothing was unpacked.</source>
        <translation>已要求伺服器不要壓縮回答，但它仍然壓縮了，因此沒有解壓縮。</translation>
    </message>
    <message>
        <source>The address answers with a web page and not with a model&apos;s answer; check the base URL of the provider.</source>
        <translation>這個位址傳回的是網頁，不是模型的回答，請檢查供應商的基底 URL。</translation>
    </message>
    <message>
        <source>The address answers with something that is no model&apos;s answer; check the base URL of the provider.</source>
        <translation>這個位址傳回的不是模型的回答，請檢查供應商的基底 URL。</translation>
    </message>
    <message>
        <source>%1 does not take the setting %2 here; trying again without it.</source>
        <translation>%1 在這裡不支援設定 %2，正在移除它後重試。</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s (try %3 of %4).</source>
        <translation>%1將在 %2 秒後重試（第 %3 次，共 %4 次）。</translation>
    </message>
    <message numerus="yes">
        <source>Fetching %n file(s) that the answer names.</source>
        <translation>
            <numerusform>正在取回回答中提到的 %n 個檔案。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::ApprovalBar</name>
    <message>
        <source>Yes, once (Y)</source>
        <translation>允許一次 (Y)</translation>
    </message>
    <message>
        <source>Always this exact command (A)</source>
        <translation>一律允許這條命令 (A)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>修改 (E)</translation>
    </message>
    <message>
        <source>No, and say why (N)</source>
        <translation>不行，說明原因 (N)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>The exact command</source>
        <translation>命令原文</translation>
    </message>
    <message>
        <source>Why not? The model is told.</source>
        <translation>為什麼不行？你寫的會轉告模型。</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>為什麼不行</translation>
    </message>
    <message numerus="yes">
        <source>May this run? (%n more after it)</source>
        <translation>
            <numerusform>可以執行嗎？（後面還有 %n 個）</numerusform>
        </translation>
    </message>
    <message>
        <source>May this run?</source>
        <translation>可以執行嗎？</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen; they are shown as ⟨U+…⟩.</source>
        <translation>其中有看不見的字元，已顯示為 ⟨U+…⟩。</translation>
    </message>
    <message>
        <source>May this run? %1</source>
        <translation>可以執行嗎？%1</translation>
    </message>
    <message>
        <source>Run what I wrote</source>
        <translation>執行我改的</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒絕</translation>
    </message>
</context>
<context>
    <name>vitrine::AttachmentChip</name>
    <message>
        <source>Remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>vitrine::CodeBlock</name>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
</context>
<context>
    <name>vitrine::Composer</name>
    <message>
        <source>Ask anything, or drop pictures and files</source>
        <translation>問點什麼，或拖入圖片和檔案</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>訊息</translation>
    </message>
    <message>
        <source>Add pictures and files</source>
        <translation>加入圖片和檔案</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Picture tools: rotate, straighten, enhance, zoom and read. They work on this machine.</source>
        <translation>圖片工具：旋轉、拉正、增強、放大和讀取。全部在本機進行。</translation>
    </message>
    <message>
        <source>Python in a sandbox without network, in a folder of its own.</source>
        <translation>沙箱中的 Python，沒有網路，只用自己的資料夾。</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼上的圖片</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>貼上的文字</translation>
    </message>
    <message>
        <source>This picture comes in a form that cannot be pasted; save it as a file and drop that.</source>
        <translation>這張圖片的格式無法貼上，請先存成檔案再拖進來。</translation>
    </message>
    <message>
        <source>What was pasted cannot be kept; is the disk full?</source>
        <translation>貼上的內容無法儲存，磁碟是否已滿？</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>傳送 (Enter)</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>先建議</translation>
    </message>
    <message>
        <source>Asks before anything outside its own folder is run or changed.</source>
        <translation>在自己的資料夾以外執行或修改任何東西之前都會詢問。</translation>
    </message>
    <message>
        <source>Auto-edit</source>
        <translation>自動編輯</translation>
    </message>
    <message>
        <source>Changes files in the work folder by itself, asks before commands.</source>
        <translation>自行修改工作資料夾裡的檔案，執行命令前會詢問。</translation>
    </message>
    <message>
        <source>Full auto</source>
        <translation>全自動</translation>
    </message>
    <message>
        <source>Runs commands in the sandbox by itself, without network.</source>
        <translation>在沒有網路的沙箱裡自行執行命令。</translation>
    </message>
    <message>
        <source>Approval mode: %1</source>
        <translation>核准方式：%1</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectChoices</name>
    <message>
        <source>On this machine</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新尋找</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已連接</translation>
    </message>
    <message>
        <source>Nothing yet. The offline assistant works without a connection.</source>
        <translation>還沒有連線。離線助理不需連線即可使用。</translation>
    </message>
    <message>
        <source>Looking for model servers…</source>
        <translation>正在尋找模型伺服器…</translation>
    </message>
    <message>
        <source>Nothing answers here. Vitrine looks for Ollama, llama.cpp, LM Studio and vLLM at their usual ports; start one and look again.</source>
        <translation>本機沒有伺服器回應。Vitrine 會在常用連接埠上尋找 Ollama、llama.cpp、LM Studio 和 vLLM；請啟動其中一個，然後重新尋找。</translation>
    </message>
    <message>
        <source>Found here; no key is needed.</source>
        <translation>已在本機找到，不需要金鑰。</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectForm</name>
    <message>
        <source>Protocol</source>
        <translation>協定</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基底 URL</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>How Vitrine names this connection; another account gets another name.</source>
        <translation>Vitrine 用這個名稱稱呼此連線；另一個帳戶請另取名稱。</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多設定</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>金鑰的儲存位置</translation>
    </message>
    <message>
        <source>Test and connect</source>
        <translation>測試並連接</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Put the name of your resource in place of RESOURCE.</source>
        <translation>請把 RESOURCE 換成你的資源名稱。</translation>
    </message>
    <message>
        <source>Leave it empty if the server asks for none.</source>
        <translation>如果伺服器不要求金鑰，請留空。</translation>
    </message>
    <message>
        <source>Keys are made at %1</source>
        <translation>可在 %1 建立金鑰</translation>
    </message>
    <message>
        <source>Take it from the environment variable %1</source>
        <translation>從環境變數 %1 讀取</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>測試並儲存</translation>
    </message>
    <message>
        <source>Another key for %1</source>
        <translation>更換 %1 的金鑰</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>較少設定</translation>
    </message>
    <message>
        <source>A name has up to 40 small letters, digits, spaces, - and _, and begins with a letter or a digit.</source>
        <translation>名稱最多 40 個字元，只能含小寫字母、數字、空格、- 和 _，且以字母或數字開頭。</translation>
    </message>
    <message>
        <source>A connection of that name is there already; choose another name.</source>
        <translation>已有同名的連線，請換一個名稱。</translation>
    </message>
    <message>
        <source>The address still has RESOURCE in it.</source>
        <translation>位址中還留有 RESOURCE。</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectModels</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Search the models</source>
        <translation>搜尋模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The server lists no models; type the name of one that it has.</source>
        <translation>伺服器沒有列出模型，請輸入它擁有的模型名稱。</translation>
    </message>
    <message>
        <source>The server lists no such model; you can still use &quot;%1&quot; if you know that it is there.</source>
        <translation>伺服器沒有列出這個模型；如果你確定它存在，仍可使用「%1」。</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectPage</name>
    <message>
        <source>Connect a model</source>
        <translation>連接模型</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>正在向 %1 查詢模型…</translation>
    </message>
    <message>
        <source>Saving the key…</source>
        <translation>正在儲存金鑰…</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>正在查詢它的模型…</translation>
    </message>
    <message>
        <source>Removing it…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>%1 is connected. Which model?</source>
        <translation>%1 已連接。用哪個模型？</translation>
    </message>
    <message>
        <source>%1 works. Which model?</source>
        <translation>%1 可用。用哪個模型？</translation>
    </message>
    <message>
        <source>Putting the key into the keyring…</source>
        <translation>正在把金鑰存入鑰匙圈…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在儲存…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>返回 (Esc)</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectionRow</name>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Other key</source>
        <translation>更換金鑰</translation>
    </message>
    <message>
        <source>Ask the server for its models</source>
        <translation>向伺服器查詢模型</translation>
    </message>
    <message>
        <source>Remove the connection and its key</source>
        <translation>移除連線及其金鑰</translation>
    </message>
    <message>
        <source>Remove with its key</source>
        <translation>連同金鑰一起移除</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 個模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Other key for %1</source>
        <translation>更換 %1 的金鑰</translation>
    </message>
    <message>
        <source>Ask %1 for its models</source>
        <translation>向 %1 查詢模型</translation>
    </message>
    <message>
        <source>Remove %1 and its key</source>
        <translation>移除 %1 及其金鑰</translation>
    </message>
    <message>
        <source>Really remove %1 with its key</source>
        <translation>確認移除 %1 及其金鑰</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectionTest</name>
    <message>
        <source>The server answers, but has no list of models at %1; check the base URL.</source>
        <translation>伺服器有回應，但 %1 處沒有模型清單，請檢查基底 URL。</translation>
    </message>
    <message>
        <source>%1 answers, but not with a list of models; check the base URL and the protocol.</source>
        <translation>%1 有回應，但傳回的不是模型清單，請檢查基底 URL 和協定。</translation>
    </message>
</context>
<context>
    <name>vitrine::Connections</name>
    <message>
        <source>A connection &quot;%1&quot; is there already; remove it first, or choose another name.</source>
        <translation>已有名為「%1」的連線，請先移除它或換一個名稱。</translation>
    </message>
    <message>
        <source>An environment variable&apos;s name has letters, digits and _ only.</source>
        <translation>環境變數的名稱只能含字母、數字和 _。</translation>
    </message>
</context>
<context>
    <name>vitrine::ContextBar</name>
    <message>
        <source>Summarise and go on</source>
        <translation>摘要後繼續</translation>
    </message>
    <message>
        <source>The model writes a summary that stands for everything before it. The original stays here and can be read.</source>
        <translation>模型會寫一份摘要來代替先前的全部內容。原文仍留在這裡，隨時可讀。</translation>
    </message>
    <message>
        <source>Leave out earlier outputs</source>
        <translation>略去先前的輸出</translation>
    </message>
    <message>
        <source>Outputs of tools and pictures of earlier messages are not sent again. They stay here.</source>
        <translation>先前訊息的工具輸出和圖片不再傳送，但仍留在這裡。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不</translation>
    </message>
    <message>
        <source>The conversation no longer fits into the model&apos;s window. Nothing was cut; choose what to do.</source>
        <translation>對話已超出模型的上下文視窗。沒有刪減任何內容，請選擇如何處理。</translation>
    </message>
    <message>
        <source>The model&apos;s window is nearly full: %1 of %2 tokens. Choose what to do before it overflows.</source>
        <translation>模型的上下文視窗快滿了：已用 %1 / %2 個 token。請在溢出前選擇如何處理。</translation>
    </message>
</context>
<context>
    <name>vitrine::ConversationList</name>
    <message>
        <source>New chat</source>
        <translation>新對話</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已釘選</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
</context>
<context>
    <name>vitrine::ConversationPage</name>
    <message>
        <source>Conversation</source>
        <translation>對話</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>對話內容</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新對話</translation>
    </message>
    <message>
        <source>What does it say?</source>
        <translation>上面寫了什麼？</translation>
    </message>
    <message>
        <source>What is in this table?</source>
        <translation>這個表格裡有什麼？</translation>
    </message>
    <message>
        <source>Offline assistant</source>
        <translation>離線助理</translation>
    </message>
    <message>
        <source>Summarise the conversation so far.</source>
        <translation>摘要到目前為止的對話。</translation>
    </message>
    <message>
        <source>The budget of this conversation, %1, is used up; raise it under Settings to go on.</source>
        <translation>此對話的預算 %1 已用完；要繼續，請在「設定」中提高預算。</translation>
    </message>
</context>
<context>
    <name>vitrine::DropOverlay</name>
    <message>
        <source>Drop pictures and files to add them to your message</source>
        <translation>放開即可把圖片和檔案加入訊息</translation>
    </message>
</context>
<context>
    <name>vitrine::EmptyState</name>
    <message>
        <source>Ask, and watch how the answer is made.</source>
        <translation>提問，並看著答案如何得出。</translation>
    </message>
    <message>
        <source>Read a whiteboard</source>
        <translation>讀取白板</translation>
    </message>
    <message>
        <source>Turns, straightens and reads a sample photo. Or drop your own.</source>
        <translation>轉正、拉平並讀取一張範例照片。也可以拖入自己的。</translation>
    </message>
    <message>
        <source>Analyse a table</source>
        <translation>分析表格</translation>
    </message>
    <message>
        <source>Profiles a sample CSV with Python and draws its charts.</source>
        <translation>用 Python 概覽一個範例 CSV，並畫出圖表。</translation>
    </message>
    <message>
        <source>Check an answer</source>
        <translation>核對回答</translation>
    </message>
    <message>
        <source>Comparing what is claimed with what was run comes in a later version.</source>
        <translation>將回答所說與實際執行的內容相對照，會在之後的版本提供。</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>連接模型</translation>
    </message>
    <message>
        <source>OpenAI, Claude, Gemini, or a server on this machine. The offline assistant needs none.</source>
        <translation>OpenAI、Claude、Gemini 或本機上的伺服器。離線助理不需要模型。</translation>
    </message>
</context>
<context>
    <name>vitrine::Engine</name>
    <message>
        <source>An answer is still being made in this conversation; stop it or wait for its end.</source>
        <translation>這個對話的回答還在產生，請停止它或等它結束。</translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>在傳送任何內容之前已停止。</translation>
    </message>
</context>
<context>
    <name>vitrine::FileFetcher</name>
    <message>
        <source>%1 could not be fetched: the server answered %2.</source>
        <translation>無法取回 %1：伺服器傳回了 %2。</translation>
    </message>
    <message>
        <source>%1 could not be fetched: %2</source>
        <translation>無法取回 %1：%2</translation>
    </message>
</context>
<context>
    <name>vitrine::FilesPanel</name>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Files that you add and files that code makes appear here and can be saved.</source>
        <translation>你加入的檔案和程式碼產生的檔案會出現在這裡，可以儲存。</translation>
    </message>
    <message>
        <source>made here</source>
        <translation>在此產生</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>由你加入</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>儲存 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>vitrine::HttpExchange</name>
    <message>
        <source>Nothing answers at %1; check that the server runs and the address is right.</source>
        <translation>%1 沒有回應，請檢查伺服器是否在執行、位址是否正確。</translation>
    </message>
    <message>
        <source>The host %1 was not found; check the address and the network.</source>
        <translation>找不到主機 %1，請檢查位址和網路。</translation>
    </message>
    <message>
        <source>The identity of %1 could not be verified, so nothing was sent (%2).</source>
        <translation>無法驗證 %1 的身分，因此沒有傳送任何內容（%2）。</translation>
    </message>
    <message>
        <source>%1 took too long to answer; try again.</source>
        <translation>%1 回應逾時，請重試。</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password; put them into the proxy&apos;s address.</source>
        <translation>代理伺服器要求使用者名稱和密碼，請寫入代理伺服器的位址。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 cannot be used; check its address.</source>
        <translation>通往 %1 的代理伺服器無法使用，請檢查它的位址。</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP as expected; check the address.</source>
        <translation>%1 的 HTTP 回應不符合預期，請檢查位址。</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer was complete; try again.</source>
        <translation>回答未完成時與 %1 的連線就中斷了，請重試。</translation>
    </message>
    <message>
        <source>The address of the provider is not a web address; it begins with https://.</source>
        <translation>供應商的位址不是網址，應以 https:// 開頭。</translation>
    </message>
    <message>
        <source>The address http://%1 is not encrypted; use https, or allow it for this provider if the network is your own.</source>
        <translation>位址 http://%1 沒有加密，請使用 https；如果網路是你自己的，也可為此供應商允許它。</translation>
    </message>
    <message>
        <source>The answer is larger than %1 MB and was cut off; something is wrong with the server.</source>
        <translation>回答超過 %1 MB，已被截斷；伺服器可能有問題。</translation>
    </message>
    <message>
        <source>The server sends us elsewhere in a way that cannot be followed; check the base URL of the provider.</source>
        <translation>伺服器的重新導向無法跟隨，請檢查供應商的基底 URL。</translation>
    </message>
    <message>
        <source>The server sends us to an address that is not encrypted; check the base URL of the provider.</source>
        <translation>伺服器重新導向到未加密的位址，請檢查供應商的基底 URL。</translation>
    </message>
    <message>
        <source>The server sends us from one address to the next without end; check the base URL of the provider.</source>
        <translation>伺服器不停地重新導向，請檢查供應商的基底 URL。</translation>
    </message>
    <message>
        <source>%1 could not be reached within %2 s; check the address and the network.</source>
        <translation>%2 秒內未能連上 %1，請檢查位址和網路。</translation>
    </message>
    <message>
        <source>Nothing has arrived for %1 s, so the connection was closed; try again.</source>
        <translation>已有 %1 秒沒有收到資料，連線已關閉，請重試。</translation>
    </message>
</context>
<context>
    <name>vitrine::HttpGet</name>
    <message>
        <source>Nothing answers at %1; check that the server runs and the address is right.</source>
        <translation>%1 沒有回應，請檢查伺服器是否在執行、位址是否正確。</translation>
    </message>
    <message>
        <source>The host %1 was not found; check the address and the network.</source>
        <translation>找不到主機 %1，請檢查位址和網路。</translation>
    </message>
    <message>
        <source>The identity of %1 could not be verified, so nothing was sent (%2).</source>
        <translation>無法驗證 %1 的身分，因此沒有傳送任何內容（%2）。</translation>
    </message>
    <message>
        <source>%1 took too long to answer; try again.</source>
        <translation>%1 回應逾時，請重試。</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP as expected; check the address.</source>
        <translation>%1 的 HTTP 回應不符合預期，請檢查位址。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 cannot be used; check its address.</source>
        <translation>通往 %1 的代理伺服器無法使用，請檢查它的位址。</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer was complete; try again.</source>
        <translation>回答未完成時與 %1 的連線就中斷了，請重試。</translation>
    </message>
    <message>
        <source>%1 could not be reached in time; check the address and the network.</source>
        <translation>未能及時連上 %1，請檢查位址和網路。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB and was cut off; something is wrong with the server.</source>
        <translation>%1 的回應超過 %2 MB，已被截斷；伺服器可能有問題。</translation>
    </message>
    <message>
        <source>%1 sends us on to %2, which was not followed; if that is right, make it the base URL.</source>
        <translation>%1 重新導向到 %2，沒有跟隨；如果正確，請把它設為基底 URL。</translation>
    </message>
    <message>
        <source>an address that makes no sense</source>
        <translation>無法理解的位址</translation>
    </message>
    <message>
        <source>%1 sends us from one address to the next without end; check the base URL.</source>
        <translation>%1 不停地重新導向，請檢查基底 URL。</translation>
    </message>
</context>
<context>
    <name>vitrine::IPythonSession</name>
    <message>
        <source>Stopped before it ran.</source>
        <translation>執行之前已停止。</translation>
    </message>
</context>
<context>
    <name>vitrine::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
    </message>
</context>
<context>
    <name>vitrine::ImagerWorker</name>
    <message>
        <source>The picture program could not be started; close some files and try again.</source>
        <translation>無法啟動圖片程式，請關閉一些檔案後重試。</translation>
    </message>
    <message>
        <source>The picture program ended unexpectedly; try again, or try another picture.</source>
        <translation>圖片程式意外結束，請重試或換一張圖片。</translation>
    </message>
    <message>
        <source>The picture took too long and was given up; try a smaller part of it.</source>
        <translation>圖片處理逾時，已放棄，請試試較小的部分。</translation>
    </message>
    <message>
        <source>The picture program gave an answer that makes no sense; try again.</source>
        <translation>圖片程式給出的回應無法理解，請重試。</translation>
    </message>
</context>
<context>
    <name>vitrine::ImagesPanel</name>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Pictures that you add, and those made from them, appear here with their descent.</source>
        <translation>你加入的圖片和由它們得來的圖片會出現在這裡，連同來歷。</translation>
    </message>
    <message>
        <source>Pictures and what they were made from</source>
        <translation>圖片及其來歷</translation>
    </message>
</context>
<context>
    <name>vitrine::KeyField</name>
    <message>
        <source>Show the key</source>
        <translation>顯示金鑰</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>金鑰</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>貼上金鑰</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>隱藏金鑰</translation>
    </message>
</context>
<context>
    <name>vitrine::KeyPlaces</name>
    <message>
        <source>key in the keyring</source>
        <translation>金鑰在鑰匙圈中</translation>
    </message>
    <message>
        <source>key in the keyring (%1)</source>
        <translation>金鑰在鑰匙圈中（%1）</translation>
    </message>
    <message>
        <source>key for one session only</source>
        <translation>金鑰僅用於一次工作階段</translation>
    </message>
    <message>
        <source>key in a file, not encrypted</source>
        <translation>金鑰在檔案中，未加密</translation>
    </message>
    <message>
        <source>key from the environment variable %1</source>
        <translation>金鑰來自環境變數 %1</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>沒有金鑰</translation>
    </message>
    <message>
        <source>For this session only (asked again next time)</source>
        <translation>僅用於此工作階段（下次會再次詢問）</translation>
    </message>
    <message>
        <source>In a file that only you can read, not encrypted</source>
        <translation>儲存在只有你能讀取的檔案中，不加密</translation>
    </message>
    <message>
        <source>Yes, keep it where it is not encrypted</source>
        <translation>是的，不加密儲存</translation>
    </message>
    <message>
        <source>In the keyring (asking whether there is one…)</source>
        <translation>儲存在鑰匙圈中（正在查詢是否可用…）</translation>
    </message>
    <message>
        <source>In the keyring (%1)</source>
        <translation>儲存在鑰匙圈中（%1）</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>儲存在鑰匙圈中</translation>
    </message>
    <message>
        <source>Say yes to a file that is not encrypted, or choose another place.</source>
        <translation>請確認儲存到不加密的檔案，或選擇其他位置。</translation>
    </message>
</context>
<context>
    <name>vitrine::KeyStore</name>
    <message>
        <source>%1 Enter the key of &quot;%2&quot; again.</source>
        <translation>%1請重新輸入「%2」的金鑰。</translation>
    </message>
    <message>
        <source>Its key was entered for %1, and the base URL now leads to %2.</source>
        <translation>它的金鑰是為 %1 輸入的，而基底 URL 現在指向 %2。</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; now comes from the keyring %2; it was put into %3.</source>
        <translation>「%1」的金鑰現在來自鑰匙圈 %2，當初存入的是 %3。</translation>
    </message>
    <message>
        <source>Its key was put into the keyring %1, and now %2 answers, which does not have it.</source>
        <translation>它的金鑰存入了鑰匙圈 %1，而現在回應的是 %2，其中沒有它。</translation>
    </message>
    <message>
        <source>The keyring does not have its key.</source>
        <translation>鑰匙圈中沒有它的金鑰。</translation>
    </message>
    <message>
        <source>The key file does not have its key.</source>
        <translation>金鑰檔案中沒有它的金鑰。</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; is not encrypted: it lies in %2.</source>
        <translation>「%1」的金鑰沒有加密，存放在 %2。</translation>
    </message>
    <message>
        <source>Its key was kept for one session only, and that has ended.</source>
        <translation>它的金鑰只在一次工作階段中保留，那次工作階段已經結束。</translation>
    </message>
    <message>
        <source>The environment variable %1, which holds the key of &quot;%2&quot;, is not set; set it and start Vitrine again.</source>
        <translation>存放「%2」金鑰的環境變數 %1 沒有設定，請設定後重新啟動 Vitrine。</translation>
    </message>
    <message>
        <source>A key is kept in the keyring, in a file or for this session; nowhere else.</source>
        <translation>金鑰只能儲存在鑰匙圈、檔案或此工作階段中。</translation>
    </message>
    <message>
        <source>The base URL of &quot;%1&quot; is not a web address, so its key could go nowhere.</source>
        <translation>「%1」的基底 URL 不是網址，金鑰無處可用。</translation>
    </message>
    <message>
        <source>In a file the key is not encrypted: whoever reads your files reads it. Nothing was saved without your yes.</source>
        <translation>檔案中的金鑰不加密：能讀你檔案的人都能讀到它。未經你同意，沒有儲存任何內容。</translation>
    </message>
</context>
<context>
    <name>vitrine::Keyring</name>
    <message>
        <source>This session has no keyring that answers; use an environment variable for the key, or keep it for this session only.</source>
        <translation>此工作階段沒有可用的鑰匙圈；請用環境變數提供金鑰，或只在此工作階段中保留。</translation>
    </message>
    <message>
        <source>The keyring is locked, so nobody knows which keys it has; unlock it (the desktop&apos;s password store) and try again.</source>
        <translation>鑰匙圈已鎖定，無法得知其中有哪些金鑰；請解鎖（在桌面的密碼管理員中）後重試。</translation>
    </message>
    <message>
        <source>The keyring denied access; allow it for Vitrine in the desktop&apos;s password store.</source>
        <translation>鑰匙圈拒絕了存取，請在桌面的密碼管理員中允許 Vitrine 存取。</translation>
    </message>
    <message>
        <source>The keyring failed; look into the desktop&apos;s password store, or use an environment variable for the key.</source>
        <translation>鑰匙圈發生錯誤，請查看桌面的密碼管理員，或用環境變數提供金鑰。</translation>
    </message>
    <message>
        <source>The keyring did not answer in time; see whether it waits for its password, and try again.</source>
        <translation>鑰匙圈沒有及時回應，請看它是否在等候輸入密碼，然後重試。</translation>
    </message>
</context>
<context>
    <name>vitrine::LinkPrompt</name>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>複製位址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write to %1?</source>
        <translation>要寫信給 %1 嗎？</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>要開啟 %1 嗎？</translation>
    </message>
</context>
<context>
    <name>vitrine::LocalContext</name>
    <message>
        <source>The folder %1 cannot be made; check the free space and its permissions.</source>
        <translation>無法建立資料夾 %1，請檢查剩餘空間和權限。</translation>
    </message>
</context>
<context>
    <name>vitrine::LocalServerRow</name>
    <message>
        <source>Connect</source>
        <translation>連接</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>連接 %1</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
</context>
<context>
    <name>vitrine::LocalServers</name>
    <message>
        <source>A server with OpenAI&apos;s protocol</source>
        <translation>使用 OpenAI 協定的伺服器</translation>
    </message>
</context>
<context>
    <name>vitrine::MainWindow</name>
    <message>
        <source>Appearance</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟隨系統</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>About Vitrine</source>
        <translation>關於 Vitrine</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>釘選或取消釘選</translation>
    </message>
    <message>
        <source>Copy all as Markdown</source>
        <translation>全部複製為 Markdown</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Vitrine %1

A desktop client for reasoning models that shows its work.
Licensed under Apache-2.0.</source>
        <translation>Vitrine %1

展示推理過程的桌面用戶端。
以 Apache-2.0 授權發布。</translation>
    </message>
    <message>
        <source>Models and connections</source>
        <translation>模型和連線</translation>
    </message>
    <message>
        <source>Budget of a conversation</source>
        <translation>單一對話的預算</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>A conversation that has cost as much pauses. Only models whose price is known are counted.</source>
        <translation>對話花費達到此數額時會暫停。只計算已知價格的模型。</translation>
    </message>
</context>
<context>
    <name>vitrine::MemoryConnections</name>
    <message>
        <source>Nothing answers at %1; check that the server runs and the address is right.</source>
        <translation>%1 沒有回應，請檢查伺服器是否在執行、位址是否正確。</translation>
    </message>
    <message>
        <source>This session has no keyring.</source>
        <translation>此工作階段沒有鑰匙圈。</translation>
    </message>
</context>
<context>
    <name>vitrine::ModelControls</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Offline assistant</source>
        <translation>離線助理</translation>
    </message>
    <message>
        <source>Who answers: %1</source>
        <translation>由誰回答：%1</translation>
    </message>
    <message>
        <source>Who answers (Ctrl+M)</source>
        <translation>由誰回答 (Ctrl+M)</translation>
    </message>
    <message>
        <source>The model may search the web; the provider does it, not this machine.</source>
        <translation>模型可以搜尋網路，由供應商進行，不經本機。</translation>
    </message>
    <message>
        <source>The offline assistant has no network. Connect a model to search the web.</source>
        <translation>離線助理沒有網路。連接模型後才能搜尋網路。</translation>
    </message>
    <message>
        <source>This model offers no web search.</source>
        <translation>這個模型不提供網路搜尋。</translation>
    </message>
    <message>
        <source>How long the model thinks before it answers</source>
        <translation>模型回答前思考多久</translation>
    </message>
    <message>
        <source>The offline assistant follows rules and cannot think longer. Connect a model to choose how long it thinks.</source>
        <translation>離線助理按規則工作，不能思考得更久。連接模型後才能選擇思考多久。</translation>
    </message>
    <message>
        <source>How long this model thinks cannot be chosen.</source>
        <translation>不能選擇這個模型思考多久。</translation>
    </message>
    <message>
        <source>As the model does by itself</source>
        <translation>由模型決定</translation>
    </message>
    <message>
        <source>By itself (%1)</source>
        <translation>由模型決定（%1）</translation>
    </message>
    <message>
        <source>Think: %1</source>
        <translation>思考：%1</translation>
    </message>
</context>
<context>
    <name>vitrine::ModelList</name>
    <message>
        <source>Offline assistant</source>
        <translation>離線助理</translation>
    </message>
    <message>
        <source>Rules, not a language model; no key, no network, no cost</source>
        <translation>規則，而不是語言模型；不需要金鑰和網路，不收費</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>我的最愛</translation>
    </message>
</context>
<context>
    <name>vitrine::ModelPicker</name>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Search the models</source>
        <translation>搜尋模型</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>連接模型…</translation>
    </message>
    <message>
        <source>Ask the servers for their models</source>
        <translation>從伺服器重新整理模型清單</translation>
    </message>
</context>
<context>
    <name>vitrine::MoreFields</name>
    <message>
        <source>Default model</source>
        <translation>預設模型</translation>
    </message>
    <message>
        <source>Empty: the one that you choose after the test.</source>
        <translation>留空：使用測試後選擇的模型。</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>專案</translation>
    </message>
    <message>
        <source>Header that carries the key</source>
        <translation>放入金鑰的標頭</translation>
    </message>
    <message>
        <source>Empty: the usual one.</source>
        <translation>留空：使用通常的標頭。</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>額外的標頭</translation>
    </message>
    <message>
        <source>One a line, as NAME: VALUE. They are kept in the open: no secrets.</source>
        <translation>每行一個，格式為 NAME: VALUE。它們以明文儲存，請勿填寫機密。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理伺服器</translation>
    </message>
    <message>
        <source>Such as socks5://127.0.0.1:1080. Empty: as the environment says.</source>
        <translation>例如 socks5://127.0.0.1:1080 。留空：依環境變數的設定。</translation>
    </message>
    <message>
        <source>Allow http:// to another machine</source>
        <translation>允許用 http:// 連接其他機器</translation>
    </message>
    <message>
        <source>Your key and your words then travel in the open: only for a network that is your own.</source>
        <translation>這樣你的金鑰和內容會以明文傳輸，只適用於你自己的網路。</translation>
    </message>
</context>
<context>
    <name>vitrine::OfflineServer</name>
    <message>
        <source>The offline assistant cannot listen on 127.0.0.1 port %1: %2. Choose another port.</source>
        <translation>離線助理無法監聽 127.0.0.1 的連接埠 %1：%2。請選擇別的連接埠。</translation>
    </message>
</context>
<context>
    <name>vitrine::PageHeader</name>
    <message>
        <source>Show the conversations</source>
        <translation>顯示對話清單</translation>
    </message>
    <message>
        <source>Show the conversations (Ctrl+B)</source>
        <translation>顯示對話清單 (Ctrl+B)</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新對話</translation>
    </message>
    <message>
        <source>Begin a new conversation (Ctrl+N)</source>
        <translation>開始新的對話 (Ctrl+N)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show what was done</source>
        <translation>顯示過程</translation>
    </message>
    <message>
        <source>Show timeline, images and files (Ctrl+J)</source>
        <translation>顯示時間軸、影像和檔案 (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>vitrine::PayloadPanel</name>
    <message>
        <source>Copy as cURL</source>
        <translation>複製為 cURL</translation>
    </message>
    <message>
        <source>Copy the request as a cURL command; the key is not in it</source>
        <translation>將請求複製為 cURL 命令，不含金鑰</translation>
    </message>
    <message>
        <source>What is sent to a provider and what comes back appears here, word for word and without the key, as long as the program runs.</source>
        <translation>程式執行期間，傳送給供應商和從供應商收到的內容會原樣出現在這裡，不含金鑰。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已傳送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>標頭</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>收發內容</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>請求</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureLoader</name>
    <message>
        <source>The picture came back in a form that cannot be shown.</source>
        <translation>傳回的圖片格式無法顯示。</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>無法顯示這張圖片。</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureOverlay</name>
    <message>
        <source>Picture viewer</source>
        <translation>圖片檢視器</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>關閉 (Esc)</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureViewer</name>
    <message>
        <source>On the original</source>
        <translation>在原圖上</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>圖片本身</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>符合視窗</translation>
    </message>
    <message>
        <source>Fit into the view (0)</source>
        <translation>符合視窗大小 (0)</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>實際大小</translation>
    </message>
    <message>
        <source>One pixel of the picture a pixel of the screen (1)</source>
        <translation>圖片的一個像素對應螢幕的一個像素 (1)</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>複製圖片</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>No picture is chosen.</source>
        <translation>沒有選擇圖片。</translation>
    </message>
    <message>
        <source>%1 outlined on %2</source>
        <translation>%2 上標出的 %1</translation>
    </message>
</context>
<context>
    <name>vitrine::ProviderTile</name>
    <message>
        <source>your deployment</source>
        <translation>你的部署</translation>
    </message>
    <message>
        <source>many with one key</source>
        <translation>一個金鑰，多種模型</translation>
    </message>
    <message>
        <source>open models, fast</source>
        <translation>開放模型，速度快</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>任意位址</translation>
    </message>
</context>
<context>
    <name>vitrine::RightPanel</name>
    <message>
        <source>What was done</source>
        <translation>過程</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Hide what was done</source>
        <translation>隱藏過程</translation>
    </message>
    <message>
        <source>Hide this pane (Ctrl+J)</source>
        <translation>隱藏此面板 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>收發內容</translation>
    </message>
</context>
<context>
    <name>vitrine::SandboxDoctor</name>
    <message>
        <source>The program bwrap is not in PATH.</source>
        <translation>PATH 中沒有程式 bwrap。</translation>
    </message>
    <message>
        <source>Code runs without network, capabilities or sight of your files.</source>
        <translation>程式碼在沒有網路、沒有特權、看不到你的檔案的環境中執行。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Not asked: there is no sandbox to ask it in.</source>
        <translation>未檢查：沒有可用於檢查的沙箱。</translation>
    </message>
    <message>
        <source>The interpreter did not start.</source>
        <translation>直譯器沒有啟動。</translation>
    </message>
    <message>
        <source>The Python module %1 is not installed.</source>
        <translation>沒有安裝 Python 模組 %1。</translation>
    </message>
    <message>
        <source>Mend the sandbox first.</source>
        <translation>請先修復沙箱。</translation>
    </message>
</context>
<context>
    <name>vitrine::Settings</name>
    <message>
        <source>The settings could not be read; they were set aside as %1 and begin anew.</source>
        <translation>無法讀取設定，已另存為 %1 並重新開始。</translation>
    </message>
    <message>
        <source>The settings come from a newer version of the program; changes are not kept.</source>
        <translation>設定來自更新的版本，變更不會儲存。</translation>
    </message>
</context>
<context>
    <name>vitrine::Sidebar</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>對話清單</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新對話</translation>
    </message>
    <message>
        <source>Begin a new conversation (Ctrl+N)</source>
        <translation>開始新的對話 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Hide the conversations</source>
        <translation>隱藏對話清單</translation>
    </message>
    <message>
        <source>Hide the conversations (Ctrl+B)</source>
        <translation>隱藏對話清單 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search the conversations</source>
        <translation>搜尋對話</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>已刪除「%1」。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消釘選</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>釘選</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
</context>
<context>
    <name>vitrine::SingleInstance</name>
    <message>
        <source>The profile %1 cannot be written.</source>
        <translation>設定檔資料夾 %1 無法寫入。</translation>
    </message>
    <message>
        <source>Another window of this profile is open but does not answer; close it, or choose another profile with VITRINE_PROFILE.</source>
        <translation>此設定檔的另一個視窗已開啟，但沒有回應；請關閉它，或用 VITRINE_PROFILE 選擇別的設定檔。</translation>
    </message>
</context>
<context>
    <name>vitrine::StepDetails</name>
    <message>
        <source>Arguments</source>
        <translation>參數</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>輸出</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>程式碼</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Output, the %1 of %2 that the model was given</source>
        <translation>輸出（共 %2，模型得到 %1）</translation>
    </message>
    <message>
        <source>Output, %1</source>
        <translation>輸出，%1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>結束狀態 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>made %1 (%2)</source>
        <translation>產生了 %1（%2）</translation>
    </message>
</context>
<context>
    <name>vitrine::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
    <message>
        <source>Each step of an answer appears here while it happens: what was thought, run, and seen.</source>
        <translation>回答的每一步會在發生時出現在這裡：想了什麼、執行了什麼、看到了什麼。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier step(s)</source>
        <translation>
            <numerusform>顯示先前的 %n 個步驟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::TranscriptView</name>
    <message>
        <source>You: %1</source>
        <translation>你：%1</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>回答：%1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>複製為 Markdown</translation>
    </message>
    <message>
        <source>Copy answer as Markdown</source>
        <translation>將回答複製為 Markdown</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>複製連結位址</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全選</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>對話</translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <translation>跳到最新</translation>
    </message>
</context>
<context>
    <name>vitrine::TurnRunner</name>
    <message>
        <source>There is nothing to send: write a question or add a file.</source>
        <translation>沒有可傳送的內容：請寫下問題或加入檔案。</translation>
    </message>
    <message>
        <source>The model asked for %1 rounds of tools without coming to an answer; ask it to go on if you want more.</source>
        <translation>模型已連續 %1 輪呼叫工具，仍未給出回答；想繼續的話，請讓它接著做。</translation>
    </message>
    <message>
        <source>The server ended its answer before it was complete; try again.</source>
        <translation>伺服器未完成回答就結束了，請重試。</translation>
    </message>
    <message>
        <source>The server reported that the answer failed; try again.</source>
        <translation>伺服器回報回答失敗，請重試。</translation>
    </message>
    <message>
        <source>The answer reached the limit of its length.</source>
        <translation>回答達到了長度上限。</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter ended the answer.</source>
        <translation>供應商的內容過濾器中止了回答。</translation>
    </message>
    <message>
        <source>The provider ended the answer early: %1.</source>
        <translation>供應商提前結束了回答：%1。</translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>在傳送任何內容之前已停止。</translation>
    </message>
    <message>
        <source>Stopped by you.</source>
        <translation>已由你停止。</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s), for which the summary stands</source>
        <translation>
            <numerusform>%n 則先前的訊息（由摘要代替）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n 份輸出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 張圖片</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent to the model again: %1.</source>
        <translation>沒有再次傳送給模型：%1。</translation>
    </message>
    <message>
        <source>The budget is used up, so nothing more was asked; raise it in the settings and ask the model to go on.</source>
        <translation>預算已用完，因此沒有繼續請求；請在設定中提高預算，再讓模型繼續。</translation>
    </message>
</context>
<context>
    <name>vitrine::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
</TS>
