"""Makes the goldens of test/parity/tokens.test.ts: the ids that transformers' CLIPTokenizer gives for 500 prompts.

Run: python test/parity/make_goldens/tokens.py   (packages: requirements.txt beside this file)
Writes goldens/tokens/tokens.json: the prompts, and for each kind of padding the ids without the padding at their end; and
500 prompts in A1111's brackets. Those are built from the pieces that they mean, so that nothing of the grammar is read.
"""
import json
import random
import re
import shutil

from transformers import CLIPTokenizer

from checkpoints import GOLDENS, write_checkpoints

PADS = {"sd1": "<|endoftext|>", "sd2": "!"}
FIXED = [
    "", " ", "\n\t ", "a photo of a cat", "A Photo Of A CAT", "a red star on a blue background",
    "don't, won't, I'm, we've, they'll, he'd, it's, you're", "'s", "'", "''", "'S 'T 'RE", "it 's", "rock'n'roll",
    "1234567890", "3.14159", "2024-12-31", "x\u00b2 + y\u00b2 = z\u00b2", "50% off $9.99 \u20ac5 \u00a33 \u00a5100",
    "!!!", "...", "wow! a cat!", "what?!", "(masterpiece:1.2), [[best quality]], ((ultra-detailed))",
    "<lora:thing:0.8>", "{a|b}, {c}", "C++ / C# & F#", "foo_bar-baz.qux", "a\\b\\n", "__init__", "# heading", "* list",
    "http://example.com/a?b=c&d=e#f", "user@example.com", "\"quoted\" 'single' `tick`", "&amp; &lt;", "<b>bold</b>",
    "<|startoftext|>", "<|endoftext|>", "a <|endoftext|> b", "<|startoftext|>cat<|endoftext|>dog", "<|ENDOFTEXT|>",
    "a<|EndOfText|>b", "<|startoftext|", "na\u00efve caf\u00e9 r\u00e9sum\u00e9", "nai\u0308ve cafe\u0301",
    "Stra\u00dfe GRO\u1e9e \u00df", "\u0130stanbul \u0131I", "\u0391\u0392\u0393 \u03b1\u03b2\u03b3 \u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3 \u03c2",
    "\u038c\u03a3\u039f\u03a3", "\u0391\u03a3 \u0392\u03a3.", "\u041f\u0440\u0438\u0432\u0435\u0442, \u043c\u0438\u0440!",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd", "\u0645\u0631\u062d\u0628\u0627 \u0628\u0627\u0644\u0639\u0627\u0644\u0645",
    "\u0928\u092e\u0938\u094d\u0924\u0947 \u0926\u0941\u0928\u093f\u092f\u093e", "\u0e20\u0e32\u0e29\u0e32\u0e44\u0e17\u0e22",
    "\u65e5\u672c\u8a9e\u306e\u30c6\u30ad\u30b9\u30c8", "\u4f60\u597d\uff0c\u4e16\u754c\u3002", "\ud55c\uad6d\uc5b4 \ud14d\uc2a4\ud2b8",
    "\u1112\u1161\u11ab", "\u3001\u3002\u300c\u300d", "mixed\u65e5\u672centext", "\U0002070e rare han",
    "\U0001f600", "a cat \U0001f63a and a dog \U0001f436", "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 family",
    "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", "\U0001f44d\U0001f3fd thumbs", "\u2764\ufe0f heart", "emoji\U0001f600between\U0001f600words",
    "e\u200bzero\u200bwidth", "no\u00a0break", "em\u2003space", "ideographic\u3000space", "line\u2028sep\u2029para",
    "tab\tnew\nline\r\nend", "null\x00char", "bell\x07", "\x1b[31mred\x1b[0m", "\ufeffbom", "soft\u00adhyphen", "\x7f del",
    "\x85 nel", "\u200e ltr \u200f rtl", "\ufffd", "fi\ufb01 \ufb02", "\u2460\u2461\u2462 \u2167 \u00bd \u00b2",
    "\u0967\u0968\u0969 \u0664\u0665\u0666", "\u201ccurly\u201d \u2018quotes\u2019 \u2014 dash \u2013 en \u2026",
    "\u00abguillemets\u00bb", "\u00a1Hola! \u00bfQu\u00e9?", "\u2605\u2606\u2665\u2666", "\u221e\u2260\u2264\u2265", "\u2122\u00ae\u00a9",
    "\u01c5 \u01c8 \u01cb titlecase", "\ufdfa", "\U0001d54f \U0001d400 math", "\U00010400 deseret",
    "a\u0301\u0302\u0303 stacked", "\u0301 lone accent", "K \u212a kelvin", "\u00c5 \u212b angstrom", "\u03a9 \u2126 ohm", "\u0149",
    "\u180e mongolian", "\u00a0\u00a0", "\x1c\x1d\x1e\x1f", "a\x1cb\x1fc", "\u200b", "\u2060 wj", "\ue000 private",
    "\U000e0041 tag", "\U0010fffd", "\u0378 unassigned", "A" * 32, "supercalifragilisticexpialidocious",
    "word " * 90, "\U0001f431" * 60, "supercalifragilistic " * 30, "a, " * 80, "x" * 3000,
]
WORDS = (
    "a an the red blue green dark misty castle sword potion knight dragon watercolour oil painting of in on with, and "
    "sharp focus 4k 8k highly-detailed artstation trending, by cinematic lighting; Unreal Engine portrait (close-up) "
    "35mm f/1.8 isometric pixel-art sprite 32x32 vintage photograph caf\u00e9 Z\u00fcrich \u6771\u4eac "
    "\u043d\u043e\u0447\u044c \U0001f319 \u2728 na\u00efve don't it's 50's"
).split(" ")


