"""An exception raised while another is handled: both are shown."""

settings = {"depth": "three"}


def depth():
    try:
        return int(settings["depth"])
    except ValueError:
        return settings["fallback"]


depth()
