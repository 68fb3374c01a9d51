"""Text and places in it: files, spans, edits. Knows neither YAML nor Kubernetes."""
