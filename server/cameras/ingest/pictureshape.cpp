// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/pictureshape.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace {
constexpr int mostStretched = 8;

int sign(std::int32_t number) { return (number > 0) - (number < 0); }

QTransform turnOf(const QByteArray &displayMatrix)
{
    std::array<std::int32_t, 9> matrix{};
    if (displayMatrix.size() != qsizetype(sizeof(matrix)))
        return {};
    std::memcpy(matrix.data(), displayMatrix.constData(), sizeof(matrix));
    const int a = sign(matrix[0]);
    const int b = sign(matrix[1]);
    const int c = sign(matrix[3]);
    const int d = sign(matrix[4]);
    const bool upright = a != 0 && d != 0 && b == 0 && c == 0;
    const bool onItsSide = a == 0 && d == 0 && b != 0 && c != 0;
    return upright || onItsSide ? QTransform(a, b, c, d, 0, 0) : QTransform();
}
}

PictureShape PictureShape::of(int pixelWidth, int pixelHeight, const QByteArray &displayMatrix)
{
    PictureShape shape;
    shape.turn = turnOf(displayMatrix);
    const bool known = pixelWidth > 0 && pixelHeight > 0;
    if (known && pixelWidth / mostStretched <= pixelHeight && pixelHeight / mostStretched <= pixelWidth) {
        shape.pixelWidth = pixelWidth;
        shape.pixelHeight = pixelHeight;
    }
    return shape;
}

QSize PictureShape::stretched(QSize coded) const
{
    if (pixelWidth > pixelHeight)
        coded.setWidth(int(qint64(coded.width()) * pixelWidth / pixelHeight));
    else
        coded.setHeight(int(qint64(coded.height()) * pixelHeight / pixelWidth));
    return coded;
}

QSize PictureShape::shown(QSize coded) const
{
    const QSize size = stretched(coded);
    return swapsSides() ? size.transposed() : size;
}

QSize fitted(QSize size, QSize bounds)
{
    if (!bounds.isEmpty() && (size.width() > bounds.width() || size.height() > bounds.height()))
        size.scale(bounds, Qt::KeepAspectRatio);
    return {std::max(2, size.width() & ~1), std::max(2, size.height() & ~1)};
}
