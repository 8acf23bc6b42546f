

class RotatingFileHandler(_logging.FileHandler):
    def __init__(self, filename, mode="a", maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        self.maxBytes = maxBytes
        self.backupCount = backupCount
        _logging.FileHandler.__init__(self, filename, "a" if maxBytes > 0 else mode, encoding, delay, errors)

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes > 0:
            self.stream.seek(0, 2)
            return self.stream.tell() + len(self.format(record) + "\n") >= self.maxBytes
        return False

    def doRollover(self):
        if self.stream:
            self.stream.close()
            self.stream = None
        name = self.baseFilename
        for number in range(self.backupCount - 1, 0, -1):
            if _os.path.exists(f"{name}.{number}"):
                _os.rename(f"{name}.{number}", f"{name}.{number + 1}")
        if self.backupCount > 0:
            _os.rename(name, f"{name}.1")
        else:
            self.mode = "w"
        self.stream = self._open()

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            _logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)


# A run never lasts long enough for a file to be put away by its age.
class TimedRotatingFileHandler(_logging.FileHandler):
    def __init__(self, filename, when="h", interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None):
        _logging.FileHandler.__init__(self, filename, "a", encoding, delay, errors)
