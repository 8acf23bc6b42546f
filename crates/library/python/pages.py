from time import sleep as _sleep

_told = False


# A page that is always the same for an address, after a time that is always the same: 0.1 to 0.5 seconds.
def fetch(url, timeout=None):
    global _told
    if not _told:
        _told = True
        __write_error__("Interleave: nothing here reaches the network, so downloads are simulated\n")
    code = 0
    for letter in url:
        code = (code * 31 + ord(letter)) % 1000003
    delay = 0.1 + code % 401 / 1000
    if isinstance(timeout, tuple):
        timeout = timeout[-1]
    if timeout is not None and delay > timeout:
        _sleep(timeout)
        return None
    _sleep(delay)
    host = url.split("//", 1)[-1].split("/")[0]
    return (
        f"<!doctype html>\n<html>\n<head><title>{host}</title></head>\n"
        f"<body>\n<h1>{host}</h1>\n<p>A simulated page for {url}</p>\n</body>\n</html>\n"
    )
