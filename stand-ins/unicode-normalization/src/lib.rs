//! Names outside ASCII are taken as they are written: two spellings of one letter are two names.

/// What the parser asks of text.
pub trait UnicodeNormalization {
    /// The characters in normal form KC: here, as they are.
    fn nfkc(&self) -> impl Iterator<Item = char>;
}

impl UnicodeNormalization for str {
    fn nfkc(&self) -> impl Iterator<Item = char> {
        self.chars()
    }
}
