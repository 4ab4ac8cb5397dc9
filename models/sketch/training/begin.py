"""
Fills an empty work folder with the parts in `../begun`, so that only the UNet remains to be trained: the tokenizer, the
text encoder, and the autoencoder with its latents of mean 0 and deviation 1.
"""

import shutil
from pathlib import Path

from workspace import arguments, log

BEGUN = Path(__file__).parent.parent / 'begun'


def main() -> None:
    work = arguments(__doc__).parse_args().work
    for part in ('tokenizer', 'text_encoder', 'vae'):
        shutil.copytree(BEGUN / part, work / part)
    log(work, 'begin')


if __name__ == '__main__':
    main()
