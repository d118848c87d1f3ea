"""Whether a request is in good order: limits, media type, JSON, shape."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NoReturn
from urllib.parse import parse_qsl

from pydantic import TypeAdapter, ValidationError
from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header, parse_options_header

from fakes.http.exchange import LARGEST_BODY, LONGEST_HEADERS, LONGEST_TARGET, MOST_HEADERS, Exchange
from fakes.http.operations import Call, Operation
from fakes.http.problems import Problem, invalid


def too_large() -> Problem:
    """Refuse a body no fake reads."""
    return Problem(413, "too-large", f"The body is larger than {LARGEST_BODY} bytes.")


def too_many_headers() -> Problem:
    """Refuse headers no client needs."""
    message = f"The request has more than {MOST_HEADERS} headers or {LONGEST_HEADERS} characters in them."
    return Problem(431, "too-many-headers", message)


def no_length() -> Problem:
    """Refuse a body whose end cannot be known beforehand."""
    return Problem(411, "length-required", "Send the body whole, with a Content-Length; chunks are not read here.")


def check_limits(exchange: Exchange) -> None:
    """Raise the problem of a request that is too much to look at."""
    if len(exchange.path) + len(exchange.query) > LONGEST_TARGET:
        raise Problem(414, "target-too-long", f"Path and query are longer than {LONGEST_TARGET} characters.")
    if len(exchange.headers) > MOST_HEADERS or sum(map(len, exchange.headers.values())) > LONGEST_HEADERS:
        raise too_many_headers()
    if "transfer-encoding" in exchange.headers:
        raise no_length()
    if len(exchange.body) > LARGEST_BODY:
        raise too_large()


def read(operation: Operation, values: Mapping[str, Any], exchange: Exchange) -> tuple[Call, str]:
    """Give the call and its fingerprint: the same for the same content in another spelling."""
    _check_accept(exchange.headers.get("accept", "*/*"))
    query = _read_query(operation.asks, exchange.query)
    content, body = _read_body(operation.takes, exchange)
    meant = json.dumps([exchange.method, exchange.path, exchange.query, content], sort_keys=True)
    return Call(values, query, body, exchange), hashlib.sha256(meant.encode()).hexdigest()


def _check_accept(accept: str) -> None:
    if accept not in ("*/*", "application/json") and not parse_accept_header(accept, MIMEAccept).best_match(
        ["application/json"]
    ):
        raise Problem(406, "not-acceptable", f"The answer is application/json, which Accept: {accept:.80} excludes.")


def _read_query(adapter: TypeAdapter[Any] | None, query: str) -> Any:
    if not query and adapter is None:
        return None
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        raise Problem(400, "malformed-query", "The query has more than 100 fields.") from None
    given = dict(pairs)
    if len(given) < len(pairs):
        twice = next(name for name in given if [each for each, _ in pairs].count(name) > 1)
        raise Problem(422, "invalid", f"{twice:.80} is given twice.", twice)
    if adapter is None:
        name = next(iter(given), query)
        raise Problem(422, "invalid", f"{name:.80} is not known here; this operation takes no query.", name)
    try:
        return adapter.validate_strings(given, strict=False)
    except ValidationError as error:
        raise invalid(error, adapter) from None


def _read_body(adapter: TypeAdapter[Any] | None, exchange: Exchange) -> tuple[Any, Any]:
    if adapter is None:
        if exchange.body:
            raise Problem(400, "unexpected-body", "This operation takes no body.")
        return None, None
    if not exchange.body:
        raise Problem(400, "missing-body", "This operation needs a JSON body.")
    media, options = parse_options_header(exchange.headers.get("content-type", ""))
    if media != "application/json" or options.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        named = exchange.headers.get("content-type") or "no Content-Type"
        raise Problem(415, "unsupported-media-type", f"Send application/json in UTF-8, not {named:.80}.")
    content = _parsed(exchange.body)
    try:
        return content, adapter.validate_json(exchange.body, strict=True)
    except ValidationError as error:
        if error.errors(include_url=False)[0]["type"] == "json_invalid":
            raise Problem(400, "malformed-json", "The body is not JSON in UTF-8.") from None
        raise invalid(error, adapter) from None


def _parsed(body: bytes) -> Any:
    """Parse twice, once here: pydantic lets a repeated name and NaN pass, and in books neither may."""
    try:
        return _JSON.decode(body.decode())
    except (ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise Problem(400, "malformed-json", f"The body is not JSON in UTF-8: {reason:.200}.") from None


def _distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    content = dict(pairs)
    if len(content) < len(pairs):
        twice = next(name for name in content if [each for each, _ in pairs].count(name) > 1)
        raise Problem(400, "malformed-json", f"{twice:.80} is given twice in one object.", twice)
    return content


def _no_number(text: str) -> NoReturn:
    raise Problem(400, "malformed-json", f"{text} is not a JSON number.")


_JSON = json.JSONDecoder(object_pairs_hook=_distinct, parse_constant=_no_number)
