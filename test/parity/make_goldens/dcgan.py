"""Makes the goldens of the DCGAN family: generators as PyTorch's nn.Sequential has them, with random weights.

Run: python test/parity/make_goldens/dcgan.py   (packages: requirements.txt beside this file; CPU only)
Writes to goldens/dcgan/ a checkpoint for each case, and pictures.safetensors: for `CASE/SEED` the generator's answer to
torch.randn(1, nz, 1, 1) of that seed, [1, C, side, side]. The built-in generator is there as `textures/SEED`. Run it again
whenever models/dcgan/checkpoint changes.
"""
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from checkpoints import GOLDENS

FOLDER = GOLDENS / "dcgan"
BUILT_IN = GOLDENS.parents[2] / "models" / "dcgan" / "checkpoint" / "textures.safetensors"
SEEDS = [0, 7, 4294967295]

# name: what stands before the numbers, channels from the noise to the picture, kernel of the first layer, bias, norm, type
CASES = {
    "classic": ("main.", [100, 24, 12, 8, 6, 3], 4, False, True, torch.float32),
    "bare-grey": ("", [10, 16, 8, 1], 4, True, True, torch.float32),
    "parallel-half": ("module.main.", [21, 12, 8, 8, 6, 4, 3], 4, False, True, torch.float16),
    "without-norms": ("net.", [16, 12, 8, 3], 6, True, False, torch.float32),
}


def generator(channels, kernel, bias, norm):
    layers = []
    for at, (entering, leaving) in enumerate(zip(channels, channels[1:])):
        size, stride, padding = (kernel, 1, 0) if at == 0 else (4, 2, 1)
        layers.append(nn.ConvTranspose2d(entering, leaving, size, stride, padding, bias=bias))
        if at < len(channels) - 2:
            layers += [nn.BatchNorm2d(leaving), nn.ReLU()] if norm else [nn.ReLU()]
    return nn.Sequential(*layers, nn.Tanh()).eval()


def random_weights(network, seed):
    """Weights large enough to fill the range of tanh; means and variances as training leaves them."""
    random = torch.Generator().manual_seed(seed)
    for name, tensor in network.state_dict().items():
        if name.endswith("running_var"):
            tensor.uniform_(0.3, 2, generator=random)
        elif name.endswith("num_batches_tracked"):
            tensor.fill_(1234)
        elif tensor.dim() == 4:
            tensor.normal_(0, (tensor.shape[0] * 4) ** -0.5, generator=random)
        else:
            tensor.normal_(0.5, 0.5, generator=random)


@torch.no_grad()
def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    pictures = {}
    for number, (case, (prefix, channels, kernel, bias, norm, kind)) in enumerate(CASES.items()):
        network = generator(channels, kernel, bias, norm)
        random_weights(network, number)
        stored = {
            f"{prefix}{name}": tensor.to(kind) if tensor.is_floating_point() else tensor
            for name, tensor in network.state_dict().items()
        }
        save_file(stored, FOLDER / f"{case}.safetensors")
        # The picture of the weights as they are stored, computed in float32.
        network.load_state_dict({name.removeprefix(prefix): tensor for name, tensor in stored.items()})
        answer(pictures, case, network, channels[0])
    if BUILT_IN.exists():
        tensors = {name.removeprefix("main."): tensor.float() for name, tensor in load_file(BUILT_IN).items()}
        widths = [tensors[f"{number}.weight"].shape for number in range(0, 15, 3)]
        network = generator([*(shape[0] for shape in widths), widths[-1][1]], 4, False, True)
        network.load_state_dict(tensors)
        answer(pictures, "textures", network, widths[0][0])
    save_file(pictures, FOLDER / "pictures.safetensors")


def answer(pictures, case, network, noise):
    for seed in SEEDS:
        random = torch.Generator().manual_seed(seed)
        pictures[f"{case}/{seed}"] = network(torch.randn(1, noise, 1, 1, generator=random)).contiguous()


if __name__ == "__main__":
    main()
