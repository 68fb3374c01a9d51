"""The fields that are spoken of in more than one place."""

from typing import Final

from svclint.yaml.path import ROOT

METADATA: Final = ROOT.child("metadata")
NAME: Final = METADATA.child("name")
LABELS: Final = METADATA.child("labels")
ANNOTATIONS: Final = METADATA.child("annotations")
SPEC: Final = ROOT.child("spec")
TYPE: Final = SPEC.child("type")
PORTS: Final = SPEC.child("ports")
SELECTOR: Final = SPEC.child("selector")
CLUSTER_IP: Final = SPEC.child("clusterIP")
CLUSTER_IPS: Final = SPEC.child("clusterIPs")
FAMILIES: Final = SPEC.child("ipFamilies")
POLICY: Final = SPEC.child("ipFamilyPolicy")
EXTERNAL_IPS: Final = SPEC.child("externalIPs")
SOURCE_RANGES: Final = SPEC.child("loadBalancerSourceRanges", shown="LoadBalancerSourceRanges")  # so it prints, since 1.3
HEALTH_CHECK_NODE_PORT: Final = SPEC.child("healthCheckNodePort")
