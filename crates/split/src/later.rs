//! The module that comes later: the functions that move, at their places in the table.

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{Parser, Payload};

use crate::cut::Plan;
use crate::data;
use crate::first::{unreadable, with_calls};
use crate::shape::Shared;

/// What the first module is called by the later one.
const FIRST: &str = "first";

pub(crate) fn encode(wasm: &[u8], plan: &Plan) -> Result<Vec<u8>> {
    let mut same = RoundtripReencoder;
    let (mut types, mut imports) = (TypeSection::new(), ImportSection::new());
    let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
    let mut data = DataSection::new();
    let mut later = Later { plan };
    let mut own = plan.shape.imports..;
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::TypeSection(section) => {
                same.parse_type_section(&mut types, section).map_err(unreadable)?
            }
            Payload::MemorySection(memories) => {
                for memory in memories.into_iter().take(1) {
                    let kind = EntityType::Memory(same.memory_type(memory?).map_err(unreadable)?);
                    imports.import(FIRST, &plan.shape.export(Shared::Memory, 0), kind);
                }
            }
            Payload::TableSection(tables) => {
                for (index, table) in (0..).zip(tables) {
                    let mut table = same.table_type(table?.ty).map_err(unreadable)?;
                    let added = if index == 0 { plan.added.len() as u64 } else { 0 };
                    table.minimum += added;
                    table.maximum = table.maximum.map(|maximum| maximum + added);
                    imports.import(FIRST, &plan.shape.export(Shared::Table, index), EntityType::Table(table));
                }
            }
            Payload::GlobalSection(globals) => {
                for (index, global) in (0..).zip(globals) {
                    let kind = EntityType::Global(same.global_type(global?.ty).map_err(unreadable)?);
                    imports.import(FIRST, &plan.shape.export(Shared::Global, index), kind);
                }
            }
            Payload::CodeSectionEntry(body) => {
                let function = own.next().unwrap_or_default();
                if plan.moves(function) {
                    functions.function(plan.shape.types[function as usize]);
                    let there = |called| !plan.moves(called);
                    code.function(&with_calls(&mut later, plan, &body, there).map_err(unreadable)?);
                }
            }
            Payload::DataSection(section) => {
                for (bytes, segment) in section.into_iter().zip(&plan.shape.segments) {
                    data::add(&mut data, segment, bytes?.data, data::parts(segment, &plan.data, true));
                }
            }
            _ => {}
        }
    }
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&elements(plan))
        .section(&code)
        .section(&data);
    Ok(module.finish())
}

struct Later<'a> {
    plan: &'a Plan<'a>,
}

impl Reencode for Later<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.plan.renamed(function))
    }
}

/// The functions that moved, each at its places; those that stand in a row are one element.
fn elements(plan: &Plan) -> ElementSection {
    let mut elements = ElementSection::new();
    let mut row: Vec<u32> = Vec::new();
    let mut end = 0;
    let mut add = |row: &mut Vec<u32>, end: u32| {
        if !row.is_empty() {
            let from = ConstExpr::i32_const((end - row.len() as u32) as i32);
            elements.active(None, &from, Elements::Functions(std::mem::take(row).into()));
        }
    };
    for (slot, function) in plan.table().filter(|(_, function)| plan.moves(*function)) {
        if slot != end {
            add(&mut row, end);
        }
        row.push(plan.renamed(function));
        end = slot + 1;
    }
    add(&mut row, end);
    elements
}
