"""Makes the goldens of whole pictures: diffusers' StableDiffusionPipeline and Img2ImgPipeline on the tiny checkpoints.

Run: python test/parity/make_goldens/pipelines.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/pipelines/pipelines.json (what was run) and pipelines.safetensors: float32 tensors ROW/latents (after the
last step, as the sampler leaves them), ROW/image [1, 3, H, W] in [0, 1], and the picture that img2img starts from.

Noise is drawn from torch.Generator('cpu').manual_seed(seed) in float32. Images that start from a picture use the mean of
the autoencoder's posterior, not a sample of it, as Limn does: nothing is drawn before the noise.
"""
import json
import shutil

import torch
from diffusers import (
    DDIMScheduler,
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    PNDMScheduler,
    StableDiffusionImg2ImgPipeline,
    StableDiffusionPipeline,
)
from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
from safetensors.torch import save_file

from checkpoints import GOLDENS, write_checkpoints

SCHEDULERS = {
    "pndm": PNDMScheduler,
    "ddim": DDIMScheduler,
    "euler": EulerDiscreteScheduler,
    "euler-ancestral": EulerAncestralDiscreteScheduler,
    "dpmpp-2m": DPMSolverMultistepScheduler,
}
PROMPT, NEGATIVE = "a red star on a blue background", "the green cat"


def rows():
    usual = {"checkpoint": "sd1", "width": 64, "height": 64, "steps": 6, "guidance": 5.0, "seed": 7, "strength": None}
    for sampler in SCHEDULERS:
        yield {**usual, "sampler": sampler}
    yield {**usual, "sampler": "pndm", "width": 104, "height": 72, "seed": 8}
    yield {**usual, "sampler": "euler", "guidance": 1.0, "seed": 9}
    for sampler in ("ddim", "euler", "dpmpp-2m"):
        yield {**usual, "checkpoint": "sd2", "sampler": sampler, "seed": 10}
    for sampler in ("pndm", "ddim", "euler", "dpmpp-2m"):
        yield {**usual, "sampler": sampler, "steps": 10, "seed": 11, "strength": 0.6}
    yield {**usual, "checkpoint": "sd2", "sampler": "ddim", "steps": 10, "seed": 12, "strength": 0.35}


def run(row, folder, start):
    kind = StableDiffusionPipeline if row["strength"] is None else StableDiffusionImg2ImgPipeline
    pipe = kind.from_pretrained(folder / row["checkpoint"], torch_dtype=torch.float32, safety_checker=None)
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = SCHEDULERS[row["sampler"]].from_config(pipe.scheduler.config)
    given = {"prompt": PROMPT, "negative_prompt": NEGATIVE, "guidance_scale": row["guidance"]}
    given["num_inference_steps"] = row["steps"]
    if row["strength"] is None:
        given |= {"height": row["height"], "width": row["width"]}
    else:
        given |= {"image": start, "strength": row["strength"]}
    latents = pipe(**given, generator=torch.Generator("cpu").manual_seed(row["seed"]), output_type="latent").images
    with torch.no_grad():
        image = pipe.vae.decode(latents / pipe.vae.config.scaling_factor).sample
    return latents, (image / 2 + 0.5).clamp(0, 1), pipe.scheduler.config.timestep_spacing


def main():
    torch.set_num_threads(1)
    DiagonalGaussianDistribution.sample = lambda self, generator=None: self.mode()
    folder = write_checkpoints()
    # Whole numbers of 255, so that the picture survives a file.
    start = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(5)).mul(255).round().div(255)
    tensors, index = {"start": start}, []
    for i, row in enumerate(rows()):
        latents, image, schedule = run(row, folder, start)
        tensors |= {f"{i}/latents": latents, f"{i}/image": image}
        index.append({**row, "schedule": schedule})
    shutil.rmtree(folder)
    out = GOLDENS / "pipelines"
    out.mkdir(parents=True, exist_ok=True)
    save_file({key: value.contiguous() for key, value in tensors.items()}, out / "pipelines.safetensors")
    text = json.dumps({"prompt": PROMPT, "negative": NEGATIVE, "rows": index}, indent="\t")
    (out / "pipelines.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
