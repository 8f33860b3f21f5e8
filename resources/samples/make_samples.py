#!/usr/bin/env python3
"""Draws the samples that ship with the program: a photo of a whiteboard and a table.

Needs python3-pil and python3-numpy, and any Noto Sans. The results are committed; run this only to change them:
    python3 resources/samples/make_samples.py resources/samples
"""
import csv
import datetime
import pathlib
import random
import sys

import numpy
from PIL import Image, ImageDraw, ImageFilter, ImageFont

BLUE, BLACK, RED, GREEN = (28, 62, 150), (34, 34, 38), (186, 34, 40), (18, 120, 74)
BOARD = (1500, 1000)
PHOTO = (1900, 1420)
FONT = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf"
BOLD = "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf"


def write(draw, place, text, size, colour, rng, font=FONT):
    """Letter by letter, each a little off the line, as a marker writes."""
    x, y = place
    face = ImageFont.truetype(font, size)
    for letter in text:
        draw.text((x, y + rng.uniform(-1.6, 1.6)), letter, font=face, fill=colour)
        x += draw.textlength(letter, font=face) + size * 0.015 + rng.uniform(-0.4, 0.4)
    return x


def stroke(draw, points, colour, rng, width=6):
    wobbled = [(x + rng.uniform(-2, 2), y + rng.uniform(-2, 2)) for x, y in points]
    draw.line(wobbled, fill=colour, width=width, joint="curve")


def draw_board(rng):
    board = Image.new("RGB", BOARD, (247, 248, 246))
    draw = ImageDraw.Draw(board)
    end = write(draw, (110, 80), "Launch plan, week 14", 74, BLUE, rng, BOLD)
    stroke(draw, [(110, 186), ((110 + end) / 2, 190), (end, 184)], BLUE, rng, 7)
    lines = [
        ("1. Import of old files works again", BLACK),
        ("2. Drag and drop until Friday", BLACK),
        ("3. Start in less than 150 ms", BLACK),
        ("4. Ask Mira for the new icons", BLACK),
    ]
    for number, (text, colour) in enumerate(lines):
        write(draw, (130, 250 + number * 100), text, 56, colour, rng)
    write(draw, (110, 700), "Review: Tuesday 10:30, room 204", 58, RED, rng)
    write(draw, (110, 820), "Budget left: 3,450 EUR", 58, GREEN, rng)
    box = [(1130, 285), (1390, 280), (1392, 410), (1132, 412), (1130, 285)]
    stroke(draw, box, BLUE, rng)
    write(draw, (1182, 308), "photo", 54, BLUE, rng)
    stroke(draw, [(1260, 424), (1262, 520)], BLACK, rng)
    stroke(draw, [(1238, 494), (1262, 524), (1286, 494)], BLACK, rng)
    stroke(draw, [(x, y + 250) for x, y in box], BLUE, rng)
    write(draw, (1212, 560), "text", 54, BLUE, rng)
    # What the last wipe left.
    smear = Image.new("L", BOARD, 0)
    smear_draw = ImageDraw.Draw(smear)
    for _ in range(26):
        x, y = rng.uniform(80, 1400), rng.uniform(80, 920)
        smear_draw.line([(x, y), (x + rng.uniform(80, 240), y + rng.uniform(-30, 30))], fill=rng.randrange(6, 15), width=rng.randrange(16, 40))
    smear = smear.filter(ImageFilter.GaussianBlur(14))
    return Image.composite(Image.new("RGB", BOARD, (120, 128, 150)), board, smear)


def with_frame(board):
    edge = 34
    framed = Image.new("RGB", (BOARD[0] + 2 * edge, BOARD[1] + 2 * edge), (150, 153, 158))
    draw = ImageDraw.Draw(framed)
    draw.rectangle([8, 8, framed.width - 9, framed.height - 9], fill=(186, 189, 193))
    draw.rectangle([edge - 6, edge - 6, framed.width - edge + 5, framed.height - edge + 5], fill=(128, 130, 134))
    framed.paste(board, (edge, edge))
    return framed


def coefficients(target, source):
    """Of the projective map that PIL wants: from places in the photo to places on the board."""
    rows, values = [], []
    for (x, y), (u, v) in zip(target, source):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    return numpy.linalg.solve(numpy.array(rows, float), numpy.array(values, float))


def photograph(framed, rng):
    noise = numpy.random.default_rng(14)
    width, height = PHOTO
    rows, columns = numpy.mgrid[0:height, 0:width].astype(float)
    wall = numpy.dstack([numpy.full((height, width), value) for value in (168.0, 158.0, 141.0)])
    wall += noise.normal(0, 1, (height, width))[..., None] * 3
    photo = Image.fromarray(wall.clip(0, 255).astype("uint8")).filter(ImageFilter.GaussianBlur(2))
    corners = [(205, 165), (1735, 95), (1665, 1275), (255, 1215)]
    # The board's shadow on the wall.
    shadow = Image.new("L", PHOTO, 0)
    ImageDraw.Draw(shadow).polygon([(x + 16, y + 26) for x, y in corners], fill=150)
    photo = Image.composite(Image.new("RGB", PHOTO, (70, 64, 56)), photo, shadow.filter(ImageFilter.GaussianBlur(16)))
    w, h = framed.size
    map_back = coefficients(corners, [(0, 0), (w, 0), (w, h), (0, h)])
    warped = framed.transform(PHOTO, Image.PERSPECTIVE, map_back, Image.BICUBIC)
    mask = Image.new("L", framed.size, 255).transform(PHOTO, Image.PERSPECTIVE, map_back, Image.BICUBIC)
    photo.paste(warped, (0, 0), mask)
    # Light from the upper left, a soft reflection, and the shadow of the one who takes the photo.
    pixels = numpy.asarray(photo).astype(float)
    light = 1.06 - 0.36 * (columns / width) * 0.8 - 0.16 * (rows / height)
    light -= 0.22 * numpy.exp(-(((columns - 1500) / 420) ** 2 + ((rows - 1330) / 420) ** 2))
    pixels *= light[..., None] * numpy.array([1.0, 0.985, 0.95])
    pixels += 26 * numpy.exp(-(((columns - 620) / 260) ** 2 + ((rows - 330) / 190) ** 2))[..., None]
    pixels += noise.normal(0, 3.2, pixels.shape)
    photo = Image.fromarray(pixels.clip(0, 255).astype("uint8")).filter(ImageFilter.GaussianBlur(0.7))
    # The telephone was held flat and guessed its position wrong.
    return photo.transpose(Image.ROTATE_90)


def table(path):
    rng = random.Random(14)
    regions = {"North": 1.0, "South": 0.8, "East": 1.25, "West": 0.95}
    with open(path, "w", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["date", "region", "units", "unit_price", "revenue", "returns"])
        for day in range(180):
            date = datetime.date(2026, 1, 1) + datetime.timedelta(days=day)
            for region, factor in regions.items():
                weekend = 0.55 if date.weekday() >= 5 else 1.0
                units = max(1, round(rng.gauss(42, 7) * factor * weekend * (1 + day / 400)))
                if (day, region) == (97, "East"):
                    units = 412
                price = round(rng.gauss(19.9, 0.6), 2)
                returns = "" if rng.random() < 0.02 else rng.randrange(0, max(2, units // 12))
                writer.writerow([date.isoformat(), region, units, price, round(units * price, 2), returns])


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    rng = random.Random(14)
    photo = photograph(with_frame(draw_board(rng)), rng)
    photo.save(folder / "whiteboard.jpg", quality=86, subsampling=0)
    table(folder / "sales.csv")


if __name__ == "__main__":
    main()
