"""What a backup says of itself, sealed with the store's key so that no byte of it can be changed unseen."""

from __future__ import annotations

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from typing import Any

from models.kernel.copying import damaged

_FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """``sha256`` of the database and ``keys_sha256`` of the key file; ``lines`` and ``head``: the trail's end.

    ``made_at`` is an ISO moment in UTC; ``bytes`` the size of the database.
    """

    store: str
    number: int
    made_at: str
    reason: str
    program: str
    schema: int
    bytes: int
    sha256: str
    keys_sha256: str
    rows: dict[str, int]
    lines: int
    head: str
    format: int = _FORMAT


def sealed(manifest: Manifest, key: bytes) -> bytes:
    """The manifest as it is written."""
    content = asdict(manifest)
    return _text({**content, "seal": _seal(content, key)})


def opened(text: bytes, key: bytes) -> Manifest:
    """The manifest that ``text`` is. Raises StorageError for one that anybody changed or that is not of ``key``."""
    try:
        content: dict[str, Any] = json.loads(text.decode("ascii"))
        seal = content.pop("seal")
        manifest = Manifest(**content)
        sound = hmac.compare_digest(str(seal).encode(), _seal(content, key).encode())
        exact = sealed(manifest, key) == text
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise damaged() from None
    if not (sound and exact and manifest.format == _FORMAT):
        raise damaged()
    return manifest


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _seal(content: dict[str, Any], key: bytes) -> str:
    own = hmac.new(key, b"frontdesk backup manifest", hashlib.sha256).digest()
    return hmac.new(own, _text(content), hashlib.sha256).hexdigest()


def _text(content: dict[str, Any]) -> bytes:
    return json.dumps(content, indent=1, sort_keys=True).encode("ascii")
