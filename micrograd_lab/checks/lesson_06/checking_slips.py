"""What is said of each slip in a gradient check: the misconceptions of 6.1 that are a way to check (checking.py)."""

from .checking import SIGNS, four_digits, sign

ZEROS = ("raises", "raises at one")

# (name, says, tries, what is changed in the right way)
WAYS = (
    (
        "all inputs moved",
        "You move all inputs at once: that measures the sum of all slopes. One input moves, the others stay.",
        "make a copy of xs for each input, and change that one place in it.",
        ({"moved": "all"}, {"moved": "all", "how": "forward"}),
    ),
    (
        "moved and not put back",
        "An input that has been moved stays there while the next is measured: from the second on several move at once.",
        "make a new copy of xs for each input.",
        ({"moved": "more and more"},),
    ),
    (
        "divided by h",
        "Every slope is twice too large: the two points are 2h apart.",
        "divide by 2 * h.",
        ({"how": "half"},),
    ),
    (
        "one side divided by 2h",
        "Every slope comes out half as large as it should be, as where f is asked at two points that are h apart, and "
        "the difference is divided by 2h.",
        "take a point on either side, each in a copy of its own: (f(x + h) - f(x - h)) / 2h. ys = xs is no copy.",
        ({"how": "half forward"},),
    ),
    (
        "not divided",
        "You compare the change of f with a slope. A slope is change in output over change in input.",
        "divide by 2 * h.",
        tuple(
            {"how": how, "over": over} for how in ("change", "change ahead") for over in ("larger", "at least 1", "one")
        ),
    ),
    (
        "relative above 1 only",
        "The difference is divided by at least 1. Then a tiny gradient passes that is twice the right one.",
        "divide by max(abs(claimed), abs(measured)) alone, and treat 0 against 0 as agreeing.",
        ({"over": "at least 1"}, {"over": "one more"}),
    ),
    (
        "absolute error",
        "You compare without regard to size, by the plain difference or by rounded numbers. Where f is in billions, "
        "rounding errors alone are larger than that; where f is in millionths, anything passes.",
        "divide the difference by the larger of the two sizes.",
        ({"over": "one"}, {"over": "one", "blind": four_digits}),
    ),
    (
        "an absolute tolerance too",
        "A difference below some small number passes in any case. Then a tiny gradient passes that is wrong.",
        "let the relative error alone decide: with math.isclose that is abs_tol=0.",
        tuple({"absolute": small} for small in (1e-6, 1e-7, 1e-8, 1e-9)),
    ),
    (
        "divided by both sizes",
        "You divide by the sum of both sizes. Where they are about the same that is half the error, and twice the "
        "tolerance passes.",
        "divide by the larger of the two: max(abs(claimed), abs(measured)).",
        ({"over": "sum"},),
    ),
    (
        "divided by the mean",
        "You divide by the mean of both sizes, which is less than the larger: a large tolerance shows it.",
        "divide by the larger of the two: max(abs(claimed), abs(measured)).",
        ({"over": "mean"},),
    ),
    (
        "less than the tolerance",
        "An error of just the tolerance is refused. They agree where it is at most that.",
        "write error <= tolerance.",
        ({"strict": True},),
    ),
    (
        "a tolerance of its own",
        "It was given another tolerance, and decided as with the usual one.",
        "compare with `tolerance`, whatever it is, and not with a number.",
        ({"fixed": True}, {"fixed": True, "strict": True}),
    ),
    (
        "percent",
        "You compare the error in percent. The tolerance is none: 1e-4 is one in ten thousand.",
        "compare error <= tolerance, without the 100.",
        ({"compare": "percent"}, {"compare": "percent", "strict": True}),
    ),
    (
        "found by value",
        "You look up the place of an input by its number. Of two equal inputs the first is moved both times.",
        "go by place: for i in range(len(xs)), or enumerate(xs).",
        ({"moved": "found by value"},),
    ),
    (
        "0 divided by 0",
        "Both are 0, so they agree; and you divide 0 by 0.",
        "where both are 0, the error is 0: use max(...) or 1.0 as the divisor.",
        ({"zero": "raises"}, {"zero": "raises", "over": "sum"}),
    ),
    (
        "0 and 0 differ",
        "Two zeros agree, and you say that they do not.",
        "where both are 0, the error is 0: use max(...) or 1.0 as the divisor.",
        ({"zero": "differs"},),
    ),
    (
        "one zero is enough",
        "Where one of the two is 0 you say that they agree. They do where both are. That comes of asking for either, "
        "or of asking whether the smaller of the two sizes is 0.",
        "divide by the larger size, max(...) or 1.0: then nothing special is left to ask.",
        ({"zero": "either"},),
    ),
    (
        "divided by the smaller",
        "You divide by the smaller of the two sizes, which may be 0 where the other is not.",
        "divide by max(abs(claimed), abs(measured)).",
        tuple({"over": "smaller", "zero": zero} for zero in (*ZEROS, "either")),
    ),
    (
        "divided by what is claimed",
        "You divide by what is claimed, which may be much smaller than the slope, and 0 where the slope is not.",
        "divide by max(abs(claimed), abs(measured)).",
        (*({"over": "claimed", "zero": zero} for zero in ZEROS), {"over": "claimed", "compare": "times"}),
    ),
    (
        "divided by what is measured",
        "You divide by what is measured, which may be much smaller than the claim, and 0 where the claim is not.",
        "divide by max(abs(claimed), abs(measured)).",
        (*({"over": "measured", "zero": zero} for zero in ZEROS), {"over": "measured", "compare": "times"}),
    ),
    (
        "divided by a signed number",
        "You divide by a number that may be below 0. Then the error is below 0 too, and passes however large it is.",
        "divide by a size: max(abs(claimed), abs(measured)).",
        tuple(
            {"over": over, "zero": zero}
            for over in ("signed larger", "signed claimed", "signed measured")
            for zero in ("agrees", "raises", "raises at one")
        ),
    ),
    (
        "compared with a signed number",
        "You compare with a number that may be below 0. Then no difference is small enough.",
        "compare with tolerance * a size: max(abs(claimed), abs(measured)).",
        tuple({"over": over, "compare": "times"} for over in ("signed larger", "signed claimed", "signed measured")),
    ),
    (
        "forward difference",
        "One point ahead is not enough where f is curved: near a slope of 0 the error is as large as the slope.",
        "take a point on either side: (f(x + h) - f(x - h)) / 2h.",
        ({"how": "forward"}, {"how": "backward"}),
    ),
    (
        "h too large",
        "Your step is so large that the curve bends in between: right gradients are refused.",
        "take h = 1e-6.",
        tuple({"h": h} for h in (1.0, 0.5, 0.1, 0.01)),
    ),
    (
        "h too small",
        "Your step is so small that f hardly changes, and rounding is all that is left of the difference.",
        "take h = 1e-6.",
        tuple({"h": h} for h in (1e-10, 1e-11, 1e-12, 1e-13, 1e-14)),
    ),
    (
        "a step of 0",
        "Your step is a share of x. Where x is 0 it is 0 too, and you divide by it.",
        "take the same h everywhere: 1e-6.",
        ({"scaled": True},),
    ),
    (
        "sizes alone",
        "You compare sizes: a gradient with the wrong sign passes.",
        "take the difference first, then its size: abs(claimed - measured).",
        ({"blind": abs},),
    ),
    (
        "tolerance too large",
        "A gradient that is off by one in a hundred passes. Right ones are off by less than one in a million.",
        "compare with the tolerance that is given, 1e-4.",
        tuple({"tolerance": t} for t in (0.02, 0.05, 0.1)),
    ),
    (
        "tolerance too small",
        "Your tolerance is smaller than the one given: gradients that agree are refused.",
        "compare with the tolerance that is given, 1e-4.",
        (*({"tolerance": t} for t in (1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-12)), {"compare": "equal"}),
    ),
    (
        "signs alone",
        "You compare signs: a gradient five times too large passes.",
        "compare the numbers: abs(claimed - measured), relative to their size.",
        ({"blind": sign}, *({"compare": compare} for compare in SIGNS)),
    ),
    (
        "without abs",
        "Without abs a difference below 0 always is small enough: what is off to that side passes.",
        "write abs(claimed - measured).",
        ({"compare": "signed"}, {"compare": "signed, measured first"}),
    ),
    (
        "compared with the inputs",
        "You compare the slopes with the inputs, not with what is claimed.",
        "compare with grads[i].",
        ({"against": "xs"}, {"against": "xs", "zero": "raises"}),
    ),
    (
        "turned round",
        "You say True where they differ, and False where they agree.",
        "True is for a gradient that agrees: error <= tolerance.",
        ({"turned": True}, {"turned": True, "compare": "not more"}),
    ),
)
