"""Makes the goldens of test/parity/embeddings.test.ts: textual inversions, and what diffusers makes of words with them.

Run: python test/parity/make_goldens/embeddings.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/embeddings/: for each tiny checkpoint `NAME-moss.safetensors` (A1111's way, three vectors) and
`NAME-fern.safetensors` (diffusers' way, one vector under its placeholder), embeddings.json (prompts and their tokens, by
diffusers' tokenizer) and embeddings.safetensors (the states of each prompt).
"""
import json
import shutil

import torch
from diffusers import StableDiffusionPipeline
from safetensors.torch import load_file, save_file

from checkpoints import GOLDENS, write_checkpoints

OUT = GOLDENS / "embeddings"
PROMPTS = ["a red <fern> star", "moss", "the <fern>, moss on the moss background"]


def write_files(name, width, random):
    save_file({"emb_params": torch.randn(3, width, generator=random).half()}, OUT / f"{name}-moss.safetensors")
    save_file({"<fern>": torch.randn(width, generator=random)}, OUT / f"{name}-fern.safetensors")


@torch.no_grad()
def states_of(name, folder, out):
    pipe = StableDiffusionPipeline.from_pretrained(folder, safety_checker=None, torch_dtype=torch.float32)
    table = pipe.text_encoder.get_input_embeddings().weight.shape[0]
    # The table has more rows than the vocabulary has tokens: new ones must begin behind it, as Limn's do.
    spare = [f"<spare{i}>" for i in range(table - len(pipe.tokenizer))]
    pipe.tokenizer.add_tokens(spare)
    for word in ("moss", "fern"):
        file = load_file(OUT / f"{name}-{word}.safetensors")
        vectors = next(iter(file.values())).float()
        pipe.load_textual_inversion({"<fern>" if word == "fern" else "emb_params": vectors}, token="<fern>" if word == "fern" else word)
    rows = []
    for i, prompt in enumerate(PROMPTS):
        words = pipe.maybe_convert_prompt(prompt, pipe.tokenizer)
        ids = pipe.tokenizer(words, padding="max_length", max_length=77).input_ids
        out[f"{name}/{i}"] = pipe.text_encoder(torch.tensor([ids])).last_hidden_state
        rows.append({"prompt": prompt, "ids": ids})
    return rows


def main():
    torch.set_num_threads(1)
    root = write_checkpoints()
    OUT.mkdir(parents=True, exist_ok=True)
    random = torch.Generator().manual_seed(61)
    out, rows = {}, {}
    for name, width in {"sd1": 32, "sd2": 48}.items():
        write_files(name, width, random)
        rows[name] = states_of(name, root / name, out)
    shutil.rmtree(root)
    (OUT / "embeddings.json").write_text(json.dumps(rows, separators=(",", ":")) + "\n")
    save_file({key: value.contiguous() for key, value in out.items()}, OUT / "embeddings.safetensors")


if __name__ == "__main__":
    main()
