"""Trains the generator against the discriminator on the drawn tiles, and draws a sheet of samples on the way."""

import copy
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn.functional import binary_cross_entropy_with_logits as cross_entropy

from networks import Discriminator, Generator, noise
from pictures import Pictures
from workspace import SEED, arguments, load_state, log, save_state

RATE, FIRST, SECOND = 4e-4, 0.5, 0.99
"""How much the discriminator's slope at the drawings costs, and every how many steps it is looked at."""
SLOPE, SLOPE_EVERY = 0.1, 8
AVERAGE = 0.99
SAVE_EVERY = 100


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--steps', type=int, default=10000)
    parser.add_argument('--batch', type=int, default=32)
    parser.add_argument('--width', type=int, default=24, help='channels that enter the generator’s last layer')
    parser.add_argument('--judge-width', type=int, default=16, help='channels that leave the discriminator’s first layer')
    parser.add_argument('--cool', type=float, default=0.3, help='share of the steps over which the rate falls')
    options = parser.parse_args()
    torch.manual_seed(SEED)
    training = Training(options.width, options.judge_width)
    path = options.work / 'dcgan.state'
    if state := load_state(path):
        training.restore(state)
    shown = torch.randn(96, 100, 1, 1, generator=torch.Generator().manual_seed(SEED))
    random = np.random.default_rng(SEED + training.count)
    torch.manual_seed(SEED + training.count)
    pictures = Pictures(options.work)
    started, first = time.time(), training.count
    while training.count < options.steps:
        rate = RATE * min(1, (options.steps - training.count) / max(1, options.cool * options.steps))
        chosen = random.integers(0, pictures.count, options.batch)
        figures = training.step(pictures.images(chosen).contiguous(), rate)
        if training.count % SAVE_EVERY == 0 or training.count == options.steps:
            seconds = time.time() - started
            speed = (training.count - first) * options.batch / seconds
            log(options.work, 'dcgan', step=training.count, seconds=round(seconds), speed=round(speed, 1), **figures)
            save_state(path, training.state())
            settle(training.average, options.batch)
            sheet(training.average, shown, options.work / 'sheet.png')
    settle(training.average, options.batch)
    sheet(training.average, shown, options.work / 'sheet.png')
    save_state(options.work / 'generator.weights', training.average.state_dict())


class Training:
    """Both networks, their optimisers, and the average of the generator over time, which is the one that is kept."""

    def __init__(self, width: int, judge_width: int):
        self.generator, self.discriminator = Generator(width), Discriminator(judge_width)
        self.average = copy.deepcopy(self.generator).requires_grad_(False)
        self.steppers = [
            torch.optim.Adam(network.parameters(), RATE, (FIRST, SECOND))
            for network in (self.generator, self.discriminator)
        ]
        self.count = 0

    def step(self, real: torch.Tensor, rate: float) -> dict:
        """One step of each network down the paper's losses."""
        towards_generator, towards_discriminator = self.steppers
        drawn = half(self.generator, noise(len(real)))
        seen, seen_drawn = half(self.discriminator, real), half(self.discriminator, drawn.detach())
        told_apart = cross_entropy(seen, torch.ones_like(seen)) + cross_entropy(seen_drawn, torch.zeros_like(seen_drawn))
        slope = SLOPE_EVERY * self.slope(real[: len(real) // 2]) if self.count % SLOPE_EVERY == 0 else 0
        descend(towards_discriminator, told_apart + slope, rate)

        judged = half(self.discriminator, drawn)
        believed = cross_entropy(judged, torch.ones_like(judged))
        descend(towards_generator, believed, rate)
        self.count += 1
        self.move_average()
        figures = {'discriminator': told_apart, 'generator': believed, 'real': seen.sigmoid().mean()}
        return {name: round(figure.item(), 3) for name, figure in figures.items()}

    def slope(self, real: torch.Tensor) -> torch.Tensor:
        """Half the squared gradient at drawings (R1, Mescheder et al. 2018): what keeps the two networks in balance."""
        real = real.clone().requires_grad_(True)
        (gradient,) = torch.autograd.grad(self.discriminator(real).sum(), real, create_graph=True)
        return SLOPE / 2 * gradient.square().sum((1, 2, 3)).mean()

    @torch.no_grad()
    def move_average(self) -> None:
        share = min(AVERAGE, self.count / (self.count + 10))
        for kept, latest in zip(self.average.parameters(), self.generator.parameters()):
            kept.lerp_(latest, 1 - share)

    def state(self) -> dict:
        networks = {name: getattr(self, name).state_dict() for name in ('generator', 'discriminator', 'average')}
        return {**networks, 'steppers': [stepper.state_dict() for stepper in self.steppers], 'count': self.count}

    def restore(self, state: dict) -> None:
        for name in ('generator', 'discriminator', 'average'):
            getattr(self, name).load_state_dict(state[name])
        for stepper, kept in zip(self.steppers, state['steppers']):
            stepper.load_state_dict(kept)
        self.count = state['count']


def half(network: nn.Module, x: torch.Tensor) -> torch.Tensor:
    """Runs a network in bfloat16 where that is safe; its answer is float32."""
    with torch.autocast('cpu', torch.bfloat16):
        return network(x).float()


def descend(stepper: torch.optim.Optimizer, loss: torch.Tensor, rate: float) -> None:
    for group in stepper.param_groups:
        group['lr'] = rate
    stepper.zero_grad()
    loss.backward()
    stepper.step()


@torch.no_grad()
def settle(network: nn.Module, batch: int) -> None:
    """Measures the norms' means and variances anew: those of the averaged weights are not an average of any others."""
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):
            layer.reset_running_stats()
            layer.momentum = None
    network.train()
    for _ in range(16):
        network(noise(batch))
    network.eval()


@torch.no_grad()
def sheet(network: nn.Module, shown: torch.Tensor, file: Path) -> None:
    """Draws the samples of the noise `shown`, twelve a line."""
    lines = [torch.cat(list(line), 2) for line in network(shown).split(12)]
    rgb = (torch.cat(lines, 1).permute(1, 2, 0) + 1) * 127.5
    Image.fromarray(rgb.round().clamp(0, 255).byte().numpy()).save(file, optimize=True)


if __name__ == '__main__':
    main()
