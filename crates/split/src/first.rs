//! The module that comes first: all that was there but the functions that move, and a stand-in for each of those that can be
//! called from here.

use anyhow::Result;
use wasm_encoder::reencode::{self, Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, ExportKind, ExportSection, Function,
    FunctionSection, Instruction, Module, TableType,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, DataSectionReader, ElementSectionReader, ExportSectionReader,
    FunctionBody, FunctionSectionReader, Operator, Parser,
};

use crate::cut::Plan;
use crate::data;
use crate::shape::Shared;

pub(crate) fn encode(wasm: &[u8], plan: &Plan) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let mut first = First { plan, next: plan.shape.imports, tables: 0 };
    first.parse_core_module(&mut module, Parser::new(0), wasm).map_err(unreadable)?;
    Ok(module.finish())
}

struct First<'a> {
    plan: &'a Plan<'a>,
    /// The function that is read next.
    next: u32,
    /// How many tables were read.
    tables: u32,
}

type Done = Result<(), Error<std::convert::Infallible>>;

impl Reencode for First<'_> {
    type Error = std::convert::Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.plan.stand_in(function).unwrap_or_else(|| self.plan.renamed(function)))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Done {
        for (function, kind) in (self.plan.shape.imports..).zip(section) {
            let kind = kind?;
            if !self.plan.moves(function) {
                functions.function(kind);
            }
        }
        for function in self.plan.stand_ins() {
            functions.function(self.plan.shape.types[function as usize]);
        }
        Ok(())
    }

    fn table_type(&mut self, table: wasmparser::TableType) -> Result<TableType, Error<Self::Error>> {
        let mut table = utils::table_type(self, table)?;
        if self.tables == 0 {
            let added = self.plan.added.len() as u64;
            table.minimum += added;
            table.maximum = table.maximum.map(|maximum| maximum + added);
        }
        self.tables += 1;
        Ok(table)
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Done {
        utils::parse_export_section(self, exports, section)?;
        let shape = self.plan.shape;
        let globals =
            (0..shape.globals.len() as u32).map(|index| (Shared::Global, index, ExportKind::Global));
        let tables = (0..shape.tables).map(|index| (Shared::Table, index, ExportKind::Table));
        let memory = (Shared::Memory, 0, ExportKind::Memory);
        for (shared, index, kind) in globals.chain(tables).chain([memory]) {
            if !shape.exports.contains_key(&(shared, index)) {
                exports.export(&shape.export(shared, index), kind, index);
            }
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: ElementSectionReader<'_>,
    ) -> Done {
        utils::parse_element_section(self, elements, section)?;
        let plan = self.plan;
        let mut added = Vec::new();
        for &function in &plan.added {
            added.push(self.function_index(function)?);
        }
        let from = ConstExpr::i32_const(plan.shape.table as i32);
        elements.active(None, &from, Elements::Functions(added.into()));
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Done {
        utils::parse_code_section(self, code, section)?;
        for function in self.plan.stand_ins() {
            code.function(&stand_in(self.plan, function));
        }
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Done {
        let function = self.next;
        self.next += 1;
        if self.plan.moves(function) {
            return Ok(());
        }
        let plan = self.plan;
        code.function(&with_calls(self, plan, &body, |called| plan.moves(called))?);
        Ok(())
    }

    fn data_count(&mut self, _: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.plan.segments())
    }

    fn parse_data_section(&mut self, data: &mut DataSection, section: DataSectionReader<'_>) -> Done {
        for (bytes, segment) in section.into_iter().zip(&self.plan.shape.segments) {
            let parts = data::parts(segment, &self.plan.data, false);
            data::add(data, segment, bytes?.data, parts);
        }
        Ok(())
    }

    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Done {
        // Names, for the most part: they weigh, and nobody reads them.
        Ok(())
    }
}

/// A body in which calls that lead there, to the other module, go through the table.
pub(crate) fn with_calls<R: Reencode>(
    module: &mut R,
    plan: &Plan,
    body: &FunctionBody<'_>,
    there: impl Fn(u32) -> bool,
) -> Result<Function, Error<R::Error>> {
    let mut written = module.new_function_with_parsed_locals(body)?;
    let mut reader = body.get_operators_reader()?;
    while !reader.eof() {
        match reader.read()? {
            Operator::Call { function_index } if there(function_index) => {
                through_table(&mut written, plan, function_index);
            }
            other => {
                written.instruction(&module.instruction(other)?);
            }
        }
    }
    Ok(written)
}

/// Calls a function through the table.
fn through_table(written: &mut Function, plan: &Plan, function: u32) {
    // What is called from the other module has a place: that is how the plan is made.
    let slot = plan.slot(function).unwrap_or_default();
    written.instruction(&Instruction::I32Const(slot as i32));
    let type_index = plan.shape.types[function as usize];
    written.instruction(&Instruction::CallIndirect { type_index, table_index: 0 });
}

/// Has the later module brought, and goes on to what is at this place of the table from then on.
fn stand_in(plan: &Plan, function: u32) -> Function {
    let mut written = Function::new([]);
    written.instruction(&Instruction::Call(plan.renamed(plan.bring)));
    let kind = plan.shape.types[function as usize];
    for parameter in 0..plan.shape.parameters[kind as usize] {
        written.instruction(&Instruction::LocalGet(parameter));
    }
    through_table(&mut written, plan, function);
    written.instruction(&Instruction::End);
    written
}

/// A module that only says what is wrong with it.
pub(crate) fn unreadable(error: reencode::Error) -> anyhow::Error {
    anyhow::Error::new(error).context("It cannot be cut.")
}
