"""Trains the text encoder before anything else: from a caption's closing tokens, name everything the picture shows."""

import random
import time

import torch
from torch import nn
from transformers import CLIPTokenizer

from networks import TOKENS, WIDTH, size_of, text_encoder
from pictures import HELD_OUT, Pictures
from weights import Weights, warm_constant_cooled
from workspace import SEED, arguments, device, log

BATCH = 256
KINDS = ('noun', 'colour', 'background', 'style', 'count', 'size', 'place', 'other', 'otherColour', 'relation')


class Reader(nn.Module):
    """A text encoder with one linear head that answers every question of `KINDS`."""

    def __init__(self, tokenizer: CLIPTokenizer, sizes: list[int]):
        super().__init__()
        self.encoder = text_encoder(len(tokenizer), tokenizer.bos_token_id, tokenizer.eos_token_id)
        self.head = nn.Linear(WIDTH, sum(sizes))
        self.end, self.sizes = tokenizer.eos_token_id, sizes

    def forward(self, tokens: torch.Tensor) -> tuple[torch.Tensor, ...]:
        states = self.encoder(tokens).last_hidden_state
        closing = (tokens == self.end).to(states.dtype)[..., None]
        return self.head((states * closing).sum(1) / closing.sum(1)).float().split(self.sizes, 1)


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument('--steps', type=int, default=1600)
    options = parser.parse_args()
    place = device()
    torch.manual_seed(SEED)
    chance = random.Random(SEED)
    pictures = Pictures(options.work)
    tokenizer = CLIPTokenizer.from_pretrained(options.work / 'tokenizer')
    names = [sorted({row[kind] for row in pictures.rows}) for kind in KINDS]
    numbers = [{name: index for index, name in enumerate(list_)} for list_ in names]
    answers = torch.tensor([[number[row[kind]] for kind, number in zip(KINDS, numbers)] for row in pictures.rows])
    tokens = tokens_of(tokenizer, [row['captions'][at] for row in pictures.rows for at in range(4)]).view(-1, 4, TOKENS)
    reader = Reader(tokenizer, [len(list_) for list_ in names])
    weights = Weights(reader, place, weight_decay=0.01, average=0.99)
    started = time.time()
    while weights.step_count < options.steps:
        chosen = torch.randint(0, pictures.trained, (BATCH,))
        asked = tokens[chosen, torch.randint(0, 4, (BATCH,))]
        strangers = torch.rand(BATCH) < 1 / 3
        captions = [with_strangers(pictures.rows[index]['captions'][0], chance) for index in chosen[strangers].tolist()]
        asked[strangers] = tokens_of(tokenizer, captions)
        guesses = reader(asked.to(place))
        right = answers[chosen].to(place)
        loss = sum(nn.functional.cross_entropy(guess, right[:, at]) for at, guess in enumerate(guesses))
        loss.backward()
        weights.step(2e-3 * warm_constant_cooled(weights.step_count, options.steps, 50, 0.7))
        if weights.step_count % 100 == 0:
            log(options.work, 'text encoder', step=weights.step_count, loss=round(loss.item(), 4))
    weights.use_averaged()
    held_out = range(pictures.count - HELD_OUT, pictures.count)
    for strangers in (False, True):
        captions = [pictures.rows[index]['captions'][0] for index in held_out]
        captions = [with_strangers(caption, chance) for caption in captions] if strangers else captions
        with torch.no_grad():
            guesses = reader(tokens_of(tokenizer, captions).to(place))
        right = answers[held_out.start :].to(place)
        named = [(guess.argmax(1) == right[:, at]).float().mean().item() for at, guess in enumerate(guesses)]
        shares = {kind: round(share, 4) for kind, share in zip(KINDS, named)}
        log(options.work, 'text encoder', strangers=strangers, seconds=round(time.time() - started), **shares)
    reader.load_state_dict(weights.averaged_tensors(reader))
    log(options.work, 'text encoder', parameters=size_of(reader.encoder))
    reader.encoder.half().save_pretrained(options.work / 'text_encoder')


def tokens_of(tokenizer: CLIPTokenizer, captions: list[str]) -> torch.Tensor:
    """Gives [n, TOKENS] token numbers, cut or padded with the end mark, as the pipeline does."""
    options = {'padding': 'max_length', 'truncation': True, 'max_length': TOKENS, 'return_tensors': 'pt'}
    return tokenizer(captions, **options).input_ids


def with_strangers(caption: str, chance: random.Random) -> str:
    """Puts up to three words nobody taught into a caption, so that they come to mean nothing."""
    words = caption.split(' ')
    for _ in range(chance.randint(1, 3)):
        letters = chance.choices('etaoinshrdlucmfwypvbgkjqxz', weights=range(28, 2, -1), k=chance.randint(2, 9))
        words.insert(chance.randint(0, len(words)), ''.join(letters))
    return ' '.join(words)


if __name__ == '__main__':
    main()
