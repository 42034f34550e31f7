"""Make resources/fonts again: `python -m tools.fonts` (needs npm and apt-get, and asks both for whole fonts).

Two weights of Noto Sans SC are the faces of screen and paper: every character of GBK, Unicode's basic Han block,
通用规范汉字表 and Big5 that the font has. One regular fallback face carries what the two leave out: rare Han
characters of Noto Sans SC, those of Hong Kong's set from Noto Sans HK, and name characters such as 𠮷 from LXGW WenKai.
All have TrueType outlines, since the paper writer refuses CFF, and digits of equal width as their default.
"""

import shutil
import subprocess
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).parent.parent / "resources" / "fonts"
FALLBACK_NAME = "Frontdesk Fallback"
FALLBACK_COPYRIGHT = (
    "Copyright 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'",
    "Copyright 2021-2023 LXGW (https://github.com/lxgw/LxgwWenKai), with Reserved Font Names '霞鹜' and 'LXGW'",
    "Copyright 2020 The Klee Project Authors (https://github.com/fontworks-fonts/Klee)",
)
NPM_PACKAGES = {"sc": "@expo-google-fonts/noto-sans-sc@0.4.3", "hk": "@expo-google-fonts/noto-sans-hk@0.4.3"}
WENKAI_PACKAGE = "fonts-lxgw-wenkai"

# The members of 通用规范汉字表 which lie in Unicode's extension A; most of that block is left to the fallback.
STANDARD_EXTENSION_A = (
    "㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴"
    "䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮"
)
EXTENSION_A = range(0x3400, 0x4DC0)
HAN = (EXTENSION_A, range(0x4E00, 0xA000), range(0xF900, 0xFB00), range(0x20000, 0x33480))


def is_han(code: int) -> bool:
    """Whether a code point is a Han character, in any of Unicode's blocks."""
    return any(code in block for block in HAN)


def belongs_to_main(code: int) -> bool:
    """Whether the two main faces carry a character; all of Noto's characters beyond U+FFFF are standard ones."""
    if code not in EXTENSION_A or chr(code) in STANDARD_EXTENSION_A:
        return True
    return in_encoding(code, "big5hkscs")


def in_encoding(code: int, encoding: str) -> bool:
    """Whether an old character set has a character."""
    try:
        chr(code).encode(encoding)
    except UnicodeError:
        return False
    return True


def characters(font: TTFont) -> set[int]:
    """The code points a font draws."""
    return set(font.getBestCmap())


def trim(font: TTFont, codes: set[int], features: list[str]) -> None:
    """Keep only the given characters and layout features; drop hinting and vertical writing."""
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "DSIG", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def add_boxes(font: TTFont) -> None:
    """Add the tick boxes ☐ ☑ ☒ which Noto Sans SC lacks, drawn from its own □, ✓ and ×, and ✔ as ✓."""
    names = font.getBestCmap()
    square, tick, cross = names[ord("□")], names[ord("✓")], names[ord("×")]
    for character, mark in (("☐", None), ("☑", tick), ("☒", cross)):
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(square, (1, 0, 0, 1, 0, 0))
        if mark:
            pen.addComponent(mark, (1, 0, 0, 1, *centred(font, mark, square)))
        add_glyph(font, f"uni{ord(character):04X}", ord(character), pen.glyph(), font["hmtx"][square])
    for table in font["cmap"].tables:
        table.cmap[ord("✔")] = tick


def centred(font: TTFont, mark: str, frame: str) -> tuple[int, int]:
    """How far to move one glyph so that it stands in the middle of another."""
    inner, outer = font["glyf"][mark], font["glyf"][frame]
    return (
        (outer.xMin + outer.xMax - inner.xMin - inner.xMax) // 2,
        (outer.yMin + outer.yMax - inner.yMin - inner.yMax) // 2,
    )


def add_glyph(font: TTFont, name: str, code: int, glyph: object, metrics: tuple[int, int]) -> None:
    """Put one drawn glyph into a font under a code point."""
    font["glyf"][name] = glyph
    glyph.recalcBounds(font["glyf"])  # type: ignore[attr-defined]
    font["hmtx"][name] = (metrics[0], glyph.xMin)  # type: ignore[attr-defined]
    for table in font["cmap"].tables:
        table.cmap[code] = name


