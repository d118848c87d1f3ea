"""Names that must fit together: each check reads what is there and keeps quiet about what the shape already complains of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from scenarios.charging_words import unknown_in_rebates
from scenarios.close_tasks import unknown_tasks
from scenarios.entities import entities_of, unknown_entities
from scenarios.ledgers import AMONG_ENTITIES, AMOUNTS, NEEDED_ABROAD, NEEDED_AMONG_ENTITIES, ROLES, SELDOM
from scenarios.lines import Value
from scenarios.mistakes import did_you_mean

Found = tuple[int, str]
STANDARD_PLAN = "Standard"


def name_of(row: Value, key: str = "name") -> str | None:
    """The name of a row, which may be the bare name."""
    return row.content if isinstance(row.content, str) else row.text(key)


def world_mistakes(world: Value, ledger: Value | None) -> Iterator[Found]:
    """What does not fit in a company's file. `ledger`: the shared ledger it names, if there is one of that name."""
    yield from _twice(world.rows("customers"), name_of, "two customers are called {}")
    yield from _twice(world.rows("products"), name_of, "two products are called {}")
    yield from _twice(world.rows("products"), lambda row: row.text("code"), "two products have the code {}")
    yield from _twice(world.rows("signs"), lambda row: row.text("role"), "the role {} signs twice")
    yield from _twice(world.rows("close tasks"), lambda row: row.text("task"), "the task {} is in the checklist twice")
    yield from unknown_tasks(world.rows("close tasks"))
    for key in ("code", "name", "invoice prefix"):
        yield from _twice(entities_of(world), partial(_text, key), f"two legal entities have the {key} {{}}")
    yield from unknown_entities(world, world.rows("customers"))
    yield from _payers(world.rows("customers"))
    yield from _paying(world)
    yield from _unmapped(world)
    yield from unknown_in_rebates(world)
    yield from _products(world)
    yield from _prices(world)
    yield from _bundles(world)
    yield from _mapped(world)
    yield from _taxes(world)
    if ledger is not None or world.text("ledger") is None:
        yield from _books(world, ledger)


def _paying(world: Value) -> Iterator[Found]:
    """How customers pay who are not in the file."""
    known = [name for row in world.rows("customers") if (name := name_of(row))]
    for row in world.rows("payment behavior"):
        if (named := row.text("customer")) and named not in known:
            yield row.line_of("customer"), f"customer: there is no {named!r}{did_you_mean(named, known)}"


def ledger_mistakes(ledger: Value) -> Iterator[Found]:
    """What does not fit in a shared ledger by itself."""
    yield from _accounts(ledger, ())
    yield from _unknown_accounts(ledger, ledger.rows("accounts"))


def _twice(rows: Iterable[Value], name: Callable[[Value], object], sentence: str) -> Iterator[Found]:
    first: dict[object, int] = {}
    for row in rows:
        key = name(row)
        if key is not None and key in first:
            yield row.line, f"{sentence.format(repr(key))}; the first is on line {first[key]}"
        elif key is not None:
            first[key] = row.line


def _text(key: str, row: Value) -> str | None:
    return row.text(key)


def _plans(product: Value) -> dict[str, tuple[Value, ...]]:
    """A product's charges by plan; without plans they are one, the standard plan."""
    if plans := product.rows("plans"):
        return {plan.text("name") or "": plan.rows("charges") for plan in plans}
    return {STANDARD_PLAN: product.rows("charges")}


def _charge_name(product: Value, charge: Value) -> str:
    return charge.text("name") or product.text("name") or ""


def _charges(product: Value, plan: Iterable[Value]) -> list[str]:
    return [_charge_name(product, charge) for charge in plan]


def _unmapped(world: Value) -> Iterator[Found]:
    """Products said to have no place in the ledger that the company does not sell."""
    sold = [name for row in world.rows("products") if (name := row.text("name"))]
    for row in world.rows("unmapped products"):
        if isinstance(row.content, str) and row.content not in sold:
            yield row.line_of(), f"unmapped products: there is no {row.content!r}{did_you_mean(row.content, sold)}"


def _payers(rows: tuple[Value, ...]) -> Iterator[Found]:
    """Customers billed to somebody the company does not know, or in a circle to themselves."""
    billed_to = {row.text("name") or str(row.content): row.text("billed to") for row in rows}
    for row in rows:
        payer = row.text("billed to")
        if payer and payer not in billed_to:
            yield row.line_of("billed to"), f"billed to: there is no customer {payer!r}{did_you_mean(payer, billed_to)}"
        seen = {name := row.text("name") or ""}
        while payer and payer not in seen:
            seen, payer = seen | {payer}, billed_to.get(payer)
        if payer and payer == name:
            yield row.line_of("billed to"), f"billed to: {name!r} would be billed to itself in the end"


def _products(world: Value) -> Iterator[Found]:
    codes = [code for rate in world.rows("tax rates") if (code := rate.text("code"))]
    for product in world.rows("products"):
        yield from _twice(product.rows("plans"), name_of, f"two plans of {product.text('name')!r} are called {{}}")
        for plan in _plans(product).values():
            yield from _twice(
                plan, partial(_charge_name, product), f"two charges of {product.text('name')!r} are called {{}}"
            )
            for charge in plan:
                code = charge.text("tax code")
                if code and codes and code not in codes:
                    yield charge.line_of("tax code"), f"tax code: there is no {code!r}{did_you_mean(code, codes)}"


