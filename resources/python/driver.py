"""Runs inside the sandbox: one IPython interpreter that lasts as long as a conversation.

Two processes. The keeper holds the pipes to the client, passes signals on, tells how the interpreter ended and clears away
what a run left behind. The interpreter, its child, has nothing open but 0, 1 and 2 while code runs: it reaches the keeper's
pipes through /proc when it needs them. User code may do to both what it likes; the client believes neither.

Frames, both ways: four bytes of length (big endian), then a JSON object.
To the keeper:   {"op": "run", "code": ...}  {"op": "interrupt"}
From the keeper: ready | display {data} | value {data} | error {name, lines} | done {how, status} | exit {code | signal}
`data` maps MIME types to {"text": ...} or {"base64": ...}.

`driver.py fonts` is another use of it: prints matplotlib's list of fonts and the places it depends on, and runs nobody's code.
"""

import json
import os
import select
import signal
import struct
import sys

FRAME_LIMIT = 12 << 20
TEXT_LIMIT = 1 << 20
PICTURE_LIMIT = 8 << 20
CHUNK = 1 << 16


def read_exactly(fd, size):
    parts = bytearray()
    while len(parts) < size:
        piece = os.read(fd, min(size - len(parts), CHUNK))
        if not piece:
            raise EOFError
        parts += piece
    return bytes(parts)


def read_frame(fd):
    (size,) = struct.unpack(">I", read_exactly(fd, 4))
    if size > FRAME_LIMIT:
        raise EOFError
    return read_exactly(fd, size)


def write_frame(fd, body):
    view = memoryview(struct.pack(">I", len(body)) + body)
    while view:
        view = view[os.write(fd, view):]


def pack(message):
    return json.dumps(message, ensure_ascii=True, default=str).encode("ascii")


def refuse(reason):
    os.write(2, b"vitrine: " + reason.encode() + b"\n")
    os._exit(97)


def check_sandbox():
    """Nothing runs unless the walls are there, whatever program was taken for the sandbox."""
    facts = {}
    with open("/proc/self/status") as status:
        for line in status:
            key, _, value = line.partition(":")
            facts[key] = value.strip()
    walls = {
        "capabilities": int(facts["CapEff"], 16) == 0,
        "system call filter": facts["Seccomp"] == "2",
        "no new privileges": facts["NoNewPrivs"] == "1",
        "read-only root": bool(os.statvfs("/").f_flag & os.ST_RDONLY),
        "process namespace": {int(name) for name in os.listdir("/proc") if name.isdigit()} == {1, os.getpid()},
    }
    missing = [name for name, there in walls.items() if not there]
    if missing:
        refuse("not sandboxed: " + ", ".join(missing))


# ---- keeper ---------------------------------------------------------------------------------------------------------

class Keeper:
    def __init__(self, child, commands, answers):
        self.child = child
        self.commands = commands  # to the interpreter
        self.answers = answers    # from the interpreter
        self.child_fd = os.pidfd_open(child)

    def serve(self):
        while True:
            ready, _, _ = select.select([0, self.answers, self.child_fd], [], [])
            if self.answers in ready:
                self.pass_answer()
            elif self.child_fd in ready:
                return self.child_ended()
            elif 0 in ready:
                self.pass_command()

    def pass_command(self):
        frame = read_frame(0)
        if json.loads(frame).get("op") == "interrupt":
            # The whole group, so that a program the code waits for hears it too.
            os.killpg(self.child, signal.SIGINT)
        else:
            write_frame(self.commands, frame)

    def pass_answer(self):
        frame = read_frame(self.answers)
        if frame.startswith(b'{"op": "done"'):
            self.sweep({1, os.getpid(), self.child})
        write_frame(1, frame)

    def child_ended(self):
        _, status = os.waitpid(self.child, 0)
        while select.select([self.answers], [], [], 0)[0]:
            self.pass_answer()
        self.sweep({1, os.getpid()})
        code = os.waitstatus_to_exitcode(status)
        write_frame(1, pack({"op": "exit", "code": code} if code >= 0 else {"op": "exit", "signal": -code}))

    def sweep(self, keep):
        """Nothing that a run started outlives it. All are stopped first, so that none forks away."""
        if self.others(keep):
            os.kill(-1, signal.SIGSTOP)  # everyone but the first process and the caller
            for pid in self.others(keep):
                try:
                    os.kill(pid, signal.SIGKILL)
                except OSError:
                    pass
            if self.child in keep:
                os.kill(self.child, signal.SIGCONT)

    @staticmethod
    def others(keep):
        return [int(name) for name in os.listdir("/proc") if name.isdigit() and int(name) not in keep]


# ---- interpreter ----------------------------------------------------------------------------------------------------

