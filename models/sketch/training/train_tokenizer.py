"""Learns CLIP's byte-pair vocabulary from the captions: every word of theirs becomes one token, any text encodes."""

import json

from tokenizers import Tokenizer, models
from tokenizers.trainers import BpeTrainer
from transformers import CLIPTokenizer

from networks import TOKENS
from pictures import Pictures
from workspace import arguments, log

START, END = '<|startoftext|>', '<|endoftext|>'


def main() -> None:
    options = arguments(__doc__).parse_args()
    captions = [caption for row in Pictures(options.work).rows for caption in row['captions']]
    folder = options.work / 'tokenizer'
    folder.mkdir(exist_ok=True)
    vocabulary, merges = learn(captions)
    tokenizer = CLIPTokenizer(
        vocab=vocabulary,
        merges=merges,
        bos_token=START,
        eos_token=END,
        pad_token=END,
        unk_token=END,
        model_max_length=TOKENS,
    )
    tokenizer.save_pretrained(folder)
    (folder / 'vocab.json').write_text(json.dumps(vocabulary, ensure_ascii=False))
    merge_lines = [' '.join(pair) for pair in merges]
    (folder / 'merges.txt').write_text('#version: 0.2\n' + '\n'.join(merge_lines) + '\n')
    special = {'bos_token': START, 'eos_token': END, 'pad_token': END, 'unk_token': END}
    (folder / 'special_tokens_map.json').write_text(json.dumps(special, indent=2) + '\n')
    lengths = [len(ids) for ids in tokenizer(captions[:20000])['input_ids']]
    log(options.work, 'tokenizer', words=len(vocabulary), merges=len(merges), longest=max(lengths))


def learn(captions: list[str]) -> tuple[dict[str, int], list[tuple[str, str]]]:
    """Gives CLIP's layout: 256 bytes, the same bytes at a word's end, the merges, then the two marks."""
    empty = CLIPTokenizer()
    bpe = Tokenizer(models.BPE(end_of_word_suffix='</w>', continuing_subword_prefix='', fuse_unk=False))
    bpe.normalizer = empty.backend_tokenizer.normalizer
    bpe.pre_tokenizer = empty.backend_tokenizer.pre_tokenizer
    trainer = BpeTrainer(vocab_size=6000, min_frequency=1, end_of_word_suffix='</w>', show_progress=False)
    bpe.train_from_iterator(captions, trainer)
    learnt = json.loads(bpe.to_str())['model']['merges']
    merges = [tuple(merge.split(' ')) if isinstance(merge, str) else tuple(merge) for merge in learnt]
    letters = byte_letters()
    endings = [letter + '</w>' for letter in letters]
    words = [*letters, *endings, *(first + second for first, second in merges), START, END]
    return {word: index for index, word in enumerate(dict.fromkeys(words))}, merges


def byte_letters() -> list[str]:
    """Gives the printable stand-in of every byte, in the order GPT-2 and CLIP list them."""
    shown = [*range(ord('!'), ord('~') + 1), *range(ord('¡'), ord('¬') + 1), *range(ord('®'), ord('ÿ') + 1)]
    hidden = [byte for byte in range(256) if byte not in shown]
    return [chr(byte) for byte in shown] + [chr(256 + index) for index in range(len(hidden))]


if __name__ == '__main__':
    main()
