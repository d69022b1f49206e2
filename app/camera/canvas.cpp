// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/canvas.h"

#include <algorithm>
#include <array>
#include <cmath>

Canvas::Canvas(QByteArray &pixels, QSize size)
    : m_size(size)
    , m_y(reinterpret_cast<uchar *>(pixels.data()))
    , m_u(m_y + qsizetype(size.width()) * size.height())
    , m_v(m_u + qsizetype(size.width() / 2) * (size.height() / 2))
{
}

QByteArray Canvas::blank(QSize size, Yuv color)
{
    const auto luma = qsizetype(size.width()) * size.height();
    return QByteArray(luma, char(color.y)) + QByteArray(luma / 4, char(color.u)) + QByteArray(luma / 4, char(color.v));
}

void Canvas::set(int x, int y, Yuv color)
{
    m_y[qsizetype(y) * m_size.width() + x] = color.y;
    const auto chroma = qsizetype(y / 2) * (m_size.width() / 2) + x / 2;
    m_u[chroma] = color.u;
    m_v[chroma] = color.v;
}

void Canvas::fillRect(const QRectF &rect, Yuv color)
{
    const QRect area = rect.toRect() & QRect({}, m_size);
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            set(x, y, color);
    }
}

void Canvas::fillEllipse(const QRectF &rect, Yuv color)
{
    const QRect area = rect.toRect() & QRect({}, m_size);
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const double dx = (x - rect.center().x()) / (rect.width() / 2);
            const double dy = (y - rect.center().y()) / (rect.height() / 2);
            if (dx * dx + dy * dy <= 1)
                set(x, y, color);
        }
    }
}

void Canvas::develop(double gain, const signed char *noise)
{
    std::array<int, 256> exposed;
    for (int value = 0; value < 256; ++value)
        exposed[size_t(value)] = 16 + int(std::lround((value - 16) * gain));
    const auto luma = qsizetype(m_size.width()) * m_size.height();
    for (qsizetype i = 0; i < luma; ++i)
        m_y[i] = uchar(std::clamp(exposed[m_y[i]] + noise[i], 16, 235));
    if (gain >= 1)
        return;
    for (uchar *chroma = m_u; chroma < m_v + luma / 4; ++chroma)
        *chroma = uchar(128 + std::lround((*chroma - 128) * gain));
}
