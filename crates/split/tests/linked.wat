;; What a linker writes with --emit-relocs, by hand: two segments, three symbols, and who refers to them. The sections are,
;; counted from 0: types, functions, memory, code, data.
(module
  (memory 1)
  (func (result i32) (i32.add (i32.const 1028) (i32.const 1000)))
  (data (i32.const 1024) "\08\04\00\00ABCDefgh")
  (data (i32.const 1036) "\00\04\00\00")
  (@custom "linking" (after data)
    "\02"
    ;; The segments: each a name, an alignment, flags.
    "\05\13" "\02" "\07.rodata\02\00" "\05.data\02\00"
    ;; The symbols: each data (1), flags, a name, and where it is: segment, offset, size.
    "\08\16" "\03" "\01\00\01a\00\00\08" "\01\00\01b\00\08\04" "\01\00\01c\01\00\04")
  ;; In the code: a's fourth byte, and an address 32 before b, both as R_WASM_MEMORY_ADDR_SLEB: where, which symbol, what is
  ;; added.
  (@custom "reloc.CODE" (after data) "\03\02" "\04\04\00\04" "\04\07\01\60")
  ;; In the data: a has b's address, c has a's, both as R_WASM_MEMORY_ADDR_I32.
  (@custom "reloc.DATA" (after data) "\04\02" "\05\07\01\00" "\05\19\00\00")
)
