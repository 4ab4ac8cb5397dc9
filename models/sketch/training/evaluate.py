"""
Draws 200 prompts with diffusers' own pipeline and reads from the pixels whether colour and background are right.

The prompts name nouns, colours and backgrounds in turn from a fixed seed, so that every run asks the same.
"""

import itertools
import json
import random
import time
from pathlib import Path

import numpy as np
import torch
from diffusers import StableDiffusionPipeline
from PIL import Image

from colour_check import ColourCheck
from export import CHECKPOINT
from pictures import Pictures
from workspace import SEED, arguments, device, log

WORDINGS = ('a {colour} {noun} on a {background} background', '{colour} {noun}, {background} background')
BATCH = 50


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--checkpoint', type=Path, default=CHECKPOINT)
    parser.add_argument('--prompts', type=int, default=200)
    parser.add_argument('--steps', type=int)
    parser.add_argument('--guidance', type=float)
    options = parser.parse_args()
    defaults = json.loads((options.checkpoint / 'limn.json').read_text())
    steps, guidance = options.steps or defaults['steps'], options.guidance or defaults['guidance']
    pictures = Pictures(options.work)
    check = ColourCheck(pictures.facts)
    asked = questions(defaults['vocabulary'], options.prompts)
    pipeline = StableDiffusionPipeline.from_pretrained(options.checkpoint, torch_dtype=torch.float32).to(device())
    pipeline.set_progress_bar_config(disable=True)
    started = time.time()
    drawn = draw(pipeline, [question['prompt'] for question in asked], steps, guidance)
    seconds = (time.time() - started) / len(asked)
    sheet(drawn[:144], 18).save(options.work / 'sheet.png', optimize=True)
    wrong = [question['prompt'] for question, picture in zip(asked, drawn) if not all(right(check, question, picture))]
    figures = shares(check, asked, drawn)
    log(options.work, 'evaluate', steps=steps, guidance=guidance, seconds_each=round(seconds, 3), **figures, wrong=wrong)
    held_out = range(pictures.trained, pictures.trained + options.prompts)
    truth = shares(check, [pictures.rows[index] for index in held_out], [pictures.pixels[index] for index in held_out])
    log(options.work, 'evaluate drawings', **truth)


def questions(vocabulary: dict, count: int) -> list[dict]:
    """Gives prompts with their noun, colour and background: the nouns in turn, the rest from a shuffled list."""
    chance = random.Random(SEED)
    pairs = list(itertools.product(vocabulary['colours'], vocabulary['backgrounds']))
    asked = []
    for index in range(count):
        if index % len(pairs) == 0:
            chance.shuffle(pairs)
        colour, background = pairs[index % len(pairs)]
        words = {'noun': vocabulary['nouns'][index % len(vocabulary['nouns'])], 'colour': colour, 'background': background}
        asked.append({**words, 'prompt': chance.choice(WORDINGS).format(**words)})
    return asked


def draw(pipeline: StableDiffusionPipeline, prompts: list[str], steps: int, guidance: float) -> list[np.ndarray]:
    """Gives one picture for each prompt, its seed the prompt's number."""
    drawn = []
    for first in range(0, len(prompts), BATCH):
        some = prompts[first : first + BATCH]
        seeds = [torch.Generator().manual_seed(first + index) for index in range(len(some))]
        options = {'num_inference_steps': steps, 'guidance_scale': guidance, 'generator': seeds, 'output_type': 'np'}
        drawn += [(image * 255).round().astype(np.uint8) for image in pipeline(some, **options).images]
    return drawn


def shares(check: ColourCheck, asked: list[dict], drawn: list[np.ndarray]) -> dict:
    """Gives the share of pictures with the right background, the right colour, and both."""
    results = np.array([right(check, question, picture) for question, picture in zip(asked, drawn)])
    background, colour = results.mean(0)
    return {'background': round(background, 4), 'colour': round(colour, 4), 'both': round(results.all(1).mean(), 4)}


def right(check: ColourCheck, question: dict, picture: np.ndarray) -> tuple[bool, bool]:
    return check.background(picture) == question['background'], check.colour(picture) == question['colour']


def sheet(drawn: list[np.ndarray], columns: int) -> Image.Image:
    lines = [np.concatenate(drawn[at : at + columns], 1) for at in range(0, len(drawn) // columns * columns, columns)]
    return Image.fromarray(np.concatenate(lines, 0))


if __name__ == '__main__':
    main()
