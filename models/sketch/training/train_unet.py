"""Trains the UNet to predict velocity in the latents, led by the frozen text encoder's states."""

import time
from pathlib import Path

import numpy as np
import torch
from transformers import CLIPTextModel, CLIPTokenizer

from networks import bf16, scheduler, size_of, unet
from pictures import HELD_OUT, Pictures
from train_text_encoder import tokens_of
from weights import Weights, warm_constant_cooled
from workspace import SEED, arguments, device, load_state, log, processes, rank, save_state

TIMES = 1000


class Examples:
    """Latents with the tokens of their four captions; an empty caption stands in for one in ten."""

    def __init__(self, work: Path, place: torch.device):
        self.place = place
        stored = np.load(work / 'latents.npz')
        self.latents = torch.from_numpy(stored['latents'])
        tokenizer = CLIPTokenizer.from_pretrained(work / 'tokenizer')
        rows = Pictures(work).rows
        captions = [caption for index in stored['pictures'] for caption in rows[index]['captions']]
        unique = {caption: index for index, caption in enumerate(dict.fromkeys(captions))}
        self.tokens = tokens_of(tokenizer, [*unique, ''])
        self.captions = torch.tensor([unique[caption] for caption in captions]).view(-1, 4)
        self.encoder = CLIPTextModel.from_pretrained(work / 'text_encoder', dtype=torch.float32)
        self.encoder.to(place, torch.bfloat16).eval()
        self.trained = len(self.latents) - HELD_OUT

    def some(self, indices: torch.Tensor, captions: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Gives latents [n, 8, 16, 16] and text states [n, TOKENS, WIDTH]."""
        with torch.no_grad():
            states = self.encoder(self.tokens[captions].to(self.place)).last_hidden_state
        return self.latents[indices].float().to(self.place), states

    def random(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        indices = torch.randint(0, self.trained, (count,))
        captions = self.captions[indices, torch.randint(0, 4, (count,))]
        captions[torch.rand(count) < 0.1] = len(self.tokens) - 1
        return self.some(indices, captions)

    def held_out(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        indices = torch.arange(self.trained, self.trained + count)
        return self.some(indices, self.captions[indices, 0])


class Noise:
    """The forward process: how much signal and noise remain at a time step, and how much its error counts."""

    def __init__(self, place: torch.device):
        kept = scheduler().alphas_cumprod.double()
        ratio = kept / (1 - kept)
        self.signal, self.noise = kept.sqrt().float().to(place), (1 - kept).sqrt().float().to(place)
        # Min-SNR (Hang et al. 2023) for velocity, raised by 1 so that the last, signal-free step counts too.
        self.weight = ((ratio.clamp(max=5) + 1) / (ratio + 1)).float().to(place)

    def times(self, count: int) -> torch.Tensor:
        """Picks time steps, three of ten from the noisy half, where the caption decides the picture."""
        low = torch.where(torch.rand(count) < 0.3, TIMES // 2, 0)
        return (low + torch.rand(count) * (TIMES - low)).long()

    def at(self, times: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        return self.signal[times][:, None, None, None], self.noise[times][:, None, None, None]


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--steps', type=int, default=6000)
    parser.add_argument('--batch', type=int, default=64)
    parser.add_argument('--rate', type=float, default=1e-3)
    parser.add_argument('--cool', type=float, default=0.3)
    parser.add_argument('--average', type=float, default=0.999, help='decay of the moving average of the weights')
    options = parser.parse_args()
    place = device()
    torch.manual_seed(SEED)
    network = unet()
    weights = Weights(network, place, weight_decay=0.01, average=options.average)
    path = options.work / 'unet.state'
    if state := load_state(path):
        weights.restore(state['weights'])
    torch.manual_seed(SEED + weights.step_count + 7919 * rank())
    examples, noise = Examples(options.work, place), Noise(place)
    settings = {'steps': options.steps, 'batch': options.batch, 'peak': options.rate, 'cool': options.cool}
    log(options.work, 'unet', parameters=size_of(network), **settings)
    started, first, smooth = time.time(), weights.step_count, 0.0
    while weights.step_count < options.steps:
        rate = options.rate * warm_constant_cooled(weights.step_count, options.steps, 150, options.cool)
        latents, states = examples.random(options.batch // processes())
        times = noise.times(len(latents)).to(place)
        errors, _ = errors_of(network, noise, latents, states, times, torch.randn_like(latents))
        (noise.weight[times] * errors).mean().backward()
        weights.step(rate)
        error = errors.mean().item()
        smooth = error if smooth == 0 else 0.98 * smooth + 0.02 * error
        if weights.step_count % 50 == 0:
            seen = (weights.step_count - first) * options.batch
            per_second = round(seen / (time.time() - started), 1)
            log(options.work, 'unet', step=weights.step_count, per_second=per_second, velocity_error=round(smooth, 4))
        if weights.step_count % 200 == 0 or weights.step_count == options.steps:
            save_state(path, {'weights': weights.state()})
            save_state(options.work / 'unet.weights', weights.averaged_tensors(network))
            quarters = held_out_errors(network, weights, examples, noise) if rank() == 0 else None
            log(options.work, 'unet', step=weights.step_count, latent_errors=quarters)


def errors_of(network, noise: Noise, latents, states, times, grain) -> tuple[torch.Tensor, torch.Tensor]:
    """Gives each example's squared error of the velocity, and of the clean latent that follows from it."""
    signal, amount = noise.at(times)
    noisy = signal * latents + amount * grain
    velocity = network(bf16(noisy), times, states, return_dict=False)[0].float()
    clean = signal * noisy - amount * velocity
    wanted = signal * grain - amount * latents
    return (velocity - wanted).square().mean((1, 2, 3)), (clean - latents).square().mean((1, 2, 3))


@torch.no_grad()
def held_out_errors(network, weights: Weights, examples: Examples, noise: Noise) -> list[float]:
    """Gives the averaged weights' mean error of the clean latent in each quarter of the time steps, quiet to noisy."""
    fixed = torch.Generator().manual_seed(SEED)
    times = torch.linspace(0, TIMES - 1, 128).long().to(examples.place)
    latents, states = examples.held_out(128)
    grain = torch.randn(latents.shape, generator=fixed).to(examples.place)
    weights.use_averaged()
    errors = torch.cat([
        errors_of(network, noise, latents[part], states[part], times[part], grain[part])[1]
        for part in torch.arange(128).split(32)
    ])
    weights.use_latest()
    ends = torch.searchsorted(times.cpu(), torch.tensor([250, 500, 750])).tolist()
    return [round(quarter.mean().item(), 4) for quarter in errors.cpu().tensor_split(ends)]


if __name__ == '__main__':
    main()
