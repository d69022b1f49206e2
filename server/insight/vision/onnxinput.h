// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

/// Reads the size of the input of a network from an ONNX file, because cv::dnn does not tell it. The file is a protocol
/// buffer (onnx.proto3).
namespace OnnxInput {
/// Returns the width and height of the network's input. If the file leaves them open, returns `usualSide`.
///
/// Throws: std::runtime_error if no input is a square picture of three colors, or the sides are beyond 32 to 2048.
int side(QByteArrayView file);

constexpr int usualSide = 640;
}
