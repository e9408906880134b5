"""Two states of a table without the rows that are the same to the byte, so that the engine reads only the others.

Taking a row out of both states changes nothing about the others, as long as every key is there once. Where that cannot be seen from
the lines alone there is no sieve, and the engine reads everything.
"""

from __future__ import annotations

from itertools import islice, repeat
from operator import lt

from corrigenda.package.tables.row_counts import count_rows
from corrigenda.package.tables.table import Table

# Greater than the key of any row: the end of a file.
_END = b"\xff"


def sieve(old: Table, new: Table) -> tuple[bytes, bytes] | None:
    """Return both states as CSV without the lines that they share; None where a line may be no row or keys do not grow.

    What they share is sound because the old file is; what is returned is still to be judged.
    """
    names = [field.name for field in old.fields]
    if names != [field.name for field in new.fields] or not old.key == new.key == (names[0],) or count_rows(old) is None:
        return None
    before, after = old.file.read_bytes(), new.file.read_bytes()
    header = before[: before.index(b"\n") + 1]
    if not after.startswith(header) or not after.endswith(b"\n"):
        return None
    lines = before.split(b"\n")[1:-1]
    keys = [line.partition(b",")[0] for line in lines]
    if not all(map(lt, keys, islice(keys, 1, None))) or keys[:1] == [b""]:
        return None
    # A quote may hide a line end, or be another way to write a key.
    if b'"' in before and (b'\n"' in before or any(count % 2 for count in map(bytes.count, lines, repeat(b'"')))):
        return None
    rest = _merge(lines, after.split(b"\n")[1:-1])
    return rest and (header + _joined(rest[0]), header + _joined(rest[1]))


def _merge(old: list[bytes], new: list[bytes]) -> tuple[list[bytes], list[bytes]] | None:
    """Return the lines that only one side has; None where a new line may be no row, or the keys of the new ones do not grow."""
    gone: list[bytes] = []
    came: list[bytes] = []
    before, after = iter([*old, _END]), iter([*new, _END])
    last = b""
    while True:
        for one, other in zip(before, after, strict=True):
            if one != other:
                break
            last = one
        else:
            return gone, came
        while one != other:
            key, new_key = _key(one), _key(other)
            if new_key <= key:
                if _key(last) >= new_key or other[:1] == b'"' or other.count(b'"') % 2:
                    return None
                came.append(other)
                last, other = other, next(after)
            if key <= new_key:
                gone.append(one)
                one = next(before)
        if one == _END:
            return gone, came
        if _key(last) >= _key(one):
            return None
        last = one


def _key(line: bytes) -> bytes:
    return line.partition(b",")[0]


def _joined(lines: list[bytes]) -> bytes:
    return b"".join(line + b"\n" for line in lines)
