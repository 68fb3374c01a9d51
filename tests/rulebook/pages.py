"""A page of no real rule, for the tests of reading it."""

PAGE = """\
# a-rule (SVC999)

| | |
| --- | --- |
| class | broken |
| severity | error |
| subject | Service |
| needs | workspace |
| fix | unsafe |
| options | none |
| since | 0.1.0 |

## What it checks

Whether **it** works, as [the docs](https://example.com/docs) say, in a sentence that is longer than a line of a hundred letters.

- an item that is so long that it must be wrapped, because nobody reads lines of more than a hundred letters, not here
- another

## Why it matters

```yaml
## not a heading: a comment
```

## Examples

### The wrong port

It is wrong.

```yaml
# a comment
port: 0  # error: 7 [a-rule]
name: x  # ok: [a-rule, other-rule]
```

```diagnostics
error[a-rule]: no
```

```yaml fixed
port: 1
```

### A change

`before/web.yaml`:

```yaml
a: 1
```

`after/web.yaml`:
```yaml
a: 2  # warning: [a-rule]
```

`deploy.json`:

```json
{}
```

```toml
pedantic = true
```

`web.yaml`:
```yaml fixed
a: 1
```

## Fix

None.

## Options

None.

## Suppress

`# svclint: ignore[a-rule]`

## See also

SVC998
"""
