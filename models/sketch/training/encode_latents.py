"""Finishes the autoencoder (latents of mean 0 and deviation 1) and encodes pictures once for the UNet."""

import time
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderKL

from networks import LATENT_CHANNELS, SIDE, autoencoder
from pictures import Pictures
from workspace import arguments, device, log, processes, rank, summed, together


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--count', type=int, default=60_000, help='pictures to train on; the held-out ones come on top')
    options = parser.parse_args()
    place = device()
    pictures = Pictures(options.work)
    if not (options.work / 'vae').exists():
        finish(options.work, pictures, place)
    network = AutoencoderKL.from_pretrained(options.work / 'vae', torch_dtype=torch.bfloat16)
    network.to(place).to(memory_format=torch.channels_last)
    started = time.time()
    trained = np.arange(min(options.count, pictures.trained))
    chosen = np.concatenate([trained, np.arange(pictures.trained, pictures.count)])
    latents = torch.zeros(len(chosen), LATENT_CHANNELS, SIDE // 8, SIDE // 8)
    for rows in np.array_split(np.arange(len(chosen)), -(-len(chosen) // 512))[rank() :: processes()]:
        latents[rows] = encode(network, pictures, chosen[rows], place)
    latents = summed(latents).half()
    if rank() == 0:
        np.savez(options.work / 'latents.npz', latents=latents.numpy(), pictures=chosen)
    log(options.work, 'latents', count=len(latents), seconds=round(time.time() - started))


def finish(work: Path, pictures: Pictures, place: torch.device) -> None:
    """Saves the trained autoencoder with white latents, in float16; every process makes the same, process 0 writes."""
    network = autoencoder()
    network.load_state_dict(torch.load(work / 'autoencoder.weights', weights_only=True))
    network.to(place).to(memory_format=torch.channels_last)
    some = encode(network, pictures, np.arange(1024), place)
    whiten(network, some.mean((0, 2, 3)).to(place), some.std((0, 2, 3)).to(place))
    if rank() == 0:
        network.half().save_pretrained(work / 'vae')
    together()


@torch.no_grad()
def encode(network: AutoencoderKL, pictures: Pictures, indices: np.ndarray, place: torch.device) -> torch.Tensor:
    """Gives the posterior's means, [n, 8, 16, 16]."""
    kind = network.dtype
    means = []
    for images in pictures.images(indices).split(32):
        images = images.to(place, kind).contiguous(memory_format=torch.channels_last)
        means.append(network.quant_conv(network.encoder(images)).float().chunk(2, 1)[0].cpu())
    return torch.cat(means)


@torch.no_grad()
def whiten(network: AutoencoderKL, mean: torch.Tensor, deviation: torch.Tensor) -> None:
    """Folds z' = (z - mean) / deviation into the two 1 x 1 convolutions, so that `scaling_factor` is 1; exact."""
    into, back = network.quant_conv, network.post_quant_conv
    means, spreads = slice(LATENT_CHANNELS), slice(LATENT_CHANNELS, None)
    into.weight[means] /= deviation[:, None, None, None]
    into.bias[means] = (into.bias[means] - mean) / deviation
    into.bias[spreads] -= 2 * deviation.log()
    back.bias += back.weight[:, :, 0, 0] @ mean
    back.weight *= deviation[None, :, None, None]


if __name__ == '__main__':
    main()
