;; The arithmetic of shared/attention.Kernel with 128-bit SIMD, and the walks of
;; shared/lexical.Kernel, on Go's memory.
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
    (local.get $sum))

  ;; The rest is shared/lexical.Kernel: lexical.Scalar says what the functions compute,
  ;; and lexical/stream.go how codes are written. Counts are pairs, marks and runs
  ;; triples of uint32, in the order of the members of lexical.Count, Mark and Run.

  ;; scan reads the streams in $data ($length bytes), counts and notes the marks, at
  ;; most $room of them, and returns how many there are, or -1 where the streams make
  ;; no sense.
  (func (export "scan")
    (param $data i32) (param $length i32) (param $products i32) (param $fields i32)
    (param $counts i32) (param $spelt i32) (param $marks i32) (param $room i32)
    (result i32)
    (local $at i32) (local $end i32) (local $product i32) (local $left i32) (local $code i32)
    (local $last i32) (local $pending i32) (local $same i32) (local $found i32) (local $place i32)
    (local.set $at (local.get $data))
    (local.set $end (i32.add (local.get $data) (local.get $length)))
    (block $bad
      (block $done
        (loop $text
          (br_if $done (i32.eq (local.get $product) (local.get $products)))
          (local.set $product (i32.add (local.get $product) (i32.const 1)))
          (local.set $left (local.get $fields))
          (loop $field
            ;; $last is the term before, $pending the one that a mark joins with the
            ;; next word, or -1; $same says that the next term stands where $last does.
            (local.set $last (i32.const -1))
            (local.set $pending (i32.const -1))
            (local.set $same (i32.const 0))
            (loop $code
              (br_if $bad (i32.ge_u (local.get $at) (local.get $end)))
              (local.set $code (i32.load8_u (local.get $at)))
              (if (i32.lt_u (local.get $code) (i32.const 192))
                (then (local.set $at (i32.add (local.get $at) (i32.const 1))))
                (else (if (i32.lt_u (local.get $code) (i32.const 248))
                  (then
                    (br_if $bad (i32.lt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 2)))
                    (local.set $code (call $two (local.get $at)))
                    (local.set $at (i32.add (local.get $at) (i32.const 2))))
                  (else (if (i32.lt_u (local.get $code) (i32.const 255))
                    (then
                      (br_if $bad (i32.lt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 3)))
                      (local.set $code (call $three (local.get $at)))
                      (local.set $at (i32.add (local.get $at) (i32.const 3))))
                    (else
                      (br_if $bad (i32.lt_u (i32.sub (local.get $end) (local.get $at)) (i32.const 5)))
                      (local.set $code (call $five (local.get $at)))
                      ;; There are no so large codes.
                      (br_if $bad (i32.lt_u (local.get $code) (i32.const 473280)))
                      (local.set $at (i32.add (local.get $at) (i32.const 5)))))))))
              (if (i32.ge_u (local.get $code) (i32.const 4)) (then
                (local.set $code (i32.sub (local.get $code) (i32.const 4)))
                (br_if $bad (i32.ge_u (local.get $code) (local.get $spelt)))
                (local.set $place (i32.add (local.get $counts) (i32.shl (local.get $code) (i32.const 3))))
                (if (i32.ne (i32.load offset=4 (local.get $place)) (local.get $product)) (then
                  (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
                  (i32.store offset=4 (local.get $place) (local.get $product))))
                (if (i32.and (i32.ne (local.get $pending) (i32.const -1)) (i32.eqz (local.get $same))) (then
                  (if (i32.lt_u (local.get $found) (local.get $room)) (then
                    (local.set $place (i32.add (local.get $marks) (i32.mul (local.get $found) (i32.const 12))))
                    (i32.store (local.get $place) (local.get $pending))
                    (i32.store offset=4 (local.get $place) (local.get $code))
                    (i32.store offset=8 (local.get $place) (local.get $product))))
                  (local.set $found (i32.add (local.get $found) (i32.const 1)))
                  (local.set $pending (i32.const -1))))
                (local.set $last (local.get $code))
                (local.set $same (i32.const 0))
                (br $code)))
              (br_if $bad (local.get $same))
              (if (i32.and (i32.eq (local.get $code) (i32.const 2)) (i32.ne (local.get $last) (i32.const -1))) (then
                (local.set $same (i32.const 1))
                (br $code)))
              (br_if $bad (i32.ne (local.get $pending) (i32.const -1)))
              (if (i32.eq (local.get $code) (i32.const 1)) (then
                (local.set $last (i32.const -1))
                (br $code)))
              (if (local.get $code) (then
                (br_if $bad (i32.or (i32.ne (local.get $code) (i32.const 3)) (i32.eq (local.get $last) (i32.const -1))))
                (local.set $pending (local.get $last))
                (br $code))))
            ;; The field has ended.
            (local.set $left (i32.sub (local.get $left) (i32.const 1)))
            (br_if $field (local.get $left)))
          (br $text)))
      (br_if $bad (i32.ne (local.get $at) (local.get $end)))
      (return (local.get $found)))
    (i32.const -1))

  ;; invert reads the same streams again, of which scan has said that they make sense,
  ;; and writes the streams to walk to $out and the postings to the runs of $docs and
  ;; $tfs.
  (func (export "invert")
    (param $at i32) (param $products i32) (param $absent i32) (param $fields i32)
    (param $joined i32) (param $ranked i32) (param $weights i32)
    (param $out i32) (param $starts i32) (param $lengths i32) (param $runs i32)
    (param $docs i32) (param $tfs i32)
    (local $begin i32) (local $doc i32) (local $index i32) (local $field i32) (local $code i32)
    (local $length i32) (local $weight i32) (local $bit i32) (local $run i32) (local $posting i32)
    (local.set $begin (local.get $out))
    (block $done
      (loop $text
        (i32.store (local.get $starts) (i32.sub (local.get $out) (local.get $begin)))
        (br_if $done (i32.eq (local.get $doc) (local.get $products)))
        (local.set $starts (i32.add (local.get $starts) (i32.const 4)))
        (local.set $length (i32.const 0))
        (local.set $field (i32.const 0))
        (local.set $index (i32.const 0))
        (loop $field
          (local.set $weight (i32.load16_u (i32.add (local.get $weights) (i32.shl (local.get $field) (i32.const 1)))))
          (local.set $bit (i32.shl (i32.const 1) (local.get $field)))
          (loop $code
            (local.set $code (i32.load8_u (local.get $at)))
            (if (i32.lt_u (local.get $code) (i32.const 192))
              (then
                (local.set $at (i32.add (local.get $at) (i32.const 1)))
                (if (i32.eq (local.get $code) (i32.const 3))
                  (then
                    (i32.store8 (local.get $out) (i32.const 2))
                    (local.set $code (i32.load (local.get $joined)))
                    (local.set $joined (i32.add (local.get $joined) (i32.const 4)))
                    (local.set $out (call $append (i32.add (local.get $out) (i32.const 1)) (local.get $code))))
                  (else
                    (i32.store8 (local.get $out) (local.get $code))
                    (local.set $out (i32.add (local.get $out) (i32.const 1))))))
              (else (if (i32.lt_u (local.get $code) (i32.const 248))
                (then
                  (local.set $code (call $two (local.get $at)))
                  (i32.store16 (local.get $out) (i32.load16_u (local.get $at)))
                  (local.set $at (i32.add (local.get $at) (i32.const 2)))
                  (local.set $out (i32.add (local.get $out) (i32.const 2))))
                (else
                  (if (i32.lt_u (local.get $code) (i32.const 255))
                    (then
                      (local.set $code (call $three (local.get $at)))
                      (local.set $at (i32.add (local.get $at) (i32.const 3))))
                    (else
                      (local.set $code (call $five (local.get $at)))
                      (local.set $at (i32.add (local.get $at) (i32.const 5)))))
                  (local.set $out (call $append (local.get $out) (local.get $code)))))))
            (if (i32.ge_u (local.get $code) (i32.const 4)) (then
              (local.set $length (i32.add (local.get $length) (local.get $weight)))
              (local.set $run (i32.add (local.get $runs) (i32.mul (i32.const 12)
                (i32.load (i32.add (local.get $ranked) (i32.shl (i32.sub (local.get $code) (i32.const 4)) (i32.const 2)))))))
              (local.set $posting (i32.load (local.get $run)))
              (i32.store offset=8 (local.get $run) (i32.or (i32.load offset=8 (local.get $run)) (local.get $bit)))
              (if (i32.ne (i32.load offset=4 (local.get $run)) (local.get $doc))
                (then
                  (i32.store (i32.add (local.get $docs) (i32.shl (local.get $posting) (i32.const 2))) (local.get $doc))
                  (i32.store16 (i32.add (local.get $tfs) (i32.shl (local.get $posting) (i32.const 1))) (local.get $weight))
                  (i32.store offset=4 (local.get $run) (local.get $doc))
                  (i32.store (local.get $run) (i32.add (local.get $posting) (i32.const 1))))
                (else
                  (local.set $posting (i32.sub
                    (i32.add (local.get $tfs) (i32.shl (local.get $posting) (i32.const 1))) (i32.const 2)))
                  (local.set $code (i32.add (i32.load16_u (local.get $posting)) (local.get $weight)))
                  (if (i32.le_u (local.get $code) (i32.const 65535)) (then
                    (i32.store16 (local.get $posting) (local.get $code))))))
              (br $code)))
            (br_if $code (local.get $code)))
          ;; The field has ended, and those behind it have no text.
          (local.set $code (i32.load (i32.add (local.get $absent) (i32.shl (local.get $index) (i32.const 2)))))
          (local.set $field (i32.add (local.get $field) (i32.add (local.get $code) (i32.const 1))))
          (block $filled
            (loop $empty
              (br_if $filled (i32.eqz (local.get $code)))
              (i32.store8 (local.get $out) (i32.const 0))
              (local.set $out (i32.add (local.get $out) (i32.const 1)))
              (local.set $code (i32.sub (local.get $code) (i32.const 1)))
              (br $empty)))
          (local.set $index (i32.add (local.get $index) (i32.const 1)))
          (br_if $field (i32.ne (local.get $index) (local.get $fields))))
        (i32.store (local.get $lengths) (local.get $length))
        (local.set $lengths (i32.add (local.get $lengths) (i32.const 4)))
        (local.set $doc (i32.add (local.get $doc) (i32.const 1)))
        (br $text))))

  ;; weigh writes the impacts of $count postings.
  (func (export "weigh")
    (param $docs i32) (param $tfs i32) (param $count i32) (param $norms i32) (param $factor f64) (param $impacts i32)
    (local $end i32) (local $tf f64)
    (local.set $end (i32.add (local.get $docs) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $one
        (br_if $done (i32.eq (local.get $docs) (local.get $end)))
        (local.set $tf (f64.convert_i32_u (i32.load16_u (local.get $tfs))))
        (f32.store (local.get $impacts) (f32.demote_f64 (f64.div
          (f64.mul (local.get $tf) (local.get $factor))
          (f64.add (local.get $tf)
            (f64.load (i32.add (local.get $norms) (i32.shl (i32.load (local.get $docs)) (i32.const 3))))))))
        (local.set $docs (i32.add (local.get $docs) (i32.const 4)))
        (local.set $tfs (i32.add (local.get $tfs) (i32.const 2)))
        (local.set $impacts (i32.add (local.get $impacts) (i32.const 4)))
        (br $one))))

  ;; two, three and five read the code of so many bytes at $at.
  (func $two (param $at i32) (result i32)
    (i32.add (i32.const 192) (i32.or
      (i32.shl (i32.sub (i32.load8_u (local.get $at)) (i32.const 192)) (i32.const 8))
      (i32.load8_u offset=1 (local.get $at)))))
  (func $three (param $at i32) (result i32)
    (i32.add (i32.const 14528) (i32.or (i32.or
      (i32.shl (i32.sub (i32.load8_u (local.get $at)) (i32.const 248)) (i32.const 16))
      (i32.shl (i32.load8_u offset=1 (local.get $at)) (i32.const 8)))
      (i32.load8_u offset=2 (local.get $at)))))
  (func $five (param $at i32) (result i32)
    (i32.add (i32.const 473280) (i32.or
      (i32.or
        (i32.shl (i32.load8_u offset=1 (local.get $at)) (i32.const 24))
        (i32.shl (i32.load8_u offset=2 (local.get $at)) (i32.const 16)))
      (i32.or
        (i32.shl (i32.load8_u offset=3 (local.get $at)) (i32.const 8))
        (i32.load8_u offset=4 (local.get $at))))))

  ;; append writes a term's code to $out and returns the place after it.
  (func $append (param $out i32) (param $code i32) (result i32)
    (if (i32.lt_u (local.get $code) (i32.const 192)) (then
      (i32.store8 (local.get $out) (local.get $code))
      (return (i32.add (local.get $out) (i32.const 1)))))
    (if (i32.lt_u (local.get $code) (i32.const 14528)) (then
      (local.set $code (i32.sub (local.get $code) (i32.const 192)))
      (i32.store8 (local.get $out) (i32.add (i32.const 192) (i32.shr_u (local.get $code) (i32.const 8))))
      (i32.store8 offset=1 (local.get $out) (local.get $code))
      (return (i32.add (local.get $out) (i32.const 2)))))
    (if (i32.lt_u (local.get $code) (i32.const 473280)) (then
      (local.set $code (i32.sub (local.get $code) (i32.const 14528)))
      (i32.store8 (local.get $out) (i32.add (i32.const 248) (i32.shr_u (local.get $code) (i32.const 16))))
      (i32.store8 offset=1 (local.get $out) (i32.shr_u (local.get $code) (i32.const 8)))
      (i32.store8 offset=2 (local.get $out) (local.get $code))
      (return (i32.add (local.get $out) (i32.const 3)))))
    (local.set $code (i32.sub (local.get $code) (i32.const 473280)))
    (i32.store8 (local.get $out) (i32.const 255))
    (i32.store8 offset=1 (local.get $out) (i32.shr_u (local.get $code) (i32.const 24)))
    (i32.store8 offset=2 (local.get $out) (i32.shr_u (local.get $code) (i32.const 16)))
    (i32.store8 offset=3 (local.get $out) (i32.shr_u (local.get $code) (i32.const 8)))
    (i32.store8 offset=4 (local.get $out) (local.get $code))
    (i32.add (local.get $out) (i32.const 5))))
