"""The parser of YAML: libyaml, or PyYAML's own where it is missing; both give the same events."""

import yaml

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NOTHING = ("", "~", "null")
"""The plain scalars that say nothing; every other is the text that stands there."""
