"""Makes the goldens of test/parity/families.test.ts: every family's own diffusers pipeline on the tiny checkpoints.

Run: python test/parity/make_goldens/families.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/families/families.json (what was run), parts.safetensors and pictures.safetensors: float32 tensors
  CHECKPOINT/words/N/states and /pooled   what both text encoders say for a prompt, weighed and in chunks (words.py)
  CHECKPOINT/unet/N/...                   inputs and outputs of the UNet alone
  N/latents and /image                    whole pictures; the picture and the mask that some start from

Pictures that are encoded give the mean of the autoencoder's posterior, not a sample of it, as Limn does.
"""
import json
import shutil

import torch
from diffusers import (
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    LatentConsistencyModelPipeline,
    LCMScheduler,
    PNDMScheduler,
    StableDiffusionInpaintPipeline,
    StableDiffusionInstructPix2PixPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLImg2ImgPipeline,
    StableDiffusionXLInpaintPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from diffusers.models.autoencoders.vae import DiagonalGaussianDistribution
from safetensors.torch import save_file
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from checkpoints import GOLDENS, write_checkpoints
from parts import load
from words import ROWS, chunks, framed, segments, weighed

# A weighed prompt in each grammar, and long ones.
WORDS = [ROWS[i] for i in (0, 3, 5, 7)]
PROMPT, NEGATIVE = "a red star on a blue background", "the green cat"
SCHEDULERS = {
    "euler": EulerDiscreteScheduler,
    "euler-ancestral": EulerAncestralDiscreteScheduler,
    "dpmpp-2m": DPMSolverMultistepScheduler,
    "lcm": LCMScheduler,
    "pndm": PNDMScheduler,
}
PIPELINES = {
    "words": StableDiffusionPipeline,
    "xl-words": StableDiffusionXLPipeline,
    "xl-picture": StableDiffusionXLImg2ImgPipeline,
    "lcm": LatentConsistencyModelPipeline,
    "inpainting": StableDiffusionInpaintPipeline,
    "xl-inpainting": StableDiffusionXLInpaintPipeline,
    "editing": StableDiffusionInstructPix2PixPipeline,
}


def rows():
    """negative None is no negative prompt at all, which SDXL takes for zeros."""
    usual = {"width": 64, "height": 64, "steps": 6, "guidance": 5.0, "negative": NEGATIVE, "strength": None}
    xl = {**usual, "checkpoint": "sdxl", "pipeline": "xl-words", "sampler": "euler", "schedule": "leading"}
    yield {**xl, "seed": 1}
    yield {**xl, "seed": 2, "negative": None}
    yield {**xl, "seed": 3, "width": 104, "height": 72}
    yield {**xl, "seed": 4, "sampler": "dpmpp-2m", "schedule": "karras"}
    yield {**xl, "seed": 5, "pipeline": "xl-picture", "steps": 10, "strength": 0.6}
    refiner = {**xl, "checkpoint": "sdxl-refiner", "pipeline": "xl-picture", "steps": 10, "strength": 0.3}
    yield {**refiner, "seed": 6}
    yield {**refiner, "seed": 7, "negative": None}
    turbo = {**usual, "guidance": 0.0, "negative": None, "schedule": "trailing"}
    for steps in (1, 4):
        yield {**turbo, "checkpoint": "sdxl", "pipeline": "xl-words", "sampler": "euler-ancestral", "steps": steps, "seed": 8}
        yield {**turbo, "checkpoint": "sd1", "pipeline": "words", "sampler": "euler", "steps": steps, "seed": 9}
    lcm = {**usual, "checkpoint": "lcm", "pipeline": "lcm", "sampler": "lcm", "schedule": "leading", "negative": None}
    yield {**lcm, "steps": 4, "guidance": 8.5, "seed": 10}
    yield {**lcm, "steps": 2, "guidance": 1.0, "seed": 11}
    inpainting = {**usual, "checkpoint": "inpainting", "pipeline": "inpainting", "sampler": "pndm", "schedule": "leading"}
    yield {**inpainting, "strength": 1.0, "seed": 12}
    yield {**inpainting, "sampler": "euler", "strength": 0.5, "steps": 10, "seed": 13}
    yield {**xl, "checkpoint": "sdxl-inpainting", "pipeline": "xl-inpainting", "strength": 1.0, "seed": 14}
    editing = {**usual, "checkpoint": "editing", "pipeline": "editing", "strength": 1.0, "schedule": "linspace"}
    yield {**editing, "sampler": "euler-ancestral", "image_guidance": 1.5, "seed": 15}
    yield {**editing, "sampler": "euler", "image_guidance": 2.5, "negative": None, "seed": 16}
    yield {**editing, "sampler": "euler", "image_guidance": 1.5, "guidance": 1.0, "seed": 17}
    yield {**xl, "seed": 18, "negative": None, "clipSkip": 2}


def scheduled(pipe, row):
    spacing = row["schedule"] if row["schedule"] in ("leading", "trailing", "linspace") else "leading"
    flags = {"timestep_spacing": spacing, "use_karras_sigmas": row["schedule"] == "karras"}
    if row["sampler"] in ("euler-ancestral", "lcm", "pndm"):
        del flags["use_karras_sigmas"]
    pipe.scheduler = SCHEDULERS[row["sampler"]].from_config(pipe.scheduler.config, **flags)


def run(row, folder, start, mask):
    pipe = PIPELINES[row["pipeline"]].from_pretrained(folder / row["checkpoint"], torch_dtype=torch.float32)
    pipe.set_progress_bar_config(disable=True)
    scheduled(pipe, row)
    given = {"prompt": PROMPT, "guidance_scale": row["guidance"], "num_inference_steps": row["steps"]}
    if row["pipeline"] != "lcm":
        given["negative_prompt"] = row["negative"]
    if row["strength"] is None:
        given |= {"height": row["height"], "width": row["width"]}
    elif row["pipeline"] == "editing":
        given |= {"image": start, "image_guidance_scale": row["image_guidance"]}
    else:
        given |= {"image": start, "strength": row["strength"]}
    if "inpainting" in row["pipeline"]:
        given["mask_image"] = mask
    if "clipSkip" in row:
        given["clip_skip"] = row["clipSkip"] - 1
    latents = pipe(**given, generator=torch.Generator("cpu").manual_seed(row["seed"]), output_type="latent").images
    with torch.no_grad():
        image = pipe.vae.decode(latents / pipe.vae.config.scaling_factor).sample
    return latents, (image / 2 + 0.5).clamp(0, 1)


@torch.no_grad()
def words_of(name, folder, out):
    """Each encoder weighs its own states, as A1111 and ComfyUI do; the pooled words are the first chunk's, as they are."""
    kinds = [("text_encoder", CLIPTextModel), ("text_encoder_2", CLIPTextModelWithProjection)]
    kinds = [(part, kind) for part, kind in kinds if (folder / part).exists()]
    encoders = [load(kind, folder, part) for part, kind in kinds]
    tokenizers = [CLIPTokenizer.from_pretrained(folder / part.replace("text_encoder", "tokenizer")) for part, _ in kinds]
    for i, (emphasis, _, pieces) in enumerate(WORDS):
        sides = []
        for encoder, tokenizer in zip(encoders, tokenizers):
            comma = tokenizer.convert_tokens_to_ids(",</w>")
            say = lambda ids: encoder(torch.tensor([ids]), output_hidden_states=True)
            empty = say(framed([], tokenizer)[0]).hidden_states[-2]
            parts = [framed(chunk, tokenizer) for part in segments(tokenizer, pieces) for chunk in chunks(part, comma)]
            said = [say(ids) for ids, _ in parts]
            states = [weighed(emphasis, one.hidden_states[-2], weights, empty) for one, (_, weights) in zip(said, parts)]
            sides.append(torch.cat(states, 1))
            pooled = said[0][0]
        out[f"{name}/words/{i}/states"] = torch.cat(sides, 2)
        out[f"{name}/words/{i}/pooled"] = pooled


@torch.no_grad()
def unet_of(name, folder, out):
    unet = load(UNet2DConditionModel, folder, "unet")
    random = torch.Generator().manual_seed(13)
    for i, (height, width, timestep) in enumerate([(8, 8, 999.0), (9, 13, 1.5)]):
        states = torch.randn(1, 77, unet.config.cross_attention_dim, generator=random)
        pooled = torch.randn(1, 40, generator=random)
        x = torch.randn(1, 4, height, width, generator=random)
        size = (height * 8, width * 8)
        ids = torch.tensor([[*size, 0, 0, *((6.0,) if "refiner" in name else size)]])
        told = {"text_embeds": pooled, "time_ids": ids}
        noise = unet(x, torch.tensor(timestep), encoder_hidden_states=states, added_cond_kwargs=told).sample
        values = {"states": states, "pooled": pooled, "latent": x, "timestep": torch.tensor([timestep]), "noise": noise}
        out |= {f"{name}/unet/{i}/{key}": value for key, value in values.items()}


def main():
    torch.set_num_threads(1)
    DiagonalGaussianDistribution.sample = lambda self, generator=None: self.mode()
    folder = write_checkpoints()
    # Whole numbers of 255, so that the picture survives a file.
    start = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(5)).mul(255).round().div(255)
    # White, black and greys on both sides of the middle.
    mask = torch.rand(1, 1, 64, 64, generator=torch.Generator().manual_seed(6)).mul(255).round().div(255)
    mask[..., :24, :], mask[..., 40:, :] = 1, 0
    parts, pictures, rows_run = {}, {"start": start, "mask": mask}, list(rows())
    for name in ("sdxl", "sdxl-refiner"):
        words_of(name, folder / name, parts)
        unet_of(name, folder / name, parts)
    for i, row in enumerate(rows_run):
        latents, image = run(row, folder, start, mask)
        pictures |= {f"{i}/latents": latents, f"{i}/image": image}
    shutil.rmtree(folder)
    out = GOLDENS / "families"
    out.mkdir(parents=True, exist_ok=True)
    for name, tensors in {"parts": parts, "pictures": pictures}.items():
        save_file({key: value.contiguous() for key, value in tensors.items()}, out / f"{name}.safetensors")
    words = [{"emphasis": emphasis, "prompt": prompt} for emphasis, prompt, _ in WORDS]
    text = json.dumps({"prompt": PROMPT, "words": words, "pictures": rows_run}, indent="\t")
    (out / "families.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