class Pipes:
    """The keeper's ends, opened only for as long as they are used."""

    def __init__(self, keeper, commands, answers, out, err):
        self.keeper = keeper
        self.commands = commands
        self.answers = answers
        self.streams = {1: out, 2: err}

    def open(self, fd, flags):
        return os.open(f"/proc/{self.keeper}/fd/{fd}", flags | os.O_CLOEXEC)

    def receive(self):
        fd = self.open(self.commands, os.O_RDONLY)
        try:
            return json.loads(read_frame(fd))
        finally:
            os.close(fd)

    def send(self, message):
        body = pack(message)
        if len(body) > FRAME_LIMIT:
            return
        fd = self.open(self.answers, os.O_WRONLY)
        try:
            write_frame(fd, body)
        finally:
            os.close(fd)

    def repair(self):
        """Code may have closed the standard descriptors; the next run gets them back."""
        for number in (0, 1, 2):
            try:
                os.fstat(number)
                continue
            except OSError:
                pass
            fd = os.open("/dev/null", os.O_RDONLY) if number == 0 else self.open(self.streams[number], os.O_WRONLY)
            if fd != number:
                os.dup2(fd, number)
                os.close(fd)


def open_streams():
    import io

    class Stream(io.TextIOWrapper):
        """Standard output in pieces: printing a gigabyte must not need a second one."""

        other = None

        def write(self, text):
            if self.other is not None and not self.other.closed:
                self.other.flush()  # keeps the order of the two streams
            if len(text) <= CHUNK:
                return super().write(text)
            for start in range(0, len(text), CHUNK):
                super().write(text[start:start + CHUNK])
            return len(text)

    def stream(fd, name):
        raw = io.BufferedWriter(io.FileIO(fd, "w", closefd=False), CHUNK)
        opened = Stream(raw, encoding="utf-8", errors="backslashreplace", line_buffering=True)
        opened.mode = "w"
        raw.raw.name = name
        return opened

    out, err = stream(1, "<stdout>"), stream(2, "<stderr>")
    out.other, err.other = err, out
    return out, err


def encoded(bundle):
    import base64

    data = {}
    for mime, value in bundle.items():
        if isinstance(value, bytes):
            if len(value) <= PICTURE_LIMIT:
                data[mime] = {"base64": base64.b64encode(value).decode("ascii")}
        elif isinstance(value, str):
            if mime.startswith("image/") and mime != "image/svg+xml":
                data[mime] = {"base64": value.replace("\n", "")}
            elif len(value) <= TEXT_LIMIT:
                data[mime] = {"text": value}
            else:
                data[mime] = {"text": value[:TEXT_LIMIT] + f"\n[{len(value) - TEXT_LIMIT} more characters]"}
        else:
            data[mime] = {"text": json.dumps(value, default=str)[:TEXT_LIMIT]}
    return data


def chart_fonts():
    """A family list by which charts can show Chinese, Japanese and Korean. matplotlib sees only the first face of a collection."""
    known = [
        ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "Noto Sans CJK JP"),
        ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", "WenQuanYi Micro Hei"),
        ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", "WenQuanYi Zen Hei"),
        ("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", "Droid Sans Fallback"),
    ]
    return ["DejaVu Sans"] + [family for path, family in known if os.path.exists(path)][:1]


def take_font_list():
    """A copy, because matplotlib wants to write there when the list does not suit it."""
    import shutil

    given = "/run/vitrine/fonts"
    try:
        names = os.listdir(given)
        os.makedirs(os.environ["MPLCONFIGDIR"], exist_ok=True)
        for name in names:
            shutil.copyfile(os.path.join(given, name), os.path.join(os.environ["MPLCONFIGDIR"], name))
    except (OSError, KeyError):
        pass  # then matplotlib makes the list itself


def print_font_list():
    """What the client keeps for later sandboxes, as one JSON object."""
    os.nice(10)
    import matplotlib
    from matplotlib import font_manager

    name = f"fontlist-v{font_manager.FontManager.__version__}.json"
    with open(os.path.join(matplotlib.get_cachedir(), name)) as file:
        made = file.read()
    manager = font_manager.fontManager
    places = {os.path.dirname(font.fname) for font in manager.ttflist + manager.afmlist}
    for root in ["/etc/fonts", "/usr/share/fonts", "/usr/local/share/fonts", *font_manager.X11FontDirectories]:
        places.add(os.path.normpath(root))
        places.update(folder for folder, _, _ in os.walk(os.path.normpath(root)))
    places.update((os.path.realpath(sys.executable), os.path.dirname(matplotlib.__file__)))
    places.update((matplotlib.__file__, font_manager.__file__, font_manager.ft2font.__file__))
    # What lies elsewhere is the sandbox's own and empty.
    places = sorted(place for place in places if place.startswith(("/usr/", "/etc/")))
    print(json.dumps({"name": name, "list": made, "places": places}))


