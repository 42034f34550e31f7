"""What an export wrote is understood by the import without a word about its columns (X1, X3)."""

from __future__ import annotations

from pathlib import Path

import pytest

from exchange.columns import Days
from exchange.exporting import Wanted, export
from exchange.importing import taking_over
from models.carrying.actions import allow_plain
from models.carrying.kinds import Content, Form
from models.importing.kinds import ImportKind, OnDuplicate
from models.kernel import i18n
from tests.exchange.importing.files import CUSTOMERS, checked
from tests.models.shops import Shop


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
@pytest.mark.parametrize("form", [Form.XLSX, Form.CSV])
def test_an_export_is_known_again(folder_shop: Shop, tmp_path: Path, language: str, form: Form) -> None:
    shop = folder_shop
    i18n.set_language(language)
    taking_over.write(shop.manager, checked(shop.manager, CUSTOMERS))
    allow_plain(shop.owner, True)
    for content, kind in ((Content.CUSTOMERS, ImportKind.CUSTOMERS), (Content.PRICES, ImportKind.GOODS)):
        stick = tmp_path / content.value
        stick.mkdir()
        done = export(shop.owner, Wanted((content,), Days(None, None), form, stick, ""))
        files = [each for each in Path(done.path).iterdir() if each.suffix in (".xlsx", ".csv")]
        for path in files:
            opened = taking_over.open_file(shop.owner, path, kind)
            if kind is ImportKind.CUSTOMERS and not {"name", "phone", "created"} <= set(opened.meaning):
                continue
            found = taking_over.check(shop.owner, opened, opened.meaning, OnDuplicate.MERGE, lambda done, total: None)
            assert [each for each in found.problems if each.refused] == []
            assert (found.rows, found.new, found.merged, found.same) == (3, 0, 0, 3)
            break
        else:
            pytest.fail(f"nothing of {content} was understood")
