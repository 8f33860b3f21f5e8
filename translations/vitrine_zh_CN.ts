<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AttachmentBatch</name>
    <message>
        <source>%1 files are too many for one message; choose at most %2.</source>
        <translation>%1 个文件超出了一条消息的上限，请最多选择 %2 个。</translation>
    </message>
    <message>
        <source>%1 is not a picture; attach it as a file instead.</source>
        <translation>%1 不是图片，请作为文件添加。</translation>
    </message>
</context>
<context>
    <name>AttachmentReader</name>
    <message>
        <source>%1 does not exist; check its name and folder.</source>
        <translation>%1 不存在，请检查文件名和所在文件夹。</translation>
    </message>
    <message>
        <source>%1 may not be read; change its permissions or attach a copy.</source>
        <translation>没有读取 %1 的权限，请修改权限或添加它的副本。</translation>
    </message>
    <message>
        <source>%1 is not a regular file; save what it gives to a file and attach that.</source>
        <translation>%1 不是普通文件，请把它的内容存成文件后再添加。</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2).</source>
        <translation>无法打开 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 is a folder; attach the files in it.</source>
        <translation>%1 是文件夹，请添加其中的文件。</translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to attach.</source>
        <translation>%1 是空的，没有内容可添加。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB; attach a smaller copy or a part of it.</source>
        <translation>%1 超过 %2 MB，请添加较小的副本或其中一部分。</translation>
    </message>
    <message>
        <source>%1 is not a picture in spite of its name; it is attached as a plain file.</source>
        <translation>%1 看文件名像图片，其实不是，已作为普通文件添加。</translation>
    </message>
    <message>
        <source>%1 cannot be read as a picture and is attached as a plain file.</source>
        <translation>%1 无法作为图片读取，已作为普通文件添加。</translation>
    </message>
</context>
<context>
    <name>CallDesk</name>
    <message>
        <source>The model used the call id %1 twice.</source>
        <translation>模型重复使用了调用标识 %1。</translation>
    </message>
</context>
<context>
    <name>ChatDecoding</name>
    <message>
        <source>The server answers in another way than Chat Completions; check the provider&apos;s address and API.</source>
        <translation>服务器的应答不符合 Chat Completions，请检查服务商的地址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就结束了，请重试。</translation>
    </message>
    <message>
        <source>The server reported that the answer failed; try again.</source>
        <translation>服务器报告回答失败，请重试。</translation>
    </message>
</context>
<context>
    <name>ChildProcess</name>
    <message>
        <source>The program %1 is missing; install it and try again.</source>
        <translation>缺少程序 %1，请安装后重试。</translation>
    </message>
    <message>
        <source>%1 could not be started.</source>
        <translation>无法启动 %1。</translation>
    </message>
</context>
<context>
    <name>ConnectionCheck</name>
    <message>
        <source>The base URL needs an address such as https://api.openai.com/v1.</source>
        <translation>基础 URL 需要一个地址，例如 https://api.openai.com/v1 。</translation>
    </message>
    <message>
        <source>The base URL ends with its path: no user name, no ? and no #, since it is kept in the open.</source>
        <translation>基础 URL 到路径为止：不能含用户名、? 或 #，因为它以明文保存。</translation>
    </message>
    <message>
        <source>http:// would send your key and your words to %1 in the open; use https://, or allow it for this connection if the network is your own.</source>
        <translation>http:// 会把你的密钥和内容明文发送到 %1，请使用 https://；如果网络是你自己的，也可为此连接允许它。</translation>
    </message>
    <message>
        <source>A header needs the form &apos;NAME: VALUE&apos;.</source>
        <translation>请求头的格式是 &apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>The header %1 carries a secret, and headers are kept in the open; give the key as the key of the connection.</source>
        <translation>请求头 %1 含有机密，而请求头以明文保存；请把密钥设为此连接的密钥。</translation>
    </message>
    <message>
        <source>The proxy needs an address such as http://proxy.example:3128 or socks5://proxy.example:1080.</source>
        <translation>代理需要一个地址，例如 http://proxy.example:3128 或 socks5://proxy.example:1080 。</translation>
    </message>
    <message>
        <source>The proxy&apos;s password would be kept in the open; set https_proxy in the environment instead.</source>
        <translation>代理的密码会以明文保存，请改为在环境变量 https_proxy 中设置。</translation>
    </message>
    <message>
        <source>A connection&apos;s name has up to 40 of a-z, 0-9, - and _, and is not &quot;offline&quot;.</source>
        <translation>连接名称最多 40 个字符，只能含 a-z、0-9、- 和 _，且不能是“offline”。</translation>
    </message>
    <message>
        <source>Organization and project are short names without line breaks.</source>
        <translation>组织和项目应为不含换行的短名称。</translation>
    </message>
    <message>
        <source>The header that the key goes into needs a name such as api-key.</source>
        <translation>存放密钥的请求头需要一个名称，例如 api-key。</translation>
    </message>
    <message>
        <source>The connection &quot;%1&quot; names no protocol that this version knows.</source>
        <translation>连接“%1”所用的协议，这个版本不认识。</translation>
    </message>
</context>
<context>
    <name>ConnectionFiles</name>
    <message>
        <source>Two connections are named &quot;%1&quot;; the second is left aside.</source>
        <translation>有两个连接都叫“%1”，第二个已略过。</translation>
    </message>
    <message>
        <source>A connection could not be read: %1</source>
        <translation>有一个连接无法读取：%1</translation>
    </message>
    <message>
        <source>The connections in %1 cannot be read: %2.</source>
        <translation>无法读取 %1 中的连接：%2。</translation>
    </message>
    <message>
        <source>The connections in %1 are damaged and cannot be set aside; remove the file.</source>
        <translation>%1 中的连接已损坏且无法移到一旁，请移除这个文件。</translation>
    </message>
    <message>
        <source>The connections could not be read; they were set aside as %1 and begin anew.</source>
        <translation>无法读取连接，已另存为 %1 并重新开始。</translation>
    </message>
    <message>
        <source>The connections come from a newer version of the program; changes are not kept.</source>
        <translation>连接来自更新的版本，更改不会保存。</translation>
    </message>
    <message>
        <source>A connection &quot;%1&quot; is there already; remove it first, or choose another name.</source>
        <translation>已有名为“%1”的连接，请先移除它或换一个名称。</translation>
    </message>
    <message>
        <source>Another program is just changing the connections; try again.</source>
        <translation>另一个程序正在修改连接，请重试。</translation>
    </message>
    <message>
        <source>The connections cannot be saved in %1: %2.</source>
        <translation>无法把连接保存到 %1：%2。</translation>
    </message>
    <message>
        <source>There is no connection &quot;%1&quot;; vitrine providers list shows them.</source>
        <translation>没有连接“%1”，可用 vitrine providers list 查看。</translation>
    </message>
</context>
<context>
    <name>ConnectionPresets</name>
    <message>
        <source>Other server</source>
        <translation>其他服务器</translation>
    </message>
</context>
<context>
    <name>ConversationsCommand</name>
    <message>
        <source>Lists the conversations of this profile, or shows one of them.</source>
        <translation>列出此配置中的对话，或显示其中一个。</translation>
    </message>
    <message>
        <source>Print one JSON object per line.</source>
        <translation>每行输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>list, or show with an id.</source>
        <translation>list，或 show 加上对话 ID。</translation>
    </message>
    <message>
        <source>Use vitrine conversations list, or vitrine conversations show ID.</source>
        <translation>请使用 vitrine conversations list 或 vitrine conversations show ID。</translation>
    </message>
</context>
<context>
    <name>DecodeCommand</name>
    <message>
        <source>Only one file can be decoded at a time.</source>
        <translation>一次只能解码一个文件。</translation>
    </message>
    <message>
        <source>There is no option %1.</source>
        <translation>没有选项 %1。</translation>
    </message>
    <message>
        <source>--chunk-bytes takes a whole number from 1.</source>
        <translation>--chunk-bytes 需要不小于 1 的整数。</translation>
    </message>
    <message>
        <source>%1 is a folder; name a file.</source>
        <translation>%1 是文件夹，请指定文件。</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is larger than an answer may be (64 MB).</source>
        <translation>%1 超过了回答的大小上限（64 MB）。</translation>
    </message>
    <message>
        <source>%1 is empty; there is nothing to decode.</source>
        <translation>%1 是空的，没有可解码的内容。</translation>
    </message>
    <message>
        <source>The stream is larger than an answer may be (64 MB).</source>
        <translation>流超过了回答的大小上限（64 MB）。</translation>
    </message>
    <message>
        <source>The file needs an object {&quot;status&quot;: number, &quot;headers&quot;: {...}, &quot;body&quot;: &quot;...&quot;}.</source>
        <translation>文件中需要一个对象 {&quot;status&quot;: 数字, &quot;headers&quot;: {...}, &quot;body&quot;: &quot;...&quot;}。</translation>
    </message>
    <message>
        <source>Usage: vitrine decode --api responses|chat|messages|gemini [--chunk-bytes N] [--http] FILE.</source>
        <translation>用法：vitrine decode --api responses|chat|messages|gemini [--chunk-bytes N] [--http] FILE。</translation>
    </message>
    <message>
        <source>Name the API of the recording with --api: one of %1.</source>
        <translation>请用 --api 指明录制内容所用的 API，可用的有 %1。</translation>
    </message>
    <message>
        <source>There is no API %1; it is one of %2.</source>
        <translation>没有名为 %1 的 API，可用的有 %2。</translation>
    </message>
</context>
<context>
    <name>DoctorCommand</name>
    <message>
        <source>No trained data for English: text in pictures cannot be read.</source>
        <translation>缺少英语的识别数据，无法读取图片中的文字。</translation>
    </message>
    <message>
        <source>Trained data: %1.</source>
        <translation>识别数据：%1。</translation>
    </message>
    <message>
        <source>The picture worker is missing: pictures cannot be opened.</source>
        <translation>缺少图片处理程序，无法打开图片。</translation>
    </message>
    <message>
        <source>Build again: ./run</source>
        <translation>请重新构建：./run</translation>
    </message>
    <message>
        <source>Code is shown without colours.</source>
        <translation>代码不会着色显示。</translation>
    </message>
    <message>
        <source>Previews of HTML and diagrams are not part of this version.</source>
        <translation>此版本不含 HTML 和图表的预览。</translation>
    </message>
    <message>
        <source>Says what works on this machine, what is missing, and how to mend it.</source>
        <translation>说明本机上哪些功能可用、缺少什么以及如何补上。</translation>
    </message>
    <message>
        <source>Print one JSON array.</source>
        <translation>输出一个 JSON 数组。</translation>
    </message>
    <message>
        <source>vitrine doctor takes no arguments but --json.</source>
        <translation>vitrine doctor 只接受参数 --json。</translation>
    </message>
    <message>
        <source>Keys can be kept in the keyring.</source>
        <translation>密钥可保存在密钥环中。</translation>
    </message>
    <message>
        <source>Keys can be kept in the keyring (%1).</source>
        <translation>密钥可保存在密钥环中（%1）。</translation>
    </message>
    <message>
        <source>Built without the keyring: keys come from environment variables or a file.</source>
        <translation>构建时未包含密钥环：密钥来自环境变量或文件。</translation>
    </message>
