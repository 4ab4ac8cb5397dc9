"""The weights of a network in training: computed with in bfloat16, kept and stepped in float32, averaged over time."""

import math

import torch
from torch import nn

from workspace import processes, rank, summed

class Weights:
    """
    Owns a network's parameters as three flat vectors: the bfloat16 ones the network computes with, the float32 ones
    that are stepped, and their exponential moving average.

    Matrices and convolutions, but not tables of embeddings, are stepped by Muon (Jordan 2024, with the update size of
    Liu et al. 2025, arXiv 2502.16982), everything else by AdamW at the same rate.
    """

    def __init__(self, network: nn.Module, device: torch.device, weight_decay: float, average: float):
        network.to(device, torch.bfloat16).to(memory_format=torch.channels_last)
        self.parameters = [parameter for parameter in network.parameters() if parameter.requires_grad]
        count = sum(parameter.numel() for parameter in self.parameters)
        self.half = torch.empty(count, dtype=torch.bfloat16, device=device)
        self.gradient = torch.zeros_like(self.half)
        self.matrices: dict[tuple[int, int], list[slice]] = {}
        self.weight_decay, self.average, self.step_count = weight_decay, average, 0
        tables = {id(module.weight) for module in network.modules() if isinstance(module, nn.Embedding)}
        start = 0
        for parameter in self.parameters:
            place = slice(start, start + parameter.numel())
            parameter.data = view_as(self.half[place], parameter).copy_(parameter.data)
            parameter.grad = view_as(self.gradient[place], parameter)
            is_matrix = parameter.dim() > 1 and min(parameter.shape[0], parameter[0].numel()) >= 16
            if is_matrix and id(parameter) not in tables:
                self.matrices.setdefault((parameter.shape[0], parameter[0].numel()), []).append(place)
            start = place.stop
        self.full = self.half.float()
        self.averaged = self.full.clone()
        self.first = torch.zeros_like(self.full)
        self.second = torch.zeros_like(self.full)

    @torch.no_grad()
    def step(self, rate: float, clip: float = 1.0) -> float:
        """Takes one step down the gradient gathered by `backward`, and clears it; gives the gradient's norm."""
        self.step_count += 1
        gradient = summed(self.gradient.float()).div_(processes())
        self.gradient.zero_()
        norm = gradient.norm().item()
        gradient.mul_(min(1.0, clip / (norm + 1e-6)))
        self.first.lerp_(gradient, 1 - FIRST)
        self.second.lerp_(gradient.square_(), 1 - SECOND)
        self.full.mul_(1 - rate * self.weight_decay).add_(self.update(), alpha=-rate)
        self.averaged.lerp_(self.full, 1 - min(self.average, (1 + self.step_count) / (10 + self.step_count)))
        self.half.copy_(self.full)
        return norm

    def update(self) -> torch.Tensor:
        """Gives the direction of a step; every process works out its turns of the matrices, process 0 the rest."""
        update = self.adam_update() * (rank() == 0)
        for turn, (shape, places) in enumerate(self.matrices.items()):
            if turn % processes() != rank():
                for place in places:
                    update[place] = 0
                continue
            stacked = torch.stack([self.first[place].view(shape) for place in places])
            directions = orthogonal(stacked).float() * (0.2 * math.sqrt(max(shape)))
            for place, direction in zip(places, directions):
                update[place] = direction.flatten()
        return summed(update)

    def adam_update(self) -> torch.Tensor:
        scale = math.sqrt(1 - SECOND**self.step_count) / (1 - FIRST**self.step_count)
        return self.first.mul(scale).div_(self.second.sqrt().add_(1e-8))

    def use_averaged(self) -> None:
        """Lets the network compute with the averaged weights; `use_latest` goes back."""
        self.half.copy_(self.averaged)

    def use_latest(self) -> None:
        self.half.copy_(self.full)

    def averaged_tensors(self, network: nn.Module) -> dict[str, torch.Tensor]:
        """Gives the averaged float32 weights under the network's own names."""
        tensors, start = dict(network.state_dict()), 0
        places = {}
        for parameter in self.parameters:
            places[parameter.data_ptr()] = view_as(self.averaged[start : start + parameter.numel()], parameter)
            start += parameter.numel()
        return {name: places.get(tensor.data_ptr(), tensor).contiguous() for name, tensor in tensors.items()}

    def state(self) -> dict:
        names = ('full', 'averaged', 'first', 'second')
        return {'step_count': self.step_count, **{name: getattr(self, name) for name in names}}

    def restore(self, state: dict) -> None:
        self.step_count = state['step_count']
        for name in ('full', 'averaged', 'first', 'second'):
            getattr(self, name).copy_(state[name])
        self.half.copy_(self.full)


FIRST, SECOND = 0.9, 0.99


def view_as(flat: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """Views a flat piece in a parameter's shape, convolutions with their channels last in memory."""
    if like.dim() != 4:
        return flat.view(like.shape)
    out, inner, high, wide = like.shape
    return flat.view(out, high, wide, inner).permute(0, 3, 1, 2)


def orthogonal(matrices: torch.Tensor) -> torch.Tensor:
    """Replaces the singular values of [n, rows, columns] by about 1: five Newton-Schulz steps (Jordan 2024)."""
    x = matrices.bfloat16()
    tall = x.shape[1] > x.shape[2]
    x = x.mT if tall else x
    x = x / (x.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(5):
        square = x @ x.mT
        x = 3.4445 * x + (-4.7750 * square + 2.0315 * square @ square) @ x
    return x.mT if tall else x


def warm_constant_cooled(step: int, steps: int, warm: int, cool: float) -> float:
    """Scales the rate: up over `warm` steps, level, then straight down to 2 % over the last share `cool`."""
    left = (steps - step) / max(1.0, cool * steps)
    return min(1.0, (step + 1) / warm) * max(0.02, min(1.0, left))
