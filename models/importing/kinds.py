"""What is taken over from files of other systems, and what is done with who is there already."""

from __future__ import annotations

from models.kernel.i18n import N_, LabelledEnum


class ImportKind(LabelledEnum):
    """What a file holds (X3)."""

    CUSTOMERS = "customers", N_("Customers")
    GOODS = "goods", N_("Goods and prices")
    PARTS = "parts", N_("Parts")
    STOCK = "stock", N_("Stock")


class OnDuplicate(LabelledEnum):
    """What becomes of a row about somebody or something that the store knows already (C3)."""

    SKIP = "skip", N_("Leave it out")
    MERGE = "merge", N_("Add to what is there")
    NEW = "new", N_("Take it as new")
