"""The version, as a constant: asking the installed distribution for it would cost every start 40 ms."""

VERSION = "0.1.0"
