"""The fetcher (`bot.ports.Fetcher`): what may be loaded, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.fetch.door import Door
from bot.model import Fetched, Validators

NOTHING_KNOWN = Validators()


@dataclass(frozen=True, slots=True)
class Web:
    """Loads what links lead to: the public web, by http and https, within limits, as robots.txt allows."""

    user_agent: str
    """Who we are, with our name for robots.txt before a slash: "onrecord/1 (...)"."""
    max_bytes: int = 20_000_000
    max_seconds: float = 20.0
    max_redirects: int = 5
    door: Door = field(default_factory=Door)
    robots: dict[str, tuple[float, str]] = field(default_factory=dict, compare=False, repr=False)
    """By host, when its robots.txt was loaded and what it says; filled as links are loaded."""

    def fetch(self, link: str, known: Validators = NOTHING_KNOWN) -> Fetched | None:
        """What the link leads to; None where it is still what the validators were given with.

        Raises:
            LinkError: No link of the web, not allowed, not there, of no kind that articles come in, or too slow.
            TooLargeError: It is too large.
        """
        from bot.fetch.loading import load  # what speaks with servers takes a while to load

        return load(self, link, known)
