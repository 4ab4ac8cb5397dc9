"""Writes the trained generator as a checkpoint in one file, float16, and says how large it is."""

import json
from pathlib import Path

import torch
from safetensors.torch import save_file

from workspace import arguments, log

CHECKPOINT = Path(__file__).parent.parent / 'checkpoint'

ABOUT = {
    'name': 'Textures',
    'licence': 'MIT',
    'draws': 'surfaces to repeat: planks, stones, metal plates, sand, dirt or ice',
}


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--checkpoint', type=Path, default=CHECKPOINT)
    options = parser.parse_args()
    tensors = torch.load(options.work / 'generator.weights', weights_only=True)
    half = {name: tensor.half() if tensor.is_floating_point() else tensor for name, tensor in tensors.items()}
    options.checkpoint.mkdir(parents=True, exist_ok=True)
    file = options.checkpoint / 'textures.safetensors'
    save_file({name: tensor.contiguous() for name, tensor in half.items()}, file, {'format': 'pt'})
    file.chmod(0o644)
    (options.checkpoint / 'textures.limn.json').write_text(json.dumps(ABOUT, indent='\t') + '\n')
    log(options.work, 'export', bytes=file.stat().st_size)


if __name__ == '__main__':
    main()
