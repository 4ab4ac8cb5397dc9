"""The drawn pictures and their captions, as `sidecar/training/draw-sketches.ts` wrote them."""

import json
from functools import cached_property
from pathlib import Path

import numpy as np
import torch

HELD_OUT = 2048


class Pictures:
    """Pictures 0 … count-1; the last `HELD_OUT` are never trained on."""

    def __init__(self, work: Path):
        self.folder = work / 'data'
        self.facts = json.loads((self.folder / 'pictures.json').read_text())
        self.count, side = self.facts['count'], self.facts['side']
        self.pixels = np.memmap(self.folder / 'pictures.rgb', np.uint8, 'r', shape=(self.count, side, side, 3))
        self.trained = self.count - HELD_OUT

    @cached_property
    def rows(self) -> list[dict]:
        """What each picture shows: noun, colour, background, captions."""
        return [json.loads(line) for line in open(self.folder / 'pictures.jsonl')]

    def images(self, indices: np.ndarray) -> torch.Tensor:
        """Gives pictures as [n, 3, side, side] in -1 … 1."""
        return as_input(self.pixels[indices])

    def random_parts(self, count: int, side: int, random: np.random.Generator) -> torch.Tensor:
        """Gives square parts of pictures, [count, 3, side, side] in -1 … 1."""
        whole = self.facts['side']
        parts = np.empty((count, side, side, 3), np.uint8)
        for at, index in enumerate(random.integers(0, self.trained, count)):
            top, left = random.integers(0, whole - side + 1, 2)
            parts[at] = self.pixels[index, top : top + side, left : left + side]
        return as_input(parts)

    def held_out_images(self, count: int) -> torch.Tensor:
        return self.images(np.arange(self.trained, self.trained + count))


def as_input(rgb: np.ndarray) -> torch.Tensor:
    return (torch.from_numpy(rgb).permute(0, 3, 1, 2).float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)
