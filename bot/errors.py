"""Every error that onrecord raises on purpose.

    OnRecordError
    ├── ConfigError       settings that can't be used; lists every fault at once
    ├── InputError        an input that can't become an article: what, where, what to do
    │   ├── UnreadableError   no rights, missing, binary, wrong encoding, broken file
    │   │   └── WithdrawnError    its publisher took it back
    │   ├── LinkError         a link that may not be followed, or leads to nothing that can be read
    │   ├── TooLargeError     over a limit of size, pages or expansion
    │   └── EmptyError        nothing in it that is text
    ├── StoreError        the archive can't be used
    │   ├── StoreLockedError  another process is writing and didn't finish in time
    │   ├── StoreTooNewError  written by a newer version of onrecord
    │   └── StoreDamagedError not an onrecord archive, or a broken one
    ├── NotOnePersonError a name that is nobody's, or several people's, where one person is meant
    └── ServiceError      Telegram (or another service) can't be reached or refuses us

Messages say what was wrong, where, and what to do; they never hold a token or a user's words. "Nothing found" is
an answer (`Answer.status`), never an exception.
"""


class OnRecordError(Exception):
    """Base of all errors meant for a person to read."""


class ConfigError(OnRecordError):
    """Settings that can't be used; the message has one line a fault."""


class InputError(OnRecordError):
    """An input that can't become an article."""


class UnreadableError(InputError):
    """The input is missing, protected, binary, wrongly encoded or broken."""


class WithdrawnError(UnreadableError):
    """The publisher took the article back."""

    def __init__(self, message: str, names: tuple[str, ...] = ()) -> None:
        """Args: names: What it may be known by: its guid, its link."""
        super().__init__(message)
        self.names = names


class LinkError(InputError):
    """The link may not be followed, or leads to nothing that can be read."""


class TooLargeError(InputError):
    """The input is over a limit of size, pages or expansion."""


class EmptyError(InputError):
    """The input holds no text."""


class StoreError(OnRecordError):
    """The archive can't be used."""


class StoreLockedError(StoreError):
    """Another process holds the archive."""


class StoreTooNewError(StoreError):
    """The archive was written by a newer version."""


class StoreDamagedError(StoreError):
    """The file is not an archive of onrecord, or is broken."""


class NotOnePersonError(OnRecordError):
    """A name that is nobody's, or several people's, where one person is meant."""


class ServiceError(OnRecordError):
    """A service such as Telegram can't be reached or refuses us."""
