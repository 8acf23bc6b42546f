//! What has to be known of a module before it is cut.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Result, bail};
use wasm_encoder::MemArg;
use wasm_encoder::reencode::{self, Reencode, utils};
use wasmparser::{
    CompositeInnerType, Data, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody, GlobalType,
    KnownCustom, Name, Operator, Parser, Payload, TypeRef,
};

use crate::first::unreadable;

/// What a module consists of, by the indices that it uses itself.
#[derive(Debug, Default)]
pub struct Shape {
    /// How many functions are imported; they have the first indices.
    pub imports: u32,
    /// The type of each function, imported ones among them.
    pub types: Vec<u32>,
    /// How many parameters each type of function has.
    pub parameters: Vec<u32>,
    /// The name of each function, if the module says it.
    pub names: BTreeMap<u32, String>,
    /// What each function that the module has itself calls, directly and by index; and whether it can be moved.
    pub bodies: Vec<Body>,
    /// How many places the table of functions has, which is the first.
    pub table: u32,
    /// How many tables there are: wasm-bindgen adds one of what JavaScript holds.
    pub tables: u32,
    /// The functions in the table, by their places. Equal functions may have been made one that stands at several.
    pub slots: BTreeMap<u32, u32>,
    /// Where the segments of data go.
    pub segments: Vec<Range<u32>>,
    /// The functions that are exported, by their names.
    pub exported: BTreeMap<String, u32>,
    /// The function that runs when there is an instance, if there is one.
    pub start: Option<u32>,
    /// The types of the globals.
    pub globals: Vec<GlobalType>,
    /// The names under which memories, tables and globals are exported.
    pub exports: BTreeMap<(Shared, u32), String>,
}

/// What two modules can have in common, besides functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shared {
    /// A memory.
    Memory,
    /// A table.
    Table,
    /// A global.
    Global,
}

/// What a function's body says.
#[derive(Debug, Default)]
pub struct Body {
    /// The functions that it calls directly.
    pub calls: Vec<u32>,
    /// The numbers in it that can be addresses.
    pub numbers: BTreeSet<u32>,
    /// Its length, in bytes.
    pub size: usize,
    /// Whether it does what only the first module can: look into the table of functions, hold functions, copy data that is not
    /// in memory yet.
    pub bound: bool,
}

