# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs scoring-bench, given as the argument, and beside it the same rankings in numpy, on one thread,
and in pymcdm where that is installed; then says how many times faster ours are, than these and than
the figures that other programs were measured at."""

import os
import re
import subprocess
import sys
import time

# Before numpy is there: its products of matrices would use all processors.
for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[f"{library}_NUM_THREADS"] = "1"

try:
    import numpy as np
except ImportError:
    print("numpy is not installed: nothing to compare with")
    raise SystemExit(subprocess.run(sys.argv[1:], check=False).returncode) from None

try:
    import pymcdm.methods as peer
except ImportError:
    peer = None

SIZES = [(20, 12), (200, 20), (2000, 50)]
PAIRS_AT_MOST = 200 * 200 * 20
Q, P = 5, 30

# Microseconds on 2 shared cores with AVX2, November 2026; of scikit-criteria's TOPSIS and VIKOR on
# 12 x 12. To be beaten 20 times on 20 x 12, and at all on 2000 x 50.
PUBLISHED = {
    ("additive", 20, 12): {"pymcdm": 728, "scikit-criteria": 5554},
    ("topsis", 20, 12): {"pymcdm": 369, "scikit-criteria": 1918},
    ("vikor", 20, 12): {"pymcdm": 324, "scikit-criteria": 888},
    ("promethee", 20, 12): {"pymcdm": 561},
    ("additive", 200, 20): {"pymcdm": 2451},
    ("promethee", 200, 20): {"pymcdm": 14401},
    ("additive", 2000, 50): {"pymcdm": 29488},
}


def draw(n, m):
    random = np.random.default_rng(1)
    performances = 10 + 100 * random.random((n, m))
    weights = random.random(m) + 0.1
    signs = np.where(np.arange(m) % 3 == 2, -1, 1)
    return performances, weights / weights.sum(), signs


def rank(scores):
    order = np.argsort(-scores, kind="stable")
    ranks = np.empty(len(scores), dtype=int)
    ranks[order] = np.arange(1, len(scores) + 1)
    return ranks


def values_of(performances, signs):
    worst = np.where(signs < 0, 110, 10)
    best = np.where(signs < 0, 10, 110)
    return np.clip((performances - worst) / (best - worst), 0, 1)


def additive(performances, weights, signs):
    return rank(100 * (values_of(performances, signs) @ weights))


def geometric(performances, weights, signs):
    return rank(100 * np.exp(np.log(np.maximum(values_of(performances, signs), 0.01)) @ weights))


def topsis(performances, weights, signs):
    values = values_of(performances, signs)
    to_best = np.sqrt(np.sum((weights * (1 - values)) ** 2, axis=1))
    to_worst = np.sqrt(np.sum((weights * values) ** 2, axis=1))
    return rank(100 * to_worst / (to_best + to_worst))


def vikor(performances, weights, signs):
    regrets = weights * (1 - values_of(performances, signs))
    s, r = regrets.sum(axis=1), regrets.max(axis=1)
    return rank(-(s - s.min()) / (s.max() - s.min()) - (r - r.min()) / (r.max() - r.min()))


def promethee(performances, weights, signs):
    n = len(performances)
    net = np.zeros(n)
    for column, weight in zip((performances * signs).T, weights):
        preferences = np.clip((column[:, None] - column[None, :] - Q) / (P - Q), 0, 1)
        net += weight * (preferences.sum(axis=1) - preferences.sum(axis=0)) / (n - 1)
    return rank(net)


def peer_method(method):
    def run(performances, weights, signs):
        return rank(method()(performances, weights, signs))

    return run


def peer_promethee(performances, weights, signs):
    m = len(weights)
    method = peer.PROMETHEE_II("vshape_2", p=np.full(m, float(P)), q=np.full(m, float(Q)))
    return rank(method(performances, weights, signs))


def measure(work, arguments):
    best = float("inf")
    spent = 0
    runs = 0
    while runs < 3 or (spent < 0.3 and runs < 300):
        start = time.perf_counter()
        work(*arguments)
        elapsed = time.perf_counter() - start
        best = min(best, elapsed)
        spent += elapsed
        runs += 1
    return best * 1e6


def run_ours():
    """What scoring-bench says, passed on, and its microseconds by method and size."""
    ours = {}
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True) as program:
        for line in program.stdout:
            print(line, end="", flush=True)
            found = re.match(r"(\w+) +(\d+) x (\d+) +([\d.]+) us", line)
            if found:
                ours[found[1], int(found[2]), int(found[3])] = float(found[4])
    if program.returncode != 0:
        raise SystemExit(program.returncode)
    return ours


def peer_works(n, m):
    if peer is None:
        return {}
    works = {
        "additive": peer_method(peer.WSM),
        "geometric": peer_method(peer.WPM),
        "topsis": peer_method(peer.TOPSIS),
        "vikor": peer_method(peer.VIKOR),
    }
    if n * n * m <= PAIRS_AT_MOST:
        works["promethee"] = peer_promethee
    return works


def report(name, n, m, mine, others):
    """Others: microseconds by name."""
    line = f"{name:<12} {n:4} x {m:<3} {mine:12.3f} us"
    for other, microseconds in others.items():
        line += f"  {other} {microseconds:.0f} us: {microseconds / mine:.1f} x"
    print(line, flush=True)


def main():
    ours = run_ours()
    print("How many times faster:")
    for n, m in SIZES:
        arguments = draw(n, m)
        installed = peer_works(n, m)
        for work in (additive, geometric, topsis, vikor, promethee):
            name = work.__name__
            others = {"numpy": measure(work, arguments)}
            if name in installed:
                others["pymcdm here"] = measure(installed[name], arguments)
            others.update(PUBLISHED.get((name, n, m), {}))
            report(name, n, m, ours[name, n, m], others)


main()
