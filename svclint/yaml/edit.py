"""Edits that add an entry to a mapping or take one away, in the style that the mapping is written in."""

from collections.abc import Iterable

from svclint.source.edit import Edit
from svclint.source.place import Place
from svclint.yaml.node import Mapping


def add_entry(mapping: Mapping, name: str, value: str) -> Edit | None:
    """Insert `name: value` as the first entry; None where the mapping has no text of its own to insert into."""
    if mapping.alias is not None or not mapping.entries:
        return None
    if _is_flow(mapping):
        return Edit(Place(mapping.file, mapping.begin + 1, mapping.begin + 1), f"{name}: {value}, ")
    begin = mapping.entries[0][0].begin
    column = mapping.file.position(begin).column
    return Edit(Place(mapping.file, begin, begin), f"{name}: {value}{_line_break(mapping)}{' ' * (column - 1)}")


def remove_entry(mapping: Mapping, name: str) -> Edit | None:
    """Delete the entry `name` with its line; None where it is the only one, or not written in this mapping."""
    entry = mapping.fields.get(name)
    keys = [key for key, _ in mapping.entries]
    if mapping.alias is not None or entry is None or entry.merge or entry.key not in keys or len(keys) < 2:
        return None
    index = keys.index(entry.key)
    text = mapping.file.text
    begin, end = entry.key.begin, max(entry.key.end, _end_of(mapping, index))
    if _is_flow(mapping):
        return _flow_removal(mapping, index, index)
    line_begin = text.rfind("\n", 0, begin) + 1
    if text[line_begin:begin].strip():  # behind the dash of an item: the next entry takes its place
        between = text[end : keys[index + 1].begin] if index + 1 < len(keys) else "#"
        return None if "#" in between else Edit(Place(mapping.file, begin, keys[index + 1].begin), "")
    line_end = text.find("\n", end)
    return Edit(Place(mapping.file, line_begin, len(text) if line_end < 0 else line_end + 1), "")


def remove_entries(mapping: Mapping, names: Iterable[str]) -> dict[str, Edit]:
    """For each of the entries `names` that can be deleted, the edit that does; neighbours in braces have one in common."""
    edits = {name: edit for name in names if (edit := remove_entry(mapping, name))}
    if not _is_flow(mapping):
        return edits
    keys = [key for key, _ in mapping.entries]
    indices = sorted(keys.index(mapping.fields[name].key) for name in edits)
    if len(indices) == len(keys):
        return {}
    runs: list[list[int]] = []
    for index in indices:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    removed = {index: _flow_removal(mapping, run[0], run[-1]) for run in runs for index in run}
    return {name: removed[keys.index(mapping.fields[name].key)] for name in edits}


def _flow_removal(mapping: Mapping, first: int, last: int) -> Edit:
    """Delete the entries of a mapping in braces from one to another, with the commas behind them, or else the one before them."""
    if last + 1 < len(mapping.entries):
        return Edit(Place(mapping.file, mapping.entries[first][0].begin, mapping.entries[last + 1][0].begin), "")
    return Edit(Place(mapping.file, _end_of(mapping, first - 1), max(mapping.entries[last][0].end, _end_of(mapping, last))), "")


def _is_flow(mapping: Mapping) -> bool:
    return mapping.file.text[mapping.begin : mapping.begin + 1] == "{"


def _end_of(mapping: Mapping, index: int) -> int:
    value = mapping.entries[index][1]
    return value.alias.end if value.alias else value.end


def _line_break(mapping: Mapping) -> str:
    return "\r\n" if "\r\n" in mapping.file.text[:4096] else "\n"
