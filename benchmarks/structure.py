"""The structure of the package in figures: modules, lines, functions, folders and their cycles.

`.venv/bin/python -m benchmarks.structure [FOLDER]`, of a checkout in a folder or of this one.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

PACKAGE = "undersigned"
LONG, LONGEST = 25, 40


@dataclass(frozen=True, slots=True)
class Module:
    """A module: its name in the package, its lines, the lengths of its functions, its imports."""

    name: str
    is_package: bool
    lines: int
    functions: tuple[int, ...]
    imports: frozenset[str]

    @property
    def folder(self) -> str:
        """The folder it lies in; a module at the top of the package is a folder by itself."""
        if self.is_package:
            return self.name
        return self.name.rpartition(".")[0] or self.name


def modules_of(package: Path) -> list[Module]:
    """Every module of a package, by name."""
    places = sorted(package.rglob("*.py"))
    names = {_name(package, place) for place in places}
    return [_module(package, place, names) for place in places]


def cycles(graph: Mapping[str, frozenset[str]]) -> list[list[str]]:
    """Groups of nodes that reach each other, each sorted; none where the graph flows one way."""
    reached = {node: _reached(graph, node) for node in graph}
    groups = {
        tuple(sorted({node, *(each for each in reached[node] if node in reached.get(each, ()))}))
        for node in graph
        if node in reached[node]
    }
    return sorted(map(list, groups))


def folders(modules: list[Module], depth: int | None = None) -> dict[str, frozenset[str]]:
    """Which folders each folder imports from, the inner ones of a depth or all of them apart."""
    known = {module.name: _cut(module.folder, depth) for module in modules}
    graph: dict[str, set[str]] = {folder: set() for folder in known.values()}
    for module in modules:
        here = known[module.name]
        graph[here] |= {known[each] for each in module.imports if known[each] != here}
    return {folder: frozenset(others) for folder, others in graph.items()}


def _cut(folder: str, depth: int | None) -> str:
    return ".".join(folder.split(".")[:depth])


def _name(package: Path, place: Path) -> str:
    parts = place.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _module(package: Path, place: Path, names: set[str]) -> Module:
    text = place.read_text(encoding="utf-8")
    tree = ast.parse(text)
    name, is_package = _name(package, place), place.name == "__init__.py"
    lengths = tuple(
        (node.end_lineno or 0) - node.lineno + 1
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    imports = frozenset(_imports(tree, name, is_package, names))
    return Module(name, is_package, text.count("\n"), lengths, imports)


def _imports(tree: ast.Module, name: str, is_package: bool, names: set[str]) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        parts = name.split(".") if name else []
        base = parts[: len(parts) - node.level + is_package]
        source = ".".join([*base, *filter(None, [node.module])])
        for alias in node.names:
            inner = f"{source}.{alias.name}".lstrip(".")
            yield inner if inner in names else source


def _reached(graph: Mapping[str, frozenset[str]], start: str) -> set[str]:
    found, waiting = set[str](), list(graph[start])
    while waiting:
        node = waiting.pop()
        if node not in found:
            found.add(node)
            waiting += graph.get(node, ())
    return found


def main() -> None:
    """Print the figures of a checkout."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    hooks = sorted(root.glob("hooks/*.py"))
    modules = modules_of(root / "hooks" / PACKAGE)
    lengths = [length for module in modules for length in module.functions]
    short = [module for module in modules if module.lines < 40 and not module.is_package]
    graph = folders(modules)
    figures = {
        "modules": f"{len(modules)}, of which {sum(each.is_package for each in modules)} __init__",
        "lines": sum(module.lines for module in modules),
        "modules of fewer than 40 lines": len(short),
        "longest module": max((each.lines, each.name) for each in modules),
        "hooks": f"{len(hooks)}, {sum(_lines(each) for each in hooks)} lines",
        "functions": f"{len(lengths)}, median {median(lengths):g} lines",
        f"functions over {LONG} lines": sum(length > LONG for length in lengths),
        f"functions over {LONGEST} lines": sum(length > LONGEST for length in lengths),
        "folders": len(
            {each.folder for each in modules if each.folder != each.name or each.is_package}
        ),
        "cycles of modules": cycles({each.name: each.imports for each in modules}),
        "cycles of folders": cycles(graph) + cycles(folders(modules, 1)),
    }
    for name, value in figures.items():
        print(f"{name}: {value}")


def _lines(place: Path) -> int:
    return place.read_text(encoding="utf-8").count("\n")


if __name__ == "__main__":
    main()
