"""How much a file to be taken over may be; beyond that it is refused in words, before anything is written."""

from __future__ import annotations

MEMORY = 500 * 2**20
"""Bytes the reading process may take."""

SILENT_SECONDS = 10
"""Seconds after which a reading process that gives no sign is ended."""

LONGEST_SECONDS = 120
"""Seconds that reading may take in all."""

FILE_BYTES = 80 * 2**20
UNPACKED_BYTES = 600 * 2**20
UNPACKED_TIMES = 250
"""A packed file may unpack to so many times its size, once that is more than ``SMALL_BYTES``."""

SMALL_BYTES = 8 * 2**20
PACKED_PARTS = 2_000
ROWS = 200_000
LINES = ROWS + 100
"""Rows with what stands above and below them: titles, headings, totals."""

COLUMNS = 200
CELLS = 8_000_000
SHEETS = 200
CELL_LETTERS = 32_767
"""What a spreadsheet's cell can hold."""

BATCH = 1_000
"""Rows handed over at once."""
