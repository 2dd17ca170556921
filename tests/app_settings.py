"""With which settings do tests run the service?"""

from service.settings import Settings, load_settings


def make_settings(**values: object) -> Settings:
    """Return testing settings, changed by `values` (by field name)."""
    defaults = {
        "profile": "testing",
        "log_level": "WARNING",
        "rate_limits_enabled": "false",
        "argon2_time_cost": "1",
        "argon2_memory_kib": "64",
    }
    given = {**defaults, **{name: str(value) for name, value in values.items()}}
    return load_settings({f"BINDERY_{name.upper()}": value for name, value in given.items()})
