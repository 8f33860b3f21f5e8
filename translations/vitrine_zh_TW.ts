<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
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
    <name>FileBlobStore</name>
    <message>
        <source>The disk is full; make room and try again.</source>
        <translation>磁碟已滿，請騰出空間後重試。</translation>
    </message>
    <message>
        <source>The file could not be kept in the profile folder (%1).</source>
        <translation>檔案無法儲存到設定資料夾（%1）。</translation>
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
        <translation>第 %1 位元組處不是有效的 JSON：%2。</translation>
    </message>
    <message>
        <source>A JSON object {...} was expected.</source>
        <translation>這裡應當是一個 JSON 物件 {...}。</translation>
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
    <name>Profile</name>
    <message>
        <source>The folder %1 cannot be made or kept private; choose another with VITRINE_PROFILE.</source>
        <translation>無法建立資料夾 %1 或將其設為私有，請用 VITRINE_PROFILE 選擇別的資料夾。</translation>
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
        <translation>辨認實驗記錄本</translation>
    </message>
    <message>
        <source>Sales of the first quarter</source>
        <translation>第一季的銷售</translation>
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
        <translation>溫度記錄裡的離群值</translation>
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
        <translation>無法寫入對話：資料夾或檔案是唯讀的。請設為可寫後重新啟動。</translation>
    </message>
    <message>
        <source>The file of conversations cannot be opened; check that its folder exists and can be written.</source>
        <translation>無法開啟對話檔案，請檢查它的資料夾是否存在且可寫。</translation>
    </message>
    <message>
        <source>The file of conversations is damaged. Start the program again: it keeps the file and recovers what can be read.</source>
        <translation>對話檔案已損壞。請重新啟動程式：它會保留該檔案，並復原還能讀取的內容。</translation>
    </message>
    <message>
        <source>This does not fit what is stored: the conversation or its turn is no longer there, or it was stored before.</source>
        <translation>這與已存的內容不符：對話或其中的回合已不存在，或先前已經儲存過。</translation>
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
        <translation>設定資料夾 %1 無法寫入，請設為可寫或選擇別的資料夾。</translation>
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
        <translation>無法把損壞的對話檔案移到一旁；請把它的資料夾設為可寫，或手動移走 %1。</translation>
    </message>
    <message>
        <source>The copy of the conversations that is made before an update could not be written to %1.</source>
        <translation>更新前的對話備份無法寫入 %1。</translation>
    </message>
    <message>
        <source>The file of conversations belongs to another program; move it away or choose another profile folder.</source>
        <translation>這個對話檔案屬於別的程式，請移走它或選擇別的設定資料夾。</translation>
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
        <translation>無法建立設定資料夾 %1，請檢查它的上層資料夾或選擇別的資料夾。</translation>
    </message>
    <message>
        <source>The file of conversations was missing, only its journal was there. The journal was kept as %1; a new file was begun.</source>
        <translation>對話檔案遺失，只剩下它的日誌。日誌已保留為 %1，並開始了一個新檔案。</translation>
    </message>
    <message>
        <source>The conversations were brought to a new format; the old file was kept as %1.</source>
        <translation>對話已轉換為新格式，舊檔案保留為 %1。</translation>
    </message>
    <message>
        <source>The conversations have an older format and cannot be brought up to date, because %1 cannot be written. Make it writable.</source>
        <translation>對話是舊格式，但 %1 無法寫入，因此不能更新。請將其設為可寫。</translation>
    </message>
    <message>
        <source>The profile folder %1 cannot be written: conversations can be read, but nothing new is kept.</source>
        <translation>設定資料夾 %1 無法寫入：可以閱讀對話，但不會儲存新的內容。</translation>
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
        <translation>這個回答被中斷了。</translation>
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
        <translation>在 %1 中找了條碼</translation>
    </message>
    <message>
        <source>Looking for barcodes in %1</source>
        <translation>正在 %1 中找條碼</translation>
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
        <translation>思考過，但沒有展示</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>正在思考</translation>
    </message>
    <message>
        <source>Searched the web</source>
        <translation>搜尋了網路</translation>
    </message>
    <message>
        <source>The provider ran %1</source>
        <translation>服務商執行了 %1</translation>
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
        <translation>由服務商回報</translation>
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
        <source>Usage: vitrine decode --api responses FILE.</source>
        <translation>用法：vitrine decode --api responses FILE。</translation>
    </message>
