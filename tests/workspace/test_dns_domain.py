"""The cluster's DNS domain decides which host names are those of Services, whatever kind names them."""

import pytest

from svclint.source.file import SourceFile
from svclint.workspace.facts import read_facts

TEXTS = {
    "ConfigMap": "apiVersion: v1\nkind: ConfigMap\ndata: {url: 'http://web.shop.svc.DOMAIN/'}\n",
    "Deployment": (
        "apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n"
        "      - env: [{name: URL, value: web.shop.svc.DOMAIN:80}]\n"
    ),
    "VirtualService": (
        "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\n"
        "spec: {http: [{route: [{destination: {host: web.shop.svc.DOMAIN}}]}]}\n"
    ),
}


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("domain", ["cluster.local", "corp.example"])
@pytest.mark.parametrize("written", ["cluster.local", "corp.example"])
def test_host(kind: str, domain: str, written: str) -> None:
    facts = read_facts(SourceFile("m.yaml", TEXTS[kind].replace("DOMAIN", written)), dns_domain=domain)
    names = [(one.name.value, one.namespace and one.namespace.value) for one in facts.links.references]
    assert names == [("web", "shop")] * (domain == written)
