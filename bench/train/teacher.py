"""Fine-tunes a small language model for the same labels, and writes down what it thinks of every token.

    python -m bench.train.teacher --polnear FOLDER --model FOLDER --out FOLDER [--news FILE ...]

Its probabilities (OUT/*.npz, an array an article) are what `bench.train.train --soft OUT` learns from.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from bench.train.augment import augmented
from bench.train.batches import TABLES, Item, item
from bench.train.classes import classes
from bench.train.corpus import Example, load
from bench.train.news import load_news
from bot.extract.tagger.features import CONTEXTS, PLACES
from bot.extract.tagger.labels import NAMES
from bot.extract.tagger.words import CASES, CLASSES, Words

PIECES = 120
"""Pieces of words of a sequence; paragraphs are put together up to here."""
MOST = 380
ADDED = {"class": len(CLASSES), "case": len(CASES), "around": CONTEXTS, "place": PLACES}
"""What the model isn't told by the words: it knows no capitals and no places."""
BODY_RATE, HEAD_RATE, DECAY, WARM_UP, CLIP = 2e-4, 1e-3, 0.01, 100, 1.0
BATCH = 1600
_STRAIGHT = {"“": '"', "”": '"', "``": '"', "''": '"', "’": "'", "‘": "'", "": "[SEP]"}


@dataclass(frozen=True)
class Stretch:
    """One sequence of pieces: which tokens of which item it holds, and where each begins."""

    pieces: list[int]
    begins: list[int]
    rows: np.ndarray
    tokens: slice
    gold: np.ndarray | None


class Teacher(nn.Module):
    """A BERT-like model with the tagger's features added to its word vectors, and a linear layer."""

    def __init__(self, folder: Path) -> None:
        """Args: folder: The model, as `transformers` reads it."""
        super().__init__()
        self.body = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        size = self.body.config.hidden_size
        self.added = nn.ModuleDict({name: nn.Embedding(count, size) for name, count in ADDED.items()})
        for table in self.added.values():
            nn.init.zeros_(table.weight)
        self.last = nn.Linear(size, len(NAMES))
        self.drop = nn.Dropout(0.15)

    def forward(self, batch: Sequence[Stretch]) -> Tensor:
        """The scores, a row a token."""
        longest = max(len(one.pieces) for one in batch)
        ids = torch.zeros(len(batch), longest, dtype=torch.long)
        mask = torch.zeros_like(ids)
        rows = torch.zeros(len(batch), longest, len(TABLES), dtype=torch.long)
        begins = []
        for n, one in enumerate(batch):
            size = len(one.pieces)
            ids[n, :size], mask[n, :size] = torch.tensor(one.pieces), 1
            rows[n, :size] = torch.tensor(one.rows)
            begins += [n * longest + begin for begin in one.begins]
        values = self.body.embeddings.word_embeddings(ids)
        for name, table in self.added.items():
            values = values + table(rows[..., TABLES.index(name)])
        inner = self.body(inputs_embeds=values, attention_mask=mask).last_hidden_state
        scores: Tensor = self.last(self.drop(inner.reshape(-1, inner.shape[-1])[torch.tensor(begins)]))
        return scores


class Pieces:
    """Words -> pieces, remembered."""

    def __init__(self, folder: Path) -> None:
        """Args: folder: The model."""
        self._tokenizer = AutoTokenizer.from_pretrained(folder)
        self._known: dict[str, list[int]] = {}

    def of(self, word: str) -> list[int]:
        """The pieces of a word, at most six."""
        if word not in self._known:
            found = self._tokenizer.tokenize(_STRAIGHT.get(word, word))[:6]
            self._known[word] = self._tokenizer.convert_tokens_to_ids(found) or [self._tokenizer.unk_token_id]
        return self._known[word]

    def sequences(self, one: Item) -> Iterator[Stretch]:
        """The sequences of an article, in order."""
        pieces = [self.of(word) for word in one.reading.words]
        sizes = np.array([len(p) for p in pieces])
        for first, past in _stretches(sizes, one.reading.edges.tolist()):
            ids = [self._tokenizer.cls_token_id]
            begins = []
            rows = [np.zeros(len(TABLES), np.int64)]
            for at in range(first, past):
                begins.append(len(ids))
                ids += pieces[at]
                rows += [one.rows[at]] * len(pieces[at])
            gold = None if one.gold is None else one.gold[first:past]
            yield Stretch(ids, begins, np.array(rows), slice(first, past), gold)


