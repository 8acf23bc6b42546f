//! Which functions are called: a module that notes it while it runs.

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ExportKind, ExportSection, Instruction, MemArg, MemArgTarget, MemorySection, MemoryType,
    Module,
};
use wasmparser::{ExportSectionReader, FunctionBody, MemorySectionReader, Parser};

use crate::first::unreadable;
use crate::shape::Shape;

/// The name of the memory in which it is noted. Its byte at a function's index is 1 once the function was called.
const CALLED: &str = "called";

/// The same module, with a second memory in which it notes which functions were called.
///
/// # Errors
/// See [`Shape::read`].
pub fn note_calls(wasm: &[u8]) -> Result<Vec<u8>> {
    let shape = Shape::read(wasm)?;
    let mut module = Module::new();
    let mut noting = Noting { next: shape.imports, functions: shape.types.len() as u64 };
    noting.parse_core_module(&mut module, Parser::new(0), wasm).map_err(unreadable)?;
    Ok(module.finish())
}

struct Noting {
    /// The function that is read next.
    next: u32,
    functions: u64,
}

type Done = Result<(), Error<std::convert::Infallible>>;

impl Reencode for Noting {
    type Error = std::convert::Infallible;

    fn parse_memory_section(
        &mut self,
        memories: &mut MemorySection,
        section: MemorySectionReader<'_>,
    ) -> Done {
        utils::parse_memory_section(self, memories, section)?;
        let minimum = self.functions.div_ceil(65_536);
        memories.memory(MemoryType {
            minimum,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Done {
        utils::parse_export_section(self, exports, section)?;
        exports.export(CALLED, ExportKind::Memory, 1);
        Ok(())
    }

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Done {
        let place = MemArg { offset: 0, align: 0, target: MemArgTarget::Memory(1), ordering: None };
        let mut written = self.new_function_with_parsed_locals(&body)?;
        written.instruction(&Instruction::I32Const(self.next as i32));
        written.instruction(&Instruction::I32Const(1));
        written.instruction(&Instruction::I32Store8(place));
        self.next += 1;
        let mut reader = body.get_operators_reader()?;
        while !reader.eof() {
            written.instruction(&self.parse_instruction(&mut reader)?);
        }
        code.function(&written);
        Ok(())
    }
}
