"""What long work says of how far it is, written down."""

from dataclasses import dataclass, field


@dataclass
class Account:
    """A `Progress` that writes down what it is told."""

    totals: list[int] = field(default_factory=list)
    named: list[str] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    open: bool = False

    def begin(self, total: int) -> None:
        assert not self.open
        self.totals.append(total)
        self.counts.append(0)
        self.open = True

    def now(self, what: str) -> None:
        self.named.append(what)

    def done(self, count: int = 1) -> None:
        assert self.open
        self.counts[-1] += count

    def end(self) -> None:
        self.open = False
