"""The network in PyTorch, trained as it will run: with whole numbers of few bits from some epoch on.

Rounding lets the gradient through unchanged (Bengio et al., 2013, "Estimating or propagating gradients through
stochastic neurons"), so the weights learn to live with it.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from bench.train.batches import TABLES, Batch
from bot.extract.tagger.features import CONTEXTS, PLACES
from bot.extract.tagger.labels import NAMES, allowed
from bot.extract.tagger.network import LIMIT, UNIT
from bot.extract.tagger.words import CASES, CLASSES, SUFFIXES

SIZES = {"word": 128, "suffix": 16, "class": 24, "case": 8, "around": 24, "place": 8}
DILATIONS = (1, 2, 4, 8, 16, 1)
LARGEST = 127
NEVER = -1e4


class Net(nn.Module):
    """Embeddings, a linear layer, dilated convolutions with residuals, a linear layer, transitions."""

    def __init__(self, words: int, width: int, start: np.ndarray | None = None) -> None:
        """Args: words: Size of the vocabulary; width: Of the layers; start: First values of the word vectors."""
        super().__init__()
        counts = dict(zip(TABLES, (words, SUFFIXES, len(CLASSES), len(CASES), CONTEXTS, PLACES), strict=True))
        self.tables = nn.ModuleDict({name: nn.Embedding(counts[name], SIZES[name]) for name in TABLES})
        for table in self.tables.values():
            nn.init.normal_(table.weight, 0, 0.1)
        if start is not None:
            self.tables["word"].weight.data[:] = torch.tensor(start)
        self.first = nn.Linear(sum(SIZES.values()), width)
        self.weights = nn.ParameterList(nn.Parameter(torch.empty(3 * width, width)) for _ in DILATIONS)
        for weight in self.weights:
            nn.init.uniform_(weight, -0.7 / (3 * width) ** 0.5, 0.7 / (3 * width) ** 0.5)
        self.biases = nn.ParameterList(nn.Parameter(torch.zeros(width)) for _ in DILATIONS)
        self.last = nn.Linear(width, len(NAMES))
        self.steps = nn.Parameter(torch.zeros(len(NAMES), len(NAMES)))
        self.whole = False
        """Whether it computes with whole numbers."""

    def transitions(self) -> Tensor:
        """Scores of one label after another."""
        return self.steps.masked_fill(~torch.tensor(allowed()), NEVER)

    def forward(self, batch: Batch, drop: tuple[float, float] = (0.3, 0.15)) -> Tensor:
        """The scores, a row a token. Args: drop: Shares dropped of the input and of each layer in training."""
        values = self._entered(batch, drop[0])
        for weight, bias, dilation in zip(self.weights, self.biases, DILATIONS, strict=True):
            change = functional.relu(self._bounded(self._step(values, weight, bias, dilation)))
            values = self._bounded(values + functional.dropout(change, drop[1], self.training))
        if not self.whole:
            scores: Tensor = self.last(values)
            return scores
        weight = self.last.weight
        scale = 2.0 ** torch.floor(torch.log2(LARGEST / weight.detach().abs().max()))
        return functional.linear(values, _through(weight, torch.round(weight * scale) / scale), self.last.bias)

    def _entered(self, batch: Batch, drop: float) -> Tensor:
        total: Tensor | None = None
        for name, vectors, weight in self.parts():
            found = functional.dropout(functional.embedding(batch.rows[name], vectors), drop, self.training)
            part = found @ weight.T + (self.first.bias if name == "case" else 0)
            part = _rounded(part, LARGEST) if self.whole else part
            total = part if total is None else total + part
        assert total is not None
        return self._bounded(total)

    def parts(self) -> list[tuple[str, Tensor, Tensor]]:
        """Each table with its columns of the first layer."""
        found, at = [], 0
        for name, size in SIZES.items():
            found.append((name, self.tables[name].weight, self.first.weight[:, at : at + size]))
            at += size
        return found

    def _bounded(self, values: Tensor) -> Tensor:
        return _rounded(values, LIMIT) if self.whole else values

    def _step(self, values: Tensor, weight: Tensor, bias: Tensor, dilation: int) -> Tensor:
        if self.whole:
            scale = power(weight)
            weight = _through(weight, torch.round(weight * scale).clamp(-LARGEST, LARGEST) / scale)
            bias = _through(bias, torch.round(bias * scale * UNIT) / (scale * UNIT))
        none = values.new_zeros(dilation, values.shape[1])
        padded = torch.cat([none, values, none])
        size = len(values)
        return torch.addmm(
            bias, torch.cat([padded[:size], values, padded[2 * dilation : 2 * dilation + size]], 1), weight
        )


def _through(values: Tensor, rounded: Tensor) -> Tensor:
    return values + (rounded - values).detach()


def _rounded(values: Tensor, largest: int) -> Tensor:
    bounded = values.clamp(-largest / UNIT, largest / UNIT)
    return _through(bounded, torch.floor(bounded * UNIT + 0.5) / UNIT)


def power(weight: Tensor) -> Tensor:
    """The power of two by which each column's weights become whole numbers of 8 bits."""
    largest = weight.detach().abs().max(0)[0].clamp(min=1e-4)
    return 2.0 ** torch.floor(torch.log2(LARGEST / largest)).clamp(1, 14)


