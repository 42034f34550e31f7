"""The words of the contract (S6): its articles one below the other, each clause on a line of its own."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.kernel import i18n
from models.kernel.errors import RuleError
from models.kernel.i18n import _, pick
from models.kernel.permissions import Actor
from models.shop.profile import trade
from models.shop.terms_actions import ArticleForm, article_forms, change_articles
from models.trades.template import FIELDS
from ui.kit.editors import NoteEdit, TextEdit
from ui.kit.forms import Field, Form
from ui.kit.widgets import Button, IconButton, Text, clear, row

_FIRST = 4


class ClausesPart(QWidget):
    """The articles after those that the contract prints by itself; they are those of the screen's language."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.articles: list[Form] = []
        self.add_button = Button(_("Another article"), self._add, icon="plus", kind="link", name="add_article")
        self._list = QVBoxLayout()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Text(_("Articles 1 to 3 are the goods, the price and the payments."), "dim", wrap=True))
        self._fields = Text("", "dim", wrap=True)
        box.addWidget(self._fields)
        box.addLayout(self._list)
        box.addWidget(row(self.add_button, "stretch"))
        box.addStretch(1)

    def show_terms(self) -> None:
        """The articles as they stand."""
        names = [f"{{{name}}} {_(meaning)}" for name, meaning in FIELDS.items()]
        names += [f"{{{field.code}}} {pick(field.name)}" for field in trade().contract.subject_fields]
        text = _("Words in braces are filled in when the contract is printed: {fields}")
        self._fields.setText(text.format(fields=_(", ").join(names)))
        self.articles = [self._article(each) for each in article_forms(trade(), i18n.language())]
        self._lay_out()

    def _article(self, article: ArticleForm | None = None) -> Form:
        form = Form(
            Field("title", _("Heading"), TextEdit(longest=40), required=True),
            Field("clauses", _("Clauses, one a line"), NoteEdit(lines=6), required=True),
        )
        if article is not None:
            form.set_values({"title": article.title, "clauses": "\n".join(article.clauses)})
        form.edited.connect(self.edited)
        return form

    def _lay_out(self) -> None:
        for form in self.articles:
            form.setParent(None)
        clear(self._list)
        for place, form in enumerate(self.articles):
            tools = row(
                Text(_("Article {number}").format(number=place + _FIRST), "bold"),
                "stretch",
                IconButton("arrow-up", _("Move up"), partial(self._move, place, -1)),
                IconButton("arrow-down", _("Move down"), partial(self._move, place, 1)),
                IconButton("close", _("Remove"), partial(self._remove, form)),
            )
            self._list.addWidget(tools)
            self._list.addWidget(form)
            form.show()

    def _add(self) -> None:
        self.articles.append(self._article())
        self._lay_out()
        self.articles[-1].editor("title").setFocus()
        self.edited.emit()

    def _move(self, place: int, by: int) -> None:
        if 0 <= place + by < len(self.articles):
            articles: list[Any] = self.articles
            articles[place], articles[place + by] = articles[place + by], articles[place]
            self._lay_out()
            self.edited.emit()

    def _remove(self, form: Form) -> None:
        self.articles.remove(form)
        form.deleteLater()
        self._lay_out()
        self.edited.emit()

    def save(self, actor: Actor) -> None:
        """Keep what was typed. Raises RuleError at ``N.title`` or ``N.clauses``."""
        typed = [form.values() for form in self.articles]
        articles = tuple(ArticleForm(each["title"], tuple(each["clauses"].split("\n"))) for each in typed)
        change_articles(actor, i18n.language(), articles)

    def show_error(self, error: RuleError) -> None:
        """Say the error at its article."""
        for form in self.articles:
            form.clear_errors()
        place, _dot, name = (error.field or "").partition(".")
        number = int(place) if place.isdigit() else 0
        if number < len(self.articles):
            self.articles[number].show_error(type(error)(error.template, field=name, **error.parameters))
