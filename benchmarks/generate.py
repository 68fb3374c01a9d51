"""A repository, or a stream, of any size: the same bytes for the same size, mixed as real repositories are.

One file in ten says something of Services. The others are what fills real repositories: ConfigMaps, access rules, values, and schemas
of custom resources, which are one file in thirty and half of the bytes. In each folder of forty files a kustomization lists what
can be deployed.
"""

from collections.abc import Iterator

FOLDER = 40

WEB = """\
apiVersion: v1
kind: Service
metadata:
  name: web{0}
  namespace: team{1}
  labels:
    app.kubernetes.io/name: web{0}
    app.kubernetes.io/part-of: shop
spec:
  type: ClusterIP
  selector:
    app.kubernetes.io/name: web{2}
    app.kubernetes.io/component: server
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: metrics
      port: 9090
      targetPort: 9090
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web{0}
  namespace: team{1}
spec:
  replicas: 2
  selector:
    matchLabels:
      app.kubernetes.io/name: web{0}
      app.kubernetes.io/component: server
  template:
    metadata:
      labels:
        app.kubernetes.io/name: web{0}
        app.kubernetes.io/component: server
    spec:
      containers:
        - name: web
          image: example.com/shop/web:1.{0}
          args: ["--listen=:8080", "--log-level=info"]
          env:
            - name: UPSTREAM
              value: http://web{0}.team{1}.svc.cluster.local
          ports:
            - name: http
              containerPort: 8080
            - name: metrics
              containerPort: 9090
          readinessProbe:
            httpGet: {{path: /healthz, port: http}}
          resources:
            requests: {{cpu: 100m, memory: 64Mi}}
"""
INGRESS = """\
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: web{0}
  namespace: team{1}
spec:
  rules:
    - host: web{0}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: web{0}
                port:
                  name: http
"""
CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings{0}\n  namespace: team{1}\ndata:\n  LEVEL: info\n  settings.ini: |\n"
ROLE = """\
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: role{0}
rules:
"""
ROLE_RULE = """\
  - apiGroups: ["group{0}.example.com"]
    resources: ["things", "things/status"]
    verbs: ["get", "list", "watch"]
"""
SCHEMA = """\
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata:
  name: things{0}.group{1}.example.com
spec:
  group: group{1}.example.com
  names: {{kind: Thing{0}, listKind: Thing{0}List, plural: things{0}, singular: thing{0}}}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
"""
PROPERTY = """\
            property{0}:
              description: Says how many of the things of the sort {0} are wanted, and what becomes of those that are left over.
              type: object
              properties:
                count:
                  format: int32
                  minimum: 0
                  type: integer
                kind:
                  description: The kind of the object that is referred to.
                  type: string
"""
VALUES = "replicaCount: 2\nimage:\n  repository: example.com/shop/web\n  tag: 1.{0}\n"
VALUE = "setting{0}:\n  enabled: true\n  # What it is set to where nobody says otherwise.\n  value: some text of number {0}\n"


def manifest(number: int, relevant: int = 10) -> tuple[str, str]:
    """The name and the text of a manifest. One in `relevant` has a Service and its Deployment; one Service in fifty misses by a letter."""
    turn, team = divmod(number, relevant)
    if turn % 3 == 0 and number % relevant == relevant - 1:
        return f"schema{number}.yaml", SCHEMA.format(number, team) + "".join(PROPERTY.format(n) for n in range(60 + number % 41))
    if number % relevant == 1:
        text = WEB.format(number, team, f"{number}x" if turn % 50 == 7 else number)
        return f"web{number}.yaml", text + (INGRESS.format(number, team) if turn % 5 == 0 else "")
    if number % 4 == 2:
        return f"role{number}.yaml", ROLE.format(number) + "".join(ROLE_RULE.format(n) for n in range(4 + number % 9))
    if number % 4 == 3:
        return f"values{number}.yaml", VALUES.format(number) + "".join(VALUE.format(n) for n in range(5 + number % 23))
    lines = (f"    key{n} = value of the setting {n} in file {number}\n" for n in range(10 + number % 37))
    return f"settings{number}.yaml", CONFIG.format(number, team) + "".join(lines)


def repository(files: int) -> Iterator[tuple[str, str]]:
    """The paths and texts of so many files. The first of each folder is a kustomization of those that have a Service."""
    for number in range(files):
        folder = f"apps/group{number // FOLDER // 25}/app{number // FOLDER}"
        if number % FOLDER:
            name, text = manifest(number)
            yield f"{folder}/{name}", text
        else:
            names = [manifest(n)[0] for n in range(number + 1, min(number + FOLDER, files))]
            listed = "".join(f"  - {name}\n" for name in names if name.startswith("web"))
            yield f"{folder}/kustomization.yaml", f"namespace: team{number}\nresources:\n{listed or '  []'}"


def stream(size: int, first: int = 0) -> Iterator[str]:
    """Documents until their text has `size` bytes, as charts render them: one in four says something of Services. Numbered from `first`."""
    written, number = 0, first
    while written < size:
        text = "---\n" + manifest(number, relevant=4)[1]
        written += len(text)
        number += 1
        yield text
