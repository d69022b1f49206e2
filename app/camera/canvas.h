// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QSize>

/// A color in I420 (BT.601, limited range).
struct Yuv
{
    uchar y = 16;
    uchar u = 128;
    uchar v = 128;
};

/// Draws simple shapes into an I420 picture without padding. Width and height are even.
class Canvas
{
public:
    /// Draws into `pixels`, which must outlive the canvas.
    Canvas(QByteArray &pixels, QSize size);

    static QByteArray blank(QSize size, Yuv color);

    void fillRect(const QRectF &rect, Yuv color);
    void fillEllipse(const QRectF &rect, Yuv color);
    /// Multiplies each luma value by `gain`, adds the noise at `noise`, and clamps the result. Colors fade if the gain
    /// is below 1.
    void develop(double gain, const signed char *noise);

private:
    void set(int x, int y, Yuv color);

    QSize m_size;
    uchar *m_y;
    uchar *m_u;
    uchar *m_v;
};
