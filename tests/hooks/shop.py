"""A small repository: what its files say, and edits of them."""

WEB = """\
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  type: NodePort
  selector:
    app: web
  ports:
  - port: 80
    targetPort: http
"""
PODS = """\
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec: {containers: [{name: web, image: web, ports: [{name: http, containerPort: 8080}]}]}
"""
INGRESS = """\
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: web, namespace: shop}
spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
"""
OLD = """\
apiVersion: v1
kind: Service
metadata: {name: old, namespace: shop}
spec:
  type: NodePort
  ports: [{port: 80, nodePort: 29999}]
"""
"""A mistake that everybody knows of."""

LOST = WEB.replace("app: web", "app: wob")
"""A Service that selects no pods."""

RENAMED = PODS.replace("app: web", "app: wob")
"""The pods, with another label."""

CLOSED = WEB.replace("NodePort", "ClusterIP")
"""The Service, no longer open to the outside."""

VENDORED = OLD.replace("name: old", "name: vendored")

FILES = {
    "web.yaml": WEB,
    "pods.yaml": PODS,
    "ingress.yaml": INGRESS,
    "old.yaml": OLD,
    "vendor/web.yaml": VENDORED,
    "README.md": "A shop.\n",
    "svclint.toml": 'exclude = ["vendor/**"]\n',
}

AT_OLD = "old.yaml node-port-out-of-range"
AT_WEB = "web.yaml selector-matches-nothing"
