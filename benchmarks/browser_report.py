"""BROWSER.md, from what browser.py has measured."""

import os
import platform
import statistics
from importlib.metadata import version
from pathlib import Path

LAG, FRAMES = 250, 30  # what is asked: milliseconds after 200 keys in 1 s, and frames a second
PACKAGES = ("jupyterlab", "ipywidgets", "anywidget", "matplotlib")


def written(times, floods, frames, views, played, how, load, chromium):
    """Two tables: key presses and floods, {name: numbers of all rounds}, and frames a second while playing."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    lines = [
        "# The live views in a browser",
        "",
        f"Written by `python benchmarks/browser.py`. {_processor()}, {os.cpu_count()} cores; {platform.system()}, "
        f"Python {platform.python_version()}; Chromium {chromium} without a GPU; {packages}.",
        f"Load of the machine before: {load:.1f} (0 is a quiet machine).",
        "",
        f"{how.rounds} rounds; in each, every row has its turn: {how.presses} key presses, then 200 keys in 1 s.",
        "A press is timed in the page, from the key event to the first task after the frame in which the picture has",
        "changed; so is the lag after the 200 keys, from the last of them. Drawn: by the kernel; painted: in the page.",
        "10 % is what the fastest tenth takes, which other work disturbs least. matplotlib is the usual way:",
        "the same network, grid and points, a new figure in an Output widget.",
        "",
        "| key press to picture | 10 % | median | 95 % | asked | | 200 keys: drawn, painted | lag | asked | |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, seen in times.items():
        early, middle, late = (sorted(seen)[round(share * (len(seen) - 1))] for share in (0.1, 0.5, 0.95))
        aim = views[name].aim
        took, drawn, painted, lag = (statistics.median(column) for column in zip(*floods[name], strict=True))
        asked = LAG if views[name].label else None
        row = [
            name,
            f"{early:.0f} ms",
            f"{middle:.0f} ms",
            f"{late:.0f} ms",
            *_against(aim, " ms", aim and middle <= aim),
        ]
        row += [f"{drawn:.0f}, {painted:.0f} in {took / 1000:.2f} s", f"{lag:.0f} ms"]
        lines.append(f"| {' | '.join([*row, *_against(asked, ' ms', asked and lag < asked)])} |")
    lines += ["", "| playing, a training step a frame | frames a second | asked | |", "| --- | --- | --- | --- |"]
    for name, rates in frames.items():
        rate, asked = statistics.median(rates), FRAMES if played[name] else None
        lines.append(f"| {' | '.join([name, f'{rate:.0f}', *_against(asked, '', asked and rate >= asked)])} |")
    return "\n".join(lines) + "\n"


def _against(asked, unit, met):
    return ("", "") if asked is None else (f"{asked}{unit}", "met" if met else "not met")


def _processor():
    info = Path("/proc/cpuinfo")
    names = info.read_text().splitlines() if info.exists() else []
    return next((line.split(":")[1].strip() for line in names if line.startswith("model name")), platform.machine())
