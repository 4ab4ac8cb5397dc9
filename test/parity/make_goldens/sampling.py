"""Makes the goldens of test/parity/sampling.test.ts: diffusers' own schedulers, step by step, on a made-up network.

Run: python test/parity/make_goldens/sampling.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/sampling/sampling.json (what was run) and sampling.bin (float32, little-endian).

The network is no network but a smooth function that both sides compute, `network` below. Every picture is drawn from
torch.Generator().manual_seed(seed): first the first latents (4 x 8 x 8), then whatever the scheduler draws. Latents are
kept after every step on the variance-preserving scale (what scale_model_input would hand to the network).
"""
import inspect
import json
from pathlib import Path

import numpy as np
import torch
from diffusers import (
    DDIMScheduler,
    DDPMScheduler,
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    HeunDiscreteScheduler,
    LCMScheduler,
    PNDMScheduler,
    UniPCMultistepScheduler,
)
from diffusers.schedulers.scheduling_utils import AysSchedules

SHAPE = (1, 4, 8, 8)
START_SEED = 99
STABLE_DIFFUSION = dict(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", num_train_timesteps=1000)
CLASSES = {
    "euler": EulerDiscreteScheduler,
    "euler-ancestral": EulerAncestralDiscreteScheduler,
    "heun": HeunDiscreteScheduler,
    "dpmpp-2m": DPMSolverMultistepScheduler,
    "ddim": DDIMScheduler,
    "ddpm": DDPMScheduler,
    "pndm": PNDMScheduler,
    "unipc": UniPCMultistepScheduler,
    "lcm": LCMScheduler,
}
ON_SIGMAS = ("euler", "euler-ancestral", "heun")
SOLVERS = ("dpmpp-2m", "unipc")
CHAINED = ("ddim", "ddpm", "pndm")
STEPS = {"epsilon": (4, 10, 25), "v_prediction": (7,), "sample": (4,)}
SPACED = ("leading", "trailing", "linspace")

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


def accepted(scheduler_class, options: dict) -> dict:
    """The options that this scheduler knows: the others are of another scheduler's kind."""
    known = inspect.signature(scheduler_class.__init__).parameters
    return {name: value for name, value in options.items() if name in known}


def make(sampler: str, schedule: str, prediction: str, model: dict, extra: dict):
    options = dict(STABLE_DIFFUSION, prediction_type=prediction, clip_sample=False, skip_prk_steps=True)
    options.update(extra)
    options.update(
        timestep_spacing=schedule if schedule in SPACED else model["spacing"],
        steps_offset=model["stepsOffset"],
        set_alpha_to_one=model["setAlphaToOne"],
        rescale_betas_zero_snr=model["zeroTerminalSnr"],
        use_karras_sigmas=schedule == "karras",
        use_exponential_sigmas=schedule == "exponential",
    )
    return CLASSES[sampler](**accepted(CLASSES[sampler], options))


def trained_log_sigmas(scheduler) -> np.ndarray:
    alphas = scheduler.alphas_cumprod.numpy()
    return 0.5 * np.log((1 - alphas) / alphas)


def made_sigmas(scheduler, schedule: str, steps: int) -> np.ndarray:
    """Sigmas of the schedules that diffusers takes from its caller."""
    if schedule == "sgm-uniform":  # ComfyUI's normal_scheduler(sgm=True), A1111's sgm_uniform
        timesteps = np.linspace(999, 0, steps + 1)[:-1]
        return np.append(np.exp(np.interp(timesteps, np.arange(1000), trained_log_sigmas(scheduler))), 0)
    if steps == 10:
        return np.array(AysSchedules["StableDiffusionSigmas"])
    return ays_between(np.log(AysSchedules["StableDiffusionSigmas"][:-1]), steps)


def ays_between(logs: np.ndarray, steps: int) -> np.ndarray:
    """Other counts than ten: linear in log sigma, with 0.029 as the table's end (ComfyUI's AlignYourStepsScheduler)."""
    table = np.append(logs, np.log(0.029))
    return np.append(np.exp(np.interp(np.linspace(0, 10, steps + 1), np.arange(11), table))[:-1], 0)


def made_timesteps(scheduler, schedule: str, steps: int) -> list[int]:
    """The same schedules for the solvers, which visit whole timesteps."""
    if schedule == "sgm-uniform":
        return np.round(np.linspace(999, 0, steps + 1)[:-1]).astype(int).tolist()
    timesteps = AysSchedules["StableDiffusionTimesteps"]
    if steps == 10:
        return timesteps
    logs = trained_log_sigmas(scheduler)
    between = np.log(ays_between(logs[timesteps], steps)[:-1])
    return np.round(np.interp(between, logs, np.arange(1000))).astype(int).tolist()


def set_levels(scheduler, sampler: str, schedule: str, steps: int, model: dict) -> None:
    """set_timesteps, and where the scheduler cannot make a schedule itself, that schedule's levels from one that can."""
    if schedule in SPACED or (schedule in ("karras", "exponential") and sampler != "euler-ancestral"):
        scheduler.set_timesteps(steps)
        return
    if sampler in SOLVERS:
        solver = make("dpmpp-2m", schedule, "epsilon", model, {})
        solver.set_timesteps(timesteps=made_timesteps(solver, schedule, steps))
        scheduler.set_timesteps(steps)
        scheduler.timesteps, scheduler.sigmas = solver.timesteps, solver.sigmas
        return
    euler = make("euler", schedule, "epsilon", model, {})
    if schedule in ("karras", "exponential"):
        euler.set_timesteps(steps)
    else:
        euler.set_timesteps(sigmas=made_sigmas(euler, schedule, steps).tolist())
    scheduler.set_timesteps(steps)
    scheduler.timesteps, scheduler.sigmas = euler.timesteps, euler.sigmas
    if sampler == "heun":
        t, s = euler.timesteps, euler.sigmas
        scheduler.timesteps = torch.cat([t[:1], t[1:].repeat_interleave(2)])
        scheduler.sigmas = torch.cat([s[:1], s[1:-1].repeat_interleave(2), s[-1:]])


def stride_to_next(scheduler, timesteps: list[int], index: int) -> None:
    """Lets DDIM and PNDM step to the timestep that they visit next, where T // steps would land beside it."""
    visits = sorted(set(timesteps), reverse=True)
    here = visits.index(timesteps[index])
    if scheduler.__class__ is PNDMScheduler and scheduler.counter == 1:
        here -= 1
    after = visits[here + 1] if here + 1 < len(visits) else -1
    scheduler.register_to_config(num_train_timesteps=visits[here] - after)
    scheduler.num_inference_steps = 1


def run(sampler, schedule, prediction, steps, model, seed=0, strength=None, extra={}, even_stride=True, use_clipped=False):
    scheduler = make(sampler, schedule, prediction, model, extra)
    set_levels(scheduler, sampler, schedule, steps, model)
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn(SHAPE, generator=generator)
    timesteps, first = scheduler.timesteps, 0
    if strength is None:
        x = noise * scheduler.init_noise_sigma
    else:  # StableDiffusionImg2ImgPipeline.get_timesteps
        first = max(steps - min(int(steps * strength), steps), 0) * scheduler.order
        timesteps = timesteps[first:]
        if hasattr(scheduler, "set_begin_index"):
            scheduler.set_begin_index(first)
        clean = 0.5 * torch.randn(SHAPE, generator=torch.Generator().manual_seed(START_SEED))
        x = scheduler.add_noise(clean, noise, timesteps[:1])

    told, latents = [], []
    whole = [int(t) for t in timesteps]
    for index, t in enumerate(timesteps):
        output = network(scheduler.scale_model_input(x, t), t)
        if even_stride and sampler in ("ddim", "pndm"):
            stride_to_next(scheduler, whole, index)
        options = {"generator": generator} if sampler in ("euler-ancestral", "ddpm", "lcm") else {}
        if use_clipped:
            options["use_clipped_model_output"] = True
        x = scheduler.step(output, t, x, **options).prev_sample
        told.append(round(float(t), 3))
        sigma = float(scheduler.sigmas[first + index + 1]) if sampler in ON_SIGMAS else 0
        latents.append((x / (sigma**2 + 1) ** 0.5).numpy())

    # A step that looks twice counts once: Heun's every step but the last, PNDM's first.
    if sampler == "heun":
        latents, told = latents[1::2] + latents[-1:], told[0:1] + told[1::2]
    if sampler == "pndm" and even_stride and len(latents) > 1:
        latents, told = latents[1:], told[:1] + told[2:]
    return {
        "sampler": sampler,
        "schedule": schedule,
        "prediction": prediction,
        "steps": steps,
        "seed": seed,
        "strength": strength,
        "model": model,
        "timesteps": told,
        "latents": keep(np.stack(latents)),
    }


def schedules_of(sampler: str) -> tuple[str, ...]:
    if sampler == "lcm":
        return ("leading",)
    return SPACED if sampler in CHAINED else (*SPACED, "karras", "exponential", "sgm-uniform", "ays")


def predictions_of(sampler: str) -> tuple[str, ...]:
    if sampler == "pndm":
        return ("epsilon",)
    return ("epsilon", "v_prediction") if sampler == "euler-ancestral" else ("epsilon", "v_prediction", "sample")


def rows() -> list[dict]:
    plain = dict(spacing="leading", stepsOffset=1, setAlphaToOne=False, zeroTerminalSnr=False)
    found = []
    seed = 0
    for sampler in CLASSES:
        for schedule in schedules_of(sampler):
            for prediction in predictions_of(sampler):
                for steps in STEPS[prediction]:
                    seed += 1
                    found.append(run(sampler, schedule, prediction, steps, plain, seed))
            if sampler != "pndm":
                found.append(run(sampler, schedule, "epsilon", 8, plain, seed, strength=0.55))
    # Karras over a model whose own spacing reaches both ends; a model that ends at alpha = 1; few steps.
    full = dict(plain, spacing="linspace", stepsOffset=0, setAlphaToOne=True)
    for sampler in (*ON_SIGMAS, *SOLVERS):
        for schedule in ("karras", "exponential"):
            found.append(run(sampler, schedule, "epsilon", 10, full, 201))
    for sampler in CLASSES:
        if sampler != "lcm":
            found.append(run(sampler, "trailing", "epsilon", 7, full, 202))
        found.append(run(sampler, "trailing" if sampler != "lcm" else "leading", "epsilon", 1, full, 203))
        found.append(run(sampler, "leading", "epsilon", 2, full, 204))
    # Zero terminal SNR, as such models are run.
    zero = dict(plain, spacing="trailing", setAlphaToOne=True, zeroTerminalSnr=True)
    for sampler in ("euler", "euler-ancestral", "dpmpp-2m", "ddim", "ddpm", "unipc", "lcm"):
        found.append(run(sampler, "trailing" if sampler != "lcm" else "leading", "v_prediction", 10, zero, 205))
    # Pixel-space models clip x0 and take the noise that goes with what is left.
    found.append(dict(run("ddim", "leading", "epsilon", 10, plain, 206, extra=dict(clip_sample=True), use_clipped=True), clip=1))
    found.append(dict(run("ddpm", "leading", "epsilon", 10, plain, 207, extra=dict(clip_sample=True)), clip=1))
    # What Limn does not do as diffusers does: docs/numerics.md names each by this key.
    found.append(dict(run("ddim", "linspace", "epsilon", 10, plain, 301, even_stride=False), divergence="uneven-stride"))
    found.append(dict(run("pndm", "leading", "v_prediction", 10, plain, 302), divergence="pndm-velocity"))
    cut = run("pndm", "leading", "epsilon", 10, plain, 303, strength=0.6, even_stride=False)
    found.append(dict(cut, divergence="pndm-img2img"))
    found.append(dict(run("ddim", "leading", "epsilon", 10, plain, 304, extra=dict(clip_sample=True)), clip=1, divergence="unclipped-noise"))
    return found


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
