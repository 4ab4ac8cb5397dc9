"""Makes the golden of test/parity/names.test.ts: what diffusers' own converter calls an LDM checkpoint's tensors.

Run: python test/parity/make_goldens/single_file.py   (packages: requirements.txt beside this file; CPU only)
Reads the names that single_file.ts prints, gives every tensor a number of its own as its only value, converts them with
diffusers' functions, and writes goldens/names/names.json: for each checkpoint, LDM name by diffusers name.
"""
import json
import subprocess
from types import SimpleNamespace

import torch
from diffusers.loaders import single_file_utils as ldm

from checkpoints import GOLDENS, HERE, ROOT


def named():
    node = ["node", "--import", "tsx", str(HERE / "single_file.ts")]
    return json.loads(subprocess.run(node, check=True, cwd=ROOT, capture_output=True).stdout)


def numbered(names):
    """Tensors that hold their number in the list; the three rows of a fused projection also their own, as a quarter."""
    out = {}
    for i, name in enumerate(names):
        rows = 3 if "in_proj_" in name else 1
        values = i + torch.arange(rows, dtype=torch.float64) / 4
        out[name] = values if name.endswith("in_proj_bias") else values.reshape(rows, 1) if rows == 3 else values.reshape(1, 1, 1, 1)
    return out


def source(names, value):
    """The name that a value came from, and its row where the tensor has three."""
    number = float(value.flatten()[0])
    name = names[int(number)]
    return f"{name}[{int(number % 1 * 4)}]" if "in_proj_" in name else name


CONFIG = {"layers_per_block": 2, "class_embed_type": None}


def texts(names, tensors):
    open_clip = SimpleNamespace(config=SimpleNamespace(hidden_size=1))
    found = {}
    if any(name.startswith("cond_stage_model.model.") for name in names):
        found["text_encoder"] = ldm.convert_open_clip_checkpoint(open_clip, dict(tensors))
    elif any(".transformer.text_model." in name for name in names):
        found["text_encoder"] = ldm.convert_ldm_clip_checkpoint(dict(tensors))
    for prefix in ("conditioner.embedders.0.model.", "conditioner.embedders.1.model."):
        if any(name.startswith(prefix) for name in names):
            found["text_encoder_2"] = ldm.convert_open_clip_checkpoint(open_clip, dict(tensors), prefix=prefix)
    return found


def converted(names):
    tensors = numbered(names)
    added = "text_time" if any(".label_emb." in name for name in names) else None
    parts = {
        "unet": ldm.convert_ldm_unet_checkpoint(dict(tensors), {**CONFIG, "addition_embed_type": added}),
        "vae": ldm.convert_ldm_vae_checkpoint(dict(tensors), {"down_block_types": range(4), "up_block_types": range(4)}),
        **texts(names, tensors),
    }
    return {
        part: {name: source(names, value) for name, value in state.items()}
        for part, state in parts.items()
    }


def main():
    goldens = {checkpoint: converted(names) for checkpoint, names in named().items()}
    # Stable Diffusion 2's UNet and every autoencoder have the names of 1's; the refiner's words are SDXL's second.
    assert goldens["sd21"].pop("unet") == goldens["sd15"]["unet"]
    for later in ("sd21", "sdxl", "sdxl-refiner"):
        assert goldens[later].pop("vae") == goldens["sd15"]["vae"]
    first, second = "conditioner.embedders.0.", "conditioner.embedders.1."
    words = goldens["sdxl-refiner"].pop("text_encoder_2")
    assert {to: name.replace(first, second) for to, name in words.items()} == goldens["sdxl"]["text_encoder_2"]
    (GOLDENS / "names").mkdir(parents=True, exist_ok=True)
    (GOLDENS / "names" / "names.json").write_text(json.dumps(goldens, indent=0, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
