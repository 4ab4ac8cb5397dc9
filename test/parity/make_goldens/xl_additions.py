"""Makes the goldens of test/parity/xl-additions.test.ts: what is added to SDXL, and what diffusers makes of it.

Run: python test/parity/make_goldens/xl_additions.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/xl-additions/: `kohya.safetensors`, a LoRA on all three networks under kohya's names; `peft.safetensors`, the
same as diffusers saves it; goldens.safetensors: float32 tensors, inputs and outputs alike.

diffusers adds the LoRA to the UNet itself. Its way to text encoders is shut under transformers 5, so there the same product,
alpha / rank · up · down, is added to the weights here (see lora.py).
"""
import shutil

import torch
from diffusers import (
    ControlNetModel,
    EulerDiscreteScheduler,
    StableDiffusionXLControlNetPipeline,
    StableDiffusionXLPipeline,
)
from safetensors.torch import load_file, save_file

from checkpoints import GOLDENS, write_checkpoints
from pipelines import NEGATIVE, PROMPT

OUT = GOLDENS / "xl-additions"
RANDOM = torch.Generator().manual_seed(71)
# Of each network: kohya's prefix, diffusers' name, and the layers that change.
LAYERS = {
    "lora_unet": ("unet", ("to_k", "to_out.0", "ff.net.0.proj", "conv2", "proj_in")),
    "lora_te1": ("text_encoder", ("q_proj", "fc2")),
    "lora_te2": ("text_encoder_2", ("v_proj", "fc1")),
}
RANK, ALPHA = 3, 1.5
STRENGTHS = {"unet": 0.8, "encoders": 0.6}


def random(*shape):
    return torch.randn(*shape, generator=RANDOM) / shape[-1] ** 0.5


def pipeline(folder, kind=StableDiffusionXLPipeline, **given):
    pipe = kind.from_pretrained(folder, torch_dtype=torch.float32, **given)
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = EulerDiscreteScheduler.from_config(pipe.scheduler.config)
    return pipe


def image_of(pipe, **given):
    usual = {"prompt": PROMPT, "negative_prompt": NEGATIVE, "height": 64, "width": 64, "guidance_scale": 5.0}
    generator = torch.Generator("cpu").manual_seed(7)
    latents = pipe(**usual, **given, num_inference_steps=6, generator=generator, output_type="latent").images
    return (pipe.vae.decode(latents / pipe.vae.config.scaling_factor).sample / 2 + 0.5).clamp(0, 1)


def words_of(pipe, ids):
    """The states of both encoders side by side, and the second one's word for all."""
    first = pipe.text_encoder(torch.tensor([ids["text_encoder"]]), output_hidden_states=True)
    second = pipe.text_encoder_2(torch.tensor([ids["text_encoder_2"]]), output_hidden_states=True)
    return torch.cat([first.hidden_states[-2], second.hidden_states[-2]], 2), second[0]


def noise_of(pipe, x, states, pooled, **given):
    told = {"text_embeds": pooled, "time_ids": torch.tensor([[72, 88, 0, 0, 72, 88]])}
    return pipe.unet(x, torch.tensor(500.0), encoder_hidden_states=states, added_cond_kwargs=told, **given).sample


def write_loras(folder):
    pipe = pipeline(folder)
    kohya, peft = {}, {}
    for prefix, (network, ends) in LAYERS.items():
        for name, module in getattr(pipe, network).named_modules():
            weight = getattr(module, "weight", None)
            if not name.endswith(ends) or weight is None:
                continue
            down = random(RANK, *weight.shape[1:])
            up = random(weight.shape[0], RANK, *[1] * (weight.dim() - 2))
            full = name if network == "unet" or name.startswith("text_model") else f"text_model.{name}"
            own = f"{prefix}_{full}".replace(".", "_")
            kohya |= {f"{own}.lora_down.weight": down, f"{own}.lora_up.weight": up, f"{own}.alpha": torch.tensor(ALPHA)}
            # diffusers' file carries no alpha: it is in the weights already.
            peft |= {f"{network}.{full}.lora_A.weight": down, f"{network}.{full}.lora_B.weight": up * ALPHA / RANK}
    save_file({name: value.contiguous() for name, value in kohya.items()}, OUT / "kohya.safetensors")
    save_file({name: value.contiguous() for name, value in peft.items()}, OUT / "peft.safetensors")


