"""Changing how the shop's papers look."""

from __future__ import annotations

from dataclasses import asdict

from models.kernel import settings
from models.kernel.actions import Act, action
from models.kernel.permissions import Permission
from models.shop.paper_look import PaperLooks, checked, looks


@action(Permission.KEEP_SETTINGS)
def change_paper_looks(act: Act, new: PaperLooks) -> None:
    """Change how papers look. What was signed or issued keeps the look it had.

    Raises RuleError at ``accent``, ``header``, ``footer`` or ``kinds.CODE.terms`` where something is wrong.
    """
    new = checked(new)
    before = asdict(looks())
    settings.write("papers", asdict(new))
    act.on("shop", 1)
    act.note(changed=sorted(name for name, value in asdict(new).items() if before[name] != value))
