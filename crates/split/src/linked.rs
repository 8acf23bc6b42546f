//! What the linker says of the data in memory: where each piece is, and who refers to it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{
    DataKind, KnownCustom, Linking, Operator, Parser, Payload, RelocationEntry, RelocationType, SymbolInfo,
};

/// The data of a module as it was linked, with its relocations (`--emit-relocs`). Later tools change code, not data: all
/// addresses stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Linked {
    /// The pieces, each a symbol of the linker's.
    pub data: Vec<Datum>,
    /// The pieces that code refers to.
    pub coded: BTreeSet<usize>,
    /// The pieces that code refers to by an address outside of them, as that of a table's element before the first.
    pub outside: BTreeSet<usize>,
}

/// A piece of data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Datum {
    /// Its addresses.
    pub range: Range<u32>,
    /// Whether nobody writes to it.
    pub constant: bool,
    /// The pieces that it has addresses of.
    pub refers: Vec<usize>,
}

impl Linked {
    /// Reads what the linker wrote.
    ///
    /// # Errors
    /// What is no wasm, or was linked without `--emit-relocs`.
    pub fn read(wasm: &[u8]) -> Result<Linked> {
        let mut found = Found::default();
        for (index, payload) in (0..).zip(sections(wasm)) {
            found.section(index, payload?)?;
        }
        found.linked().context("It was linked without --emit-relocs.")
    }
}

/// The sections of a module, as relocations count them.
fn sections(wasm: &[u8]) -> impl Iterator<Item = wasmparser::Result<Payload<'_>>> {
    let parts = Parser::new(0).parse_all(wasm);
    parts.filter(|part| part.as_ref().map_or(true, |part| part.as_section().is_some()))
}

#[derive(Default)]
struct Found<'a> {
    /// Where segments begin: in memory, and in the data section.
    segments: Vec<(u32, u32)>,
    /// The segments' names.
    names: Vec<&'a str>,
    symbols: Vec<SymbolInfo<'a>>,
    /// Relocations, by the section that they are in.
    relocations: BTreeMap<u32, Vec<RelocationEntry>>,
    code: Option<u32>,
    data: Option<u32>,
}

impl<'a> Found<'a> {
    fn section(&mut self, index: u32, payload: Payload<'a>) -> Result<()> {
        match payload {
            Payload::CodeSectionStart { .. } => self.code = Some(index),
            Payload::DataSection(section) => {
                self.data = Some(index);
                let start = section.range().start;
                for segment in section {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
                    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
                        continue;
                    };
                    let at = segment.range.end - segment.data.len() as u64 - start;
                    self.segments.push((value as u32, u32::try_from(at)?));
                }
            }
            Payload::CustomSection(section) => match section.as_known() {
                KnownCustom::Linking(linking) => {
                    for part in linking.subsections() {
                        match part? {
                            Linking::SymbolTable(symbols) => {
                                self.symbols = symbols.into_iter().collect::<Result<_, _>>()?;
                            }
                            Linking::SegmentInfo(segments) => {
                                for segment in segments {
                                    self.names.push(segment?.name);
                                }
                            }
                            _ => {}
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    let entries = relocations.entries().into_iter().collect::<Result<_, _>>()?;
                    self.relocations.insert(relocations.section_index(), entries);
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn linked(self) -> Option<Linked> {
        let mut linked = Linked::default();
        // The place among the data of each symbol that is data.
        let mut places = BTreeMap::new();
        for (index, symbol) in (0_u32..).zip(&self.symbols) {
            let SymbolInfo::Data { symbol: Some(symbol), .. } = symbol else { continue };
            let Some(&(address, _)) = self.segments.get(symbol.index as usize) else { continue };
            let from = address + symbol.offset;
            let constant =
                self.names.get(symbol.index as usize).is_some_and(|name| name.starts_with(".rodata"));
            places.insert(index, linked.data.len());
            linked.data.push(Datum { range: from..from + symbol.size, constant, refers: Vec::new() });
        }
        for relocation in self.relocations.get(&self.code?)?.iter().filter(|entry| is_address(entry)) {
            let Some(&datum) = places.get(&relocation.index) else { continue };
            linked.coded.insert(datum);
            let range = &linked.data[datum].range;
            if !(0..=i64::from(range.end - range.start)).contains(&relocation.addend) {
                linked.outside.insert(datum);
            }
        }
        for relocation in self.relocations.get(&self.data?)?.iter().filter(|entry| is_address(entry)) {
            let Some(&to) = places.get(&relocation.index) else { continue };
            // The segment that it is in is the last that begins before it.
            let segment = self.segments.iter().rev().find(|(_, start)| *start <= relocation.offset);
            let Some((address, start)) = segment else { continue };
            let at = address + (relocation.offset - start);
            for from in linked.data.iter_mut().filter(|datum| datum.range.contains(&at)) {
                from.refers.push(to);
            }
        }
        Some(linked)
    }
}

fn is_address(entry: &RelocationEntry) -> bool {
    use RelocationType::{MemoryAddrI32, MemoryAddrLeb, MemoryAddrSleb};
    matches!(entry.ty, MemoryAddrI32 | MemoryAddrLeb | MemoryAddrSleb)
}
