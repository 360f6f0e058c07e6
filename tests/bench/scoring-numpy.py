# SPDX-License-Identifier: GPL-3.0-or-later
"""Microseconds for the rankings of scoring-bench in numpy, and in pymcdm where that is installed."""

import time

try:
    import numpy as np
except ImportError:
    print("numpy is not installed: nothing to compare with")
    raise SystemExit(0) from None

try:
    import pymcdm.methods as peer
except ImportError:
    peer = None

SIZES = [(20, 12), (200, 20), (2000, 50)]
PAIRS_AT_MOST = 200 * 200 * 20
Q, P = 5, 30


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


def report(name, n, m, work, arguments):
    print(f"{name:<28} {n:4} x {m:<3} {measure(work, arguments):12.1f} us", flush=True)


def main():
    for n, m in SIZES:
        arguments = draw(n, m)
        for work in (additive, geometric, topsis, vikor, promethee):
            report(f"numpy {work.__name__}", n, m, work, arguments)
        if peer is None:
            continue
        report("pymcdm weighted sum", n, m, peer_method(peer.WSM), arguments)
        report("pymcdm weighted product", n, m, peer_method(peer.WPM), arguments)
        report("pymcdm TOPSIS", n, m, peer_method(peer.TOPSIS), arguments)
        report("pymcdm VIKOR", n, m, peer_method(peer.VIKOR), arguments)
        if n * n * m <= PAIRS_AT_MOST:
            report("pymcdm PROMETHEE II", n, m, peer_promethee, arguments)


main()
