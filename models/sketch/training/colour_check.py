"""
Reads the two colours of a picture from its pixels alone, with the inks of the drawings as the only knowledge.

Background: the median colour of the border (3 pixels wide), named after the nearest background in OKLab.
Subject: of the pixels further than 0.08 in OKLab from that median, each votes for the nearest of the eight colours
(its light, middle or dark ink); the colour with most votes wins.
"""

import numpy as np

BORDER = 3
DIFFERENT = 0.08


def oklab(rgb: np.ndarray) -> np.ndarray:
    """Turns sRGB 0 … 255, [..., 3], into OKLab (Ottosson 2020)."""
    c = np.asarray(rgb, np.float64) / 255
    linear = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    cones = np.cbrt(linear @ TO_CONES.T)
    return cones @ TO_LAB.T


TO_CONES = np.array([
    [0.4122214708, 0.5363325363, 0.0514459929],
    [0.2119034982, 0.6806995451, 0.1073969566],
    [0.0883024619, 0.2817188376, 0.6299787005],
])
TO_LAB = np.array([
    [0.2104542553, 0.7936177850, -0.0040720468],
    [1.9779984951, -2.4285922050, 0.4505937099],
    [0.0259040371, 0.7827717662, -0.8086757660],
])


class ColourCheck:
    """Names the colours of pictures, [side, side, 3] in 0 … 255, by the colours the drawings are made of."""

    def __init__(self, facts: dict):
        self.backgrounds = [entry['name'] for entry in facts['backgrounds']]
        self.sheets = oklab([from_hex(entry['fill']) for entry in facts['backgrounds']])
        self.colours = [entry['name'] for entry in facts['colours']]
        self.inks = oklab([[from_hex(entry[tone]) for tone in ('light', 'middle', 'dark')] for entry in facts['colours']])

    def background(self, picture: np.ndarray) -> str:
        distances = np.linalg.norm(self.sheets - oklab(self.border_median(picture)), axis=-1)
        return self.backgrounds[int(distances.argmin())]

    def colour(self, picture: np.ndarray) -> str:
        pixels = oklab(picture.reshape(-1, 3))
        differs = np.linalg.norm(pixels - oklab(self.border_median(picture)), axis=-1) > DIFFERENT
        distances = np.linalg.norm(pixels[differs][:, None, None] - self.inks, axis=-1).min(-1)
        votes = np.bincount(distances.argmin(-1), minlength=len(self.colours)) if differs.any() else np.zeros(1)
        return self.colours[int(votes.argmax())] if votes.any() else 'none'

    @staticmethod
    def border_median(picture: np.ndarray) -> np.ndarray:
        inside = np.zeros(picture.shape[:2], bool)
        inside[BORDER:-BORDER, BORDER:-BORDER] = True
        return np.median(picture[~inside], axis=0)


def from_hex(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
