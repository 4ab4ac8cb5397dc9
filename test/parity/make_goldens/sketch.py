"""Makes the goldens of the built-in model: its checkpoint in diffusers' own StableDiffusionPipeline.

Run: python test/parity/make_goldens/sketch.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/sketch/sketch.json (what was asked) and sketch.safetensors: one picture a prompt, [1, 3, H, W] in [0, 1].
Run it again whenever models/sketch/checkpoint changes.
"""
import json

import torch
from diffusers import StableDiffusionPipeline
from safetensors.torch import save_file

from checkpoints import GOLDENS

CHECKPOINT = GOLDENS.parents[2] / "models" / "sketch" / "checkpoint"
ASKED = [
    {"prompt": "a red star on a blue background", "negative": "", "seed": 7},
    {"prompt": "a green tree on a white background", "negative": "blue", "seed": 8},
    {"prompt": "a yellow key on a black background", "negative": "", "seed": 4294967295},
    {"prompt": "a purple mushroom", "negative": "red", "seed": 0},
]


def main():
    defaults = json.loads((CHECKPOINT / "limn.json").read_text())
    pipe = StableDiffusionPipeline.from_pretrained(CHECKPOINT, torch_dtype=torch.float32)
    pipe.set_progress_bar_config(disable=True)
    pictures = {}
    for index, asked in enumerate(ASKED):
        image = pipe(
            asked["prompt"],
            negative_prompt=asked["negative"],
            num_inference_steps=defaults["steps"],
            guidance_scale=defaults["guidance"],
            generator=torch.Generator("cpu").manual_seed(asked["seed"]),
            output_type="pt",
        ).images
        pictures[str(index)] = image.float().contiguous()
    folder = GOLDENS / "sketch"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sketch.json").write_text(json.dumps(ASKED, indent="\t") + "\n")
    save_file(pictures, folder / "sketch.safetensors")


if __name__ == "__main__":
    main()
