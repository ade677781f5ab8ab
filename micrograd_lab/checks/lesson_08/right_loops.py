"""Right training loops, each written in another way: a test of loops that refuses one of them is wrong itself."""

from .written_loops import HEAD, RIGHT, written

RIGHT_LOOPS = {
    "as in the text of 8.1": RIGHT,
    "zeroed before the forward pass": written("ZFBSY"),
    "zeroed after the step": written("FBSZY"),
    "zeroed after it has yielded": written("FBSYZ"),
    "with while": HEAD + "    n = 0\n    while n < steps:\n        loss = loss_of(n)\n"
    "        for p in parameters:\n            p.grad = 0.0\n"
    "        loss.backward()\n        step(n)\n        n += 1\n        yield loss.data\n",
    "with a list made of zeros": written("F", "[setattr(p, 'grad', 0.0) for p in parameters]", "BSY"),
    "with itertools.count": "from itertools import count, islice\n\n" + written("FZBSY", over="islice(count(), steps)"),
    "with map": HEAD + "    def one(n):\n        loss = loss_of(n)\n        for p in parameters:\n"
    "            p.grad = 0.0\n        loss.backward()\n        step(n)\n        return loss.data\n\n"
    "    return map(one, range(steps))\n",
    "with a function inside that yields": HEAD + "    def rounds():\n        for n in range(steps):\n"
    "            loss = loss_of(n)\n            for p in parameters:\n                p.grad = 0.0\n"
    "            loss.backward()\n            step(n)\n            yield loss.data\n\n    yield from rounds()\n",
    "as a generator expression": HEAD + "    def one(n):\n        loss = loss_of(n)\n"
    "        for p in list(parameters):\n            p.grad = 0\n        loss.backward()\n        step(n)\n"
    "        return float(loss.data)\n\n    return (one(n) for n in range(steps))\n",
    "as a class": "class train:\n    def __init__(self, loss_of, parameters, step, steps):\n"
    "        self.loss_of, self.parameters, self.step = loss_of, parameters, step\n"
    "        self.n, self.steps = 0, steps\n\n"
    "    def __iter__(self):\n        return self\n\n    def __next__(self):\n"
    "        if self.n >= self.steps:\n            raise StopIteration\n        loss = self.loss_of(self.n)\n"
    "        for p in self.parameters:\n            p.grad = 0.0\n        loss.backward()\n"
    "        self.step(self.n)\n        self.n += 1\n        return loss.data\n",
    "by places": written("F", "for i in range(len(parameters)):\n    parameters[i].grad = 0.0", "BSY"),
    "zeroed backwards": written("F", "for p in reversed(parameters):\n    p.grad -= p.grad", "BSY"),
    "the loss put aside": written("F", "now = loss.data", "ZBS", "yield now"),
    "as one that calls itself": HEAD + "    def rest(n):\n        if n < steps:\n            loss = loss_of(n)\n"
    "            for p in parameters:\n                p.grad = 0.0\n            loss.backward()\n"
    "            step(n)\n            yield loss.data\n            yield from rest(n + 1)\n\n    return rest(0)\n",
}
