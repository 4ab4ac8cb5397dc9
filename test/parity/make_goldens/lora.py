"""Makes the goldens of test/parity/lora.test.ts: LoRA files, and what diffusers gives with them.

Run: python test/parity/make_goldens/lora.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/lora/: `peft.safetensors` as diffusers saves a LoRA, `kohya.safetensors` with convolutions and alphas under
kohya's names, `tucker.safetensors` with a convolution in the middle (LyCORIS), and lora.safetensors: float32 tensors.

diffusers adds the first two to the UNet itself, as branches (set_adapters) and fused into the weights (fuse_lora); both
must agree. Its way to the text encoder is shut under transformers 5 (what it loads there is reported as unexpected, and the
adapter stays random), so there the same product, alpha / rank · up · down, is added to the weights here. So is the third
file, which diffusers does not read: up · mid · down, by the formula of LyCORIS.
"""
import shutil

import torch
from diffusers import EulerDiscreteScheduler, StableDiffusionPipeline
from peft import LoraConfig
from peft.utils import get_peft_model_state_dict
from safetensors.torch import load_file, save_file

from checkpoints import GOLDENS, write_checkpoints
from pipelines import NEGATIVE, PROMPT

OUT = GOLDENS / "lora"
RANDOM = torch.Generator().manual_seed(21)


def random(*shape):
    return torch.randn(*shape, generator=RANDOM) / shape[-1] ** 0.5


def write_peft(folder):
    """A LoRA on two kinds of layers of each network, with an alpha that is not its rank."""
    pipe = StableDiffusionPipeline.from_pretrained(folder, safety_checker=None)
    layers = {"unet": ["to_q", "to_v", "to_out.0", "conv1", "proj_in"], "text_encoder": ["q_proj", "out_proj", "fc1"]}
    state, settings = {}, {}
    for part, targets in layers.items():
        config = LoraConfig(r=4, lora_alpha=6, target_modules=targets, init_lora_weights=False)
        config.alpha_pattern = {"conv1": 2} if part == "unet" else {}
        network = getattr(pipe, part)
        network.add_adapter(config)
        state[part] = {name: random(*value.shape) for name, value in get_peft_model_state_dict(network).items()}
        settings[part] = {key: value for key, value in config.to_dict().items() if key in ("r", "lora_alpha", "alpha_pattern", "rank_pattern", "target_modules")}
        settings[part]["target_modules"] = sorted(targets)
    pipe.save_lora_weights(
        OUT,
        unet_lora_layers=state["unet"],
        text_encoder_lora_layers=state["text_encoder"],
        unet_lora_adapter_metadata=settings["unet"],
        text_encoder_lora_adapter_metadata=settings["text_encoder"],
        weight_name="peft.safetensors",
    )


def write_kohya(folder):
    """Half precision, alphas, and a rank of its own for convolutions."""
    pipe = StableDiffusionPipeline.from_pretrained(folder, safety_checker=None)
    wanted = {
        "lora_unet": (pipe.unet, ("to_k", "to_out.0", "ff.net.0.proj", "conv2", "downsamplers.0.conv", "time_emb_proj")),
        "lora_te": (pipe.text_encoder, ("k_proj", "fc2")),
    }
    out = {}
    for prefix, (network, ends) in wanted.items():
        for name, module in network.named_modules():
            weight = getattr(module, "weight", None)
            if not name.endswith(ends) or weight is None:
                continue
            kohya = f"{prefix}_{name}".replace(".", "_")
            if prefix == "lora_te" and "text_model" not in kohya:
                kohya = kohya.replace("lora_te_", "lora_te_text_model_")
            rank = 2 if weight.dim() == 4 else 3
            out[f"{kohya}.lora_down.weight"] = random(rank, *weight.shape[1:])
            out[f"{kohya}.lora_up.weight"] = random(weight.shape[0], rank, *[1] * (weight.dim() - 2))
            out[f"{kohya}.alpha"] = torch.tensor(1.5)
    save_file({name: value.half() for name, value in out.items()}, OUT / "kohya.safetensors")


TUCKER = "mid_block.resnets.0.conv1"


def write_tucker(folder):
    pipe = StableDiffusionPipeline.from_pretrained(folder, safety_checker=None)
    out_channels, in_channels = pipe.unet.get_submodule(TUCKER).weight.shape[:2]
    kohya = "lora_unet_" + TUCKER.replace(".", "_")
    save_file(
        {
            f"{kohya}.lora_down.weight": random(4, in_channels, 1, 1),
            f"{kohya}.lora_mid.weight": random(4, 4, 3, 3),
            f"{kohya}.lora_up.weight": random(out_channels, 4, 1, 1),
            f"{kohya}.alpha": torch.tensor(2.0),
        },
        OUT / "tucker.safetensors",
    )


def add_tucker(unet, strength):
    file = load_file(OUT / "tucker.safetensors")
    ends = (".lora_down.weight", ".lora_mid.weight", ".lora_up.weight", ".alpha")
    down, mid, up, alpha = (next(value for name, value in file.items() if name.endswith(end)) for end in ends)
    change = torch.einsum("ot,tshw,si->oihw", up[:, :, 0, 0], mid, down[:, :, 0, 0])
    unet.get_submodule(TUCKER).weight.data += strength * alpha / down.shape[0] * change