def line_of_cell(trace):
    """The line of the user's code that a traceback went through last."""
    line = 0
    while trace:
        if not trace.tb_frame.f_code.co_filename.startswith(("/usr/", "/run/vitrine/")):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def create_shell(pipes):
    import warnings

    from IPython.core.displayhook import DisplayHook
    from IPython.core.displaypub import DisplayPublisher
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets import Type
    from traitlets.config import Config

    class Publisher(DisplayPublisher):
        def publish(self, data, metadata=None, source=None, **kwargs):
            pipes.send({"op": "display", "data": encoded(data)})

        def clear_output(self, wait=False):
            pass

    class Hook(DisplayHook):
        def write_output_prompt(self):
            pass

        def write_format_data(self, format_dict, md_dict=None):
            pipes.send({"op": "value", "data": encoded(format_dict)})

        def finish_displayhook(self):
            pass

        def log_output(self, format_dict):
            pass

    class Shell(InteractiveShell):
        displayhook_class = Type(Hook)
        display_pub_class = Type(Publisher)

        def ask_exit(self):
            raise SystemExit(0)

        def enable_gui(self, gui=None):
            pass

        def showtraceback(self, *args, **kwargs):
            kind, _, trace = sys.exc_info()
            if kind is KeyboardInterrupt:
                # Short, because whoever interrupts does not wait long: frames with their source take time to render.
                pipes.send({"op": "error", "name": "KeyboardInterrupt", "lines": f"KeyboardInterrupt in line {line_of_cell(trace)}"})
            elif kind is not SystemExit:
                super().showtraceback(*args, **kwargs)

        def _showtraceback(self, etype, evalue, stb):
            lines = stb if isinstance(stb, list) else [stb]
            pipes.send({"op": "error", "name": getattr(etype, "__name__", str(etype)), "lines": "\n".join(lines)[:TEXT_LIMIT]})

    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.InteractiveShell.colors = "NoColor"
    config.InteractiveShell.xmode = "Context"
    config.InteractiveShell.cache_size = 0  # results would be kept alive for ever
    config.InlineBackend.figure_formats = {"png"}
    config.InlineBackend.rc = {"figure.dpi": 110, "font.family": chart_fonts()}
    shell = Shell.instance(config=config)
    from IPython.utils import io as ipython_io

    if hasattr(ipython_io, "devnull"):
        ipython_io.devnull.close()  # one descriptor more than the code should find open
    shell.system = shell.system_raw  # no pseudo-terminal: output goes where that of the code goes
    warnings.filterwarnings("ignore", message="To exit: use")
    return shell


class Interpreter:
    def __init__(self, pipes):
        self.pipes = pipes
        self.running = False
        self.pid = os.getpid()
        signal.signal(signal.SIGINT, self.interrupted)
        self.out, self.err = open_streams()
        sys.stdout = sys.__stdout__ = self.out
        sys.stderr = sys.__stderr__ = self.err
        try:
            self.shell = create_shell(pipes)
        except ImportError as error:
            refuse(f"missing module: {error.name}")

    def interrupted(self, number, frame):
        if self.running:
            raise KeyboardInterrupt

    def serve(self):
        os.nice(10)  # the desktop stays usable while code computes
        self.pipes.send({"op": "ready"})
        while True:
            command = self.pipes.receive()
            self.pipes.repair()
            signal.signal(signal.SIGINT, self.interrupted)
            sys.stdout, sys.stderr = self.out, self.err
            answer = self.run(command["code"])
            if os.getpid() != self.pid:
                os._exit(0)  # a child that the code forked came back here
            self.pipes.send(answer)

    def run(self, code):
        error = None
        try:
            self.running = True
            result = self.shell.run_cell(code, store_history=True)
            self.running = False
            error = result.error_before_exec or result.error_in_exec
        except BaseException as raised:  # an interrupt between the lines of IPython itself
            error = raised
        finally:
            self.running = False
        for stream in (sys.stdout, sys.stderr, self.out, self.err):
            try:
                stream.flush()
            except Exception:
                pass
        how, status = "completed", 0
        if isinstance(error, SystemExit):
            how, status = self.exit_status(error)
        elif isinstance(error, KeyboardInterrupt):
            how = "interrupted"
        elif isinstance(error, MemoryError):
            how = "memory"
        elif error is not None:
            how = "raised"
        return {"op": "done", "how": how, "status": status}

    def exit_status(self, error):
        if error.code is None or error.code == 0:
            return "completed", 0
        if isinstance(error.code, int):
            return "exited", error.code & 0xFF
        try:
            print(error.code, file=self.err)
        except Exception:
            pass
        return "exited", 1


def main():
    check_sandbox()
    if sys.argv[1] == "fonts":
        return print_font_list()
    out, err = int(sys.argv[1]), int(sys.argv[2])
    commands, answers = os.pipe2(os.O_CLOEXEC), os.pipe2(os.O_CLOEXEC)
    keeper = os.getpid()
    child = os.fork()
    if child:
        os.setpgid(child, child)
        try:
            Keeper(child, commands[1], answers[0]).serve()
        except (EOFError, OSError, ValueError):
            pass  # the client is gone, or the code wrote nonsense into the pipes
        os._exit(0)
    os.setpgid(0, 0)
    nothing = os.open("/dev/null", os.O_RDONLY)
    for fd, number in ((nothing, 0), (out, 1), (err, 2)):
        os.dup2(fd, number)
    os.closerange(3, 1 << 12)
    os.umask(0o022)
    take_font_list()
    sys.argv = [""]
    sys.path.insert(0, "")
    Interpreter(Pipes(keeper, commands[0], answers[1], out, err)).serve()


main()