def prompts():
    random.seed(7)
    made = [" ".join(random.choices(WORDS, k=random.randint(2, 60))) for _ in range(500 - len(FIXED))]
    return FIXED + made


def bracketed(depth):
    """Text in A1111's grammar, and the pieces [words, weight] that it means; inner brackets count first, as in A1111."""
    text, pieces = "", []
    for _ in range(random.randint(1, 3)):
        kind = random.choice(["words", "words", "round", "square", "number"] if depth > 0 else ["words"])
        if kind == "words":
            inner = " ".join(random.choices(WORDS, k=random.randint(1, 4))) + random.choice(["", " ", ", "])
            text += re.sub(r"[()\[\]\\\\]", lambda sign: "\\" + sign[0], inner)
            pieces.append([inner, 1.0])
        else:
            inner, held = bracketed(depth - 1)
            number = random.choice(["1.3", "0.5", ".7", "2", "1.15", "0", "-1"])
            frame, factor = {
                "round": ("({})", 1.1), "square": ("[{}]", 1 / 1.1), "number": ("({}:" + number + ")", float(number)),
            }[kind]
            text += frame.format(inner)
            pieces += [[words, weight * factor] for words, weight in held]
    return text, pieces


def weighed(tokenizer):
    """Prompts of one chunk with their ids and weights; neighbours of one weight are read as one piece, as A1111 does."""
    found = []
    while len(found) < 500:
        text, pieces = bracketed(3)
        merged = []
        for words, weight in pieces:
            if merged and abs(merged[-1][1] - weight) < 1e-9:
                merged[-1][0] += words
            else:
                merged.append([words, weight])
        tokens = [(token, weight) for words, weight in merged for token in tokenizer(words, add_special_tokens=False).input_ids]
        if len(tokens) <= 75:
            found.append({"prompt": text, "ids": [i for i, _ in tokens], "weights": [round(w, 12) for _, w in tokens]})
    return found


def trimmed(ids, pad):
    while ids and ids[-1] == pad:
        ids = ids[:-1]
    return ids


def main():
    folder = write_checkpoints()
    texts = prompts()
    out = {"prompts": texts, "ids": {}}
    for kind, pad in PADS.items():
        tokenizer = CLIPTokenizer.from_pretrained(folder / "clip-tokenizer", pad_token=pad)
        rows = [tokenizer(text, padding="max_length", max_length=77, truncation=True).input_ids for text in texts]
        out["ids"][kind] = [trimmed(row, tokenizer.pad_token_id) for row in rows]
    random.seed(8)
    out["weighed"] = weighed(CLIPTokenizer.from_pretrained(folder / "clip-tokenizer"))
    shutil.rmtree(folder)
    (GOLDENS / "tokens").mkdir(parents=True, exist_ok=True)
    (GOLDENS / "tokens" / "tokens.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
