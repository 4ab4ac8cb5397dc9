"""Draws the training curves of a log: the autoencoder's signal-to-noise ratio and the UNet's velocity error."""

import json
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

INK, GRID, LINE = '#30343c', '#dfe3ea', '#2457d9'
SIZE, MARGIN = (640, 400), (70, 50, 24, 56)


def main() -> None:
    here = Path(__file__).parent.parent
    lines = [json.loads(line) for line in open(here / 'training-log.jsonl')]
    curves = [
        ('Autoencoder: held-out pictures, PSNR in dB', points(lines, 'autoencoder', 'psnr')),
        ('UNet: velocity error while training', points(lines, 'unet', 'velocity_error')),
    ]
    sheet = Image.new('RGB', (2 * SIZE[0], SIZE[1]), 'white')
    for index, (title, curve) in enumerate(curves):
        sheet.paste(plot(title, curve), (index * SIZE[0], 0))
    sheet.save(here.parent.parent / 'docs' / 'sketch-curve.png', optimize=True)


def points(lines: list[dict], stage: str, figure: str) -> list[tuple[float, float]]:
    return [(line['step'], line[figure]) for line in lines if line['stage'] == stage and figure in line]


def plot(title: str, curve: list[tuple[float, float]]) -> Image.Image:
    """Draws one curve over the step, both axes from a round number to a round number."""
    picture = Image.new('RGB', SIZE, 'white')
    pen, font = ImageDraw.Draw(picture), ImageFont.load_default(15)
    left, top, right, bottom = MARGIN
    across, down = ticks(0, max(x for x, _ in curve)), ticks(min(y for _, y in curve), max(y for _, y in curve))

    def place(x: float, y: float) -> tuple[float, float]:
        share_x = (x - across[0]) / (across[-1] - across[0])
        share_y = (y - down[0]) / (down[-1] - down[0])
        return left + share_x * (SIZE[0] - left - right), SIZE[1] - bottom - share_y * (SIZE[1] - top - bottom)

    for y in down:
        pen.line([place(across[0], y), place(across[-1], y)], GRID)
        pen.text((left - 10, place(0, y)[1]), f'{y:g}', INK, font, anchor='rm')
    for x in across:
        pen.text((place(x, 0)[0], SIZE[1] - bottom + 8), f'{x:g}', INK, font, anchor='mt')
    pen.line([place(x, y) for x, y in curve], LINE, 3, joint='curve')
    pen.text((left, 16), title, INK, ImageFont.load_default(18))
    pen.text((SIZE[0] - right, SIZE[1] - 12), 'steps', INK, font, anchor='rb')
    return picture


def ticks(low: float, high: float) -> list[float]:
    """Gives round numbers that hold a range, five or so."""
    step = 10.0 ** len(str(int(high - low))) / 10 if high - low >= 1 else 0.1
    step = next(step * times for times in (1, 2, 5, 10) if (high - low) / (step * times) <= 6)
    first, last = int(low // step), int(-(-high // step))
    return [round(index * step, 6) for index in range(first, last + 1)]


if __name__ == '__main__':
    main()
