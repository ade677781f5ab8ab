import itertools
import math
import random

import pytest

from micrograd_lab import Value, nn, optim
from micrograd_lab.experiments.paper import (
    CORNERS,
    XOR,
    Fold,
    Sheet,
    area,
    bands,
    cut,
    downhill,
    from_numbers,
    loss,
    partly,
    to_numbers,
)

SIDE, TIP = 150, 8  # places a side of the grid on which pieces are counted; so many are only the tip of one


def sheets(count=40):
    """Sheets of one to four folds by chance, none of whose pieces is too thin for the grid."""
    chance, made = random.Random(5), []
    while len(made) < count:
        folds = [Fold(*(chance.uniform(-2, 2) for _ in range(4))) for _ in range(chance.randint(1, 4))]
        sheet = Sheet(folds, chance.uniform(-1, 1))
        if all(2 * area(cell.corners) / around(cell.corners) > 0.06 for cell in sheet.cells):
            made.append(sheet)
    return made


def around(corners):
    """How long the way around a polygon is."""
    return sum(math.dist(a, b) for a, b in zip(corners, (*corners[1:], corners[0]), strict=True))


def by_engine(sheet, x1, x2):
    """(Score, slopes by x1 and x2) as the engine gives them."""
    x1, x2 = Value(x1), Value(x2)
    score = sum(((x1 * f.w1 + x2 * f.w2 + f.b).relu() * f.v for f in sheet.folds), Value(sheet.out))
    score.backward()
    return score.data, (x1.grad, x2.grad)


def counted(sheet):
    """How many connected areas of one measured slope a grid has; places whose neighbours lie on a bend are left out."""
    step = (sheet.high[0] - sheet.low[0]) / SIDE
    h, slopes = step / 4, {}
    for i, j in itertools.product(range(SIDE), repeat=2):
        x1, x2 = sheet.low[0] + (i + 0.5) * step, sheet.low[1] + (j + 0.5) * step
        middle, found = sheet.score(x1, x2), []
        for a, b in ((h, 0.0), (0.0, h)):
            up, down = sheet.score(x1 + a, x2 + b), sheet.score(x1 - a, x2 - b)
            found.append((up - middle) / h if abs(up - 2 * middle + down) < 1e-9 else None)
        if None not in found:
            slopes[i, j] = found
    areas = 0
    while slopes:
        place, slope = slopes.popitem()
        size, waiting = 0, [place]
        while waiting:
            (i, j), size = waiting.pop(), size + 1
            # Two places to each side, so that the bend's own places do not part what is flat on both of its sides.
            for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1), (2, 0), (-2, 0), (0, 2), (0, -2)):
                there = i + a, j + b
                if there in slopes and all(abs(p - q) < 1e-6 for p, q in zip(slopes[there], slope, strict=True)):
                    del slopes[there]
                    waiting.append(there)
        areas += size > TIP
    return areas


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: f"{len(sheet.folds)} folds")
def test_its_pieces_are_as_many_as_a_grid_has_areas_of_one_slope(sheet):
    assert len(sheet.pieces) == counted(sheet)


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: f"{len(sheet.folds)} folds")
def test_each_piece_leans_as_the_engine_says(sheet):
    for cell in sheet.cells:
        middle = [sum(xs) / len(xs) for xs in zip(*cell.corners, strict=True)]
        score, slope = by_engine(sheet, *middle)
        assert cell.slope == pytest.approx(slope)
        assert cell.score(*middle) == pytest.approx(score)
        assert sheet.score(*middle) == pytest.approx(score)
        for corner in cell.corners:  # what meets at a crease is equally high there: paper does not tear
            assert cell.score(*corner) == pytest.approx(sheet.score(*corner), abs=1e-9)


@pytest.mark.parametrize("sheet", sheets(), ids=lambda sheet: f"{len(sheet.folds)} folds")
def test_cells_and_their_bands_cover_the_sheet_once(sheet):
    whole = (sheet.high[0] - sheet.low[0]) * (sheet.high[1] - sheet.low[1])
    assert sum(area(cell.corners) for cell in sheet.cells) == pytest.approx(whole)
    for cell in sheet.cells:
        parts = bands(cell, (-1.0, -0.5, 0.0, 0.5, 1.0))
        assert sum(area(corners) for corners, _, _ in parts) == pytest.approx(area(cell.corners), abs=1e-8)
        for corners, low, high in parts:
            assert all(low - 1e-9 <= cell.score(*corner) <= high + 1e-9 for corner in corners)


def test_the_nine_numbers_make_a_roof_of_three_pieces_with_every_corner_right():
    folds, out = from_numbers(XOR)
    sheet = Sheet(folds, out)
    assert [cell.slope for cell in sheet.cells] == [(0, 0), (2, 2), (-2, -2)]
    assert [sheet.score(x1, x2) for x1, x2, _ in CORNERS] == [-1, -1, 1, 1]
    assert (len(sheet.pieces), sheet.right) == (3, 4)
    assert (sheet.low, sheet.high) == ((-0.5, -0.5), (1.5, 1.5))
    assert (sheet.crease(0), sheet.crease(1)) == (((-0.5, 0.5), (0.5, -0.5)), ((-0.5, 1.5), (1.5, -0.5)))
    assert to_numbers(folds, out) == XOR


