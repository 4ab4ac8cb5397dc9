"""diffusers' own schedulers by the names of Limn's samplers and schedules, ready to step: for sampling.py."""
import inspect

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
SPACED = ("leading", "trailing", "linspace")


def accepted(scheduler_class, options: dict) -> dict:
    """The options that this scheduler knows: the others are of another scheduler's kind."""
    known = inspect.signature(scheduler_class.__init__).parameters
    return {name: value for name, value in options.items() if name in known}


def make(sampler: str, schedule: str, prediction: str, model: dict, clip: float | None):
    options = dict(
        STABLE_DIFFUSION,
        prediction_type=prediction,
        skip_prk_steps=True,
        clip_sample=clip is not None,
        clip_sample_range=clip or 1,
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
        solver = make("dpmpp-2m", schedule, "epsilon", model, None)
        solver.set_timesteps(timesteps=made_timesteps(solver, schedule, steps))
        scheduler.set_timesteps(steps)
        scheduler.timesteps, scheduler.sigmas = solver.timesteps, solver.sigmas
        return
    euler = make("euler", schedule, "epsilon", model, None)
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
