"""What kustomize 5 builds from the kustomizations that were read, without running it."""
