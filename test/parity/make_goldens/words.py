"""Makes the goldens of test/parity/words.test.ts: long and weighed prompts through transformers' and diffusers' networks.

Run: python test/parity/make_goldens/words.py   (packages: requirements.txt beside this file; CPU only)
Writes goldens/words/words.json (each row: prompt, its tokens by chunk, their weights) and words.safetensors (states, and
what the UNet gives for them). Each prompt stands here with the pieces that its grammar means, so that nothing of the
grammar is computed; tokens, chunks, states and weighting are.
"""
import json
import shutil

import torch
from diffusers import UNet2DConditionModel
from safetensors.torch import save_file
from transformers import CLIPTextModel, CLIPTokenizer

from checkpoints import GOLDENS, write_checkpoints
from parts import load

ROOM = 75
BREAK = "BREAK"
CATS = "a red cat on the blue background, " * 9
# emphasis, prompt, pieces
ROWS = [
    ("a1111", "a (red:1.3) star on a [blue] background",
     [("a ", 1), ("red", 1.3), (" star on a ", 1), ("blue", 1 / 1.1), (" background", 1)]),
    ("a1111", "((red) star:0.5), (green", [("red", 1.1 * 0.5), (" star", 0.5), (", ", 1), ("green", 1.1)]),
    ("a1111", r"a \(red\) star BREAK a blue (circle)",
     [("a (red) star", 1), BREAK, ("a blue ", 1), ("circle", 1.1)]),
    ("a1111", CATS + "(a green star:1.4)", [(CATS, 1), ("a green star", 1.4)]),
    ("a1111", "cat " * 80 + "(star)", [("cat " * 80, 1), ("star", 1.1)]),
    ("comfy", "a (red:1.3) star on a [blue] background",
     [("a ", 1), ("red", 1.3), (" star on a [blue] background", 1)]),
    ("comfy", "((red:0.9) star), blue", [("red", 0.9), (" star", 1.1), (", blue", 1)]),
    ("comfy", CATS + "(a green star:1.4)", [(CATS, 1), ("a green star", 1.4)]),
    ("none", "a (red:1.3) [star] BREAK blue", [("a (red:1.3) [star] BREAK blue", 1)]),
]


def segments(tokenizer, pieces):
    """Lists of (id, weight), cut at every BREAK."""
    found = [[]]
    for piece in pieces:
        if piece == BREAK:
            found.append([])
        else:
            found[-1] += [(token, piece[1]) for token in tokenizer(piece[0], add_special_tokens=False).input_ids]
    return found


def chunks(tokens, comma):
    """At most 75 tokens each; a cut moves back behind a comma among the last 20, unless a comma comes next."""
    found = []
    while len(tokens) > ROOM:
        commas = [i for i in range(ROOM - 20, ROOM) if tokens[i][0] == comma]
        cut = commas[-1] + 1 if commas and tokens[ROOM][0] != comma else ROOM
        found.append(tokens[:cut])
        tokens = tokens[cut:]
    return found + [tokens]


def framed(tokens, tokenizer):
    padding = ROOM - len(tokens)
    ids = [token for token, _ in tokens] + [tokenizer.eos_token_id] + [tokenizer.pad_token_id] * padding
    return [tokenizer.bos_token_id] + ids, [1.0] + [weight for _, weight in tokens] + [1.0] * (padding + 1)


def weighed(emphasis, states, weights, empty):
    """A1111's `sd_emphasis.py` (Original), and ComfyUI's `sd1_clip.py`."""
    factors = torch.tensor(weights).reshape(1, -1, 1)
    if emphasis == "a1111":
        out = states * factors
        return out * (states.mean() / out.mean())
    if emphasis == "comfy":
        return torch.where(factors == 1, states, (states - empty) * factors + empty)
    return states


@torch.no_grad()
def goldens_of(name, folder, out):
    tokenizer = CLIPTokenizer.from_pretrained(folder / "tokenizer")
    text = load(CLIPTextModel, folder, "text_encoder")
    unet = load(UNet2DConditionModel, folder, "unet")
    comma = tokenizer.convert_tokens_to_ids(",</w>")
    encode = lambda ids: text(torch.tensor([ids])).last_hidden_state
    empty = encode(framed([], tokenizer)[0])
    out[f"{name}/latent"] = torch.randn(1, 4, 8, 8, generator=torch.Generator().manual_seed(12))
    rows = []
    for i, (emphasis, prompt, pieces) in enumerate(ROWS):
        framed_chunks = [framed(chunk, tokenizer) for part in segments(tokenizer, pieces) for chunk in chunks(part, comma)]
        states = torch.cat([weighed(emphasis, encode(ids), weights, empty) for ids, weights in framed_chunks], 1)
        out[f"{name}/{i}/states"] = states
        noise = unet(out[f"{name}/latent"], torch.tensor(500.0), encoder_hidden_states=states).sample
        out[f"{name}/{i}/noise"] = noise
        ids, weights = zip(*framed_chunks)
        rows.append({"emphasis": emphasis, "prompt": prompt, "ids": ids, "weights": weights})
    return rows


def main():
    torch.set_num_threads(1)
    folder = write_checkpoints()
    out = {}
    rows = {name: goldens_of(name, folder / name, out) for name in ["sd1", "sd2"]}
    shutil.rmtree(folder)
    (GOLDENS / "words").mkdir(parents=True, exist_ok=True)
    (GOLDENS / "words" / "words.json").write_text(json.dumps(rows, separators=(",", ":")) + "\n")
    save_file({key: value.contiguous() for key, value in out.items()}, GOLDENS / "words" / "words.safetensors")


if __name__ == "__main__":
    main()
