//! What a program can import, in Python: the text of each module, or what a host has to know to get it.
//!
//! Native programs carry the text (the feature `embedded`). The page carries only the table, and fetches the files that
//! `write` (this crate's command) has put beside it.

use xxhash_rust::xxh3::xxh3_64;

/// A module of the library.
#[derive(Debug)]
pub struct Module {
    /// Its dotted name.
    pub name: &'static str,
    /// The name of the file that has its text, in which the text's hash is; empty when there is no text to get.
    pub file: &'static str,
    /// The modules of the library that it cannot be without, and those that they cannot: never itself.
    pub needs: &'static [&'static str],
    /// The XXH3 hash of its text.
    hash: u64,
    /// Its text, where that is part of what was built, or empty.
    text: Option<&'static str>,
}

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// A module by its dotted name.
pub fn find(name: &str) -> Option<&'static Module> {
    MODULES.binary_search_by(|module| module.name.cmp(name)).ok().map(|at| &MODULES[at])
}

impl Module {
    /// Its text, where that was built in: it is with the feature `embedded`, and where there is none to get.
    pub fn text(&self) -> Option<&'static str> {
        self.text
    }

    /// Whether a text that a host got somewhere is the module's, to the letter.
    pub fn is_text(&self, text: &str) -> bool {
        xxh3_64(text.as_bytes()) == self.hash
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_module_is_found_by_its_name() {
        for module in MODULES {
            assert!(std::ptr::eq(find(module.name).unwrap(), module));
        }
        assert!(find("nonsense").is_none());
    }

    #[test]
    fn a_text_is_told_from_another() {
        let threading = find("threading").unwrap();
        let text = threading.text().unwrap();
        assert!(threading.is_text(text));
        assert!(!threading.is_text(&text.replacen('a', "b", 1)));
        assert!(!threading.is_text(""));
    }

    #[test]
    fn files_are_as_many_as_texts() {
        let files: BTreeSet<_> =
            MODULES.iter().map(|module| module.file).filter(|file| !file.is_empty()).collect();
        let texts = MODULES.iter().filter(|module| module.text().is_some_and(|text| !text.is_empty()));
        assert_eq!(files.len(), texts.count());
    }

    #[test]
    fn what_is_needed_is_complete() {
        for module in MODULES {
            assert!(!module.needs.contains(&module.name), "{} needs itself", module.name);
            for needed in module.needs {
                let further = find(needed).unwrap().needs;
                let missing =
                    further.iter().find(|name| !module.needs.contains(name) && **name != module.name);
                assert_eq!(missing, None, "{} needs {needed}", module.name);
            }
        }
    }
}
