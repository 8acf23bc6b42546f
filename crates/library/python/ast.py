# The only function of `ast` that does not look into CPython's compiler.
import _evaluate


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.strip(" \t\n")
    if not _is_literal(text):
        raise ValueError(f"malformed node or string on line 1: {text!r}")
    return eval(text)


# Whether a text consists of nothing but literals and displays of them.
def _is_literal(text):
    place = 0
    after_value = False
    while place < len(text):
        letter = text[place]
        end = place + 1
        if letter in " \t\n":
            place = end
            continue
        if letter in "\"'":
            end = _end_of_text(text, place)
            after_value = True
        elif letter.isdigit() or letter == ".":
            while end < len(text) and (text[end].isalnum() or text[end] in "._" or text[end] in "+-" and text[end - 1] in "eE"):
                end += 1
            after_value = True
        elif letter.isalpha() or letter == "_":
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
            word = text[place:end]
            if word == "set" and text[end:end + 2] == "()":
                end += 2
            elif word not in ("True", "False", "None") and (word.lower() not in ("b", "r", "u", "br", "rb") or text[end:end + 1] not in ("'", '"')):
                return False
            after_value = word in ("True", "False", "None", "set")
        elif letter in "([{":
            if after_value:
                return False
        elif letter in ")]}":
            after_value = True
        elif letter in "+-":
            if after_value and not text.rstrip(")").endswith(("j", "J")):
                return False
            after_value = False
        elif letter in ",:":
            after_value = False
        else:
            return False
        place = end
    return True


def _end_of_text(text, place):
    quote = text[place:place + 3] if text[place:place + 3] in ("'''", '"""') else text[place]
    place += len(quote)
    while place < len(text) and not text.startswith(quote, place):
        place += 2 if text[place] == "\\" else 1
    return place + len(quote)
