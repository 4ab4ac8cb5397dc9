"""Trains the autoencoder on the drawn pictures, and measures how well held-out pictures come back."""

import time

import numpy as np
import torch
from PIL import Image

from networks import autoencoder, bf16, size_of
from pictures import Pictures
from weights import Weights, warm_constant_cooled
from workspace import SEED, arguments, device, load_state, log, processes, rank, save_state


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--steps', type=int, default=4500)
    parser.add_argument('--batch', type=int, default=24)
    parser.add_argument('--part', type=int, default=64, help='side of the parts of pictures that are trained on')
    parser.add_argument('--rate', type=float, default=1e-3)
    parser.add_argument('--cool', type=float, default=0.4)
    options = parser.parse_args()
    place = device()
    torch.manual_seed(SEED)
    network = autoencoder()
    weights = Weights(network, place, weight_decay=0.0, average=0.995)
    path = options.work / 'autoencoder.state'
    if state := load_state(path):
        weights.restore(state['weights'])
    random = np.random.default_rng(SEED + weights.step_count + 7919 * rank())
    torch.manual_seed(SEED + weights.step_count + 7919 * rank())
    pictures = Pictures(options.work)
    log(options.work, 'autoencoder', parameters=size_of(network), decoder=size_of(network.decoder))
    started, smooth = time.time(), 0.0
    while weights.step_count < options.steps:
        rate = options.rate * warm_constant_cooled(weights.step_count, options.steps, 100, options.cool)
        images = pictures.random_parts(options.batch // processes(), options.part, random).to(place)
        loss, error = loss_of(network, images)
        loss.backward()
        weights.step(rate)
        smooth = error if smooth == 0 else 0.98 * smooth + 0.02 * error
        last = weights.step_count == options.steps
        if weights.step_count % 50 == 0 or last:
            save_state(path, {'weights': weights.state()})
            figures = {'step': weights.step_count, 'seconds': round(time.time() - started), 'l1': round(smooth, 5)}
            due = last or weights.step_count % 250 == 0
            measured = measure(network, weights, pictures, options.work, place) if due else {}
            log(options.work, 'autoencoder', **figures, **measured)
    save_state(options.work / 'autoencoder.weights', weights.averaged_tensors(network))


def loss_of(network, images: torch.Tensor) -> tuple[torch.Tensor, float]:
    """Absolute, squared and edge error, with a light pull of the posterior towards a normal distribution."""
    mean, spread = posterior(network, images)
    latents = mean + torch.randn_like(mean) * torch.exp(0.5 * spread)
    error = decode(network, latents) - images
    edges = (error[:, :, 1:] - error[:, :, :-1]).abs().mean() + (error[..., 1:] - error[..., :-1]).abs().mean()
    pull = 0.5 * (mean**2 + spread.exp() - 1 - spread).mean()
    absolute = error.abs().mean()
    return absolute + 2 * error.square().mean() + 0.5 * edges + 1e-4 * pull, absolute.item()


def posterior(network, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Gives the mean and the log-variance of the latents."""
    mean, spread = network.quant_conv(network.encoder(bf16(images))).float().chunk(2, 1)
    return mean, spread.clamp(-20, 10)


def decode(network, latents: torch.Tensor) -> torch.Tensor:
    return network.decoder(network.post_quant_conv(bf16(latents))).float()


@torch.no_grad()
def measure(network, weights: Weights, pictures: Pictures, work, place: torch.device) -> dict:
    """Gives the mean and the worst tenth of the signal-to-noise ratio (dB), and draws a sheet: above in, below out."""
    weights.use_averaged()
    images = pictures.held_out_images(128)
    means, returned = [], []
    for some in images.split(32):
        mean, _ = posterior(network, some.to(place))
        means.append(mean.cpu())
        returned.append(decode(network, mean).clamp(-1, 1).cpu())
    weights.use_latest()
    returned, means = torch.cat(returned), torch.cat(means)
    decibels = 10 * torch.log10(4 / (images - returned).square().mean((1, 2, 3)))
    sheet(images, returned).save(work / 'autoencoder.png')
    return {
        'psnr': round(decibels.mean().item(), 2),
        'psnr_p10': round(decibels.quantile(0.1).item(), 2),
        'latent_std': round(means.std().item(), 3),
    }


def sheet(images: torch.Tensor, returned: torch.Tensor) -> Image.Image:
    lines = [torch.cat(list(some[at : at + 16]), 2) for at in (0, 16) for some in (images, returned)]
    rgb = (torch.cat(lines, 1).permute(1, 2, 0) + 1) * 127.5
    return Image.fromarray(rgb.round().clamp(0, 255).byte().numpy())


if __name__ == '__main__':
    main()
