"""Makes the goldens of test/parity/parts.test.ts: what diffusers' and transformers' own networks give.

Run: python test/parity/make_goldens/parts.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/parts/parts.safetensors: float32 tensors named CHECKPOINT/CASE/VALUE, inputs and outputs alike.

All arithmetic is float32, also where the file holds float16, bfloat16 or 8-bit floats.
"""
import shutil

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from safetensors.torch import save_file
from transformers import CLIPTextModel

from checkpoints import GOLDENS, write_checkpoints

# Latent height, width and timestep. 9 x 13 halves unevenly; 500.5 lies between two trained steps.
CASES = {
    "sd1": [(8, 8, 999.0), (9, 13, 1.0), (8, 8, 500.5)],
    "sd2": [(8, 8, 999.0), (7, 9, 1.0)],
    "sd1-float16": [(8, 8, 250.0)],
    "sd2-bfloat16": [(8, 8, 250.0)],
    "sd1-float8e4m3fn": [(4, 6, 250.0)],
    "sd1-float8e5m2": [(4, 6, 250.0)],
}


def load(kind, folder, part):
    model, info = kind.from_pretrained(folder, subfolder=part, torch_dtype=torch.float32, output_loading_info=True)
    faults = {key: value for key, value in info.items() if value}
    assert not faults, (folder, part, faults)
    return model.eval()


@torch.no_grad()
def goldens_of(name, folder, out):
    text = load(CLIPTextModel, folder, "text_encoder")
    unet = load(UNet2DConditionModel, folder, "unet")
    vae = load(AutoencoderKL, folder, "vae")
    random = torch.Generator().manual_seed(11)
    ids = torch.randint(0, 545, (1, 77), generator=random)
    states = text(ids).last_hidden_state
    out[f"{name}/text/ids"] = ids.float()
    out[f"{name}/text/states"] = states
    for i, (height, width, timestep) in enumerate(CASES[name]):
        x = torch.randn(1, 4, height, width, generator=random)
        pixels = torch.rand(1, 3, height * 8, width * 8, generator=random) * 2 - 1
        out[f"{name}/{i}/timestep"] = torch.tensor([timestep])
        out[f"{name}/{i}/latent"] = x
        out[f"{name}/{i}/noise"] = unet(x, torch.tensor(timestep), encoder_hidden_states=states).sample
        out[f"{name}/{i}/picture"] = vae.decode(x / vae.config.scaling_factor).sample
        out[f"{name}/{i}/pixels"] = pixels
        out[f"{name}/{i}/encoded"] = vae.encode(pixels).latent_dist.mode() * vae.config.scaling_factor


def main():
    torch.set_num_threads(1)
    folder = write_checkpoints()
    out = {}
    for name in CASES:
        goldens_of(name, folder / name, out)
    shutil.rmtree(folder)
    (GOLDENS / "parts").mkdir(parents=True, exist_ok=True)
    save_file({key: value.contiguous() for key, value in out.items()}, GOLDENS / "parts" / "parts.safetensors")


if __name__ == "__main__":
    main()
