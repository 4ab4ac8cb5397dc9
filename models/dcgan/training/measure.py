"""
Measures a thousand generated pictures: which kinds of texture there are among them, how well they repeat, and how
different they are from each other.
"""

from collections import Counter

import numpy as np
import torch
from torch.nn.functional import avg_pool2d

from networks import Generator, noise
from pictures import Pictures
from workspace import SEED, arguments, log

COUNT = 1000


@torch.no_grad()
def main() -> None:
    options = arguments(__doc__).parse_args()
    tensors = torch.load(options.work / 'generator.weights', weights_only=True)
    generator = Generator(tensors['main.12.weight'].shape[0]).eval()
    generator.load_state_dict(tensors)
    torch.manual_seed(SEED)
    drawn = torch.cat([generator(noise(100)) for _ in range(COUNT // 100)])
    pictures = Pictures(options.work)
    drawings = pictures.images(np.arange(2 * COUNT))
    kinds = Counter(pictures.rows[index]['noun'] for index in nearest(drawn, drawings))
    log(
        options.work,
        'measure',
        kinds=dict(kinds.most_common()),
        seams={'drawings': seams(drawings), 'generated': seams(drawn)},
        apart={'drawings': apart(drawings), 'generated': apart(drawn)},
    )


def nearest(some: torch.Tensor, others: torch.Tensor) -> list[int]:
    """For each picture the one among others that is nearest to it at 16 × 16 pixels."""
    small, small_others = (avg_pool2d(pictures, 4).flatten(1) for pictures in (some, others))
    return torch.cdist(small, small_others).argmin(1).tolist()


def seams(pictures: torch.Tensor) -> float:
    """
    The step of colour across the joints of a picture laid beside itself, against the step between lines inside it; the
    median over pictures. 1: a joint is like any other line.
    """
    joint = step(pictures[..., 0], pictures[..., -1]) + step(pictures[:, :, 0], pictures[:, :, -1])
    across = (pictures[..., 1:] - pictures[..., :-1]).abs().mean((1, 2, 3))
    down = (pictures[:, :, 1:] - pictures[:, :, :-1]).abs().mean((1, 2, 3))
    return round((joint / (across + down)).median().item(), 2)


def step(line: torch.Tensor, other: torch.Tensor) -> torch.Tensor:
    return (line - other).abs().mean((1, 2))


def apart(pictures: torch.Tensor) -> float:
    """The mean difference of two pictures, a colour's range being 1."""
    half = len(pictures) // 2
    return round((pictures[:half] - pictures[half:]).abs().mean().item() / 2, 3)


if __name__ == '__main__':
    main()
