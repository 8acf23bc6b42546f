//! Immutable text that knows its length in characters and remembers its hash.

use std::cell::Cell;
use std::fmt;
use std::rc::Rc;

use xxhash_rust::xxh3::xxh3_64;

/// A Python `str`: shared, immutable, compared by content.
#[derive(Clone)]
pub struct Str(Rc<Text>);

struct Text {
    text: Box<str>,
    chars: u32,
    /// See [`Str::place`].
    place: Cell<u32>,
    /// 0 until it is first asked for.
    hash: Cell<u64>,
}

impl Str {
    /// Takes the text as it is.
    pub fn new(text: impl Into<Box<str>>) -> Str {
        let text = text.into();
        let chars = if text.is_ascii() { text.len() } else { text.chars().count() };
        Str(Rc::new(Text { text, chars: chars as u32, place: Cell::default(), hash: Cell::default() }))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0.text
    }

    /// How many characters (code points) it has, which is Python's `len`.
    pub fn char_len(&self) -> usize {
        self.0.chars as usize
    }

    /// Whether every character is one byte, so that an index of a character is an index of a byte.
    pub fn is_ascii(&self) -> bool {
        self.0.chars as usize == self.0.text.len()
    }

    /// The character at an index that counts characters.
    pub fn char_at(&self, index: usize) -> Option<char> {
        if self.is_ascii() {
            self.0.text.as_bytes().get(index).map(|&b| b as char)
        } else {
            self.0.text.chars().nth(index)
        }
    }

    /// The same number for the same text, on every machine.
    pub fn hash(&self) -> u64 {
        let known = self.0.hash.get();
        if known != 0 {
            return known;
        }
        let hash = hash_text(&self.0.text);
        self.0.hash.set(hash);
        hash
    }

    /// Where in the dict of a class this name was found last: a guess, which whoever uses it verifies.
    pub(crate) fn place(&self) -> &Cell<u32> {
        &self.0.place
    }

    /// Whether it has more than one owner.
    pub(crate) fn is_shared(&self) -> bool {
        Rc::strong_count(&self.0) > 1
    }

    /// Where it is in memory: the same for the very same object.
    pub(crate) fn address(&self) -> usize {
        Rc::as_ptr(&self.0).addr()
    }

    /// Whether both are the very same object.
    pub fn same(&self, other: &Str) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::hash::Hash for Str {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        state.write_u64(Str::hash(self));
    }
}

/// The hash of a [`Str`] with this text.
pub(crate) fn hash_text(text: &str) -> u64 {
    xxh3_64(text.as_bytes()).max(1)
}

impl PartialEq for Str {
    fn eq(&self, other: &Str) -> bool {
        self.same(other) || (self.hash() == other.hash() && self.as_str() == other.as_str())
    }
}

impl Eq for Str {}

impl PartialOrd for Str {
    fn partial_cmp(&self, other: &Str) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Str {
    fn cmp(&self, other: &Str) -> std::cmp::Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl fmt::Debug for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.as_str())
    }
}

impl fmt::Display for Str {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<&str> for Str {
    fn from(text: &str) -> Str {
        Str::new(text)
    }
}

impl From<String> for Str {
    fn from(text: String) -> Str {
        Str::new(text)
    }
}

impl std::ops::Deref for Str {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl std::borrow::Borrow<str> for Str {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl Default for Str {
    fn default() -> Str {
        Str::new("")
    }
}
