"""The Services that controllers make, by the objects that they make them of: such a name is never missing."""

from svclint.record import NamedTuple


class MadeNames(NamedTuple):
    """The names of the Services made of an object of a kind: `*` stands for a name of the object.

    That name is at the dotted `path`, or, where there is none, at the `otherwise`.
    """

    kind: str
    group: str
    names: tuple[str, ...] = ("*",)
    path: str = "metadata.name"
    otherwise: str = ""


def _made(kind: str, group: str, *names: str) -> MadeNames:
    return MadeNames(kind, group, names)


MADE = (
    MadeNames("Canary", "flagger.app", ("*", "*-primary", "*-canary"), "spec.service.name", "spec.targetRef.name"),
    MadeNames("Experiment", "argoproj.io", ("*",), "spec.templates[].service.name"),
    _made("Service", "serving.knative.dev", "*"),
    _made("Route", "serving.knative.dev", "*"),
    _made("Broker", "eventing.knative.dev", "broker-ingress", "*-kne-trigger"),
    _made("InMemoryChannel", "messaging.knative.dev", "*-kn-channel"),
    _made("InferenceService", "serving.kserve.io", "*", "*-predictor", "*-transformer", "*-explainer", "*-predictor-default"),
    _made("ServiceImport", "multicluster.x-k8s.io", "*"),
    _made("MultiClusterService", "networking.gke.io", "*"),
    _made("Gateway", "gateway.networking.k8s.io", "*", "*-istio", "*-nginx", "*-waypoint", "cilium-gateway-*", "envoy-*", "gloo-proxy-*"),
    _made("Prometheus", "monitoring.coreos.com", "prometheus-operated"),
    _made("PrometheusAgent", "monitoring.coreos.com", "prometheus-agent-operated"),
    _made("Alertmanager", "monitoring.coreos.com", "alertmanager-operated"),
    _made("ThanosRuler", "monitoring.coreos.com", "thanos-ruler-operated"),
    _made("Grafana", "grafana.integreatly.org", "*-service", "grafana-service", "*-alerting"),
    _made("Jaeger", "jaegertracing.io", "*-agent", "*-query", "*-collector", "*-collector-headless"),
    _made("OpenTelemetryCollector", "opentelemetry.io", "*-collector", "*-collector-headless", "*-collector-monitoring"),
    _made("Elasticsearch", "elasticsearch.k8s.elastic.co", "*-es-http", "*-es-transport", "*-es-internal-http"),
    _made("Kibana", "kibana.k8s.elastic.co", "*-kb-http"),
    _made("ApmServer", "apm.k8s.elastic.co", "*-apm-http"),
    _made("Agent", "agent.k8s.elastic.co", "*-agent-http"),
    _made("Kafka", "kafka.strimzi.io", "*-kafka-bootstrap", "*-kafka-brokers", "*-kafka-external-bootstrap", "*-zookeeper-client"),
    _made("KafkaConnect", "kafka.strimzi.io", "*-connect-api", "*-connect"),
    _made("KafkaBridge", "kafka.strimzi.io", "*-bridge-service"),
    _made("Cluster", "postgresql.cnpg.io", "*-rw", "*-ro", "*-r"),
    _made("Pooler", "postgresql.cnpg.io", "*"),
    _made("postgresql", "acid.zalan.do", "*", "*-repl", "*-config", "*-pooler"),
    _made("PostgresCluster", "postgres-operator.crunchydata.com", "*-primary", "*-replicas", "*-ha", "*-pods", "*-pgbouncer"),
    _made("RabbitmqCluster", "rabbitmq.com", "*", "*-nodes"),
    _made("RedisFailover", "databases.spotahome.com", "rfs-*", "rfr-*", "rfrm-*", "rfrs-*"),
    _made("MongoDBCommunity", "mongodbcommunity.mongodb.com", "*-svc"),
    _made("InnoDBCluster", "mysql.oracle.com", "*", "*-instances"),
    _made("PerconaXtraDBCluster", "pxc.percona.com", "*-haproxy", "*-haproxy-replicas", "*-pxc", "*-proxysql"),
    _made("Tenant", "minio.min.io", "minio", "*-console", "*-hl"),
    _made("EtcdCluster", "etcd.database.coreos.com", "*", "*-client"),
    _made("ArgoCD", "argoproj.io", "*-server", "*-repo-server", "*-redis", "*-metrics", "*-server-metrics", "*-dex-server"),
    _made("RayCluster", "ray.io", "*-head-svc"),
    _made("RayService", "ray.io", "*-head-svc", "*-serve-svc"),
    _made("LeaderWorkerSet", "leaderworkerset.x-k8s.io", "*"),
    MadeNames("JobSet", "jobset.x-k8s.io", ("*",), "spec.network.subdomain", "metadata.name"),
    _made("Notebook", "kubeflow.org", "*"),
    _made("FlinkDeployment", "flink.apache.org", "*", "*-rest"),
    _made("SparkApplication", "sparkoperator.k8s.io", "*-ui-svc"),
)
