"""The only exception the engine raises on purpose."""


class Refused(Exception):
    """A business rule says no, and nothing was changed.

    `code` is stable and kebab-case, for machines; `sentence` tells a person which rule refused what, and why.
    """

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence

    def __str__(self) -> str:
        return self.sentence
