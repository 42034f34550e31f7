"""First start: one question a page, back and forth without losing anything, then the store is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from models.kernel import store
from models.kernel.errors import FrontdeskError
from models.kernel.i18n import _, say
from ui import this_pc
from ui.kit import jobs, theme
from ui.kit.layout import fill
from ui.kit.widgets import Band, Button, Glyph, Line, Panel, Text, column, row, scrolled
from ui.start.answers import Answers, Made, make_sample, make_store
from ui.start.recovery import RecoveryPage
from ui.start.steps import BeginStep, LanguageStep, OwnerStep, PlaceStep, ShopStep, Step, TradeStep

_WIDTH, _HEIGHT = 760, 620


@dataclass(frozen=True)
class Leads:
    """Where first start leads: to a store just made, to one that exists or is in a backup, or to itself in another
    language.
    """

    made: Callable[[Made], object]
    open_store: Callable[[], object]
    open_server: Callable[[], object]
    restore_backup: Callable[[], object]
    speak: Callable[[Answers], object]


class FirstStart(QWidget):
    """The questions, their progress, and what comes of them."""

    def __init__(self, answers: Answers, leads: Leads) -> None:
        super().__init__()
        self.setObjectName("page")
        self.answers, self._leads = answers, leads
        self._unused: store.Store | None = None
        self.steps = self._make_steps()
        self._pages = QStackedWidget()
        for step in self.steps:
            step.next_wanted.connect(self.go_on)
            self._pages.addWidget(_roomy(step))
        self._count = Text("", "dim")
        self._marks = _Marks(len(self.steps))
        self._trouble = Band("bad", "")
        self._trouble.hide()
        self.back = Button(_("Back"), self.go_back, icon="arrow-left", key="Alt+Left", name="back")
        self.next = Button(_("Next"), self.go_on, kind="primary", hint="Enter", big=True, name="next")
        panel = Panel(flush=True)
        head = row(
            Glyph("storefront-outline", "accent", 24),
            Text(_("Set up Frontdesk"), "title"),
            "stretch",
            self._count,
            self._marks,
            gap=10,
            margins=(28, 14, 28, 14),
        )
        self._waiting = _Waiting()
        self._waiting.hide()
        self._foot = row(self.back, self._waiting, "stretch", self.next, margins=(28, 12, 28, 12))
        panel.add(head, Line(), self._pages, self._trouble, Line(), self._foot)
        panel.body.setStretch(2, 1)
        panel.setMinimumWidth(_WIDTH)
        panel.setMaximumHeight(_HEIGHT)
        middle = QHBoxLayout()
        fill(middle, "stretch", panel, "stretch")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 16, 16, 16)
        box.addStretch(1)
        box.addLayout(middle, 1000)
        box.addStretch(1)
        self.show_step(0)

    def _make_steps(self) -> list[Step]:
        language = LanguageStep(self.answers)
        language.language_chosen.connect(self._speak)
        language.open_wanted.connect(self._leads.open_store)
        language.backup_wanted.connect(self._leads.restore_backup)
        language.server_wanted.connect(self._leads.open_server)
        begin = BeginStep(self.answers)
        begin.cards.edited.connect(lambda: self._say_place())
        place = PlaceStep(self.answers)
        return [
            language,
            TradeStep(self.answers),
            ShopStep(self.answers),
            OwnerStep(self.answers),
            begin,
            place,
        ]

    @property
    def step(self) -> Step:
        """The page in front."""
        return self.steps[self._pages.currentIndex()]

    def show_step(self, number: int) -> None:
        """Bring a page to the front."""
        self._trouble.hide()
        self._pages.setCurrentIndex(number)
        self.back.setVisible(number > 0)
        self._say_place()
        self.step.enter()
        self.step.focus()

    def _say_place(self) -> None:
        number = self._pages.currentIndex()
        self._marks.show_place(number)
        self._count.setText(_("Step {number} of {count}").format(number=number + 1, count=len(self.steps)))
        begins_sample = isinstance(self.step, BeginStep) and self.step.cards.value()
        last = begins_sample or number == len(self.steps) - 1
        words = _("Make sample data") if begins_sample else _("Make the store") if last else _("Next")
        self.next.say(words)

    def go_on(self) -> None:
        """To the next page when everything on this one is right; after the last, make the store."""
        if not self.next.isEnabled():
            return
        step = self.step
        try:
            step.leave()
        except FrontdeskError as error:
            self._show_error(step, error)
            return
        if step.form is not None:
            step.form.clear_errors()
        number = self._pages.currentIndex()
        if number == len(self.steps) - 1 or (isinstance(step, BeginStep) and self.answers.sample):
            self._make()
        else:
            self.show_step(number + 1)

    def go_back(self) -> None:
        """To the page before; what was typed stays."""
        number = self._pages.currentIndex()
        if number and self.next.isEnabled():
            self.show_step(number - 1)

    def _show_error(self, step: Step, error: FrontdeskError) -> None:
        if step.form is not None:
            step.form.show_error(error)
        else:
            self._trouble.say("bad", say(error))
            self._trouble.show()

    def _make(self) -> None:
        """Make the store in the background; the window stays alive meanwhile."""
        answers = self.answers
        self._wait(True)
        make = make_sample if answers.sample else make_store
        jobs.run(
            lambda work: make(answers, work.progress),
            self._made,
            self._not_made,
            on_progress=self._waiting.advance,
            cleanup=store.close_connection,
        )

    def _wait(self, waiting: bool) -> None:
        for part in (self.back, self.next, self._pages):
            part.setEnabled(not waiting)
        self._waiting.setVisible(waiting)
        if waiting:
            self._trouble.hide()
            sample = self.answers.sample
            self._waiting.say(_("Inventing a shop with customers and contracts…") if sample else _("Making the store…"))

    def _made(self, made: Made) -> None:
        if not made.recovery_code:
            self._leads.made(made)
            return
        self._unused = made.store
        this_pc.change(last_store=made.store.address)
        self._wait(False)
        self.next.setEnabled(False)
        self._foot.hide()
        self._marks.show_place(len(self.steps))
        self._count.setText(_("Almost done"))
        page = RecoveryPage(made, self.answers.language, partial(self._begin_work, made))
        self._pages.setCurrentIndex(self._pages.addWidget(_roomy(page)))
        page.setFocus()

    def _begin_work(self, made: Made) -> None:
        self._unused = None
        self._leads.made(made)

    def let_go(self) -> None:
        """Close the store that was made and is not used yet, when the window goes before the code was put away."""
        if self._unused is not None:
            store.close(self._unused)
            self._unused = None

    def _not_made(self, error: Exception) -> None:
        self._wait(False)
        if not isinstance(error, FrontdeskError):
            raise error
        asking = [step for step in self.steps if step.form is not None and error.field and _asks(step, error.field)]
        if asking:
            self.show_step(self.steps.index(asking[0]))
            asking[0].form.show_error(error)  # type: ignore[union-attr]  # only steps with a form were taken
            return
        self._trouble.say("bad", say(error))
        self._trouble.show()
        self.step.focus()

    def _speak(self, language: str) -> None:
        self.answers.language = language
        self._leads.speak(self.answers)

    def focusInEvent(self, event: object) -> None:
        self.step.focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        elif event.key() == Qt.Key.Key_Escape:
            self.go_back()
        else:
            super().keyPressEvent(event)


def _asks(step: Step, name: str) -> bool:
    """Whether this page has the field that an error names."""
    return step.form is not None and name in step.form.values()


def _roomy(page: QWidget) -> QWidget:
    """The page with room around it, scrolled where the window is low."""
    return scrolled(column(page, "stretch", margins=(28, 24, 28, 20)))


class _Waiting(QWidget):
    """Words and a bar that moves while something takes its time."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Text("", "dim")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        fill(box, self._words, self._bar)

    def say(self, text: str) -> None:
        """Say what takes its time."""
        self._words.setText(text)
        self.advance(0, 0)

    def advance(self, done: int, total: int) -> None:
        """Show how far it is; ``total`` 0 is not known."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)


class _Marks(QWidget):
    """How far first start is: a short bar for each page."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._many, self._place = count, 0
        self.setFixedSize(count * 22, 6)

    def show_place(self, place: int) -> None:
        """Pages before and at ``place`` are coloured."""
        self._place = place
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._many):
            painter.setBrush(theme.color("accent" if number <= self._place else "line"))
            painter.drawRoundedRect(number * 22 + 4, 1, 18, 4, 2, 2)
