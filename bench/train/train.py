"""Trains the tagger: `python -m bench.train.train --polnear FOLDER --out weights.npz` (README.md beside this file)."""

from __future__ import annotations

import argparse
import copy
import io
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from bench.train.augment import augmented
from bench.train.batches import Batch, DropOut, Item, anchored, grouped, item, tensors
from bench.train.classes import classes
from bench.train.corpus import Example, load
from bench.train.network import Net, chain_loss, exported, packed
from bench.train.news import load_news
from bench.train.vocabulary import start_vectors, vocabulary
from bot.extract.tagger.decoding import best
from bot.extract.tagger.labels import NAMES
from bot.extract.tagger.weights import built
from bot.extract.tagger.words import Words

WARM_UP = 100
"""Steps until the learning rate is reached."""
CLIP = 2.0
STRENGTH = 0.8
"""How much of the training text is changed; half of it in the last epoch."""
FADE = 0.997
"""Share of the running mean of the weights kept at each step; the mean is what is written."""
WHOLE_EPOCHS = 2
"""Epochs at the end in whole numbers."""


def main(argv: Sequence[str] | None = None) -> None:
    """Reads the data, trains, and writes the weights file."""
    args = _arguments(argv)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)  # noqa: S311 - no secret
    train, dev = load(args.polnear / "train"), load(args.polnear / "dev")
    train += [one for folder in args.more for one in load(folder)]
    news = load_news(args.news, args.kept_back)
    listed = json.loads(args.vocabulary.read_text()) if args.vocabulary else vocabulary(train, news)
    words = Words(listed, classes())
    print(f"{len(train)} articles, {len(news)} without labels, {len(listed)} words", flush=True)
    start = np.load(args.start) if args.start else None
    if args.model and start is None:
        start = start_vectors(listed, args.model, 128)
    net = Net(len(listed), args.width, start)
    if args.resume:
        net.load_state_dict(torch.load(args.resume))
    soft = _soft(args.soft)
    train = [anchored(one) if one.name in soft else one for one in train]
    news = [anchored(one) for one in news if one.name in soft]
    judged = [item(one, words) for one in dev]
    mean = _train(net, train, news, words, soft, judged, rng, args)
    args.out.write_bytes(weights_file(packed(exported(mean), listed, classes())))


def _train(
    net: Net,
    train: list[Example],
    news: list[Example],
    words: Words,
    soft: dict[str, np.ndarray],
    judged: list[Item],
    rng: random.Random,
    args: argparse.Namespace,
) -> Net:
    optimiser = torch.optim.Adam(net.parameters(), lr=args.rate, betas=(0.9, 0.98))
    step, steps, began = 0, 0, time.monotonic()
    mean = copy.deepcopy(net)
    for epoch in range(args.epochs):
        net.whole = epoch >= args.epochs - WHOLE_EPOCHS
        last = epoch == args.epochs - 1
        strength = STRENGTH / 2 if last else STRENGTH
        items = [item(augmented(one, rng, strength), words, soft.get(one.name)) for one in train]
        items += [item(augmented(one, rng, strength / 2), words, soft[one.name], known=False) for one in news]
        batches = grouped(items, args.batch, rng)
        steps = steps or len(batches) * args.epochs
        net.train()
        total = 0.0
        for batch in batches:
            rate = args.rate * min(1.0, (step + 1) / WARM_UP) * max(0.01, 1 - step / (steps + 1))
            for group in optimiser.param_groups:
                group["lr"] = rate
            loss = _loss(net, tensors(batch, len(NAMES), DropOut(rng)), args)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), CLIP)
            optimiser.step()
            step += 1
            total += loss.item()
            _faded(mean, net, step)
        print(
            f"{epoch} loss {total / len(batches):.4f} parts right {_f1(mean, judged, words):.4f} "
            f"{time.monotonic() - began:.0f} s",
            flush=True,
        )
        torch.save(mean.state_dict(), args.out.with_suffix(".pt"))
    return mean


def _faded(mean: Net, net: Net, step: int) -> None:
    """Moves the running mean of the weights on (Polyak and Juditsky, 1992)."""
    keep = min(FADE, step / (step + 10))
    with torch.no_grad():
        for old, new in zip(mean.parameters(), net.parameters(), strict=True):
            old.lerp_(new, 1 - keep)


def _loss(net: Net, batch: Batch, args: argparse.Namespace) -> torch.Tensor:
    scores = net(batch)
    known = batch.known
    weighed = torch.zeros(())
    if bool(known.any()):
        chain = chain_loss(scores, batch, net.transitions()) / known.sum()
        single = functional.cross_entropy(scores[known], batch.gold[known])
        weighed = args.chain * chain + (1 - args.chain) * single
    if batch.soft is None:
        return weighed
    told = batch.soft.sum(1) > 0
    teacher = -(batch.soft[told] * functional.log_softmax(scores[told], 1)).sum(1).mean()
    return (1 - args.teacher) * weighed + args.teacher * teacher


def _soft(folder: Path | None) -> dict[str, np.ndarray]:
    """A teacher's probabilities by article, a row a token."""
    found: dict[str, np.ndarray] = {}
    for path in sorted(folder.glob("*.npz")) if folder else ():
        with np.load(path) as arrays:
            found |= {name: arrays[name].astype(np.float32) for name in arrays.files}
    return found


def _f1(net: Net, judged: list[Item], words: Words) -> float:
    """F1 of whole labelled parts, as the network in whole numbers finds them."""
    _, runner = built(packed(exported(net), list(words.numbers), classes()))
    right = found = wanted = 0
    for one in judged:
        labels = best(runner.scores_of(one.rows), one.reading.edges, runner.transitions)
        mine, gold = _parts(labels), _parts(one.gold)
        right, found, wanted = right + len(mine & gold), found + len(mine), wanted + len(gold)
    return 2 * right / max(1, found + wanted)


def _parts(labels: np.ndarray | None) -> set[tuple[int, int, int]]:
    from bot.extract.tagger.linker import parts_of

    return set() if labels is None else set(parts_of(labels.tolist()))


def weights_file(arrays: dict[str, np.ndarray]) -> bytes:
    """The weights as the bytes of their file."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    return buffer.getvalue()


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, required=True, help="folder with train/ and dev/")
    parser.add_argument("--out", type=Path, required=True, help="the weights file to write")
    parser.add_argument("--news", type=Path, nargs="*", default=[], help="JSON Lines with news without labels")
    parser.add_argument(
        "--kept-back", type=Path, nargs="*", default=[], help="folders of texts to leave out of the news"
    )
    parser.add_argument("--more", type=Path, nargs="*", default=[], help="further labelled folders (selftrain.py)")
    parser.add_argument("--model", type=Path, help="folder of all-MiniLM-L6-v2, for the first word vectors")
    parser.add_argument("--start", type=Path, help="first word vectors, made before")
    parser.add_argument("--resume", type=Path, help="the .pt of an earlier run to go on from")
    parser.add_argument("--vocabulary", type=Path, help="JSON list of words, made before")
    parser.add_argument("--soft", type=Path, help="folder of a teacher's probabilities (bench.train.teacher)")
    parser.add_argument("--teacher", type=float, default=0.5, help="weight of the teacher, 0 to 1")
    parser.add_argument(
        "--chain", type=float, default=0.5, help="weight of whole sequences against single tokens, 0 to 1"
    )
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--batch", type=int, default=3000, help="tokens")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args(argv)


if __name__ == "__main__":
    main()
