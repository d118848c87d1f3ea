"""A system's no, as a story sees it."""


class Refused(Exception):
    """A system refused an act and changed nothing. `code` for machines, `sentence` for people, `system` which one."""

    def __init__(self, code: str, sentence: str, system: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
        self.system = system


class Unreachable(Exception):
    """A system gave no answer: whether it did the work is unknown."""
