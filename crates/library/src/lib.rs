//! What a program can import, in Python: the text of each module, or only what a host has to know of it.
//!
//! Native programs carry the text (the feature `embedded`). The page carries only the table, and gets the modules
//! compiled (`interleave-compiled`).

/// A module of the library.
#[derive(Debug)]
pub struct Module {
    /// Its dotted name.
    pub name: &'static str,
    /// The modules of the library that it cannot be without, and those that they cannot: never itself.
    pub needs: &'static [&'static str],
    /// Its text, where that is part of what was built, or empty.
    text: Option<&'static str>,
}

include!(concat!(env!("OUT_DIR"), "/library.rs"));

/// A module by its dotted name.
pub fn find(name: &str) -> Option<&'static Module> {
    MODULES.binary_search_by(|module| module.name.cmp(name)).ok().map(|at| &MODULES[at])
}

impl Module {
    /// Its text, where that was built in: it is with the feature `embedded`, and where there is none.
    pub fn text(&self) -> Option<&'static str> {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_found_by_its_name() {
        for module in MODULES {
            assert!(std::ptr::eq(find(module.name).unwrap(), module));
        }
        assert!(find("nonsense").is_none());
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
