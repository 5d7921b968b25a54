"""Draws the certificates that stand on standard input as JSON, and prints what it took, as contest.ts does."""

import json
import resource
import sys
import time

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

task = json.load(sys.stdin)
# Fonts and styles are read once.
fonts = FontConfiguration()
style = CSS(string=task["styleSheet"], font_config=fonts)


def draw(body):
    page = HTML(string="<!doctype html><body>" + body + "</body>")
    return page.write_pdf(stylesheets=[style], font_config=fonts)


def cpu_ms():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1000


count, bodies = task["count"], task["bodies"]
for index in range(task["warmUp"]):
    draw(bodies[count + index])

times, size = [], 0
cpu_before, started = cpu_ms(), time.perf_counter()
for index in range(count):
    before = time.perf_counter()
    pdf = draw(bodies[index])
    times.append((time.perf_counter() - before) * 1000)
    size += len(pdf)
    if index == 0:
        with open(task["sample"], "wb") as file:
            file.write(pdf)
    print("@", index + 1, flush=True)

print(
    json.dumps(
        {
            "times": times,
            "wallMs": (time.perf_counter() - started) * 1000,
            "cpuMs": (cpu_ms() - cpu_before) / count,
            "peakMegabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6,
            "bytes": size / count,
        }
    )
)
