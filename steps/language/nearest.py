"""What an author probably meant: the nearest word, the nearest sentence with the author's own values kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

from steps.language.expressions import Expression

_MOST_COMPARED = 40
_ALIKE = 0.6
_MOST_LISTED = 12
_FEW = 3


def nearest(word: str, known: Iterable[str], alike: float = _ALIKE) -> str | None:
    """The known word most like this one, ignoring case, or None if nothing is `alike` (1: the same)."""
    by_plain = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word), by_plain, n=1, cutoff=alike)
    return by_plain[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Say "; did you mean X?" or, if nothing is near, the list of what could stand there; of a long one, what is nearest."""
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        return f"; did you mean {near}?"
    if len(names) > _MOST_LISTED:
        return f"; the nearest of {len(names)} are: {', '.join(_by_common_words(word, names)[:_FEW])}"
    return f"; known are: {', '.join(names)}" if names else ""


def _by_common_words(word: str, names: Iterable[str]) -> list[str]:
    """The names, those first that share the most words with this one; where as many are shared, the most alike first."""
    said = _plain(word).split()

    def rating(name: str) -> tuple[int, float]:
        own = _plain(name).split()
        shared = sum(any(one.startswith(other) or other.startswith(one) for other in own) for one in said)
        return -shared, -SequenceMatcher(None, _plain(word), _plain(name)).ratio()

    return sorted(names, key=rating)


def _plain(word: str) -> str:
    return " ".join(word.lower().split())


def complaint(text: str, sentences: Sequence[Expression]) -> str:
    """One sentence about a text that nothing recognizes: the value that is wrong, or the nearest sentence."""
    relaxed = [(s, values) for s in sentences if (values := s.relaxed_values(text)) is not None]
    for sentence, values in sorted(relaxed, key=lambda pair: -pair[0].literal_length):
        wrong = _wrong_value(sentence, values)
        if wrong and sentence.literal_length > len(text) // 4:
            return f'{wrong} (in "{text}", read as "{sentence.pattern}")'
    best = _nearest_sentence(text, sentences)
    if best is None:
        return f'no sentence reads "{text}"; search the phrase book with: tieout steps'
    return f'no sentence reads "{text}"; did you mean: {best.filled(text)}'


def _wrong_value(sentence: Expression, values: Sequence[str]) -> str | None:
    for parameter, value in zip(sentence.parameters, values, strict=True):
        try:
            parameter.read(value)
        except ValueError as wrong:
            return str(wrong)
    return None


def _nearest_sentence(text: str, sentences: Sequence[Expression]) -> Expression | None:
    words = set(text.lower().split())
    shared = sorted(sentences, key=lambda s: -len(words & {word.lower() for word in s.words}))
    rated = [(_likeness(text, sentence), -i, sentence) for i, sentence in enumerate(shared[:_MOST_COMPARED])]
    score, _, best = max(rated, key=lambda entry: entry[:2], default=(0.0, 0, None))
    return best if score >= _ALIKE else None


def _likeness(text: str, sentence: Expression) -> float:
    """How alike the wording is once the values are the same."""
    return SequenceMatcher(None, text.lower(), sentence.filled(text).lower(), autojunk=False).ratio()
