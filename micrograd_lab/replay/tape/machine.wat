;; The tape: a machine that runs a recorded program, forwards and backwards, for one step or for many.
;; It imports nothing. All numbers are 64-bit floats; additions are made in one order, so that every processor gives
;; the same digits. layout.py and encode.py lay a program into the memory, machine.py calls what is exported here.
;;
;; MEMORY
;;
;;     0     header, below
;;     512   numbers: rows of one number (parameters first), then stretch after stretch of rows with one per sample.
;;           The gradient of each number stands $grads bytes further on
;;     ...   the groups, their lists; scratch, and its gradients; what is loaded; what a run reads and writes
;;
;; A stretch is as many samples as stay near the processor. Its rows lie $stride bytes apart, a multiple of 32: what is
;; beyond the last sample is computed like the rest, and never added to anything.
;;
;; HEADER (32-bit words, at these bytes)
;;
;;     0   groups of one number: address   4   how many     8   groups of many: address   12  how many
;;     16  $grads                          20  $stride      24  samples in a stretch      28  samples
;;     32  bytes from stretch to stretch   36  first row of many, its address             40  bytes of a stretch's rows
;;     44  bytes of all rows of one number 48  inputs       52  loaded columns            56  bytes of a loaded column
;;     60  root has one number per sample  64  root, its address
;;   a run:
;;     68  trained parameters              72  Adam (else SGD)                            76  order (0: none)
;;     80  columns of data                 84  bytes of a column                          88  rates
;;     92  watched rows (pairs of words)   96  how many     100 what they came to         104 velocity, or m
;;     108 v                               112 steps taken before                       116 of each step the groups that
;;                                                                                      it runs (0: all), see $narrow
;;     120 momentum   128 weight decay   136 first beta   144 second beta   152 eps   (64-bit floats)
;;
;; A GROUP (40 words)
;;
;;     0   kernel      4   results      8   numbers in them      12  lengths: address
;;     16  m  20 p  24 k (a matrix), or the fixed exponent (64-bit float at 16)
;;     28  bytes from result to result
;;     32  results' rows     72  first operand's rows     112  second operand's rows
;;
;; ROWS (10 words)
;;
;;     0   1: in the present stretch, 0: of one number      4   address      8   list: bytes from there to each row
;;     12  how many    16  way to fetch (see $gather)      20  scratch      24  1: gradients go there, 3: and lead on
;;                                                                          to a parameter
;;     28, 32  bytes from row to row, for a matrix in both directions; or a list to walk, once they are fetched

