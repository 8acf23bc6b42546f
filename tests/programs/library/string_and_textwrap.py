"""string's constants and templates; textwrap."""

import string
import textwrap

print(string.ascii_lowercase, string.digits, string.punctuation, string.hexdigits)
print(string.capwords("hello big  world"), repr(string.whitespace))
letter = string.Template("Dear $name, you owe ${amount}0 $$")
print(letter.substitute(name="Ann", amount=5), letter.safe_substitute(amount=1))
for misuse in (lambda: letter.substitute(name="x"), lambda: string.Template("a $ b").substitute()):
    try:
        misuse()
    except (KeyError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
text = """
    first
      second

    third"""
print(textwrap.dedent(text))
print(textwrap.indent("a\n\nb\n", "> "))
long = "The quick brown fox jumped over the lazy dog, a well-known animal of this country-side."
print(textwrap.fill(long, 24))
print(textwrap.wrap("an unbelievablylongword indeed", 10), textwrap.shorten(long, 30))
print(textwrap.fill(long, 30, initial_indent="* ", subsequent_indent="  "))
