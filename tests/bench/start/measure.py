#!/usr/bin/env python3
"""How fast the window is there, and what it holds when idle, beside `chromium --app` in the same run.

  tests/bench/start/measure.py [--runs N]        needs build/release, Xvfb, and chromium for the comparison

First paint is the moment at which a window of the program is mapped and viewable (xwininfo sees it), from exec on; taken as the
median of N warm runs, alternating between the two programs. Memory is the sum of PSS over the program and all it started.
"""
import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.abspath(__file__)) + "/../../.."


def tree(pid):
    found, todo = [], [pid]
    while todo:
        p = todo.pop()
        found.append(p)
        try:
            for task in os.listdir(f"/proc/{p}/task"):
                with open(f"/proc/{p}/task/{task}/children") as f:
                    todo += [int(c) for c in f.read().split()]
        except OSError:
            pass
    return found


def pss_kib(pid):
    total = 0
    for p in tree(pid):
        try:
            with open(f"/proc/{p}/smaps_rollup") as f:
                total += next(int(line.split()[1]) for line in f if line.startswith("Pss:"))
        except (OSError, StopIteration):
            pass
    return total


def mapped(display, title):
    def ask(*words):
        return subprocess.run(["xwininfo", "-display", display, *words], capture_output=True, text=True).stdout

    for line in ask("-root", "-tree").splitlines():
        if title in line and "1x1" not in line and "IsViewable" in ask("-id", line.split()[0]):
            return True
    return False


def once(display, command, title, environment, settle):
    start = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        while not mapped(display, title):
            if time.monotonic() - start > 30 or process.poll() is not None:
                sys.exit(f"no window of {command[0]}: {process.poll()} after {time.monotonic() - start:.1f} s")
            time.sleep(0.004)
        shown = time.monotonic() - start
        time.sleep(settle)
        return shown * 1000, pss_kib(process.pid)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--runs", type=int, default=7)
    options = arguments.parse_args()
    for program in ("Xvfb", "xwininfo"):
        if not shutil.which(program):
            sys.exit(f"{program} is missing: apt-get install xvfb x11-utils")
    desktop = f"{ROOT}/build/release/bin/vitrine-desktop"
    chromium = shutil.which("chromium")
    display = ":97"
    server = subprocess.Popen(["Xvfb", display, "-screen", "0", "1600x1000x24"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        with tempfile.TemporaryDirectory() as folder:
            base = {"PATH": "/usr/bin:/bin", "HOME": folder, "DISPLAY": display, "LC_ALL": "C.UTF-8", "VITRINE_PROFILE": folder + "/vitrine"}
            page = folder + "/page.html"
            with open(page, "w") as f:
                f.write("<title>peer</title><p>hello")
            peers = {"vitrine-desktop": ([desktop], "Vitrine")}
            if chromium:
                peers["chromium --app"] = ([chromium, "--no-sandbox", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                                            "--disable-quic", "--disable-gpu", f"--user-data-dir={folder}/chromium", f"--app=file://{page}"], "peer")
            taken = {name: [] for name in peers}
            for i in range(options.runs + 1):
                for name, (command, title) in peers.items():
                    shown = once(display, command, title, base, 2.0 if i else 0.5)
                    if i:  # the first one warms the caches
                        taken[name].append(shown)
            medians = {}
            for name, runs in taken.items():
                medians[name] = statistics.median(r[0] for r in runs)
                print(f"{name}: window after {medians[name]:.0f} ms (min {min(r[0] for r in runs):.0f}), PSS {statistics.median(r[1] for r in runs) / 1024:.1f} MiB")
            if chromium:
                print(f"ratio of the window times: 1/{medians['chromium --app'] / medians['vitrine-desktop']:.1f}")
    finally:
        server.kill()


if __name__ == "__main__":
    main()
