"""
Draws 1,000 prompts with diffusers' own pipeline and lets the judge say what they show; then measures what guidance,
the negative prompt and the seed do. Every figure stands in the log.
"""

import json
import time
from pathlib import Path

import numpy as np
import torch
from diffusers import StableDiffusionPipeline
from PIL import Image

from export import CHECKPOINT
from judge import load_judge, shares
from pictures import Pictures, as_input
from questions import questions
from workspace import arguments, device, log

BATCH = 50


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--checkpoint', type=Path, default=CHECKPOINT)
    parser.add_argument('--judge', type=Path, required=True, help='the judge.weights of the judge')
    parser.add_argument('--prompts', type=int, default=1000)
    parser.add_argument('--steps', type=int)
    parser.add_argument('--guidance', type=float)
    parser.add_argument('--only-prompts', action='store_true', help='leave guidance, negative prompt and seeds aside')
    options = parser.parse_args()
    defaults = json.loads((options.checkpoint / 'limn.json').read_text())
    steps, guidance = options.steps or defaults['steps'], options.guidance or defaults['guidance']
    judge = load_judge(options.judge)
    artist = Artist(options.checkpoint, steps)
    asked = questions(Pictures(options.work).facts, options.prompts)
    prompts = [question['prompt'] for question in asked]

    started = time.time()
    drawn = artist.draw(prompts, guidance)
    seconds = (time.time() - started) / len(asked)
    named = judge.name(as_input(drawn))
    settings = {'prompts': len(asked), 'steps': steps, 'guidance': guidance, 'seconds_each': round(seconds, 3)}
    log(options.work, 'evaluate', **settings, **shares(asked, named), wrong=wrong_nouns(asked, named))
    sheet(drawn[:100], 10).save(options.work / 'sheet.png', optimize=True)
    if options.only_prompts:
        return
    for other in (1.0, 7.0):
        figures = shares(asked[:300], judge.name(as_input(artist.draw(prompts[:300], other))))
        log(options.work, 'evaluate guidance', guidance=other, **figures)
    log(options.work, 'evaluate negative', **greens(artist, guidance))
    log(options.work, 'evaluate seeds', **spread(artist, guidance))


class Artist:
    """diffusers' pipeline over the checkpoint; picture i of a list is drawn from seed i."""

    def __init__(self, checkpoint: Path, steps: int):
        self.pipeline = StableDiffusionPipeline.from_pretrained(checkpoint, torch_dtype=torch.float32).to(device())
        self.pipeline.set_progress_bar_config(disable=True)
        self.steps = steps

    def draw(self, prompts: list[str], guidance: float, negative: str = '') -> np.ndarray:
        """Gives pictures [n, 128, 128, 3] as bytes."""
        drawn = []
        for first in range(0, len(prompts), BATCH):
            some = prompts[first : first + BATCH]
            seeds = [torch.Generator().manual_seed(first + index) for index in range(len(some))]
            options = {'num_inference_steps': self.steps, 'guidance_scale': guidance, 'generator': seeds}
            images = self.pipeline(some, negative_prompt=[negative] * len(some), output_type='np', **options).images
            drawn.append((images * 255).round().astype(np.uint8))
        return np.concatenate(drawn)


def wrong_nouns(asked: list[dict], named: list[dict]) -> list[str]:
    """Gives the most missed nouns with what they were taken for."""
    misses = [f'{q["noun"]} > {a["noun"]}' for q, a in zip(asked, named) if q['noun'] != a['noun']]
    return sorted(set(misses), key=misses.count, reverse=True)[:40]


def greens(artist: Artist, guidance: float) -> dict[str, float]:
    """Gives the share of green pixels of trees without a colour, with nothing and with `green` as negative prompt."""
    shares_of = {}
    for name, negative in (('without', ''), ('with', 'green')):
        drawn = artist.draw(['a tree on a white background'] * 50, guidance, negative).astype(int)
        red, green, blue = np.moveaxis(drawn, -1, 0)
        shares_of[name] = round(float(((green > red + 30) & (green > blue + 30)).mean()), 4)
    return shares_of


def spread(artist: Artist, guidance: float) -> dict[str, float]:
    """Gives the mean and the smallest distance of 100 seeds of one prompt: root mean square over pixels, 0 … 255."""
    drawn = artist.draw(['a red mushroom on a white background'] * 100, guidance).astype(np.float32).reshape(100, -1)
    distances = np.sqrt(((drawn[:, None] - drawn[None]) ** 2).mean(-1))[np.triu_indices(100, 1)]
    return {'mean': round(float(distances.mean()), 2), 'smallest': round(float(distances.min()), 2)}


def sheet(drawn: np.ndarray, columns: int) -> Image.Image:
    lines = [np.concatenate(drawn[at : at + columns], 1) for at in range(0, len(drawn) // columns * columns, columns)]
    return Image.fromarray(np.concatenate(lines, 0))


if __name__ == '__main__':
    main()
