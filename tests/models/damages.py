"""What may happen to a store behind the program's back, and what checking says of it."""

from __future__ import annotations

from collections.abc import Callable

from models.kernel.tables import database, run_sql

PDF = b"%PDF-1.7 scan"


Damage = Callable[[], object]


def raise_quote() -> None:
    run_sql("UPDATE quote SET total = total + 100 WHERE id = 1")


def cheapen_line() -> None:
    run_sql("UPDATE contract_line SET discount = unit_price * 900 WHERE contract_id = 1 AND position = 0")


def shift_stage() -> None:
    run_sql("UPDATE contract_stage SET amount = amount + 1 WHERE contract_id = 1 AND position = 0")


def swap_papers() -> None:
    first, second = run_sql("SELECT id FROM contract WHERE frozen IS NOT NULL ORDER BY id LIMIT 2").fetchall()
    run_sql("UPDATE contract SET frozen = (SELECT frozen FROM contract WHERE id = ?) WHERE id = ?", second[0], first[0])


SIGNED = "(SELECT min(id) FROM contract WHERE frozen IS NOT NULL)"


COUNTER_ENTRY = "(SELECT min(id) FROM payment WHERE reverses_id IS NOT NULL)"


LAST_PAYMENT = "(SELECT max(id) FROM payment)"


def lose_paper() -> None:
    run_sql(f"UPDATE contract SET frozen = NULL WHERE id = {SIGNED}")


def spoil_paper() -> None:
    run_sql(f"UPDATE contract SET frozen = ? WHERE id = {SIGNED}", b"nothing")


def bend_counter_entry() -> None:
    run_sql(f"UPDATE payment SET amount = amount + 100 WHERE id = {COUNTER_ENTRY}")


def loosen_counter_entry() -> None:
    run_sql(f"UPDATE payment SET reverses_id = NULL WHERE id = {COUNTER_ENTRY}")


def remove_payment() -> None:
    if not database.obj.for_update:
        entry = f"(SELECT id FROM search_entry WHERE kind = 'payment' AND record_id = {LAST_PAYMENT})"
        run_sql(f"DELETE FROM search_grams WHERE rowid = {entry}")
    run_sql(f"DELETE FROM search_entry WHERE kind = 'payment' AND record_id = {LAST_PAYMENT}")
    paid_for = f"(SELECT contract_id FROM payment WHERE id = {LAST_PAYMENT})"
    run_sql(f"DELETE FROM commission_entry WHERE contract_id = {paid_for}")
    run_sql(f"DELETE FROM payment WHERE id = {LAST_PAYMENT}")


def count_too_little() -> None:
    run_sql("UPDATE counter SET last = last - 1 WHERE series = 'HT-2026'")


def count_what_is_not_there() -> None:
    run_sql("INSERT INTO counter (series, last) VALUES ('BJ-2020', 1)")


def change_line() -> None:
    run_sql("UPDATE audit_line SET staff_id = staff_id + 1 WHERE id = 50")


def remove_line() -> None:
    run_sql("DELETE FROM audit_line WHERE id = 50")


def cut_trail() -> None:
    run_sql("DELETE FROM audit_line WHERE id = (SELECT max(id) FROM audit_line)")


def forget_search() -> None:
    if not database.obj.for_update:
        run_sql("DELETE FROM search_grams WHERE rowid = (SELECT id FROM search_entry WHERE kind = 'item' LIMIT 1)")
    run_sql("DELETE FROM search_entry WHERE id = (SELECT id FROM search_entry WHERE kind = 'item' LIMIT 1)")


def rename_unfound() -> None:
    run_sql("UPDATE customer SET name = 'somebody' WHERE id = 7")


def renumber_found_quote() -> None:
    run_sql("UPDATE search_entry SET text = 'bj20260099' WHERE kind = 'quote' AND record_id = 3")


def find_nobody() -> None:
    run_sql("UPDATE search_entry SET record_id = 9999 WHERE kind = 'staff' AND record_id = 2")


def unindex() -> None:
    if database.obj.for_update:
        run_sql("UPDATE search_entry SET grams = '' WHERE kind = 'customer' AND record_id = 5")
    else:
        entry = "(SELECT id FROM search_entry WHERE kind = 'customer' AND record_id = 5)"
        run_sql(f"DELETE FROM search_grams WHERE rowid = {entry}")


def lose_print() -> None:
    run_sql("DELETE FROM paper_print WHERE print_no = 1")


def spoil_facts() -> None:
    run_sql("UPDATE paper_print SET facts = ? WHERE print_no = 2", b"nothing")


def change_scan() -> None:
    run_sql("UPDATE attachment SET content = ? WHERE name = 'scan.pdf'", PDF.replace(b"scan", b"scam"))


BY_DAMAGE: dict[Damage, list[str]] = {
    raise_quote: ["BJ-2026-0001: the lines come to {lines}, the total says {total}."],
    cheapen_line: ["{contract}: The discount is more than the line's price."],
    shift_stage: ["{contract}: the stages come to {stages}, the contract to {contract_total}."],
    swap_papers: ["{signed}: the signed paper says {other_total}, the contract {signed_total}."],
    lose_paper: ["{signed}: the signed paper is missing."],
    spoil_paper: ["{signed}: the signed paper cannot be read."],
    bend_counter_entry: ["{counter} does not reverse {reversed} exactly."],
    loosen_counter_entry: ["{counter} is negative and reverses no receipt."],
    remove_payment: ["{last_payment} is missing."],
    count_too_little: ["{last_contract} was never given."],
    count_what_is_not_there: ["BJ-2020-0001 is missing."],
    change_line: ["Line 50 of the trail was changed or removed."],
    remove_line: ["Lines 50 to 51 of the trail were changed or removed."],
    cut_trail: ["Line {last_line} of the trail was changed or removed."],
    forget_search: ["Catalogue item 1 cannot be searched for."],
    rename_unfound: ["Customer 7 is searched for by what it no longer says."],
    renumber_found_quote: ["Quote 3 is searched for by what it no longer says."],
    find_nobody: [
        "Member of staff 2 cannot be searched for.",
        "The search finds Member of staff 9999, which is not there.",
    ],
    unindex: ["Customer 5 cannot be searched for."],
    lose_print: ["BJ-2026-0001: a print is missing."],
    spoil_facts: ["BJ-2026-0001: the facts of print 2 cannot be read."],
    change_scan: ["The photo or scan “scan.pdf” is not what was put there."],
}
