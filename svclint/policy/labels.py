"""Labels that no manifest shows: those that controllers add to pods, and those of pods that operators make. Data."""

# Keys that a controller writes on the pods of a workload (semantics.md §4.2): a selector may use them.
ADDED_TO_PODS = frozenset(
    """
    apps.kubernetes.io/pod-index batch.kubernetes.io/controller-uid batch.kubernetes.io/job-completion-index
    batch.kubernetes.io/job-name controller-revision-hash controller-uid deployment deploymentconfig job-name
    kubevirt.io kubevirt.io/created-by pod-template-generation pod-template-hash rollouts-pod-template-hash
    security.istio.io/tlsMode service.istio.io/canonical-name service.istio.io/canonical-revision sidecar.istio.io/inject
    linkerd.io/control-plane-ns statefulset.kubernetes.io/pod-name topology.kubernetes.io/region topology.kubernetes.io/zone
    vm.kubevirt.io/name
    """.split()
)

# Keys of pods that an operator makes from a custom resource, or labels at run time (semantics.md §4.3).
_OPERATOR_DOMAINS = (
    "acid.zalan.do/",
    "cassandra.datastax.com/",
    "clickhouse.altinity.com/",
    "cnpg.io/",
    "crossplane.io/",
    "elasticsearch.k8s.elastic.co/",
    "flink.apache.org/",
    "gateway.envoyproxy.io/",
    "gateway.networking.k8s.io/",
    "jobset.sigs.k8s.io/",
    "k8s.elastic.co/",
    "k8s.mariadb.com/",
    "k8ssandra.io/",
    "kibana.k8s.elastic.co/",
    "kubevirt.io/",
    "leaderworkerset.sigs.k8s.io/",
    "logstash.k8s.elastic.co/",
    "mongodb.com/",
    "mysql.oracle.com/",
    "opensearch.org/",
    "operator.prometheus.io/",
    "opster.io/",
    "pkg.crossplane.io/",
    "postgres-operator.crunchydata.com/",
    "ray.io/",
    "redis.redis.opstreelabs.in/",
    "scylla-operator.scylladb.com/",
    "scylla/",
    "serving.knative.dev/",
    "sparkoperator.k8s.io/",
    "strimzi.io/",
    "v1.min.io/",
    "workflows.argoproj.io/",
)
_OPERATOR_KEYS = frozenset(
    """
    alertmanager cluster-name connection-pooler eventbus-name eventsource-name istio.io/gateway-name prometheus
    redisfailovers-role redis-role rook_cluster sensor-name spark-app-selector spark-role spilo-role thanos-ruler
    vault-active vault-initialized vault-sealed vault-version vault_cr
    """.split()
)


def is_operators(key: str) -> bool:
    """Whether a label of this key marks pods that an operator makes or labels: no manifest shows them."""
    return key in _OPERATOR_KEYS or key.startswith(_OPERATOR_DOMAINS)
