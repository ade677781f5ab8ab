"""What is said of each slip in backward(): the misconceptions of 5.2 and 5.5, by the gradients of all nodes."""

from ..judge import Misconception
from . import sweeps, turns
from .order_slips import ORDERS
from .places import by_name, graph_of
from .sweeps import swept

WRONG_ORDERS = (turns.recursive, turns.recursive_last, turns.once, turns.once_last)
WRONG_ORDERS += (turns.level_by_level, turns.level_by_level_again)

SENDING = (
    (
        "replaces instead of adding",
        "Where two roads lead to a node, only the last one counts: its gradient was replaced, not added to.",
        "write += where a gradient arrives.",
        (
            *(swept(order, arrives=sweeps.replaced) for order in (*turns.RIGHT, *WRONG_ORDERS)),
            lambda g: sweeps.edge_by_edge(g, arrives=sweeps.replaced),
        ),
    ),
    (
        "only the first counts",
        "Where two roads lead to a node, only the first one counts: what came later was not added.",
        "write += where a gradient arrives, also where there is one already.",
        tuple(swept(order, arrives=sweeps.the_first_alone) for order in turns.RIGHT),
    ),
    (
        "zeroes before sending",
        "A node sets its inputs' gradients to 0 before it sends. What their other users had sent is lost.",
        "set gradients to 0 once, before the loop, or not at all: a new Number has 0.",
        tuple(swept(order, first=sweeps.inputs_zeroed) for order in turns.RIGHT),
    ),
    (
        "takes away instead of adding",
        "Each edge turns the sign: what arrives is taken away from a gradient.",
        "write +=. A minus sign comes from a local derivative alone, as in a - b.",
        (swept(arrives=sweeps.taken_away),),
    ),
    (
        "each input once",
        "In t * t or a + a the same input stands twice, and two edges lead to it. You sent along one of them.",
        "go through zip(v.inputs, v.partials) as it is: a set or a dict has each input once.",
        (swept(edges=sweeps.each_input_once),),
    ),
    (
        "partials exchanged",
        "Where a node has two inputs, each got the other's local derivative.",
        "take them in the same order: zip(v.inputs, v.partials) gives the pairs.",
        (swept(edges=sweeps.exchanged),),
    ),
    (
        "one partial for all inputs",
        "Both inputs of a node got the same local derivative. Each edge has its own.",
        "take the pairs: for i, partial in zip(v.inputs, v.partials).",
        (swept(edges=sweeps.first_partial), swept(edges=sweeps.last_partial)),
    ),
    (
        "one input alone",
        "Of a node's two inputs only one got something.",
        "send along each edge: for i, partial in zip(v.inputs, v.partials).",
        (swept(edges=sweeps.first_edge), swept(edges=sweeps.last_edge)),
    ),
    (
        "added to the node itself",
        "What should go to the inputs was added to the node's own gradient.",
        "write i.grad += partial * v.grad, where i is an input of v.",
        (swept(edges=sweeps.to_itself),),
    ),
)

SHARES = (
    (
        "without the local derivative",
        "Gradients pass through unchanged. Each edge has a local derivative.",
        "multiply what arrives by the local derivative of that edge.",
    ),
    (
        "without upstream",
        "Your numbers are those of local derivatives alone: what has arrived at a node is missing in what it sends.",
        "multiply each local derivative by the grad of the node whose turn it is: v.grad, and not the output's.",
    ),
    (
        "times the node's data",
        "You multiply local derivatives by the node's data, its result. What has arrived from the output is its grad.",
        "write partial * v.grad.",
    ),
    (
        "times the input's data",
        "You multiply what has arrived by the input's own data. The factor of an edge is its local derivative.",
        "write partial * v.grad; `partials` has one for each input.",
    ),
    (
        "adds upstream",
        "You add what has arrived to the local derivative. Along a road slopes multiply: twice as steep, then three "
        "times, is six times.",
        "write partial * v.grad.",
    ),
)

STARTS = (
    (
        "starts from the output's data",
        "The output's own gradient is its data here, and all others are too large by that factor.",
        "set the output's grad to 1.0: the derivative of the output by itself.",
        (swept(seed=lambda g: g.data[g.root]),),
    ),
    (
        "starts from 2",
        "All gradients are twice too large, the output's own too.",
        "set the output's grad to 1.0 once, and sweep once.",
        (swept(seed=2.0),),
    ),
    (
        "seed at the wrong end",
        "The 1 stands at an input, and the output has 0: nothing was there to send.",
        "set the output's grad to 1.0. In a topological order the output is last.",
        tuple(sweeps.seed_at(lambda g, order=order: order(g)[-1]) for order in turns.RIGHT),
    ),
    (
        "each call starts at 1",
        "What had arrived at a node was overwritten by 1, where its turn or its call begins. Only the output starts at "
        "1.",
        "set the output's grad to 1.0 once, before any loop, and in no function that calls itself.",
        (sweeps.all_ones, sweeps.ones_between),
    ),
    (
        "every gradient starts at 1",
        "Each gradient has 1 too much to begin with. Only the output starts at 1, all others at 0.",
        "set the output's grad to 1.0, and no other.",
        (sweeps.started_at_one,),
    ),
    (
        "swept twice",
        "Each node has sent twice: in the second sweep on top of what the first had left.",
        "one sweep over the order in reverse is enough.",
        (sweeps.swept_twice,),
    ),
)

ENDS = (
    (
        "the inputs alone",
        "The inputs' gradients are right. What lies between has 0 in the end, and every node is asked.",
        "leave each node's gradient where it is: in v.grad.",
        (sweeps.at_the_end(sweeps.inner_zero), sweeps.at_the_end(sweeps.inner_zero_but_the_output)),
    ),
    (
        "the output's own gradient",
        "All is right but the output's own gradient, which is 1.",
        "set the output's grad to 1.0 and leave it.",
        (sweeps.at_the_end(sweeps.output_zero),),
    ),
    (
        "added twice",
        "The inputs' gradients are right, and what lies between has twice its own.",
        "add to a node's gradient when a user sends to it, and not again in its own turn.",
        (sweeps.at_the_end(sweeps.inner_twice), sweeps.at_the_end(sweeps.inner_and_output_twice)),
    ),
    (
        "added twice, also at the inputs",
        "All gradients but the output's are twice too large.",
        "add what is sent along an edge once.",
        (sweeps.at_the_end(sweeps.all_twice_but_the_output),),
    ),
)


def slips():
    """(name, says, tries, backward) of each way to go wrong: those of one slip first, then a wrong share in a wrong
    order, which has the share's name."""
    for name, says, tries, ways in (*ORDERS, *SENDING, *STARTS, *ENDS):
        for backward in ways:
            yield name, says, tries, backward
    for name, says, tries in SHARES:
        share = sweeps.SHARES[name]
        for order in (turns.depth_first, *WRONG_ORDERS, turns.leaves_first):
            yield name, says, tries, swept(order, share=share)
        yield name, says, tries, lambda g, share=share: sweeps.edge_by_edge(g, share=share)


def gradients(backward):
    """What a backward() of a Graph gives for a case: {name: gradient} of all nodes."""
    return lambda case: by_name(case, backward(graph_of(case)))


def misconceptions(*gives):
    """The Misconceptions of each slip: each of `gives` makes of a backward() what somebody who has it gives."""
    return tuple(
        Misconception(name, one(backward), says, tries) for name, says, tries, backward in slips() for one in gives
    )
