"""The list of words that the checkpoint's limn.json carries: those of the drawing code, and those that join them."""

import re
from collections import Counter

from pictures import Pictures

LOOKED_AT = 8192
OFTEN = 8


def taught(pictures: Pictures) -> dict:
    """Every kind of word by its name with what else means the same; a word that has no other stands alone."""
    facts = pictures.facts
    kinds = {
        'nouns': [(noun['name'], irregular(noun) + noun['also']) for noun in facts['nouns']],
        'colours': [(colour['name'], colour['also']) for colour in facts['colours']],
        'materials': [(material['name'], material['words']) for material in facts['materials']],
        'backgrounds': [(background['name'], background['phrases']) for background in facts['backgrounds']],
        'styles': [(style['name'], style['phrases']) for style in facts['styles']],
        'textures': [(texture['name'], texture['also']) for texture in facts['textures']],
    }
    captions = [caption for row in pictures.rows[:LOOKED_AT] for caption in row['captions']]
    phrases = [phrase for entries in kinds.values() for name, also in entries for phrase in (name, *also)]
    listed = {kind: [entry(name, also) for name, also in entries] for kind, entries in kinds.items()}
    return {**listed, 'words': joining(captions, phrases)}


def irregular(noun: dict) -> list[str]:
    """The plural, where an ending does not make it."""
    name, plural = noun['name'], noun['plural']
    return [] if plural in (f'{name}s', f'{name}es', f'{name[:-1]}ies') else [plural]


def entry(name: str, also: list[str]) -> str | dict:
    others = list(dict.fromkeys(word for word in also if word != name))
    return {'name': name, 'also': others} if others else name


def joining(captions: list[str], phrases: list[str]) -> list[str]:
    """Words of captions outside all phrases, such as numbers, sizes, places and `next to`, that come up often."""
    longest_first = sorted((in_number(phrase.lower()) for phrase in phrases), key=len, reverse=True)
    phrase = re.compile(rf'\b(?:{"|".join(longest_first)})\b')
    counts = Counter()
    for caption in captions:
        counts.update(re.findall(r"\w+(?:'\w+)*", phrase.sub(' ', caption.lower())))
    return sorted(word for word, count in counts.items() if count >= OFTEN)


def in_number(phrase: str) -> str:
    """A pattern of a phrase in the singular and the plural."""
    stem = re.escape(phrase)
    return f'(?:{stem}(?:s|es)?|{stem[:-1]}ies)' if phrase.endswith('y') else f'{stem}(?:s|es)?'
