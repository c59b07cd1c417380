;; The arithmetic of shared/attention.Kernel with 128-bit SIMD, on Go's memory.
;;
;; attention.Scalar says what the functions compute, and the two agree to the
;; last bit. Addresses are those of the first elements of Go's slices; nothing is
;; aligned, and nothing is kept. The memory is imported as an object, so that it
;; may grow.
;;
;; A dot product takes eight int8 at a time: they are loaded as eight int16, and
;; i32x4.dot_i16x8_s multiplies them with the query's and adds neighbours to four
;; int32. -128 * -128 * 2 is far within an int32, and so are 1024 such products.

(module
  (import "go" "mem" (memory 1))

  ;; dots writes to $out (count) the dot products of $query (dims) with rows of
  ;; $rows (any, dims): with those that $numbers (count) names, or with the first
  ;; $count where $numbers is 0.
  (func (export "dots")
    (param $query i32) (param $rows i32) (param $dims i32)
    (param $numbers i32) (param $count i32) (param $out i32)
    (local $i i32) (local $j i32) (local $eights i32) (local $number i32) (local $q v128)
    (local $row0 i32) (local $row1 i32) (local $row2 i32) (local $row3 i32)
    (local $sum0 v128) (local $sum1 v128) (local $sum2 v128) (local $sum3 v128)
    (local.set $eights (i32.and (local.get $dims) (i32.const -8)))
    (local.set $number (local.get $numbers))

    ;; Four rows at a time share the query's loads and the final additions.
    (block $done
      (loop $four
        (br_if $done (i32.gt_u (i32.add (local.get $i) (i32.const 4)) (local.get $count)))
        (if (local.get $numbers)
          (then
            (local.set $row0 (i32.add (local.get $rows) (i32.mul (local.get $dims) (i32.load (local.get $number)))))
            (local.set $row1 (i32.add (local.get $rows) (i32.mul (local.get $dims) (i32.load offset=4 (local.get $number)))))
            (local.set $row2 (i32.add (local.get $rows) (i32.mul (local.get $dims) (i32.load offset=8 (local.get $number)))))
            (local.set $row3 (i32.add (local.get $rows) (i32.mul (local.get $dims) (i32.load offset=12 (local.get $number)))))
            (local.set $number (i32.add (local.get $number) (i32.const 16))))
          (else
            (local.set $row0 (i32.add (local.get $rows) (i32.mul (local.get $dims) (local.get $i))))
            (local.set $row1 (i32.add (local.get $row0) (local.get $dims)))
            (local.set $row2 (i32.add (local.get $row1) (local.get $dims)))
            (local.set $row3 (i32.add (local.get $row2) (local.get $dims)))))
        (local.set $sum0 (v128.const i32x4 0 0 0 0))
        (local.set $sum1 (v128.const i32x4 0 0 0 0))
        (local.set $sum2 (v128.const i32x4 0 0 0 0))
        (local.set $sum3 (v128.const i32x4 0 0 0 0))
        (local.set $j (i32.const 0))
        (block $added
          (loop $eight
            (br_if $added (i32.eq (local.get $j) (local.get $eights)))
            (local.set $q (v128.load8x8_s (i32.add (local.get $query) (local.get $j))))
            (local.set $sum0 (i32x4.add (local.get $sum0) (i32x4.dot_i16x8_s (local.get $q)
              (v128.load8x8_s (i32.add (local.get $row0) (local.get $j))))))
            (local.set $sum1 (i32x4.add (local.get $sum1) (i32x4.dot_i16x8_s (local.get $q)
              (v128.load8x8_s (i32.add (local.get $row1) (local.get $j))))))
            (local.set $sum2 (i32x4.add (local.get $sum2) (i32x4.dot_i16x8_s (local.get $q)
              (v128.load8x8_s (i32.add (local.get $row2) (local.get $j))))))
            (local.set $sum3 (i32x4.add (local.get $sum3) (i32x4.dot_i16x8_s (local.get $q)
              (v128.load8x8_s (i32.add (local.get $row3) (local.get $j))))))
            (local.set $j (i32.add (local.get $j) (i32.const 8)))
            (br $eight)))

        ;; Twice neighbours are added: (a0+a1, a2+a3, b0+b1, b2+b3) and the same of
        ;; c and d, then (a, b, c, d), each the sum of its four.
        (local.set $sum0 (i32x4.add
          (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $sum0) (local.get $sum1))
          (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $sum0) (local.get $sum1))))
        (local.set $sum2 (i32x4.add
          (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $sum2) (local.get $sum3))
          (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $sum2) (local.get $sum3))))
        (local.set $sum0 (i32x4.add
          (i8x16.shuffle 0 1 2 3 8 9 10 11 16 17 18 19 24 25 26 27 (local.get $sum0) (local.get $sum2))
          (i8x16.shuffle 4 5 6 7 12 13 14 15 20 21 22 23 28 29 30 31 (local.get $sum0) (local.get $sum2))))
        (if (i32.ne (local.get $eights) (local.get $dims)) (then
          (local.set $sum0 (i32x4.add (local.get $sum0)
            (i32x4.replace_lane 3 (i32x4.replace_lane 2 (i32x4.replace_lane 1 (i32x4.splat
              (call $rest (local.get $query) (local.get $row0) (local.get $eights) (local.get $dims)))
              (call $rest (local.get $query) (local.get $row1) (local.get $eights) (local.get $dims)))
              (call $rest (local.get $query) (local.get $row2) (local.get $eights) (local.get $dims)))
              (call $rest (local.get $query) (local.get $row3) (local.get $eights) (local.get $dims)))))))
        (v128.store (i32.add (local.get $out) (i32.shl (local.get $i) (i32.const 2))) (local.get $sum0))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br $four)))

    ;; At most three rows are left.
    (block $done
      (loop $one
        (br_if $done (i32.eq (local.get $i) (local.get $count)))
        (local.set $j (local.get $i))
        (if (local.get $numbers) (then
          (local.set $j (i32.load (local.get $number)))
          (local.set $number (i32.add (local.get $number) (i32.const 4)))))
        (i32.store (i32.add (local.get $out) (i32.shl (local.get $i) (i32.const 2)))
          (call $rest (local.get $query)
            (i32.add (local.get $rows) (i32.mul (local.get $dims) (local.get $j)))
            (i32.const 0) (local.get $dims)))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $one))))

  ;; above writes to $out, ascending, for which i below $count the product
  ;; $dots[i] * $scales[i] is greater than $bound, and returns how many there are.
  (func (export "above")
    (param $dots i32) (param $scales i32) (param $count i32) (param $bound f32) (param $out i32)
    (result i32)
    (local $i i32) (local $found i32) (local $begin i32) (local $at i32)
    (local.set $begin (local.get $out))
    (block $done
      (loop $four
        (br_if $done (i32.gt_u (i32.add (local.get $i) (i32.const 4)) (local.get $count)))
        (local.set $at (i32.shl (local.get $i) (i32.const 2)))
        ;; One bit for each of the four, 0 nearly always.
        (local.set $found (i32x4.bitmask (f32x4.gt
          (f32x4.mul
            (f32x4.convert_i32x4_s (v128.load (i32.add (local.get $dots) (local.get $at))))
            (v128.load (i32.add (local.get $scales) (local.get $at))))
          (f32x4.splat (local.get $bound)))))
        (block $written
          (loop $write
            (br_if $written (i32.eqz (local.get $found)))
            (i32.store (local.get $out) (i32.add (local.get $i) (i32.ctz (local.get $found))))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))
            (local.set $found (i32.and (local.get $found) (i32.sub (local.get $found) (i32.const 1))))
            (br $write)))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br $four)))
    (block $done
      (loop $one
        (br_if $done (i32.eq (local.get $i) (local.get $count)))
        (local.set $at (i32.shl (local.get $i) (i32.const 2)))
        (if (f32.gt
              (f32.mul
                (f32.convert_i32_s (i32.load (i32.add (local.get $dots) (local.get $at))))
                (f32.load (i32.add (local.get $scales) (local.get $at))))
              (local.get $bound))
          (then
            (i32.store (local.get $out) (local.get $i))
            (local.set $out (i32.add (local.get $out) (i32.const 4)))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $one)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $begin)) (i32.const 2)))

  ;; rest multiplies $query with $row from the $j-th number to the $dims-th, one at a time.
  (func $rest (param $query i32) (param $row i32) (param $j i32) (param $dims i32) (result i32)
    (local $sum i32)
    (block $done
      (loop $one
        (br_if $done (i32.eq (local.get $j) (local.get $dims)))
        (local.set $sum (i32.add (local.get $sum) (i32.mul
          (i32.load8_s (i32.add (local.get $query) (local.get $j)))
          (i32.load8_s (i32.add (local.get $row) (local.get $j))))))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br $one)))
    (local.get $sum)))
