//! A vector that is cheap to copy: its pages are shared until one of them is written to.

use std::rc::Rc;

use arrayvec::ArrayVec;

/// How many items share a page. Small pages make the first write after a copy cheap, large ones the copy itself.
const PAGE: usize = 16;

/// A growing vector with shared pages. `clone` takes one reference count a page; a write to a shared page copies
/// that page alone.
#[derive(Clone, Debug)]
pub struct Pages<T> {
    pages: Vec<Rc<ArrayVec<T, PAGE>>>,
    len: usize,
}

impl<T> Default for Pages<T> {
    fn default() -> Self {
        Pages { pages: Vec::new(), len: 0 }
    }
}

impl<T: Clone> Pages<T> {
    /// How many items it holds.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds an item at the end.
    pub fn push(&mut self, item: T) {
        if self.len.is_multiple_of(PAGE) {
            self.pages.push(Rc::new(ArrayVec::new()));
        }
        if let Some(last) = self.pages.last_mut() {
            Rc::make_mut(last).push(item);
            self.len += 1;
        }
    }

    /// The item at an index.
    #[inline]
    pub fn get(&self, index: usize) -> &T {
        &self.pages[index / PAGE][index % PAGE]
    }

    /// The item at an index, to be written to: its page is copied first if it is shared.
    #[inline]
    pub fn get_mut(&mut self, index: usize) -> &mut T {
        &mut Rc::make_mut(&mut self.pages[index / PAGE])[index % PAGE]
    }

    /// The items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.pages.iter().flat_map(|page| page.iter())
    }
}
