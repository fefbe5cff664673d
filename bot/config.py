"""Settings: built-in values, over them `config.toml`, over that the environment. All faults are reported at once.

The classes are plain dataclasses, so that a command without any configuration needn't load pydantic; their checks
(`annotated_types`, `Literal`) are pydantic's to enforce as soon as a file or a variable gives a value.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Gt, Le, MinLen
from platformdirs import user_config_path, user_data_path

from bot.errors import ConfigError

ENVIRONMENT_PREFIX = "ONRECORD_"
SECRET_KEYS = frozenset({"telegram.token", "telegram.webhook_secret"})
"""Keys whose value is never shown, not even when it is faulty."""


@dataclass(frozen=True, slots=True)
class StoreSettings:
    """Where the archive is kept."""

    path: Path = field(default_factory=lambda: user_data_path("onrecord") / "archive.sqlite")
    samples: bool = True
    """Load the sample articles into an empty archive."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """How articles are read."""

    max_megabytes: Annotated[float, Gt(0), Le(1024)] = 20.0
    """Larger inputs are refused."""
    workers: Annotated[int, Ge(0), Le(256)] = 0
    """Processes that read in parallel; 0: one a core."""
    columns: tuple[str, ...] = ()
    """Of tables, the columns that aren't called as usual: "text=Inhalt"."""
    max_seconds: Annotated[float, Gt(0), Le(86_400)] = 60.0
    """An input, or an article, that takes a process longer is given up."""
    max_memory_megabytes: Annotated[int, Ge(500), Le(1_000_000)] = 2000
    """An input that makes its process need more is given up; about 300 are needed for any."""
    folders: tuple[Path, ...] = ()
    """What /reload loads in Telegram: the operator's folders (or files)."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """How links are loaded. Only the public web is, and only what robots.txt allows."""

    user_agent: Annotated[str, MinLen(3)] = "onrecord/1 (reads news articles for its users)"
    """Who we are, to servers: a name for robots.txt, a slash, and best an address at which you can be reached."""
    max_seconds: Annotated[float, Gt(0), Le(600)] = 20.0
    """A link that takes longer is given up."""
    max_redirects: Annotated[int, Ge(0), Le(20)] = 5

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class TelegramSettings:
    """How the bot speaks with Telegram. Only `onrecord run` needs any of it."""

    token: str | None = field(default=None, repr=False)
    """From @BotFather. Never printed or logged."""
    token_file: Path | None = None
    """A file that holds the token and nothing else; used where `token` is not given."""
    mode: Literal["polling", "webhook"] = "polling"
    base_url: Annotated[str, MinLen(1)] = "https://api.telegram.org/bot"
    base_file_url: Annotated[str, MinLen(1)] = "https://api.telegram.org/file/bot"
    poll_interval: Annotated[float, Ge(0), Le(60)] = 0.2
    """Seconds between two requests for updates."""
    webhook_listen: str = "127.0.0.1"
    webhook_port: Annotated[int, Ge(1), Le(65535)] = 8443
    webhook_url: str | None = None
    """The public https link at which Telegram reaches the bot."""
    webhook_secret: str | None = field(default=None, repr=False)
    access: Literal["open", "allow", "invite"] = "open"
    """Who may ask: everybody; only `allow` and `admins`; or those and whoever was let in by an invitation."""
    allow: tuple[int, ...] = ()
    """Telegram ids of users and chats."""
    admins: tuple[int, ...] = ()
    """Telegram ids of users."""
    rate_per_minute: Annotated[int, Ge(1), Le(600)] = 20
    """Messages that one user may send in a minute."""
    burst: Annotated[int, Ge(1), Le(100)] = 5
    """Messages that one user may send at once."""
    group_rate_per_minute: Annotated[int, Ge(1), Le(600)] = 20
    """Messages of one group that are answered in a minute, whoever sends them; Telegram allows no more."""
    news_wait: Annotated[float, Gt(0), Le(3600)] = 20.0
    """Seconds without another new article after which those who follow something are told."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class RetentionSettings:
    """How long the archive remembers those who ask. What is older is deleted, each hour while the bot runs."""

    memory_minutes: Annotated[float, Gt(0), Le(1440)] = 30.0
    """For what a chat was last about: what "he" means."""
    update_days: Annotated[float, Ge(1), Le(30)] = 2.0
    """For the numbers of updates answered; Telegram may repeat one within a day."""
    button_days: Annotated[float, Ge(1), Le(3650)] = 365.0
    """For the messages behind buttons, since they were shown last; older buttons say that they are too old."""
    invite_days: Annotated[float, Gt(0), Le(365)] = 7.0
    """For codes of invitation."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class LogSettings:
    """What the bot writes to stderr while it runs. Never a token, never what people write."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings, by section."""

    store: StoreSettings = field(default_factory=StoreSettings)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    links: LinkSettings = field(default_factory=LinkSettings)
    telegram: TelegramSettings = field(default_factory=TelegramSettings)
    retention: RetentionSettings = field(default_factory=RetentionSettings)
    log: LogSettings = field(default_factory=LogSettings)

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}


