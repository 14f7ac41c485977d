//! What `liangdian doctor` says.

super::area::sentences! {
    TERMINAL: "终端" / "Terminal";
    AROUND: "环境" / "Around it";
    TO_MEND: "要改的" / "To mend";
    ADVICE: "各种终端的设置" / "Setting terminals up";

    SIZE: "大小" / "size";
    CELLS: "{cols}列{rows}行" / "{cols} by {rows}";
    NO_SIZE: "不是终端" / "no terminal";
    TYPE: "类型" / "type";
    NAME: "自称" / "calls itself";
    COLOURS: "颜色" / "colours";
    COLOURS_NONE: "不用（NO_COLOR）" / "none (NO_COLOR)";
    COLOURS_BASIC: "16色" / "16";
    COLOURS_256: "256色（只用16色）" / "256 (the desk uses 16)";
    COLOURS_FULL: "真彩色（只用16色）" / "all (the desk uses 16)";
    PAINTING: "画法" / "painting";
    PAINTING_SHIFTED: "移字、滚行，改一个字只发几十字节（由TERM的名字得知）" / "cells shifted, rows scrolled: tens of bytes a key (TERM is of a family that can)";
    PAINTING_UNKNOWN: "只写有变化的字，不移字（TERM的名字没见过）" / "what changed is written, nothing shifted (TERM is of no family that is known)";
    PAINTING_UNNAMED: "只写有变化的字，不移字（没有设TERM）" / "what changed is written, nothing shifted (TERM is not set)";
    LOCALE: "编码" / "encoding";
    UTF8: "UTF-8（{locale}）" / "UTF-8 ({locale})";
    NOT_UTF8: "不是UTF-8（{locale}）" / "not UTF-8 ({locale})";
    WIDTH: "标点宽窄" / "marks";
    WIDTH_ONE: "各占一格（终端的回答）" / "one cell each (the terminal's answer)";
    WIDTH_TWO: "各占两格（终端的回答）" / "two cells each (the terminal's answer)";
    WIDTH_SAFE: "宽窄不一，按稳妥方式显示" / "not equally wide: drawn the safe way";
    WIDTH_NONE: "终端没有回答，按稳妥方式显示" / "no answer: drawn the safe way";
    WIDTH_REMEMBERED: "终端没有回答，按上次的回答：{cells}" / "no answer; it last said {cells}";
    WIDTH_SET: "newsroom.toml定为{cells}" / "newsroom.toml says {cells}";
    PASTE: "成段粘贴" / "marked paste";
    FRAMES: "整帧显示" / "whole frames";
    CLIPBOARD: "剪贴板" / "clipboard";
    YES: "支持" / "yes";
    NO: "不支持" / "no";
    UNKNOWN: "终端没有说" / "the terminal does not say";
    ASKED_NOT: "没有问：这里不是终端" / "not asked: this is no terminal";
    PASTE_NO: "不支持；大段文字照样按一次粘贴收下" / "no; much text at once is taken as a paste all the same";
    PASTE_UNKNOWN: "终端没有说；大段文字总按一次粘贴收下" / "the terminal does not say; much text at once is a paste in any case";
    CLIPBOARD_YES: "复制的文字进本机剪贴板（OSC 52）" / "copies reach your machine (OSC 52)";
    CLIPBOARD_TMUX: "tmux里要写set -g set-clipboard on" / "in tmux: set -g set-clipboard on";
    CLIPBOARD_SCREEN: "screen不传OSC 52；亮点里复制粘贴不受影响" / "screen passes no OSC 52; copy and paste inside the desk work";
    CLIPBOARD_UNKNOWN: "终端没有说；照样发送（OSC 52），亮点里复制粘贴总是可用" / "the terminal does not say; copies are sent (OSC 52) and always work inside the desk";
    INSIDE: "套在" / "inside";
    LINE: "连接" / "line";
    SSH: "SSH，从{machine}" / "SSH, from {machine}";
    LOCAL: "本机" / "this machine";
    GIT: "git" / "git";
    GIT_MISSING: "没有安装" / "not installed";
    SIGNATURE: "署名" / "name";
    NEWSROOM: "编辑部" / "newsroom";
    STATE: "状态目录" / "state folder";
    WRITABLE: "{path}，可写" / "{path}, writable";
    NOT_WRITABLE: "{path}，不可写" / "{path}, not writable";
    NONE: "没有" / "none";

    MEND_SMALL: "窗口至少要60列18行" / "the window must be 60 by 18 or more";
    MEND_DUMB: "设TERM=xterm-256color" / "set TERM=xterm-256color";
    MEND_UTF8: "设LANG=zh_CN.UTF-8（服务器上没有就用C.UTF-8），终端的编码也选UTF-8" / "set LANG=zh_CN.UTF-8 (or C.UTF-8), and UTF-8 in the terminal";
    MEND_MIXED: "换一种字体，或在newsroom.toml的[screen]里写明ambiguous" / "choose another font, or set ambiguous under [screen] in newsroom.toml";
    MEND_GIT: "安装git；没有git，稿件照样保存，只是没有历史" / "install git; without it drafts are saved, but have no history";
    MEND_NAME: "git config --global user.name 姓名；user.email也要设" / "git config --global user.name NAME, and user.email";
    MEND_STATE: "让这个目录可写：存不进编辑部的文字保管在那里" / "make the state folder writable: text that cannot be saved is kept there";

    PUTTY: "Window → Translation：Remote character set选UTF-8；Window → Appearance：选有汉字的字体（新宋体NSimSun）；Terminal → Keyboard：Backspace选Control-?" / "Window, Translation: Remote character set UTF-8; Window, Appearance: a font with Chinese (NSimSun); Terminal, Keyboard: Backspace Control-?";
    XSHELL: "会话属性 → 终端：编码选Unicode（UTF-8），终端类型xterm；外观：选有汉字的字体" / "session properties, Terminal: Encoding Unicode (UTF-8), type xterm; Appearance: a font with Chinese";
    SECURECRT: "Session Options → Terminal → Appearance：Character encoding选UTF-8，字体选有汉字的；Emulation：Terminal选Xterm，勾选ANSI Color" / "Session Options, Terminal, Appearance: Character encoding UTF-8, a font with Chinese; Emulation: Terminal Xterm, ANSI Color";
    MOBAXTERM: "Settings → Terminal：Charset选UTF-8，字体选有汉字的" / "Settings, Terminal: Charset UTF-8, a font with Chinese";
    WINDOWS_TERMINAL: "本来就是UTF-8；字体选有汉字的" / "is UTF-8; choose a font with Chinese";
    TMUX: "用tmux -u启动；~/.tmux.conf里写set -sg escape-time 20和set -g set-clipboard on" / "start it as tmux -u; in ~/.tmux.conf: set -sg escape-time 20 and set -g set-clipboard on";
}
