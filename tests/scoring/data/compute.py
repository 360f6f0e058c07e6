# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes computed.json: cases worked out from the formulas of the papers in numpy, all pairs compared,
no sorting, no shortcuts. Run it again only to add cases: python3 compute.py > computed.json"""

import copy
import itertools
import json

import numpy as np

SOURCE = {"computed": f"tests/scoring/data/compute.py with numpy {np.__version__}"}
LINEAR = ["minmax", "ratio", "max", "sum", "vector", "none"]
random = np.random.default_rng(20240229)


def normalise_column(x, cost, kind, worst, best, inverse):
    low, high = x.min(), x.max()
    if kind == "fixed":
        return np.clip((x - worst) / (best - worst), 0, 1)
    if kind == "minmax":
        if low == high:
            return np.ones_like(x)
        return (high - x) / (high - low) if cost else (x - low) / (high - low)
    if kind == "ratio":
        return low / x if cost else x / high
    if kind == "max":
        return 1 - x / high if cost else x / high
    if kind == "sum":
        return (1 / x) / np.sum(1 / x) if cost else x / np.sum(x)
    if kind == "vector":
        r = x / np.sqrt(np.sum(x**2))
        return 1 - r if cost else r
    return (1 / x if inverse else -x) if cost else x


def normalise(case, inverse=False):
    x = np.array(case["matrix"], float)
    m = x.shape[1]
    worst, best = case.get("worst", [0] * m), case.get("best", [1] * m)
    return np.column_stack([
        normalise_column(x[:, j], case["directions"][j] == "min", case["normalisation"],
                         worst[j], best[j], inverse)
        for j in range(m)])


def weights_of(case):
    w = np.array(case["weights"], float)
    return w / w.sum()


def ranks_of(scores, tolerance):
    scores = np.array(scores)
    ranks = []
    for score in scores:
        ranks.append(1 + int(np.sum(scores > score + tolerance)))
    return ranks


def additive(case):
    return {"scores": scale_of(case) * (normalise(case) @ weights_of(case))}


def geometric(case):
    r = normalise(case, inverse=True)
    if case["normalisation"] in ("fixed", "minmax", "max"):
        r = np.maximum(r, 0.01)
    return {"scores": scale_of(case) * np.prod(r ** weights_of(case), axis=1)}


def topsis(case):
    t = normalise(case) * weights_of(case)
    fixed = case["normalisation"] == "fixed"
    best = weights_of(case) if fixed else t.max(axis=0)
    worst = 0 * best if fixed else t.min(axis=0)
    to_best = np.sqrt(np.sum((t - best) ** 2, axis=1))
    to_worst = np.sqrt(np.sum((t - worst) ** 2, axis=1))
    return {"scores": scale_of(case) * to_worst / (to_worst + to_best)}


def vikor(case):
    r, w = normalise(case), weights_of(case)
    best = np.ones(len(w)) if case["normalisation"] == "fixed" else r.max(axis=0)
    worst = np.zeros(len(w)) if case["normalisation"] == "fixed" else r.min(axis=0)
    length = best - worst
    d = np.where(length > 0, (best - r) / np.where(length > 0, length, 1), 0)
    s, regret = np.sum(w * d, axis=1), np.max(w * d, axis=1)

    def share(a):
        return (a - a.min()) / (a.max() - a.min()) if a.max() > a.min() else 0 * a

    q = case["v"] * share(s) + (1 - case["v"]) * share(regret)
    order = np.argsort(q)
    enough = 1 / (len(q) - 1)
    first = order[0]
    advantage = bool(q[order[1]] - q[first] >= enough)
    stability = bool(s[first] == s.min() or regret[first] == regret.min())
    if not advantage:
        compromise = [int(i) for i in range(len(q)) if q[i] - q[first] < enough]
    else:
        compromise = sorted(int(i) for i in order[: 1 if stability else 2])
    return {"scores": q, "S": s, "R": regret, "Q": q, "acceptable_advantage": advantage,
            "acceptable_stability": stability, "compromise_set": compromise}


def preference_of(d, function):
    kind = function["type"]
    q, p, s = (function.get(key, 0) for key in "qps")
    if d <= 0:
        return 0
    if kind == "usual":
        return 1
    if kind == "u-shape":
        return 1 if d > q else 0
    if kind == "v-shape":
        return min(d / p, 1)
    if kind == "level":
        return 0 if d <= q else 0.5 if d <= p else 1
    if kind == "linear":
        return min(max((d - q) / (p - q), 0), 1)
    return 1 - np.exp(-(d**2) / (2 * s**2))


def promethee(case):
    x, w = np.array(case["matrix"], float), weights_of(case)
    n, m = x.shape
    pi = np.zeros((n, n))
    for a, b, j in itertools.product(range(n), range(n), range(m)):
        d = x[b, j] - x[a, j] if case["directions"][j] == "min" else x[a, j] - x[b, j]
        pi[a, b] += w[j] * preference_of(d, case["preferences"][j])
    plus, minus = pi.sum(axis=1) / (n - 1), pi.sum(axis=0) / (n - 1)
    return {"scores": plus - minus, "phi_plus": plus, "phi_minus": minus}


METHODS = {"additive": additive, "geometric": geometric, "topsis": topsis, "vikor": vikor,
           "promethee": promethee}


def scale_of(case):
    return 100 if case["normalisation"] == "fixed" else 1


def listed(expected):
    return {key: value.tolist() if isinstance(value, np.ndarray) else value
            for key, value in expected.items()}


def case_of(name, method, **inputs):
    case = {"id": name, "method": method, **copy.deepcopy(inputs)}
    expected = METHODS[method](case)
    signed = -expected["scores"] if method == "vikor" else expected["scores"]
    expected["ranks"] = ranks_of(signed, 1e-9 * max(1, np.ptp(signed)))
    return {**case, "expected": listed(expected), "tolerance": 1e-9, "source": SOURCE}


def draw_matrix(n, m):
    return np.round(1 + 9 * random.random((n, m)), 2)


def method_cases():
    matrix = draw_matrix(6, 4)
    common = {"matrix": matrix.tolist(), "directions": ["max", "min", "max", "min"],
              "weights": [3, 1, 2.5, 4]}
    for method in ("additive", "geometric", "topsis"):
        for kind in LINEAR:
            yield case_of(f"{method}-{kind}", method, normalisation=kind, **common)
    for kind in LINEAR:
        for v in (0, 0.25, 1):
            yield case_of(f"vikor-{kind}-{v}", "vikor", normalisation=kind, v=v, **common)
    ends = {"worst": [0, 10, 3, 9], "best": [10, 0, 7, 2]}
    for method in ("additive", "geometric", "topsis", "vikor"):
        yield case_of(f"{method}-fixed", method, normalisation="fixed", v=0.5, **ends, **common)
    constant = matrix.copy()
    constant[:, 1] = 4
    common["matrix"] = constant.tolist()
    common["weights"] = [3, 1, 0, 4]
    for method in ("additive", "geometric", "topsis"):
        for kind in LINEAR:
            yield case_of(f"{method}-{kind}-constant", method, normalisation=kind, **common)
    yield case_of("vikor-constant", "vikor", normalisation="minmax", v=0.5, **common)


def wide_cases():
    common = {"matrix": draw_matrix(12, 12).tolist(), "directions": ["max", "min", "max"] * 4,
              "weights": np.round(random.random(12), 3).tolist()}
    for method, kind in (("additive", "minmax"), ("geometric", "ratio"), ("topsis", "vector"),
                         ("vikor", "minmax")):
        yield case_of(f"{method}-12x12", method, normalisation=kind, v=0.5, **common)


def promethee_cases():
    functions = [{"type": "usual"}, {"type": "u-shape", "q": 1.5}, {"type": "v-shape", "p": 3},
                 {"type": "level", "q": 1, "p": 3.25}, {"type": "linear", "q": 0.5, "p": 4},
                 {"type": "gaussian", "s": 2}]
    kinds = ["max", "min", "max", "min", "max", "min"]
    for n in (2, 9, 40):
        yield case_of(f"promethee-six-{n}", "promethee", normalisation="none",
                      matrix=draw_matrix(n, 6).tolist(), directions=kinds,
                      weights=[1, 2, 3, 4, 5, 6], preferences=functions)
    grades = random.integers(1, 6, (15, 6)).astype(float)
    functions[1]["q"], functions[3] = 1, {"type": "level", "q": 1, "p": 2}
    functions[4] = {"type": "linear", "q": 1, "p": 3}
    for directions in (kinds, ["max"] * 6):
        yield case_of(f"promethee-grades-{directions[1]}", "promethee", normalisation="none",
                      matrix=grades.tolist(), directions=directions, weights=[1] * 6,
                      preferences=functions)


def judge(n, noise):
    scale = [1, 2, 3, 4, 5, 6, 7, 8, 9]
    w = np.exp(random.normal(size=n))
    a = np.ones((n, n))
    for i, j in itertools.combinations(range(n), 2):
        ratio = w[i] / w[j] * np.exp(noise * random.normal())
        nearest = min(scale, key=lambda x: abs(np.log(x) - abs(np.log(ratio))))
        a[i, j] = nearest if ratio >= 1 else 1 / nearest
        a[j, i] = 1 / a[i, j]
    return a


def ahp_case(n, noise, prioritisation):
    index = [0, 0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59]
    a = judge(n, noise)
    if prioritisation == "eigenvector":
        values, vectors = np.linalg.eig(a)
        w = np.abs(vectors[:, np.argmax(values.real)].real)
        largest = values.real.max()
    else:
        w = np.prod(a, axis=1) ** (1 / n)
        largest = np.mean(a @ w / w)
    w = w / w.sum()
    ci = (largest - n) / (n - 1)
    pairs = list(itertools.combinations(range(n), 2))
    misfit = [round(abs(np.log(a[p]) - np.log(w[p[0]] / w[p[1]])), 9) for p in pairs]
    row, column = pairs[misfit.index(max(misfit))]
    return {"id": f"ahp-{n}x{n}-{prioritisation}", "method": "ahp", "prioritisation": prioritisation,
            "matrix": a.tolist(),
            "expected": {"weights": w.tolist(), "lambda_max": largest, "CI": ci,
                         "CR": ci / index[n] if n > 2 else 0, "RI": index[n],
                         "worst": [row, column], "fitting": w[row] / w[column]},
            "tolerance": 1e-9, "source": SOURCE}


def ahp_cases():
    for n in (3, 5, 9, 12, 15):
        for prioritisation in ("eigenvector", "geometric-mean"):
            yield ahp_case(n, 0.7, prioritisation)


def dump(case):
    rows = (f"    {json.dumps(key)}: {json.dumps(value)}" for key, value in case.items())
    return "  {\n" + ",\n".join(rows) + "\n  }"


def main():
    cases = [*method_cases(), *wide_cases(), *promethee_cases(), *ahp_cases()]
    print("[\n" + ",\n".join(map(dump, cases)) + "\n]")


main()