def _prices(world: Value) -> Iterator[Found]:
    products = {name: row for row in world.rows("products") if (name := row.text("name"))}
    rows = (world.child("price book") or world).rows("prices")
    seen: list[Value] = []
    for row in rows:
        name = row.text("product")
        if name and products:
            if name in products:
                yield from _charge_priced(row, products[name])
                seen.append(row)
            else:
                yield row.line_of("product"), f"prices: there is no product {name!r}{did_you_mean(name, products)}"
    keys = ("product", "plan", "charge", "currency", "from")
    yield from _twice(
        seen,
        lambda row: ", ".join(text for key in keys if (text := row.text(key))),
        "two prices are given for {}",
    )


def _bundles(world: Value) -> Iterator[Found]:
    products = [name for row in world.rows("products") if (name := row.text("name"))]
    for bundle in world.rows("bundles"):
        for named in bundle.rows("products"):
            said = named.content
            if isinstance(said, str) and products and said not in products:
                yield named.line, f"bundles: there is no product {said!r}{did_you_mean(said, products)}"


def _mapped(world: Value) -> Iterator[Found]:
    products = {name: row for row in world.rows("products") if (name := row.text("name"))}
    for row in (world.child("governance") or world).rows("product mapping"):
        name, charge = row.text("product"), row.text("charge")
        if name and products and name not in products:
            yield row.line_of("product"), f"product mapping: there is no product {name!r}{did_you_mean(name, products)}"
        elif name and charge and products:
            known = [found for plan in _plans(products[name]).values() for found in _charges(products[name], plan)]
            if charge not in known:
                yield (
                    row.line_of("charge"),
                    f"product mapping: {name!r} has no charge {charge!r}{did_you_mean(charge, known)}",
                )


def _charge_priced(row: Value, product: Value) -> Iterator[Found]:
    plans = _plans(product)
    plan = row.text("plan") or next(iter(plans))
    if plan not in plans:
        yield row.line_of("plan"), f"prices: {product.text('name')!r} has no plan {plan!r}{did_you_mean(plan, plans)}"
        return
    charges = _charges(product, plans[plan])
    charge = row.text("charge")
    if charge and charge not in charges:
        said = f"prices: {product.text('name')!r} has no charge {charge!r}{did_you_mean(charge, charges)}"
        yield row.line_of("charge"), said
    elif not charge and len(charges) > 1:
        yield row.line, f"prices: say which 'charge' of {product.text('name')!r}: {' or '.join(charges)}"


def _taxes(world: Value) -> Iterator[Found]:
    rates = world.rows("tax rates")

    def dated(row: Value) -> str | None:
        code, start, tax = row.text("code"), row.text("from"), row.text("tax")
        which = f"{code} ({tax})" if code and tax else code
        return f"{which} from {start}" if which and start else which

    yield from _twice(rates, dated, "two percentages are given for {}")
    if rates and "none" not in [row.text("code") for row in rates]:
        yield world.line_of("tax rates"), "tax rates: the code 'none' is missing; add {code: none, percent: 0%}"


def _books(world: Value, ledger: Value | None) -> Iterator[Found]:
    if ledger is None and world.child("posting rules") is None:
        yield 1, "'ledger' is missing; name one, like 'standard ledger', or write 'accounts' and 'posting rules'"
        return
    shared = ledger.rows("accounts") if ledger else ()
    accounts = (*shared, *world.rows("accounts"))
    yield from _accounts(world, shared)
    yield from _unknown_accounts(world, accounts)
    line = world.line_of("posting rules") if world.child("posting rules") else world.line_of("ledger")
    alone = () if world.rows("legal entities") else AMONG_ENTITIES
    for event, amounts in ((event, AMOUNTS[event]) for event in AMOUNTS if event not in alone):
        written = {amount for book in (ledger, world) if book for amount in _amounts(book, event)}
        if lacking := [amount for amount in amounts if amount not in (*written, *SELDOM)]:
            yield line, f"posting rules: {event!r} has no rule for {_listed(lacking)}"
    roles = {account.text("role") for account in accounts}
    abroad = NEEDED_ABROAD if world.rows("exchange rates") else ()
    together = NEEDED_AMONG_ENTITIES if world.rows("legal entities") else ()
    for role in (*ROLES, *abroad, *together):
        if accounts and role not in roles:
            yield world.line_of("accounts"), f"accounts: no account has the role {role!r}"


def _amounts(book: Value, event: str) -> Iterable[str]:
    found = book.pairs("posting rules").get(event)
    return found.content if found and isinstance(found.content, dict) else ()


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(map(repr, names[:-1])), repr(names[-1])]))


def _accounts(book: Value, shared: tuple[Value, ...]) -> Iterator[Found]:
    names = {account.text("name") for account in shared}
    for account in book.rows("accounts"):
        if (name := account.text("name")) and name in names:
            yield account.line, f"accounts: {name!r} is in the shared ledger already"
    yield from _twice(book.rows("accounts"), name_of, "two accounts are called {}")
    codes = (*shared, *book.rows("accounts"))
    own = {id(account) for account in book.rows("accounts")}
    first: dict[str, Value] = {}
    for account in codes:
        code = account.text("code")
        if code and code in first and id(account) in own:
            yield account.line, f"two accounts have the code {code!r}; the other is {first[code].text('name')!r}"
        elif code:
            first.setdefault(code, account)


def _unknown_accounts(book: Value, accounts: Iterable[Value]) -> Iterator[Found]:
    names = [name for account in accounts if (name := account.text("name"))]
    for event in book.pairs("posting rules").values():
        if not names or not isinstance(event.content, dict):
            continue
        for pair in event.content.values():
            for side in ("debit", "credit"):
                name = pair.text(side)
                if name and name not in names:
                    yield pair.line_of(side), f"{side}: there is no account {name!r}{did_you_mean(name, names)}"
