"""Showing, printing and keeping papers: drawn beside the screen's thread; what goes out is issued and put on record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from models.kernel import store
from models.kernel.i18n import _, label
from models.kernel.permissions import Actor
from models.papers.facts import PaperKind
from ui.kit import jobs, printing


def show_paper(parent: QWidget, actor: Actor, kind: PaperKind, record_id: Any) -> None:
    """Open the preview of a record's paper, or of a list's with its filter; printing or saving it there issues it."""

    def show(pdf: bytes, name: str) -> None:
        from ui.kit import preview

        preview.open_dialog(parent, pdf, name, final=_issuer(actor, kind, record_id))

    _draw(parent, actor, kind, record_id, show)


def print_at_once(parent: QWidget, actor: Actor, kind: PaperKind, record_id: Any) -> None:
    """Ask for the printer and print a record's paper, without showing it first."""

    def ask_printer(pdf: bytes, name: str) -> None:
        final = _issuer(actor, kind, record_id)
        printing.print_paper(parent.window(), pdf, name, lambda: None, final)

    _draw(parent, actor, kind, record_id, ask_printer)


def _draw(parent: QWidget, actor: Actor, kind: PaperKind, record_id: Any, then: Callable[[bytes, str], object]) -> None:
    from reports import prints

    jobs.run(
        lambda work: prints.preview(actor, kind, record_id),
        lambda paper: then(paper.pdf, _("{paper} {number}").format(paper=label(kind), number=paper.number)),
        cleanup=store.close_connection,
        owner=parent,
    )


def _issuer(actor: Actor, kind: PaperKind, record_id: Any) -> printing.Final:
    def issue(send_out: Callable[[bytes], object]) -> None:
        from reports import prints

        jobs.run(
            lambda work: prints.issue(actor, kind, record_id),
            lambda paper: send_out(paper.pdf),
            cleanup=store.close_connection,
        )

    return issue
