;; Functions that call each other directly, through the table and from outside, and share a memory and a global.
;; What they read is at 32 (`twice`, by what it adds to an address), at 48, found by its address at 64 (`sum`), and at 80
;; (`add_one`); at 100 is what nobody reads.
(module
  (type $unary (func (param i32) (result i32)))
  (import "host" "bring" (func $bring))
  (import "host" "double" (func $double (type $unary)))
  (memory (export "memory") 1)
  (table $functions 6 6 funcref)
  (table $held 3 3 externref)
  (elem (i32.const 1) $add_one $twice $add_one $swap)
  (global $calls (mut i32) (i32.const 0))
  (data (i32.const 16) "\2a")
  (data (i32.const 32) "twice by sixteen" "sums of sixteen."
    "\30\00\00\00 and padding" "a table of more  " "   ")
  (data (i32.const 100) "what nobody reads, but it is there")

  ;; That it drops a segment has the module say beforehand how many there are.
  (func $complete (export "complete") (call $bring) (data.drop 0))
  (func $count (global.set $calls (i32.add (global.get $calls) (i32.const 1))))
  (func $add_one (type $unary) (call $count)
    (i32.add (i32.add (local.get 0) (i32.const 1)) (i32.load8_u (i32.const 81))))
  (func $twice (type $unary)
    (call $count)
    (i32.add (call $double (call $add_one (local.get 0))) (i32.load8_u offset=33 (i32.const 3))))
  (func $swap (type $unary)
    (local $was i32)
    (call $count)
    (local.set $was (i32.load8_u (i32.const 16)))
    (i32.store8 (i32.const 16) (local.get 0))
    (local.get $was))
  (func $sum (param $from i32) (param $to i64) (result i32)
    (call $count)
    (if (result i32) (i64.le_s (local.get $to) (i64.const 0))
      (then (i32.add (i32.add (local.get $from) (table.size $held)) (i32.load8_u (i32.load (i32.const 64)))))
      (else
        (call $sum
          (call_indirect $functions (type $unary) (call $twice (local.get $from)) (i32.const 3))
          (i64.sub (local.get $to) (i64.const 1))))))
  (func (export "run") (param i32) (result i32)
    (i32.add
      (i32.add (call $sum (local.get 0) (i64.const 3)) (call $swap (i32.const 7)))
      (i32.mul (call_indirect $functions (type $unary) (i32.const 9) (i32.const 4)) (global.get $calls)))))
