"""Tables, a row an article: CSV and TSV, by Python's own reader, and Parquet, by pyarrow."""

from __future__ import annotations

import csv
import io
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bot.errors import InputError, TooLargeError, UnreadableError
from bot.model import Article
from bot.parse.encoding import decode
from bot.parse.records import FIELDS, Record, is_article, plain_keys, story_of
from bot.parse.story import article_of

logger = logging.getLogger(__name__)

MOST_ROWS = 100_000
LARGEST = 200_000_000
"""Bytes that the columns of a Parquet file may unpack to."""
LARGEST_CELL = 5_000_000
"""Characters."""
BATCH = 256
"""Rows of a Parquet file unpacked at a time."""
HEADER = 4096
"""Characters at the beginning in which the delimiter is looked for."""
PARQUET = b"PAR1"
DELIMITERS = "\t;|,"


def read(name: str, data: bytes, columns: Sequence[str] = ()) -> list[Article]:
    """Each row with a text, and a headline or link, in order; a row that can't be used never loses the others.

    Args:
        name: What the table is called.
        data: The whole of it.
        columns: "field=column" for columns that aren't called as usual; see `bot.parse.records.FIELDS`.

    Raises:
        EmptyError, UnreadableError: No table, none with articles, or none that may be used.
        TooLargeError: Too many rows, or it unpacks to too much.
    """
    named = _named(columns)
    found: list[Article] = []
    failed: InputError | None = None
    header: list[str] = []
    for number, row in enumerate(_rows(data, named), 1):
        header = list(row)
        if number > MOST_ROWS:
            raise TooLargeError(f"has over {MOST_ROWS:,} rows; split it")
        record = plain_keys(_renamed(row, named))
        if not is_article(record):
            continue
        try:
            found.append(replace(article_of(story_of(record)), format="table"))
        except InputError as error:
            failed = error
            logger.warning("%s: row %d %s", name, number, error)
    if found:
        return found
    raise failed or UnreadableError(
        f"is a table without articles (columns: {', '.join(header)[:200]}); say which column is what: "
        "--column text=NAME --column headline=NAME"
    )


def _named(columns: Sequence[str]) -> dict[str, str]:
    """Column -> the name that tells its field best."""
    pairs = [one.partition("=") for one in columns]
    unknown = sorted({field for field, _, column in pairs if field not in FIELDS or not column})
    if unknown:
        raise UnreadableError(f"can't map {', '.join(unknown)}; columns are given as FIELD=NAME of {', '.join(FIELDS)}")
    return {column: FIELDS[field].split()[0] for field, _, column in pairs}


def _renamed(row: Record, named: Mapping[str, str]) -> Record:
    """The row with the columns that were named under their fields' names; these win over columns of such names."""
    kept = {column: value for column, value in row.items() if column not in named}
    return kept | {field: row[column] for column, field in named.items() if column in row}


def _rows(data: bytes, named: Mapping[str, str]) -> Iterator[Record]:
    return _of_parquet(data, named) if data.startswith(PARQUET) else _of_text(decode(data).removeprefix("\ufeff"))


def _of_text(text: str) -> Iterator[Record]:
    csv.field_size_limit(LARGEST_CELL)
    line = text[:HEADER].lstrip("\r\n").partition("\n")[0]
    delimiter = max(DELIMITERS, key=line.count)
    try:
        yield from csv.DictReader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter, restkey="")
    except csv.Error as error:
        raise UnreadableError(f"is a broken table ({error}); save it again") from error


def _of_parquet(data: bytes, named: Mapping[str, str]) -> Iterator[Record]:
    """The rows, of those columns alone that a field is looked for in."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise UnreadableError("is a Parquet table; to read it: pip install 'onrecord[tables]'") from error
    try:
        table = parquet.ParquetFile(pa.BufferReader(data))
        wanted = [column for column in table.schema_arrow.names if _is_field(column) or column in named]
        groups = (table.metadata.row_group(at) for at in range(table.metadata.num_row_groups))
        if sum(group.total_byte_size for group in groups) > LARGEST:
            raise TooLargeError("unpacks to too much; split it")
        for batch in table.iter_batches(BATCH, columns=wanted, use_threads=False):
            yield from _plain(batch.to_pylist())
    except (pa.ArrowException, OSError, ValueError, TypeError, OverflowError) as error:
        raise UnreadableError(f"is a broken Parquet table ({type(error).__name__}); save it again") from error


def _is_field(column: str) -> bool:
    (plain,) = plain_keys({column: None})
    return plain == "type" or any(plain in names.split() for names in FIELDS.values())


def _plain(rows: Iterable[Record]) -> Iterator[Record]:
    """Rows with their moments as texts."""
    for row in rows:
        yield {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
