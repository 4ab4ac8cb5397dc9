"""Makes the goldens of test/parity/sampling.test.ts: diffusers' own schedulers, step by step, on a made-up network.

Run: python test/parity/make_goldens/sampling.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/sampling/sampling.json (what was run) and sampling.bin (float32, little-endian).

The network is no network but a smooth function that both sides compute, `network` below. Every picture is drawn from
torch.Generator().manual_seed(seed): first the first latents (4 x 6 x 6), then whatever the scheduler draws. Latents are
kept after every step on the variance-preserving scale (what scale_model_input would hand to the network). The schedulers are
diffusers' own, unmodified; sampling_schedulers.py makes them.
"""
import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch
from diffusers import DDIMScheduler, StableDiffusionImg2ImgPipeline

from sampling_schedulers import CHAINED, CLASSES, ON_SIGMAS, SOLVERS, SPACED, make, set_levels

SHAPE = (1, 4, 6, 6)
START_SEED = 99
STEPS = {"epsilon": (4, 10, 20), "v_prediction": (7,), "sample": (4,)}

values: list[np.ndarray] = []
size = 0


def keep(array) -> list[int]:
    """Appends float32 values; returns [offset, count] in values."""
    global size
    flat = np.asarray(array, dtype=np.float32).ravel()
    values.append(flat)
    size += flat.size
    return [size - flat.size, int(flat.size)]


def network(x: torch.Tensor, timestep: float) -> torch.Tensor:
    t = float(timestep)
    return 0.7 * x + 0.3 * torch.sin(x + t / 200) + 0.1 * float(np.cos(t / 90))


def started(scheduler, steps: int, strength: float, noise: torch.Tensor):
    """The timesteps left and the first latents, as StableDiffusionImg2ImgPipeline has them."""
    pipeline = SimpleNamespace(scheduler=scheduler)
    timesteps, _ = StableDiffusionImg2ImgPipeline.get_timesteps(pipeline, steps, strength, "cpu")
    clean = 0.5 * torch.randn(SHAPE, generator=torch.Generator().manual_seed(START_SEED))
    return timesteps, scheduler.add_noise(clean, noise, timesteps[:1])


def run(sampler, schedule, prediction, steps, model, seed=0, strength=None, clip=None) -> dict:
    scheduler = make(sampler, schedule, prediction, model, clip)
    set_levels(scheduler, sampler, schedule, steps, model)
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn(SHAPE, generator=generator)
    if strength is None:
        timesteps, x = scheduler.timesteps, noise * scheduler.init_noise_sigma
    else:
        timesteps, x = started(scheduler, steps, strength, noise)
    first = len(scheduler.timesteps) - len(timesteps)

    told, latents = [], []
    for index, t in enumerate(timesteps):
        output = network(scheduler.scale_model_input(x, t), t)
        options = {"generator": generator} if sampler in ("euler-ancestral", "ddpm", "lcm") else {}
        x = scheduler.step(output, t, x, **options).prev_sample
        told.append(round(float(t), 3))
        sigma = float(scheduler.sigmas[first + index + 1]) if sampler in ON_SIGMAS else 0
        latents.append((x / (sigma**2 + 1) ** 0.5).numpy())

    # A step that looks twice counts once: Heun's every step but the last, PNDM's first.
    if sampler == "heun":
        latents, told = latents[1::2] + latents[-1:], told[0:1] + told[1::2]
    if sampler == "pndm" and len(latents) > 1:
        latents = latents[1:]
    return {
        "sampler": sampler,
        "schedule": schedule,
        "prediction": prediction,
        "steps": steps,
        "seed": seed,
        "strength": strength,
        "model": model,
        **({} if clip is None else {"clip": clip}),
        "timesteps": told,
        "latents": keep(np.stack(latents)),
    }


def schedules_of(sampler: str) -> tuple[str, ...]:
    if sampler == "lcm":
        return ("leading",)
    return SPACED if sampler in CHAINED else (*SPACED, "karras", "exponential", "sgm-uniform", "ays")


def predictions_of(sampler: str) -> tuple[str, ...]:
    return ("epsilon", "v_prediction") if sampler in ("euler-ancestral", "pndm") else ("epsilon", "v_prediction", "sample")


def every_pair(plain: dict) -> list[dict]:
    """Every sampler under every schedule that can be compared, from noise and from a picture."""
    found = []
    seed = 0
    for sampler in CLASSES:
        for schedule in schedules_of(sampler):
            for prediction in predictions_of(sampler):
                for steps in STEPS[prediction]:
                    seed += 1
                    found.append(run(sampler, schedule, prediction, steps, plain, seed))
            found.append(run(sampler, schedule, "epsilon", 8, plain, seed, strength=0.55))
    return found