def text_encoder_changes(name):
    """Of each layer of the text encoder: what strength 1 adds to its weight."""
    file = {key: value.float() for key, value in load_file(OUT / f"{name}.safetensors").items()}
    if name == "peft":
        layers = {key.removesuffix(".lora_A.weight") for key in file if key.startswith("text_encoder.") and "lora_A" in key}
        for layer in layers:
            yield layer.removeprefix("text_encoder."), 6 / 4 * file[f"{layer}.lora_B.weight"] @ file[f"{layer}.lora_A.weight"]
    else:
        layers = {key.removesuffix(".lora_down.weight") for key in file if key.startswith("lora_te_") and "down" in key}
        for layer in layers:
            change = file[f"{layer}.alpha"] / 3 * file[f"{layer}.lora_up.weight"] @ file[f"{layer}.lora_down.weight"]
            yield layer.removeprefix("lora_te_text_model_"), change


def change_text_encoder(encoder, name, strength):
    layers = {key.removeprefix("text_model."): module for key, module in encoder.named_modules()}
    layers |= {key.replace(".", "_"): module for key, module in layers.items()}
    for layer, change in text_encoder_changes(name):
        layers[layer.removeprefix("text_model.")].weight.data += strength * change


def with_loras(folder, strengths):
    pipe = StableDiffusionPipeline.from_pretrained(folder, safety_checker=None, torch_dtype=torch.float32)
    pipe.set_progress_bar_config(disable=True)
    pipe.scheduler = EulerDiscreteScheduler.from_config(pipe.scheduler.config)
    for name, (_, encoder) in strengths.items():
        change_text_encoder(pipe.text_encoder, name, encoder)
        state, alphas, metadata = pipe.lora_state_dict(OUT, weight_name=f"{name}.safetensors", return_lora_metadata=True)
        pipe.load_lora_into_unet(
            {key: value.float() for key, value in state.items()},
            network_alphas=alphas, unet=pipe.unet, adapter_name=name, metadata=metadata, _pipeline=pipe,
        )
    pipe.unet.set_adapters(list(strengths), [unet for unet, _ in strengths.values()])
    return pipe


@torch.no_grad()
def networks(pipe, x, ids):
    states = pipe.text_encoder(ids).last_hidden_state
    return states, pipe.unet(x, torch.tensor(500.0), encoder_hidden_states=states).sample


CASES = {
    "peft": {"peft": (0.8, 0.5)},
    "kohya": {"kohya": (-0.7, 1.2)},
    "both": {"peft": (0.6, 0.3), "kohya": (0.9, 0.4)},
}


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    root = write_checkpoints()
    folder = root / "sd1"
    OUT.mkdir(parents=True, exist_ok=True)
    write_peft(folder)
    write_kohya(folder)
    write_tucker(folder)
    x = torch.randn(1, 4, 9, 11, generator=RANDOM)
    ids = torch.randint(0, 545, (1, 77), generator=RANDOM)
    out = {"latent": x, "ids": ids.float()}
    for name, strengths in CASES.items():
        pipe = with_loras(folder, strengths)
        out[f"{name}/states"], out[f"{name}/noise"] = networks(pipe, x, ids)
    fused = with_loras(folder, CASES["both"])
    fused.unet.fuse_lora(adapter_names=["peft", "kohya"])
    fused.unet.unload_lora()
    # fuse_lora takes one scale for all; the adapters' own are in it already.
    out["fused/states"], out["fused/noise"] = networks(fused, x, ids)
    given = {"prompt": PROMPT, "negative_prompt": NEGATIVE, "guidance_scale": 5.0, "num_inference_steps": 6}
    generator = torch.Generator("cpu").manual_seed(7)
    pipe = with_loras(folder, CASES["both"])
    latents = pipe(**given, height=64, width=64, generator=generator, output_type="latent").images
    out["both/image"] = (pipe.vae.decode(latents / pipe.vae.config.scaling_factor).sample / 2 + 0.5).clamp(0, 1)
    plain = StableDiffusionPipeline.from_pretrained(folder, safety_checker=None, torch_dtype=torch.float32)
    add_tucker(plain.unet, 0.75)
    out["tucker/states"], out["tucker/noise"] = networks(plain, x, ids)
    for what in ("states", "noise"):
        apart = (out[f"both/{what}"] - out[f"fused/{what}"]).abs().max() / out[f"both/{what}"].abs().max()
        print(what, "branches against fused", float(apart))
        assert apart < 1e-4
        # A LoRA that changed next to nothing would prove nothing.
        assert (out[f"peft/{what}"] - out[f"kohya/{what}"]).abs().max() > 0.1
    shutil.rmtree(root)
    save_file({key: value.contiguous() for key, value in out.items()}, OUT / "lora.safetensors")


if __name__ == "__main__":
    main()
