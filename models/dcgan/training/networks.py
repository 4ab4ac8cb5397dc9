"""The two networks of a DCGAN (Radford, Metz and Chintala 2015), named as PyTorch's own example of one."""

import torch
from torch import nn

NOISE = 100
SIDE = 64
PACKED = 2


class Generator(nn.Module):
    """Noise [n, NOISE, 1, 1] to pictures [n, 3, 64, 64] in -1 … 1; `width` channels enter the last layer."""

    def __init__(self, width: int):
        super().__init__()
        widths = [NOISE, 8 * width, 4 * width, 2 * width, width]
        layers = []
        for at, (entering, leaving) in enumerate(zip(widths, widths[1:])):
            stride, padding = (1, 0) if at == 0 else (2, 1)
            layers.append(nn.ConvTranspose2d(entering, leaving, 4, stride, padding, bias=False))
            layers += [nn.BatchNorm2d(leaving), nn.ReLU(True)]
        self.main = nn.Sequential(*layers, nn.ConvTranspose2d(width, 3, 4, 2, 1, bias=False), nn.Tanh())
        self.apply(initialise)

    def forward(self, noise: torch.Tensor) -> torch.Tensor:
        return self.main(noise)


class Discriminator(nn.Module):
    """
    Pictures, `PACKED` at a time, to one number, [n / PACKED]: above 0 for drawings, below for generated pictures. Seeing
    several at once it notices when they are too much alike (PacGAN, Lin et al. 2018). It has no norms: with them it tells
    batches apart instead of pictures, and wins within a hundred steps.
    """

    def __init__(self, width: int):
        super().__init__()
        widths = [3 * PACKED, width, 2 * width, 4 * width, 8 * width]
        layers = []
        for entering, leaving in zip(widths, widths[1:]):
            layers += [nn.Conv2d(entering, leaving, 4, 2, 1), nn.LeakyReLU(0.2, True)]
        self.main = nn.Sequential(*layers, nn.Conv2d(8 * width, 1, 4, 1, 0))
        self.apply(initialise)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.main(pictures.reshape(-1, 3 * PACKED, *pictures.shape[2:])).flatten()


def initialise(layer: nn.Module) -> None:
    """The paper's start: weights of deviation 0.02, those of a norm round 1."""
    if isinstance(layer, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(layer.weight, 0, 0.02)
    if isinstance(layer, nn.BatchNorm2d):
        nn.init.normal_(layer.weight, 1, 0.02)
    if getattr(layer, 'bias', None) is not None:
        nn.init.zeros_(layer.bias)


def noise(count: int) -> torch.Tensor:
    return torch.randn(count, NOISE, 1, 1)