def other_models(plain: dict) -> list[dict]:
    """Other configs: one that spans all timesteps and ends at alpha = 1, zero terminal SNR, clip_sample."""
    found = []
    full = dict(plain, spacing="linspace", stepsOffset=0, setAlphaToOne=True)
    for sampler in (*ON_SIGMAS, *SOLVERS):
        for schedule in ("karras", "exponential"):
            found.append(run(sampler, schedule, "epsilon", 10, full, 201))
    for sampler in CLASSES:
        trailing = "leading" if sampler == "lcm" else "trailing"
        found.append(run(sampler, trailing, "epsilon", 7, full, 202))
        found.append(run(sampler, trailing, "epsilon", 1, full, 203))
        found.append(run(sampler, "leading", "epsilon", 2, full, 204))
    zero = dict(plain, spacing="trailing", setAlphaToOne=True, zeroTerminalSnr=True)
    for sampler in ("euler", "euler-ancestral", "dpmpp-2m", "ddim", "ddpm", "unipc", "lcm"):
        trailing = "leading" if sampler == "lcm" else "trailing"
        found.append(run(sampler, trailing, "v_prediction", 10, zero, 205))
        found.append(run(sampler, trailing, "v_prediction", 12, zero, 206))
    for sampler in CLASSES:
        for prediction in predictions_of(sampler)[:2]:
            found.append(run(sampler, "leading", prediction, 6, plain, 207, clip=0.8))
    return found


def strides_of_the_chain(plain: dict) -> list[dict]:
    """Steps that do not divide 1,000: DDIM and PNDM land beside the level that they visit next, DDPM does not."""
    found = []
    to_one = dict(plain, setAlphaToOne=True)
    for sampler in CHAINED:
        for schedule in ("trailing", "linspace"):
            for steps in (11, 12):  # 11: the last trailing step lands on timestep 0, not on the end
                found.append(run(sampler, schedule, "epsilon", steps, to_one, 301))
                found.append(run(sampler, schedule, "v_prediction", steps, plain, 302))
        found.append(run(sampler, "trailing", "epsilon", 48, plain, 303))  # timesteps on a half
        found.append(run(sampler, "leading", "epsilon", 12, to_one, 304))
    zero = dict(plain, spacing="trailing", setAlphaToOne=True, zeroTerminalSnr=True)
    found.append(run("ddim", "trailing", "v_prediction", 12, zero, 305, strength=0.75))
    found.append(run("ddim", "trailing", "v_prediction", 12, dict(zero, setAlphaToOne=False), 306))
    return found


def redrawn(plain: dict) -> list[dict]:
    """PNDM's list has a level more than it has steps, and img2img cuts it all the same."""
    found = []
    for schedule in SPACED:
        for prediction in predictions_of("pndm"):
            for strength in (1.0, 0.9, 0.6, 0.1):
                found.append(run("pndm", schedule, prediction, 10, plain, 401, strength=strength))
        found.append(run("pndm", schedule, "v_prediction", 12, plain, 402, strength=0.75))
    return found


def rows() -> list[dict]:
    plain = dict(spacing="leading", stepsOffset=1, setAlphaToOne=False, zeroTerminalSnr=False)
    return [*every_pair(plain), *other_models(plain), *strides_of_the_chain(plain), *redrawn(plain)]


def alphas() -> list[dict]:
    found = []
    for schedule, start, end in (("linear", 0.0001, 0.02), ("scaled_linear", 0.00085, 0.012), ("squaredcos_cap_v2", 0.0001, 0.02)):
        for zero in (False, True):
            scheduler = DDIMScheduler(beta_schedule=schedule, beta_start=start, beta_end=end, rescale_betas_zero_snr=zero)
            config = dict(betaSchedule=schedule, betaStart=start, betaEnd=end, trainSteps=1000, zeroTerminalSnr=zero)
            found.append(dict(config=config, values=keep(scheduler.alphas_cumprod.numpy())))
    return found


def draws() -> list[dict]:
    """torch.randn: each row is the successive draws of one generator."""
    shapes = {seed: [(1, 3), (15,), (16,), (17,), (100,), (4, 8, 8)] for seed in (0, 1, 42, 123456789, 2**31, 2**32 - 1)}
    alone = [(seed, [shape]) for seed, several in shapes.items() for shape in several]
    large = [(42, [(4, 64, 64)]), (2**32 - 1, [(4, 65, 33)])]
    sequences = [(7, [(3,), (17,), (5,), (16,), (1,), (100,), (2,), (33,)]), (8, [(1, 4, 8, 8)] * 5), (9, [(1,)] * 9)]
    found = []
    for seed, several in [*alone, *large, *sequences]:
        generator = torch.Generator().manual_seed(seed)
        drawn = [torch.randn(shape, generator=generator).numpy() for shape in several]
        counts = [array.size for array in drawn]
        found.append(dict(seed=seed, counts=counts, values=keep(np.concatenate([array.ravel() for array in drawn]))))
    return found


def main() -> None:
    folder = Path(__file__).resolve().parent.parent / "goldens" / "sampling"
    folder.mkdir(parents=True, exist_ok=True)
    index = dict(rows=rows(), alphas=alphas(), draws=draws())
    lines = ",\n".join(
        f'"{name}": [\n' + ",\n".join(json.dumps(row, separators=(",", ":")) for row in part) + "\n]" for name, part in index.items()
    )
    (folder / "sampling.json").write_text("{\n" + lines + "\n}\n")
    np.concatenate(values).astype("<f4").tofile(folder / "sampling.bin")
    print(f"{len(index['rows'])} rows, {size * 4} bytes")


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
