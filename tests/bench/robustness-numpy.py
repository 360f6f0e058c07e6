# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs robustness-bench, given as the argument, and beside it the trials with exact values in numpy,
on one thread; then says how many times faster ours are."""

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

TRIALS = 100_000
SIZES = [(20, 12), (200, 20)]
# So many trials at a time stay in the cache.
BATCH = 1000
RUNS = 5


def sample(values, trials):
    """How often each alternative takes each place. Uniform weights; ranks from an argsort."""
    n, m = values.shape
    random = np.random.default_rng(1)
    counts = np.zeros(n * n, dtype=np.int64)
    places = np.arange(n)
    for _ in range(trials // BATCH):
        weights = random.standard_exponential((BATCH, m))
        weights /= weights.sum(axis=1, keepdims=True)
        order = np.argsort(-(weights @ values.T), axis=1)
        counts += np.bincount((order * n + places).ravel(), minlength=n * n)
    return counts.reshape(n, n) / trials


def measure(n, m):
    values = 100 * np.random.default_rng(2).random((n, m))
    best = float("inf")
    for _ in range(RUNS):
        start = time.perf_counter()
        sample(values, TRIALS)
        best = min(best, time.perf_counter() - start)
    return best * 1e3


def run_ours():
    """What robustness-bench says, passed on, and its milliseconds with the best vectors, on one
    thread and on two."""
    ours = {}
    with subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, text=True) as program:
        for line in program.stdout:
            print(line, end="", flush=True)
            found = re.match(
                r"exact (\d+) x (\d+) +vectors \d+ +\d+ trials +([\d.]+) ms, two threads +([\d.]+) ms",
                line,
            )
            if found:
                times = [float(found[3]), float(found[4])]
                size = int(found[1]), int(found[2])
                ours[size] = [min(pair) for pair in zip(times, ours.get(size, times))]
    if program.returncode != 0:
        raise SystemExit(program.returncode)
    return ours


def main():
    ours = run_ours()
    print("How many times faster, all measures and not only places:")
    for n, m in SIZES:
        numpy = measure(n, m)
        one, two = ours[n, m]
        print(
            f"exact {n} x {m}: numpy {numpy:.1f} ms, {numpy / one:.1f} x on one thread, "
            f"{numpy / two:.1f} x on two"
        )


main()