def chain_loss(scores: Tensor, batch: Batch, transitions: Tensor) -> Tensor:
    """The negative log likelihood of the gold labels, summed over the stretches (Lafferty et al., 2001)."""
    if not batch.index.numel():
        return scores.sum() * 0
    here, gold, real = scores[batch.index], batch.gold[batch.index], batch.real
    right = (here.gather(2, gold.unsqueeze(2)).squeeze(2) * real).sum(1)
    right = right + transitions[0][gold[:, 0]]
    right = right + (transitions[gold[:, :-1], gold[:, 1:]] * real[:, 1:]).sum(1)
    total = here[:, 0] + transitions[0]
    live = real.sum(0).tolist()
    for step in range(1, here.shape[1]):
        count = int(live[step])
        following = torch.logsumexp(total[:count].unsqueeze(2) + transitions, 1) + here[:count, step]
        total = torch.cat([following, total[count:]])
    return (torch.logsumexp(total, 1) - right).sum()


def exported(net: Net) -> dict[str, np.ndarray]:
    """The weights as whole numbers, by the names of `bot.extract.tagger.network`."""
    with torch.no_grad():
        arrays = {
            name: _table(vectors @ weight.T + (net.first.bias if name == "case" else 0))
            for name, vectors, weight in net.parts()
        }
        for n, (weight, bias) in enumerate(zip(net.weights, net.biases, strict=True)):
            scale = power(weight)
            arrays[f"conv{n}"] = torch.round(weight * scale).clamp(-LARGEST, LARGEST).numpy().astype(np.int8)
            half = scale / 2  # so that rounding down rounds to the nearest
            arrays[f"bias{n}"] = (torch.round(bias * scale * UNIT) + half).numpy().astype(np.int32)
            arrays[f"shift{n}"] = torch.log2(scale).numpy().astype(np.int8)
        weight = net.last.weight
        scale = float(2.0 ** torch.floor(torch.log2(LARGEST / weight.abs().max())))
        unit = int(UNIT * scale)
        arrays["out"] = torch.round(weight * scale).T.numpy().astype(np.int8)
        arrays["out_bias"] = torch.round(net.last.bias * unit).numpy().astype(np.int32)
        arrays["transitions"] = torch.round(net.steps * unit).numpy().astype(np.int32)
    arrays["unit"] = np.array(unit, np.int32)
    arrays["dilations"] = np.array(DILATIONS, np.int32)
    return arrays


def _table(values: Tensor) -> np.ndarray:
    return torch.floor(values * UNIT + 0.5).clamp(-LARGEST, LARGEST).numpy().astype(np.int8)


def packed(
    arrays: Mapping[str, np.ndarray], vocabulary: list[str], classes: Mapping[str, int]
) -> dict[str, np.ndarray]:
    """The weights with the vocabulary, as the weights file has them."""
    listed = sorted(classes)
    return {
        **arrays,
        "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), np.uint8),
        "listed": np.frombuffer("\n".join(listed).encode(), np.uint8),
        "listed_classes": np.array([classes[word] for word in listed], np.uint8),
    }
