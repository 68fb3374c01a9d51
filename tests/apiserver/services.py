"""Services for tests: written short, read as the engine reads them."""

import json

from svclint.apiserver.data import Data, Object
from svclint.model.objects import read_objects
from svclint.model.service import Service
from svclint.source.file import SourceFile
from svclint.yaml.read import read_all

PORT: Object = {"name": "http", "port": 80}


def manifest(spec: Object | None = None, **metadata: Data) -> str:
    """A Service called web with one port; `spec` goes over its spec, and `metadata` over its metadata."""
    whole: Object = {"ports": [dict(PORT)], "selector": {"app": "web"}, **(spec or {})}
    return json.dumps({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "web", **metadata}, "spec": whole})


def service(text: str) -> Service:
    """The Service of a manifest. Raises StopIteration where it has none."""
    documents = read_all(SourceFile("service.yaml", text))
    return next(one for document in documents for one in read_objects(document.root) if isinstance(one, Service))
