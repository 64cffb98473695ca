"""Judge what was found of a site: keep what is served, and say what no commit explains.

    judge.py SEEN RUN

RUN has the folders `now` of look.py, `built` of rebuild.py and `verified` with what `undersigned
verify` printed (verify.txt) and exited with (code.txt); the last two may be missing. SEEN gets
SHA256SUMS and statement.json as they are served, a line in log.txt, and explained.json once a
commit explains them. RUN gets findings.txt, empty where all is well; lines that begin with spaces
belong to the one before. Exits with 1 where something could not be found out, so that nobody takes
silence for a good answer.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

# How lines of `undersigned verify` begin that are contradictions.
CONTRADICTIONS = ("contradicted: ", "the site contradicts itself: ")

MOST_NAMED = 50


def differing(served: bytes, built: bytes) -> list[str]:
    """The paths whose lines are not on both lists."""
    lines = set(served.splitlines()) ^ set(built.splitlines())
    return sorted({line.partition(b"  ")[2].decode(errors="replace") for line in lines})


def was_built(found: Any, built: Path) -> bool:
    """Whether there is an answer to whether the commit that is named makes what is served."""
    needless = not found["changed"] or not found["commit"]
    return needless or any((built / name).is_file() for name in ("SHA256SUMS", "failed.txt"))


def of_rebuild(found: Any, now: Path, built: Path) -> Iterator[str]:
    """Why the commit that is named does not make what is served."""
    if not found["changed"] or not found["commit"]:
        return
    commit = found["commit"]
    if (failed := built / "failed.txt").is_file():
        said = "\n  ".join(failed.read_text("utf-8", "replace").strip().splitlines())
        yield f"{commit} could not be built:\n  {said}"
        return
    served, made = (now / "SHA256SUMS").read_bytes(), built / "SHA256SUMS"
    if made.is_file() and made.read_bytes() != served:
        paths = differing(served, made.read_bytes())
        shown = ", ".join(map(repr, paths[:MOST_NAMED]))
        more = f" and {len(paths) - MOST_NAMED:,} more" if len(paths) > MOST_NAMED else ""
        yield f"{commit} makes other bytes than those that are served: {shown}{more}"


def of_verification(verified: Path) -> tuple[list[str], bool]:
    """The contradictions, and whether the signatories' servers could be asked at all."""
    try:
        code = (verified / "code.txt").read_text(encoding="utf-8").strip()
        lines = (verified / "verify.txt").read_text("utf-8", "replace").splitlines()
    except OSError:
        return [], False
    found = [line for line in lines if line.startswith(CONTRADICTIONS)]
    # A program that fails may exit with 1 as well, and has then found nothing.
    return (found, bool(found)) if code == "1" else ([], code == "0")


def judge(seen: Path, run: Path) -> bool:
    """Write what is seen and what was found, and give whether all could be found out."""
    now = run / "now"
    found = json.loads((now / "look.json").read_text(encoding="utf-8"))
    unexplained = [*found["history"], *of_rebuild(found, now, run / "built")]
    contradictions, asked = of_verification(run / "verified")
    findings = [*unexplained, *found["otherwise"], *contradictions]
    seen.mkdir(exist_ok=True)
    for name in ("SHA256SUMS", "statement.json"):
        (seen / name).write_bytes((now / name).read_bytes())
    known = was_built(found, run / "built")
    if known and not unexplained:
        explained = {"sums": found["sums"], "commit": found["commit"]}
        text = json.dumps(explained, indent=2) + "\n"
        (seen / "explained.json").write_text(text, encoding="utf-8")
    outcome = f"found {len(findings)}" if findings else "well" if asked and known else "not known"
    with (seen / "log.txt").open("a", encoding="utf-8") as log:
        log.write(f"{found['day']} {found['sums']} {found['commit'] or '-'} {outcome}\n")
    text = "".join(f"{finding}\n" for finding in findings)
    (run / "findings.txt").write_text(text, encoding="utf-8")
    return asked and known


def main(arguments: Sequence[str]) -> int:
    """Judge; 2 on misuse."""
    if len(arguments) != 2:
        print("give SEEN and RUN", file=sys.stderr)
        return 2
    if judge(Path(arguments[0]), Path(arguments[1])):
        return 0
    print("not all could be found out; see the other jobs of this run", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
