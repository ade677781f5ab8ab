import json
import pickle
import random
from pathlib import Path

import pytest

from micrograd_lab import Value, nn
from micrograd_lab.engine import topological_order
from micrograd_lab.nn import MLP, Layer, Neuron

RECORDED = Path(__file__).parent / "recorded"


@pytest.fixture(scope="module")
def of_micrograd():
    return json.loads((RECORDED / "micrograd.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def ours():
    """The script that recorded micrograd, with nothing but the imported name replaced."""
    source = (RECORDED / "record_micrograd.py").read_text(encoding="utf-8")
    script = {"__name__": "script"}
    exec(source.replace("from micrograd.", "from micrograd_lab."), script)
    return script


def close(x):
    return pytest.approx(x, rel=1e-12, abs=1e-13)


def test_code_written_for_micrograd_gives_its_readme_numbers(of_micrograd, ours):
    assert ours["readme"]() == close(of_micrograd["readme"])


def test_code_written_for_micrograd_makes_the_same_networks_from_the_same_seed(of_micrograd, ours):
    theirs, here = of_micrograd["networks"], ours["networks"]()
    assert here["reprs"] == theirs["reprs"]
    assert here["counts"] == theirs["counts"]
    assert here["data"] == theirs["data"]
    assert here["output"] == close(theirs["output"])
    assert here["grads"] == close(theirs["grads"])


def test_the_demo_of_micrograd_takes_the_same_training_steps(of_micrograd, ours):
    theirs, here = of_micrograd["demo"], ours["demo"]()
    assert here["parameters"] == theirs["parameters"] == 337
    for (loss, accuracy), (their_loss, their_accuracy) in zip(here["history"], theirs["history"], strict=True):
        assert (loss, accuracy) == (close(their_loss), their_accuracy)
    assert here["first"] == close(theirs["first"])
    assert here["last"] == close(theirs["last"])
    assert here["sum of squares"] == close(theirs["sum of squares"])


def test_differences_from_micrograd_are_the_documented_ones():
    a = Value(2)
    assert type(a.data) is float
    assert type(a.grad) is float
    b = a * a
    assert b._prev == (a, a)  # micrograd: the set {a}
    out = b * 3
    out.backward()
    out.backward()
    assert (a.grad, b.grad) == (24.0, 3.0)  # micrograd: b.grad grows too
    with pytest.raises(AttributeError):
        b._prev = ()


def test_parameters_come_neuron_by_neuron_weights_before_bias():
    model = MLP(2, [3, 1], seed=0)
    neurons = [n for layer in model.layers for n in layer.neurons]
    assert model.parameters() == [p for n in neurons for p in [*n.w, n.b]]
    assert [n.b.data for n in neurons] == [0.0] * 4


@pytest.mark.parametrize(("sizes", "count"), [((2, [16, 16, 1]), 337), ((1, [1]), 2), ((3, [4, 4, 1]), 41)])
def test_number_of_parameters(sizes, count):
    assert len(MLP(*sizes).parameters()) == count


def test_weights_start_in_minus_one_to_one():
    weights = [w.data for n in Layer(20, 20, rng=random.Random(0)).neurons for w in n.w]
    assert -1 <= min(weights) < -0.9
    assert 0.9 < max(weights) <= 1


@pytest.mark.parametrize("activation", nn.ACTIVATIONS)
def test_a_neuron_is_its_activation_of_the_weighted_sum(activation):
    neuron = Neuron(2, activation=activation, rng=random.Random(3))
    neuron.b.data = 0.25
    score = neuron.w[0] * 2.0 + neuron.w[1] * -1.5 + 0.25
    expected = score if activation == "linear" else getattr(score, activation)()
    assert neuron([2.0, -1.5]).data == pytest.approx(expected.data, rel=1e-12)
    assert repr(neuron) == f"{activation.title() if activation != 'relu' else 'ReLU'}Neuron(2)"


def test_nonlin_false_makes_a_linear_neuron():
    neuron = Neuron(2, nonlin=False, activation="tanh")
    assert (neuron.nonlin, neuron.activation, repr(neuron)) == (False, "linear", "LinearNeuron(2)")
    assert Neuron(2).nonlin


def test_only_the_last_layer_of_an_mlp_is_linear():
    model = MLP(2, [3, 2], activation="sigmoid")
    neuron, last = "SigmoidNeuron(2)", "LinearNeuron(3)"
    assert repr(model) == f"MLP of [Layer of [{neuron}, {neuron}, {neuron}], Layer of [{last}, {last}]]"


def test_a_layer_of_one_gives_its_value_and_a_layer_of_two_a_list():
    assert isinstance(Layer(2, 1)([1.0, 2.0]), Value)
    assert [type(v) for v in Layer(2, 2)([1.0, 2.0])] == [Value, Value]
    assert isinstance(MLP(2, [3, 1])([1.0, 2.0]), Value)


def test_a_hidden_layer_of_one_neuron_feeds_the_next():
    assert isinstance(MLP(2, [1, 3, 1])([1.0, 2.0]), Value)


def test_inputs_may_be_values_and_receive_gradients():
    x = [Value(0.5), Value(-1.0)]
    neuron = Neuron(2, nonlin=False)
    neuron(x).backward()
    assert [v.grad for v in x] == [w.data for w in neuron.w]
    assert [w.grad for w in neuron.w] == [0.5, -1.0]
    assert neuron.b.grad == 1.0


def test_zero_grad_clears_every_parameter_and_only_the_gradient():
    model = MLP(2, [4, 1], seed=5)
    before = [p.data for p in model.parameters()]
    model([1.0, 2.0]).backward()
    assert any(p.grad for p in model.parameters())
    model.zero_grad()
    assert [p.grad for p in model.parameters()] == [0.0] * 17
    assert [p.data for p in model.parameters()] == before


def test_a_module_without_parameters_has_none():
    module = nn.Module()
    module.zero_grad()
    assert module.parameters() == []


def test_seed_fixes_the_network_and_leaves_pythons_random_alone():
    random.seed(9)
    state = random.getstate()
    weights = [p.data for p in MLP(2, [4, 1], seed=0).parameters()]
    assert random.getstate() == state
    assert weights == [p.data for p in MLP(2, [4, 1], seed=0).parameters()]
    assert weights != [p.data for p in MLP(2, [4, 1], seed=1).parameters()]


def test_a_seed_gives_what_random_seed_gives():
    random.seed(7)
    assert [p.data for p in MLP(2, [4, 1]).parameters()] == [p.data for p in MLP(2, [4, 1], seed=7).parameters()]


def test_a_sum_starts_from_the_bias_and_adds_no_zero():
    assert [v.op for v in topological_order(Neuron(1, nonlin=False)([Value(2.0)]))] == ["", "", "", "*", "+"]


@pytest.mark.parametrize(
    ("ask", "found"),
    [
        (lambda: Neuron(2, activation="softplus"), "relu, tanh, sigmoid, linear; got 'softplus'"),
        (lambda: Neuron(2)([1.0]), r"ReLUNeuron\(2\) takes 2 inputs; got 1"),
        (lambda: MLP(2, [3, 1])([1.0, 2.0, 3.0]), r"ReLUNeuron\(2\) takes 2 inputs; got 3"),
        (lambda: MLP(2, []), "got none"),
    ],
)
def test_a_mistake_is_answered_with_what_was_found(ask, found):
    with pytest.raises(ValueError, match=found):
        ask()


def test_nonlin_can_be_set_as_in_micrograd():
    neuron = Neuron(2)
    neuron.nonlin = False
    assert (neuron.nonlin, repr(neuron)) == (False, "LinearNeuron(2)")
    neuron.nonlin = True
    assert repr(neuron) == "ReLUNeuron(2)"
    neuron = Neuron(2, activation="tanh")
    neuron.nonlin = True
    assert repr(neuron) == "TanhNeuron(2)"


def test_what_was_pickled_by_the_name_of_nn_is_read():
    model = nn.MLP(2, [3, 1], seed=1)
    earlier = pickle.dumps(model, protocol=2).replace(b"micrograd_lab.nn.neuron", b"micrograd_lab.nn")
    again = pickle.loads(earlier)
    assert [p.data for p in again.parameters()] == [p.data for p in model.parameters()]
    assert repr(again) == repr(model)
