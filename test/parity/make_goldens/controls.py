"""Makes the goldens of test/parity/controls.test.ts: clip skip, variations, the hires pass and masks, as diffusers has them.

Run: python test/parity/make_goldens/controls.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/controls/controls.json (the recipes) and controls.safetensors: float32 tensors ROW/latents and ROW/image
[1, 3, H, W] in [0, 1], the picture and the mask that inpainting starts from, and interpolated noise and latents.

What diffusers has no name for is put together from its pipelines: a variation is a pipeline that is handed its first
noise, the hires pass is img2img on latents that torch made larger. Clip skip applies to the negative prompt too, as in
A1111; StableDiffusionPipeline alone would leave that one out.
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
    StableDiffusionInpaintPipeline,
    StableDiffusionPipeline,
)
from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
from safetensors.torch import save_file
from transformers import CLIPTextModel

from checkpoints import GOLDENS, write_checkpoints

SCHEDULERS = {
    "pndm": PNDMScheduler,
    "ddim": DDIMScheduler,
    "euler": EulerDiscreteScheduler,
    "euler-ancestral": EulerAncestralDiscreteScheduler,
    "dpmpp-2m": DPMSolverMultistepScheduler,
}
PROMPT, NEGATIVE = "a red star on a blue background", "the green cat"
USUAL = {"checkpoint": "sd1", "width": 64, "height": 64, "steps": 6, "guidance": 5.0}
VARIATION = {"seed": 99, "strength": 0.3}


def rows():
    yield {**USUAL, "sampler": "euler", "seed": 20, "clipSkip": 2}
    yield {**USUAL, "checkpoint": "sd2", "sampler": "ddim", "seed": 21, "clipSkip": 2}
    yield {**USUAL, "sampler": "euler-ancestral", "seed": 22, "width": 48, "variation": VARIATION}
    yield {**USUAL, "sampler": "euler", "seed": 23, "hires": {"scale": 2, "steps": 4, "strength": 0.6}}
    yield {**USUAL, "sampler": "dpmpp-2m", "seed": 24, "width": 48, "hires": {"scale": 1.5, "steps": 3, "strength": 0.7}}
    for sampler in SCHEDULERS:
        yield {**USUAL, "sampler": sampler, "seed": 25, "strength": 1.0}
        yield {**USUAL, "sampler": sampler, "seed": 26, "steps": 10, "strength": 0.6}
    yield {**USUAL, "checkpoint": "sd2", "sampler": "ddim", "seed": 27, "strength": 1.0}


# diffusers 0.42 looks for the final norm where transformers 4 had it.
CLIPTextModel.text_model = property(lambda self: self)


def drawn(size, seed):
    return torch.randn(size, generator=torch.Generator("cpu").manual_seed(seed))


def turned(noise, other, strength):
    """Noise [1, C, H, W] turned towards another on the great circle; the length of a vector is taken over the height."""
    unit = lambda z: z / z.norm(dim=2, keepdim=True)
    angle = (unit(noise) * unit(other)).sum(2, keepdim=True).acos()
    return (((1 - strength) * angle).sin() * noise + (strength * angle).sin() * other) / angle.sin()


def open_pipe(kind, row, folder):
    # The inpainting pipeline opens only folders that say which diffusers wrote them.
    usual = StableDiffusionPipeline.from_pretrained(
        folder / row["checkpoint"], torch_dtype=torch.float32, safety_checker=None
    )
    pipe = kind(**usual.components, requires_safety_checker=False)
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = SCHEDULERS[row["sampler"]].from_config(pipe.scheduler.config)
    return pipe


def words(pipe, row):
    skip = row["clipSkip"] - 1 if "clipSkip" in row else None
    encode = lambda text: pipe.encode_prompt(text, "cpu", 1, False, clip_skip=skip)[0]
    return {"prompt_embeds": encode(PROMPT), "negative_prompt_embeds": encode(NEGATIVE)}


def first_pass(pipe, row, given):
    size = (1, 4, row["height"] // 8, row["width"] // 8)
    generator = torch.Generator("cpu").manual_seed(row["seed"])
    noise = torch.randn(size, generator=generator)
    if "variation" in row:
        noise = turned(noise, drawn(size, row["variation"]["seed"]), row["variation"]["strength"])
    shape = {"height": row["height"], "width": row["width"], "num_inference_steps": row["steps"]}
    return pipe(**given, **shape, latents=noise, generator=generator, output_type="latent").images


def second_pass(row, folder, given, latents):
    """As many steps as asked for: the last ones of a walk that is 1 / strength times as long."""
    scale, steps, strength = (row["hires"][key] for key in ("scale", "steps", "strength"))
    pipe = open_pipe(StableDiffusionImg2ImgPipeline, row, folder)
    larger = [int(side * scale) // 8 for side in (row["height"], row["width"])]
    wide = torch.nn.functional.interpolate(latents, size=larger, mode="bilinear", antialias=False)
    whole = int(steps / min(strength, 0.999))
    walk = {"num_inference_steps": whole, "strength": (steps + 0.5) / whole}
    generator = torch.Generator("cpu").manual_seed(row["seed"])
    return wide, pipe(**given, **walk, image=wide, generator=generator, output_type="latent").images


def inpainted(pipe, row, given, start, mask):
    generator = torch.Generator("cpu").manual_seed(row["seed"])
    walk = {"num_inference_steps": row["steps"], "strength": row["strength"]}
    return pipe(**given, **walk, image=start, mask_image=mask, generator=generator, output_type="latent").images


def run(row, folder, tensors):
    kind = StableDiffusionInpaintPipeline if "strength" in row else StableDiffusionPipeline
    pipe = open_pipe(kind, row, folder)
    given = {**words(pipe, row), "guidance_scale": row["guidance"]}
    if "strength" in row:
        latents = inpainted(pipe, row, given, tensors["start"], tensors["mask"])
    else:
        latents = first_pass(pipe, row, given)
    if "hires" in row:
        tensors["small"] = latents
        tensors["larger"], latents = second_pass(row, folder, given, latents)
    with torch.no_grad():
        image = pipe.vae.decode(latents / pipe.vae.config.scaling_factor).sample
    return latents, (image / 2 + 0.5).clamp(0, 1), pipe.scheduler.config.timestep_spacing


def main():
    torch.set_num_threads(1)
    DiagonalGaussianDistribution.sample = lambda self, generator=None: self.mode()
    folder = write_checkpoints()
    # Whole numbers of 255, so that the picture survives a file.
    start = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(5)).mul(255).round().div(255)
    mask = torch.zeros(1, 1, 64, 64)
    mask[..., 10:43, 21:59] = 1
    tensors, index = {"start": start, "mask": mask}, []
    for i, row in enumerate(rows()):
        latents, image, schedule = run(row, folder, tensors)
        tensors |= {f"{i}/latents": latents, f"{i}/image": image}
        index.append({**row, "schedule": schedule})
    for i, strength in enumerate((0.05, 0.5, 1.0)):
        tensors[f"turned/{i}"] = turned(drawn((1, 4, 6, 9), 1), drawn((1, 4, 6, 9), 2), strength)
    shutil.rmtree(folder)
    out = GOLDENS / "controls"
    out.mkdir(parents=True, exist_ok=True)
    save_file({key: value.contiguous().clone() for key, value in tensors.items()}, out / "controls.safetensors")
    text = json.dumps({"prompt": PROMPT, "negative": NEGATIVE, "rows": index}, indent="\t")
    (out / "controls.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
