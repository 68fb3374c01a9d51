"""The rules: one file each, grouped by what they talk about. `RULES` lists them all, by code."""

from svclint.checks.admission import unknown_service_type
from svclint.checks.changes import illegal_type_transition
from svclint.checks.ports import (
    invalid_port_number,
    invalid_target_port,
    node_port_collision,
    node_port_on_cluster_ip,
    node_port_out_of_range,
    node_port_repeated,
)
from svclint.checks.reading import duplicate_key, input_too_large, rule_crashed, unreadable_yaml
from svclint.checks.selectors import selector_matches_nothing
from svclint.checks.targets import target_port_undeclared, target_port_unresolved
from svclint.rule.rule import Rule

RULES: tuple[Rule, ...] = (
    unreadable_yaml.RULE,
    duplicate_key.RULE,
    input_too_large.RULE,
    rule_crashed.RULE,
    unknown_service_type.RULE,
    node_port_out_of_range.RULE,
    node_port_collision.RULE,
    node_port_repeated.RULE,
    node_port_on_cluster_ip.RULE,
    invalid_port_number.RULE,
    invalid_target_port.RULE,
    selector_matches_nothing.RULE,
    target_port_unresolved.RULE,
    target_port_undeclared.RULE,
    illegal_type_transition.RULE,
)
