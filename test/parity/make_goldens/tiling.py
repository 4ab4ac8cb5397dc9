"""Makes the goldens of test/parity/tiling.test.ts: diffusers' networks with convolutions that see past the edges.

Run: python test/parity/make_goldens/tiling.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/tiling/tiling.safetensors: float32 tensors, AXES/noise, AXES/picture and AXES/encoded.

Every convolution pads as torch's padding_mode='circular' does, along the named axes; so does the encoder where it halves
the size, which diffusers pads by hand. One axis alone is padded by hand too, with zeros along the other.
"""
import shutil

import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL, UNet2DConditionModel
from diffusers.models import downsampling
from safetensors.torch import save_file

from checkpoints import GOLDENS, write_checkpoints
from parts import load


def padded(x, pad, axes):
    left, right, top, bottom = pad
    x = F.pad(x, (left, right, 0, 0), mode="circular" if "x" in axes else "constant")
    return F.pad(x, (0, 0, top, bottom), mode="circular" if "y" in axes else "constant")


def circular(network, axes):
    for module in network.modules():
        if isinstance(module, torch.nn.Conv2d) and module.padding != (0, 0):
            if axes == "xy":
                module.padding_mode = "circular"
                module._reversed_padding_repeated_twice = [module.padding[0]] * 4
            else:
                pad, module.padding = [module.padding[0]] * 4, (0, 0)
                module.register_forward_pre_hook(lambda _, given, pad=pad: (padded(given[0], pad, axes),))
    return network


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    root = write_checkpoints()
    random = torch.Generator().manual_seed(31)
    x = torch.randn(1, 4, 8, 10, generator=random)
    pixels = torch.rand(1, 3, 64, 80, generator=random) * 2 - 1
    states = torch.randn(1, 77, 32, generator=random)
    out = {"latent": x, "pixels": pixels, "states": states}
    for name, axes in {"x": "x", "y": "y", "both": "xy"}.items():
        unet = circular(load(UNet2DConditionModel, root / "sd1", "unet"), axes)
        vae = circular(load(AutoencoderKL, root / "sd1", "vae"), axes)
        out[f"{name}/noise"] = unet(x, torch.tensor(500.0), encoder_hidden_states=states).sample
        out[f"{name}/picture"] = vae.decode(x / vae.config.scaling_factor).sample
        downsampling.F = type("F", (), {"pad": staticmethod(lambda y, pad, mode, value: padded(y, pad, axes))})
        out[f"{name}/encoded"] = vae.encode(pixels).latent_dist.mode() * vae.config.scaling_factor
        downsampling.F = F
    shutil.rmtree(root)
    (GOLDENS / "tiling").mkdir(parents=True, exist_ok=True)
    save_file({key: value.contiguous() for key, value in out.items()}, GOLDENS / "tiling" / "tiling.safetensors")


if __name__ == "__main__":
    main()
