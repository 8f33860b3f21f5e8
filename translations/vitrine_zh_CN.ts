<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
        <translation>这里应当是一个 JSON 对象 {...}。</translation>
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
    <name>Profile</name>
    <message>
        <source>The folder %1 cannot be made or kept private; choose another with VITRINE_PROFILE.</source>
        <translation>无法建立文件夹 %1 或将其设为私有，请用 VITRINE_PROFILE 选择别的文件夹。</translation>
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
        <translation>第一季度的销售</translation>
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
        <translation>温度记录里的异常值</translation>
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
        <translation>这个回答被中断了。</translation>
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
        <translation>在 %1 中找了条码</translation>
    </message>
    <message>
        <source>Looking for barcodes in %1</source>
        <translation>正在 %1 中找条码</translation>
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
        <translation>思考过，但没有展示</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Searched the web</source>
        <translation>搜索了网络</translation>
    </message>
    <message>
        <source>The provider ran %1</source>
        <translation>服务商运行了 %1</translation>
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
        <source>Usage: vitrine decode --api responses FILE.</source>
        <translation>用法：vitrine decode --api responses FILE。</translation>
    </message>
</context>
<context>
    <name>vitrine::ApprovalBar</name>
    <message>
        <source>Yes, once (Y)</source>
        <translation>这次可以 (Y)</translation>
    </message>
    <message>
        <source>Always this exact command (A)</source>
        <translation>这条命令始终可以 (A)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>修改 (E)</translation>
    </message>
    <message>
        <source>No, and say why (N)</source>
        <translation>不行，并说明原因 (N)</translation>
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
        <translation>为什么不行？会告诉模型。</translation>
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
        <translation>运行我写的</translation>
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
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Offline assistant</source>
        <translation>离线助手</translation>
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
        <source>The offline assistant follows rules and cannot think longer. Connect a model to choose how long it thinks.</source>
        <translation>离线助手按规则工作，不能思考得更久。连接模型后才能选择思考多久。</translation>
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
        <source>Rules, not a language model: reads pictures, analyses tables and computes, with no key and no network.</source>
        <translation>规则，而不是语言模型：读图片、分析表格、做计算，不需要密钥，也不需要网络。</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>连接模型…</translation>
    </message>
    <message>
        <source>Other models cannot be connected in this version yet.</source>
        <translation>这个版本还不能连接其他模型。</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>由谁回答</translation>
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
        <source>%1 tokens</source>
        <translation>%1 个 token</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>不收费</translation>
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
        <translation>读一块白板</translation>
    </message>
    <message>
        <source>Turns, straightens and reads a sample photo. Or drop your own.</source>
        <translation>转正、拉平并读取一张示例照片。也可以拖入自己的。</translation>
    </message>
    <message>
        <source>Analyse a table</source>
        <translation>分析一个表格</translation>
    </message>
    <message>
        <source>Profiles a sample CSV with Python and draws its charts.</source>
        <translation>用 Python 概览一个示例 CSV，并画出图表。</translation>
    </message>
    <message>
        <source>Check an answer</source>
        <translation>核对一个回答</translation>
    </message>
    <message>
        <source>Comparing what is claimed with what was run comes in a later version.</source>
        <translation>把说过的和真正运行过的相对照，将在以后的版本提供。</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>连接模型</translation>
    </message>
    <message>
        <source>Other models come in a later version. The offline assistant needs none.</source>
        <translation>其他模型将在以后的版本提供。离线助手不需要模型。</translation>
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
    <name>vitrine::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
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
        <translation>显示做了什么</translation>
    </message>
    <message>
        <source>Show timeline, images and files (Ctrl+J)</source>
        <translation>显示时间线、图像和文件 (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureLoader</name>
    <message>
        <source>The picture came back in a form that cannot be shown.</source>
        <translation>图片返回的格式无法显示。</translation>
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
        <translation>%1 在 %2 上的轮廓</translation>
    </message>
</context>
<context>
    <name>vitrine::RightPanel</name>
    <message>
        <source>What was done</source>
        <translation>做了什么</translation>
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
        <translation>隐藏做了什么</translation>
    </message>
    <message>
        <source>Hide this pane (Ctrl+J)</source>
        <translation>隐藏此面板 (Ctrl+J)</translation>
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
        <translation>推理</translation>
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
    <name>vitrine::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
</TS>