(module
  (memory (export "memory") 1)
  (type $rule (func (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)))
  (type $slope (func (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32) (param $end i32)
                     (param $g i32)))

  ;; The kernels, by number: 0 forward, 32 the gradient of the first operand, 64 that of the second.
  (table 96 funcref)
  (elem (i32.const 0) func
    $add $subtract $multiply $divide $powers $negate $relu $tanhs $exps $logs $sigmoid $square $fixed_powers
    $sum $max $dot $dot_one $lookup $matrix $matrix_many $matrix_across)
  (elem (i32.const 32) func
    $pass $pass $by_factor_b $by_inverse_b $by_base $pass_negative $by_gate $by_tanh $by_factor_y $by_inverse_a
    $by_sigmoid $by_double $by_fixed_base
    $to_terms $nothing $to_left $to_left_one $nothing $to_rows $to_weights $to_rows_across)
  (elem (i32.const 64) func
    $pass $pass_negative $by_factor_a $by_divisor $by_exponent $nothing $nothing $nothing $nothing $nothing
    $nothing $nothing $nothing
    $nothing $nothing $to_right $to_right_one $to_table $to_columns $to_vectors $to_columns_across)

  (global $grads (mut i32) (i32.const 0))
  (global $stride (mut i32) (i32.const 0))
  (global $lanes (mut i32) (i32.const 0)) ;; samples of the present stretch
  (global $shift (mut i32) (i32.const 0)) ;; bytes from the first stretch to the present one
  (global $wanted (mut i32) (i32.const 1)) ;; 1: all gradients, 2: those that lead to a parameter

  ;; ---------------------------------------------------------------------------------------------------------------
  ;; Functions of one number, of own writing. Two at a time, but for the power.

  ;; exp(r) - 1 - r = r*r * (1/2! + r/3! + r*r/4! + ...), for |r| <= ln(2)/2: Taylor's series up to 1/14!.
  (func $exp_tail (param $r v128) (result v128)
    (local $z v128) (local $even v128) (local $odd v128)
    (local.set $z (f64x2.mul (local.get $r) (local.get $r)))
    ;; even: 1/2 + z/4! + z*z/6! ...   odd: 1/3! + z/5! + z*z/7! ...
    (local.set $even (v128.const f64x2 1.1470745597729725e-11 1.1470745597729725e-11)) ;; 1/14!
    (local.set $odd (v128.const f64x2 1.6059043836821613e-10 1.6059043836821613e-10)) ;; 1/13!
    (local.set $even (f64x2.add (f64x2.mul (local.get $even) (local.get $z))
      (v128.const f64x2 2.08767569878681e-09 2.08767569878681e-09))) ;; 1/12!
    (local.set $odd (f64x2.add (f64x2.mul (local.get $odd) (local.get $z))
      (v128.const f64x2 2.505210838544172e-08 2.505210838544172e-08))) ;; 1/11!
    (local.set $even (f64x2.add (f64x2.mul (local.get $even) (local.get $z))
      (v128.const f64x2 2.755731922398589e-07 2.755731922398589e-07))) ;; 1/10!
    (local.set $odd (f64x2.add (f64x2.mul (local.get $odd) (local.get $z))
      (v128.const f64x2 2.7557319223985893e-06 2.7557319223985893e-06))) ;; 1/9!
    (local.set $even (f64x2.add (f64x2.mul (local.get $even) (local.get $z))
      (v128.const f64x2 2.48015873015873e-05 2.48015873015873e-05))) ;; 1/8!
    (local.set $odd (f64x2.add (f64x2.mul (local.get $odd) (local.get $z))
      (v128.const f64x2 0.0001984126984126984 0.0001984126984126984))) ;; 1/7!
    (local.set $even (f64x2.add (f64x2.mul (local.get $even) (local.get $z))
      (v128.const f64x2 0.001388888888888889 0.001388888888888889))) ;; 1/6!
    (local.set $odd (f64x2.add (f64x2.mul (local.get $odd) (local.get $z))
      (v128.const f64x2 0.008333333333333333 0.008333333333333333))) ;; 1/5!
    (local.set $even (f64x2.add (f64x2.mul (local.get $even) (local.get $z))
      (v128.const f64x2 0.041666666666666664 0.041666666666666664))) ;; 1/4!
    (local.set $odd (f64x2.add (f64x2.mul (local.get $odd) (local.get $z))
      (v128.const f64x2 0.16666666666666666 0.16666666666666666))) ;; 1/3!
    (local.set $even (f64x2.mul (local.get $even) (local.get $z)))
    (f64x2.mul (local.get $z)
      (f64x2.add (v128.const f64x2 0.5 0.5)
        (f64x2.add (local.get $even) (f64x2.mul (local.get $odd) (local.get $r))))))

  ;; 2**n, for two whole numbers in the lower half of $n
  (func $power_of_two (param $n v128) (result v128)
    (i64x2.shl
      (i64x2.add (i64x2.extend_low_i32x4_s (local.get $n)) (v128.const i64x2 1023 1023))
      (i32.const 52)))

  ;; exp(x + low) = 2**k * exp(r), x + low = k*ln(2) + r. ln(2) is a sum of two numbers: k times the first is exact.
  (func $exp (param $x v128) (param $low v128) (result v128)
    (local $k v128) (local $n v128) (local $half v128) (local $high v128) (local $r v128)
    ;; Beyond these it is infinite, or 0. NaN stays NaN.
    (local.set $x (f64x2.pmax (f64x2.pmin (local.get $x) (v128.const f64x2 710 710)) (v128.const f64x2 -746 -746)))
    (local.set $k (f64x2.nearest
      (f64x2.mul (local.get $x) (v128.const f64x2 1.4426950408889634 1.4426950408889634)))) ;; 1 / ln(2)
    (local.set $high (f64x2.sub (local.get $x)
      (f64x2.mul (local.get $k) (v128.const f64x2 0x1.62e42feep-1 0x1.62e42feep-1))))
    (local.set $low (f64x2.sub (local.get $low)
      (f64x2.mul (local.get $k) (v128.const f64x2 0x1.a39ef35793c76p-33 0x1.a39ef35793c76p-33))))
    (local.set $r (f64x2.add (local.get $high) (local.get $low)))
    (local.set $r (f64x2.add (v128.const f64x2 1 1)
      (f64x2.add (local.get $high) (f64x2.add (local.get $low) (call $exp_tail (local.get $r))))))
    ;; 2**k in two halves: k reaches from -1076 to 1024, further than one float's exponent.
    (local.set $n (i32x4.trunc_sat_f64x2_s_zero (local.get $k)))
    (local.set $half (i32x4.shr_s (local.get $n) (i32.const 1)))
    (f64x2.mul
      (f64x2.mul (local.get $r) (call $power_of_two (local.get $half)))
      (call $power_of_two (i32x4.sub (local.get $n) (local.get $half)))))

  ;; tanh(x) = E / (E + 2) with E = exp(2|x|) - 1, and x's sign. E and the quotient are a number and a correction each.
  (func $tanh (param $x v128) (result v128)
    (local $z v128) (local $k v128) (local $high v128) (local $low v128) (local $r v128) (local $s v128)
    (local $e v128) (local $e_low v128) (local $d v128) (local $d_low v128) (local $q v128)
    (local.set $z (f64x2.abs (local.get $x)))
    (local.set $z (f64x2.pmin (f64x2.add (local.get $z) (local.get $z)) (v128.const f64x2 44 44)))
    ;; z = k*ln(2) + r + low
    (local.set $k (f64x2.nearest
      (f64x2.mul (local.get $z) (v128.const f64x2 1.4426950408889634 1.4426950408889634))))
    (local.set $high (f64x2.sub (local.get $z)
      (f64x2.mul (local.get $k) (v128.const f64x2 0x1.62e42feep-1 0x1.62e42feep-1))))
    (local.set $low (f64x2.mul (local.get $k) (v128.const f64x2 0x1.a39ef35793c76p-33 0x1.a39ef35793c76p-33)))
    (local.set $r (f64x2.sub (local.get $high) (local.get $low)))
    (local.set $low (f64x2.sub (f64x2.sub (local.get $high) (local.get $r)) (local.get $low)))
    ;; E = (2**k - 1) + 2**k * (r + low + r*r*(...))
    (local.set $s (call $power_of_two (i32x4.trunc_sat_f64x2_s_zero (local.get $k))))
    (local.set $low (f64x2.mul (local.get $s) (f64x2.add (local.get $low) (call $exp_tail (local.get $r)))))
    (local.set $r (f64x2.mul (local.get $s) (local.get $r)))
    (local.set $s (f64x2.sub (local.get $s) (v128.const f64x2 1 1)))
    (local.set $e (f64x2.add (local.get $s) (local.get $r)))
    (local.set $low (f64x2.add (local.get $low) (f64x2.sub (local.get $r) (f64x2.sub (local.get $e) (local.get $s)))))
    (local.set $s (f64x2.add (local.get $e) (local.get $low)))
    (local.set $e_low (f64x2.sub (local.get $low) (f64x2.sub (local.get $s) (local.get $e))))
    (local.set $e (local.get $s))
    ;; D = E + 2, in a part of 26 bits and the rest
    (local.set $d (f64x2.add (local.get $e) (v128.const f64x2 2 2)))
    (local.set $s (f64x2.sub (local.get $d) (local.get $e)))
    (local.set $d_low (f64x2.add (local.get $e_low) (f64x2.add
      (f64x2.sub (local.get $e) (f64x2.sub (local.get $d) (local.get $s)))
      (f64x2.sub (v128.const f64x2 2 2) (local.get $s)))))
    (local.set $high (v128.and (local.get $d) (v128.const i64x2 0xfffffffff8000000 0xfffffffff8000000)))
    (local.set $d_low (f64x2.add (local.get $d_low) (f64x2.sub (local.get $d) (local.get $high))))
    ;; the quotient to 26 bits, and what is left of E divided by D
    (local.set $q (v128.and (f64x2.div (local.get $e) (local.get $d))
      (v128.const i64x2 0xfffffffff8000000 0xfffffffff8000000)))
    (local.set $r (f64x2.add (local.get $e_low) (f64x2.sub
      (f64x2.sub (local.get $e) (f64x2.mul (local.get $q) (local.get $high)))
      (f64x2.mul (local.get $q) (local.get $d_low)))))
    (local.set $q (f64x2.add (local.get $q) (f64x2.div (local.get $r) (local.get $d))))
    (v128.bitselect (local.get $x) (local.get $q) (v128.const i64x2 0x8000000000000000 0x8000000000000000)))

  ;; ln(x) = k*ln(2) + ln(m), sqrt(1/2) <= m < sqrt(2), and with f = m - 1, s = f / (2 + f):
  ;; ln(m) = f - (h - s * (h + R)), h = f*f/2, R = 2/3 s**2 + 2/5 s**4 + ...
  (func $log (param $x v128) (result v128)
    (local $tiny v128) (local $bits v128) (local $k v128) (local $f v128) (local $s v128) (local $z v128)
    (local $w v128) (local $h v128) (local $R v128) (local $y v128)
    ;; A number below the least normal one is taken 2**54 times.
    (local.set $tiny (f64x2.lt (local.get $x) (v128.const f64x2 0x1p-1022 0x1p-1022)))
    (local.set $y (v128.bitselect
      (f64x2.mul (local.get $x) (v128.const f64x2 0x1p54 0x1p54)) (local.get $x) (local.get $tiny)))
    (local.set $bits (i64x2.add (local.get $y) (v128.const i64x2 0x00095f619980c433 0x00095f619980c433)))
    ;; The exponent as a float: its bits below those of 2**52.
    (local.set $k (f64x2.sub
      (v128.or (i64x2.shr_u (local.get $bits) (i32.const 52)) (v128.const f64x2 0x1p52 0x1p52))
      (v128.bitselect (v128.const f64x2 4503599627371573 4503599627371573) ;; 2**52 + 1023 + 54
        (v128.const f64x2 4503599627371519 4503599627371519) (local.get $tiny))))
    (local.set $f (f64x2.sub
      (i64x2.add (v128.and (local.get $bits) (v128.const i64x2 0x000fffffffffffff 0x000fffffffffffff))
        (v128.const i64x2 0x3fe6a09e667f3bcd 0x3fe6a09e667f3bcd))
      (v128.const f64x2 1 1)))
    (local.set $s (f64x2.div (local.get $f) (f64x2.add (v128.const f64x2 2 2) (local.get $f))))
    (local.set $z (f64x2.mul (local.get $s) (local.get $s)))
    (local.set $w (f64x2.mul (local.get $z) (local.get $z)))
    ;; two chains: z * (2/3 + 2/7 w + ...) + w * (2/5 + 2/9 w + ...)
    (local.set $R (v128.const f64x2 0.08695652173913043 0.08695652173913043)) ;; 2/23
    (local.set $R (f64x2.add (f64x2.mul (local.get $R) (local.get $w))
      (v128.const f64x2 0.10526315789473684 0.10526315789473684))) ;; 2/19
    (local.set $R (f64x2.add (f64x2.mul (local.get $R) (local.get $w))
      (v128.const f64x2 0.13333333333333333 0.13333333333333333))) ;; 2/15
    (local.set $R (f64x2.add (f64x2.mul (local.get $R) (local.get $w))
      (v128.const f64x2 0.18181818181818182 0.18181818181818182))) ;; 2/11
    (local.set $R (f64x2.add (f64x2.mul (local.get $R) (local.get $w))
      (v128.const f64x2 0.2857142857142857 0.2857142857142857))) ;; 2/7
    (local.set $R (f64x2.add (f64x2.mul (local.get $R) (local.get $w))
      (v128.const f64x2 0.6666666666666666 0.6666666666666666))) ;; 2/3
    (local.set $h (v128.const f64x2 0.09523809523809523 0.09523809523809523)) ;; 2/21
    (local.set $h (f64x2.add (f64x2.mul (local.get $h) (local.get $w))
      (v128.const f64x2 0.11764705882352941 0.11764705882352941))) ;; 2/17
    (local.set $h (f64x2.add (f64x2.mul (local.get $h) (local.get $w))
      (v128.const f64x2 0.15384615384615385 0.15384615384615385))) ;; 2/13
    (local.set $h (f64x2.add (f64x2.mul (local.get $h) (local.get $w))
      (v128.const f64x2 0.2222222222222222 0.2222222222222222))) ;; 2/9
    (local.set $h (f64x2.add (f64x2.mul (local.get $h) (local.get $w))
      (v128.const f64x2 0.4 0.4))) ;; 2/5
    (local.set $R (f64x2.add (f64x2.mul (local.get $R) (local.get $z)) (f64x2.mul (local.get $h) (local.get $w))))
    (local.set $h (f64x2.mul (v128.const f64x2 0.5 0.5) (f64x2.mul (local.get $f) (local.get $f))))
    (local.set $y (f64x2.sub
      (f64x2.mul (local.get $k) (v128.const f64x2 0x1.62e42feep-1 0x1.62e42feep-1))
      (f64x2.sub
        (f64x2.sub (local.get $h)
          (f64x2.add (f64x2.mul (local.get $s) (f64x2.add (local.get $h) (local.get $R)))
            (f64x2.mul (local.get $k) (v128.const f64x2 0x1.a39ef35793c76p-33 0x1.a39ef35793c76p-33))))
        (local.get $f))))
    ;; of infinity infinity, of 0 minus infinity, of what is below 0 no number
    (local.set $y (v128.bitselect (local.get $x) (local.get $y)
      (f64x2.eq (local.get $x) (v128.const f64x2 inf inf))))
    (local.set $y (v128.bitselect (v128.const f64x2 -inf -inf) (local.get $y)
      (f64x2.eq (local.get $x) (v128.const f64x2 0 0))))
    (v128.bitselect (local.get $y) (v128.const f64x2 nan nan) (f64x2.ge (local.get $x) (v128.const f64x2 0 0))))

  ;; The power needs its logarithm to some 65 bits: sums of two floats (Dekker 1971).

  (func $upper (param $x f64) (result f64) ;; the upper 26 bits
    (f64.reinterpret_i64 (i64.and (i64.reinterpret_f64 (local.get $x)) (i64.const 0xfffffffff8000000))))

  ;; a + b as a float and what it leaves out; |a| >= |b|, or a = 0
  (func $sum_of_two (param $a f64) (param $b f64) (result f64 f64)
    (local $s f64)
    (local.set $s (f64.add (local.get $a) (local.get $b)))
    (local.get $s)
    (f64.sub (local.get $b) (f64.sub (local.get $s) (local.get $a))))

  ;; a * b as a float and what it leaves out
  (func $product_of_two (param $a f64) (param $b f64) (result f64 f64)
    (local $p f64) (local $ah f64) (local $al f64) (local $bh f64) (local $bl f64)
    (local.set $p (f64.mul (local.get $a) (local.get $b)))
    (local.set $ah (call $upper (local.get $a)))
    (local.set $al (f64.sub (local.get $a) (local.get $ah)))
    (local.set $bh (call $upper (local.get $b)))
    (local.set $bl (f64.sub (local.get $b) (local.get $bh)))
    (local.get $p)
    (f64.add
      (f64.add
        (f64.sub (f64.mul (local.get $ah) (local.get $bh)) (local.get $p))
        (f64.add (f64.mul (local.get $ah) (local.get $bl)) (f64.mul (local.get $al) (local.get $bh))))
      (f64.mul (local.get $al) (local.get $bl))))

  ;; (a + al) * (b + bl)
  (func $double_product (param $a f64) (param $al f64) (param $b f64) (param $bl f64) (result f64 f64)
    (local $p f64) (local $l f64)
    (call $product_of_two (local.get $a) (local.get $b))
    (local.set $l)
    (local.set $p)
    (call $sum_of_two (local.get $p)
      (f64.add (local.get $l)
        (f64.add (f64.mul (local.get $a) (local.get $bl)) (f64.mul (local.get $al) (local.get $b))))))

  ;; ln(x), x > 0 and finite, as a sum of two floats: with s = f / (2 + f), ln(1 + f) = 2s + 2/3 s**3 + 2/5 s**5 + ...
  (func $double_log (param $x f64) (result f64 f64)
    (local $k f64) (local $bits i64) (local $m f64) (local $f f64) (local $d f64) (local $dl f64)
    (local $s f64) (local $sl f64) (local $z f64) (local $zl f64) (local $t f64) (local $tl f64)
    (local.set $k (f64.const -1023))
    (if (f64.lt (local.get $x) (f64.const 0x1p-1022)) (then
      (local.set $x (f64.mul (local.get $x) (f64.const 0x1p54)))
      (local.set $k (f64.const -1077))))
    (local.set $bits (i64.add (i64.reinterpret_f64 (local.get $x)) (i64.const 0x00095f619980c433)))
    (local.set $k (f64.add (local.get $k) (f64.convert_i64_u (i64.shr_u (local.get $bits) (i64.const 52)))))
    (local.set $m (f64.reinterpret_i64 (i64.add
      (i64.and (local.get $bits) (i64.const 0x000fffffffffffff)) (i64.const 0x3fe6a09e667f3bcd))))
    (local.set $f (f64.sub (local.get $m) (f64.const 1)))
    ;; s = f / (m + 1)
    (local.set $d (f64.add (local.get $m) (f64.const 1)))
    (local.set $dl (f64.sub (local.get $m) (f64.sub (local.get $d) (f64.const 1))))
    (local.set $s (f64.div (local.get $f) (local.get $d)))
    (call $product_of_two (local.get $s) (local.get $d))
    (local.set $tl)
    (local.set $t)
    (local.set $sl (f64.div
      (f64.sub
        (f64.sub (f64.sub (local.get $f) (local.get $t)) (local.get $tl))
        (f64.mul (local.get $s) (local.get $dl)))
      (local.get $d)))
    (call $double_product (local.get $s) (local.get $sl) (local.get $s) (local.get $sl))
    (local.set $zl)
    (local.set $z)
    ;; from 2/7 on one float is enough
    (local.set $t (f64.const 0.07407407407407407)) ;; 2/27
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.08))) ;; 2/25
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.08695652173913043))) ;; 2/23
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.09523809523809523))) ;; 2/21
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.10526315789473684))) ;; 2/19
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.11764705882352941))) ;; 2/17
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.13333333333333333))) ;; 2/15
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.15384615384615385))) ;; 2/13
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.18181818181818182))) ;; 2/11
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.2222222222222222))) ;; 2/9
    (local.set $t (f64.add (f64.mul (local.get $t) (local.get $z)) (f64.const 0.2857142857142857))) ;; 2/7
    ;; 2/5 + z * t, then 2/3 + z * that, then s * z * that: as sums of two
    (call $sum_of_two (f64.const 0.4) (f64.mul (local.get $t) (local.get $z)))
    (local.set $tl)
    (local.set $t)
    (local.set $tl (f64.add (local.get $tl) (f64.const -2.2204460492503132e-17))) ;; 2/5 less the float 0.4
    (call $double_product (local.get $t) (local.get $tl) (local.get $z) (local.get $zl))
    (local.set $tl)
    (local.set $t)
    (local.set $dl (local.get $tl))
    (call $sum_of_two (f64.const 0.6666666666666666) (local.get $t))
    (local.set $tl)
    (local.set $t)
    (local.set $tl (f64.add (local.get $tl)
      (f64.add (local.get $dl) (f64.const 3.700743415417188e-17)))) ;; 2/3 likewise
    (call $double_product (local.get $t) (local.get $tl) (local.get $z) (local.get $zl))
    (local.set $tl)
    (local.set $t)
    (call $double_product (local.get $t) (local.get $tl) (local.get $s) (local.get $sl))
    (local.set $tl)
    (local.set $t)
    ;; + 2s, then + k*ln(2)
    (local.set $dl (f64.add (local.get $tl) (f64.add (local.get $sl) (local.get $sl))))
    (call $sum_of_two (f64.add (local.get $s) (local.get $s)) (local.get $t))
    (local.set $tl)
    (local.set $t)
    (local.set $dl (f64.add (local.get $dl) (local.get $tl)))
    (call $sum_of_two (f64.mul (local.get $k) (f64.const 0x1.62e42feep-1)) (local.get $t))
    (local.set $tl)
    (local.set $t)
    (call $sum_of_two (local.get $t) (f64.add (local.get $tl)
      (f64.add (local.get $dl) (f64.mul (local.get $k) (f64.const 0x1.a39ef35793c76p-33))))))

  ;; x**y, with the limits that IEEE 754 gives pow
  (func $power (param $x f64) (param $y f64) (result f64)
    (local $sign f64) (local $h f64) (local $l f64) (local $p f64) (local $pl f64)
    (if (i32.or (f64.eq (local.get $y) (f64.const 0)) (f64.eq (local.get $x) (f64.const 1)))
      (then (return (f64.const 1))))
    (if (f64.eq (local.get $y) (f64.const 1)) (then (return (local.get $x))))
    (if (f64.eq (local.get $y) (f64.const 2)) (then (return (f64.mul (local.get $x) (local.get $x)))))
    (if (f64.eq (local.get $y) (f64.const -1)) (then (return (f64.div (f64.const 1) (local.get $x)))))
    (if (i32.or (f64.ne (local.get $x) (local.get $x)) (f64.ne (local.get $y) (local.get $y)))
      (then (return (f64.add (local.get $x) (local.get $y)))))
    (if (f64.gt (local.get $x) (f64.const 0)) (then
      (if (f64.eq (local.get $y) (f64.const 0.5)) (then (return (f64.sqrt (local.get $x)))))
      (if (f64.eq (local.get $y) (f64.const -0.5))
        (then (return (f64.div (f64.const 1) (f64.sqrt (local.get $x))))))))
    (local.set $sign (f64.const 1))
    (if (f64.lt (f64.copysign (f64.const 1) (local.get $x)) (f64.const 0)) (then
      (if (f64.eq (f64.trunc (local.get $y)) (local.get $y))
        (then
          (local.set $h (f64.mul (local.get $y) (f64.const 0.5)))
          (if (f64.ne (f64.trunc (local.get $h)) (local.get $h)) (then (local.set $sign (f64.const -1)))))
        (else
          (if (i32.and (f64.lt (local.get $x) (f64.const 0)) (f64.gt (local.get $x) (f64.const -inf)))
            (then (return (f64.const nan))))))
      (local.set $x (f64.abs (local.get $x)))))
    (if (i32.or (f64.eq (local.get $x) (f64.const 0)) (f64.eq (local.get $x) (f64.const inf))) (then
      (return (f64.mul (local.get $sign)
        (select (f64.const inf) (f64.const 0)
          (i32.eq (f64.gt (local.get $y) (f64.const 0)) (f64.gt (local.get $x) (f64.const 0))))))))
    (if (f64.eq (local.get $x) (f64.const 1)) (then (return (local.get $sign))))
    ;; Nothing changes beyond 2**70: infinite, or 0.
    (local.set $y (f64.max (f64.const -0x1p70) (f64.min (f64.const 0x1p70) (local.get $y))))
    (call $double_log (local.get $x))
    (local.set $l)
    (local.set $h)
    (call $product_of_two (local.get $y) (local.get $h))
    (local.set $pl)
    (local.set $p)
    (local.set $pl (f64.add (local.get $pl) (f64.mul (local.get $y) (local.get $l))))
    (if (f64.gt (f64.abs (local.get $p)) (f64.const 750)) (then (local.set $pl (f64.const 0))))
    (f64.mul (local.get $sign)
      (f64x2.extract_lane 0 (call $exp (f64x2.splat (local.get $p)) (f64x2.splat (local.get $pl))))))

  ;; d x**k / dx = k * x**(k-1), as the engine has it: upright at 0 for k below 1, finite also where x**(k-1) is not
  (func $power_slope (param $x f64) (param $k f64) (result f64)
    (local $p f64)
    (if (i32.and (f64.eq (local.get $x) (f64.const 0)) (f64.lt (local.get $k) (f64.const 1)))
      (then (return (select (f64.const 0) (f64.const inf) (f64.eq (local.get $k) (f64.const 0))))))
    (if (i32.and (f64.eq (local.get $k) (f64.const 0)) (f64.eq (local.get $x) (local.get $x)))
      (then (return (f64.const 0))))
    (local.set $p (call $power (local.get $x) (f64.sub (local.get $k) (f64.const 1))))
    (if (f64.eq (f64.abs (local.get $p)) (f64.const inf)) (then
      (if (f64.lt (f64.abs (local.get $x)) (f64.const inf)) (then
        (return (f64.mul
          (f64.div (local.get $k) (local.get $x)) (call $power (local.get $x) (local.get $k))))))))
    (f64.mul (local.get $k) (local.get $p)))

  ;; ---------------------------------------------------------------------------------------------------------------
  ;; Kernels, one number from one or two: y[i] = a[i] op b[i], two at a time, up to $end. What they write beyond it
  ;; (one number, where there is an odd number of them) the walker puts back.

  (func $add (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = a + b
    (loop $next
      (v128.store (local.get $y) (f64x2.add (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $subtract (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = a - b
    (loop $next
      (v128.store (local.get $y) (f64x2.sub (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $multiply (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = a * b
    (loop $next
      (v128.store (local.get $y) (f64x2.mul (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $divide (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = a / b
    (loop $next
      (v128.store (local.get $y) (f64x2.div (v128.load (local.get $a)) (v128.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $powers (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = a**b
    (loop $next
      (f64.store (local.get $y) (call $power (f64.load (local.get $a)) (f64.load (local.get $b))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $b (i32.add (local.get $b) (i32.const 8)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 8))) (local.get $end)))))

  (func $negate (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = -a
    (loop $next
      (v128.store (local.get $y) (f64x2.neg (v128.load (local.get $a))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $relu (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $x v128) ;; y = 0 where a <= 0, else a: NaN passes
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (v128.store (local.get $y)
        (v128.andnot (local.get $x) (f64x2.le (local.get $x) (v128.const f64x2 0 0))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $tanhs (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = tanh(a)
    (loop $next
      (v128.store (local.get $y) (call $tanh (v128.load (local.get $a))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $exps (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = exp(a)
    (loop $next
      (v128.store (local.get $y) (call $exp (v128.load (local.get $a)) (v128.const f64x2 0 0)))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $logs (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32) ;; y = ln(a)
    (loop $next
      (v128.store (local.get $y) (call $log (v128.load (local.get $a))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $sigmoid (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $x v128) (local $z v128) ;; y = (1 where a >= 0, else z) / (1 + z), z = exp(-|a|)
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (local.set $z (call $exp (f64x2.neg (f64x2.abs (local.get $x))) (v128.const f64x2 0 0)))
      (v128.store (local.get $y) (f64x2.div
        (v128.bitselect (v128.const f64x2 1 1) (local.get $z)
          (f64x2.ge (local.get $x) (v128.const f64x2 0 0)))
        (f64x2.add (v128.const f64x2 1 1) (local.get $z))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $square (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $x v128) ;; y = a * a
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (v128.store (local.get $y) (f64x2.mul (local.get $x) (local.get $x)))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 16))) (local.get $end)))))

  (func $fixed_powers (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $k f64) ;; y = a**k
    (local.set $k (f64.load offset=16 (local.get $g)))
    (loop $next
      (f64.store (local.get $y) (call $power (f64.load (local.get $a)) (local.get $k)))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (br_if $next (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (i32.const 8))) (local.get $end)))))

  ;; Their slopes: d[i] += slope * dy[i], d the gradient of one operand.

  (func $nothing (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32))

  (func $pass (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a + b by either, of a - b by a: 1
    (loop $next
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d)) (v128.load (local.get $dy))))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $pass_negative (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a - b by b, of -a: -1
    (loop $next
      (v128.store (local.get $d) (f64x2.sub (v128.load (local.get $d)) (v128.load (local.get $dy))))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_factor (param $x i32) (param $dy i32) (param $d i32) (param $end i32) ;; x
    (loop $next
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul (v128.load (local.get $x)) (v128.load (local.get $dy)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_factor_a (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a * b by b: a
    (call $by_factor (local.get $a) (local.get $dy) (local.get $d) (local.get $end)))

  (func $by_factor_b (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a * b by a: b
    (call $by_factor (local.get $b) (local.get $dy) (local.get $d) (local.get $end)))

  (func $by_factor_y (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of y = exp(a): y
    (call $by_factor (local.get $y) (local.get $dy) (local.get $d) (local.get $end)))

  (func $by_inverse (param $x i32) (param $dy i32) (param $d i32) (param $end i32) ;; 1 / x
    (loop $next
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul
          (f64x2.div (v128.const f64x2 1 1) (v128.load (local.get $x)))
          (v128.load (local.get $dy)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_inverse_a (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of ln(a): 1 / a
    (call $by_inverse (local.get $a) (local.get $dy) (local.get $d) (local.get $end)))

  (func $by_inverse_b (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a / b by a: 1 / b
    (call $by_inverse (local.get $b) (local.get $dy) (local.get $d) (local.get $end)))

  (func $by_divisor (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a / b by b: -a / b / b
    (local $x v128)
    (loop $next
      (local.set $x (v128.load (local.get $b)))
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul
          (f64x2.div (f64x2.div (f64x2.neg (v128.load (local.get $a))) (local.get $x)) (local.get $x))
          (v128.load (local.get $dy)))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $b (i32.add (local.get $b) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_base (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a**b by a: b * a**(b-1)
    (loop $next
      (f64.store (local.get $d) (f64.add (f64.load (local.get $d))
        (f64.mul
          (call $power_slope (f64.load (local.get $a)) (f64.load (local.get $b)))
          (f64.load (local.get $dy)))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $b (i32.add (local.get $b) (i32.const 8)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 8)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 8))) (local.get $end)))))

  (func $by_exponent (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of y = a**b by b: y * ln(a)
    (loop $next
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul
          (f64x2.mul (v128.load (local.get $y)) (call $log (v128.load (local.get $a))))
          (v128.load (local.get $dy)))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_gate (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of ReLU: 0 where a <= 0, else 1
    (loop $next
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul
          (v128.andnot (v128.const f64x2 1 1)
            (f64x2.le (v128.load (local.get $a)) (v128.const f64x2 0 0)))
          (v128.load (local.get $dy)))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_tanh (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of y = tanh(a): 1 - y*y
    (local $t v128)
    (loop $next
      (local.set $t (v128.load (local.get $y)))
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul
          (f64x2.sub (v128.const f64x2 1 1) (f64x2.mul (local.get $t) (local.get $t)))
          (v128.load (local.get $dy)))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_sigmoid (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of y = sigmoid(a): y * (1 - y)
    (local $s v128)
    (loop $next
      (local.set $s (v128.load (local.get $y)))
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul
          (f64x2.mul (local.get $s) (f64x2.sub (v128.const f64x2 1 1) (local.get $s)))
          (v128.load (local.get $dy)))))
      (local.set $y (i32.add (local.get $y) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_double (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a**2: 2 * a
    (local $x v128)
    (loop $next
      (local.set $x (v128.load (local.get $a)))
      (v128.store (local.get $d) (f64x2.add (v128.load (local.get $d))
        (f64x2.mul (f64x2.add (local.get $x) (local.get $x)) (v128.load (local.get $dy)))))
      (local.set $a (i32.add (local.get $a) (i32.const 16)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 16))) (local.get $end)))))

  (func $by_fixed_base (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a**k: k * a**(k-1), which is k * y / a
    (local $k f64) (local $size f64) (local $exact i32)
    (local.set $k (f64.load offset=16 (local.get $g)))
    ;; ... where k - 1 is no rounded number, and neither a nor y is 0 or infinite.
    (local.set $exact (i32.and
      (f64.eq (f64.add (f64.sub (local.get $k) (f64.const 1)) (f64.const 1)) (local.get $k))
      (f64.ne (local.get $k) (f64.const 0))))
    (loop $next
      (local.set $size (f64.abs (f64.load (local.get $y))))
      (f64.store (local.get $d) (f64.add (f64.load (local.get $d)) (f64.mul (f64.load (local.get $dy))
        (if (result f64) (i32.and (local.get $exact) (i32.and
            (f64.gt (local.get $size) (f64.const 1e-290)) (f64.lt (local.get $size) (f64.const inf))))
          (then (f64.div (f64.mul (local.get $k) (f64.load (local.get $y))) (f64.load (local.get $a))))
          (else (call $power_slope (f64.load (local.get $a)) (local.get $k)))))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 8)))
      (br_if $next (i32.lt_u
        (local.tee $d (i32.add (local.get $d) (i32.const 8))) (local.get $end)))))

  ;; ---------------------------------------------------------------------------------------------------------------
  ;; Kernels of several numbers, as many as `lengths` says. A list has the way in bytes from $a (or $b) to each row;
  ;; $row is how long a row is: 8, or $stride. Forwards a row of one is computed as the lower half of two.

  (func $sum (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $list i32) (local $stop i32) (local $at i32) (local $length i32) (local $row i32) (local $lane i32)
    (local $s v128) ;; y[i] = the sum of its terms, from the first to the last
    (local.set $list (i32.load offset=100 (local.get $g)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (local.set $lane (i32.const 0))
      (loop $lanes
        (local.set $s (v128.const f64x2 -0 -0))
        (local.set $at (local.get $list))
        (loop $term
          (local.set $s (f64x2.add (local.get $s) (v128.load
            (i32.add (i32.add (local.get $a) (local.get $lane)) (i32.load (local.get $at))))))
          (br_if $term (i32.lt_u
            (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $stop))))
        (v128.store (i32.add (local.get $y) (local.get $lane)) (local.get $s))
        (br_if $lanes (i32.lt_u
          (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (local.get $row))))
      (local.set $list (local.get $stop))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (br_if $result (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (local.get $row))) (local.get $end)))))

  (func $max (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $list i32) (local $stop i32) (local $at i32) (local $length i32) (local $row i32) (local $lane i32)
    (local $s v128) ;; y[i] = the largest of its terms, as Python's max() finds it
    (local.set $list (i32.load offset=100 (local.get $g)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (local.set $lane (i32.const 0))
      (loop $lanes
        (local.set $at (local.get $list))
        (local.set $s (v128.load
          (i32.add (i32.add (local.get $a) (local.get $lane)) (i32.load (local.get $at)))))
        (loop $term
          (local.set $s (f64x2.pmax (local.get $s) (v128.load
            (i32.add (i32.add (local.get $a) (local.get $lane)) (i32.load (local.get $at))))))
          (br_if $term (i32.lt_u
            (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $stop))))
        (v128.store (i32.add (local.get $y) (local.get $lane)) (local.get $s))
        (br_if $lanes (i32.lt_u
          (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (local.get $row))))
      (local.set $list (local.get $stop))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (br_if $result (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (local.get $row))) (local.get $end)))))

  (func $dot (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $list i32) (local $stop i32) (local $at i32) (local $other i32) (local $length i32) (local $row i32)
    (local $lane i32) (local $s v128) ;; y[i] = the sum of its products a * b
    (local.set $list (i32.load offset=100 (local.get $g)))
    (local.set $other (i32.sub (i32.load offset=140 (local.get $g)) (local.get $list))) ;; from one list to the other
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (local.set $lane (i32.const 0))
      (loop $lanes
        (local.set $s (v128.const f64x2 -0 -0))
        (local.set $at (local.get $list))
        (loop $term
          (local.set $s (f64x2.add (local.get $s) (f64x2.mul
            (v128.load (i32.add (i32.add (local.get $a) (local.get $lane)) (i32.load (local.get $at))))
            (v128.load (i32.add (i32.add (local.get $b) (local.get $lane))
              (i32.load (i32.add (local.get $at) (local.get $other))))))))
          (br_if $term (i32.lt_u
            (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $stop))))
        (v128.store (i32.add (local.get $y) (local.get $lane)) (local.get $s))
        (br_if $lanes (i32.lt_u
          (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (local.get $row))))
      (local.set $list (local.get $stop))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (br_if $result (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (local.get $row))) (local.get $end)))))

  (func $dot_one (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $list i32) (local $stop i32) (local $at i32) (local $other i32) (local $length i32) (local $row i32)
    (local $lane i32) (local $s v128) ;; the same, with a the same for all samples
    (local.set $list (i32.load offset=100 (local.get $g)))
    (local.set $other (i32.sub (i32.load offset=140 (local.get $g)) (local.get $list)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (local.set $lane (i32.const 0))
      (loop $lanes
        (local.set $s (v128.const f64x2 -0 -0))
        (local.set $at (local.get $list))
        (loop $term
          (local.set $s (f64x2.add (local.get $s) (f64x2.mul
            (v128.load64_splat (i32.add (local.get $a) (i32.load (local.get $at))))
            (v128.load (i32.add (i32.add (local.get $b) (local.get $lane))
              (i32.load (i32.add (local.get $at) (local.get $other))))))))
          (br_if $term (i32.lt_u
            (local.tee $at (i32.add (local.get $at) (i32.const 4))) (local.get $stop))))
        (v128.store (i32.add (local.get $y) (local.get $lane)) (local.get $s))
        (br_if $lanes (i32.lt_u
          (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (local.get $row))))
      (local.set $list (local.get $stop))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (br_if $result (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (local.get $row))) (local.get $end)))))

  (func $lookup (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $choices i32) (local $table i32) (local $length i32) (local $row i32) (local $lane i32)
    (local $one_choice i32) (local $one_table i32) (local $c f64)
    ;; y[i] = the candidate that a[i] names, from 0; NaN where it names none. $one_...: 0 where all samples share it
    (local.set $choices (i32.load offset=100 (local.get $g)))
    (local.set $one_choice (i32.load offset=104 (local.get $g)))
    (local.set $table (i32.load offset=140 (local.get $g)))
    (local.set $one_table (i32.load offset=144 (local.get $g)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (loop $result
      (local.set $lane (i32.const 0))
      (loop $lanes
        (local.set $c (f64.load (i32.add
          (i32.add (local.get $a) (i32.load (local.get $choices)))
          (i32.and (local.get $lane) (local.get $one_choice)))))
        (f64.store (i32.add (local.get $y) (local.get $lane))
          (if (result f64) (i32.and
              (f64.ge (local.get $c) (f64.const 0))
              (f64.lt (local.get $c) (f64.convert_i32_u (i32.load (local.get $length)))))
            (then (f64.load (i32.add
              (i32.add (local.get $b) (i32.and (local.get $lane) (local.get $one_table)))
              (i32.load (i32.add (local.get $table)
                (i32.shl (i32.trunc_f64_u (local.get $c)) (i32.const 2)))))))
            (else (f64.const nan))))
        (br_if $lanes (i32.lt_u
          (local.tee $lane (i32.add (local.get $lane) (i32.const 8))) (local.get $row))))
      (local.set $choices (i32.add (local.get $choices) (i32.const 4)))
      (local.set $table (i32.add (local.get $table) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (br_if $result (i32.lt_u
        (local.tee $y (i32.add (local.get $y) (local.get $row))) (local.get $end)))))

  (func $to_table (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a lookup: the candidate named gets dy, the others nothing
    (local $choices i32) (local $table i32) (local $length i32) (local $row i32) (local $lane i32) (local $n i32)
    (local $one_choice i32) (local $one_table i32) (local $c f64) (local $bytes i32) (local $at i32)
    (local.set $choices (i32.load offset=100 (local.get $g)))
    (local.set $one_choice (i32.load offset=104 (local.get $g)))
    (local.set $table (i32.load offset=140 (local.get $g)))
    (local.set $one_table (i32.load offset=144 (local.get $g)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (local.set $n (i32.load offset=4 (local.get $g)))
    (local.set $bytes (call $used (local.get $row)))
    (loop $result
      (local.set $lane (i32.const 0))
      (loop $lanes
        (local.set $c (f64.load (i32.add
          (i32.add (local.get $a) (i32.load (local.get $choices)))
          (i32.and (local.get $lane) (local.get $one_choice)))))
        (if (i32.and
            (f64.ge (local.get $c) (f64.const 0))
            (f64.lt (local.get $c) (f64.convert_i32_u (i32.load (local.get $length)))))
          (then
            (local.set $at (i32.add
              (i32.add (local.get $d) (i32.and (local.get $lane) (local.get $one_table)))
              (i32.load (i32.add (local.get $table)
                (i32.shl (i32.trunc_f64_u (local.get $c)) (i32.const 2))))))
            (f64.store (local.get $at) (f64.add (f64.load (local.get $at))
              (f64.load (i32.add (local.get $dy) (local.get $lane)))))))
        (br_if $lanes (i32.lt_u
          (local.tee $lane (i32.add (local.get $lane) (i32.const 8))) (local.get $bytes))))
      (local.set $choices (i32.add (local.get $choices) (i32.const 4)))
      (local.set $table (i32.add (local.get $table) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (local.set $dy (i32.add (local.get $dy) (local.get $row)))
      (br_if $result (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; bytes of a row that hold samples of the present stretch
  (func $used (param $row i32) (result i32)
    (select (i32.const 8) (i32.shl (global.get $lanes) (i32.const 3)) (i32.eq (local.get $row) (i32.const 8))))

  (func $to_terms (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; of a sum: each term gets dy
    (local $list i32) (local $stop i32) (local $length i32) (local $row i32) (local $lane i32) (local $n i32)
    (local $at i32) (local $grad f64)
    (local.set $list (i32.load offset=100 (local.get $g)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (local.set $n (i32.load offset=4 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (if (i32.eq (local.get $row) (i32.const 8))
        (then
          (local.set $grad (f64.load (local.get $dy)))
          (loop $term
            (local.set $at (i32.add (local.get $d) (i32.load (local.get $list))))
            (f64.store (local.get $at) (f64.add (f64.load (local.get $at)) (local.get $grad)))
            (br_if $term (i32.lt_u
              (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $stop)))))
        (else
          (loop $term
            (local.set $at (i32.add (local.get $d) (i32.load (local.get $list))))
            (local.set $lane (i32.const 0))
            (loop $lanes
              (v128.store (i32.add (local.get $at) (local.get $lane)) (f64x2.add
                (v128.load (i32.add (local.get $at) (local.get $lane)))
                (v128.load (i32.add (local.get $dy) (local.get $lane)))))
              (br_if $lanes (i32.lt_u
                (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (local.get $row))))
            (br_if $term (i32.lt_u
              (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $stop))))))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (local.set $dy (i32.add (local.get $dy) (local.get $row)))
      (br_if $result (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; of a dot product, each factor gets the other one times dy: d[list] += x[other list] * dy
  (func $to_factors (param $d i32) (param $list i32) (param $x i32) (param $other i32) (param $dy i32) (param $g i32)
    (local $stop i32) (local $length i32) (local $row i32) (local $lane i32) (local $n i32)
    (local $at i32) (local $from i32) (local $grad f64)
    (local.set $other (i32.sub (local.get $other) (local.get $list)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $row (i32.load offset=28 (local.get $g)))
    (local.set $n (i32.load offset=4 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (if (i32.eq (local.get $row) (i32.const 8))
        (then
          (local.set $grad (f64.load (local.get $dy)))
          (loop $term
            (local.set $at (i32.add (local.get $d) (i32.load (local.get $list))))
            (f64.store (local.get $at) (f64.add (f64.load (local.get $at)) (f64.mul (local.get $grad)
              (f64.load (i32.add (local.get $x) (i32.load (i32.add (local.get $list) (local.get $other))))))))
            (br_if $term (i32.lt_u
              (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $stop)))))
        (else
          (loop $term
            (local.set $at (i32.add (local.get $d) (i32.load (local.get $list))))
            (local.set $from (i32.add (local.get $x)
              (i32.load (i32.add (local.get $list) (local.get $other)))))
            (local.set $lane (i32.const 0))
            (loop $lanes
              (v128.store (i32.add (local.get $at) (local.get $lane)) (f64x2.add
                (v128.load (i32.add (local.get $at) (local.get $lane)))
                (f64x2.mul
                  (v128.load (i32.add (local.get $from) (local.get $lane)))
                  (v128.load (i32.add (local.get $dy) (local.get $lane))))))
              (br_if $lanes (i32.lt_u
                (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (local.get $row))))
            (br_if $term (i32.lt_u
              (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $stop))))))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (local.set $dy (i32.add (local.get $dy) (local.get $row)))
      (br_if $result (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  (func $to_left (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32)
    (call $to_factors (local.get $d) (i32.load offset=100 (local.get $g))
      (local.get $b) (i32.load offset=140 (local.get $g)) (local.get $dy) (local.get $g)))

  (func $to_right (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32)
    (call $to_factors (local.get $d) (i32.load offset=140 (local.get $g))
      (local.get $a) (i32.load offset=100 (local.get $g)) (local.get $dy) (local.get $g)))

  (func $to_left_one (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; one number for all samples hears from all of them: d += the sum of b * dy
    (local $list i32) (local $other i32) (local $stop i32) (local $length i32) (local $n i32) (local $at i32)
    (local.set $list (i32.load offset=100 (local.get $g)))
    (local.set $other (i32.sub (i32.load offset=140 (local.get $g)) (local.get $list)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $n (i32.load offset=4 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (loop $term
        (local.set $at (i32.add (local.get $d) (i32.load (local.get $list))))
        (f64.store (local.get $at) (f64.add (f64.load (local.get $at)) (call $dot_of
          (i32.add (local.get $b) (i32.load (i32.add (local.get $list) (local.get $other))))
          (local.get $dy) (global.get $lanes))))
        (br_if $term (i32.lt_u
          (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $stop))))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (local.set $dy (i32.add (local.get $dy) (global.get $stride)))
      (br_if $result (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  (func $to_right_one (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; d += a * dy, a the same for all samples
    (local $list i32) (local $other i32) (local $stop i32) (local $length i32) (local $n i32) (local $at i32)
    (local $lane i32) (local $x v128)
    (local.set $list (i32.load offset=100 (local.get $g)))
    (local.set $other (i32.sub (i32.load offset=140 (local.get $g)) (local.get $list)))
    (local.set $length (i32.load offset=12 (local.get $g)))
    (local.set $n (i32.load offset=4 (local.get $g)))
    (loop $result
      (local.set $stop (i32.add (local.get $list) (i32.shl (i32.load (local.get $length)) (i32.const 2))))
      (loop $term
        (local.set $x (v128.load64_splat (i32.add (local.get $a) (i32.load (local.get $list)))))
        (local.set $at (i32.add (local.get $d) (i32.load (i32.add (local.get $list) (local.get $other)))))
        (local.set $lane (i32.const 0))
        (loop $lanes
          (v128.store (i32.add (local.get $at) (local.get $lane)) (f64x2.add
            (v128.load (i32.add (local.get $at) (local.get $lane)))
            (f64x2.mul (local.get $x) (v128.load (i32.add (local.get $dy) (local.get $lane))))))
          (br_if $lanes (i32.lt_u
            (local.tee $lane (i32.add (local.get $lane) (i32.const 16))) (global.get $stride))))
        (br_if $term (i32.lt_u
          (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $stop))))
      (local.set $length (i32.add (local.get $length) (i32.const 4)))
      (local.set $dy (i32.add (local.get $dy) (global.get $stride)))
      (br_if $result (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; the sum of x[s] over $n numbers
  (func $total (param $x i32) (param $n i32) (result f64)
    (local $s v128) (local $end i32)
    (local.set $end (i32.add (local.get $x) (i32.shl (i32.and (local.get $n) (i32.const -2)) (i32.const 3))))
    (block $done
      (br_if $done (i32.lt_u (local.get $n) (i32.const 2)))
      (loop $next
        (local.set $s (f64x2.add (local.get $s) (v128.load (local.get $x))))
        (br_if $next (i32.lt_u
          (local.tee $x (i32.add (local.get $x) (i32.const 16))) (local.get $end)))))
    (if (i32.and (local.get $n) (i32.const 1)) (then
      (local.set $s (f64x2.add (local.get $s) (v128.load64_zero (local.get $x))))))
    (f64.add (f64x2.extract_lane 0 (local.get $s)) (f64x2.extract_lane 1 (local.get $s))))

  ;; ---------------------------------------------------------------------------------------------------------------
  ;; Matrix products, in two forms. A register holds two numbers; a block of results stays in eight of them while the
  ;; sum runs, so that what is loaded serves two or four products.

  ;; the sum of x[q] * z[q] over $n adjacent numbers
  (func $dot_of (param $x i32) (param $z i32) (param $n i32) (result f64)
    (local $s v128) (local $t v128) (local $left i32)
    (local.set $left (i32.shr_u (local.get $n) (i32.const 2)))
    (if (local.get $left) (then
      (loop $next
        (local.set $s (f64x2.add (local.get $s)
          (f64x2.mul (v128.load (local.get $x)) (v128.load (local.get $z)))))
        (local.set $t (f64x2.add (local.get $t)
          (f64x2.mul (v128.load offset=16 (local.get $x)) (v128.load offset=16 (local.get $z)))))
        (local.set $x (i32.add (local.get $x) (i32.const 32)))
        (local.set $z (i32.add (local.get $z) (i32.const 32)))
        (br_if $next (local.tee $left (i32.sub (local.get $left) (i32.const 1)))))))
    (if (i32.and (local.get $n) (i32.const 2)) (then
      (local.set $s (f64x2.add (local.get $s)
        (f64x2.mul (v128.load (local.get $x)) (v128.load (local.get $z)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $z (i32.add (local.get $z) (i32.const 16)))))
    (if (i32.and (local.get $n) (i32.const 1)) (then
      (local.set $t (f64x2.add (local.get $t)
        (f64x2.mul (v128.load64_zero (local.get $x)) (v128.load64_zero (local.get $z)))))))
    (local.set $s (f64x2.add (local.get $s) (local.get $t)))
    (f64.add (f64x2.extract_lane 0 (local.get $s)) (f64x2.extract_lane 1 (local.get $s))))

  (func $store_or_add (param $c i32) (param $x f64) (param $add i32)
    (f64.store (local.get $c) (f64.add (local.get $x)
      (select (f64.load (local.get $c)) (f64.const -0) (local.get $add)))))

  ;; Dot form: C[i,j] (+)= the sum over q < n of A[i,q] * B[j,q], i < m, j < p; q runs along adjacent numbers.
  ;; A's rows lie $as bytes apart, B's $bs; C's results $ci from i to i, $cj from j to j. Blocks of 4 by 2.
  (func $dots (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $ci i32)
    (param $cj i32) (param $m i32) (param $p i32) (param $n i32) (param $add i32)
    (local $i i32) (local $j i32) (local $left i32) (local $at i32)
    (local $a0 i32) (local $a1 i32) (local $a2 i32) (local $a3 i32) (local $b0 i32) (local $b1 i32)
    (local $x0 v128) (local $x1 v128) (local $z v128)
    (local $s00 v128) (local $s01 v128) (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128) (local $s30 v128) (local $s31 v128)
    (if (i32.lt_u (local.get $m) (i32.const 4)) (then ;; less than a block: turned round; or less than that too
      (if (i32.lt_u (local.get $p) (i32.const 4))
        (then (call $dots_singly (local.get $a) (local.get $as) (local.get $b) (local.get $bs) (local.get $c)
          (local.get $ci) (local.get $cj) (local.get $m) (local.get $p) (local.get $n) (local.get $add)))
        (else (call $dots (local.get $b) (local.get $bs) (local.get $a) (local.get $as) (local.get $c)
          (local.get $cj) (local.get $ci) (local.get $p) (local.get $m) (local.get $n) (local.get $add))))
      (return)))
    (local.set $i (local.get $m))
    (block $blocks_done (loop $rows
      (br_if $blocks_done (i32.lt_u (local.get $i) (i32.const 4)))
      (local.set $b0 (local.get $b))
      (local.set $at (local.get $c))
      (local.set $j (local.get $p))
      (block $pairs_done (loop $pairs
        (br_if $pairs_done (i32.lt_u (local.get $j) (i32.const 2)))
        (local.set $a0 (local.get $a))
        (local.set $a1 (i32.add (local.get $a0) (local.get $as)))
        (local.set $a2 (i32.add (local.get $a1) (local.get $as)))
        (local.set $a3 (i32.add (local.get $a2) (local.get $as)))
        (local.set $b1 (i32.add (local.get $b0) (local.get $bs)))
        (local.set $s00 (v128.const f64x2 0 0))
        (local.set $s01 (v128.const f64x2 0 0))
        (local.set $s10 (v128.const f64x2 0 0))
        (local.set $s11 (v128.const f64x2 0 0))
        (local.set $s20 (v128.const f64x2 0 0))
        (local.set $s21 (v128.const f64x2 0 0))
        (local.set $s30 (v128.const f64x2 0 0))
        (local.set $s31 (v128.const f64x2 0 0))
        (local.set $left (i32.shr_u (local.get $n) (i32.const 1)))
        (block $summed
          (br_if $summed (i32.eqz (local.get $left)))
          (loop $next
            (local.set $x0 (v128.load (local.get $b0)))
            (local.set $x1 (v128.load (local.get $b1)))
            (local.set $z (v128.load (local.get $a0)))
            (local.set $s00 (f64x2.add (local.get $s00) (f64x2.mul (local.get $z) (local.get $x0))))
            (local.set $s01 (f64x2.add (local.get $s01) (f64x2.mul (local.get $z) (local.get $x1))))
            (local.set $z (v128.load (local.get $a1)))
            (local.set $s10 (f64x2.add (local.get $s10) (f64x2.mul (local.get $z) (local.get $x0))))
            (local.set $s11 (f64x2.add (local.get $s11) (f64x2.mul (local.get $z) (local.get $x1))))
            (local.set $z (v128.load (local.get $a2)))
            (local.set $s20 (f64x2.add (local.get $s20) (f64x2.mul (local.get $z) (local.get $x0))))
            (local.set $s21 (f64x2.add (local.get $s21) (f64x2.mul (local.get $z) (local.get $x1))))
            (local.set $z (v128.load (local.get $a3)))
            (local.set $s30 (f64x2.add (local.get $s30) (f64x2.mul (local.get $z) (local.get $x0))))
            (local.set $s31 (f64x2.add (local.get $s31) (f64x2.mul (local.get $z) (local.get $x1))))
            (local.set $a0 (i32.add (local.get $a0) (i32.const 16)))
            (local.set $a1 (i32.add (local.get $a1) (i32.const 16)))
            (local.set $a2 (i32.add (local.get $a2) (i32.const 16)))
            (local.set $a3 (i32.add (local.get $a3) (i32.const 16)))
            (local.set $b0 (i32.add (local.get $b0) (i32.const 16)))
            (local.set $b1 (i32.add (local.get $b1) (i32.const 16)))
            (br_if $next (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))
        (if (i32.and (local.get $n) (i32.const 1)) (then
          (local.set $x0 (v128.load64_zero (local.get $b0)))
          (local.set $x1 (v128.load64_zero (local.get $b1)))
          (local.set $z (v128.load64_zero (local.get $a0)))
          (local.set $s00 (f64x2.add (local.get $s00) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s01 (f64x2.add (local.get $s01) (f64x2.mul (local.get $z) (local.get $x1))))
          (local.set $z (v128.load64_zero (local.get $a1)))
          (local.set $s10 (f64x2.add (local.get $s10) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s11 (f64x2.add (local.get $s11) (f64x2.mul (local.get $z) (local.get $x1))))
          (local.set $z (v128.load64_zero (local.get $a2)))
          (local.set $s20 (f64x2.add (local.get $s20) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s21 (f64x2.add (local.get $s21) (f64x2.mul (local.get $z) (local.get $x1))))
          (local.set $z (v128.load64_zero (local.get $a3)))
          (local.set $s30 (f64x2.add (local.get $s30) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s31 (f64x2.add (local.get $s31) (f64x2.mul (local.get $z) (local.get $x1))))))
        ;; the halves of each sum, two results at a time
        (local.set $s00 (f64x2.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $s00) (local.get $s01))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $s00) (local.get $s01))))
        (local.set $s10 (f64x2.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $s10) (local.get $s11))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $s10) (local.get $s11))))
        (local.set $s20 (f64x2.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $s20) (local.get $s21))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $s20) (local.get $s21))))
        (local.set $s30 (f64x2.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $s30) (local.get $s31))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $s30) (local.get $s31))))
        (local.set $a0 (local.get $at))
        (local.set $a1 (i32.add (local.get $a0) (local.get $ci)))
        (local.set $a2 (i32.add (local.get $a1) (local.get $ci)))
        (local.set $a3 (i32.add (local.get $a2) (local.get $ci)))
        (if (local.get $add) (then
          (local.set $s00 (f64x2.add (local.get $s00) (v128.load64_lane 1
            (i32.add (local.get $a0) (local.get $cj)) (v128.load64_zero (local.get $a0)))))
          (local.set $s10 (f64x2.add (local.get $s10) (v128.load64_lane 1
            (i32.add (local.get $a1) (local.get $cj)) (v128.load64_zero (local.get $a1)))))
          (local.set $s20 (f64x2.add (local.get $s20) (v128.load64_lane 1
            (i32.add (local.get $a2) (local.get $cj)) (v128.load64_zero (local.get $a2)))))
          (local.set $s30 (f64x2.add (local.get $s30) (v128.load64_lane 1
            (i32.add (local.get $a3) (local.get $cj)) (v128.load64_zero (local.get $a3)))))))
        (v128.store64_lane 0 (local.get $a0) (local.get $s00))
        (v128.store64_lane 1 (i32.add (local.get $a0) (local.get $cj)) (local.get $s00))
        (v128.store64_lane 0 (local.get $a1) (local.get $s10))
        (v128.store64_lane 1 (i32.add (local.get $a1) (local.get $cj)) (local.get $s10))
        (v128.store64_lane 0 (local.get $a2) (local.get $s20))
        (v128.store64_lane 1 (i32.add (local.get $a2) (local.get $cj)) (local.get $s20))
        (v128.store64_lane 0 (local.get $a3) (local.get $s30))
        (v128.store64_lane 1 (i32.add (local.get $a3) (local.get $cj)) (local.get $s30))
        (local.set $b0 (i32.add (local.get $bs)
          (i32.sub (local.get $b1) (i32.shl (i32.shr_u (local.get $n) (i32.const 1)) (i32.const 4)))))
        (local.set $at (i32.add (local.get $at) (i32.shl (local.get $cj) (i32.const 1))))
        (local.set $j (i32.sub (local.get $j) (i32.const 2)))
        (br $pairs)))
      (if (local.get $j) (then ;; the last column, a block of 4 by 1
        (local.set $a0 (local.get $a))
        (local.set $a1 (i32.add (local.get $a0) (local.get $as)))
        (local.set $a2 (i32.add (local.get $a1) (local.get $as)))
        (local.set $a3 (i32.add (local.get $a2) (local.get $as)))
        (local.set $s00 (v128.const f64x2 0 0))
        (local.set $s10 (v128.const f64x2 0 0))
        (local.set $s20 (v128.const f64x2 0 0))
        (local.set $s30 (v128.const f64x2 0 0))
        (local.set $left (i32.shr_u (local.get $n) (i32.const 1)))
        (block $summed
          (br_if $summed (i32.eqz (local.get $left)))
          (loop $next
            (local.set $x0 (v128.load (local.get $b0)))
            (local.set $s00 (f64x2.add (local.get $s00) (f64x2.mul (v128.load (local.get $a0)) (local.get $x0))))
            (local.set $s10 (f64x2.add (local.get $s10) (f64x2.mul (v128.load (local.get $a1)) (local.get $x0))))
            (local.set $s20 (f64x2.add (local.get $s20) (f64x2.mul (v128.load (local.get $a2)) (local.get $x0))))
            (local.set $s30 (f64x2.add (local.get $s30) (f64x2.mul (v128.load (local.get $a3)) (local.get $x0))))
            (local.set $a0 (i32.add (local.get $a0) (i32.const 16)))
            (local.set $a1 (i32.add (local.get $a1) (i32.const 16)))
            (local.set $a2 (i32.add (local.get $a2) (i32.const 16)))
            (local.set $a3 (i32.add (local.get $a3) (i32.const 16)))
            (local.set $b0 (i32.add (local.get $b0) (i32.const 16)))
            (br_if $next (local.tee $left (i32.sub (local.get $left) (i32.const 1))))))
        (if (i32.and (local.get $n) (i32.const 1)) (then
          (local.set $x0 (v128.load64_zero (local.get $b0)))
          (local.set $s00 (f64x2.add (local.get $s00) (f64x2.mul (v128.load64_zero (local.get $a0)) (local.get $x0))))
          (local.set $s10 (f64x2.add (local.get $s10) (f64x2.mul (v128.load64_zero (local.get $a1)) (local.get $x0))))
          (local.set $s20 (f64x2.add (local.get $s20) (f64x2.mul (v128.load64_zero (local.get $a2)) (local.get $x0))))
          (local.set $s30 (f64x2.add (local.get $s30)
            (f64x2.mul (v128.load64_zero (local.get $a3)) (local.get $x0))))))
        (local.set $s00 (f64x2.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $s00) (local.get $s10))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $s00) (local.get $s10))))
        (local.set $s20 (f64x2.add
          (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $s20) (local.get $s30))
          (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $s20) (local.get $s30))))
        (local.set $a0 (local.get $at))
        (local.set $a1 (i32.add (local.get $a0) (local.get $ci)))
        (local.set $a2 (i32.add (local.get $a1) (local.get $ci)))
        (local.set $a3 (i32.add (local.get $a2) (local.get $ci)))
        (if (local.get $add) (then
          (local.set $s00 (f64x2.add (local.get $s00)
            (v128.load64_lane 1 (local.get $a1) (v128.load64_zero (local.get $a0)))))
          (local.set $s20 (f64x2.add (local.get $s20)
            (v128.load64_lane 1 (local.get $a3) (v128.load64_zero (local.get $a2)))))))
        (v128.store64_lane 0 (local.get $a0) (local.get $s00))
        (v128.store64_lane 1 (local.get $a1) (local.get $s00))
        (v128.store64_lane 0 (local.get $a2) (local.get $s20))
        (v128.store64_lane 1 (local.get $a3) (local.get $s20))))
      (local.set $a (i32.add (local.get $a) (i32.shl (local.get $as) (i32.const 2))))
      (local.set $c (i32.add (local.get $c) (i32.shl (local.get $ci) (i32.const 2))))
      (local.set $i (i32.sub (local.get $i) (i32.const 4)))
      (br $rows)))
    (if (local.get $i) (then
      (call $dots (local.get $a) (local.get $as) (local.get $b) (local.get $bs) (local.get $c)
        (local.get $ci) (local.get $cj) (local.get $i) (local.get $p) (local.get $n) (local.get $add)))))

  ;; the same, one result after another
  (func $dots_singly (param $a i32) (param $as i32) (param $b i32) (param $bs i32) (param $c i32) (param $ci i32)
    (param $cj i32) (param $m i32) (param $p i32) (param $n i32) (param $add i32)
    (local $j i32) (local $at i32) (local $with i32)
    (block $done (loop $rows
      (br_if $done (i32.eqz (local.get $m)))
      (local.set $j (local.get $p))
      (local.set $at (local.get $c))
      (local.set $with (local.get $b))
      (loop $columns
        (call $store_or_add (local.get $at)
          (call $dot_of (local.get $a) (local.get $with) (local.get $n)) (local.get $add))
        (local.set $at (i32.add (local.get $at) (local.get $cj)))
        (local.set $with (i32.add (local.get $with) (local.get $bs)))
        (br_if $columns (local.tee $j (i32.sub (local.get $j) (i32.const 1)))))
      (local.set $a (i32.add (local.get $a) (local.get $as)))
      (local.set $c (i32.add (local.get $c) (local.get $ci)))
      (local.set $m (i32.sub (local.get $m) (i32.const 1)))
      (br $rows))))

  ;; Row form: C[i,s] (+)= the sum over q < k of A[i,q] * X[q,s], i < m, s < n; s runs along adjacent numbers.
  ;; A's numbers lie $ai bytes apart from i to i and $aq from q to q; X's rows $xs, C's $cs. Blocks of 4 by 4.
  (func $mixed_rows (param $a i32) (param $ai i32) (param $aq i32) (param $x i32) (param $xs i32) (param $c i32)
    (param $cs i32) (param $m i32) (param $k i32) (param $n i32) (param $add i32)
    (local $i i32) (local $q i32) (local $at i32) (local $row i32) (local $s f64)
    (local $a0 i32) (local $a1 i32) (local $a2 i32) (local $a3 i32) (local $c1 i32) (local $c2 i32) (local $c3 i32)
    (local $x0 v128) (local $x1 v128) (local $z v128)
    (local $s00 v128) (local $s01 v128) (local $s10 v128) (local $s11 v128)
    (local $s20 v128) (local $s21 v128) (local $s30 v128) (local $s31 v128)
    (block $done (loop $numbers
      (br_if $done (i32.lt_u (local.get $n) (i32.const 4)))
      (local.set $a0 (local.get $a))
      (local.set $at (local.get $c))
      (local.set $i (local.get $m))
      (block $fours_done (loop $fours
        (br_if $fours_done (i32.lt_u (local.get $i) (i32.const 4)))
        (local.set $a1 (i32.add (local.get $a0) (local.get $ai)))
        (local.set $a2 (i32.add (local.get $a1) (local.get $ai)))
        (local.set $a3 (i32.add (local.get $a2) (local.get $ai)))
        (local.set $c1 (i32.add (local.get $at) (local.get $cs)))
        (local.set $c2 (i32.add (local.get $c1) (local.get $cs)))
        (local.set $c3 (i32.add (local.get $c2) (local.get $cs)))
        (if (local.get $add)
          (then
            (local.set $s00 (v128.load (local.get $at)))
            (local.set $s01 (v128.load offset=16 (local.get $at)))
            (local.set $s10 (v128.load (local.get $c1)))
            (local.set $s11 (v128.load offset=16 (local.get $c1)))
            (local.set $s20 (v128.load (local.get $c2)))
            (local.set $s21 (v128.load offset=16 (local.get $c2)))
            (local.set $s30 (v128.load (local.get $c3)))
            (local.set $s31 (v128.load offset=16 (local.get $c3))))
          (else
            (local.set $s00 (v128.const f64x2 0 0))
            (local.set $s01 (v128.const f64x2 0 0))
            (local.set $s10 (v128.const f64x2 0 0))
            (local.set $s11 (v128.const f64x2 0 0))
            (local.set $s20 (v128.const f64x2 0 0))
            (local.set $s21 (v128.const f64x2 0 0))
            (local.set $s30 (v128.const f64x2 0 0))
            (local.set $s31 (v128.const f64x2 0 0))))
        (local.set $row (local.get $x))
        (local.set $q (local.get $k))
        (loop $next
          (local.set $x0 (v128.load (local.get $row)))
          (local.set $x1 (v128.load offset=16 (local.get $row)))
          (local.set $z (v128.load64_splat (local.get $a0)))
          (local.set $s00 (f64x2.add (local.get $s00) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s01 (f64x2.add (local.get $s01) (f64x2.mul (local.get $z) (local.get $x1))))
          (local.set $z (v128.load64_splat (local.get $a1)))
          (local.set $s10 (f64x2.add (local.get $s10) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s11 (f64x2.add (local.get $s11) (f64x2.mul (local.get $z) (local.get $x1))))
          (local.set $z (v128.load64_splat (local.get $a2)))
          (local.set $s20 (f64x2.add (local.get $s20) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s21 (f64x2.add (local.get $s21) (f64x2.mul (local.get $z) (local.get $x1))))
          (local.set $z (v128.load64_splat (local.get $a3)))
          (local.set $s30 (f64x2.add (local.get $s30) (f64x2.mul (local.get $z) (local.get $x0))))
          (local.set $s31 (f64x2.add (local.get $s31) (f64x2.mul (local.get $z) (local.get $x1))))
          (local.set $a0 (i32.add (local.get $a0) (local.get $aq)))
          (local.set $a1 (i32.add (local.get $a1) (local.get $aq)))
          (local.set $a2 (i32.add (local.get $a2) (local.get $aq)))
          (local.set $a3 (i32.add (local.get $a3) (local.get $aq)))
          (local.set $row (i32.add (local.get $row) (local.get $xs)))
          (br_if $next (local.tee $q (i32.sub (local.get $q) (i32.const 1)))))
        (v128.store (local.get $at) (local.get $s00))
        (v128.store offset=16 (local.get $at) (local.get $s01))
        (v128.store (local.get $c1) (local.get $s10))
        (v128.store offset=16 (local.get $c1) (local.get $s11))
        (v128.store (local.get $c2) (local.get $s20))
        (v128.store offset=16 (local.get $c2) (local.get $s21))
        (v128.store (local.get $c3) (local.get $s30))
        (v128.store offset=16 (local.get $c3) (local.get $s31))
        (local.set $a0 (i32.add (i32.sub (local.get $a3) (i32.mul (local.get $aq) (local.get $k))) (local.get $ai)))
        (local.set $at (i32.add (local.get $c3) (local.get $cs)))
        (local.set $i (i32.sub (local.get $i) (i32.const 4)))
        (br $fours)))
      (block $ones_done (loop $ones
        (br_if $ones_done (i32.eqz (local.get $i)))
        (local.set $s00 (v128.const f64x2 0 0))
        (local.set $s01 (v128.const f64x2 0 0))
        (if (local.get $add) (then
          (local.set $s00 (v128.load (local.get $at)))
          (local.set $s01 (v128.load offset=16 (local.get $at)))))
        (local.set $row (local.get $x))
        (local.set $a1 (local.get $a0))
        (local.set $q (local.get $k))
        (loop $next
          (local.set $z (v128.load64_splat (local.get $a1)))
          (local.set $s00 (f64x2.add (local.get $s00) (f64x2.mul (local.get $z) (v128.load (local.get $row)))))
          (local.set $s01 (f64x2.add (local.get $s01)
            (f64x2.mul (local.get $z) (v128.load offset=16 (local.get $row)))))
          (local.set $a1 (i32.add (local.get $a1) (local.get $aq)))
          (local.set $row (i32.add (local.get $row) (local.get $xs)))
          (br_if $next (local.tee $q (i32.sub (local.get $q) (i32.const 1)))))
        (v128.store (local.get $at) (local.get $s00))
        (v128.store offset=16 (local.get $at) (local.get $s01))
        (local.set $a0 (i32.add (local.get $a0) (local.get $ai)))
        (local.set $at (i32.add (local.get $at) (local.get $cs)))
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (br $ones)))
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (local.set $c (i32.add (local.get $c) (i32.const 32)))
      (local.set $n (i32.sub (local.get $n) (i32.const 4)))
      (br $numbers)))
    ;; the last one to three numbers of each row, one by one
    (block $rest_done (loop $rest
      (br_if $rest_done (i32.eqz (local.get $n)))
      (local.set $a0 (local.get $a))
      (local.set $at (local.get $c))
      (local.set $i (local.get $m))
      (loop $rows
        (local.set $s (if (result f64) (local.get $add)
          (then (f64.load (local.get $at)))
          (else (f64.const 0))))
        (local.set $row (local.get $x))
        (local.set $a1 (local.get $a0))
        (local.set $q (local.get $k))
        (loop $next
          (local.set $s (f64.add (local.get $s) (f64.mul (f64.load (local.get $a1)) (f64.load (local.get $row)))))
          (local.set $a1 (i32.add (local.get $a1) (local.get $aq)))
          (local.set $row (i32.add (local.get $row) (local.get $xs)))
          (br_if $next (local.tee $q (i32.sub (local.get $q) (i32.const 1)))))
        (f64.store (local.get $at) (local.get $s))
        (local.set $a0 (i32.add (local.get $a0) (local.get $ai)))
        (local.set $at (i32.add (local.get $at) (local.get $cs)))
        (br_if $rows (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
      (local.set $x (i32.add (local.get $x) (i32.const 8)))
      (local.set $c (i32.add (local.get $c) (i32.const 8)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $rest))))

  ;; y[i,j] = the sum over q of a[i,q] * b[j,q], all of one number: the dot form
  (func $matrix (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (call $dots (local.get $a) (i32.load offset=100 (local.get $g))
      (local.get $b) (i32.load offset=140 (local.get $g))
      (local.get $y) (i32.load offset=60 (local.get $g)) (i32.load offset=64 (local.get $g))
      (i32.load offset=16 (local.get $g)) (i32.load offset=20 (local.get $g)) (i32.load offset=24 (local.get $g))
      (i32.const 0)))

  ;; How many columns of dy are left, once those at its end that hold nothing but zeros are taken off. A name that is
  ;; shorter than its recording leaves such columns, which would pass nothing on.
  (func $answered (param $dy i32) (param $down i32) (param $across i32) (param $m i32) (param $p i32) (result i32)
    (local $row i32) (local $i i32)
    (block $found
      (loop $column
        (br_if $found (i32.eqz (local.get $p)))
        (local.set $row (i32.add (local.get $dy)
          (i32.mul (local.get $across) (i32.sub (local.get $p) (i32.const 1)))))
        (local.set $i (local.get $m))
        (loop $next
          (br_if $found (f64.ne (f64.load (local.get $row)) (f64.const 0)))
          (local.set $row (i32.add (local.get $row) (local.get $down)))
          (br_if $next (local.tee $i (i32.sub (local.get $i) (i32.const 1)))))
        (local.set $p (i32.sub (local.get $p) (i32.const 1)))
        (br $column)))
    (local.get $p))

  (func $to_rows (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; da[i,q] += the sum over j of dy[i,j] * b[j,q]
    (local $p i32)
    (local.set $p (call $answered
      (local.get $dy) (i32.load offset=60 (local.get $g)) (i32.load offset=64 (local.get $g))
      (i32.load offset=16 (local.get $g)) (i32.load offset=20 (local.get $g))))
    (if (i32.eqz (local.get $p)) (then (return)))
    (call $mixed_rows
      (local.get $dy) (i32.load offset=60 (local.get $g)) (i32.load offset=64 (local.get $g))
      (local.get $b) (i32.load offset=140 (local.get $g)) (local.get $d) (i32.load offset=100 (local.get $g))
      (i32.load offset=16 (local.get $g)) (local.get $p) (i32.load offset=24 (local.get $g))
      (i32.const 1)))

  (func $to_columns (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; db[j,q] += the sum over i of dy[i,j] * a[i,q]
    (local $p i32)
    (local.set $p (call $answered
      (local.get $dy) (i32.load offset=60 (local.get $g)) (i32.load offset=64 (local.get $g))
      (i32.load offset=16 (local.get $g)) (i32.load offset=20 (local.get $g))))
    (if (i32.eqz (local.get $p)) (then (return)))
    (call $mixed_rows
      (local.get $dy) (i32.load offset=64 (local.get $g)) (i32.load offset=60 (local.get $g))
      (local.get $a) (i32.load offset=100 (local.get $g)) (local.get $d) (i32.load offset=140 (local.get $g))
      (local.get $p) (i32.load offset=16 (local.get $g)) (i32.load offset=24 (local.get $g))
      (i32.const 1)))

  ;; the same where j, not q, runs along b's neighbours, and along y's: the row form
  (func $matrix_across (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (call $mixed_rows
      (local.get $a) (i32.load offset=100 (local.get $g)) (i32.load offset=104 (local.get $g))
      (local.get $b) (i32.load offset=140 (local.get $g)) (local.get $y) (i32.load offset=60 (local.get $g))
      (i32.load offset=16 (local.get $g)) (i32.load offset=24 (local.get $g)) (i32.load offset=20 (local.get $g))
      (i32.const 0)))

  (func $to_rows_across (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; da[i,q] += the sum over j of dy[i,j] * b[j,q]
    (call $dots (local.get $dy) (i32.load offset=60 (local.get $g))
      (local.get $b) (i32.load offset=140 (local.get $g))
      (local.get $d) (i32.load offset=100 (local.get $g)) (i32.load offset=104 (local.get $g))
      (i32.load offset=16 (local.get $g)) (i32.load offset=24 (local.get $g)) (i32.load offset=20 (local.get $g))
      (i32.const 1)))

  (func $to_columns_across (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; db[j,q] += the sum over i of dy[i,j] * a[i,q]
    (call $mixed_rows
      (local.get $a) (i32.load offset=104 (local.get $g)) (i32.load offset=100 (local.get $g))
      (local.get $dy) (i32.load offset=60 (local.get $g)) (local.get $d) (i32.load offset=140 (local.get $g))
      (i32.load offset=24 (local.get $g)) (i32.load offset=16 (local.get $g)) (i32.load offset=20 (local.get $g))
      (i32.const 1)))

  ;; the same with a (weights) of one number and b with one per sample: the row form along the samples, for each j
  (func $matrix_many (type $rule) (param $a i32) (param $b i32) (param $y i32) (param $end i32) (param $g i32)
    (local $j i32)
    (local.set $j (i32.load offset=20 (local.get $g)))
    (loop $next
      (call $mixed_rows (local.get $a) (i32.load offset=100 (local.get $g)) (i32.const 8)
        (local.get $b) (i32.load offset=140 (local.get $g)) (local.get $y) (i32.load offset=60 (local.get $g))
        (i32.load offset=16 (local.get $g)) (i32.load offset=24 (local.get $g))
        (i32.shr_u (global.get $stride) (i32.const 3)) (i32.const 0))
      (local.set $b (i32.add (local.get $b) (i32.load offset=144 (local.get $g))))
      (local.set $y (i32.add (local.get $y) (i32.load offset=64 (local.get $g))))
      (br_if $next (local.tee $j (i32.sub (local.get $j) (i32.const 1))))))

  (func $to_weights (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; da[i,q] += the sum over j and the samples of dy[i,j] * b[j,q]: the dot form
    (local $j i32)
    (local.set $j (i32.load offset=20 (local.get $g)))
    (loop $next
      (call $dots (local.get $dy) (i32.load offset=60 (local.get $g))
        (local.get $b) (i32.load offset=140 (local.get $g))
        (local.get $d) (i32.load offset=100 (local.get $g)) (i32.const 8)
        (i32.load offset=16 (local.get $g)) (i32.load offset=24 (local.get $g)) (global.get $lanes)
        (i32.const 1))
      (local.set $b (i32.add (local.get $b) (i32.load offset=144 (local.get $g))))
      (local.set $dy (i32.add (local.get $dy) (i32.load offset=64 (local.get $g))))
      (br_if $next (local.tee $j (i32.sub (local.get $j) (i32.const 1))))))

  (func $to_vectors (type $slope) (param $a i32) (param $b i32) (param $y i32) (param $dy i32) (param $d i32)
    (param $end i32) (param $g i32) ;; db[j,q] += the sum over i of a[i,q] * dy[i,j]
    (local $j i32)
    (local.set $j (i32.load offset=20 (local.get $g)))
    (loop $next
      (call $mixed_rows (local.get $a) (i32.const 8) (i32.load offset=100 (local.get $g))
        (local.get $dy) (i32.load offset=60 (local.get $g)) (local.get $d) (i32.load offset=140 (local.get $g))
        (i32.load offset=24 (local.get $g)) (i32.load offset=16 (local.get $g))
        (i32.shr_u (global.get $stride) (i32.const 3)) (i32.const 1))
      (local.set $d (i32.add (local.get $d) (i32.load offset=144 (local.get $g))))
      (local.set $dy (i32.add (local.get $dy) (i32.load offset=64 (local.get $g))))
      (br_if $next (local.tee $j (i32.sub (local.get $j) (i32.const 1))))))

  ;; ---------------------------------------------------------------------------------------------------------------
  ;; The walk: fetch a group's operands, call its kernel, put the result in its place.

  ;; The way to fetch rows: 0 they are read where they stand; 1 each is one number, and they are gathered into scratch;
  ;; 2 rows with a number per sample are gathered; 3 one number is repeated for all samples.
  (func $gather (param $way i32) (param $from i32) (param $list i32) (param $n i32) (param $to i32)
    (local $row i32) (local $end i32)
    (if (i32.eq (local.get $way) (i32.const 1)) (then
      (loop $next
        (f64.store (local.get $to) (f64.load (i32.add (local.get $from) (i32.load (local.get $list)))))
        (local.set $list (i32.add (local.get $list) (i32.const 4)))
        (local.set $to (i32.add (local.get $to) (i32.const 8)))
        (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (return)))
    (loop $next
      (local.set $row (i32.add (local.get $from) (i32.load (local.get $list))))
      (local.set $end (i32.add (local.get $to) (global.get $stride)))
      (if (i32.eq (local.get $way) (i32.const 2))
        (then
          (loop $copy
            (v128.store (local.get $to) (v128.load (local.get $row)))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (br_if $copy (i32.lt_u
              (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end)))))
        (else
          (loop $repeat
            (v128.store (local.get $to) (v128.load64_splat (local.get $row)))
            (br_if $repeat (i32.lt_u
              (local.tee $to (i32.add (local.get $to) (i32.const 16))) (local.get $end))))))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  ;; the other way: rows in scratch to their places, stored or (gradients) added
  (func $scatter (param $way i32) (param $from i32) (param $list i32) (param $n i32) (param $to i32) (param $add i32)
    (local $row i32) (local $end i32)
    (if (i32.eq (local.get $way) (i32.const 1)) (then
      (local.set $end (i32.add (local.get $list) (i32.shl (local.get $n) (i32.const 2))))
      (if (local.get $add)
        (then
          (loop $next
            (local.set $row (i32.add (local.get $to) (i32.load (local.get $list))))
            (f64.store (local.get $row) (f64.add (f64.load (local.get $row)) (f64.load (local.get $from))))
            (local.set $from (i32.add (local.get $from) (i32.const 8)))
            (br_if $next (i32.lt_u
              (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $end)))))
        (else
          (loop $next
            (f64.store (i32.add (local.get $to) (i32.load (local.get $list))) (f64.load (local.get $from)))
            (local.set $from (i32.add (local.get $from) (i32.const 8)))
            (br_if $next (i32.lt_u
              (local.tee $list (i32.add (local.get $list) (i32.const 4))) (local.get $end))))))
      (return)))
    (loop $next
      (local.set $row (i32.add (local.get $to) (i32.load (local.get $list))))
      (if (i32.eq (local.get $way) (i32.const 3))
        (then
          (f64.store (local.get $row) (f64.add (f64.load (local.get $row))
            (call $total (local.get $from) (global.get $lanes))))
          (local.set $from (i32.add (local.get $from) (global.get $stride))))
        (else
          (local.set $end (i32.add (local.get $from) (global.get $stride)))
          (loop $copy
            (v128.store (local.get $row) (f64x2.add (v128.load (local.get $from))
              (select (v128.load (local.get $row)) (v128.const f64x2 -0 -0) (local.get $add))))
            (local.set $row (i32.add (local.get $row) (i32.const 16)))
            (br_if $copy (i32.lt_u
              (local.tee $from (i32.add (local.get $from) (i32.const 16))) (local.get $end))))))
      (local.set $list (i32.add (local.get $list) (i32.const 4)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1))))))

  (func $place (param $r i32) (result i32) ;; where these rows stand in the present stretch
    (i32.add (i32.load offset=4 (local.get $r))
      (select (global.get $shift) (i32.const 0) (i32.load (local.get $r)))))

  ;; the rows, or (with $grads) their gradients, as a kernel can read them
  (func $fetch (param $r i32) (param $grads i32) (result i32)
    (local $way i32) (local $scratch i32)
    (local.set $way (i32.load offset=16 (local.get $r)))
    (if (i32.eqz (local.get $way)) (then
      (return (i32.add (call $place (local.get $r)) (local.get $grads)))))
    (local.set $scratch (i32.add (i32.load offset=20 (local.get $r)) (local.get $grads)))
    (call $gather (local.get $way) (i32.add (call $place (local.get $r)) (local.get $grads))
      (i32.load offset=8 (local.get $r)) (i32.load offset=12 (local.get $r)) (local.get $scratch))
    (local.get $scratch))

  (func $forward_group (param $g i32)
    (local $op i32) (local $y i32) (local $end i32) (local $beyond f64) (local $way i32)
    (local.set $op (i32.load (local.get $g)))
    (local.set $way (i32.load offset=48 (local.get $g)))
    (local.set $y (if (result i32) (local.get $way)
      (then (i32.load offset=52 (local.get $g)))
      (else (call $place (i32.add (local.get $g) (i32.const 32))))))
    (local.set $end (i32.add (local.get $y) (i32.shl (i32.load offset=8 (local.get $g)) (i32.const 3))))
    (if (i32.lt_u (local.get $op) (i32.const 18)) ;; a matrix writes no more than its results
      (then (local.set $beyond (f64.load (local.get $end)))))
    (call_indirect (type $rule)
      (call $fetch (i32.add (local.get $g) (i32.const 72)) (i32.const 0))
      (call $fetch (i32.add (local.get $g) (i32.const 112)) (i32.const 0))
      (local.get $y) (local.get $end) (local.get $g) (local.get $op))
    (if (i32.lt_u (local.get $op) (i32.const 18))
      (then (f64.store (local.get $end) (local.get $beyond))))
    (if (local.get $way) (then
      (call $scatter (local.get $way) (local.get $y) (i32.load offset=40 (local.get $g))
        (i32.load offset=44 (local.get $g)) (call $place (i32.add (local.get $g) (i32.const 32))) (i32.const 0)))))

  ;; whether any of n numbers is not 0: what is all zeros passes nothing on
  (func $any (param $at i32) (param $n i32) (result i32)
    (loop $next
      (if (f64.ne (f64.load (local.get $at)) (f64.const 0)) (then (return (i32.const 1))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.const 0))

  (func $backward_group (param $g i32)
    (local $a i32) (local $b i32) (local $y i32) (local $dy i32) (local $first i32) (local $second i32)
    (local.set $first (i32.and (i32.load offset=96 (local.get $g)) (global.get $wanted)))
    (local.set $second (i32.and (i32.load offset=136 (local.get $g)) (global.get $wanted)))
    (if (i32.eqz (i32.or (local.get $first) (local.get $second))) (then (return)))
    (local.set $dy (call $fetch (i32.add (local.get $g) (i32.const 32)) (global.get $grads)))
    (if (i32.lt_u (i32.load (local.get $g)) (i32.const 18)) (then ;; a matrix may have its results anywhere
      (if (i32.eqz (call $any (local.get $dy) (i32.load offset=8 (local.get $g)))) (then (return)))))
    (local.set $a (call $fetch (i32.add (local.get $g) (i32.const 72)) (i32.const 0)))
    (local.set $b (call $fetch (i32.add (local.get $g) (i32.const 112)) (i32.const 0)))
    (local.set $y (call $fetch (i32.add (local.get $g) (i32.const 32)) (i32.const 0)))
    (if (local.get $first) (then
      (call $send (local.get $g) (i32.add (local.get $g) (i32.const 72)) (i32.const 32)
        (local.get $a) (local.get $b) (local.get $y) (local.get $dy))))
    (if (local.get $second) (then
      (call $send (local.get $g) (i32.add (local.get $g) (i32.const 112)) (i32.const 64)
        (local.get $a) (local.get $b) (local.get $y) (local.get $dy)))))

  ;; the gradient of one operand: into its place, or by way of scratch
  (func $send (param $g i32) (param $r i32) (param $which i32)
    (param $a i32) (param $b i32) (param $y i32) (param $dy i32)
    (local $op i32) (local $d i32) (local $end i32) (local $beyond f64) (local $way i32)
    (local.set $op (i32.load (local.get $g)))
    (local.set $way (i32.load offset=16 (local.get $r)))
    (if (local.get $way)
      (then
        (local.set $d (i32.add (i32.load offset=20 (local.get $r)) (global.get $grads)))
        (memory.fill (local.get $d) (i32.const 0) (i32.mul (i32.load offset=12 (local.get $r))
          (select (i32.const 8) (global.get $stride) (i32.eq (local.get $way) (i32.const 1))))))
      (else (local.set $d (i32.add (call $place (local.get $r)) (global.get $grads)))))
    (local.set $end (i32.add (local.get $d) (i32.shl (i32.load offset=8 (local.get $g)) (i32.const 3))))
    (if (i32.lt_u (local.get $op) (i32.const 13)) ;; what has lists or lengths adds to no more than its operands
      (then (local.set $beyond (f64.load (local.get $end)))))
    (call_indirect (type $slope) (local.get $a) (local.get $b) (local.get $y) (local.get $dy) (local.get $d)
      (local.get $end) (local.get $g) (i32.add (local.get $op) (local.get $which)))
    (if (i32.lt_u (local.get $op) (i32.const 13))
      (then (f64.store (local.get $end) (local.get $beyond))))
    (if (local.get $way) (then
      (call $scatter (local.get $way) (local.get $d) (i32.load offset=8 (local.get $r))
        (i32.load offset=12 (local.get $r)) (i32.add (call $place (local.get $r)) (global.get $grads))
        (i32.const 1)))))

  (func $forward_groups (param $g i32) (param $n i32)
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $n)))
      (call $forward_group (local.get $g))
      (local.set $g (i32.add (local.get $g) (i32.const 160)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $next))))

  (func $backward_groups (param $g i32) (param $n i32)
    (local.set $g (i32.add (local.get $g) (i32.mul (local.get $n) (i32.const 160))))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $n)))
      (local.set $g (i32.sub (local.get $g) (i32.const 160)))
      (call $backward_group (local.get $g))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $next))))

  ;; ---------------------------------------------------------------------------------------------------------------
  ;; One stretch

  (func $open ;; what is asked for often
    (global.set $grads (i32.load (i32.const 16)))
    (global.set $stride (i32.load (i32.const 20)))
    (global.set $shift (i32.const 0)))

  (func $choose (param $stretch i32) ;; how many samples it has
    (local $first i32) (local $left i32)
    (local.set $first (i32.mul (local.get $stretch) (i32.load (i32.const 24))))
    (local.set $left (i32.sub (i32.load (i32.const 28)) (local.get $first)))
    (global.set $lanes (select (i32.load (i32.const 24)) (local.get $left)
      (i32.lt_u (i32.load (i32.const 24)) (local.get $left)))))

  ;; this stretch's part of each column: in order, or the samples that stand in $order (64-bit whole numbers)
  (func $load (param $first i32) (param $column i32) (param $size i32) (param $order i32)
    (local $n i32) (local $row i32) (local $at i32) (local $end i32) (local $which i32) (local $place i32)
    (local.set $n (i32.load (i32.const 48)))
    (local.set $row (i32.add (i32.load (i32.const 36)) (global.get $shift)))
    (block $done (loop $columns
      (br_if $done (i32.eqz (local.get $n)))
      (if (local.get $order)
        (then
          (local.set $which (i32.add (local.get $order) (i32.shl (local.get $first) (i32.const 3))))
          (local.set $at (local.get $row))
          (local.set $end (i32.add (local.get $row) (i32.shl (global.get $lanes) (i32.const 3))))
          (loop $next
            (local.set $place (i32.shl (i32.load (local.get $which)) (i32.const 3)))
            (f64.store (local.get $at) (f64.load (i32.add (local.get $column)
              (select (local.get $place) (i32.const 0) (i32.lt_u (local.get $place) (local.get $size))))))
            (local.set $which (i32.add (local.get $which) (i32.const 8)))
            (br_if $next (i32.lt_u
              (local.tee $at (i32.add (local.get $at) (i32.const 8))) (local.get $end)))))
        (else
          (memory.copy (local.get $row) (i32.add (local.get $column) (i32.shl (local.get $first) (i32.const 3)))
            (i32.shl (global.get $lanes) (i32.const 3)))))
      (local.set $row (i32.add (local.get $row) (global.get $stride)))
      (local.set $column (i32.add (local.get $column) (local.get $size)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $columns))))

  (func $forward_stretch
    (call $forward_groups (i32.load (i32.const 8)) (i32.load (i32.const 12))))

  (func $backward_stretch ;; root's gradient is that of the mean: 1 / samples
    (local $at i32) (local $n i32) (local $share f64)
    (memory.fill
      (i32.add (i32.add (i32.load (i32.const 36)) (global.get $shift)) (global.get $grads))
      (i32.const 0) (i32.load (i32.const 40)))
    (if (i32.load (i32.const 60)) (then
      (local.set $at (i32.add (i32.add (i32.load (i32.const 64)) (global.get $shift)) (global.get $grads)))
      (local.set $share (f64.div (f64.const 1) (f64.convert_i32_u (i32.load (i32.const 28)))))
      (local.set $n (global.get $lanes))
      (loop $next
        (f64.store (local.get $at) (local.get $share))
        (local.set $at (i32.add (local.get $at) (i32.const 8)))
        (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))))
    (call $backward_groups (i32.load (i32.const 8)) (i32.load (i32.const 12))))

  (func $forward_ones
    (call $forward_groups (i32.load (i32.const 0)) (i32.load (i32.const 4))))

  (func $zero_ones
    (memory.fill (i32.add (i32.const 512) (global.get $grads)) (i32.const 0) (i32.load (i32.const 44)))
    (if (i32.eqz (i32.load (i32.const 60))) (then
      (f64.store (i32.add (i32.load (i32.const 64)) (global.get $grads)) (f64.const 1)))))

  (func $backward_ones
    (call $backward_groups (i32.load (i32.const 0)) (i32.load (i32.const 4))))

  ;; all stretches, each in its own place, on what is loaded
  (func (export "forward")
    (local $stretch i32) (local $first i32)
    (call $open)
    (call $forward_ones)
    (loop $next
      (call $choose (local.get $stretch))
      (call $load (local.get $first) (i32.load (i32.const 52)) (i32.load (i32.const 56)) (i32.const 0))
      (call $forward_stretch)
      (global.set $shift (i32.add (global.get $shift) (i32.load (i32.const 32))))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 1)))
      (br_if $next (i32.lt_u
        (local.tee $first (i32.add (local.get $first) (i32.load (i32.const 24)))) (i32.load (i32.const 28))))))

  (func (export "backward")
    (local $stretch i32) (local $first i32)
    (call $open)
    (global.set $wanted (i32.const 1))
    (call $zero_ones)
    (loop $next
      (call $choose (local.get $stretch))
      (call $backward_stretch)
      (global.set $shift (i32.add (global.get $shift) (i32.load (i32.const 32))))
      (local.set $stretch (i32.add (local.get $stretch) (i32.const 1)))
      (br_if $next (i32.lt_u
        (local.tee $first (i32.add (local.get $first) (i32.load (i32.const 24)))) (i32.load (i32.const 28)))))
    (call $backward_ones))

  ;; ---------------------------------------------------------------------------------------------------------------
  ;; Training

  ;; p -= lr * v, v = momentum * v + grad + decay * p (Polyak 1964)
  (func $sgd (param $lr f64)
    (local $p i32) (local $end i32) (local $v i32) (local $momentum v128) (local $decay v128) (local $rate v128)
    (local $x v128) (local $new v128)
    (local.set $p (i32.const 512))
    (local.set $v (i32.load (i32.const 104)))
    (local.set $end (i32.add (local.get $p) (i32.shl (i32.load (i32.const 68)) (i32.const 3))))
    (local.set $momentum (v128.load64_splat (i32.const 120)))
    (local.set $decay (v128.load64_splat (i32.const 128)))
    (local.set $rate (f64x2.splat (local.get $lr)))
    (loop $next
      (local.set $x (v128.load (local.get $p)))
      (local.set $new (f64x2.add
        (f64x2.add
          (f64x2.mul (local.get $momentum) (v128.load (local.get $v)))
          (v128.load (i32.add (local.get $p) (global.get $grads))))
        (f64x2.mul (local.get $decay) (local.get $x))))
      (v128.store (local.get $v) (local.get $new))
      (v128.store (local.get $p) (f64x2.sub (local.get $x) (f64x2.mul (local.get $rate) (local.get $new))))
      (local.set $v (i32.add (local.get $v) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $p (i32.add (local.get $p) (i32.const 16))) (local.get $end)))))

  ;; g = grad + decay * p, m = b1 * m + (1 - b1) * g, v = b2 * v + (1 - b2) * g * g,
  ;; p -= lr * m / (1 - b1**t) / (sqrt(v / (1 - b2**t)) + eps) (Kingma & Ba 2015)
  (func $adam (param $lr f64) (param $t f64)
    (local $p i32) (local $end i32) (local $m i32) (local $v i32) (local $decay v128) (local $rate v128)
    (local $b1 v128) (local $c1 v128) (local $b2 v128) (local $c2 v128) (local $more v128)
    (local $eps v128) (local $x v128) (local $grad v128) (local $mean v128) (local $square v128)
    (local.set $p (i32.const 512))
    (local.set $m (i32.load (i32.const 104)))
    (local.set $v (i32.load (i32.const 108)))
    (local.set $end (i32.add (local.get $p) (i32.shl (i32.load (i32.const 68)) (i32.const 3))))
    (local.set $decay (v128.load64_splat (i32.const 128)))
    (local.set $b1 (v128.load64_splat (i32.const 136)))
    (local.set $b2 (v128.load64_splat (i32.const 144)))
    (local.set $eps (v128.load64_splat (i32.const 152)))
    (local.set $c1 (f64x2.sub (v128.const f64x2 1 1) (local.get $b1)))
    (local.set $c2 (f64x2.sub (v128.const f64x2 1 1) (local.get $b2)))
    ;; What makes up for a start at 0 is divided by once, and not for each parameter.
    (local.set $rate (f64x2.splat (f64.div (local.get $lr)
      (f64.sub (f64.const 1) (call $power (f64.load (i32.const 136)) (local.get $t))))))
    (local.set $more (f64x2.splat (f64.div (f64.const 1)
      (f64.sub (f64.const 1) (call $power (f64.load (i32.const 144)) (local.get $t))))))
    (loop $next
      (local.set $x (v128.load (local.get $p)))
      (local.set $grad (f64x2.add
        (v128.load (i32.add (local.get $p) (global.get $grads))) (f64x2.mul (local.get $decay) (local.get $x))))
      (local.set $mean (f64x2.add
        (f64x2.mul (local.get $b1) (v128.load (local.get $m))) (f64x2.mul (local.get $c1) (local.get $grad))))
      (local.set $square (f64x2.add
        (f64x2.mul (local.get $b2) (v128.load (local.get $v)))
        (f64x2.mul (f64x2.mul (local.get $c2) (local.get $grad)) (local.get $grad))))
      (v128.store (local.get $m) (local.get $mean))
      (v128.store (local.get $v) (local.get $square))
      (v128.store (local.get $p) (f64x2.sub (local.get $x)
        (f64x2.div
          (f64x2.mul (local.get $rate) (local.get $mean))
          (f64x2.add (f64x2.sqrt (f64x2.mul (local.get $square) (local.get $more))) (local.get $eps)))))
      (local.set $m (i32.add (local.get $m) (i32.const 16)))
      (local.set $v (i32.add (local.get $v) (i32.const 16)))
      (br_if $next (i32.lt_u
        (local.tee $p (i32.add (local.get $p) (i32.const 16))) (local.get $end)))))

  ;; the optimiser's step; of an odd number of parameters the last one's neighbour is put back
  (func $update (param $step i32)
    (local $end i32) (local $beyond f64) (local $lr f64)
    (if (i32.eqz (i32.load (i32.const 68))) (then (return)))
    (local.set $end (i32.add (i32.const 512) (i32.shl (i32.load (i32.const 68)) (i32.const 3))))
    (local.set $beyond (f64.load (local.get $end)))
    (local.set $lr (f64.load (i32.add (i32.load (i32.const 88)) (i32.shl (local.get $step) (i32.const 3)))))
    (if (i32.load (i32.const 72))
      (then (call $adam (local.get $lr)
        (f64.convert_i32_u (i32.add (i32.add (local.get $step) (i32.const 1)) (i32.load (i32.const 112))))))
      (else (call $sgd (local.get $lr))))
    (f64.store (local.get $end) (local.get $beyond)))

  ;; Adds to each watched row's mean: in a stretch its part, at the end (of rows of one number) all of it.
  (func $watch (param $to i32) (param $many i32)
    (local $n i32) (local $w i32)
    (local.set $n (i32.load (i32.const 96)))
    (local.set $w (i32.load (i32.const 92)))
    (block $done (loop $next
      (br_if $done (i32.eqz (local.get $n)))
      (if (i32.eq (i32.load (local.get $w)) (local.get $many)) (then
        (f64.store (local.get $to)
          (if (result f64) (local.get $many)
            (then (f64.add (f64.load (local.get $to)) (f64.div
              (call $total (i32.load offset=4 (local.get $w)) (global.get $lanes))
              (f64.convert_i32_u (i32.load (i32.const 28))))))
            (else (f64.load (i32.load offset=4 (local.get $w))))))))
      (local.set $to (i32.add (local.get $to) (i32.const 8)))
      (local.set $w (i32.add (local.get $w) (i32.const 8)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $next))))

  ;; What a step of one sample runs of all groups, told in 12 bytes: their address, how many, the bytes of their rows.
  (func $narrow (param $at i32)
    (i32.store (i32.const 8) (i32.load (local.get $at)))
    (i32.store (i32.const 12) (i32.load offset=4 (local.get $at)))
    (i32.store (i32.const 40) (i32.load offset=8 (local.get $at))))

  ;; Steps: forward, backward, the optimiser's step. All stretches take the first one's place, which stays near the
  ;; processor: afterwards it holds the last of them.
  (func (export "run") (param $steps i32)
    (local $step i32) (local $stretch i32) (local $first i32) (local $order i32) (local $to i32)
    (call $open)
    (global.set $wanted (i32.const 2))
    (local.set $order (i32.load (i32.const 76)))
    (local.set $to (i32.load (i32.const 100)))
    (block $done (loop $next
      (br_if $done (i32.ge_u (local.get $step) (local.get $steps)))
      (if (i32.load (i32.const 116)) (then
        (call $narrow (i32.load (i32.add (i32.load (i32.const 116)) (i32.shl (local.get $step) (i32.const 2)))))))
      (call $forward_ones)
      (call $zero_ones)
      (local.set $stretch (i32.const 0))
      (local.set $first (i32.const 0))
      (loop $stretches
        (call $choose (local.get $stretch))
        (call $load (local.get $first) (i32.load (i32.const 80)) (i32.load (i32.const 84)) (local.get $order))
        (call $forward_stretch)
        (call $watch (local.get $to) (i32.const 1))
        (call $backward_stretch)
        (local.set $stretch (i32.add (local.get $stretch) (i32.const 1)))
        (br_if $stretches (i32.lt_u
          (local.tee $first (i32.add (local.get $first) (i32.load (i32.const 24)))) (i32.load (i32.const 28)))))
      (call $watch (local.get $to) (i32.const 0))
      (call $backward_ones)
      (call $update (local.get $step))
      (if (local.get $order) (then
        (local.set $order (i32.add (local.get $order) (i32.shl (i32.load (i32.const 28)) (i32.const 3))))))
      (local.set $to (i32.add (local.get $to) (i32.shl (i32.load (i32.const 96)) (i32.const 3))))
      (local.set $step (i32.add (local.get $step) (i32.const 1)))
      (br $next))))
)
