//! A vector that is cheap to copy: its pages are shared until one of them is written to.

use std::rc::Rc;

use arrayvec::ArrayVec;

/// How many items share a page. Small pages make the first write after a copy cheap, large ones the copy itself.
pub(crate) const PAGE: usize = 16;

/// Items that are shared together.
#[derive(Clone, Debug)]
pub(crate) struct Page<T> {
    items: ArrayVec<T, PAGE>,
    /// Which of them were written to since [`Pages::forget_writes`], as bits.
    written: u16,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Page { items: ArrayVec::new(), written: 0 }
    }
}

impl<T> Page<T> {
    /// The items that were written to, each with its place in the page.
    pub(crate) fn written(&self) -> impl Iterator<Item = (usize, &T)> {
        self.items.iter().enumerate().filter(|(place, _)| self.written >> place & 1 == 1)
    }
}

/// A growing vector with shared pages. `clone` takes one reference count a page; a write to a shared page copies
/// that page alone.
#[derive(Clone, Debug)]
pub struct Pages<T> {
    pages: Vec<Rc<Page<T>>>,
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
            self.pages.push(Rc::default());
        }
        if let Some(last) = self.pages.last_mut() {
            Rc::make_mut(last).items.push(item);
            self.len += 1;
        }
    }

    /// How many pages there are.
    pub(crate) fn pages(&self) -> usize {
        self.pages.len()
    }

    /// Adds an item to a page that has room for it, making the pages up to it; from then on the items are no longer
    /// without gaps, and [`Pages::push`] must not be used. Gives the item's index.
    pub(crate) fn push_to_page(&mut self, page: usize, item: T) -> usize {
        if page >= self.pages.len() {
            self.pages.resize(page + 1, Rc::default());
        }
        let items = &mut Rc::make_mut(&mut self.pages[page]).items;
        items.push(item);
        let index = page * PAGE + items.len() - 1;
        self.len = self.pages.len() * PAGE;
        index
    }

    /// Whether there is an item at an index.
    pub(crate) fn has(&self, index: usize) -> bool {
        self.pages.get(index / PAGE).is_some_and(|page| index % PAGE < page.items.len())
    }

    /// A page that is not the very one that another vector has at this place.
    pub(crate) fn page_unlike(&self, other: &Pages<T>, page: usize) -> Option<&Rc<Page<T>>> {
        let own = &self.pages[page];
        if other.pages.get(page).is_some_and(|theirs| Rc::ptr_eq(own, theirs)) { None } else { Some(own) }
    }

    /// The item at an index.
    #[inline]
    pub fn get(&self, index: usize) -> &T {
        &self.pages[index / PAGE].items[index % PAGE]
    }

    /// The item at an index, to be written to: its page is copied first if it is shared.
    #[inline]
    pub fn get_mut(&mut self, index: usize) -> &mut T {
        let page = Rc::make_mut(&mut self.pages[index / PAGE]);
        page.written |= 1 << (index % PAGE);
        &mut page.items[index % PAGE]
    }

    /// From here on it is noted anew which items are written to.
    pub(crate) fn forget_writes(&mut self) {
        for page in self.pages.iter_mut().filter(|page| page.written != 0) {
            Rc::make_mut(page).written = 0;
        }
    }

    /// The items in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.pages.iter().flat_map(|page| page.items.iter())
    }
}
