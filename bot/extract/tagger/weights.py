"""The weights file: its place, its checksum, and the network made from it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from bot.extract.tagger.network import Network
from bot.extract.tagger.words import Words

VERSION = "2"
"""Of the weights; MODEL_CARD.md tells what each was made from."""
FILE = "weights.npz"
SHA256 = "d151040d96b35452ae2d28e6c891baa2ab4a055109053f5a6dbb04e545b2b6ab"
"""Of the file, so that a damaged or foreign one is never used."""


class DamagedWeightsError(RuntimeError):
    """The weights file isn't the one that this version was built with."""


@cache
def load() -> tuple[Words, Network]:
    """The vocabulary and the network, read once a process.

    Raises:
        DamagedWeightsError: If the file's checksum is another.
    """
    data = files("bot.extract.tagger").joinpath(FILE).read_bytes()
    found = hashlib.sha256(data).hexdigest()
    if found != SHA256:
        raise DamagedWeightsError(f"{FILE}: checksum {found}, expected {SHA256}; install the package again")
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        return built({name: arrays[name] for name in arrays.files})


def built(arrays: Mapping[str, NDArray[np.generic]]) -> tuple[Words, Network]:
    """The vocabulary and the network of the weights given by name."""
    vocabulary = bytes(np.asarray(arrays["vocabulary"], np.uint8)).decode().split("\n")
    listed = bytes(np.asarray(arrays["listed"], np.uint8)).decode().split("\n")
    classes = dict(zip(listed, np.asarray(arrays["listed_classes"]).tolist(), strict=True))
    words = Words(vocabulary, classes)
    return words, Network(arrays, words)