</context>
<context>
    <name>EffortWords</name>
    <message>
        <source>Not at all</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Minimal</source>
        <translation>极低</translation>
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
        <translation>因无人可询问，已拒绝：%1</translation>
    </message>
    <message>
        <source>Run this? [y]es once, [a]lways this exact command, [e]dit, [n]o</source>
        <translation>运行吗？[y] 仅此一次，[a] 始终允许这条命令，[e] 修改，[n] 不行</translation>
    </message>
    <message>
        <source>The new arguments:</source>
        <translation>新的参数：</translation>
    </message>
    <message>
        <source>Words for the model (may be empty):</source>
        <translation>给模型的话（可留空）：</translation>
    </message>
    <message>
        <source>There is no conversation to continue yet.</source>
        <translation>还没有可以继续的对话。</translation>
    </message>
    <message>
        <source>There is no conversation %1; vitrine conversations list shows them.</source>
        <translation>没有对话 %1，可用 vitrine conversations list 查看。</translation>
    </message>
    <message>
        <source>No model is configured: the offline assistant answers (rules, not a language model).</source>
        <translation>尚未配置模型，由离线助手回答（规则，而不是语言模型）。</translation>
    </message>
    <message>
        <source>--base-url needs an address such as https://api.openai.com/v1.</source>
        <translation>--base-url 需要一个地址，例如 https://api.openai.com/v1 。</translation>
    </message>
    <message>
        <source>http:// would send your key and your words in the open; use https:// (http is allowed for this machine only).</source>
        <translation>http:// 会明文发送你的密钥和内容，请使用 https://（http 只允许用于本机）。</translation>
    </message>
    <message>
        <source>The environment variable %1 that --key-env names is empty.</source>
        <translation>--key-env 指定的环境变量 %1 是空的。</translation>
    </message>
    <message>
        <source>--header needs &apos;NAME: VALUE&apos;.</source>
        <translation>--header 的格式是 &apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>Asks one question and prints the answer. Without a provider the offline assistant answers.</source>
        <translation>提一个问题并输出回答。未指定服务商时由离线助手回答。</translation>
    </message>
    <message>
        <source>A configured provider, or &quot;offline&quot;.</source>
        <translation>已配置的服务商，或“offline”。</translation>
    </message>
    <message>
        <source>The model&apos;s name.</source>
        <translation>模型名称。</translation>
    </message>
    <message>
        <source>How long to think: none, minimal, low, medium, high, xhigh, max.</source>
        <translation>思考多久：none、minimal、low、medium、high、xhigh、max。</translation>
    </message>
    <message>
        <source>Environment variable that holds the key.</source>
        <translation>存放密钥的环境变量。</translation>
    </message>
    <message>
        <source>One more header: &apos;NAME: VALUE&apos;.</source>
        <translation>另加一个请求头：&apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>A picture to look at; can be given several times.</source>
        <translation>要查看的图片，可多次指定。</translation>
    </message>
    <message>
        <source>A file to work with; can be given several times.</source>
        <translation>要处理的文件，可多次指定。</translation>
    </message>
    <message>
        <source>The work folder of the agent&apos;s tools.</source>
        <translation>工具使用的工作文件夹。</translation>
    </message>
    <message>
        <source>What may run unasked: suggest, auto-edit, full-auto.</source>
        <translation>哪些操作无需询问：suggest、auto-edit、full-auto。</translation>
    </message>
    <message>
        <source>Do not ask before working outside a git repository.</source>
        <translation>在 git 仓库以外工作时不询问。</translation>
    </message>
    <message>
        <source>Go on with the newest conversation.</source>
        <translation>继续最近的对话。</translation>
    </message>
    <message>
        <source>Go on with this conversation.</source>
        <translation>继续这个对话。</translation>
    </message>
    <message>
        <source>Keep the raw answers in this folder, without keys.</source>
        <translation>把原始回答保存到此文件夹，不含密钥。</translation>
    </message>
    <message>
        <source>Print one JSON object per line.</source>
        <translation>每行输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>The question; - reads it from standard input.</source>
        <translation>问题；- 表示从标准输入读取。</translation>
    </message>
    <message>
        <source>--continue and --conversation exclude each other.</source>
        <translation>--continue 和 --conversation 不能同时使用。</translation>
    </message>
    <message>
        <source>The question is missing: vitrine exec &quot;What does it say?&quot;</source>
        <translation>缺少问题：vitrine exec &quot;上面写了什么？&quot;</translation>
    </message>
    <message>
        <source>Put the question in quotes: one argument is expected.</source>
        <translation>请用引号括住问题：只接受一个参数。</translation>
    </message>
    <message>
        <source>Unknown effort &quot;%1&quot;; use one of %2.</source>
        <translation>未知的思考强度“%1”，可用的有 %2。</translation>
    </message>
    <message>
        <source>Unknown approval mode &quot;%1&quot;; use suggest, auto-edit or full-auto.</source>
        <translation>未知的批准方式“%1”，请使用 suggest、auto-edit 或 full-auto。</translation>
    </message>
    <message>
        <source>The work folder %1 does not exist.</source>
        <translation>工作文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>Unknown API &quot;%1&quot;; use one of %2.</source>
        <translation>未知的 API“%1”，可用的有 %2。</translation>
    </message>
    <message>
        <source>The protocol of --base-url: responses, chat, messages or gemini.</source>
        <translation>--base-url 所用的协议：responses、chat、messages 或 gemini。</translation>
    </message>
    <message>
        <source>Address of the API: ending in /v1 for OpenAI-like servers, the bare host for Anthropic and Gemini.</source>
        <translation>API 的地址：OpenAI 类服务器以 /v1 结尾，Anthropic 和 Gemini 只写主机。</translation>
    </message>
    <message>
        <source>A tool that the provider runs: web_search, code_interpreter, image_generation; can be given several times.</source>
        <translation>由服务商运行的工具：web_search、code_interpreter、image_generation，可多次指定。</translation>
    </message>
    <message>
        <source>How much to say: low, medium, high.</source>
        <translation>回答的详细程度：low、medium、high。</translation>
    </message>
    <message>
        <source>%1 is not connected: put its key into %2, or connect it with vitrine providers add %3.</source>
        <translation>%1 尚未连接：请把它的密钥放入 %2，或用 vitrine providers add %3 连接。</translation>
    </message>
</context>
<context>
    <name>FileBlobStore</name>
    <message>
        <source>The disk is full; make room and try again.</source>
        <translation>磁盘已满，请腾出空间后重试。</translation>
    </message>
    <message>
        <source>The file could not be kept in the profile folder (%1).</source>
        <translation>文件无法保存到配置文件夹（%1）。</translation>
    </message>
    <message>
        <source>A stored file is missing or damaged; it cannot be shown.</source>
        <translation>保存的文件丢失或损坏，无法显示。</translation>
    </message>
    <message>
        <source>The folder %1 for files could not be made; check the folder above it.</source>
        <translation>无法建立存放文件的文件夹 %1，请检查它的上级文件夹。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 and was not taken.</source>
        <translation>%1 大于 %2，没有收下。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>无法读取 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 is a folder; choose the files in it.</source>
        <translation>%1 是文件夹，请选择其中的文件。</translation>
    </message>
    <message>
        <source>%1 is not a regular file and was not taken.</source>
        <translation>%1 不是普通文件，没有收下。</translation>
    </message>
</context>
<context>
    <name>GeminiDecoding</name>
    <message>
        <source>The server answers in another way than the Gemini API; check the provider&apos;s address and API.</source>
        <translation>服务器的应答不符合 Gemini API，请检查服务商的地址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就结束了，请重试。</translation>
    </message>
    <message>
        <source>The model began a tool call and did not finish it; try again.</source>
        <translation>模型开始了工具调用但没有完成，请重试。</translation>
    </message>
</context>
<context>
    <name>GeminiEnding</name>
    <message>
        <source>The model wrote a tool call that cannot be read (%1); try again.</source>
        <translation>模型写出的工具调用无法读取（%1），请重试。</translation>
    </message>
    <message>
        <source>The provider misses its own notes on an earlier step (%1); start a new conversation.</source>
        <translation>服务商缺少自己对先前步骤的记录（%1），请开始新的对话。</translation>
    </message>
    <message>
        <source>The provider refuses to answer this prompt (%1); change it and try again.</source>
        <translation>服务商拒绝回答这个提问（%1），请修改后重试。</translation>
    </message>
</context>
<context>
    <name>HostedWords</name>
    <message>
        <source>Searched the web</source>
        <translation>搜索了网络</translation>
    </message>
    <message>
        <source>Searching the web</source>
        <translation>正在搜索网络</translation>
    </message>
    <message>
        <source>Read a page</source>
        <translation>阅读了网页</translation>
    </message>
    <message>
        <source>Reading a page</source>
        <translation>正在阅读网页</translation>
    </message>
    <message>
        <source>Ran code at the provider</source>
        <translation>在服务商处运行了代码</translation>
    </message>
    <message>
        <source>Running code at the provider</source>
        <translation>正在服务商处运行代码</translation>
    </message>
    <message>
        <source>Made a picture</source>
        <translation>生成了图片</translation>
    </message>
    <message>
        <source>Making a picture</source>
        <translation>正在生成图片</translation>
    </message>
    <message>
        <source>Searched the files</source>
        <translation>搜索了文件</translation>
    </message>
    <message>
        <source>Searching the files</source>
        <translation>正在搜索文件</translation>
    </message>
    <message>
        <source>The provider called %1 of %2</source>
        <translation>服务商调用了 %2 的 %1</translation>
    </message>
    <message>
        <source>The provider ran %1</source>
        <translation>服务商运行了 %1</translation>
    </message>
    <message>
        <source>Fetched the files that were made</source>
        <translation>取回了生成的文件</translation>
    </message>
</context>
<context>
    <name>HttpErrors</name>
    <message>
        <source>The provider does not accept the key; check or replace it</source>
        <translation>服务商不接受这个密钥，请检查或更换</translation>
    </message>
    <message>
        <source>The account at the provider has no credit left; add some there and try again</source>
        <translation>服务商账户的余额已用完，请充值后重试</translation>
    </message>
    <message>
        <source>The provider does not let this key do that; choose another model or key</source>
        <translation>服务商不允许这个密钥这样做，请选择别的模型或密钥</translation>
    </message>
    <message>
        <source>The provider takes no more requests for the moment; try again in a while</source>
        <translation>服务商暂时不再接受请求，请稍后重试</translation>
    </message>
    <message>
        <source>The provider is overloaded; try again in a while</source>
        <translation>服务商过载，请稍后重试</translation>
    </message>
    <message>
        <source>The provider gave up waiting; try again</source>
        <translation>服务商等待超时，请重试</translation>
    </message>
    <message>
        <source>The conversation is too long for this model; shorten it or choose a model that takes more</source>
        <translation>对话超出了这个模型的长度上限，请缩短对话或选择上限更高的模型</translation>
    </message>
    <message>
        <source>The provider does not know this model; choose another one</source>
        <translation>服务商没有这个模型，请选择别的模型</translation>
    </message>
    <message>
        <source>The model does not take one of the settings; leave it out</source>
        <translation>模型不支持其中一项设置，请去掉它</translation>
    </message>
    <message>
        <source>The proxy on the way wants a user name and a password; set them for this program</source>
        <translation>途中的代理要求用户名和密码，请为本程序设置</translation>
    </message>
    <message>
        <source>The provider had a fault of its own; try again</source>
        <translation>服务商自身出错，请重试</translation>
    </message>
    <message>
        <source>There is nothing at this address; check the base URL of the provider</source>
        <translation>这个地址上什么也没有，请检查服务商的基础 URL</translation>
    </message>
    <message>
        <source>The request is too large for the provider; send smaller or fewer files</source>
        <translation>请求超出了服务商的大小上限，请发送更小或更少的文件</translation>
    </message>
    <message>
        <source>The server answered in a way that cannot be used; check the base URL of the provider</source>
        <translation>服务器的应答无法使用，请检查服务商的基础 URL</translation>
    </message>
    <message>
        <source>The provider refuses the request</source>
        <translation>服务商拒绝了请求</translation>
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
        <translation>无法读取这种 BMP，请把图片另存为 PNG 后重试。</translation>
    </message>
    <message>
        <source>HEIC and AVIF pictures cannot be read here; save the picture as JPEG or PNG and try again.</source>
        <translation>这里无法读取 HEIC 和 AVIF 图片，请另存为 JPEG 或 PNG 后重试。</translation>
    </message>
    <message>
        <source>The file is empty; choose another picture.</source>
        <translation>文件是空的，请选择别的图片。</translation>
    </message>
    <message>
        <source>The file is not a picture that can be read; use JPEG, PNG, WebP, TIFF, GIF or BMP.</source>
        <translation>这个文件不是可读取的图片，请使用 JPEG、PNG、WebP、TIFF、GIF 或 BMP。</translation>
    </message>
    <message>
        <source>The strength must be a finite number.</source>
        <translation>强度必须是有限的数。</translation>
    </message>
    <message>
        <source>The picture is not a regular file; choose a picture file.</source>
        <translation>这不是普通文件，请选择图片文件。</translation>
    </message>
    <message>
        <source>The picture file is larger than 256 MB; shrink the picture and try again.</source>
        <translation>图片文件超过 256 MB，请缩小图片后重试。</translation>
    </message>
    <message>
        <source>The picture file is damaged or cut short; get a complete copy and try again.</source>
        <translation>图片文件损坏或不完整，请换一份完整的副本后重试。</translation>
    </message>
    <message>
        <source>There is too little text to tell which way is up.</source>
        <translation>文字太少，无法判断哪边朝上。</translation>
    </message>
    <message>
        <source>The field ops must be an array of 1 to 20 enhancements like {&quot;op&quot;: &quot;auto&quot;}.</source>
        <translation>字段 ops 必须是包含 1 到 20 项增强的数组，例如 {&quot;op&quot;: &quot;auto&quot;}。</translation>
    </message>
    <message>
        <source>The picture needs more memory than it may use; shrink it or choose a smaller part.</source>
        <translation>这张图片所需内存超出限制，请缩小图片或选择较小的部分。</translation>
    </message>
    <message>
        <source>The picture operation failed for an unknown reason; try another picture.</source>
        <translation>图片操作因未知原因失败，请换一张图片重试。</translation>
    </message>
    <message>
        <source>The bbox must be [x1, y1, x2, y2] with x1 less than x2 and y1 less than y2.</source>
        <translation>bbox 必须是 [x1, y1, x2, y2]，且 x1 小于 x2，y1 小于 y2。</translation>
    </message>
    <message>
        <source>The matrix holds a value that is not a number; give nine finite numbers.</source>
        <translation>矩阵中有的值不是数，请给出九个有限的数。</translation>
    </message>
    <message>
        <source>The matrix sends part of the result to infinity; choose corners that form a convex outline.</source>
        <translation>矩阵会把结果的一部分送到无穷远，请选择构成凸形轮廓的角点。</translation>
    </message>
    <message>
        <source>The matrix is singular; choose corners that span an area.</source>
        <translation>矩阵是奇异的，请选择能围成一块面积的角点。</translation>
    </message>
    <message>
        <source>This kind of TIFF cannot be read; save the picture as PNG and try again.</source>
        <translation>无法读取这种 TIFF，请把图片另存为 PNG 后重试。</translation>
    </message>
    <message>
        <source>The picture has %1x%2 pixels, more than the 64 megapixels that can be opened; shrink it and try again.</source>
        <translation>图片为 %1x%2 像素，超出了可打开的 6400 万像素，请缩小后重试。</translation>
    </message>
