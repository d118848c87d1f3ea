"""A small system to put behind the dispatcher: a book of notes, an operation for each thing that can go wrong."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from typing_extensions import TypedDict

from engine.refusals import Refused
from fakes.http.dispatcher import Dispatcher
from fakes.http.exchange import Exchange
from fakes.http.operations import Call, Operation
from fakes.http.problems import Problem
from fakes.http.shapes import closed


@dataclass(frozen=True)
class Line:
    minor: int
    currency: str = "USD"


@dataclass(frozen=True)
class Note:
    customer: str
    on: date
    lines: tuple[Line, ...]


class Search(TypedDict, total=False):
    __pydantic_config__ = ConfigDict(extra="forbid")  # type: ignore[misc]
    limit: int
    customer: str


NOTE = closed(Note)
STORED: TypeAdapter[Any] = TypeAdapter(dict[str, Any])


@dataclass
class Toy:
    today: date = date(2025, 4, 15)
    notes: list[Note] = field(default_factory=list)
    closed: bool = False
    dispatcher: Dispatcher = field(init=False)

    def __post_init__(self) -> None:
        self.dispatcher = Dispatcher(self.operations(), lambda: self.today)

    def operations(self) -> list[Operation]:
        one = "/billing/notes/<number>"
        return [
            Operation(
                name="billing.post_note", method="POST", path="/billing/notes", handler=self.post, takes=NOTE,
                gives=STORED, status=201,
            ),
            Operation(name="erp.post_note", method="POST", path="/erp/notes", handler=self.post, takes=NOTE, gives=STORED),
            Operation(
                name="billing.notes", method="GET", path="/billing/notes", handler=self.search,
                asks=TypeAdapter(Search), gives=STORED,
            ),
            Operation(name="billing.note", method="GET", path=one, handler=self.note, gives=STORED),
            Operation(name="billing.forget", method="DELETE", path=one, handler=self.forget),
            Operation(name="billing.break", method="POST", path="/billing/break", handler=self.break_down),
            Operation(name="crm.relay", method="POST", path="/crm/relay", handler=self.relay),
            Operation(
                name="fakes.health", method="GET", path="/_fakes/health", handler=self.health, gives=STORED, control=True
            ),
        ]  # fmt: skip

    def post(self, call: Call) -> dict[str, Any]:
        if self.closed:
            raise Refused("period-closed", "April 2025 is closed; nothing is posted into it any more.")
        self.notes.append(call.body)
        return {"number": f"N-{len(self.notes)}", "customer": call.body.customer, "lines": len(call.body.lines)}

    def search(self, call: Call) -> dict[str, Any]:
        asked = call.query or {}
        found = [note.customer for note in self.notes if note.customer == asked.get("customer", note.customer)]
        return {"found": found[: asked.get("limit", 100)]}

    def note(self, call: Call) -> dict[str, Any]:
        number = call.path["number"]
        if number not in [f"N-{place}" for place, _ in enumerate(self.notes, 1)]:
            raise Problem(404, "unknown-number", f"There is no note {number}.", "number")
        return {"number": number}

    def forget(self, call: Call) -> None:
        self.note(call)
        self.notes.pop()

    def break_down(self, call: Call) -> None:
        raise KeyError("ledger")

    def relay(self, call: Call) -> None:
        self.dispatcher.dispatch(Exchange(method="POST", host="x", path="/billing/break"))

    def health(self, call: Call) -> dict[str, Any]:
        return {"notes": len(self.notes)}
