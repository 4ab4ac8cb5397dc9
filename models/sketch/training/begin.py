"""
Fills an empty work folder from a checkpoint that `export.py` wrote, so that the UNet's training goes on from there.

The optimiser begins anew; `--steps-done` says how far along the schedule the checkpoint was.
"""

import shutil
from pathlib import Path

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from safetensors.torch import load_file, save_file

from networks import unet
from weights import Weights
from workspace import arguments, log, save_state

BEGUN = Path(__file__).parent.parent / 'begun'


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--checkpoint', type=Path, default=BEGUN)
    parser.add_argument('--steps-done', type=int, default=0)
    options = parser.parse_args()
    work = options.work
    work.mkdir(parents=True, exist_ok=True)
    for part in ('tokenizer', 'text_encoder', 'vae'):
        shutil.copytree(options.checkpoint / part, work / part)
    name_as_trained(work / 'text_encoder' / 'model.safetensors')
    # The latents must be those that the UNet knows: its autoencoder is taken over as it is.
    autoencoder = AutoencoderKL.from_pretrained(work / 'vae', torch_dtype=torch.float32)
    save_state(work / 'autoencoder.weights', autoencoder.state_dict())
    network = unet()
    known = UNet2DConditionModel.from_pretrained(options.checkpoint / 'unet', torch_dtype=torch.float32)
    weights = Weights(network, torch.device('cpu'), weight_decay=0.01, average=0.999)
    weights.take(network, known.state_dict())
    weights.step_count = options.steps_done
    save_state(work / 'unet.weights', known.state_dict())
    save_state(work / 'unet.state', {'weights': weights.state()})
    log(work, 'begin', steps=options.steps_done)


def name_as_trained(weights: Path) -> None:
    """Takes the prefix `text_model.` off again, which `export.py` puts before every name."""
    tensors = load_file(weights)
    save_file({name.removeprefix('text_model.'): tensor for name, tensor in tensors.items()}, weights, {'format': 'pt'})


if __name__ == '__main__':
    main()