def make_main(source: Path, target: Path) -> set[int]:
    """Write one weight of the main face; return the characters it carries."""
    font = TTFont(source)
    trim(font, {code for code in characters(font) if belongs_to_main(code)}, ["kern", "mark", "mkmk", "ccmp"])
    add_boxes(font)
    font.save(target)
    return characters(font)


def make_fallback(sources: list[Path], taken: set[int], target: Path, folder: Path) -> None:
    """Merge the Han characters not yet taken out of several fonts, the first that has one winning.

    The name is ours: the authors of LXGW WenKai reserve theirs for the unchanged font.
    """
    parts = []
    for number, source in enumerate(sources):
        font = TTFont(source)
        codes = {code for code in characters(font) - taken if is_han(code)}
        taken = taken | codes
        trim(font, codes, [])
        for tag in ("GSUB", "GPOS", "GDEF", "gasp"):
            if tag in font:
                del font[tag]
        part = folder / f"part{number}.ttf"
        font.save(part)
        parts.append(str(part))
    merged = Merger().merge(parts)
    metrics = TTFont(sources[0], lazy=True)
    for attribute in ("ascent", "descent", "lineGap"):
        setattr(merged["hhea"], attribute, getattr(metrics["hhea"], attribute))
    for attribute in ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent"):
        setattr(merged["OS/2"], attribute, getattr(metrics["OS/2"], attribute))
    rename(merged)
    merged.save(target)


def rename(font: TTFont) -> None:
    """Give the fallback face its own name and keep both authors' copyright lines."""
    table = font["name"]
    table.names = []
    texts = {
        0: "; ".join(FALLBACK_COPYRIGHT),
        1: FALLBACK_NAME,
        2: "Regular",
        3: "FrontdeskFallback-Regular",
        4: FALLBACK_NAME,
        5: "Version 1.0",
        6: "FrontdeskFallback-Regular",
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
    }
    for name_id, text in texts.items():
        table.setName(text, name_id, 3, 1, 0x409)


def fetch(folder: Path) -> dict[str, Path]:
    """Download and unpack the three source packages; return their folders."""
    found = {}
    for key, package in NPM_PACKAGES.items():
        place = folder / key
        place.mkdir()
        subprocess.run(["npm", "pack", "--silent", package], cwd=place, check=True, stdout=subprocess.DEVNULL)
        shutil.unpack_archive(next(place.glob("*.tgz")), place)
        found[key] = place / "package"
    place = folder / "wenkai"
    place.mkdir()
    subprocess.run(["apt-get", "download", WENKAI_PACKAGE], cwd=place, check=True)
    subprocess.run(["dpkg-deb", "-x", next(place.glob("*.deb")), place], check=True)
    found["wenkai"] = place / "usr" / "share" / "fonts" / "truetype" / "lxgw-wenkai"
    return found


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = fetch(folder)
        regular = found["sc"] / "400Regular" / "NotoSansSC_400Regular.ttf"
        bold = found["sc"] / "700Bold" / "NotoSansSC_700Bold.ttf"
        wenkai = found["wenkai"] / "LXGWWenKai-Regular.ttf"
        hongkong = found["hk"] / "400Regular" / "NotoSansHK_400Regular.ttf"
        taken = make_main(regular, TARGET / "NotoSansSC-Regular.ttf")
        make_main(bold, TARGET / "NotoSansSC-Bold.ttf")
        make_fallback([regular, hongkong, wenkai], taken, TARGET / "Fallback-Regular.ttf", folder)
        licence = (found["sc"] / "LICENSE_FONT").read_text(encoding="utf-8")
        (TARGET / "NotoSansSC-OFL.txt").write_text(licence, encoding="utf-8")
        terms = licence.partition("\n")[2]
        (TARGET / "Fallback-OFL.txt").write_text("\n".join(FALLBACK_COPYRIGHT) + "\n" + terms, encoding="utf-8")
    for path in sorted(TARGET.glob("*.ttf")):
        print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, {len(characters(TTFont(path, lazy=True)))} characters")


if __name__ == "__main__":
    main()
