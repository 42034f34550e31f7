"""Taking over goods that were pasted from a spreadsheet and looked at."""

from __future__ import annotations

from models.catalog.actions import overwrite_item, write_item
from models.catalog.importing import ImportRow
from models.catalog.tables import Item
from models.kernel.actions import Act, action
from models.kernel.errors import RuleError
from models.kernel.permissions import Permission


@action(Permission.KEEP_CATALOG)
def import_items(act: Act, rows: tuple[ImportRow, ...]) -> None:
    """Write all rows, or none where one is wrong. Raises RuleError at ``rows.N.FIELD``."""
    new = 0
    for position, row in enumerate(rows):
        try:
            if row.item_id:
                item = Item.get_by_id(row.item_id)
                overwrite_item(act, item, row.form)
            else:
                item = write_item(act, row.form)
                new += 1
        except RuleError as error:
            raise RuleError(error.template, field=f"rows.{position}.{error.field}", **error.parameters) from error
        act.on("item", item.id)
    if not rows:
        raise RuleError("There is nothing to import.")
    act.note(new=new, changed=len(rows) - new)
