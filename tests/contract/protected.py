"""On whose rights does a contract run itself live? No request may take them away."""

ADMINISTRATOR = "root"
ADMINISTRATOR_TOKEN_ID = "00000000-0000-4000-8000-00000000c0de"  # noqa: S105 - an id, not a secret
RIGHTS_OF_THE_RUN = frozenset({ADMINISTRATOR, ADMINISTRATOR_TOKEN_ID})
