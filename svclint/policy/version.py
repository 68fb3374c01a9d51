"""Kubernetes versions."""


def version_at_least(version: str, major: int, minor: int) -> bool:
    """Whether a Kubernetes version such as "1.36" is that or a newer one."""
    have = tuple(int(part) for part in version.split(".")[:2])
    return have >= (major, minor)