def test_a_hundred_steps_downhill_are_those_of_sgd_on_the_engine():
    chance = random.Random(4)
    for k in (1, 2, 3, 4):
        net = nn.MLP(2, [k, 1], seed=k)
        leaves = net.parameters()
        for leaf in leaves:
            leaf.data += chance.uniform(-0.3, 0.3)
        folds, out = from_numbers([leaf.data for leaf in leaves])
        optimizer = optim.SGD(leaves, lr=0.1)
        for _ in range(100):
            error = sum((net([x1, x2]) - side) ** 2 for x1, x2, side in CORNERS) * 0.25
            assert loss(folds, out, CORNERS) == pytest.approx(error.data)
            optimizer.zero_grad()
            error.backward()
            optimizer.step()
            folds, out = downhill(folds, out, CORNERS, 0.1)
            assert to_numbers(folds, out) == pytest.approx([leaf.data for leaf in leaves], abs=1e-9)


def test_folds_come_one_after_the_other():
    folds, out = from_numbers(XOR)
    made = {share: Sheet(partly(folds, share), out) for share in (0, 0.5, 1, 1.5, 2)}
    assert [len(sheet.pieces) for sheet in made.values()] == [1, 2, 2, 3, 3]
    assert [fold.v for fold in made[1.5].folds] == [2, -2]
    assert made[1].right == 3  # and more is not to be had with one fold, as the next test says


def test_one_fold_is_cut_along_one_straight_line_and_two_along_two():
    chance = random.Random(3)
    for _ in range(300):
        sheet = Sheet([Fold(*(chance.uniform(-3, 3) for _ in range(4)))], chance.uniform(-3, 3))
        slopes = {cell.slope for cell in sheet.cells if cell.slope != (0, 0)}
        assert len(slopes) <= 1  # one piece leans, and the table cuts it along a straight line
        assert sheet.right <= 3
    two = Sheet(*from_numbers(XOR))
    crossed = [cell for cell in two.cells if min(s := [cell.score(*c) for c in cell.corners]) < 0 < max(s)]
    assert len(crossed) == 2


@pytest.mark.parametrize(("b", "pieces"), [(1.2, 7), (1.0, 7), (-1.5, 4)])
def test_three_folds_leave_up_to_seven_pieces(b, pieces):
    folds = Fold(1, 0, -0.4, 2), Fold(0, 1, -0.4, 2), Fold(-1, -1, b, 2)
    assert len(Sheet(folds, 0.0).pieces) == pieces == counted(Sheet(folds, 0.0))


def test_through_one_place_three_folds_leave_six_and_four_leave_at_most_eleven():
    three = [Fold(1, 0, -0.5, 1), Fold(0, 1, -0.5, 1), Fold(-1, -1, 1, 1)]
    assert len(Sheet(three, 0.0).pieces) == 6
    four = [Fold(1, 0, -0.4, 1), Fold(0, 1, -0.4, 1), Fold(-1, -1, 1.2, 1), Fold(1, -1, 0.1, 1)]
    assert len(Sheet(four, 0.0).pieces) == 11


@pytest.mark.parametrize(
    ("folds", "pieces"),
    [
        ([Fold(0, 0, 1, 2)], 1),  # no crease: relu of a number
        ([Fold(1, 1, -1, 0)], 1),  # flat: the last neuron takes nothing of it
        ([Fold(1, 0, 5, 1)], 1),  # a crease beyond the sheet
        ([Fold(1, 1, -1, 2), Fold(1, 1, -1, -2)], 1),  # folded there and back
        ([Fold(1, 1, -1, 2), Fold(-1, -1, 1, -2)], 1),  # relu(u) - relu(-u) is u
        ([Fold(1, 1, -1, 2), Fold(-1, -1, 1, 2)], 2),  # one crease for both
        ([Fold(1, 1, -1, 2), Fold(2, 2, -2, -2), Fold(1, 0, 0, 1)], 4),
    ],
)
def test_where_there_is_no_bend_there_is_one_piece(folds, pieces):
    assert len(Sheet(folds, 0.3).pieces) == pieces


def test_a_fold_without_a_crease_lifts_the_whole_sheet():
    assert Sheet([Fold(0, 0, 1, 2)], 0.5).cells[0].base == 2.5
    assert Sheet([Fold(0, 0, -1, 2)], 0.5).cells[0].base == 0.5


def test_a_turned_fold_goes_through_the_same_place_and_is_as_steep():
    fold = Fold(3, 4, -2, 1).turned((0.5, 0.25), (0.5, 2.25))
    assert (fold.w1, fold.w2, fold.v) == pytest.approx((0, 5, 1))
    assert fold.reach(0.5, 0.25) == pytest.approx(0)
    assert Fold(3, 4, -2, 1).turned((1, 1), (1, 1)) == Fold(3, 4, -2, 1)


def test_a_cut_gives_nothing_twice():
    square = (0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)
    (_, below), (_, above) = cut(square, lambda x1, x2: x1 - 0.25)
    assert (area(below), area(above)) == (0.25, 0.75)
    assert cut(square, lambda x1, x2: 0.0) == ((False, square), (True, ()))
    assert area(cut(square, lambda x1, x2: 1.0)[0][1]) == 0
