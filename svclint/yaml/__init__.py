"""From text to located nodes: split, sniff, parse, and scalars as Kubernetes reads them. Knows no Kubernetes object."""
