"""The cluster IPs that Services ask for by number."""

from collections.abc import Iterator

from svclint.apiserver.address import Address, parse_address
from svclint.model.located import Located
from svclint.model.service import Service


def cluster_ip_claims(service: Service) -> Iterator[tuple[Address, Located[str]]]:
    """Each address once, where it is first asked for; an ExternalName has none, and None is no address."""
    if service.TYPE == "ExternalName":
        return
    seen: set[Address] = set()
    for field in (service.spec.child("clusterIP"), *service.spec.child("clusterIPs").items()):
        asked = field.text()
        address = parse_address(asked.value) if asked.value else None
        if address and asked.value and address not in seen:
            seen.add(address)
            yield address, Located(asked.value, asked.place, asked.path, asked.written)
