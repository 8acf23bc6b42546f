//! A program as an address has it: its source, deflated where that makes it shorter, in the letters that addresses may
//! hold. Deflating is the browser's work; here is the form around it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::own::LONGEST_PROGRAM;

/// An address may hold at most so many characters of a program. Messengers and browsers cut or refuse longer ones.
pub const LONGEST_PACKED: usize = 30_000;

/// What the first character says of what follows.
const PLAIN: char = '0';
const DEFLATED: char = '1';

/// What a packed text holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Packed {
    /// The text's own bytes.
    Plain(Vec<u8>),
    /// The text deflated, without a head (RFC 1951).
    Deflated(Vec<u8>),
}

/// Why a packed text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Broken {
    /// A later release packed it in another way.
    Newer,
    /// Something of it is missing or wrong.
    Damaged,
    /// This browser cannot unpack it.
    NoInflating,
    /// It is longer than a program may be.
    TooLong,
}

impl Broken {
    /// What there is to say about it.
    pub fn in_words(self) -> &'static str {
        match self {
            Broken::Newer => {
                "The program in this link was packed by a later release of Interleave. This is the lesson instead."
            }
            Broken::Damaged => {
                "The program in this link cannot be read: part of the link may be missing. This is the lesson instead."
            }
            Broken::NoInflating => {
                "This browser is too old to read the program in this link. This is the lesson instead."
            }
            Broken::TooLong => "The program in this link is too long. This is the lesson instead.",
        }
    }
}

impl Packed {
    /// The shorter one: a text as it is, or deflated.
    pub fn shortest(text: &str, deflated: Option<Vec<u8>>) -> Packed {
        match deflated {
            Some(deflated) if deflated.len() < text.len() => Packed::Deflated(deflated),
            _ => Packed::Plain(text.as_bytes().to_vec()),
        }
    }

    /// As characters of an address; none if they are too many.
    pub fn write(&self) -> Option<String> {
        let (kind, bytes) = match self {
            Packed::Plain(bytes) => (PLAIN, bytes),
            Packed::Deflated(bytes) => (DEFLATED, bytes),
        };
        let mut text = String::from(kind);
        URL_SAFE_NO_PAD.encode_string(bytes, &mut text);
        (text.len() <= LONGEST_PACKED).then_some(text)
    }

    /// Reads what [`Packed::write`] wrote.
    ///
    /// # Errors
    /// It is nothing of the kind.
    pub fn read(text: &str) -> Result<Packed, Broken> {
        if text.len() > LONGEST_PACKED {
            return Err(Broken::TooLong);
        }
        let mut rest = text.chars();
        let kind = rest.next().ok_or(Broken::Damaged)?;
        let bytes = URL_SAFE_NO_PAD.decode(rest.as_str());
        match kind {
            PLAIN => bytes.map(Packed::Plain).map_err(|_| Broken::Damaged),
            DEFLATED => bytes.map(Packed::Deflated).map_err(|_| Broken::Damaged),
            '2'..='9' => Err(Broken::Newer),
            _ => Err(Broken::Damaged),
        }
    }
}

/// The source in bytes that were unpacked or read from a file, its line ends as the editor has them.
///
/// # Errors
/// A sentence that says what is wrong with it, where `what` is what it calls it.
pub fn source_of(bytes: Vec<u8>, what: &str) -> Result<String, String> {
    if bytes.len() > LONGEST_PROGRAM {
        return Err(format!(
            "{what} is too long: {} bytes, and at most {LONGEST_PROGRAM} are run here.",
            bytes.len()
        ));
    }
    let text = String::from_utf8(bytes)
        .map_err(|_| format!("{what} is not text in UTF-8, as Python programs are."))?;
    if text.contains('\0') {
        return Err(format!("{what} is not text: it has zero bytes in it."));
    }
    Ok(text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n"))
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    #[test]
    fn a_plain_text_comes_back() {
        let text = "print('größer', \"☃\")\n";
        let packed = Packed::shortest(text, None).write().expect("it is short");
        expect!["0cHJpbnQoJ2dyw7bDn2VyJywgIuKYgyIpCg"].assert_eq(&packed);
        assert_eq!(Packed::read(&packed), Ok(Packed::Plain(text.as_bytes().to_vec())));
    }

    #[test]
    fn what_is_not_made_shorter_stays_plain() {
        assert_eq!(Packed::shortest("ab", Some(vec![1, 2])), Packed::Plain(b"ab".to_vec()));
        let deflated = Packed::shortest("aaaa", Some(vec![0xfb, 0xff]));
        assert_eq!(deflated.write().as_deref(), Some("1-_8"));
        assert_eq!(Packed::read("1-_8"), Ok(deflated));
    }

    #[test]
    fn what_is_broken_is_told_apart() {
        for (text, why) in [
            ("", Broken::Damaged),
            ("0a", Broken::Damaged),
            ("1+/", Broken::Damaged),
            ("ü", Broken::Damaged),
            ("<script>", Broken::Damaged),
            ("2abcd", Broken::Newer),
        ] {
            assert_eq!(Packed::read(text), Err(why), "{text}");
        }
        assert_eq!(Packed::read(&"0".repeat(LONGEST_PACKED + 1)), Err(Broken::TooLong));
        assert_eq!(Packed::Plain(vec![0; LONGEST_PACKED]).write(), None);
    }

    #[test]
    fn a_file_is_text_or_it_is_said_why_not() {
        let read = |bytes: &[u8]| source_of(bytes.to_vec(), "a.py");
        assert_eq!(read(b"\xef\xbb\xbfx = 1\r\ny\rz\n").as_deref(), Ok("x = 1\ny\nz\n"));
        expect!["a.py is not text in UTF-8, as Python programs are."]
            .assert_eq(&read(b"\xff\xfe").unwrap_err());
        expect!["a.py is not text: it has zero bytes in it."].assert_eq(&read(b"PK\0\0").unwrap_err());
        expect!["a.py is too long: 100001 bytes, and at most 100000 are run here."]
            .assert_eq(&read(&vec![b'#'; LONGEST_PROGRAM + 1]).unwrap_err());
    }
}