</context>
<context>
    <name>ImagerClient</name>
    <message>
        <source>The picture program gave an answer that makes no sense; try again.</source>
        <translation>图片程序给出的应答无法理解，请重试。</translation>
    </message>
    <message>
        <source>The picture request is too long; use fewer parameters.</source>
        <translation>图片请求过长，请减少参数。</translation>
    </message>
    <message>
        <source>The picture could not be handed to the picture program; try again.</source>
        <translation>图片未能交给图片程序，请重试。</translation>
    </message>
    <message>
        <source>The picture file may not be read; check its permissions.</source>
        <translation>没有读取图片文件的权限，请检查它的权限。</translation>
    </message>
    <message>
        <source>The picture file cannot be opened; check that it is still there.</source>
        <translation>无法打开图片文件，请检查它是否还在。</translation>
    </message>
    <message>
        <source>The picture is not a regular file; choose a picture file.</source>
        <translation>这不是普通文件，请选择图片文件。</translation>
    </message>
    <message>
        <source>The picture file is larger than 256 MB; shrink the picture and try again.</source>
        <translation>图片文件超过 256 MB，请缩小图片后重试。</translation>
    </message>
</context>
<context>
    <name>IncomingFiles</name>
    <message>
        <source>“%1” is not there any more.</source>
        <translation>“%1”已经不在了。</translation>
    </message>
    <message>
        <source>“%1” is a folder; add the files in it instead.</source>
        <translation>“%1”是文件夹，请添加其中的文件。</translation>
    </message>
    <message>
        <source>“%1” is not an ordinary file and cannot be added.</source>
        <translation>“%1”不是普通文件，无法添加。</translation>
    </message>
    <message>
        <source>“%1” is empty.</source>
        <translation>“%1”是空的。</translation>
    </message>
    <message>
        <source>“%1” is %2; at most %3 can be added.</source>
        <translation>“%1”有 %2，最多只能添加 %3。</translation>
    </message>
    <message>
        <source>“%1” cannot be read; check its permissions.</source>
        <translation>无法读取“%1”，请检查它的权限。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are too many: a message takes at most %1, so none of them was added.</source>
        <translation>
            <numerusform>%n 个文件太多：一条消息最多 %1 个，因此一个也没有添加。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be added. The first: %1</source>
        <translation>
            <numerusform>有 %n 个文件未能添加。第一个：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ItemJson</name>
    <message>
        <source>A stored item of kind &quot;%1&quot; cannot be read.</source>
        <translation>无法读取种类为“%1”的已存条目。</translation>
    </message>
</context>
<context>
    <name>Json</name>
    <message>
        <source>Not valid JSON at byte %1: %2.</source>
        <translation>第 %1 字节处不是有效的 JSON：%2。</translation>
    </message>
    <message>
        <source>A JSON object {...} was expected.</source>
        <translation>这里需要一个 JSON 对象 {...}。</translation>
    </message>
</context>
<context>
    <name>KeyFiles</name>
    <message>
        <source>Others can look into the folder %1, so no key is kept there; run chmod 700 on it.</source>
        <translation>其他用户可以查看文件夹 %1，因此不在其中保存密钥；请对它运行 chmod 700。</translation>
    </message>
    <message>
        <source>The key file %1 is damaged; move it away and enter the keys again.</source>
        <translation>密钥文件 %1 已损坏，请移走它并重新输入密钥。</translation>
    </message>
    <message>
        <source>The key file %1 cannot be read.</source>
        <translation>无法读取密钥文件 %1。</translation>
    </message>
    <message>
        <source>Others can read the key file %1, so it is not used; replace the keys in it, and run chmod 600 on it.</source>
        <translation>其他用户可以读取密钥文件 %1，因此没有使用它；请更换其中的密钥，并对它运行 chmod 600。</translation>
    </message>
    <message>
        <source>The key file %1 comes from a newer version of the program; use that one.</source>
        <translation>密钥文件 %1 来自更新的版本，请使用那个版本。</translation>
    </message>
    <message>
        <source>Another program is just changing the keys; try again.</source>
        <translation>另一个程序正在修改密钥，请重试。</translation>
    </message>
    <message>
        <source>The key file %1 cannot be removed.</source>
        <translation>无法移除密钥文件 %1。</translation>
    </message>
    <message>
        <source>The keys cannot be saved in %1: %2.</source>
        <translation>无法把密钥保存到 %1：%2。</translation>
    </message>
</context>
<context>
    <name>KeyText</name>
    <message>
        <source>The key is empty; copy it from the provider&apos;s page and try again.</source>
        <translation>密钥是空的，请从服务商的页面复制后重试。</translation>
    </message>
    <message>
        <source>The key is longer than any key (8 kB); copy only the key itself.</source>
        <translation>内容太长（超过 8 kB），不会是密钥，请只复制密钥本身。</translation>
    </message>
    <message>
        <source>The key has a line break or a character that no key has; copy only the key itself.</source>
        <translation>密钥中有换行或不该出现的字符，请只复制密钥本身。</translation>
    </message>
</context>
<context>
    <name>MarkdownBlocks</name>
    <message>
        <source>Picture not loaded: %1</source>
        <translation>未加载图片：%1</translation>
    </message>
</context>
<context>
    <name>MessageFiles</name>
    <message>
        <source>“%1” cannot be copied for sending again; is the disk full?</source>
        <translation>无法复制“%1”以便重新发送，磁盘是否已满？</translation>
    </message>
    <message>
        <source>The sample cannot be written to %1; is the disk full?</source>
        <translation>示例无法写入 %1，磁盘是否已满？</translation>
    </message>
</context>
<context>
    <name>MessagesDecoding</name>
    <message>
        <source>The server answers in another way than the Messages API; check the provider&apos;s address and API.</source>
        <translation>服务器的应答不符合 Messages API，请检查服务商的地址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就结束了，请重试。</translation>
    </message>
    <message>
        <source>The provider&apos;s rules made the model stop here.</source>
        <translation>模型因服务商的规则在此停止。</translation>
    </message>
</context>
<context>
    <name>ModelCatalog</name>
    <message>
        <source>The list of models cannot be read: %1</source>
        <translation>无法读取模型列表：%1</translation>
    </message>
    <message>
        <source>The list of models has no array &quot;models&quot;.</source>
        <translation>模型列表中没有数组“models”。</translation>
    </message>
    <message>
        <source>The list of models has more than %1 entries.</source>
        <translation>模型列表超过 %1 项。</translation>
    </message>
    <message>
        <source>Entry %1 of the list of models has no usable &quot;id&quot;.</source>
        <translation>模型列表的第 %1 项没有可用的“id”。</translation>
    </message>
    <message>
        <source>&quot;match&quot; of the model &quot;%1&quot; must be exact or prefix.</source>
        <translation>模型“%1”的“match”必须是 exact 或 prefix。</translation>
    </message>
    <message>
        <source>The list of models %1 cannot be opened: %2.</source>
        <translation>无法打开模型列表 %1：%2。</translation>
    </message>
    <message>
        <source>The list of models %1 is larger than 8 MB.</source>
        <translation>模型列表 %1 超过 8 MB。</translation>
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
        <translation>服务器返回的是网页，不是模型列表，请检查服务商的基础 URL。</translation>
    </message>
    <message>
        <source>The server did not answer with a list of models; check the base URL of the provider.</source>
        <translation>服务器返回的不是模型列表，请检查服务商的基础 URL。</translation>
    </message>
    <message>
        <source>The server&apos;s list of models is too long to be read; type the name of the model instead.</source>
        <translation>服务器的模型列表太长，无法读取，请直接输入模型名称。</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>pictures</source>
        <translation>图片</translation>
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
        <translation>图片</translation>
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
        <translation>列出已知的模型：上下文的 token 数、每百万 token 输入和输出的美元价格、具备的能力。</translation>
    </message>
    <message>
        <source>Print one JSON object per line.</source>
        <translation>每行输出一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Only models whose id, name or vendor has these words.</source>
        <translation>只列出 ID、名称或厂商含有这些词的模型。</translation>
    </message>
    <message>
        <source>Only models of this vendor.</source>
        <translation>只列出这个厂商的模型。</translation>
    </message>
    <message>
        <source>vitrine models takes options only; vitrine models --help lists them.</source>
        <translation>vitrine models 只接受选项，可用 vitrine models --help 查看。</translation>
    </message>
</context>
<context>
    <name>OfflineServerCommand</name>
    <message>
        <source>Usage: vitrine offline-server [--port N], with N from 0 (any free one) to 65535.</source>
        <translation>用法：vitrine offline-server [--port N]，N 为 0（任一空闲端口）到 65535。</translation>
    </message>
</context>
<context>
    <name>PayloadText</name>
    <message>
        <source>%1 in</source>
        <translation>输入 %1</translation>
    </message>
    <message>
        <source>%1 of them cached</source>
        <translation>其中缓存 %1</translation>
    </message>
    <message>
        <source>%1 out</source>
        <translation>输出 %1</translation>
    </message>
    <message>
        <source>%1 of them for thinking</source>
        <translation>其中思考 %1</translation>
    </message>
    <message>
        <source>(the first %1 of %2)</source>
        <translation>（共 %2，此为前 %1）</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>无应答</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>Left out, because this model was found not to take it: %1</source>
        <translation>已略去，因为发现这个模型不支持：%1</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>图片 %1：%2</translation>
    </message>
    <message>
        <source>Tokens by the provider&apos;s count: %1</source>
        <translation>服务商统计的 token 数：%1</translation>
    </message>
</context>
<context>
    <name>Profile</name>
    <message>
        <source>The folder %1 cannot be made or kept private; choose another with VITRINE_PROFILE.</source>
        <translation>无法建立文件夹 %1 或将其设为私有，请用 VITRINE_PROFILE 选择别的文件夹。</translation>
    </message>
</context>
<context>
    <name>ProviderCatalog</name>
    <message>
        <source>No provider is named &quot;%1&quot;; connect it first, or use the offline assistant.</source>
        <translation>没有名为“%1”的服务商，请先连接，或使用离线助手。</translation>
    </message>
    <message>
        <source>There is no API &quot;%1&quot;; it is one of %2.</source>
        <translation>没有名为“%1”的 API，可用的有 %2。</translation>
    </message>
