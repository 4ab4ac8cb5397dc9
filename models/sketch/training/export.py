"""Writes the trained parts as a checkpoint in the diffusers layout, float16, and says how large it is."""

import json
import shutil
from pathlib import Path

import torch
from diffusers import AutoencoderKL, StableDiffusionPipeline
from safetensors.torch import load_file, save_file
from transformers import CLIPTextModel, CLIPTokenizer

from networks import SIDE, scheduler, unet
from pictures import Pictures
from vocabulary import taught
from workspace import arguments, log

CHECKPOINT = Path(__file__).parent.parent / 'checkpoint'


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--checkpoint', type=Path, default=CHECKPOINT)
    options = parser.parse_args()
    work, folder = options.work, options.checkpoint
    network = unet()
    network.load_state_dict(torch.load(work / 'unet.weights', weights_only=True))
    pipeline = StableDiffusionPipeline(
        vae=AutoencoderKL.from_pretrained(work / 'vae', torch_dtype=torch.float16),
        text_encoder=CLIPTextModel.from_pretrained(work / 'text_encoder', dtype=torch.float16),
        tokenizer=CLIPTokenizer.from_pretrained(work / 'tokenizer'),
        unet=network.half(),
        scheduler=scheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    # Memory order is of no account in a file: plain rows, as every reader expects.
    for part in (pipeline.unet, pipeline.vae, pipeline.text_encoder):
        part.to(memory_format=torch.contiguous_format)
    pipeline.save_pretrained(folder)
    forget_origin(folder / 'vae' / 'config.json')
    name_as_published(folder / 'text_encoder' / 'model.safetensors')
    for name in ('vocab.json', 'merges.txt', 'tokenizer.json', 'tokenizer_config.json', 'special_tokens_map.json'):
        shutil.copyfile(work / 'tokenizer' / name, folder / 'tokenizer' / name)
    (folder / 'limn.json').write_text(json.dumps(defaults(Pictures(work)), indent='\t', ensure_ascii=False) + '\n')
    for file in folder.rglob('*'):
        file.chmod(0o755 if file.is_dir() else 0o644)
    log(work, 'export', bytes=sum(file.stat().st_size for file in folder.rglob('*') if file.is_file()))


def forget_origin(config: Path) -> None:
    """Takes the folder a part was read from out of its configuration."""
    facts = json.loads(config.read_text())
    facts.pop('_name_or_path', None)
    config.write_text(json.dumps(facts, indent=2) + '\n')


def name_as_published(weights: Path) -> None:
    """Names the text encoder's tensors `text_model.…`, as published checkpoints do and transformers 5 does not."""
    tensors = load_file(weights)
    save_file({f'text_model.{name}': tensor for name, tensor in tensors.items()}, weights, {'format': 'pt'})


def defaults(pictures: Pictures) -> dict:
    """What a program needs to know besides the weights."""
    return {
        'name': 'Sketch',
        'width': SIDE,
        'height': SIDE,
        'steps': 12,
        'guidance': 4,
        'licence': 'MIT',
        'vocabulary': taught(pictures),
    }


if __name__ == '__main__':
    main()
