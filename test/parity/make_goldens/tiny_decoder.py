"""Makes the goldens of test/parity/tiny-decoder.test.ts: what diffusers' AutoencoderTiny gives for latents.

Run: python test/parity/make_goldens/tiny_decoder.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/tiny-decoder/: `diffusers/` as save_pretrained leaves it; taesd_decoder.safetensors, the same decoder in the
names of TAESD's own repository, where a layer that clamps comes first; goldens.safetensors: N/latent and N/picture.
"""
import torch
from diffusers import AutoencoderTiny
from safetensors.torch import save_file

from checkpoints import GOLDENS

# Height, width and how far the latents spread: the last ones lie beyond what the first layer lets through.
CASES = [(8, 8, 1.0), (5, 7, 1.0), (6, 4, 5.0)]


@torch.no_grad()
def main():
    torch.set_num_threads(1)
    torch.manual_seed(41)
    tiny = AutoencoderTiny(
        encoder_block_out_channels=(8, 8, 8, 8),
        decoder_block_out_channels=(8, 8, 8, 8),
        num_encoder_blocks=(1, 1, 1, 1),
        num_decoder_blocks=(2, 1, 3, 1),
        scaling_factor=0.9,
    ).eval()
    folder = GOLDENS / "tiny-decoder"
    tiny.save_pretrained(folder / "diffusers")
    own = {}
    for name, tensor in tiny.decoder.layers.state_dict().items():
        layer, rest = name.split(".", 1)
        own[f"{int(layer) + 1}.{rest}"] = tensor.contiguous()
    save_file(own, folder / "taesd_decoder.safetensors")
    random = torch.Generator().manual_seed(42)
    out = {}
    for i, (height, width, spread) in enumerate(CASES):
        latent = torch.randn(1, 4, height, width, generator=random) * spread
        out[f"{i}/latent"] = latent
        # As diffusers' pipelines do it.
        out[f"{i}/picture"] = tiny.decode(latent / tiny.config.scaling_factor).sample
        # TAESD's own decoder knows no scale.
        out[f"{i}/own"] = tiny.decode(latent).sample
    save_file(out, folder / "goldens.safetensors")


if __name__ == "__main__":
    main()
