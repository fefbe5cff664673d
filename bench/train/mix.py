"""Averages networks that went on from the same one.

    python -m bench.train.mix A.pt B.pt [--shares 0.75 0.25] --vocabulary V --out FILE

Runs that differ in their seed alone end in one valley, and the mean of their weights does better than each of them
(Wortsman et al., 2022, "Model soups").
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import torch

from bench.train.classes import classes
from bench.train.network import Net, exported, packed
from bench.train.train import weights_file


def main(argv: Sequence[str] | None = None) -> None:
    """Reads the networks, writes their mean as .pt and as a weights file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("networks", type=Path, nargs="+", help="the .pt files of bench.train.train")
    parser.add_argument("--shares", type=float, nargs="*", help="of each network in the mean; all alike by default")
    parser.add_argument("--vocabulary", type=Path, required=True, help="JSON list of words")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args(argv)
    states = [torch.load(path) for path in args.networks]
    shares = args.shares or [1 / len(states)] * len(states)
    mean = {name: sum(s * state[name] for s, state in zip(shares, states, strict=True)) for name in states[0]}
    words = json.loads(args.vocabulary.read_text())
    net = Net(len(words), mean["last.weight"].shape[1])
    net.load_state_dict(mean)
    torch.save(mean, args.out.with_suffix(".pt"))
    args.out.write_bytes(weights_file(packed(exported(net), words, classes())))


if __name__ == "__main__":
    main()
