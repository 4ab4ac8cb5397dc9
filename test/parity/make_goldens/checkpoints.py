"""Writes the parity checkpoints with the project's own TypeScript, so that both sides read the same files."""
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
GOLDENS = HERE.parent / "goldens"


def write_checkpoints() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="limn-goldens-"))
    node = ["node", "--import", "tsx", str(HERE / "checkpoints.ts"), str(folder)]
    subprocess.run(node, check=True, cwd=ROOT, stdout=sys.stderr)
    return folder
