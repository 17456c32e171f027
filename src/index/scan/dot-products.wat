;; The dot products of one question with many rows of bytes, sixteen numbers at a time. Compiled into
;; dot-products.wasm by: npx tsx scripts/make-dot-products.ts
(module
  (memory (export "memory") 1)

  ;; rows: `count` rows of `dimension` signed bytes, a multiple of 16; question: `dimension` signed 16-bit numbers;
  ;; scales: a float a row; products: where a float a row is written; these are addresses. scale: that of the question.
  (func (export "multiply")
    (param $rows i32) (param $count i32) (param $dimension i32)
    (param $question i32) (param $scales i32) (param $products i32) (param $scale f32)
    (local $end i32) (local $at i32) (local $bytes v128) (local $even v128) (local $odd v128)
    (block $done
      (loop $row
        (br_if $done (i32.eqz (local.get $count)))
        (local.set $end (i32.add (local.get $rows) (local.get $dimension)))
        (local.set $at (local.get $question))
        (local.set $even (v128.const i32x4 0 0 0 0))
        (local.set $odd (v128.const i32x4 0 0 0 0))
        (loop $sixteen
          (local.set $bytes (v128.load (local.get $rows)))
          (local.set $even (i32x4.add (local.get $even)
            (i32x4.dot_i16x8_s (i16x8.extend_low_i8x16_s (local.get $bytes)) (v128.load (local.get $at)))))
          (local.set $odd (i32x4.add (local.get $odd)
            (i32x4.dot_i16x8_s (i16x8.extend_high_i8x16_s (local.get $bytes))
              (v128.load offset=16 (local.get $at)))))
          (local.set $rows (i32.add (local.get $rows) (i32.const 16)))
          (local.set $at (i32.add (local.get $at) (i32.const 32)))
          (br_if $sixteen (i32.lt_u (local.get $rows) (local.get $end))))
        (local.set $even (i32x4.add (local.get $even) (local.get $odd)))
        (f32.store (local.get $products)
          (f32.mul (f32.mul (f32.load (local.get $scales)) (local.get $scale))
            (f32.convert_i32_s
              (i32.add
                (i32.add (i32x4.extract_lane 0 (local.get $even)) (i32x4.extract_lane 1 (local.get $even)))
                (i32.add (i32x4.extract_lane 2 (local.get $even)) (i32x4.extract_lane 3 (local.get $even)))))))
        (local.set $scales (i32.add (local.get $scales) (i32.const 4)))
        (local.set $products (i32.add (local.get $products) (i32.const 4)))
        (local.set $count (i32.sub (local.get $count) (i32.const 1)))
        (br $row)))))