</context>
<context>
    <name>vitrine::ApprovalBar</name>
    <message>
        <source>Yes, once (Y)</source>
        <translation>這次可以 (Y)</translation>
    </message>
    <message>
        <source>Always this exact command (A)</source>
        <translation>這條命令一律可以 (A)</translation>
    </message>
    <message>
        <source>Edit (E)</source>
        <translation>修改 (E)</translation>
    </message>
    <message>
        <source>No, and say why (N)</source>
        <translation>不行，並說明原因 (N)</translation>
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
        <translation>為什麼不行？會告訴模型。</translation>
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
        <translation>執行我寫的</translation>
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
        <source>Think</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Offline assistant</source>
        <translation>離線助理</translation>
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
        <source>The offline assistant follows rules and cannot think longer. Connect a model to choose how long it thinks.</source>
        <translation>離線助理按規則工作，不能思考得更久。連接模型後才能選擇思考多久。</translation>
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
        <source>Rules, not a language model: reads pictures, analyses tables and computes, with no key and no network.</source>
        <translation>規則，而不是語言模型：讀圖片、分析表格、做計算，不需要金鑰，也不需要網路。</translation>
    </message>
    <message>
        <source>Connect a model…</source>
        <translation>連接模型…</translation>
    </message>
    <message>
        <source>Other models cannot be connected in this version yet.</source>
        <translation>這個版本還不能連接其他模型。</translation>
    </message>
    <message>
        <source>Who answers</source>
        <translation>由誰回答</translation>
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
        <source>%1 tokens</source>
        <translation>%1 個 token</translation>
    </message>
    <message>
        <source>no cost</source>
        <translation>不收費</translation>
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
        <translation>讀一塊白板</translation>
    </message>
    <message>
        <source>Turns, straightens and reads a sample photo. Or drop your own.</source>
        <translation>轉正、拉平並讀取一張範例照片。也可以拖入自己的。</translation>
    </message>
    <message>
        <source>Analyse a table</source>
        <translation>分析一個表格</translation>
    </message>
    <message>
        <source>Profiles a sample CSV with Python and draws its charts.</source>
        <translation>用 Python 概覽一個範例 CSV，並畫出圖表。</translation>
    </message>
    <message>
        <source>Check an answer</source>
        <translation>核對一個回答</translation>
    </message>
    <message>
        <source>Comparing what is claimed with what was run comes in a later version.</source>
        <translation>把說過的和真正執行過的相對照，將在以後的版本提供。</translation>
    </message>
    <message>
        <source>Connect a model</source>
        <translation>連接模型</translation>
    </message>
    <message>
        <source>Other models come in a later version. The offline assistant needs none.</source>
        <translation>其他模型將在以後的版本提供。離線助理不需要模型。</translation>
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
    <name>vitrine::ImageView</name>
    <message>
        <source>Picture</source>
        <translation>圖片</translation>
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
</context>
<context>
    <name>vitrine::PageHeader</name>
    <message>
        <source>Show the conversations</source>
        <translation>顯示對話列表</translation>
    </message>
    <message>
        <source>Show the conversations (Ctrl+B)</source>
        <translation>顯示對話列表 (Ctrl+B)</translation>
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
        <translation>顯示做了什麼</translation>
    </message>
    <message>
        <source>Show timeline, images and files (Ctrl+J)</source>
        <translation>顯示時間軸、影像和檔案 (Ctrl+J)</translation>
    </message>
</context>
<context>
    <name>vitrine::PictureLoader</name>
    <message>
        <source>The picture came back in a form that cannot be shown.</source>
        <translation>圖片傳回的格式無法顯示。</translation>
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
        <translation>%1 在 %2 上的輪廓</translation>
    </message>
</context>
<context>
    <name>vitrine::RightPanel</name>
    <message>
        <source>What was done</source>
        <translation>做了什麼</translation>
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
        <translation>隱藏做了什麼</translation>
    </message>
    <message>
        <source>Hide this pane (Ctrl+J)</source>
        <translation>隱藏此面板 (Ctrl+J)</translation>
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
        <translation>設定來自更新的版本，變更不會保存。</translation>
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
        <translation>對話列表</translation>
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
        <translation>隱藏對話列表</translation>
    </message>
    <message>
        <source>Hide the conversations (Ctrl+B)</source>
        <translation>隱藏對話列表 (Ctrl+B)</translation>
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
        <translation>設定資料夾 %1 無法寫入。</translation>
    </message>
    <message>
        <source>Another window of this profile is open but does not answer; close it, or choose another profile with VITRINE_PROFILE.</source>
        <translation>此設定的另一個視窗已開啟，但沒有回應；請關閉它，或用 VITRINE_PROFILE 選擇別的設定。</translation>
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
        <translation>推理</translation>
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
    <name>vitrine::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
</TS>
