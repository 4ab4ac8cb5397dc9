"""Makes the goldens of test/parity/controlnet.test.ts: diffusers' ControlNets on the tiny checkpoint.

Run: python test/parity/make_goldens/controlnet.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/controlnet/controlnet.safetensors: float32 tensors, inputs and outputs alike. Two ControlNets: `a`, and `b`,
which is in half precision and takes blue, green, red. The LDM file of `a` is held to diffusers' own converter here.
"""
import json
import shutil

import torch
from diffusers import ControlNetModel, EulerDiscreteScheduler, StableDiffusionControlNetPipeline, UNet2DConditionModel
from diffusers.loaders.single_file_utils import convert_controlnet_checkpoint
from safetensors.torch import load_file, save_file

from checkpoints import GOLDENS, write_checkpoints
from parts import load
from pipelines import NEGATIVE, PROMPT

WEIGHTS = {"a": 0.7, "b": 0.4}


def control(root, name):
    net, info = ControlNetModel.from_pretrained(
        root / f"control-{name}", torch_dtype=torch.float32, output_loading_info=True
    )
    assert not any(info.values()), info
    return net.eval()


def check_converter(root):
    config = json.loads((root / "control-a" / "config.json").read_text())
    converted = convert_controlnet_checkpoint(
        load_file(root / "control-a-ldm.safetensors"),
        {"addition_embed_type": None, "class_embed_type": None, **config},
    )
    own = load_file(root / "control-a" / "diffusion_pytorch_model.safetensors")
    assert converted.keys() == own.keys(), converted.keys() ^ own.keys()
    assert all(torch.equal(value, own[name]) for name, value in converted.items())


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    root = write_checkpoints()
    check_converter(root)
    random = torch.Generator().manual_seed(41)
    x = torch.randn(1, 4, 9, 11, generator=random)
    states = torch.randn(1, 77, 32, generator=random)
    hints = {name: torch.rand(1, 3, 72, 88, generator=random) for name in WEIGHTS}
    out = {"latent": x, "states": states, **{f"{name}/hint": hint for name, hint in hints.items()}}
    timestep = torch.tensor(500.0)
    answers = {}
    for name, weight in WEIGHTS.items():
        given = {"encoder_hidden_states": states, "controlnet_cond": hints[name], "conditioning_scale": weight}
        answers[name] = control(root, name)(x, timestep, **given)
        for i, skip in enumerate(answers[name].down_block_res_samples):
            out[f"{name}/skip_{i}"] = skip
        out[f"{name}/middle"] = answers[name].mid_block_res_sample
    unet = load(UNet2DConditionModel, root / "sd1", "unet")

    def noise(names):
        skips = [sum(parts) for parts in zip(*(answers[name].down_block_res_samples for name in names))]
        middle = sum(answers[name].mid_block_res_sample for name in names)
        given = {"down_block_additional_residuals": skips, "mid_block_additional_residual": middle}
        return unet(x, timestep, encoder_hidden_states=states, **given).sample

    out["a/noise"], out["both/noise"] = noise("a"), noise("ab")

    # Whole numbers of 255, so that the pictures survive a file.
    pictures = [torch.rand(1, 3, 64, 64, generator=random).mul(255).round().div(255) for _ in WEIGHTS]
    pipe = StableDiffusionControlNetPipeline.from_pretrained(
        root / "sd1", controlnet=[control(root, name) for name in WEIGHTS], safety_checker=None
    )
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = EulerDiscreteScheduler.from_config(pipe.scheduler.config)
    latents = pipe(
        prompt=PROMPT,
        negative_prompt=NEGATIVE,
        image=pictures,
        height=64,
        width=64,
        num_inference_steps=8,
        guidance_scale=5.0,
        controlnet_conditioning_scale=list(WEIGHTS.values()),
        control_guidance_start=[0.25, 0.5],
        control_guidance_end=[0.75, 1.0],
        generator=torch.Generator("cpu").manual_seed(7),
        output_type="latent",
    ).images
    out["picture/a"], out["picture/b"] = pictures
    out["picture/image"] = (pipe.vae.decode(latents / pipe.vae.config.scaling_factor).sample / 2 + 0.5).clamp(0, 1)
    shutil.rmtree(root)
    (GOLDENS / "controlnet").mkdir(parents=True, exist_ok=True)
    save_file({key: value.contiguous() for key, value in out.items()}, GOLDENS / "controlnet" / "controlnet.safetensors")


if __name__ == "__main__":
    main()
