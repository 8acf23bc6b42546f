"""Rows of text written and read, and addresses taken apart."""
import csv
import io
from urllib.parse import parse_qs, quote, unquote, urlencode, urljoin, urlparse, urlsplit

text = io.StringIO()
writer = csv.writer(text)
writer.writerow(["name", "note", "count"])
writer.writerows([["ann", 'says "hi"', 1], ["bob", "a, b", None], ["line", "one\ntwo", 2.5]])
print(repr(text.getvalue()))
text.seek(0)
for row in csv.reader(text):
    print(row)
text.seek(0)
for row in csv.DictReader(text):
    print(row["name"], row["count"])
table = io.StringIO()
rows = csv.DictWriter(table, fieldnames=["a", "b"], delimiter=";", lineterminator="\n", quoting=csv.QUOTE_NONNUMERIC)
rows.writeheader()
rows.writerow({"a": 1, "b": "x"})
try:
    rows.writerow({"c": 1})
except ValueError as error:
    print(error)
print(table.getvalue())

address = urlparse("https://user:pw@Example.org:8080/a/b;p?q=1&q=2&r=a+b#top")
print(address.scheme, address.netloc, address.path, address.params, address.query, address.fragment)
print(address.hostname, address.port, address.username, parse_qs(address.query), address.geturl())
print(urlsplit("/only/path"), urlparse("mailto:ann@example.org").path)
print(urljoin("http://x.org/a/b.html", "c.html"), urljoin("http://x.org/a/b/", "../d"), urljoin("http://x.org/a", "/e?f"))
print(urljoin("http://x.org/", "//y.org/z"), urljoin("http://x.org/a", "https://y.org"))
print(quote("a b/ü?"), unquote("a%20b%2F%C3%BC"), urlencode({"q": "a b", "n": 1}))
