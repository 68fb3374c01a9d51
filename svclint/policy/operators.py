"""Pods that operators make from custom resources: what their labels look like. Data (semantics.md §4.3)."""

from collections.abc import Mapping

# A label whose key is in one of these domains, or below one, is written by an operator.
_DOMAINS = frozenset(
    """
    acid.zalan.do actions.github.com agent.datadoghq.com altinity.com app.starrocks.ownerref camunda.io cassandra.datastax.com
    cnpg.io cockroachlabs.com couchbase.com crossplane.io crunchydata.com databases.spotahome.com dragonflydb.io druid.apache.org
    elastic.co events.argoproj.io flink.apache.org flinkoperator.k8s.io gateway.envoyproxy.io gateway.networking.k8s.io
    hazelcast.com istio.io jobset.sigs.k8s.io k8s.mariadb.com k8ssandra.io kafka.banzaicloud.io kserve.io kubeblocks.io kubedb.com
    kubevirt.io leaderworkerset.sigs.k8s.io minio.min.io mongodb.com mysql.oracle.com nats.io opensearch.org
    operator.prometheus.io opster.io percona.com pingcap.com pulsar.apache.org rabbitmq.com ray.io redis.redis.opstreelabs.in
    scylla scylla-operator.scylladb.com serving.knative.dev solr.apache.org sparkoperator.k8s.io stackgres.io strimzi.io
    temporal.io training.kubeflow.org v1.min.io vitess.io volcano.sh workflows.argoproj.io yugabyte.com
    """.split()
)
_KEYS = frozenset(
    """
    alertmanager cluster-name connection-pooler eventbus-name eventsource-name infinispan_cr kubevirt.io prometheus
    redisfailovers-role rook_cluster sensor-name spark-app-name spark-app-selector spark-role spilo-role thanos-ruler
    vault_cr
    """.split()
)
# Pairs that only together tell. A value is a list of alternatives; `*` at an end of one stands for anything.
_MARKS: tuple[dict[str, str], ...] = (
    {"application": "spilo db-connection-pooler"},
    {"istio": "ingressgateway egressgateway eastwestgateway"},
    {"app": "rook-ceph-* csi-rbdplugin* csi-cephfsplugin*"},
    {"app": "*", "component": "jobmanager taskmanager"},
    {"component": "mysqld mysqlrouter"},
    {"app.kubernetes.io/component": "rabbitmq", "app.kubernetes.io/part-of": "rabbitmq"},
    {"app.kubernetes.io/component": "redis sentinel", "app.kubernetes.io/part-of": "redis-failover"},
    {"app.kubernetes.io/component": "cfg haproxy mongod mongos orchestrator proxysql pxc", "app.kubernetes.io/instance": "*"},
    {"app.kubernetes.io/managed-by": "*-operator *.io *.com"},
    {"app.kubernetes.io/created-by": "*-operator"},
    {"app.kubernetes.io/name": "alertmanager prometheus prometheus-agent thanos-ruler"},
    # Static pods and add-ons of kubeadm.
    {"tier": "control-plane"},
    {"k8s-app": "kube-apiserver kube-controller-manager kube-dns kube-proxy kube-scheduler"},
    {"component": "cloud-controller-manager etcd kube-apiserver kube-controller-manager kube-proxy kube-scheduler"},
)


def operator_made(pairs: Mapping[str, str]) -> bool:
    """Whether a selector of these pairs means pods that an operator, or the kubelet itself, makes: no manifest shows them.

    Where a workload has the pairs all the same, it is selected: this only explains that nothing is.
    """
    return any(map(_is_operators, pairs)) or any(
        all(key in pairs and _fits(pairs[key], values) for key, values in mark.items()) for mark in _MARKS
    )


def _is_operators(key: str) -> bool:
    domain, slash, _ = key.partition("/")
    if key in _KEYS:
        return True
    while slash and domain:
        if domain in _DOMAINS:
            return True
        domain = domain.partition(".")[2]
    return False


def _fits(value: str, words: str) -> bool:
    return any(
        value.endswith(word[1:]) if word[0] == "*" else value.startswith(word[:-1]) if word[-1] == "*" else value == word
        for word in words.split()
    )