def with_lora(folder):
    pipe = pipeline(folder)
    file = load_file(OUT / "kohya.safetensors")
    for prefix, (network, ends) in LAYERS.items():
        if network == "unet":
            continue
        for name, module in getattr(pipe, network).named_modules():
            full = name if name.startswith("text_model") else f"text_model.{name}"
            own = f"{prefix}_{full}".replace(".", "_")
            if f"{own}.alpha" in file:
                change = file[f"{own}.lora_up.weight"] @ file[f"{own}.lora_down.weight"]
                module.weight.data += STRENGTHS["encoders"] * ALPHA / RANK * change
    state, alphas = pipe.lora_state_dict(OUT, weight_name="kohya.safetensors", unet_config=pipe.unet.config)
    pipe.load_lora_into_unet(state, network_alphas=alphas, unet=pipe.unet, adapter_name="kohya", _pipeline=pipe)
    pipe.unet.set_adapters(["kohya"], [STRENGTHS["unet"]])
    return pipe


def loras(folder, out, x, ids):
    write_loras(folder)
    plain, changed = pipeline(folder), with_lora(folder)
    for name, pipe in {"plain": plain, "lora": changed}.items():
        out[f"{name}/states"], out[f"{name}/pooled"] = words_of(pipe, ids)
        out[f"{name}/noise"] = noise_of(pipe, x, out[f"{name}/states"], out[f"{name}/pooled"])
    for what in ("states", "pooled", "noise"):
        assert (out[f"plain/{what}"] - out[f"lora/{what}"]).abs().max() > 0.05, what
    out["lora/image"] = image_of(changed)


def controls(root, out, x):
    net, info = ControlNetModel.from_pretrained(root / "control-xl", torch_dtype=torch.float32, output_loading_info=True)
    assert not any(info.values()), info
    states, pooled = out["plain/states"], out["plain/pooled"]
    hint = torch.rand(1, 3, 72, 88, generator=RANDOM)
    told = {"text_embeds": pooled, "time_ids": torch.tensor([[72, 88, 0, 0, 72, 88]])}
    given = {"encoder_hidden_states": states, "controlnet_cond": hint, "conditioning_scale": 0.7}
    answer = net.eval()(x, torch.tensor(500.0), added_cond_kwargs=told, **given)
    out |= {"control/hint": hint, "control/middle": answer.mid_block_res_sample}
    out |= {f"control/skip_{i}": skip for i, skip in enumerate(answer.down_block_res_samples)}
    pipe = pipeline(root / "sdxl", StableDiffusionXLControlNetPipeline, controlnet=net)
    residuals = {
        "down_block_additional_residuals": answer.down_block_res_samples,
        "mid_block_additional_residual": answer.mid_block_res_sample,
    }
    out["control/noise"] = noise_of(pipe, x, states, pooled, **residuals)
    picture = torch.rand(1, 3, 64, 64, generator=RANDOM).mul(255).round().div(255)
    out["control/picture"] = picture
    share = {"control_guidance_start": 0.25, "control_guidance_end": 0.75}
    out["control/image"] = image_of(pipe, image=picture, controlnet_conditioning_scale=0.7, **share)


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    root = write_checkpoints()
    OUT.mkdir(parents=True, exist_ok=True)
    out = {"latent": torch.randn(1, 4, 9, 11, generator=RANDOM)}
    ids = pipeline(root / "sdxl").tokenizer(PROMPT, padding="max_length", max_length=77).input_ids
    second = pipeline(root / "sdxl").tokenizer_2(PROMPT, padding="max_length", max_length=77).input_ids
    loras(root / "sdxl", out, out["latent"], {"text_encoder": ids, "text_encoder_2": second})
    controls(root, out, out["latent"])
    shutil.rmtree(root)
    save_file({key: value.contiguous() for key, value in out.items()}, OUT / "goldens.safetensors")


if __name__ == "__main__":
    main()
