# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts the object detector NanoDet from a TensorFlow.js graph to ONNX. The graph was made from ONNX itself: around
each operation that wants channels last, it transposes the picture there and back. The transpositions cancel out here."""

import base64
import json

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

#: The network has no size of its own. 320 is the smallest with which it was published.
SIDE = 320
#: TensorFlow's order of axes (height, width, channels), by the axes of ONNX
CHANNELS_LAST = (0, 2, 3, 1)

#: The 80 classes of COCO, in the order of the network's scores
LABELS = """person, bicycle, car, motorcycle, airplane, bus, train, truck, boat, traffic light, fire hydrant, stop sign,
parking meter, bench, bird, cat, dog, horse, sheep, cow, elephant, bear, zebra, giraffe, backpack, umbrella, handbag,
tie, suitcase, frisbee, skis, snowboard, sports ball, kite, baseball bat, baseball glove, skateboard, surfboard, tennis
racket, bottle, wine glass, cup, fork, knife, spoon, bowl, banana, apple, sandwich, orange, broccoli, carrot, hot dog,
pizza, donut, cake, chair, couch, potted plant, bed, dining table, toilet, tv, laptop, mouse, remote, keyboard, cell
phone, microwave, oven, toaster, sink, refrigerator, book, clock, vase, scissors, teddy bear, hair drier, toothbrush"""


def labels():
    """Returns the labels, one in a line."""
    return "".join(f"{label}\n" for label in LABELS.replace("\n", " ").split(", "))


class Value:
    """A result: the ONNX value `name`, whose axes TensorFlow has in the order `axes`; or a constant."""

    def __init__(self, name=None, axes=None, shape=None, constant=None, pads=None):
        self.name = name
        self.axes = axes
        self.shape = shape  # of the ONNX value
        self.constant = constant
        self.pads = pads  # (top, left, bottom, right), which the next operation adds


def ints(node, key):
    return [int(value) for value in node["attr"][key]["list"]["i"]]


class Conversion:
    def __init__(self, topology, weights):
        self.nodes = {node["name"]: node for node in topology["node"]}
        self.weights = weights
        self.values = {}
        self.graph = []
        self.constants = []

    def emit(self, operation, inputs, outputs=1, **attributes):
        names = [f"{operation}{len(self.graph)}_{index}" for index in range(outputs)]
        self.graph.append(helper.make_node(operation, inputs, names, name=names[0], **attributes))
        return names[0] if outputs == 1 else names

    def initializer(self, array):
        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(numpy.ascontiguousarray(array), name))
        return name

    def value(self, name):
        name = name[:-2] if name.endswith(":0") else name
        if name not in self.values:
            base = name.split(":")[0]
            node = self.nodes[base]
            results = getattr(self, node["op"].lower())(node, [self.value(each) for each in node.get("input", [])])
            for index, result in enumerate(results if isinstance(results, list) else [results]):
                self.values[base if index == 0 else f"{base}:{index}"] = result
        return self.values[name]

    # One function for each operation of the graph.

    def const(self, node, _):
        return Value(constant=self.weights[node["name"]])

    def placeholder(self, *_):
        return Value("input", (0, 1, 2, 3), [1, 3, SIDE, SIDE])

    def identity(self, _, inputs):
        return inputs[0]

    def sparsetodense(self, _, inputs):
        return Value(constant=numpy.full(inputs[1].constant, inputs[3].constant))  # no index is set

    def transpose(self, _, inputs):
        value = inputs[0]
        axes = tuple(value.axes[axis] for axis in inputs[1].constant)
        return Value(value.name, axes, value.shape, pads=value.pads)

    def pad(self, _, inputs):
        value, pads = inputs[0], inputs[1].constant
        assert value.axes == (0, 1, 2, 3) and not pads[:2].any()
        return Value(value.name, value.axes, value.shape, pads=[pads[2][0], pads[3][0], pads[2][1], pads[3][1]])

    padv2 = pad  # before the maximum only, which takes padding for the least number

    def window(self, value, size, stride):
        pads = [int(each) for each in value.pads or [0] * 4]
        shape = [(value.shape[2 + axis] + pads[axis] + pads[2 + axis] - size[axis]) // stride[axis] + 1
                 for axis in (0, 1)]
        return {"kernel_shape": size, "strides": stride, "pads": pads}, shape

    def conv2d(self, node, inputs):
        value, filters = inputs[0], inputs[1].constant
        assert value.axes == CHANNELS_LAST and base64.b64decode(node["attr"]["padding"]["s"]) == b"VALID"
        attributes, size = self.window(value, list(filters.shape[:2]), ints(node, "strides")[1:3])
        name = self.emit("Conv", [value.name, self.initializer(filters.transpose(3, 2, 0, 1))],
                         group=value.shape[1] // filters.shape[2], **attributes)
        return Value(name, CHANNELS_LAST, [1, filters.shape[3], *size])

    def maxpool(self, node, inputs):
        value = inputs[0]
        assert value.axes == CHANNELS_LAST
        attributes, size = self.window(value, ints(node, "ksize")[1:3], ints(node, "strides")[1:3])
        return Value(self.emit("MaxPool", [value.name], **attributes), CHANNELS_LAST, value.shape[:2] + size)

    def add(self, _, inputs):
        first, second = inputs
        if first.constant is not None and second.constant is not None:
            return Value(constant=first.constant + second.constant)
        if second.constant is not None:  # the bias of a convolution
            assert first.axes == CHANNELS_LAST and second.constant.ndim == 1
            self.graph[-1].input.append(self.initializer(second.constant))
            assert self.graph[-1].output[0] == first.name
            return first
        assert first.axes == second.axes
        return Value(self.emit("Add", [first.name, second.name]), first.axes, first.shape)

    addv2 = add

    def leakyrelu(self, node, inputs):
        value = inputs[0]
        name = self.emit("LeakyRelu", [value.name], alpha=float(node["attr"]["alpha"]["f"]))
        return Value(name, value.axes, value.shape)

    def sigmoid(self, _, inputs):
        return Value(self.emit("Sigmoid", [inputs[0].name]), inputs[0].axes, inputs[0].shape)

    def concatv2(self, _, inputs):
        *parts, axis = inputs
        axis = parts[0].axes[int(axis.constant)]
        shape = list(parts[0].shape)
        shape[axis] = sum(part.shape[axis] for part in parts)
        return Value(self.emit("Concat", [part.name for part in parts], axis=axis), parts[0].axes, shape)

    def resizebilinear(self, _, inputs):
        value = inputs[0]
        # The graph names sizes of the published side, 416, which the weights do not depend on.
        scale = int(inputs[1].constant[0]) / (value.shape[2] * 416 / SIDE)
        sizes = self.initializer(numpy.array([1, 1, scale, scale], numpy.float32))
        name = self.emit("Resize", [value.name, self.initializer(numpy.zeros(0, numpy.float32)), sizes],
                         mode="linear", coordinate_transformation_mode="half_pixel")
        return Value(name, value.axes, value.shape[:2] + [int(side * scale) for side in value.shape[2:]])

    def splitv(self, _, inputs):
        value, sizes, axis = inputs
        axis = value.axes[int(axis.constant)]
        sizes = [int(size) for size in sizes.constant]
        names = self.emit("Split", [value.name], outputs=len(sizes), axis=axis, split=sizes)
        return [Value(name, value.axes, value.shape[:axis] + [size] + value.shape[axis + 1:])
                for name, size in zip(names, sizes)]

    def reshape(self, _, inputs):
        value = inputs[0]
        assert value.axes == (0, 1, 2, 3)
        shape = [1, value.shape[1], value.shape[2] * value.shape[3]]
        return Value(self.emit("Reshape", [value.name, self.initializer(numpy.array(shape))]), (0, 1, 2), shape)

    def serialized(self, outputs):
        results = []
        for number, output in enumerate(outputs):
            value = self.value(output)
            assert value.axes == (0, 2, 1)
            self.graph.append(helper.make_node("Transpose", [value.name], [f"out{number}"], name=f"out{number}",
                                               perm=[0, 2, 1]))
            results.append(helper.make_tensor_value_info(f"out{number}", TensorProto.FLOAT,
                                                         [1, value.shape[2], value.shape[1]]))
        given = helper.make_tensor_value_info("input", TensorProto.FLOAT, [1, 3, SIDE, SIDE])
        graph = helper.make_graph(self.graph, "nanodet", [given], results, self.constants)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 11)])
        model.ir_version = 6
        onnx.checker.check_model(model)
        return model.SerializeToString()


def nanodet(description, binary):
    """Returns the ONNX model of a TensorFlow.js graph model: its JSON file and its weights."""
    model = json.loads(description)
    weights = {}
    offset = 0
    for weight in (weight for group in model["weightsManifest"] for weight in group["weights"]):
        stored = numpy.dtype(weight.get("quantization", weight)["dtype"])
        count = int(numpy.prod(weight["shape"]))
        values = numpy.frombuffer(binary, stored, count, offset).astype(weight["dtype"])
        weights[weight["name"]] = values.reshape(weight["shape"])
        offset += count * stored.itemsize
    outputs = sorted(output["name"] for output in model["signature"]["outputs"].values())
    return Conversion(model["modelTopology"], weights).serialized(outputs)
