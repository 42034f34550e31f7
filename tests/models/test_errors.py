"""Errors for people: put into words late, carried between processes, the world's faults told apart."""

from __future__ import annotations

import pickle

import peewee
import psycopg
import pytest
from sqlcipher3 import dbapi2

from models.kernel import errors, faults, i18n
from models.kernel.errors import FrontdeskError, IllegalMove, NotAllowed, RuleError, StaleEdit, StorageError
from models.sales.states import QuoteAction, QuoteState

EVERY = [
    FrontdeskError("Plain."),
    RuleError("At most {limit} characters; this has {length}.", field="name", limit=3, length=4),
    NotAllowed("Your role may not do this."),
    IllegalMove(
        "“{action}” is not possible while it is “{state}”.", action=QuoteAction.OFFER, state=QuoteState.ACCEPTED
    ),
    StaleEdit({"name": "theirs"}, {"name": "mine"}),
    StorageError("There is no store at {path}.", path="/nowhere"),
]


@pytest.mark.parametrize("error", EVERY, ids=lambda error: type(error).__name__)
def test_an_error_survives_pickling(error: FrontdeskError) -> None:
    other = pickle.loads(pickle.dumps(error))
    assert type(other) is type(error)
    assert vars(other) == vars(error)
    assert str(other) == str(error)
    assert i18n.say(other) == i18n.say(error)


def test_every_kind_of_error_is_tried_above() -> None:
    kinds = {each for each in vars(errors).values() if isinstance(each, type) and issubclass(each, FrontdeskError)}
    assert {type(error) for error in EVERY} == kinds


def test_braces_in_what_was_typed_are_plain() -> None:
    error = RuleError("There is no trade called {code}.", code="{0.__class__} {path}")
    assert str(error) == "There is no trade called {0.__class__} {path}."


@pytest.mark.parametrize(
    ("fault", "word"),
    [
        (peewee.OperationalError("database or disk is full"), "full"),
        (OSError(28, "No space left on device"), "full"),
        (OSError(122, "Disk quota exceeded"), "full"),
        (peewee.OperationalError("attempt to write a readonly database"), "cannot be written"),
        (OSError(30, "Read-only file system"), "cannot be written"),
        (PermissionError(13, "Permission denied"), "cannot be written"),
        (peewee.OperationalError("database is locked"), "holds the store"),
        (peewee.DatabaseError("database disk image is malformed"), "damaged"),
        (peewee.DatabaseError("file is not a database"), "damaged"),
        (peewee.OperationalError("disk I/O error"), "does not answer"),
        (OSError(5, "Input/output error"), "does not answer"),
        (peewee.OperationalError("unable to open database file"), "does not answer"),
        (peewee.OperationalError("server closed the connection unexpectedly"), "server"),
    ],
)
def test_the_worlds_faults_are_told_apart(fault: Exception, word: str) -> None:
    with pytest.raises(StorageError) as told, faults.told_apart():
        raise fault
    assert word in str(told.value)
    assert told.value.__cause__ is fault
    assert str(told.value).count(". ") >= 1, "what happened, what is safe, what to do now"


@pytest.mark.parametrize(
    "fault",
    [
        dbapi2.DatabaseError("database disk image is malformed"),
        dbapi2.OperationalError("disk I/O error"),
        psycopg.OperationalError("server closed the connection unexpectedly"),
    ],
)
def test_what_comes_from_the_driver_itself_is_told_too(fault: Exception) -> None:
    with pytest.raises(StorageError), faults.told_apart():
        raise fault


def test_a_fault_is_found_anywhere_in_the_chain() -> None:
    def fail() -> None:
        try:
            raise OSError(28, "No space left on device")
        except OSError:
            raise peewee.OperationalError("something else") from None

    with pytest.raises(StorageError, match="full"), faults.told_apart():
        fail()


@pytest.mark.parametrize("ours", [peewee.IntegrityError("UNIQUE constraint failed: item.code"), ZeroDivisionError()])
def test_our_own_bugs_pass_as_they_are(ours: Exception) -> None:
    with pytest.raises(type(ours)) as passed, faults.told_apart():
        raise ours
    assert passed.value is ours


def test_an_error_of_ours_passes_though_the_world_caused_it() -> None:
    def refuse() -> None:
        try:
            raise OSError(28, "No space left on device")
        except OSError as error:
            raise RuleError("No.") from error

    with pytest.raises(RuleError), faults.told_apart():
        refuse()