</context>
<context>
    <name>ProvidersCommand</name>
    <message>
        <source>key from the variable %1</source>
        <translation>密钥来自变量 %1</translation>
    </message>
    <message>
        <source>key in the keyring</source>
        <translation>密钥在密钥环中</translation>
    </message>
    <message>
        <source>key in a file, not encrypted</source>
        <translation>密钥在文件中，未加密</translation>
    </message>
    <message>
        <source>key for one session</source>
        <translation>密钥仅用于一次会话</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>No provider is connected; vitrine providers add openai connects one.</source>
        <translation>尚未连接服务商，可用 vitrine providers add openai 连接一个。</translation>
    </message>
    <message>
        <source>Paste the key and press Enter; it is not shown.</source>
        <translation>请粘贴密钥并按 Enter，密钥不会显示。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is connected (%2); vitrine providers test &quot;%1&quot; tries it.</source>
        <translation>“%1”已连接（%2），可用 vitrine providers test &quot;%1&quot; 测试。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and its stored key are removed.</source>
        <translation>已移除“%1”及其保存的密钥。</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; works: %n model(s).</source>
        <translation>
            <numerusform>“%1”可用：%n 个模型。</numerusform>
        </translation>
    </message>
    <message>
        <source>Print JSON: one object per line.</source>
        <translation>输出 JSON：每行一个对象。</translation>
    </message>
    <message>
        <source>What is known beforehand: %1.</source>
        <translation>预设：%1。</translation>
    </message>
    <message>
        <source>The protocol: responses, chat, messages, gemini.</source>
        <translation>协议：responses、chat、messages、gemini。</translation>
    </message>
    <message>
        <source>Address of the API: ending in /v1, or the bare host for messages and gemini.</source>
        <translation>API 的地址：以 /v1 结尾；messages 和 gemini 只写主机。</translation>
    </message>
    <message>
        <source>The model that is used when none is named.</source>
        <translation>未指定模型时使用的模型。</translation>
    </message>
    <message>
        <source>Environment variable that holds the key.</source>
        <translation>存放密钥的环境变量。</translation>
    </message>
    <message>
        <source>Read the key from standard input.</source>
        <translation>从标准输入读取密钥。</translation>
    </message>
    <message>
        <source>Where a key from standard input is kept: keyring, or file (not encrypted).</source>
        <translation>从标准输入读取的密钥存放在哪里：keyring，或 file（不加密）。</translation>
    </message>
    <message>
        <source>Agree that --store file does not encrypt the key.</source>
        <translation>同意 --store file 不加密密钥。</translation>
    </message>
    <message>
        <source>One more header, not a secret one: &apos;NAME: VALUE&apos;.</source>
        <translation>另加一个不含机密的请求头：&apos;NAME: VALUE&apos;。</translation>
    </message>
    <message>
        <source>The header that the key goes into.</source>
        <translation>存放密钥的请求头。</translation>
    </message>
    <message>
        <source>The organization that is charged.</source>
        <translation>付费的组织。</translation>
    </message>
    <message>
        <source>The project that is charged.</source>
        <translation>付费的项目。</translation>
    </message>
    <message>
        <source>The proxy of this connection, in place of the environment&apos;s.</source>
        <translation>此连接的代理，代替环境变量中的代理。</translation>
    </message>
    <message>
        <source>Allow http:// to another machine.</source>
        <translation>允许用 http:// 连接其他机器。</translation>
    </message>
    <message>
        <source>list, add, remove or test.</source>
        <translation>list、add、remove 或 test。</translation>
    </message>
    <message>
        <source>Unknown preset &quot;%1&quot;; use one of %2.</source>
        <translation>未知的预设“%1”，可用的有 %2。</translation>
    </message>
    <message>
        <source>Unknown API &quot;%1&quot;; use responses, chat, messages or gemini.</source>
        <translation>未知的 API“%1”，请使用 responses、chat、messages 或 gemini。</translation>
    </message>
    <message>
        <source>--base-url is missing: the address of the server, or choose a --preset.</source>
        <translation>缺少 --base-url：请给出服务器的地址，或选择 --preset。</translation>
    </message>
    <message>
        <source>--base-url is missing: %1 with your own name in place of RESOURCE.</source>
        <translation>缺少 --base-url：%1，把其中的 RESOURCE 换成你自己的名称。</translation>
    </message>
    <message>
        <source>--key-env and --key-stdin exclude each other.</source>
        <translation>--key-env 和 --key-stdin 不能同时使用。</translation>
    </message>
    <message>
        <source>--store says where a key from --key-stdin is kept; a variable keeps its own.</source>
        <translation>--store 指定 --key-stdin 读入的密钥存放在哪里；环境变量中的密钥留在原处。</translation>
    </message>
    <message>
        <source>--key-env needs the name of an environment variable, such as OPENAI_API_KEY.</source>
        <translation>--key-env 需要环境变量的名称，例如 OPENAI_API_KEY。</translation>
    </message>
    <message>
        <source>A command is no session that could keep a key; use --key-env, or --store keyring.</source>
        <translation>命令运行完就结束，没有会话可保存密钥；请使用 --key-env 或 --store keyring。</translation>
    </message>
    <message>
        <source>--store is keyring or file.</source>
        <translation>--store 可以是 keyring 或 file。</translation>
    </message>
    <message>
        <source>In a file the key is not encrypted: whoever reads your files reads it. Add --yes-unencrypted if that is fine, or use --store keyring.</source>
        <translation>文件中的密钥不加密：能读你文件的人都能读到它。如果可以接受，请加上 --yes-unencrypted，否则请使用 --store keyring。</translation>
    </message>
    <message>
        <source>A key or password was on the command line, where other programs and the shell&apos;s history see it; replace it at the provider, and give the new one with --key-stdin or --key-env.</source>
        <translation>命令行上出现了密钥或密码，其他程序和 shell 历史都能看到；请在服务商处更换，并用 --key-stdin 或 --key-env 提供新的。</translation>
    </message>
    <message>
        <source>Connects providers, lists, tests and removes them. Keys never stand on the command line.</source>
        <translation>连接、列出、测试和移除服务商。密钥绝不写在命令行上。</translation>
    </message>
    <message>
        <source>Use vitrine providers list, or add, remove or test with a name.</source>
        <translation>请使用 vitrine providers list，或 add、remove、test 加上名称。</translation>
    </message>
</context>
<context>
    <name>ResponsesDecoding</name>
    <message>
        <source>The server answers in another way than the Responses API; check the provider&apos;s address and API.</source>
        <translation>服务器的应答不符合 Responses API，请检查服务商的地址和 API。</translation>
    </message>
    <message>
        <source>The answer ended before it was complete; try again.</source>
        <translation>回答未完成就结束了，请重试。</translation>
    </message>
</context>
<context>
    <name>Sandbox</name>
    <message>
        <source>The system gave no file descriptor; close some programs and try again.</source>
        <translation>系统没有可用的文件描述符，请关闭一些程序后重试。</translation>
    </message>
    <message>
        <source>%1 is not a plain file that can be read; it was left out.</source>
        <translation>%1 不是可读取的普通文件，已略过。</translation>
    </message>
    <message>
        <source>The interpreter sent a message that is too large.</source>
        <translation>解释器发来的消息过大。</translation>
    </message>
    <message>
        <source>Nothing was run: files of the program itself lie in the work folder %1. Choose another folder.</source>
        <translation>没有运行任何东西：工作文件夹 %1 里有本程序自己的文件。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Nothing was run: this version of bubblewrap is too old for the sandbox. Install bubblewrap 0.8 or newer.</source>
        <translation>没有运行任何东西：bubblewrap 的版本太旧，无法用于沙箱。请安装 0.8 或更新的版本。</translation>
    </message>
    <message>
        <source>Nothing was run: Python is there but IPython is not. Install it: sudo apt install python3-ipython</source>
        <translation>没有运行任何东西：有 Python，但缺少 IPython。请安装：sudo apt install python3-ipython</translation>
    </message>
    <message>
        <source>Nothing was run: Python is missing. Install it: sudo apt install python3-ipython</source>
        <translation>没有运行任何东西：缺少 Python。请安装：sudo apt install python3-ipython</translation>
    </message>
    <message>
        <source>Nothing was run: this system allows no user namespaces, so the sandbox cannot be built. Allow them: sudo sysctl user.max_user_namespaces=15000</source>
        <translation>没有运行任何东西：系统不允许用户命名空间，无法建立沙箱。请允许：sudo sysctl user.max_user_namespaces=15000</translation>
    </message>
    <message>
        <source>Nothing was run: this system keeps user namespaces from ordinary users, so the sandbox cannot be built. Allow them: sudo sysctl kernel.unprivileged_userns_clone=1</source>
        <translation>没有运行任何东西：系统不让普通用户使用用户命名空间，无法建立沙箱。请允许：sudo sysctl kernel.unprivileged_userns_clone=1</translation>
    </message>
    <message>
        <source>Nothing was run: this system does not let bubblewrap build a sandbox (on Ubuntu 24.04 and later AppArmor forbids it). Allow it once: sudo apt install apparmor-profiles &amp;&amp; sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ &amp;&amp; sudo apparmor_parser -r /etc/apparmor.d/bwrap-userns-restrict</source>
        <translation>没有运行任何东西：系统不让 bubblewrap 建立沙箱（Ubuntu 24.04 及以后由 AppArmor 禁止）。允许一次即可：sudo apt install apparmor-profiles &amp;&amp; sudo ln -s /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ &amp;&amp; sudo apparmor_parser -r /etc/apparmor.d/bwrap-userns-restrict</translation>
    </message>
    <message>
        <source>Nothing was run: the sandbox cannot be built inside this container. Start the container with user namespaces and an unmasked /proc, or run the program outside of it.</source>
        <translation>没有运行任何东西：无法在这个容器里建立沙箱。请以用户命名空间和未屏蔽的 /proc 启动容器，或在容器外运行本程序。</translation>
    </message>
    <message>
        <source>Nothing was run: no new namespace can be made, so the sandbox cannot be built. Check user.max_user_namespaces and the number of running processes.</source>
        <translation>没有运行任何东西：无法新建命名空间，因此不能建立沙箱。请检查 user.max_user_namespaces 和正在运行的进程数。</translation>
    </message>
    <message>
        <source>Nothing was run: what was started in place of bubblewrap does not build a sandbox. Check which bwrap comes first in PATH.</source>
        <translation>没有运行任何东西：代替 bubblewrap 启动的程序不能建立沙箱。请检查 PATH 中排在最前面的 bwrap。</translation>
    </message>
    <message>
        <source>Nothing was run: the sandbox could not be built. Run vitrine doctor to see why.</source>
        <translation>没有运行任何东西：无法建立沙箱。请运行 vitrine doctor 查看原因。</translation>
    </message>
    <message>
        <source>Nothing was run: bubblewrap is missing, and without it there is no sandbox. Install it: sudo apt install bubblewrap</source>
        <translation>没有运行任何东西：缺少 bubblewrap，没有它就没有沙箱。请安装：sudo apt install bubblewrap</translation>
    </message>
    <message>
        <source>The system call filter of the sandbox could not be built, so nothing was run; check that libseccomp is installed.</source>
        <translation>无法建立沙箱的系统调用过滤器，因此没有运行任何东西，请检查是否安装了 libseccomp。</translation>
    </message>
</context>
<context>
    <name>SandboxDoctor</name>
    <message>
        <source>Install it: sudo apt install %1</source>
        <translation>请安装：sudo apt install %1</translation>
    </message>
</context>
<context>
    <name>SaveBlob</name>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SceneScript</name>
    <message>
        <source>Reading the lab notebook</source>
        <translation>辨认实验记录本</translation>
    </message>
    <message>
        <source>Sales of the first quarter</source>
        <translation>第一季度销售额</translation>
    </message>
    <message>
        <source>How many days until the solstice?</source>
        <translation>离夏至还有多少天？</translation>
    </message>
    <message>
        <source>Menu of the station restaurant</source>
        <translation>车站餐厅的菜单</translation>
    </message>
    <message>
        <source>SHA-256 of the release file</source>
        <translation>发布文件的 SHA-256</translation>
    </message>
    <message>
        <source>Outliers in the temperature log</source>
        <translation>温度记录中的离群值</translation>
    </message>
    <message>
        <source>What does the whiteboard say?</source>
        <translation>白板上写了什么？</translation>
    </message>
    <message>
        <source>What does it say?</source>
        <translation>上面写了什么？</translation>
    </message>
    <message>
        <source>The text runs from bottom to top, so I turn the picture first.</source>
        <translation>文字从下往上排，所以我先把图片转正。</translation>
    </message>
    <message>
        <source>I see the frame of a board seen from the side. I straighten it along its outline.</source>
        <translation>我看到一块从侧面拍的白板边框，沿轮廓把它拉正。</translation>
    </message>
    <message>
        <source>The last two lines were read with less certainty. I look at them enlarged.</source>
        <translation>最后两行读得不太确定，我放大再看。</translation>
    </message>
    <message>
        <source>Beside the list two boxes are joined by an arrow: *photo* → *text*.</source>
        <translation>清单旁边有两个方框，由箭头相连：*photo* → *text*。</translation>
    </message>
    <message>
        <source>The assistant closed the connection in the middle of its answer. Try again.</source>
        <translation>助手在回答途中断开了连接，请重试。</translation>
    </message>
    <message>
        <source>Run the tests of this project.</source>
        <translation>运行这个项目的测试。</translation>
    </message>
    <message>
        <source>I run the test suite first to see what fails.</source>
        <translation>我先运行测试，看看哪里失败。</translation>
    </message>
