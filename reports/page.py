"""A sheet of paper to draw on: millimetres from its top-left edge, type in points.

Lines and tints of a page are written at once, words after them, so words always lie on top.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from reports import fonts, text
from reports.style import ACCENT, POINT, RULE, THIN_RULE, Type, palette

Align = Literal["left", "right", "centre"]

_LOGO_PIXELS = 480


@lru_cache(maxsize=64)
def _fill_operator(colour: str) -> str:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return f"{red:.4g} {green:.4g} {blue:.4g} rg"


@lru_cache(maxsize=8)
def _picture(data: bytes) -> ImageReader | None:
    """A logo or signature, made no larger than print needs; None when the bytes are no picture."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data)) as image:
            image.thumbnail((_LOGO_PIXELS, _LOGO_PIXELS))
            return ImageReader(image.convert("RGBA"))
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


class Sheet:
    """One PDF being drawn, page after page; ``accent`` takes the place of the usual one wherever that is asked for."""

    def __init__(self, size: tuple[float, float], title: str, author: str, language: str, accent: str = ACCENT) -> None:
        self.width, self.height = size
        self._own = palette(accent)
        self._file = io.BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(self.width / POINT, self.height / POINT),
            invariant=1,
            pageCompression=1,
            initialFontName=fonts.faces().regular.fontName,
            lang=language.replace("_", "-"),
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Frontdesk")
        self._words: list[str] = []
        self._state: tuple[object, ...] = ()

    def _colour(self, colour: str) -> str:
        return self._own.get(colour, colour)

    def text(self, x: float, top: float, words: str, kind: Type, align: Align = "left", room: float = 0.0) -> None:
        """One line of ``words`` in the line box that begins at ``top``; right and centre reckon from ``x + room``."""
        self.write(x, top + kind.drop, words, kind, align, room)

    def write(
        self,
        x: float,
        baseline: float,
        words: str,
        kind: Type,
        align: Align = "left",
        room: float = 0.0,
        spread: float = 0.0,
    ) -> None:
        """One line of ``words`` on ``baseline``; ``spread`` mm are shared out between its characters."""
        if not words:
            return
        if align != "left":
            free = room - text.measure(words, kind)
            x += free if align == "right" else free / 2
        gap = kind.tracking * kind.size + (spread / POINT / max(1, len(words.rstrip()) - 1))
        self._set(kind, gap)
        if kind.tracking:
            self._words.append(f"/Span <</ActualText <feff{words.encode('utf-16-be').hex()}>>> BDC")
        self._words.append(f"1 0 0 1 {x / POINT:.2f} {(self.height - baseline) / POINT:.2f} Tm")
        self._show(words, kind)
        if kind.tracking:
            self._words.append("EMC")

    def _set(self, kind: Type, gap: float) -> None:
        """Bring colour, spacing and scale to what ``kind`` asks for."""
        state = (kind.colour, round(gap, 3), round(kind.squeeze, 4))
        if state != self._state:
            colour = _fill_operator(self._colour(kind.colour))
            self._words.append(f"{colour} {gap:.3f} Tc {kind.squeeze * 100:.2f} Tz")
            self._state = state

    def _show(self, words: str, kind: Type) -> None:
        document, out = self._canvas._doc, self._words
        for font, run in fonts.runs(text.closed_up(words), kind.bold):
            thickened = kind.bold and font is fonts.faces().fallback
            if thickened:
                out.append(f"2 Tr {kind.size * 0.03:.3f} w {_fill_operator(self._colour(kind.colour)).upper()}")
            for subset, codes in font.splitString(run, document):
                name = font.getSubsetInternalName(subset, document)
                out.append(f"{name} {kind.size:g} Tf <{codes.hex()}> Tj")
            if thickened:
                out.append("0 Tr")

    def rule(self, x: float, y: float, length: float, weight: float = THIN_RULE, colour: str = RULE) -> None:
        """A level line from ``x``, ``weight`` points thick."""
        self.box(x, y - weight * POINT / 2, length, weight * POINT, colour)

    def upright(self, x: float, y: float, length: float, weight: float = THIN_RULE, colour: str = RULE) -> None:
        """An upright line from ``y`` downwards, ``weight`` points thick."""
        self.box(x - weight * POINT / 2, y, weight * POINT, length, colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str, radius: float = 0.0) -> None:
        """A filled box with its top-left corner at ``x``, ``y``."""
        canvas = self._canvas
        canvas.setFillColor(HexColor(self._colour(colour)))
        left, bottom = x / POINT, (self.height - y - height) / POINT
        if radius:
            canvas.roundRect(left, bottom, width / POINT, height / POINT, radius / POINT, stroke=0, fill=1)
        else:
            canvas.rect(left, bottom, width / POINT, height / POINT, stroke=0, fill=1)

    def frame(self, x: float, y: float, width: float, height: float, weight: float, colour: str) -> None:
        """The outline of a box, ``weight`` points thick."""
        canvas = self._canvas
        canvas.setStrokeColor(HexColor(self._colour(colour)))
        canvas.setLineWidth(weight)
        canvas.rect(x / POINT, (self.height - y - height) / POINT, width / POINT, height / POINT)

    def dashed_circle(self, x: float, y: float, radius: float, colour: str) -> None:
        """A dashed circle around ``x``, ``y``: where a seal goes."""
        canvas = self._canvas
        canvas.setStrokeColor(HexColor(self._colour(colour)))
        canvas.setLineWidth(THIN_RULE)
        canvas.setDash([2.4, 1.6])
        canvas.circle(x / POINT, (self.height - y) / POINT, radius / POINT)
        canvas.setDash()

    def tick(self, x: float, y: float, size: float, weight: float, colour: str) -> None:
        """A tick inside the square of ``size`` mm at ``x``, ``y``."""
        canvas = self._canvas
        canvas.setStrokeColor(HexColor(self._colour(colour)))
        canvas.setLineWidth(weight)
        path = canvas.beginPath()
        corners = ((0.18, 0.52), (0.42, 0.78), (0.84, 0.22))
        points = [((x + across * size) / POINT, (self.height - y - down * size) / POINT) for across, down in corners]
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        canvas.drawPath(path)

    def path(
        self,
        commands: Iterable[tuple[str, Sequence[float]]],
        x: float,
        y: float,
        scale: float,
        weight: float,
        colour: str,
        fill: str = "",
    ) -> None:
        """A drawing of M, L, C and Z commands in units of ``scale`` mm from ``x``, ``y``."""
        canvas = self._canvas
        canvas.setStrokeColor(HexColor(self._colour(colour)))
        canvas.setLineWidth(weight)
        canvas.setLineJoin(1)
        canvas.setLineCap(1)
        if fill:
            canvas.setFillColor(HexColor(self._colour(fill)))
        path = canvas.beginPath()
        for letter, at in commands:
            points = [
                (x + number * scale) / POINT if place % 2 == 0 else (self.height - y - number * scale) / POINT
                for place, number in enumerate(at)
            ]
            if letter == "M":
                path.moveTo(*points)
            elif letter == "L":
                path.lineTo(*points)
            elif letter == "C":
                path.curveTo(*points)
            else:
                path.close()
        canvas.drawPath(path, stroke=1, fill=1 if fill else 0)

    def disc(self, x: float, y: float, radius: float, colour: str, weight: float = 0.0) -> None:
        """A filled circle around ``x``, ``y``; with a weight only its outline over white."""
        canvas = self._canvas
        canvas.setFillColor(HexColor("#FFFFFF" if weight else self._colour(colour)))
        canvas.setStrokeColor(HexColor(self._colour(colour)))
        canvas.setLineWidth(weight or 0.1)
        canvas.circle(x / POINT, (self.height - y) / POINT, radius / POINT, stroke=1, fill=1)

    def picture(self, data: bytes, x: float, y: float, size: float, height: float = 0.0) -> bool:
        """A PNG or JPEG fitted into the square at ``x``, ``y``, or a box of ``height``; False when it is no picture."""
        image = _picture(data)
        if image is None:
            return False
        width, tall = size / POINT, (height or size) / POINT
        self._canvas.drawImage(
            image, x / POINT, (self.height - y) / POINT - tall, width, tall, mask="auto", preserveAspectRatio=True
        )
        return True

    def qr_code(self, words: str, x: float, y: float, size: float, colour: str) -> None:
        """``words`` as a QR code: one path of merged bars."""
        canvas = self._canvas
        rows = _qr_rows(words)
        step = size / POINT / len(rows)
        path = canvas.beginPath()
        top = (self.height - y) / POINT
        for number, bars in enumerate(rows):
            for start, length in bars:
                path.rect(x / POINT + start * step, top - (number + 1) * step, length * step, step)
        canvas.setFillColor(HexColor(self._colour(colour)))
        canvas.drawPath(path, stroke=0, fill=1)

    def watermark(self, words: str, kind: Type, outline: bool = False) -> None:
        """``words`` across the middle of the page, over tints and under words; outlined where no tint prints."""
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(self.width / 2 / POINT, self.height / 2 / POINT)
        canvas.rotate(32)
        canvas.setFillColor(HexColor(self._colour(kind.colour)))
        canvas.setStrokeColor(HexColor(self._colour(kind.colour)))
        canvas.setLineWidth(0.75)
        if not outline:
            canvas.setFillAlpha(0.075)
        width = text.measure(words, kind) / POINT
        canvas.setFont(fonts.main_face(kind.bold).fontName, kind.size)
        canvas.drawString(
            -width / 2,
            -0.36 * kind.size,
            words,
            mode=1 if outline else 0,
            charSpace=kind.tracking * kind.size,
        )
        canvas.restoreState()

    def upright_text(self, x: float, top: float, words: str, kind: Type) -> float:
        """``words`` turned a quarter to the right around ``x``, from ``top`` down; returns where they end."""
        self._set(kind, 0.0)
        across = x - 0.36 * kind.size * POINT
        self._words.append(f"0 -1 1 0 {across / POINT:.2f} {(self.height - top) / POINT:.2f} Tm")
        self._show(words, kind)
        return top + text.measure(words, kind)

    def next_page(self) -> None:
        """Close the page; what is drawn next is on a new one."""
        if self._words:
            self._canvas.addLiteral("BT " + "\n".join(self._words) + " ET")
        self._words, self._state = [], ()
        self._canvas.showPage()

    def finish(self) -> bytes:
        """The PDF."""
        self._canvas.save()
        return self._file.getvalue()


@lru_cache(maxsize=32)
def _qr_rows(words: str) -> list[list[tuple[int, int]]]:
    """The dark bars (start, length) of each row of the QR code for ``words``."""
    from reportlab.graphics.barcode import qrencoder

    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(words)
    code.make()
    rows = []
    for cells in code.modules:
        bars: list[tuple[int, int]] = []
        for place, dark in enumerate(cells):
            if dark and bars and sum(bars[-1]) == place:
                bars[-1] = (bars[-1][0], bars[-1][1] + 1)
            elif dark:
                bars.append((place, 1))
        rows.append(bars)
    return rows
