"""Makes the goldens of test/parity/preprocessors.test.ts: what OpenCV makes of two pictures.

Run: python test/parity/make_goldens/preprocessors.py   (packages: requirements.txt beside this file)
Writes goldens/preprocessors/: the pictures `shapes.png` and `noise.png`, and what each preprocessor makes of them.
"""
import cv2
import numpy as np

from checkpoints import GOLDENS

OUT = GOLDENS / "preprocessors"


def shapes():
    """Soft and hard edges in all directions and colours; 151 x 117 is a multiple of nothing."""
    picture = np.full((117, 151, 3), (40, 60, 90), np.uint8)
    picture[:, :, 0] += np.linspace(0, 120, 151).astype(np.uint8)
    cv2.circle(picture, (50, 50), 30, (200, 40, 40), -1, cv2.LINE_AA)
    cv2.rectangle(picture, (80, 60), (140, 100), (30, 180, 60), -1)
    cv2.line(picture, (5, 110), (145, 8), (250, 250, 240), 3, cv2.LINE_AA)
    picture[20:50, 100:140] = cv2.GaussianBlur(picture[20:50, 100:140], (0, 0), 4)
    return picture


def noise():
    random = np.random.default_rng(51)
    rough = random.integers(0, 256, (64, 96, 3), dtype=np.uint8)
    return cv2.GaussianBlur(rough, (0, 0), 1.2)


def scribble(picture):
    """XDoG as the web UIs' annotator has it, at the picture's own size."""
    fine = cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 0.5)
    coarse = cv2.GaussianBlur(picture.astype(np.float32), (0, 0), 5.0)
    dog = (255 - np.min(coarse - fine, axis=2)).clip(0, 255).astype(np.uint8)
    return np.where(2 * (255 - dog.astype(int)) > 32, 255, 0)


def soft_edge(picture):
    grey = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    smooth = cv2.GaussianBlur(grey, (0, 0), 1.5)
    across, down = (cv2.Sobel(smooth, cv2.CV_32F, x, 1 - x, borderType=cv2.BORDER_REPLICATE) for x in (1, 0))
    length = np.hypot(across, down)
    return (length * 255 / length.max()).round()


def tile(picture):
    height, width = picture.shape[:2]
    down, across = -(-height // 8), -(-width // 8)
    means = np.zeros((down, across, 3), np.float32)
    for y in range(down):
        for x in range(across):
            means[y, x] = picture[8 * y : 8 * y + 8, 8 * x : 8 * x + 8].mean((0, 1))
    return cv2.resize(means, (width, height), interpolation=cv2.INTER_LINEAR).round()


MAKERS = {
    "canny": lambda picture: cv2.Canny(picture, 100, 200),
    "scribble": scribble,
    "soft-edge": soft_edge,
    "luminance": lambda picture: cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY),
    "tile": tile,
}


def write(name, picture):
    picture = np.asarray(picture).astype(np.uint8)
    cv2.imwrite(str(OUT / f"{name}.png"), picture[:, :, ::-1] if picture.ndim == 3 else picture)


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for name, picture in {"shapes": shapes(), "noise": noise()}.items():
        write(name, picture)
        for maker, make in MAKERS.items():
            write(f"{name}-{maker}", make(picture))


if __name__ == "__main__":
    main()
