"""The pages of the service tab: one line each, and which records each shows. Nothing is imported before it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from models.kernel.i18n import N_
from models.kernel.permissions import Actor, Permission, Role
from models.service.reading import READERS


@dataclass(frozen=True)
class PageSpec:
    """A page: the class ``made_by``, as ``"module:Class"``, is called with the desk when the page is first shown.

    It is seen by whoever holds one of ``permissions``; ``kinds`` are the records it opens. ``counted_by`` names the
    function of the models, again as ``"module:function"``, that tells for an actor how many things wait there. The tab
    begins with it for whoever has one of the roles ``home_of``.
    """

    key: str
    title: str
    icon: str
    made_by: str
    permissions: tuple[Permission, ...]
    kinds: tuple[str, ...] = ()
    counted_by: str = ""
    home_of: tuple[Role, ...] = ()

    def seen_by(self, actor: Actor) -> bool:
        """Whether this person has the page."""
        return any(actor.may(each) for each in self.permissions)


_P = Permission
PAGES: tuple[PageSpec, ...] = (
    PageSpec(
        *("planner", N_("Planner"), "calendar-clock-outline", "ui.service.planner_page:PlannerPage"),
        (_P.RECEIVE_VEHICLE, _P.DO_WORK, _P.KEEP_PARTS),
        ("appointment", "appointment_for"),
    ),
    PageSpec(
        *("orders", N_("Work orders"), "wrench-outline", "ui.service.orders_page:OrdersPage"),
        READERS,
        ("work_order", "work_order_for"),
    ),
    PageSpec(
        *("board", N_("Board"), "view-dashboard-outline", "ui.service.board_page:BoardPage"),
        (_P.DISPATCH_WORK,),
        counted_by="models.service.late_lists:to_tell",
    ),
    PageSpec(
        *("technician", N_("My work"), "account-hard-hat-outline", "ui.service.technician_page:TechnicianPage"),
        (_P.DO_WORK,),
        home_of=(Role.TECHNICIAN,),
    ),
    PageSpec(
        *("parts", N_("Parts"), "car-cog", "ui.service.parts_page:PartsPage", (_P.SEE_PARTS,)),
        kinds=("part", "part_to_issue", "reorder", "part_slip", "purchase_order", "stock_count"),
        counted_by="models.parts.lists:waits_for_keeper",
    ),
    PageSpec(
        *("money", N_("Workshop money"), "cash-register", "ui.service.money_page:MoneyPage"),
        (_P.SETTLE_WORK, _P.TAKE_PAYMENT),
        counted_by="models.service.money_lists:waiting",
    ),
    PageSpec(
        *(
            "loans",
            N_("Lent at the desk"),
            "umbrella-outline",
            "ui.service.loans_page:LoansPage",
            (_P.LEND, _P.KEEP_LOANS),
        ),
        kinds=("loan", "loan_for"),
        counted_by="models.loans.lists:count_overdue",
    ),
    PageSpec(
        *("complaints", N_("Complaints"), "emoticon-sad-outline", "ui.service.complaints_page:ComplaintsPage"),
        (_P.OPEN_COMPLAINT,),
        (
            *("complaint", "complaint_for", "complaint_for_contract", "complaint_for_delivery"),
            "complaint_for_order",
        ),
        counted_by="models.complaints.lists:count_needing",
    ),
    PageSpec(
        *("surveys", N_("Satisfaction"), "star-outline", "ui.service.surveys_page:SurveysPage"),
        (_P.FOLLOW_UP,),
        ("survey_for_delivery", "survey_for_order"),
    ),
    PageSpec(
        *("claims", N_("Claims"), "shield-check-outline", "ui.service.claims_page:ClaimsPage"),
        (_P.SETTLE_WORK,),
        ("warranty_claim",),
    ),
)
"""In the order of the rail at the left; a page is added by its line here."""

KINDS = tuple(kind for page in PAGES for kind in page.kinds)
"""The records the tab opens."""
