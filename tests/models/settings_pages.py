"""What the shop's settings pages do, each action once."""

from __future__ import annotations

from models.kernel.permissions import Actor, Role
from models.shop.backup_actions import BackupRules, ask_for_backup, ask_for_restore, change_backup_rules
from models.shop.look_actions import change_paper_looks
from models.shop.paper_look import PaperLooks
from models.shop.profile import trade
from models.shop.terms_actions import (
    LimitForm,
    TermsForm,
    article_forms,
    change_articles,
    change_limits,
    change_plan,
    change_terms,
    plan_form,
)


def change_all_settings(actor: Actor) -> None:
    """Look, limits, discounts, a plan, the articles and backups; what they say stays sensible."""
    change_paper_looks(actor, PaperLooks("#0F5B57"))
    change_terms(actor, TermsForm(10, trade().countersign_above, 60_00, 5))
    change_limits(actor, (LimitForm(Role.SALES, percent=2_00), LimitForm(Role.OWNER)))
    change_plan(actor, "en", plan_form(trade().payment_plans[0], "en"))
    change_articles(actor, "en", tuple(article_forms(trade(), "en")))
    change_backup_rules(actor, BackupRules(8))
    ask_for_backup(actor)
    ask_for_restore(actor, 1)
