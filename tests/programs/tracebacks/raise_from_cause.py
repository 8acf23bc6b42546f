"""raise ... from: the cause comes first."""


class ConfigError(Exception):
    pass


def read(table):
    try:
        return table["port"]
    except KeyError as error:
        raise ConfigError("no port set") from error


def start():
    port = read({"host": "local"})
    print(port)


start()
