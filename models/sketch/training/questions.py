"""What Sketch is asked when it is judged: combinations that were never in training, in words from a fixed seed."""

import random

from workspace import SEED

NUMBERS = {1: 'a', 2: 'two', 3: 'three'}


def questions(vocabulary: dict, count: int) -> list[dict]:
    """
    Gives prompts with all they ask for. Every noun comes in turn, now in the one colour and now on the one background
    in which it was never drawn for training; style and number come by chance, most often the usual ones.
    """
    chance = random.Random(SEED)
    colours = [entry['name'] for entry in vocabulary['colours']]
    backgrounds = {entry['name']: entry for entry in vocabulary['backgrounds']}
    styles = {entry['name']: entry for entry in vocabulary['styles']}
    usual_style = vocabulary['styles'][0]['name']
    nouns = list(vocabulary['nouns'])
    asked = []
    for index in range(count):
        if index % len(nouns) == 0:
            chance.shuffle(nouns)
        noun = nouns[index % len(nouns)]
        new_colour = (index // len(nouns) + index) % 2 == 0
        colour = noun['kept']['colour'] if new_colour else chance.choice(colours)
        background = chance.choice(list(backgrounds)) if new_colour else noun['kept']['background']
        style = usual_style if chance.random() < 0.4 else chance.choice(list(styles))
        number = 1 if chance.random() < 0.6 else chance.choice((2, 3))
        facts = {'noun': noun['name'], 'colour': colour, 'background': background, 'style': style, 'count': number}
        thing = noun['name'] if number == 1 else noun['plural']
        prompt = f'{NUMBERS[number]} {colour} {thing} {phrase(backgrounds[background])}'
        if style != usual_style:
            prompt += f', {styles[style]["phrases"][0]}'
        asked.append({**facts, 'prompt': with_article(prompt)})
    return asked


def phrase(background: dict) -> str:
    return background['phrases'][0]


def with_article(prompt: str) -> str:
    return f'an {prompt[2:]}' if prompt.startswith('a ') and prompt[2] in 'aeiou' else prompt