def _stretches(sizes: np.ndarray, edges: list[int]) -> Iterator[tuple[int, int]]:
    """Tokens of a sequence: whole paragraphs up to PIECES, parts of one that is longer than MOST."""
    begin, first, room = 0, 0, 0
    for edge in edges:
        past = edge + 1
        need = int(sizes[begin:past].sum())
        if room and room + need > PIECES:
            yield first, begin
            first, room = begin, 0
        while need > MOST:
            cut = begin + int(np.searchsorted(np.cumsum(sizes[begin:past]), MOST))
            yield first, cut
            first = begin = cut
            need, room = int(sizes[begin:past].sum()), 0
        room += need
        begin = past
    if first < begin:
        yield first, begin


def main(argv: Sequence[str] | None = None) -> None:
    """Trains the teacher and writes its probabilities."""
    args = _arguments(argv)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)  # noqa: S311 - no secret
    words, pieces, net = Words([""], classes()), Pieces(args.model), Teacher(args.model)
    train = load(args.polnear / "train")
    _train(net, train, words, pieces, rng, args)
    args.out.mkdir(exist_ok=True)
    for name, examples in (("train", train), ("news", load_news(args.news, args.kept_back))):
        told = {one.name: _told(net, item(one, words, known=False), pieces) for one in examples}
        np.savez_compressed(args.out / name, **told)


def _train(
    net: Teacher, train: list[Example], words: Words, pieces: Pieces, rng: random.Random, args: argparse.Namespace
) -> None:
    body = [p for name, p in net.named_parameters() if name.startswith("body")]
    head = [p for name, p in net.named_parameters() if not name.startswith("body")]
    rates = (BODY_RATE, HEAD_RATE)
    optimiser = torch.optim.AdamW([{"params": body}, {"params": head}], weight_decay=DECAY)
    step, steps, began = 0, 0, time.monotonic()
    for epoch in range(args.epochs):
        net.train()
        every = [s for one in train for s in pieces.sequences(item(augmented(one, rng, 0.8 if epoch else 0.3), words))]
        batches = _batches(every, rng)
        steps = steps or len(batches) * args.epochs
        for n, batch in enumerate(batches):
            factor = min(1.0, (step + 1) / WARM_UP) * max(0.02, 1 - step / (steps + 5))
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * factor
            gold = torch.tensor(np.concatenate([one.gold for one in batch]))
            loss = nn.functional.cross_entropy(net(batch), gold)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), CLIP)
            optimiser.step()
            step += 1
            if n % 50 == 0:
                print(f"{epoch} {n}/{len(batches)} {loss.item():.3f} {time.monotonic() - began:.0f} s", flush=True)


def _batches(sequences: list[Stretch], rng: random.Random) -> list[list[Stretch]]:
    """Batches of about equal length, in random order."""
    found: list[list[Stretch]] = [[]]
    for one in sorted(sequences, key=lambda s: len(s.pieces) + rng.random() * 20):
        if (len(found[-1]) + 1) * len(one.pieces) > BATCH and found[-1]:
            found.append([])
        found[-1].append(one)
    rng.shuffle(found)
    return found


def _told(net: Teacher, one: Item, pieces: Pieces) -> np.ndarray:
    """The probabilities of an article's tokens."""
    net.eval()
    with torch.no_grad():
        found = [net([sequence]).softmax(1) for sequence in pieces.sequences(one)]
    return torch.cat(found).numpy().astype(np.float16) if found else np.zeros((0, len(NAMES)), np.float16)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/")
    parser.add_argument("--model", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--out", type=Path, required=True, help="folder to write")
    parser.add_argument("--news", type=Path, nargs="*", default=[], help="JSON Lines with news without labels")
    parser.add_argument(
        "--kept-back", type=Path, nargs="*", default=[], help="folders of texts to leave out of the news"
    )
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args(argv)


if __name__ == "__main__":
    main()
