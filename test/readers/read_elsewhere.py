"""Reads what Limn writes for engines with libraries that are not Limn's, and checks what they say.

Usage: pip install -r requirements.txt, then: python read_elsewhere.py
The files in made/ are what test/unit/readers.test.ts holds Limn's writers to.
"""

from pathlib import Path

import godot_parser
import pytiled_parser
import yaml
from PIL import Image

made = Path(__file__).parent / "made"


def godot() -> None:
    # The parser knows Godot 3, which wrote names without the mark that Godot 4 puts before them.
    text = (made / "art" / "sprites.tres").read_text().replace('&"', '"')
    resource = godot_parser.parse(text)
    assert resource.get_ext_resources()[0].path == "res://game/art/sprites.png"
    regions = [str(texture["region"]) for texture in resource.get_sub_resources()]
    assert regions == ["Rect2( 1, 1, 16, 16 )", "Rect2( 21, 1, 16, 16 )", "Rect2( 1, 21, 6, 5 )"], regions
    animations = resource.find_section("resource")["animations"]
    assert [(each["name"], len(each["frames"])) for each in animations] == [("walk", 2), ("key", 1)]


def tiled() -> None:
    tiles = pytiled_parser.parse_tileset(made / "art" / "tiles.tsx")
    assert (tiles.tile_width, tiles.tile_height, tiles.tile_count, tiles.columns) == (16, 16, 2, 2)
    assert (tiles.margin, tiles.spacing) == (1, 4)
    assert [tile.properties["name"] for tile in tiles.tiles.values()] == ["walk_01", "walk_02"]
    with Image.open(made / "art" / str(tiles.image)) as image:
        assert image.size == (tiles.image_width, tiles.image_height)


def unity() -> None:
    meta = yaml.safe_load((made / "art" / "sprites.png.meta").read_text())
    sprites = meta["TextureImporter"]["spriteSheet"]["sprites"]
    with Image.open(made / "art" / "sprites.png") as image:
        for sprite in sprites:
            rect = sprite["rect"]
            assert rect["x"] >= 0 and rect["y"] >= 0
            assert rect["x"] + rect["width"] <= image.width and rect["y"] + rect["height"] <= image.height
            # The sprite's first pixel, found as Unity counts: from the lower edge.
            top = image.height - rect["y"] - rect["height"]
            assert image.getpixel((rect["x"], top))[3] == 255, sprite["name"]
    assert [sprite["name"] for sprite in sprites] == ["walk_01", "walk_02", "key"]


def icons() -> None:
    with Image.open(made / "icons" / "favicon.ico") as icon:
        assert icon.info["sizes"] == {(16, 16), (32, 32), (48, 48)}
        for size in icon.info["sizes"]:
            assert icon.ico.getimage(size).size == size


for reader in (godot, tiled, unity, icons):
    reader()
    print(f"{reader.__name__}: read")
