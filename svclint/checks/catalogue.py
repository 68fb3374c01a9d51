"""Every rule but its check, a line each, sorted by code. Made by `pytest --renew` of the RULE of each module.

So a rule can be named, selected and ignored before its module is imported. The columns: code, module, class, subject, needs, severity,
fixes, options, since, status (`-` for what a rule leaves to the default), and the summary.
"""

LINES = """\
SVC001 reading.unreadable_yaml rejected document document - - - 0.1.0 stable a document is not valid YAML
SVC002 reading.duplicate_key rejected document document - - - 0.1.0 stable a key stands twice in one mapping
SVC003 reading.input_too_large rejected document document - - - 0.1.0 stable a document is too deep or too large to be read
SVC004 reading.unused_ignore hazard unused workspace - safe - 0.1.0 stable a comment or an annotation that silences nothing
SVC005 reading.unknown_ignore hazard suppression document - unsafe - 0.1.0 stable a comment or an annotation that names a rule which there is not
SVC006 reading.ignore_without_reason advice suppression document - - - 0.1.0 stable a comment or an annotation that silences findings and does not say why
SVC007 reading.malformed_ignore hazard malformed document - - - 0.1.0 stable a comment or an annotation that was meant to silence something and silences nothing
SVC009 reading.rule_crashed broken self document - - - 0.1.0 stable a rule of svclint failed on this object
SVC101 admission.unknown_field rejected verdict document - unsafe kubernetes-version 0.1.0 stable a field that a Service does not have
SVC102 admission.wrong_field_type rejected verdict document - safe kubernetes-version 0.1.0 stable a value is of a type that its field does not take
SVC103 admission.invalid_name rejected verdict document - - kubernetes-version 0.1.0 stable the name of a Service is missing, or none that a Service can have
SVC104 admission.invalid_namespace rejected verdict document - - - 0.1.0 stable the namespace of a Service is none that can exist
SVC105 admission.invalid_label rejected verdict document - - - 0.1.0 stable a label of a Service has a key or a value that no label can have
SVC106 admission.invalid_annotation rejected verdict document - - - 0.1.0 stable an annotation has a key that cannot be, or all are too large
SVC107 admission.invalid_selector_label rejected verdict document - - - 0.1.0 stable a selector asks for a label that no pod can have
SVC108 admission.unknown_service_type rejected verdict document - safe+unsafe - 0.1.0 stable the type of a Service is none that Kubernetes has
SVC109 admission.unsupported_value rejected verdict document - safe+unsafe kubernetes-version 0.1.0 stable a field has a value that is none of its fixed ones
SVC110 admission.ports_missing rejected verdict document - - - 0.1.0 stable a Service that needs ports has none
SVC111 admission.invalid_external_name rejected verdict document - - - 0.1.0 stable an ExternalName Service has no externalName, or none that is a DNS name
SVC112 admission.field_forbidden_for_type rejected verdict document - - kubernetes-version 0.1.0 stable a field that the type of the Service does not allow
SVC113 admission.headless_with_node_ports rejected verdict document - - - 0.1.0 stable a Service of type NodePort or LoadBalancer is headless
SVC114 admission.invalid_cluster_ip rejected verdict document - safe kubernetes-version+cluster.service-cidrs 0.1.0 stable a cluster IP is none that a Service can have
SVC115 admission.inconsistent_ip_families rejected verdict document - - - 0.1.0 stable the IP families, their policy and the cluster IPs contradict each other
SVC116 admission.invalid_external_ip rejected verdict document - - kubernetes-version 0.1.0 stable an external IP is not an address that a Service can have
SVC117 admission.invalid_source_range rejected verdict document - - kubernetes-version 0.1.0 stable a source range of a load balancer is not a range of IP addresses
SVC118 admission.invalid_session_timeout rejected verdict document - - - 0.1.0 stable the timeout of session affinity is outside 1-86400 seconds
SVC119 admission.conflicting_topology_annotations rejected verdict document - - - 0.1.0 stable two annotations about topology have different values
SVC120 admission.invalid_load_balancer_class rejected verdict document - - - 0.1.0 stable a loadBalancerClass is none that can exist
SVC201 ports.node_port_out_of_range rejected verdict document - - cluster.node-port-range 0.1.0 stable a node port is outside the cluster's range
SVC202 ports.node_port_collision rejected wiring workspace - - cluster.node-port-range 0.1.0 stable two Services ask for the same node port
SVC203 ports.node_port_repeated rejected verdict document - - - 0.1.0 stable one Service asks for the same node port twice
SVC204 ports.node_port_on_cluster_ip rejected verdict document - unsafe - 0.1.0 stable a Service of type ClusterIP asks for a node port
SVC205 ports.invalid_port_number rejected verdict document - - - 0.1.0 stable a Service port is missing or outside 1-65535
SVC206 ports.invalid_port_name rejected verdict document - - - 0.1.0 stable the name of a Service port is no DNS label
SVC207 ports.port_name_missing rejected verdict document - safe - 0.1.0 stable a Service of several ports has one without a name
SVC208 ports.port_name_repeated rejected verdict document - - - 0.1.0 stable two ports of a Service have one name
SVC209 ports.port_repeated rejected verdict document - - - 0.1.0 stable one Service has the same port and protocol twice
SVC210 ports.unknown_protocol rejected verdict document - safe - 0.1.0 stable the protocol of a port is none that Services have
SVC211 ports.invalid_app_protocol rejected verdict document - - - 0.1.0 stable an appProtocol is no qualified name
SVC212 ports.invalid_target_port rejected verdict document - safe - 0.1.0 stable a targetPort is neither a port number nor a port name
SVC213 ports.misused_health_check_node_port rejected verdict document - - - 0.1.0 stable a healthCheckNodePort where nothing is checked
SVC214 ports.cluster_ip_collision rejected wiring workspace - - cluster.service-cidrs 0.1.0 stable two Services ask for the same cluster IP
SVC215 ports.node_port_in_dynamic_band advice service document - - cluster.node-port-range 0.1.0 stable a fixed node port that automatic allocation may take first
SVC216 ports.node_port_reserved hazard service document - - cluster.node-port-range 0.1.0 stable a node port on which a component of the nodes listens
SVC301 selectors.selector_matches_nothing broken wiring workspace - unsafe default-namespace 0.1.0 stable a selector that no pod template has, while one close by almost has it
SVC302 selectors.selector_matches_other_namespace broken wiring workspace - - default-namespace 0.1.0 stable a selector whose pods are all in another namespace
SVC303 selectors.selector_on_volatile_label hazard wiring workspace - - default-namespace 0.1.0 stable a selector with a label that every upgrade changes
SVC304 selectors.pod_ordinal_out_of_range broken wiring workspace - - default-namespace 0.1.0 stable a selector for a pod of a StatefulSet whose ordinal it never reaches
SVC305 selectors.selector_ignored hazard service document - - - 0.1.0 stable a selector on a Service of type ExternalName
SVC306 selectors.service_without_endpoints advice wiring workspace - - default-namespace 0.1.0 stable a Service without a selector, for which no Endpoints or EndpointSlice is written
SVC307 selectors.selector_shared advice wiring workspace - - default-namespace 0.1.0 stable two Services for the same pods and the same ports
SVC308 selectors.selector_too_wide hazard wiring workspace - - default-namespace+kubernetes-version 0.1.0 stable a selector that also matches pods of another component, with none of its ports
SVC401 targets.target_port_unresolved broken wiring workspace - unsafe default-namespace+kubernetes-version 0.1.0 stable a named targetPort that no selected pod declares
SVC402 targets.target_port_other_protocol broken wiring workspace - - default-namespace+kubernetes-version 0.1.0 stable a named targetPort that the pods declare for another protocol, or in an init container only
SVC403 targets.target_port_partly_resolved hazard wiring workspace - - default-namespace+kubernetes-version 0.1.0 stable a named targetPort that only some of the selected workloads declare
SVC404 targets.target_port_undeclared hazard wiring workspace - - default-namespace 0.1.0 stable a targetPort number beside the ports that the selected pods declare
SVC405 targets.headless_target_port_differs hazard wiring workspace - - default-namespace+kubernetes-version 0.1.0 stable a headless Service whose port is not the one that its pods open
SVC406 targets.endpoint_port_name_mismatch broken wiring workspace - - default-namespace 0.1.0 stable a port that the endpoints written for a Service have under another name
SVC501 changes.cluster_ip_changed rejected transition base - - default-namespace 0.1.0 stable the cluster IP of an existing Service is changed
SVC502 changes.ip_family_changed rejected transition base - - default-namespace 0.1.0 stable the first IP family of an existing Service is changed
SVC503 changes.load_balancer_class_changed rejected transition base - - default-namespace 0.1.0 stable the class of an existing load balancer is changed
SVC504 changes.health_check_node_port_changed rejected transition base - - cluster.node-port-range+default-namespace 0.1.0 stable the healthCheckNodePort of an existing Service is changed
SVC506 changes.secondary_address_dropped rejected transition base - - default-namespace 0.1.0 stable a dual-stack Service loses its second address, and its policy does not allow it
SVC511 changes.illegal_type_transition hazard transition base error - default-namespace+transitions 0.1.0 stable a change of type that takes the Service away from somebody
SVC512 changes.headless_change_ignored hazard transition base - - default-namespace 0.1.0 stable a headless Service is to get a cluster IP, and stays as it is
SVC513 changes.node_port_changed hazard transition base - - apply+cluster.node-port-range+default-namespace+transitions 0.1.0 stable the node port of an existing Service changes, by its number or by a rename
SVC514 changes.port_lost_in_merge hazard transition base - - apply+default-namespace 0.1.0 stable one of two ports with one number is lost or forgotten when kubectl applies the edit
SVC515 changes.still_referenced broken transition base - - default-namespace 0.1.0 stable a Service or a port that is taken away while something still relies on it
SVC516 changes.name_or_namespace_changed hazard transition base - - default-namespace+transitions 0.1.0 stable a Service gets another name or namespace, and the old one stays in the cluster
SVC517 changes.selector_changed hazard transition base - - default-namespace 0.1.0 stable a new selector, which the pods that run before the edit do not match
SVC601 references.backend_service_missing broken reliance workspace - unsafe default-namespace+references+scopes 0.1.0 stable a Service that is named and does not exist, while one close by has almost the name
SVC602 references.backend_port_missing broken reliance workspace - unsafe default-namespace+references 0.1.0 stable a port that the Service named by a route does not have
SVC603 references.governing_service_not_headless hazard reliance workspace - - default-namespace 0.1.0 stable a StatefulSet whose governing Service is not headless, so that its pods have no names in DNS
SVC604 references.governing_service_mismatch broken reliance workspace - - default-namespace 0.1.0 stable a StatefulSet whose governing Service does not select its pods
SVC605 references.backend_without_reference_grant broken reliance workspace - - default-namespace 0.1.0 stable a route into another namespace that no ReferenceGrant allows
SVC606 references.monitor_matches_nothing broken watching workspace - - default-namespace 0.1.0 stable a monitor that selects no Service, while one close by almost has the labels
SVC607 references.monitor_port_missing broken watching workspace - unsafe default-namespace 0.1.0 stable a port of a monitor that none of the Services that it selects has
SVC608 references.webhook_service_port_missing broken reliance workspace - unsafe default-namespace 0.1.0 stable a port that the API server is to call and the Service does not have
SVC609 references.network_policy_uses_service_port hazard guarding workspace - unsafe default-namespace+kubernetes-version 0.1.0 stable a NetworkPolicy that names the port of a Service instead of that of its pods
SVC610 references.hostname_port_mismatch hazard reliance workspace - - default-namespace 0.1.0 stable a host name of a Service, in env, arguments or a ConfigMap, with a port that it has not
SVC611 references.route_weight_or_subset_unmatched hazard reliance workspace - - default-namespace 0.1.0 stable a subset without pods, or one that a route names and no DestinationRule has
SVC701 regrets.external_ips_deprecated hazard service document - - kubernetes-version 0.1.0 stable a Service lists externalIPs, which Kubernetes gives up
SVC702 regrets.load_balancer_ip_deprecated hazard service document - - - 0.1.0 stable a Service asks for its address with loadBalancerIP
SVC703 regrets.legacy_annotation hazard service document - safe - 0.1.0 stable an annotation that Kubernetes has replaced
SVC704 regrets.exported_object_fields hazard service document - unsafe - 0.1.0 stable fields that only the API server writes, copied from a live object
SVC705 regrets.traffic_distribution_deprecated hazard service document - unsafe kubernetes-version 0.1.0 stable a traffic distribution goes by its old name
SVC706 regrets.ignored_field hazard service document - - - 0.1.0 stable a field that means nothing on a Service of this kind
SVC707 regrets.node_port_service advice service document - - - 0.1.0 stable a Service opens its ports on every node
SVC708 regrets.session_affinity_with_local_policy advice service document - - - 0.1.0 stable session affinity that ends at the node by which a client comes in
SVC709 regrets.dns_without_both_protocols advice service document - - - 0.1.0 stable port 53 over TCP alone, or over UDP alone
SVC710 regrets.load_balancer_without_source_ranges advice service document - - - 0.1.0 stable a load balancer that is open to every network
SVC711 regrets.external_name_is_address hazard service document - - - 0.1.0 stable an IPv4 address stands where a DNS name belongs
SVC712 regrets.two_protocols_one_port advice service document - - - 0.1.0 stable one port number under two protocols, of which an apply can lose one
SVC713 regrets.non_canonical_address hazard service document - - kubernetes-version 0.1.0 stable an address or network in an unusual spelling
SVC714 regrets.unreferencable_port_name advice service document - - - 0.1.0 stable a port name that no Ingress can refer to
"""
