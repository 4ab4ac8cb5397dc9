"""Where a training run keeps its files, what it writes in its log, and which processor it runs on."""

import argparse
import json
import os
import time
from pathlib import Path

import torch

SEED = 20261122


def arguments(description: str) -> argparse.ArgumentParser:
    """Starts a command line with the one option all commands share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument('--work', type=Path, default=Path('out/sketch'), help='folder of this training run')
    return parser


def device() -> torch.device:
    """Picks CUDA when there is one, else the processor with two threads."""
    if torch.cuda.is_available():
        return torch.device('cuda')
    torch.set_num_threads(2)
    return torch.device('cpu')


def log(work: Path, stage: str, **figures) -> None:
    """Adds a line to the run's log and shows it."""
    line = json.dumps({'stage': stage, 'time': round(time.time()), **figures})
    with open(work / 'log.jsonl', 'a') as file:
        file.write(line + '\n')
    print(line, flush=True)


def save_state(path: Path, state: dict) -> None:
    """Writes a state whole or not at all, so that a stop at any moment leaves the one before."""
    torch.save(state, path.with_suffix('.part'))
    os.replace(path.with_suffix('.part'), path)


def load_state(path: Path) -> dict | None:
    """Reads the state of an earlier run, if there was one."""
    return torch.load(path, map_location='cpu', weights_only=True) if path.exists() else None
