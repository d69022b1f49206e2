// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/onnxinput.h"

#include <QList>

#include <optional>
#include <stdexcept>

namespace {
/// A field of a message: a number, or bytes.
struct Field
{
    quint64 key = 0;
    quint64 number = 0;
    QByteArrayView bytes;
};

/// Reads the fields of a message one by one. The end of the data, or an error in it, is the end of the message.
class Message
{
public:
    explicit Message(QByteArrayView data)
        : m_data(data)
    {
    }

    std::optional<Field> next()
    {
        const auto tag = varint();
        if (!tag)
            return std::nullopt;
        Field field{*tag >> 3, 0, {}};
        switch (*tag & 7) {
        case 0:
            field.number = varint().value_or(0);
            return field;
        case 1:
            return taken(8, field);
        case 2:
            return taken(varint().value_or(0), field);
        case 5:
            return taken(4, field);
        default:
            return std::nullopt;
        }
    }

    /// Returns the first field of bytes with this key, or nothing.
    static QByteArrayView first(QByteArrayView data, quint64 key)
    {
        Message message(data);
        while (const auto field = message.next()) {
            if (field->key == key)
                return field->bytes;
        }
        return {};
    }

private:
    std::optional<Field> taken(quint64 size, Field field)
    {
        if (size > quint64(m_data.size()))
            return std::nullopt;
        field.bytes = m_data.first(qsizetype(size));
        m_data = m_data.sliced(qsizetype(size));
        return field;
    }

    std::optional<quint64> varint()
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64 && !m_data.isEmpty(); shift += 7) {
            const auto byte = quint8(m_data.front());
            m_data = m_data.sliced(1);
            value |= quint64(byte & 0x7f) << shift;
            if (!(byte & 0x80))
                return value;
        }
        return std::nullopt;
    }

    QByteArrayView m_data;
};

// The numbers of fields in onnx.proto3.
constexpr quint64 modelGraph = 7;
constexpr quint64 graphInput = 11;
constexpr quint64 valueType = 2;
constexpr quint64 typeTensor = 1;
constexpr quint64 tensorShape = 2;
constexpr quint64 shapeDimension = 1;
constexpr quint64 dimensionValue = 1;

/// Returns the dimensions of an input; 0: left open.
QList<quint64> dimensionsOf(QByteArrayView input)
{
    const auto tensor = Message::first(Message::first(input, valueType), typeTensor);
    QList<quint64> dimensions;
    Message shape(Message::first(tensor, tensorShape));
    while (const auto field = shape.next()) {
        if (field->key != shapeDimension)
            continue;
        quint64 value = 0;
        Message dimension(field->bytes);
        while (const auto part = dimension.next()) {
            if (part->key == dimensionValue)
                value = part->number;
        }
        dimensions += value;
    }
    return dimensions;
}
}

int OnnxInput::side(QByteArrayView file)
{
    Message graph(Message::first(file, modelGraph));
    while (const auto field = graph.next()) {
        if (field->key != graphInput)
            continue;
        const QList<quint64> dimensions = dimensionsOf(field->bytes);
        if (dimensions.size() != 4 || (dimensions[1] != 3 && dimensions[1] != 0))
            continue; // old files list the weights as well
        const quint64 height = dimensions[2];
        if (height == 0 && dimensions[3] == 0)
            return usualSide;
        if (height == dimensions[3] && height >= 32 && height <= 2048)
            return int(height);
        throw std::runtime_error("its input is not a square of 32 to 2048 pixels");
    }
    throw std::runtime_error("it has no input for a picture of three colors");
}
