"""Which characters a file's bytes mean: UTF-8 with or without its mark, UTF-16 with it, or Windows-1252; never a guess."""

from __future__ import annotations

from scenarios.mistakes import Mistake, WorldError

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig"}
_WIDE = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
# What UTF-8 looks like after somebody opened it as Windows-1252 and saved it again: Ã¼ for ü, â€™ for an apostrophe.
_TWICE = ("Ã", "Â", "â€")


def decoded(path: str, data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. WorldError where it is no text, or two encodings stand in one file."""
    for mark, name in _WIDE.items():
        if data.startswith(mark):
            return _as_utf16(path, data), name
    if b"\0" in data:
        said = "the file is no text: a zero byte stands here (UTF-16 needs its mark; save it as UTF-8)"
        raise _wrong(path, data[: data.index(b"\0")].count(b"\n") + 1, said)
    for mark, name in _MARKS.items():
        if data.startswith(mark):
            return _as_utf8(path, data.removeprefix(mark)), name
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _as_windows(path, data), "cp1252"


def _as_utf16(path: str, data: bytes) -> str:
    """What Excel calls Unicode text."""
    try:
        text = data.decode("utf-16")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].decode("utf-16", "ignore").count("\n") + 1
        raise _wrong(
            path, line, "the file begins as UTF-16, but is cut off or damaged here; save it as UTF-8"
        ) from None
    if "\0" in text:
        raise _wrong(
            path, text[: text.index("\0")].count("\n") + 1, "the file is no text: a zero character stands here"
        )
    return text


def _as_utf8(path: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        raise _wrong(path, line, "the file begins as UTF-8, but this line is in another encoding") from None


def _as_windows(path: str, data: bytes) -> str:
    """The bytes as Windows-1252, unless some of its lines can only have been written in UTF-8."""
    lines = data.split(b"\n")
    as_utf8 = [number for number, line in enumerate(lines, 1) if not line.isascii() and _is_utf8(line)]
    if as_utf8:
        other = next(number for number, line in enumerate(lines, 1) if not _is_utf8(line))
        said = f"two encodings in one file: line {as_utf8[0]} is UTF-8, line {other} is not; save the file as UTF-8"
        raise _wrong(path, other, said)
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as wrong:
        line = data[: wrong.start].count(b"\n") + 1
        raise _wrong(path, line, "this is neither UTF-8 nor Windows-1252; save the file as UTF-8") from None


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def unspoiled(text: str) -> str:
    """The text before it was read in the wrong encoding and saved so (MÃ¼ller: Müller); as it is, if it was not."""
    if not any(sign in text for sign in _TWICE):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text


def _wrong(path: str, line: int, sentence: str) -> WorldError:
    return WorldError([Mistake(path, line, sentence)])
