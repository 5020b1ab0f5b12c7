# SPDX-License-Identifier: GPL-3.0-or-later
"""How well two groupings of the same things agree: both functions take two lists of names."""
import collections
import math


def counted(one, other):
    return collections.Counter(one), collections.Counter(other), collections.Counter(zip(one, other))


def entropy(counts, total):
    return -sum(n / total * math.log(n / total) for n in counts.values())


def mutual_information(ones, others, both, total):
    return sum(n / total * math.log(total * n / (ones[a] * others[b])) for (a, b), n in both.items())


def expected_information(ones, others, total):
    """Of groupings with these sizes that are drawn by chance: Vinh, Epps and Bailey, "Information
    Theoretic Measures for Clusterings Comparison", 2010, equation (24)."""
    logs = [math.lgamma(n + 1) for n in range(total + 1)]
    pairs = collections.Counter((a, b) for a in ones.values() for b in others.values())
    expected = 0
    for (a, b), times in pairs.items():
        margins = logs[a] + logs[b] + logs[total - a] + logs[total - b] - logs[total]
        for n in range(max(1, a + b - total), min(a, b) + 1):
            chance = math.exp(margins - logs[n] - logs[a - n] - logs[b - n] - logs[total - a - b + n])
            expected += times * n / total * math.log(total * n / (a * b)) * chance
    return expected


def adjusted_mutual_information(one, other):
    """0 for what chance makes, 1 for the same; adjusted by the mean of both entropies."""
    ones, others, both = counted(one, other)
    total = len(one)
    expected = expected_information(ones, others, total)
    mean = (entropy(ones, total) + entropy(others, total)) / 2
    return (mutual_information(ones, others, both, total) - expected) / (mean - expected)


def v_measure(one, other):
    ones, others, both = counted(one, other)
    total = len(one)
    return 2 * mutual_information(ones, others, both, total) / (entropy(ones, total) + entropy(others, total))
