//! Immutable bytes.

use std::rc::Rc;

/// A Python `bytes`: shared, immutable, compared by content.
///
/// The length is with the bytes and not beside the pointer, so that no value takes more than two words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bytes(Rc<Box<[u8]>>);

impl Bytes {
    /// Whether both are the very same object.
    pub fn same(&self, other: &Bytes) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }

    /// Who shares it, for those who count what is shared once.
    pub(crate) fn owner(&self) -> &Rc<Box<[u8]>> {
        &self.0
    }
}

impl std::ops::Deref for Bytes {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(bytes: Vec<u8>) -> Bytes {
        Bytes(Rc::new(bytes.into()))
    }
}

impl From<&[u8]> for Bytes {
    fn from(bytes: &[u8]) -> Bytes {
        Bytes(Rc::new(bytes.into()))
    }
}

impl FromIterator<u8> for Bytes {
    fn from_iter<I: IntoIterator<Item = u8>>(bytes: I) -> Bytes {
        Bytes(Rc::new(bytes.into_iter().collect()))
    }
}