impl Shape {
    /// Reads a module.
    ///
    /// # Errors
    /// What is no wasm, and what no module has that wasm-bindgen makes for the web.
    pub fn read(wasm: &[u8]) -> Result<Shape> {
        let mut shape = Shape::default();
        for payload in Parser::new(0).parse_all(wasm) {
            match payload? {
                Payload::TypeSection(types) => {
                    for group in types {
                        for kind in group?.types() {
                            let CompositeInnerType::Func(function) = &kind.composite_type.inner else {
                                bail!("It has types other than those of functions.");
                            };
                            shape.parameters.push(function.params().len() as u32);
                        }
                    }
                }
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        let import = import?;
                        let TypeRef::Func(kind) = import.ty else {
                            bail!("It imports more than functions: is it cut already?");
                        };
                        shape.imports += 1;
                        shape.types.push(kind);
                    }
                }
                Payload::FunctionSection(functions) => {
                    for kind in functions {
                        shape.types.push(kind?);
                    }
                }
                Payload::TableSection(tables) => {
                    shape.tables = tables.count();
                    if let Some(table) = tables.into_iter().next() {
                        shape.table = u32::try_from(table?.ty.initial)?;
                    }
                }
                Payload::GlobalSection(globals) => {
                    for global in globals {
                        shape.globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        let kind = match export.kind {
                            ExternalKind::Func => {
                                shape.exported.insert(export.name.into(), export.index);
                                continue;
                            }
                            ExternalKind::Table => Shared::Table,
                            ExternalKind::Memory => Shared::Memory,
                            ExternalKind::Global => Shared::Global,
                            _ => continue,
                        };
                        shape.exports.insert((kind, export.index), export.name.into());
                    }
                }
                Payload::StartSection { func, .. } => shape.start = Some(func),
                Payload::ElementSection(elements) => {
                    for element in elements {
                        let element = element?;
                        shape.element(&element)?;
                    }
                }
                Payload::DataSection(segments) => {
                    for segment in segments {
                        let segment = segment?;
                        let start = address(&segment)?;
                        shape.segments.push(start..start + segment.data.len() as u32);
                    }
                }
                Payload::CodeSectionEntry(body) => shape.bodies.push(read_body(&body)?),
                Payload::CustomSection(section) => {
                    if let KnownCustom::Name(names) = section.as_known() {
                        for name in names {
                            if let Name::Function(names) = name? {
                                for name in names {
                                    let name = name?;
                                    shape.names.insert(name.index, name.name.into());
                                }
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        Ok(shape)
    }

    fn element(&mut self, element: &wasmparser::Element<'_>) -> Result<()> {
        let ElementKind::Active { table_index, offset_expr } = &element.kind else {
            bail!("It has elements that are in no table from the start.");
        };
        let mut offset = offset_expr.get_operators_reader();
        let (ElementItems::Functions(functions), Operator::I32Const { value }, None | Some(0)) =
            (&element.items, offset.read()?, table_index)
        else {
            bail!("It has elements that are no functions at a known place of its first table.");
        };
        for (slot, function) in (value as u32..).zip(functions.clone()) {
            self.slots.insert(slot, function?);
        }
        Ok(())
    }

    /// The name under which what is shared is exported, or is to be.
    pub fn export(&self, kind: Shared, index: u32) -> String {
        self.exports.get(&(kind, index)).cloned().unwrap_or_else(|| format!("{kind:?}{index}").to_lowercase())
    }

    /// The body of a function, if the module has it itself.
    pub fn body(&self, function: u32) -> Option<&Body> {
        self.bodies.get(function.checked_sub(self.imports)? as usize)
    }

    /// The functions that the module has itself, by index.
    pub fn own(&self) -> impl Iterator<Item = (u32, &Body)> {
        (self.imports..).zip(&self.bodies)
    }
}

fn read_body(body: &FunctionBody<'_>) -> Result<Body> {
    let mut read = Body { size: body.as_bytes().len(), ..Body::default() };
    for operator in body.get_operators_reader()? {
        let operator = operator?;
        Offsets(&mut read.numbers).instruction(operator.clone()).map_err(unreadable)?;
        match operator {
            Operator::I32Const { value } => drop(read.numbers.insert(value as u32)),
            Operator::I64Const { value } => read.numbers.extend([value as u32, (value >> 32) as u32]),
            Operator::Call { function_index } => read.calls.push(function_index),
            Operator::CallIndirect { table_index: 0, .. } => {}
            Operator::CallIndirect { .. }
            | Operator::ReturnCall { .. }
            | Operator::RefFunc { .. }
            | Operator::TableGet { table: 0 }
            | Operator::TableSet { table: 0 }
            | Operator::TableGrow { table: 0 }
            | Operator::TableSize { table: 0 }
            | Operator::TableFill { table: 0 }
            | Operator::TableCopy { .. }
            | Operator::TableInit { .. }
            | Operator::ElemDrop { .. }
            | Operator::MemoryInit { .. }
            | Operator::DataDrop { .. } => read.bound = true,
            _ => {}
        }
    }
    Ok(read)
}

/// Where a segment of data begins.
fn address(segment: &Data<'_>) -> Result<u32> {
    let DataKind::Active { memory_index: 0, offset_expr } = &segment.kind else {
        bail!("It has data that is in no memory from the start.");
    };
    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else {
        bail!("It has data at a place that is not known.");
    };
    Ok(value as u32)
}

/// Collects what loads and stores add to an address.
struct Offsets<'a>(&'a mut BTreeSet<u32>);

impl Reencode for Offsets<'_> {
    type Error = Infallible;

    fn mem_arg(&mut self, memarg: wasmparser::MemArg) -> Result<MemArg, reencode::Error> {
        self.0.extend(u32::try_from(memarg.offset));
        utils::mem_arg(self, memarg)
    }
}
