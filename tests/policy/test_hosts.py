"""Host names of Services in text: the forms that count, and those that do not."""

import pytest

from svclint.policy.hosts import find_hosts, has_hosts, is_of_cluster

FOUND = {
    "web.shop.svc": "web/shop",
    "web.shop.svc.cluster.local": "web/shop",
    "web.shop.svc.cluster.local.": "web/shop",
    "see web.shop.svc.": "web/shop",
    "web.shop.svc:80": "web/shop:80",
    "web.shop.svc.cluster.local:80,": "web/shop:80",
    "http://web.shop.svc/path": "web/shop:80 implied",
    "https://user:pw@web.shop.svc.cluster.local/": "web/shop:443 implied",
    "http://web.shop.svc": "web/shop",
    "http://web.shop.svc:$PORT/": "web/shop",
    "web-0.web.shop.svc:80": "web/shop:80 of pod",
    "$(POD).web.shop.svc": "web/shop",
    "${POD}.web.shop.svc": "web/shop",
    "_http._tcp.web.shop.svc.cluster.local": "web/shop:http",
    "web.shop.svc.$(DOMAIN):80": "web/shop:80",
    "web.shop.svc.{{ .domain }}": "",
    '"a\\nweb.shop.svc"': "web/shop",
    "<value>web.shop.svc:80</value>": "web/shop:80",
    "web.shop.svc.example.com": "",
    "web.shop.svc.clusterset.local": "",
    "web.shop.svcs": "",
    "web.$(NS).svc": "",
    "$(NAME).shop.svc": "",
    "${P}-web.shop.svc": "",
    "*.shop.svc": "",
    "a.b.c.web.shop.svc": "",
    "Web.Shop.svc": "",
    "shop.svc": "",
    ".svc": "",
    "# web.shop.svc": "",
    "x: 1 # web.shop.svc": "",
    "  // http://web.shop.svc:80": "",
    "web:80": "web:80 bare",
    "http://web:8080/x": "web:8080 bare",
    "http://web.shop:8080": "web/shop:8080 bare",
    "redis://:secret@cache:6379/0": "cache:6379 bare",
    "--upstream=web:80": "web:80 bare",
    "a:80,b:81": "a:80 bare, b:81 bare",
    "web:8": "",
    "web:80.1": "",
    "web:80:90": "",
    "10.0.0.1:80": "",
    "12:30": "",
    "localhost:80": "",
    "a.b.c:80": "",
    "example.com/web:80": "",
    "image: web:8080": "",
    "$web:80": "",
    "${web}:80": "",
    "web:80x": "",
    "web:123456": "",
}


def shown(text: str) -> str:
    parts = []
    for host in find_hosts(text, 0, len(text)):
        assert text[host.begin : host.end].startswith(host.name) or f".{host.name}." in text[host.begin : host.end]
        name = f"{host.name}/{host.namespace}" if host.namespace else host.name
        implied = host.port is not None and host.port_begin == host.begin
        assert implied or host.port is None or text[host.port_begin : host.port_end].lstrip("_") == str(host.port)
        told = [f":{host.port}" if host.port else "", *(" implied",) * implied, *(" bare",) * host.bare, *(" of pod",) * host.of_pod]
        parts.append(name + "".join(told))
    return ", ".join(parts)


@pytest.mark.parametrize("text", FOUND)
def test_hosts(text: str) -> None:
    assert shown(text) == FOUND[text]
    assert has_hosts(text, 0, len(text)) == bool(FOUND[text])


# With the domain corp.example.
OF_A_DOMAIN = {
    "web.shop.svc.corp.example:80": "web/shop",
    "web.shop.svc.corp.example.": "web/shop",
    "web.shop.svc": "web/shop",
    "web.shop.svc.{{ .domain }}": "",
    "web.shop.svc.cluster.local": "",
    "web.shop.svc.corp.example.org": "",
    "web.shop.svc.corpXexample": "",
}


@pytest.mark.parametrize("text", OF_A_DOMAIN)
def test_hosts_of_another_domain(text: str) -> None:
    found = [f"{host.name}/{host.namespace}" for host in find_hosts(text, 0, len(text), "corp.example")]
    assert found == [one for one in [OF_A_DOMAIN[text]] if one]
    assert has_hosts(text, 0, len(text), "corp.example") == bool(found)


@pytest.mark.parametrize(
    ("rest", "answer"),
    [
        (".svc", True),
        (".svc.", True),
        (".svc.corp.example", True),
        (".svc.cluster.local", False),
        (".svc.corp.example.org", False),
        ("", False),
    ],
)
def test_what_follows_a_namespace(rest: str, answer: bool) -> None:
    assert is_of_cluster(rest, "corp.example") is answer


def test_only_the_stretch_counts_and_what_stands_before_it_is_seen() -> None:
    text = "a:80 ${x}web:81"
    assert [host.port for host in find_hosts(text, 0, 4)] == [80]
    assert list(find_hosts(text, 9, len(text))) == []


def test_long_texts_take_no_longer_than_short_ones() -> None:
    for text in ("a" * 200_000 + ".svc", ".svc" * 50_000, "a:80" * 50_000, "a." * 100_000 + ":80", "://" * 50_000 + "a:80"):
        assert len(list(find_hosts(text, 0, len(text)))) <= 1
    assert len(list(find_hosts("a:80 " * 50_000, 0, 250_000))) == 50_000
