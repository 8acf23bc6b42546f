QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3


class Error(Exception):
    pass


class Dialect:
    delimiter = ","
    quotechar = '"'
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    doublequote = True
    skipinitialspace = False
    escapechar = None
    strict = False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator = "\n"
    quoting = QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=excel, **options):
    _dialects[name] = type(name, (dialect,), options)


def list_dialects():
    return list(_dialects)


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def _chosen(dialect, options):
    chosen = _dialects.get(dialect, dialect) if isinstance(dialect, str) else dialect
    made = chosen() if isinstance(chosen, type) else chosen
    for name, value in options.items():
        setattr(made, name, value)
    return made


class reader:
    def __init__(self, csvfile, dialect="excel", **options):
        self.dialect = _chosen(dialect, options)
        self.line_num = 0
        self._lines = iter(csvfile)

    def __iter__(self):
        return self

    def __next__(self):
        line = next(self._lines)
        self.line_num += 1
        dialect = self.dialect
        fields, field, quoted, was_quoted, place = [], "", False, False, 0
        while True:
            if place >= len(line):
                if not quoted:
                    break
                try:
                    line = next(self._lines)
                except StopIteration:
                    break
                self.line_num += 1
                place = 0
                continue
            letter = line[place]
            place += 1
            if quoted:
                if letter == dialect.quotechar and line[place : place + 1] == letter:
                    field += letter
                    place += 1
                elif letter == dialect.quotechar:
                    quoted = False
                else:
                    field += letter
            elif letter == dialect.quotechar and not field and dialect.quoting != QUOTE_NONE:
                quoted = was_quoted = True
            elif letter == dialect.delimiter:
                fields.append(self._value(field, was_quoted))
                field, was_quoted = "", False
            elif letter in "\r\n":
                continue
            elif not (letter == " " and not field and dialect.skipinitialspace):
                field += letter
        if fields or field or was_quoted:
            fields.append(self._value(field, was_quoted))
        return fields

    def _value(self, field, was_quoted):
        return float(field) if self.dialect.quoting == QUOTE_NONNUMERIC and not was_quoted else field


class writer:
    def __init__(self, csvfile, dialect="excel", **options):
        self.dialect = _chosen(dialect, options)
        self._file = csvfile

    def _shown(self, value, is_only):
        dialect = self.dialect
        text = "" if value is None else str(value)
        special = [letter for letter in (dialect.delimiter, dialect.quotechar, "\r", "\n") if letter in text]
        number = isinstance(value, (int, float))
        if dialect.quoting == QUOTE_ALL or dialect.quoting == QUOTE_NONNUMERIC and not number or special or is_only and not text:
            if dialect.quoting != QUOTE_NONE:
                return dialect.quotechar + text.replace(dialect.quotechar, dialect.quotechar * 2) + dialect.quotechar
        return text

    def writerow(self, row):
        row = list(row)
        line = self.dialect.delimiter.join([self._shown(value, len(row) == 1) for value in row])
        return self._file.write(line + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", **options):
        self.reader = reader(f, dialect, **options)
        self._names = fieldnames
        self.restkey = restkey
        self.restval = restval

    @property
    def fieldnames(self):
        if self._names is None:
            try:
                self._names = next(self.reader)
            except StopIteration:
                pass
        return self._names

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        found = dict(zip(names, row))
        if len(row) > len(names):
            found[self.restkey] = row[len(names) :]
        for name in names[len(row) :]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", **options):
        self.fieldnames = fieldnames
        self.restval = restval
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        wrong = [name for name in rowdict if name not in self.fieldnames]
        if wrong and self.extrasaction == "raise":
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(name) for name in wrong]))
        return self.writer.writerow([rowdict.get(name, self.restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
