"""
The judge: a plain convolutional classifier that names noun, colour, background, style and count of a picture.

It is trained on drawings of its own, which no part of Sketch was trained on, and never on a generated picture. Started
as a program it trains, and measures itself on drawings that it was not trained on either.
"""

import time
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from pictures import Pictures
from weights import warm_constant_cooled
from workspace import SEED, arguments, device, load_state, log, save_state

KINDS = ('noun', 'colour', 'background', 'style', 'count')
MEASURED = 2048


class Judge(nn.Module):
    """Takes pictures [n, 3, 128, 128] in -1 … 1, halves them, and answers each of `KINDS`."""

    def __init__(self, names: list[list]):
        super().__init__()
        self.names = names
        widths = (32, 64, 128, 192)
        self.stages = nn.Sequential(*(
            nn.Sequential(step(3 if at == 0 else widths[at - 1], width, 1 if at == 0 else 2), Residual(width) if at else nn.Identity())
            for at, width in enumerate(widths)
        ))
        self.head = nn.Linear(2 * widths[-1], sum(map(len, names)))

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, ...]:
        features = self.stages(functional.avg_pool2d(pictures, 2)).float()
        pooled = torch.cat([features.mean((2, 3)), features.amax((2, 3))], 1)
        return self.head(pooled).split([len(list_) for list_ in self.names], 1)

    @torch.no_grad()
    def name(self, pictures: torch.Tensor) -> list[dict]:
        """Names what pictures [n, 3, 128, 128] show."""
        self.eval()
        named = []
        for some in pictures.split(64):
            columns = [answer.argmax(1).tolist() for answer in self(some)]
            named += [
                {kind: list_[at] for kind, list_, at in zip(KINDS, self.names, row)} for row in zip(*columns)
            ]
        return named


class Residual(nn.Module):
    def __init__(self, width: int):
        super().__init__()
        self.steps = nn.Sequential(step(width, width, 1), step(width, width, 1))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.steps(x)


def step(into: int, out: int, stride: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(into, out, 3, stride, 1, bias=False), nn.BatchNorm2d(out), nn.ReLU())


def load_judge(path: Path) -> Judge:
    """Reads the judge that `main` saved."""
    state = load_state(path)
    if state is None:
        raise FileNotFoundError(f'{path} is missing: train the judge first (judge.py)')
    judge = Judge(state['names'])
    judge.load_state_dict(state['weights'])
    return judge.eval()


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--steps', type=int, default=4000)
    parser.add_argument('--batch', type=int, default=64)
    options = parser.parse_args()
    place = device()
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    pictures = Pictures(options.work)
    names = [sorted({row[kind] for row in pictures.rows}) for kind in KINDS]
    answers = torch.tensor([[list_.index(row[kind]) for kind, list_ in zip(KINDS, names)] for row in pictures.rows])
    judge = Judge(names).to(place, memory_format=torch.channels_last)
    optimiser = torch.optim.AdamW(judge.parameters(), weight_decay=0.02)
    trained, started = pictures.count - MEASURED, time.time()
    for at in range(options.steps):
        optimiser.param_groups[0]['lr'] = 2e-3 * warm_constant_cooled(at, options.steps, 100, 0.8)
        chosen = random.integers(0, trained, options.batch)
        with torch.autocast(place.type, torch.bfloat16):
            guesses = judge.train()(pictures.images(chosen).to(place))
        right = answers[torch.from_numpy(chosen)].to(place)
        loss = sum(functional.cross_entropy(guess.float(), right[:, kind]) for kind, guess in enumerate(guesses))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if (at + 1) % 200 == 0:
            log(options.work, 'judge', step=at + 1, seconds=round(time.time() - started), loss=round(loss.item(), 4))
    save_state(options.work / 'judge.weights', {'names': names, 'weights': judge.state_dict()})
    measured = range(trained, pictures.count)
    named = judge.name(pictures.images(np.array(measured)).to(place))
    log(options.work, 'judge', drawings=len(named), **shares([pictures.rows[index] for index in measured], named))


def shares(asked: list[dict], named: list[dict]) -> dict[str, float]:
    """Gives the share of right answers of each kind."""
    return {
        kind: round(sum(question[kind] == answer[kind] for question, answer in zip(asked, named)) / len(asked), 4)
        for kind in KINDS
    }


if __name__ == '__main__':
    main()
