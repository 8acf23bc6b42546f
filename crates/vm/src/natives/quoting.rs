//! Text and bytes in quotes, as `repr` writes them. Nothing here knows the machine.

use crate::natives::letters::is_printable;

/// Text in quotes as Python writes it; `ascii` escapes all other letters too.
pub(crate) fn escaped(text: &str, ascii: bool) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\\' => out.push_str("\\\\"),
            _ if c == quote => out.extend(['\\', c]),
            _ if is_printable(c) && (c.is_ascii() || !ascii) => out.push(c),
            _ => match u32::from(c) {
                code @ ..=0xff => out.push_str(&format!("\\x{code:02x}")),
                code @ ..=0xffff => out.push_str(&format!("\\u{code:04x}")),
                code => out.push_str(&format!("\\U{code:08x}")),
            },
        }
    }
    out.push(quote);
    out
}

/// Bytes as Python writes them.
pub(crate) fn bytes_repr(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut out = format!("b{quote}");
    for &byte in bytes {
        match byte {
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            b'\\' => out.push_str("\\\\"),
            _ if char::from(byte) == quote => out.extend(['\\', quote]),
            b' '..=b'~' => out.push(byte.into()),
            _ => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(quote);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_quoted_and_escaped() {
        for (text, wanted) in [
            ("plain", "'plain'"),
            ("it's", "\"it's\""),
            ("both ' and \"", "'both \\' and \"'"),
            ("tab\tnul\0", "'tab\\tnul\\x00'"),
            ("é日", "'é日'"),
            ("\u{a0}\u{200b}", "'\\xa0\\u200b'"),
        ] {
            assert_eq!(escaped(text, false), wanted);
        }
        assert_eq!(escaped("é日😀", true), "'\\xe9\\u65e5\\U0001f600'");
    }

    #[test]
    fn bytes_are_quoted_and_escaped() {
        assert_eq!(bytes_repr(b"a'b\n\xff"), "b\"a'b\\n\\xff\"");
    }
}
