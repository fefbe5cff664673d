"""The words that the network knows, and the vectors they start from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from bench.train.classes import classes
from bench.train.corpus import Example
from bot.extract.tagger.features import read
from bot.extract.tagger.words import plain

TWICE, THRICE = 2, 3
"""How often a word must stand in the labelled, and in the other news."""
LONGEST = 30
SPECIAL = {"<double>": '"', "<single>": "'", "<dash>": "-", "<ellipsis>": "...", "<digits>": "7", "<unknown>": "[UNK]"}


def vocabulary(labelled: Iterable[Example], news: Iterable[Example]) -> list[str]:
    """Plain words, the unknown one first, then by frequency."""
    first, other = _counted(labelled), _counted(news)
    chosen = [word for word, count in first.most_common() if count >= TWICE]
    chosen += sorted(set(classes()) - set(chosen))
    have = set(chosen)
    chosen += [word for word, count in other.most_common() if count >= THRICE and word not in have]
    return ["<unknown>", *(word for word in chosen if word and len(word) < LONGEST and "\n" not in word)]


def _counted(examples: Iterable[Example]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for example in examples:
        counts.update(map(plain, read(example.text).words))
    return counts


def start_vectors(words: list[str], model: Path, size: int) -> np.ndarray:
    """Vectors of single words out of a language model, by principal components.

    Args:
        words: Plain words.
        model: Folder of a BERT-like model (all-MiniLM-L6-v2), as `transformers` reads it.
        size: Of the vectors.
    """
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(model)
    network = AutoModel.from_pretrained(model).eval()
    table = network.embeddings.word_embeddings.weight.detach().numpy()
    pieces = [
        tokenizer.convert_tokens_to_ids(tokenizer.tokenize(SPECIAL.get(word, word)))[:8] or [tokenizer.unk_token_id]
        for word in words
    ]
    alone = np.array([table[ids].mean(0) for ids in pieces])
    inner = np.zeros_like(alone)
    order = sorted(range(len(words)), key=lambda at: len(pieces[at]))
    for begin in range(0, len(order), 256):
        here = order[begin : begin + 256]
        length = max(len(pieces[at]) for at in here) + 2
        ids = torch.zeros(len(here), length, dtype=torch.long)
        mask = torch.zeros_like(ids)
        for row, at in enumerate(here):
            full = [tokenizer.cls_token_id, *pieces[at], tokenizer.sep_token_id]
            ids[row, : len(full)], mask[row, : len(full)] = torch.tensor(full), 1
        with torch.no_grad():
            layers = network(ids, attention_mask=mask, output_hidden_states=True).hidden_states
        middle = (layers[2] + layers[4]) / 2
        for row, at in enumerate(here):
            inner[at] = middle[row, 1 : 1 + len(pieces[at])].mean(0).numpy()
    both = np.concatenate([_unit(alone), _unit(inner)], 1)
    both -= both.mean(0)
    directions, strengths, _ = np.linalg.svd(both.T @ both)
    vectors = both @ directions[:, :size] / (strengths[:size] / len(words)) ** 0.25
    return (vectors / vectors.std() * 0.15).astype(np.float32)


def _unit(rows: np.ndarray) -> np.ndarray:
    rows = rows - rows.mean(0)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6)
