"""Small defects of every kind, made from the code itself: a sign turned, a bound moved, a day off, a posting dropped."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

_OTHER: dict[type, type] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.And: ast.Or, ast.Or: ast.And,
}  # fmt: skip
_NAMES = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One defect: where it is and what it does; the code of the whole file with it."""

    file: str
    line: int
    function: str
    what: str
    code: CodeType


def mutants(root: Path, file: str) -> Iterator[Mutant]:
    """Every small defect of the functions of a file."""
    text = (root / file).read_text(encoding="utf-8")
    for function, at in _places(ast.parse(text)):
        tree = ast.parse(text)
        node = next(n for n in ast.walk(tree) if _where(n) == at and type(n).__name__ == at[2])
        what = _break(tree, node)
        if what:
            yield Mutant(
                file, at[0], function, what, compile(ast.fix_missing_locations(tree), str(root / file), "exec")
            )


Place = tuple[int, int, str, int]


def _where(node: ast.AST) -> Place:
    return (
        getattr(node, "lineno", 0), getattr(node, "col_offset", 0), type(node).__name__, getattr(node, "end_col_offset", 0)
    )  # fmt: skip


def _places(tree: ast.Module) -> Iterator[tuple[str, Place]]:
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            for statement in function.body:
                for node in ast.walk(statement):
                    if isinstance(node, ast.Compare | ast.BinOp | ast.BoolOp | ast.UnaryOp | ast.Call | ast.Expr):
                        yield function.name, _where(node)


def _break(tree: ast.Module, node: ast.AST) -> str:
    before = ast.unparse(copy.deepcopy(node))
    match node:
        case ast.Compare(ops=[op]) if type(op) in _OTHER:
            node.ops = [_OTHER[type(op)]()]
        case ast.BinOp(op=op) if type(op) in _OTHER and not _is_text(node):
            node.op = _OTHER[type(op)]()
        case ast.BoolOp(op=op):
            node.op = _OTHER[type(op)]()
        case ast.UnaryOp(op=ast.USub() | ast.Not()):
            node.op = ast.UAdd() if isinstance(node.op, ast.USub) else node.op
            if isinstance(node.op, ast.Not):
                node.operand = ast.UnaryOp(ast.Not(), node.operand)
        case ast.Call(func=ast.Name(id=name)) if name in _NAMES:
            node.func = ast.Name(_NAMES[name], ast.Load())
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()):
            node.value = ast.IfExp(ast.Constant(False), node.value, ast.Constant(None))
            return f"without: {before}"
        case _:
            return ""
    after = ast.unparse(ast.fix_missing_locations(node))
    return "" if after == before else f"{before}  ->  {after}"


def _is_text(node: ast.BinOp) -> bool:
    return any(
        isinstance(part, ast.JoinedStr) or isinstance(getattr(part, "value", None), str) for part in ast.walk(node)
    )
