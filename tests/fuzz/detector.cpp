// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/detectoroutput.h"
#include "server/insight/vision/onnxinput.h"

#include <QByteArrayView>

#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

namespace {
/// Takes the bytes of an input one after the other. At the end, all are zero.
class Bytes
{
public:
    Bytes(const std::uint8_t *data, std::size_t size)
        : m_data(data)
        , m_size(size)
    {
    }

    int next()
    {
        if (m_size == 0)
            return 0;
        --m_size;
        return *m_data++;
    }
    float number()
    {
        std::uint32_t bits = 0;
        for (int i = 0; i < 4; ++i)
            bits = bits << 8 | std::uint32_t(next());
        float value = 0;
        std::memcpy(&value, &bits, sizeof value);
        return value;
    }

private:
    const std::uint8_t *m_data;
    std::size_t m_size;
};

/// Makes outputs of about the shapes of the known families, with any numbers.
std::vector<cv::Mat> outputsOf(Bytes &bytes)
{
    static const std::vector<std::vector<int>> shapes{{1, 84, 7},  {1, 252, 7},  {1, 6, 84}, {1, 84, 6},
                                                      {1, 85, 34}, {1, 1, 9, 7}, {1, 20, 4}, {1, 20, 3},
                                                      {1, 64, 2},  {1, 64, 32},  {1, 16, 2}, {1, 16, 32}};
    std::vector<cv::Mat> outputs;
    for (int count = bytes.next() % 6; count >= 0; --count) {
        cv::Mat output(shapes[std::size_t(bytes.next()) % shapes.size()], CV_32F, cv::Scalar(0));
        for (int i = bytes.next(); i > 0; --i)
            output.ptr<float>()[(unsigned(bytes.next()) << 8 | unsigned(bytes.next())) % output.total()] =
                bytes.number();
        outputs.push_back(output);
    }
    return outputs;
}
}

/// An ONNX file never makes the reader fail. Detections are within reach of the picture, whatever a network answers.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    try {
        const int side = OnnxInput::side(QByteArrayView(data, qsizetype(size)));
        if (side < 32 || side > 2048)
            std::abort();
    } catch (const std::runtime_error &) {
    }
    Bytes bytes(data, size);
    const auto outputs = outputsOf(bytes);
    try {
        const auto shape = DetectorOutput::recognized(outputs, 64, {QStringLiteral("person"), QStringLiteral("car")});
        const auto found = DetectorOutput::decoded(shape, outputs, 0.1F);
        for (const auto &each : DetectorOutput::distinct(found, 0.5F)) {
            const bool sound = each.label >= 0 && each.label < 2 && each.score >= 0.1F && each.score <= 1
                && std::abs(each.box.x) < 1000 && std::abs(each.box.y) < 1000 && each.box.width > 0
                && each.box.width < 1000 && each.box.height > 0 && each.box.height < 1000;
            if (!sound)
                std::abort();
        }
    } catch (const std::runtime_error &) {
    }
    return 0;
}