</context>
<context>
    <name>SpendingWords</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>不收费</translation>
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
        <translation>对话库正忙：另一个程序正在写入。请重试。</translation>
    </message>
    <message>
        <source>The disk is full; make room and try again. What was stored before is safe.</source>
        <translation>磁盘已满，请腾出空间后重试。之前保存的内容是安全的。</translation>
    </message>
    <message>
        <source>The disk refused to read or write the conversations; check that it has room and is sound, then try again.</source>
        <translation>磁盘拒绝读写对话；请确认磁盘有空间且完好，然后重试。</translation>
    </message>
    <message>
        <source>The conversations cannot be written: the folder or file is read-only. Make it writable and start again.</source>
        <translation>无法写入对话：文件夹或文件是只读的。请设为可写后重新启动。</translation>
    </message>
    <message>
        <source>The file of conversations cannot be opened; check that its folder exists and can be written.</source>
        <translation>无法打开对话文件，请检查它的文件夹是否存在且可写。</translation>
    </message>
    <message>
        <source>The file of conversations is damaged. Start the program again: it keeps the file and recovers what can be read.</source>
        <translation>对话文件已损坏。请重新启动程序：它会保留该文件，并恢复还能读取的内容。</translation>
    </message>
    <message>
        <source>This does not fit what is stored: the conversation or its turn is no longer there, or it was stored before.</source>
        <translation>这与已存的内容不符：对话或其中的轮次已不存在，或之前已经保存过。</translation>
    </message>
    <message>
        <source>This is too large to be stored (over 1 GB).</source>
        <translation>内容太大，无法保存（超过 1 GB）。</translation>
    </message>
    <message>
        <source>The conversations could not be read or written.</source>
        <translation>无法读取或写入对话。</translation>
    </message>
    <message>
        <source>The program ended before the answer was done.</source>
        <translation>程序在回答完成之前就结束了。</translation>
    </message>
    <message>
        <source>A stored step of kind &quot;%1&quot; cannot be read; it is left out.</source>
        <translation>无法读取种类为“%1”的已存步骤，已略过。</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be written; make it writable or choose another one.</source>
        <translation>配置文件夹 %1 无法写入，请设为可写或选择别的文件夹。</translation>
    </message>
    <message>
        <source>The store of conversations is busy: another program is opening it. Try again.</source>
        <translation>对话库正忙：另一个程序正在打开它。请重试。</translation>
    </message>
    <message>
        <source>Recovered conversation</source>
        <translation>恢复的对话</translation>
    </message>
    <message>
        <source>The damaged file of conversations could not be set aside; make its folder writable or move %1 away by hand.</source>
        <translation>无法把损坏的对话文件移到一旁；请把它的文件夹设为可写，或手动移走 %1。</translation>
    </message>
    <message>
        <source>The copy of the conversations that is made before an update could not be written to %1.</source>
        <translation>更新前的对话备份无法写入 %1。</translation>
    </message>
    <message>
        <source>The file of conversations belongs to another program; move it away or choose another profile folder.</source>
        <translation>这个对话文件属于别的程序，请移走它或选择别的配置文件夹。</translation>
    </message>
    <message>
        <source>The conversations were written by a newer version of Vitrine; update this one. Nothing was changed.</source>
        <translation>这些对话由更新版本的 Vitrine 写入，请更新本程序。没有改动任何内容。</translation>
    </message>
    <message>
        <source>This conversation is no longer there.</source>
        <translation>这个对话已经不在了。</translation>
    </message>
    <message>
        <source>The profile folder %1 could not be made; check the folder above it or choose another one.</source>
        <translation>无法建立配置文件夹 %1，请检查它的上级文件夹或选择别的文件夹。</translation>
    </message>
    <message>
        <source>The file of conversations was missing, only its journal was there. The journal was kept as %1; a new file was begun.</source>
        <translation>对话文件丢失，只剩下它的日志。日志已保留为 %1，并开始了一个新文件。</translation>
    </message>
    <message>
        <source>The conversations were brought to a new format; the old file was kept as %1.</source>
        <translation>对话已转换为新格式，旧文件保留为 %1。</translation>
    </message>
    <message>
        <source>The conversations have an older format and cannot be brought up to date, because %1 cannot be written. Make it writable.</source>
        <translation>对话是旧格式，但 %1 无法写入，因此不能更新。请将其设为可写。</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be written: conversations can be read, but nothing new is kept.</source>
        <translation>配置文件夹 %1 无法写入：可以阅读对话，但不会保存新的内容。</translation>
    </message>
    <message>
        <source>The file of conversations is damaged and another program uses it; close all windows and start again, it is then recovered.</source>
        <translation>对话文件已损坏，且另一个程序正在使用它；请关闭所有窗口后重新启动，届时会进行恢复。</translation>
    </message>
    <message numerus="yes">
        <source>The file of conversations was damaged. It was kept as %1; %n conversation(s) could be recovered from it, with all steps that were readable.</source>
        <translation>
            <numerusform>对话文件曾损坏，已保留为 %1；从中恢复了 %n 个对话，包括所有可读的步骤。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Terminal</name>
    <message>
        <source>Show this help.</source>
        <translation>显示此帮助。</translation>
    </message>
    <message>
        <source>%1 See vitrine %2 --help.</source>
        <translation>%1 请参阅 vitrine %2 --help。</translation>
    </message>
</context>
<context>
    <name>ToolBench</name>
    <message>
        <source>No temporary folder can be made; check the free space and TMPDIR.</source>
        <translation>无法建立临时文件夹，请检查剩余空间和 TMPDIR。</translation>
    </message>
</context>
<context>
    <name>ToolCommand</name>
    <message>
        <source>The folder %1 does not exist.</source>
        <translation>文件夹 %1 不存在。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法建立文件夹 %1。</translation>
    </message>
    <message>
        <source>--timeout needs a number of seconds from 0 to 86400.</source>
        <translation>--timeout 需要 0 到 86400 之间的秒数。</translation>
    </message>
    <message>
        <source>Lists the tools that a model is offered, or runs one.</source>
        <translation>列出提供给模型的工具，或运行其中一个。</translation>
    </message>
    <message>
        <source>The arguments, as a JSON object; code comes from standard input without them.</source>
        <translation>参数，为 JSON 对象；省略时从标准输入读取代码。</translation>
    </message>
    <message>
        <source>A picture: img_1, the next one img_2 ...</source>
        <translation>图片：第一张为 img_1，下一张为 img_2，依此类推</translation>
    </message>
    <message>
        <source>Where result pictures and files go.</source>
        <translation>结果图片和文件的存放位置。</translation>
    </message>
    <message>
        <source>What may run unasked: suggest, auto-edit, full-auto.</source>
        <translation>哪些操作无需询问：suggest、auto-edit、full-auto。</translation>
    </message>
    <message>
        <source>The folder that is seen as /mnt/data.</source>
        <translation>在沙箱中显示为 /mnt/data 的文件夹。</translation>
    </message>
    <message>
        <source>The folder that is seen as /mnt/uploads, read-only.</source>
        <translation>在沙箱中显示为 /mnt/uploads 的文件夹，只读。</translation>
    </message>
    <message>
        <source>Seconds after which the run is ended.</source>
        <translation>运行多少秒后中止。</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>输出 JSON。</translation>
    </message>
    <message>
        <source>list, or run with a tool&apos;s name.</source>
        <translation>list，或 run 加上工具名称。</translation>
    </message>
    <message>
        <source>Use vitrine tool list, or vitrine tool run NAME.</source>
        <translation>请使用 vitrine tool list 或 vitrine tool run NAME。</translation>
    </message>
    <message>
        <source>%1 is not a picture.</source>
        <translation>%1 不是图片。</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>无法写入 %1。</translation>
    </message>
    <message>
        <source>Unknown tool &quot;%1&quot;; there are %2.</source>
        <translation>未知的工具“%1”，可用的有 %2。</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>raised: %1</source>
        <translation>抛出异常：%1</translation>
    </message>
    <message>
        <source>the interpreter ended with status %1</source>
        <translation>解释器以状态 %1 结束</translation>
    </message>
    <message>
        <source>the interpreter was ended by signal %1</source>
        <translation>解释器被信号 %1 终止</translation>
    </message>
    <message>
        <source>ended at its time limit</source>
        <translation>达到时间上限而中止</translation>
    </message>
    <message>
        <source>ended at its memory limit</source>
        <translation>达到内存上限而中止</translation>
    </message>
    <message>
        <source>ended at its output limit</source>
        <translation>达到输出上限而中止</translation>
    </message>
    <message>
        <source>ended at its disk limit</source>
        <translation>达到磁盘上限而中止</translation>
    </message>
    <message>
        <source>ended at its limit of processes</source>
        <translation>达到进程数上限而中止</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Standard input cannot be read.</source>
        <translation>无法读取标准输入。</translation>
    </message>
    <message>
        <source>The arguments need &quot;code&quot;, a string.</source>
        <translation>参数中需要字符串“code”。</translation>
    </message>
    <message>
        <source>python: %1, %2 ms</source>
        <translation>python：%1，%2 毫秒</translation>
    </message>
    <message>
        <source>%1 bytes of output were dropped.</source>
        <translation>有 %1 字节的输出被丢弃。</translation>
    </message>
    <message>
        <source>No temporary folder can be made; check the free space and TMPDIR.</source>
        <translation>无法建立临时文件夹，请检查剩余空间和 TMPDIR。</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>running</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Wrap</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Not sure: compare this with the picture</source>
        <translation>没有把握：请与图片对照</translation>
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
            <numerusform>%n 个步骤</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>This answer was cut off.</source>
        <translation>这个回答中途断了。</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
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
        <translation>回答失败。</translation>
    </message>
    <message>
        <source>Stopped. What had arrived is kept.</source>
        <translation>已停止。已收到的内容都保留着。</translation>
    </message>
    <message>
        <source>Ended because a step was declined.</source>
        <translation>因为有一步被拒绝，回答到此结束。</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>offline assistant, no cost</source>
        <translation>离线助手，不收费</translation>
    </message>