def load(path: Path | None = None, environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings in force.

    Args:
        path: The file that `--config` names. Without it `config.toml` in the working folder, else the one in the
            user's configuration folder, else none.
        environment: Variables such as `ONRECORD_STORE__PATH`; they win over the file. Lists are comma-separated.

    Raises:
        ConfigError: The file can't be read, or values are faulty: a line a fault, with its key, what was given and
            what is allowed.
    """
    source = path or _found()
    given = _from_file(source) if source else {}
    faults = _merge(given, environment)
    settings = _checked(given, faults, source) if given or faults else Settings()
    return replace(settings, telegram=_with_token(settings.telegram))


def _found() -> Path | None:
    places = (Path("config.toml"), user_config_path("onrecord") / "config.toml")
    return next((place for place in places if place.is_file()), None)


def _from_file(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: can't be read ({error.strerror}); check --config and the file's rights") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: is not valid TOML: {error}") from error


def _merge(given: dict[str, Any], environment: Mapping[str, str]) -> list[str]:
    """Put the variables over the file's values; the faults among their names."""
    faults = []
    for name in sorted(environment):
        if not name.startswith(ENVIRONMENT_PREFIX):
            continue
        section, separator, key = name.removeprefix(ENVIRONMENT_PREFIX).lower().partition("__")
        table = given.setdefault(section, {}) if separator else None
        if not isinstance(table, dict) or not key:
            faults.append(f"{name}: names no setting; variables look like ONRECORD_STORE__PATH")
            continue
        value: Any = environment[name]
        table[key] = [part.strip() for part in value.split(",") if part.strip()] if key in _list_keys() else value
    return faults


def _list_keys() -> set[str]:
    sections = (ReadingSettings, TelegramSettings)
    return {f.name for one in sections for f in fields(one) if str(f.type).startswith("tuple")}


def _checked(given: dict[str, Any], faults: list[str], source: Path | None) -> Settings:
    from pydantic import TypeAdapter, ValidationError  # a third of a second that a plain start can do without

    try:
        settings = TypeAdapter(Settings).validate_python(given)
    except ValidationError as error:
        faults = faults + [_worded(fault) for fault in error.errors(include_url=False)]
    if faults:
        where = source or "the environment"
        raise ConfigError("\n".join([f"faulty settings ({where}):", *(f"  {fault}" for fault in faults)]))
    return settings


def _worded(fault: Any) -> str:
    key = ".".join(str(part) for part in fault["loc"])
    if fault["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return f"{key}: there is no such setting; config.example.toml lists them all"
    given = "" if key in SECRET_KEYS else f"{fault['input']!r} given; "
    return f"{key}: {given}{fault['msg'].removeprefix('Input ')}"


def _with_token(telegram: TelegramSettings) -> TelegramSettings:
    if telegram.token or telegram.token_file is None:
        return telegram
    try:
        token = telegram.token_file.expanduser().read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"telegram.token_file: {telegram.token_file} can't be read; check the path and its rights"
        ) from error
    return replace(telegram, token=token or None)
