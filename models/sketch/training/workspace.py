"""Where a training run keeps its files, what it writes in its log, and which processor it runs on."""

import argparse
import json
import os
import time
from pathlib import Path

import torch
from torch import distributed

SEED = 20261122


def arguments(description: str) -> argparse.ArgumentParser:
    """Starts a command line with the one option all commands share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument('--work', type=Path, default=Path('out/sketch'), help='folder of this training run')
    return parser


def device() -> torch.device:
    """
    Picks CUDA when there is one, else the processor with two threads.

    Started by `torchrun`, every process has one thread and a share of each batch: they wait for each other once a step
    instead of at every operation, which is what counts on a processor that others use too.
    """
    if 'RANK' in os.environ:
        distributed.init_process_group('gloo')
        torch.set_num_threads(1)
        return torch.device('cpu')
    if torch.cuda.is_available():
        return torch.device('cuda')
    torch.set_num_threads(2)
    return torch.device('cpu')


def rank() -> int:
    """Numbers this process among those that train together; process 0 writes the files."""
    return distributed.get_rank() if distributed.is_initialized() else 0


def processes() -> int:
    return distributed.get_world_size() if distributed.is_initialized() else 1


def summed(vector: torch.Tensor) -> torch.Tensor:
    """Adds up a vector over all processes, in place."""
    if distributed.is_initialized():
        distributed.all_reduce(vector)
    return vector


def together() -> None:
    """Waits until every process has come this far."""
    if distributed.is_initialized():
        distributed.barrier()


def log(work: Path, stage: str, **figures) -> None:
    """Adds a line to the run's log and shows it."""
    if rank() > 0:
        return
    line = json.dumps({'stage': stage, 'time': round(time.time()), **figures})
    with open(work / 'log.jsonl', 'a') as file:
        file.write(line + '\n')
    print(line, flush=True)


def save_state(path: Path, state: dict) -> None:
    """Writes a state whole or not at all, so that a stop at any moment leaves the one before."""
    if rank() > 0:
        return
    torch.save(state, path.with_suffix('.part'))
    os.replace(path.with_suffix('.part'), path)


def load_state(path: Path) -> dict | None:
    """Reads the state of an earlier run, if there was one."""
    return torch.load(path, map_location='cpu', weights_only=True) if path.exists() else None