</context>
<context>
    <name>UploadFolder</name>
    <message>
        <source>The folder %1 cannot be made; check the free space and its permissions.</source>
        <translation>无法建立文件夹 %1，请检查剩余空间和权限。</translation>
    </message>
    <message>
        <source>%1 cannot be handed to the tools; check the free space.</source>
        <translation>无法把 %1 交给工具，请检查剩余空间。</translation>
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
        <translation>将 %1 旋转了 %2</translation>
    </message>
    <message>
        <source>Rotating %1 by %2</source>
        <translation>正在将 %1 旋转 %2</translation>
    </message>
    <message>
        <source>Turned %1 upright</source>
        <translation>把 %1 转正了</translation>
    </message>
    <message>
        <source>Turning %1 upright</source>
        <translation>正在把 %1 转正</translation>
    </message>
    <message>
        <source>Mirrored %1</source>
        <translation>镜像了 %1</translation>
    </message>
    <message>
        <source>Mirroring %1</source>
        <translation>正在镜像 %1</translation>
    </message>
    <message>
        <source>Straightened %1 along its outline</source>
        <translation>沿轮廓拉正了 %1</translation>
    </message>
    <message>
        <source>Straightening %1 along its outline</source>
        <translation>正在沿轮廓拉正 %1</translation>
    </message>
    <message>
        <source>Enhanced %1</source>
        <translation>增强了 %1</translation>
    </message>
    <message>
        <source>Enhancing %1</source>
        <translation>正在增强 %1</translation>
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
        <translation>在 %1 中查找了条码</translation>
    </message>
    <message>
        <source>Looking for barcodes in %1</source>
        <translation>正在 %1 中查找条码</translation>
    </message>
    <message>
        <source>Read text in %1</source>
        <translation>读取了 %1 中的文字</translation>
    </message>
    <message>
        <source>Reading text in %1</source>
        <translation>正在读取 %1 中的文字</translation>
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
        <translation>运行了 Python</translation>
    </message>
    <message>
        <source>Running Python</source>
        <translation>正在运行 Python</translation>
    </message>
    <message>
        <source>Called %1</source>
        <translation>调用了 %1</translation>
    </message>
    <message>
        <source>Calling %1</source>
        <translation>正在调用 %1</translation>
    </message>
    <message numerus="yes">
        <source>Read text in %1: %n line(s)</source>
        <translation>
            <numerusform>读取了 %1 中的文字：%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Thought, without showing it</source>
        <translation>已思考，内容未公开</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Rotated by %1</source>
        <translation>旋转 %1</translation>
    </message>
    <message>
        <source>Turned upright</source>
        <translation>转正</translation>
    </message>
    <message>
        <source>Mirrored</source>
        <translation>镜像</translation>
    </message>
    <message>
        <source>Straightened</source>
        <translation>拉正</translation>
    </message>
    <message>
        <source>Enhanced</source>
        <translation>增强</translation>
    </message>
    <message>
        <source>Enhanced (%1)</source>
        <translation>增强（%1）</translation>
    </message>
    <message>
        <source>Zoomed</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>executed here</source>
        <translation>在本机执行</translation>
    </message>
    <message>
        <source>reported by the provider</source>
        <translation>由服务商报告</translation>
    </message>
    <message>
        <source>by you</source>
        <translation>由你完成</translation>
    </message>
    <message>
        <source>running</source>
        <translation>进行中</translation>
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
        <translation>失败</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>已拒绝</translation>
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
        <translation>以错误结束</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>超时</translation>
    </message>
    <message>
        <source>met a limit</source>
        <translation>达到上限</translation>
    </message>
    <message>
        <source>You allowed it once</source>
        <translation>你允许了这一次</translation>
    </message>
    <message>
        <source>You allowed exactly this always</source>
        <translation>你始终允许这一条</translation>
    </message>
    <message>
        <source>You edited it</source>
        <translation>你修改了它</translation>
    </message>
    <message>
        <source>You declined</source>
        <translation>你拒绝了</translation>
    </message>
    <message>
        <source>Nobody was there to ask</source>
        <translation>当时没有人可以询问</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>ask one question and print the answer</source>
        <translation>提一个问题并输出回答</translation>
    </message>
    <message>
        <source>say what a recorded answer of an API holds</source>
        <translation>说明录制的 API 回答里有什么</translation>
    </message>
    <message>
        <source>list the tools, or run one</source>
        <translation>列出工具，或运行其中一个</translation>
    </message>
    <message>
        <source>list conversations, or show one</source>
        <translation>列出对话，或显示其中一个</translation>
    </message>
    <message>
        <source>serve the offline assistant on this machine</source>
        <translation>在本机提供离线助手服务</translation>
    </message>
    <message>
        <source>say what works here and what is missing</source>
        <translation>说明哪些功能可用、缺少什么</translation>
    </message>
    <message>
        <source>Usage: vitrine COMMAND [OPTIONS]; vitrine COMMAND --help says more.</source>
        <translation>用法：vitrine COMMAND [OPTIONS]；详情见 vitrine COMMAND --help。</translation>
    </message>
    <message>
        <source>A command is missing; vitrine --help lists them.</source>
        <translation>缺少命令，可用 vitrine --help 查看。</translation>
    </message>
    <message>
        <source>Unknown command &quot;%1&quot;; vitrine --help lists them.</source>
        <translation>未知的命令“%1”，可用 vitrine --help 查看。</translation>
    </message>
    <message>
        <source>connect providers, list, test and remove them</source>
        <translation>连接、列出、测试和移除服务商</translation>
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
        <translation>已有 %1 秒没有收到数据，仍在等待。</translation>
    </message>
    <message>
        <source>The server packs its answer although it was asked not to; nothing was unpacked.</source>
        <translation>已要求服务器不要压缩回答，但它仍然压缩了，因此没有解压。</translation>
    </message>
    <message>
        <source>The address answers with a web page and not with a model&apos;s answer; check the base URL of the provider.</source>
        <translation>这个地址返回的是网页，不是模型的回答，请检查服务商的基础 URL。</translation>
    </message>
    <message>
        <source>The address answers with something that is no model&apos;s answer; check the base URL of the provider.</source>
        <translation>这个地址返回的不是模型的回答，请检查服务商的基础 URL。</translation>
    </message>
    <message>
        <source>%1 does not take the setting %2 here; trying again without it.</source>
        <translation>%1 在这里不支持设置 %2，正在去掉它重试。</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s (try %3 of %4).</source>
        <translation>%1将在 %2 秒后重试（第 %3 次，共 %4 次）。</translation>
    </message>
    <message numerus="yes">
        <source>Fetching %n file(s) that the answer names.</source>
        <translation>
            <numerusform>正在取回回答中提到的 %n 个文件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vitrine::ApprovalBar</name>
    <message>
        <source>Yes, once (Y)</source>
        <translation>允许一次 (Y)</translation>
    </message>
    <message>
        <source>Always this exact command (A)</source>
        <translation>始终允许这条命令 (A)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>修改 (E)</translation>
    </message>
    <message>
        <source>No, and say why (N)</source>
        <translation>不行，说明原因 (N)</translation>
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
        <translation>为什么不行？你写的会转告模型。</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>为什么不行</translation>
    </message>
    <message numerus="yes">
        <source>May this run? (%n more after it)</source>
        <translation>
            <numerusform>可以运行吗？（后面还有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>May this run?</source>
        <translation>可以运行吗？</translation>
    </message>
    <message>
        <source>It holds characters that cannot be seen; they are shown as ⟨U+…⟩.</source>
        <translation>其中有看不见的字符，已显示为 ⟨U+…⟩。</translation>
    </message>
    <message>
        <source>May this run? %1</source>
        <translation>可以运行吗？%1</translation>
    </message>
    <message>
        <source>Run what I wrote</source>
        <translation>运行我改的</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>拒绝</translation>
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
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>vitrine::Composer</name>
    <message>
        <source>Ask anything, or drop pictures and files</source>
        <translation>问点什么，或拖入图片和文件</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Add pictures and files</source>
        <translation>添加图片和文件</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Python</source>
        <translation>Python</translation>
    </message>
    <message>
        <source>Picture tools: rotate, straighten, enhance, zoom and read. They work on this machine.</source>
        <translation>图片工具：旋转、拉正、增强、放大和读取。全部在本机进行。</translation>
    </message>
    <message>
        <source>Python in a sandbox without network, in a folder of its own.</source>
        <translation>沙箱中的 Python，没有网络，只用自己的文件夹。</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>粘贴的图片</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>This picture comes in a form that cannot be pasted; save it as a file and drop that.</source>
        <translation>这张图片的格式无法粘贴，请先存成文件再拖进来。</translation>
    </message>
    <message>
        <source>What was pasted cannot be kept; is the disk full?</source>
        <translation>粘贴的内容无法保存，磁盘是否已满？</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop (Esc)</source>
        <translation>停止 (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送 (Enter)</translation>
    </message>
    <message>
        <source>Suggest</source>
        <translation>先建议</translation>
    </message>
    <message>
        <source>Asks before anything outside its own folder is run or changed.</source>
        <translation>在自己的文件夹以外运行或修改任何东西之前都会询问。</translation>
    </message>
    <message>
        <source>Auto-edit</source>
        <translation>自动编辑</translation>
    </message>
    <message>
        <source>Changes files in the work folder by itself, asks before commands.</source>
        <translation>自行修改工作文件夹里的文件，运行命令前会询问。</translation>
    </message>
    <message>
        <source>Full auto</source>
        <translation>全自动</translation>
    </message>
    <message>
        <source>Runs commands in the sandbox by itself, without network.</source>
        <translation>在没有网络的沙箱里自行运行命令。</translation>
    </message>
    <message>
        <source>Approval mode: %1</source>
        <translation>批准方式：%1</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectChoices</name>
    <message>
        <source>On this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Nothing yet. The offline assistant works without a connection.</source>
        <translation>还没有连接。离线助手无需连接即可使用。</translation>
    </message>
    <message>
        <source>Looking for model servers…</source>
        <translation>正在查找模型服务器…</translation>
    </message>
    <message>
        <source>Nothing answers here. Vitrine looks for Ollama, llama.cpp, LM Studio and vLLM at their usual ports; start one and look again.</source>
        <translation>本机没有服务器应答。Vitrine 会在常用端口上查找 Ollama、llama.cpp、LM Studio 和 vLLM；请启动其中一个，然后重新查找。</translation>
    </message>
    <message>
        <source>Found here; no key is needed.</source>
        <translation>已在本机找到，不需要密钥。</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectForm</name>
    <message>
        <source>Protocol</source>
        <translation>协议</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>基础 URL</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How Vitrine names this connection; another account gets another name.</source>
        <translation>Vitrine 用这个名称称呼此连接；另一个账户请另取名称。</translation>
    </message>
    <message>
        <source>More settings</source>
        <translation>更多设置</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Where the key is kept</source>
        <translation>密钥的保存位置</translation>
    </message>
    <message>
        <source>Test and connect</source>
        <translation>测试并连接</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Put the name of your resource in place of RESOURCE.</source>
        <translation>请把 RESOURCE 换成你的资源名称。</translation>
    </message>
    <message>
        <source>Leave it empty if the server asks for none.</source>
        <translation>如果服务器不要求密钥，请留空。</translation>
    </message>
    <message>
        <source>Keys are made at %1</source>
        <translation>可在 %1 创建密钥</translation>
    </message>
    <message>
        <source>Take it from the environment variable %1</source>
        <translation>从环境变量 %1 读取</translation>
    </message>
    <message>
        <source>Test and save</source>
        <translation>测试并保存</translation>
    </message>
    <message>
        <source>Another key for %1</source>
        <translation>更换 %1 的密钥</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>更少设置</translation>
    </message>
    <message>
        <source>A name has up to 40 small letters, digits, spaces, - and _, and begins with a letter or a digit.</source>
        <translation>名称最多 40 个字符，只能含小写字母、数字、空格、- 和 _，且以字母或数字开头。</translation>
    </message>
    <message>
        <source>A connection of that name is there already; choose another name.</source>
        <translation>已有同名的连接，请换一个名称。</translation>
    </message>
    <message>
        <source>The address still has RESOURCE in it.</source>
        <translation>地址中还留有 RESOURCE。</translation>
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
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>The server lists no models; type the name of one that it has.</source>
        <translation>服务器没有列出模型，请输入它拥有的模型名称。</translation>
    </message>
    <message>
        <source>The server lists no such model; you can still use &quot;%1&quot; if you know that it is there.</source>
        <translation>服务器没有列出这个模型；如果你确定它存在，仍可使用“%1”。</translation>
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
        <translation>连接模型</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>正在向 %1 查询模型…</translation>
    </message>
    <message>
        <source>Saving the key…</source>
        <translation>正在保存密钥…</translation>
    </message>
    <message>
        <source>Asking for its models…</source>
        <translation>正在查询它的模型…</translation>
    </message>
    <message>
        <source>Removing it…</source>
        <translation>正在移除…</translation>
    </message>
    <message>
        <source>%1 is connected. Which model?</source>
        <translation>%1 已连接。用哪个模型？</translation>
    </message>
    <message>
        <source>%1 works. Which model?</source>
        <translation>%1 可用。用哪个模型？</translation>
    </message>
    <message>
        <source>Putting the key into the keyring…</source>
        <translation>正在把密钥存入密钥环…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
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
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>Ask the server for its models</source>
        <translation>向服务器查询模型</translation>
    </message>
    <message>
        <source>Remove the connection and its key</source>
        <translation>移除连接及其密钥</translation>
    </message>
    <message>
        <source>Remove with its key</source>
        <translation>连同密钥一起移除</translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n 个模型</numerusform>
        </translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>Other key for %1</source>
        <translation>更换 %1 的密钥</translation>
    </message>
    <message>
        <source>Ask %1 for its models</source>
        <translation>向 %1 查询模型</translation>
    </message>
    <message>
        <source>Remove %1 and its key</source>
        <translation>移除 %1 及其密钥</translation>
    </message>
    <message>
        <source>Really remove %1 with its key</source>
        <translation>确认移除 %1 及其密钥</translation>
    </message>
</context>
<context>
    <name>vitrine::ConnectionTest</name>
    <message>
        <source>The server answers, but has no list of models at %1; check the base URL.</source>
        <translation>服务器有应答，但 %1 处没有模型列表，请检查基础 URL。</translation>
    </message>
    <message>
        <source>%1 answers, but not with a list of models; check the base URL and the protocol.</source>
        <translation>%1 有应答，但返回的不是模型列表，请检查基础 URL 和协议。</translation>
    </message>
</context>
<context>
    <name>vitrine::Connections</name>
    <message>
        <source>A connection &quot;%1&quot; is there already; remove it first, or choose another name.</source>
        <translation>已有名为“%1”的连接，请先移除它或换一个名称。</translation>
    </message>
    <message>
        <source>An environment variable&apos;s name has letters, digits and _ only.</source>
        <translation>环境变量的名称只能含字母、数字和 _。</translation>
    </message>
</context>
<context>
    <name>vitrine::ContextBar</name>
    <message>
        <source>Summarise and go on</source>
        <translation>总结后继续</translation>
    </message>
    <message>
        <source>The model writes a summary that stands for everything before it. The original stays here and can be read.</source>
        <translation>模型会写一份总结来代替此前的全部内容。原文仍留在这里，随时可读。</translation>
    </message>
    <message>
        <source>Leave out earlier outputs</source>
        <translation>略去先前的输出</translation>
    </message>
    <message>
        <source>Outputs of tools and pictures of earlier messages are not sent again. They stay here.</source>
        <translation>先前消息的工具输出和图片不再发送，但仍留在这里。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不</translation>
    </message>
    <message>
        <source>The conversation no longer fits into the model&apos;s window. Nothing was cut; choose what to do.</source>
        <translation>对话已超出模型的上下文窗口。没有删减任何内容，请选择如何处理。</translation>
    </message>
    <message>
        <source>The model&apos;s window is nearly full: %1 of %2 tokens. Choose what to do before it overflows.</source>
        <translation>模型的上下文窗口快满了：已用 %1 / %2 个 token。请在溢出前选择如何处理。</translation>
    </message>
</context>
<context>
    <name>vitrine::ConversationList</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>已置顶</translation>
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
        <translation>对话</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>对话内容</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>What does it say?</source>
        <translation>上面写了什么？</translation>
    </message>
    <message>
        <source>What is in this table?</source>
        <translation>这个表格里有什么？</translation>
    </message>
    <message>
        <source>Offline assistant</source>
        <translation>离线助手</translation>
    </message>
    <message>
        <source>Summarise the conversation so far.</source>
        <translation>总结到目前为止的对话。</translation>
    </message>
    <message>
        <source>The budget of this conversation, %1, is used up; raise it under Settings to go on.</source>
        <translation>此对话的预算 %1 已用完；要继续，请在“设置”中提高预算。</translation>
    </message>
</context>
<context>
    <name>vitrine::DropOverlay</name>
    <message>
        <source>Drop pictures and files to add them to your message</source>
        <translation>松开即可把图片和文件加入消息</translation>
    </message>
</context>
<context>
    <name>vitrine::EmptyState</name>
    <message>
        <source>Ask, and watch how the answer is made.</source>
        <translation>提问，并看着答案如何得出。</translation>
    </message>
    <message>
        <source>Read a whiteboard</source>
        <translation>读取白板</translation>
    </message>
    <message>
        <source>Turns, straightens and reads a sample photo. Or drop your own.</source>
        <translation>转正、拉平并读取一张示例照片。也可以拖入自己的。</translation>
    </message>
    <message>
        <source>Analyse a table</source>
        <translation>分析表格</translation>
    </message>
    <message>
        <source>Profiles a sample CSV with Python and draws its charts.</source>
        <translation>用 Python 概览一个示例 CSV，并画出图表。</translation>
    </message>
    <message>
        <source>Check an answer</source>
        <translation>核对回答</translation>
    </message>
    <message>
        <source>Comparing what is claimed with what was run comes in a later version.</source>
        <translation>将回答所说与实际运行的内容相对照，会在以后的版本提供。</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>连接模型</translation>
    </message>
    <message>
        <source>OpenAI, Claude, Gemini, or a server on this machine. The offline assistant needs none.</source>
        <translation>OpenAI、Claude、Gemini 或本机上的服务器。离线助手不需要模型。</translation>
    </message>
</context>
<context>
    <name>vitrine::Engine</name>
    <message>
        <source>An answer is still being made in this conversation; stop it or wait for its end.</source>
        <translation>这个对话的回答还在生成，请停止它或等它结束。</translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>在发送任何内容之前已停止。</translation>
    </message>
</context>
<context>
    <name>vitrine::FileFetcher</name>
    <message>
        <source>%1 could not be fetched: the server answered %2.</source>
        <translation>无法取回 %1：服务器返回了 %2。</translation>
    </message>
    <message>
        <source>%1 could not be fetched: %2</source>
        <translation>无法取回 %1：%2</translation>
    </message>
</context>
<context>
    <name>vitrine::FilesPanel</name>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Files that you add and files that code makes appear here and can be saved.</source>
        <translation>你添加的文件和代码生成的文件会出现在这里，可以保存。</translation>
    </message>
    <message>
        <source>made here</source>
        <translation>在此生成</translation>
    </message>
    <message>
        <source>added by you</source>
        <translation>由你添加</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>保存 %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>vitrine::HttpExchange</name>
    <message>
        <source>Nothing answers at %1; check that the server runs and the address is right.</source>
        <translation>%1 没有应答，请检查服务器是否在运行、地址是否正确。</translation>
    </message>
    <message>
        <source>The host %1 was not found; check the address and the network.</source>
        <translation>找不到主机 %1，请检查地址和网络。</translation>
    </message>
    <message>
        <source>The identity of %1 could not be verified, so nothing was sent (%2).</source>
        <translation>无法验证 %1 的身份，因此没有发送任何内容（%2）。</translation>
    </message>
    <message>
        <source>%1 took too long to answer; try again.</source>
        <translation>%1 应答超时，请重试。</translation>
    </message>
    <message>
        <source>The proxy wants a user name and a password; put them into the proxy&apos;s address.</source>
        <translation>代理要求用户名和密码，请写入代理地址。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 cannot be used; check its address.</source>
        <translation>通往 %1 的代理无法使用，请检查它的地址。</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP as expected; check the address.</source>
        <translation>%1 的 HTTP 应答不符合预期，请检查地址。</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer was complete; try again.</source>
        <translation>回答未完成时与 %1 的连接就断开了，请重试。</translation>
    </message>
    <message>
        <source>The address of the provider is not a web address; it begins with https://.</source>
        <translation>服务商的地址不是网址，应以 https:// 开头。</translation>
    </message>
    <message>
        <source>The address http://%1 is not encrypted; use https, or allow it for this provider if the network is your own.</source>
        <translation>地址 http://%1 没有加密，请使用 https；如果网络是你自己的，也可为此服务商允许它。</translation>
    </message>
    <message>
        <source>The answer is larger than %1 MB and was cut off; something is wrong with the server.</source>
        <translation>回答超过 %1 MB，已被截断；服务器可能有问题。</translation>
    </message>
    <message>
        <source>The server sends us elsewhere in a way that cannot be followed; check the base URL of the provider.</source>
        <translation>服务器的重定向无法跟随，请检查服务商的基础 URL。</translation>
    </message>
    <message>
        <source>The server sends us to an address that is not encrypted; check the base URL of the provider.</source>
        <translation>服务器重定向到了未加密的地址，请检查服务商的基础 URL。</translation>
    </message>
    <message>
        <source>The server sends us from one address to the next without end; check the base URL of the provider.</source>
        <translation>服务器在不停地重定向，请检查服务商的基础 URL。</translation>
    </message>
    <message>
        <source>%1 could not be reached within %2 s; check the address and the network.</source>
        <translation>%2 秒内未能连上 %1，请检查地址和网络。</translation>
    </message>
    <message>
        <source>Nothing has arrived for %1 s, so the connection was closed; try again.</source>
        <translation>已有 %1 秒没有收到数据，连接已关闭，请重试。</translation>
    </message>
</context>
<context>
    <name>vitrine::HttpGet</name>
    <message>
        <source>Nothing answers at %1; check that the server runs and the address is right.</source>
        <translation>%1 没有应答，请检查服务器是否在运行、地址是否正确。</translation>
    </message>
    <message>
        <source>The host %1 was not found; check the address and the network.</source>
        <translation>找不到主机 %1，请检查地址和网络。</translation>
    </message>
    <message>
        <source>The identity of %1 could not be verified, so nothing was sent (%2).</source>
        <translation>无法验证 %1 的身份，因此没有发送任何内容（%2）。</translation>
    </message>
    <message>
        <source>%1 took too long to answer; try again.</source>
        <translation>%1 应答超时，请重试。</translation>
    </message>
    <message>
        <source>%1 does not speak HTTP as expected; check the address.</source>
        <translation>%1 的 HTTP 应答不符合预期，请检查地址。</translation>
    </message>
    <message>
        <source>The proxy on the way to %1 cannot be used; check its address.</source>
        <translation>通往 %1 的代理无法使用，请检查它的地址。</translation>
    </message>
    <message>
        <source>The connection to %1 broke before the answer was complete; try again.</source>
        <translation>回答未完成时与 %1 的连接就断开了，请重试。</translation>
    </message>
    <message>
        <source>%1 could not be reached in time; check the address and the network.</source>
        <translation>未能及时连上 %1，请检查地址和网络。</translation>
    </message>
    <message>
        <source>The answer of %1 is larger than %2 MB and was cut off; something is wrong with the server.</source>
        <translation>%1 的应答超过 %2 MB，已被截断；服务器可能有问题。</translation>
    </message>
    <message>
        <source>%1 sends us on to %2, which was not followed; if that is right, make it the base URL.</source>
        <translation>%1 重定向到 %2，没有跟随；如果正确，请把它设为基础 URL。</translation>
    </message>
    <message>
        <source>an address that makes no sense</source>
        <translation>无法理解的地址</translation>
    </message>
    <message>
        <source>%1 sends us from one address to the next without end; check the base URL.</source>
        <translation>%1 在不停地重定向，请检查基础 URL。</translation>
    </message>
</context>
<context>
    <name>vitrine::IPythonSession</name>
    <message>
        <source>Stopped before it ran.</source>
        <translation>运行之前已停止。</translation>
    </message>
</context>
<context>
    <name>vitrine::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>vitrine::ImagerWorker</name>
    <message>
        <source>The picture program could not be started; close some files and try again.</source>
        <translation>无法启动图片程序，请关闭一些文件后重试。</translation>
    </message>
    <message>
        <source>The picture program ended unexpectedly; try again, or try another picture.</source>
        <translation>图片程序意外结束，请重试或换一张图片。</translation>
    </message>
    <message>
        <source>The picture took too long and was given up; try a smaller part of it.</source>
        <translation>图片处理超时，已放弃，请试试较小的部分。</translation>
    </message>
    <message>
        <source>The picture program gave an answer that makes no sense; try again.</source>
        <translation>图片程序给出的应答无法理解，请重试。</translation>
    </message>
</context>
<context>
    <name>vitrine::ImagesPanel</name>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Pictures that you add, and those made from them, appear here with their descent.</source>
        <translation>你添加的图片和由它们得来的图片会出现在这里，连同来历。</translation>
    </message>
    <message>
        <source>Pictures and what they were made from</source>
        <translation>图片及其来历</translation>
    </message>
</context>
<context>
    <name>vitrine::KeyField</name>
    <message>
        <source>Show the key</source>
        <translation>显示密钥</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>粘贴密钥</translation>
    </message>
    <message>
        <source>Hide the key</source>
        <translation>隐藏密钥</translation>
    </message>
</context>
<context>
    <name>vitrine::KeyPlaces</name>
    <message>
        <source>key in the keyring</source>
        <translation>密钥在密钥环中</translation>
    </message>
    <message>
        <source>key in the keyring (%1)</source>
        <translation>密钥在密钥环中（%1）</translation>
    </message>
    <message>
        <source>key for one session only</source>
        <translation>密钥仅用于一次会话</translation>
    </message>
    <message>
        <source>key in a file, not encrypted</source>
        <translation>密钥在文件中，未加密</translation>
    </message>
    <message>
        <source>key from the environment variable %1</source>
        <translation>密钥来自环境变量 %1</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>没有密钥</translation>
    </message>
    <message>
        <source>For this session only (asked again next time)</source>
        <translation>仅用于本次会话（下次会再次询问）</translation>
    </message>
    <message>
        <source>In a file that only you can read, not encrypted</source>
        <translation>保存在只有你能读取的文件中，不加密</translation>
    </message>
    <message>
        <source>Yes, keep it where it is not encrypted</source>
        <translation>是的，不加密保存</translation>
    </message>
    <message>
        <source>In the keyring (asking whether there is one…)</source>
        <translation>保存在密钥环中（正在查询是否可用…）</translation>
    </message>
    <message>
        <source>In the keyring (%1)</source>
        <translation>保存在密钥环中（%1）</translation>
    </message>
    <message>
        <source>In the keyring</source>
        <translation>保存在密钥环中</translation>
    </message>
    <message>
        <source>Say yes to a file that is not encrypted, or choose another place.</source>
        <translation>请确认保存到不加密的文件，或选择其他位置。</translation>
    </message>
</context>
<context>
    <name>vitrine::KeyStore</name>
    <message>
        <source>%1 Enter the key of &quot;%2&quot; again.</source>
        <translation>%1请重新输入“%2”的密钥。</translation>
    </message>
    <message>
        <source>Its key was entered for %1, and the base URL now leads to %2.</source>
        <translation>它的密钥是为 %1 输入的，而基础 URL 现在指向 %2。</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; now comes from the keyring %2; it was put into %3.</source>
        <translation>“%1”的密钥现在来自密钥环 %2，当初存入的是 %3。</translation>
    </message>
    <message>
        <source>Its key was put into the keyring %1, and now %2 answers, which does not have it.</source>
        <translation>它的密钥存入了密钥环 %1，而现在应答的是 %2，其中没有它。</translation>
    </message>
    <message>
        <source>The keyring does not have its key.</source>
        <translation>密钥环中没有它的密钥。</translation>
    </message>
    <message>
        <source>The key file does not have its key.</source>
        <translation>密钥文件中没有它的密钥。</translation>
    </message>
    <message>
        <source>The key of &quot;%1&quot; is not encrypted: it lies in %2.</source>
        <translation>“%1”的密钥没有加密，存放在 %2。</translation>
    </message>
    <message>
        <source>Its key was kept for one session only, and that has ended.</source>
        <translation>它的密钥只在一次会话中保留，那次会话已经结束。</translation>
    </message>
    <message>
        <source>The environment variable %1, which holds the key of &quot;%2&quot;, is not set; set it and start Vitrine again.</source>
        <translation>存放“%2”密钥的环境变量 %1 没有设置，请设置后重新启动 Vitrine。</translation>
    </message>
    <message>
        <source>A key is kept in the keyring, in a file or for this session; nowhere else.</source>
        <translation>密钥只能保存在密钥环、文件或本次会话中。</translation>
    </message>
    <message>
        <source>The base URL of &quot;%1&quot; is not a web address, so its key could go nowhere.</source>
        <translation>“%1”的基础 URL 不是网址，密钥无处可用。</translation>
    </message>
    <message>
        <source>In a file the key is not encrypted: whoever reads your files reads it. Nothing was saved without your yes.</source>
        <translation>文件中的密钥不加密：能读你文件的人都能读到它。未经你同意，没有保存任何内容。</translation>
    </message>
</context>
<context>
    <name>vitrine::Keyring</name>
    <message>
        <source>This session has no keyring that answers; use an environment variable for the key, or keep it for this session only.</source>
        <translation>此会话没有可用的密钥环；请用环境变量提供密钥，或只在本次会话中保留。</translation>
    </message>
    <message>
        <source>The keyring is locked, so nobody knows which keys it has; unlock it (the desktop&apos;s password store) and try again.</source>
        <translation>密钥环已锁定，无法得知其中有哪些密钥；请解锁（在桌面的密码管理器中）后重试。</translation>
    </message>
    <message>
        <source>The keyring denied access; allow it for Vitrine in the desktop&apos;s password store.</source>
        <translation>密钥环拒绝了访问，请在桌面的密码管理器中允许 Vitrine 访问。</translation>
    </message>
    <message>
        <source>The keyring failed; look into the desktop&apos;s password store, or use an environment variable for the key.</source>
        <translation>密钥环出错，请查看桌面的密码管理器，或用环境变量提供密钥。</translation>
    </message>
    <message>
        <source>The keyring did not answer in time; see whether it waits for its password, and try again.</source>
        <translation>密钥环没有及时应答，请看它是否在等待输入密码，然后重试。</translation>
    </message>
</context>
<context>
    <name>vitrine::LinkPrompt</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Write to %1?</source>
        <translation>给 %1 写邮件吗？</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>打开 %1 吗？</translation>
    </message>
</context>
<context>
    <name>vitrine::LocalContext</name>
    <message>
        <source>The folder %1 cannot be made; check the free space and its permissions.</source>
        <translation>无法建立文件夹 %1，请检查剩余空间和权限。</translation>
    </message>
</context>
<context>
    <name>vitrine::LocalServerRow</name>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>连接 %1</translation>
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
        <translation>使用 OpenAI 协议的服务器</translation>
    </message>
</context>
<context>
    <name>vitrine::MainWindow</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>About Vitrine</source>
        <translation>关于 Vitrine</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Pin or unpin</source>
        <translation>置顶或取消置顶</translation>
    </message>
    <message>
        <source>Copy all as Markdown</source>
        <translation>全部复制为 Markdown</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Vitrine %1

A desktop client for reasoning models that shows its work.
Licensed under Apache-2.0.</source>
        <translation>Vitrine %1

展示推理过程的桌面客户端。
以 Apache-2.0 许可发布。</translation>
    </message>
    <message>
        <source>Models and connections</source>
        <translation>模型和连接</translation>
    </message>
    <message>
        <source>Budget of a conversation</source>
        <translation>单个对话的预算</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>A conversation that has cost as much pauses. Only models whose price is known are counted.</source>
        <translation>对话花费达到此数额时会暂停。只计算已知价格的模型。</translation>
    </message>
</context>
<context>
    <name>vitrine::MemoryConnections</name>
    <message>
        <source>Nothing answers at %1; check that the server runs and the address is right.</source>
        <translation>%1 没有应答，请检查服务器是否在运行、地址是否正确。</translation>
    </message>
    <message>
        <source>This session has no keyring.</source>
        <translation>此会话没有密钥环。</translation>
    </message>
</context>
<context>
    <name>vitrine::ModelControls</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Offline assistant</source>
        <translation>离线助手</translation>
    </message>
    <message>
        <source>Who answers: %1</source>
        <translation>由谁回答：%1</translation>
    </message>
    <message>
        <source>Who answers (Ctrl+M)</source>
        <translation>由谁回答 (Ctrl+M)</translation>
    </message>
    <message>
        <source>The model may search the web; the provider does it, not this machine.</source>
        <translation>模型可以搜索网络，由服务商进行，不经本机。</translation>
    </message>
    <message>
        <source>The offline assistant has no network. Connect a model to search the web.</source>
        <translation>离线助手没有网络。连接模型后才能搜索网络。</translation>
    </message>
    <message>
        <source>This model offers no web search.</source>
        <translation>这个模型不提供网络搜索。</translation>
    </message>
    <message>
        <source>How long the model thinks before it answers</source>
        <translation>模型回答前思考多久</translation>
    </message>
    <message>
        <source>The offline assistant follows rules and cannot think longer. Connect a model to choose how long it thinks.</source>
        <translation>离线助手按规则工作，不能思考得更久。连接模型后才能选择思考多久。</translation>
    </message>
    <message>
        <source>How long this model thinks cannot be chosen.</source>
        <translation>不能选择这个模型思考多久。</translation>
    </message>
    <message>
        <source>As the model does by itself</source>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>By itself (%1)</source>
        <translation>由模型决定（%1）</translation>
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
        <translation>离线助手</translation>
    </message>
    <message>
        <source>Rules, not a language model; no key, no network, no cost</source>
        <translation>规则，而不是语言模型；不需要密钥和网络，不收费</translation>
    </message>
    <message>
        <source>Favourites</source>
        <translation>收藏</translation>
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
        <translation>搜索模型</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>连接模型…</translation>
    </message>
    <message>
        <source>Ask the servers for their models</source>
        <translation>从服务器刷新模型列表</translation>
    </message>
</context>
<context>
    <name>vitrine::MoreFields</name>
    <message>
        <source>Default model</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>Empty: the one that you choose after the test.</source>
        <translation>留空：使用测试后选择的模型。</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Header that carries the key</source>
        <translation>存放密钥的请求头</translation>
    </message>
    <message>
        <source>Empty: the usual one.</source>
        <translation>留空：使用通常的请求头。</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>额外的请求头</translation>
    </message>
    <message>
        <source>One a line, as NAME: VALUE. They are kept in the open: no secrets.</source>
        <translation>每行一个，格式为 NAME: VALUE。它们以明文保存，请勿填写机密。</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Such as socks5://127.0.0.1:1080. Empty: as the environment says.</source>
        <translation>例如 socks5://127.0.0.1:1080 。留空：按环境变量的设置。</translation>
    </message>
    <message>
        <source>Allow http:// to another machine</source>
        <translation>允许用 http:// 连接其他机器</translation>
    </message>
    <message>
        <source>Your key and your words then travel in the open: only for a network that is your own.</source>
        <translation>这样你的密钥和内容会以明文传输，只适用于你自己的网络。</translation>
    </message>
</context>
<context>
    <name>vitrine::OfflineServer</name>
    <message>
        <source>The offline assistant cannot listen on 127.0.0.1 port %1: %2. Choose another port.</source>
        <translation>离线助手无法监听 127.0.0.1 的端口 %1：%2。请选择别的端口。</translation>
    </message>
</context>
<context>
    <name>vitrine::PageHeader</name>
    <message>
        <source>Show the conversations</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>Show the conversations (Ctrl+B)</source>
        <translation>显示对话列表 (Ctrl+B)</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Begin a new conversation (Ctrl+N)</source>
        <translation>开始新的对话 (Ctrl+N)</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Show what was done</source>
        <translation>显示过程</translation>
    </message>
    <message>
        <source>Show timeline, images and files (Ctrl+J)</source>
        <translation>显示时间线、图像和文件 (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>vitrine::PayloadPanel</name>
    <message>
        <source>Copy as cURL</source>
        <translation>复制为 cURL</translation>
    </message>
    <message>
        <source>Copy the request as a cURL command; the key is not in it</source>
        <translation>将请求复制为 cURL 命令，不含密钥</translation>
    </message>
    <message>
        <source>What is sent to a provider and what comes back appears here, word for word and without the key, as long as the program runs.</source>
        <translation>程序运行期间，发送给服务商和从服务商收到的内容会原样出现在这里，不含密钥。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>已接收</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>标头</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>收发内容</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureLoader</name>
    <message>
        <source>The picture came back in a form that cannot be shown.</source>
        <translation>返回的图片格式无法显示。</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>无法显示这张图片。</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureOverlay</name>
    <message>
        <source>Picture viewer</source>
        <translation>图片查看器</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureViewer</name>
    <message>
        <source>On the original</source>
        <translation>在原图上</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>图片本身</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Fit into the view (0)</source>
        <translation>适合窗口大小 (0)</translation>
    </message>
    <message>
        <source>Actual size</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>One pixel of the picture a pixel of the screen (1)</source>
        <translation>图片的一个像素对应屏幕的一个像素 (1)</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>No picture is chosen.</source>
        <translation>没有选择图片。</translation>
    </message>
    <message>
        <source>%1 outlined on %2</source>
        <translation>%2 上标出的 %1</translation>
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
        <translation>一个密钥，多种模型</translation>
    </message>
    <message>
        <source>open models, fast</source>
        <translation>开放模型，速度快</translation>
    </message>
    <message>
        <source>any address</source>
        <translation>任意地址</translation>
    </message>
</context>
<context>
    <name>vitrine::RightPanel</name>
    <message>
        <source>What was done</source>
        <translation>过程</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Hide what was done</source>
        <translation>隐藏过程</translation>
    </message>
    <message>
        <source>Hide this pane (Ctrl+J)</source>
        <translation>隐藏此面板 (Ctrl+J)</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>收发内容</translation>
    </message>
</context>
<context>
    <name>vitrine::SandboxDoctor</name>
    <message>
        <source>The program bwrap is not in PATH.</source>
        <translation>PATH 中没有程序 bwrap。</translation>
    </message>
    <message>
        <source>Code runs without network, capabilities or sight of your files.</source>
        <translation>代码在没有网络、没有特权、看不到你的文件的环境中运行。</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 不存在。</translation>
    </message>
    <message>
        <source>Not asked: there is no sandbox to ask it in.</source>
        <translation>未检查：没有可用于检查的沙箱。</translation>
    </message>
    <message>
        <source>The interpreter did not start.</source>
        <translation>解释器没有启动。</translation>
    </message>
    <message>
        <source>The Python module %1 is not installed.</source>
        <translation>没有安装 Python 模块 %1。</translation>
    </message>
    <message>
        <source>Mend the sandbox first.</source>
        <translation>请先修复沙箱。</translation>
    </message>
</context>
<context>
    <name>vitrine::Settings</name>
    <message>
        <source>The settings could not be read; they were set aside as %1 and begin anew.</source>
        <translation>无法读取设置，已另存为 %1 并重新开始。</translation>
    </message>
    <message>
        <source>The settings come from a newer version of the program; changes are not kept.</source>
        <translation>设置来自更新的版本，更改不会保存。</translation>
    </message>
</context>
<context>
    <name>vitrine::Sidebar</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>对话列表</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Begin a new conversation (Ctrl+N)</source>
        <translation>开始新的对话 (Ctrl+N)</translation>
    </message>
    <message>
        <source>Hide the conversations</source>
        <translation>隐藏对话列表</translation>
    </message>
    <message>
        <source>Hide the conversations (Ctrl+B)</source>
        <translation>隐藏对话列表 (Ctrl+B)</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search the conversations</source>
        <translation>搜索对话</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>已删除“%1”。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>vitrine::SingleInstance</name>
    <message>
        <source>The profile %1 cannot be written.</source>
        <translation>配置文件夹 %1 无法写入。</translation>
    </message>
    <message>
        <source>Another window of this profile is open but does not answer; close it, or choose another profile with VITRINE_PROFILE.</source>
        <translation>此配置的另一个窗口已打开，但没有响应；请关闭它，或用 VITRINE_PROFILE 选择别的配置。</translation>
    </message>
</context>
<context>
    <name>vitrine::StepDetails</name>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Output, the %1 of %2 that the model was given</source>
        <translation>输出（共 %2，模型得到 %1）</translation>
    </message>
    <message>
        <source>Output, %1</source>
        <translation>输出，%1</translation>
    </message>
    <message>
        <source>exit status %1</source>
        <translation>退出状态 %1</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>made %1 (%2)</source>
        <translation>生成了 %1（%2）</translation>
    </message>
</context>
<context>
    <name>vitrine::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Each step of an answer appears here while it happens: what was thought, run, and seen.</source>
        <translation>回答的每一步会在发生时出现在这里：想了什么、运行了什么、看到了什么。</translation>
    </message>
    <message numerus="yes">
        <source>Show %n earlier step(s)</source>
        <translation>
            <numerusform>显示之前的 %n 个步骤</numerusform>
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
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy answer as Markdown</source>
        <translation>将回答复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy link address</source>
        <translation>复制链接地址</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
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
        <translation>没有可发送的内容：请写下问题或添加文件。</translation>
    </message>
    <message>
        <source>The model asked for %1 rounds of tools without coming to an answer; ask it to go on if you want more.</source>
        <translation>模型已连续 %1 轮调用工具，仍未给出回答；想继续的话，请让它接着做。</translation>
    </message>
    <message>
        <source>The server ended its answer before it was complete; try again.</source>
        <translation>服务器未完成回答就结束了，请重试。</translation>
    </message>
    <message>
        <source>The server reported that the answer failed; try again.</source>
        <translation>服务器报告回答失败，请重试。</translation>
    </message>
    <message>
        <source>The answer reached the limit of its length.</source>
        <translation>回答达到了长度上限。</translation>
    </message>
    <message>
        <source>The provider&apos;s content filter ended the answer.</source>
        <translation>服务商的内容过滤器中止了回答。</translation>
    </message>
    <message>
        <source>The provider ended the answer early: %1.</source>
        <translation>服务商提前结束了回答：%1。</translation>
    </message>
    <message>
        <source>Stopped before anything was sent.</source>
        <translation>在发送任何内容之前已停止。</translation>
    </message>
    <message>
        <source>Stopped by you.</source>
        <translation>已由你停止。</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier message(s), for which the summary stands</source>
        <translation>
            <numerusform>%n 条先前的消息（由总结代替）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n output(s)</source>
        <translation>
            <numerusform>%n 份输出</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent to the model again: %1.</source>
        <translation>没有再次发送给模型：%1。</translation>
    </message>
    <message>
        <source>The budget is used up, so nothing more was asked; raise it in the settings and ask the model to go on.</source>
        <translation>预算已用完，因此没有继续请求；请在设置中提高预算，再让模型继续。</translation>
    </message>
</context>
<context>
    <name>vitrine::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
</TS>
