// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/scenes/stagedpicture.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <cmath>
#include <numbers>

namespace {
constexpr double width = stagedSize.width();
constexpr double height = stagedSize.height();
constexpr double stepsInAWalk = 7;
const QColor skin(214, 164, 134);

QRectF around(QPointF middle, double across, double down)
{
    return {middle.x() - across / 2, middle.y() - down / 2, across, down};
}

void ellipse(QPainter &painter, QPointF middle, double across, double down, const QBrush &brush)
{
    painter.setBrush(brush);
    painter.drawEllipse(around(middle, across, down));
}

void drawRoom(QPainter &painter)
{
    QLinearGradient wall(0, 0, 0, height * 0.7);
    wall.setColorAt(0, QColor(196, 192, 180));
    wall.setColorAt(1, QColor(150, 146, 134));
    painter.fillRect(QRectF(0, 0, width, height * 0.7), wall);
    painter.fillRect(QRectF(0, height * 0.7, width, height * 0.3), QColor(112, 88, 66));
    painter.fillRect(QRectF(0, height * 0.69, width, height * 0.015), QColor(86, 66, 50));
    painter.fillRect(QRectF(width * 0.72, height * 0.22, width * 0.13, height * 0.48), QColor(146, 104, 70));
    ellipse(painter, {width * 0.83, height * 0.47}, 7, 7, QColor(226, 206, 120));
    painter.fillRect(QRectF(width * 0.12, height * 0.15, width * 0.2, height * 0.25), QColor(206, 226, 240));
    painter.fillRect(QRectF(width * 0.217, height * 0.15, width * 0.006, height * 0.25), QColor(90, 84, 76));
}

void drawWalker(QPainter &painter, double progress)
{
    const double tall = height * 0.6;
    const double wide = tall * 0.24;
    const double middle = -wide + progress * (width + 2 * wide);
    const double feet = height * 0.93;
    const double stride = std::sin(progress * stepsInAWalk * 2 * std::numbers::pi) * wide * 0.45;
    painter.fillRect(QRectF(middle + stride - wide * 0.18, feet - tall * 0.45, wide * 0.3, tall * 0.45),
                     QColor(38, 44, 66));
    painter.fillRect(QRectF(middle - stride - wide * 0.12, feet - tall * 0.45, wide * 0.3, tall * 0.45),
                     QColor(44, 50, 74));
    painter.fillRect(QRectF(middle - wide * 0.5, feet - tall * 0.84, wide, tall * 0.42), QColor(176, 44, 40));
    painter.fillRect(QRectF(middle - stride - wide * 0.1, feet - tall * 0.8, wide * 0.2, tall * 0.36),
                     QColor(150, 34, 32));
    ellipse(painter, {middle, feet - tall * 0.915}, tall * 0.14, tall * 0.17, skin);
}

void drawEye(QPainter &painter, QPointF at, double unit)
{
    QRadialGradient socket(at, unit * 0.2);
    socket.setColorAt(0, QColor(120, 74, 56, 150));
    socket.setColorAt(1, QColor(120, 74, 56, 0));
    ellipse(painter, at, unit * 0.4, unit * 0.26, socket);
    QPainterPath opening;
    opening.moveTo(at.x() - unit * 0.11, at.y());
    opening.quadTo(at.x(), at.y() - unit * 0.085, at.x() + unit * 0.11, at.y());
    opening.quadTo(at.x(), at.y() + unit * 0.065, at.x() - unit * 0.11, at.y());
    painter.save();
    painter.setClipPath(opening);
    painter.fillPath(opening, QColor(236, 230, 224));
    ellipse(painter, at, unit * 0.1, unit * 0.1, QColor(74, 48, 34));
    ellipse(painter, at, unit * 0.05, unit * 0.05, QColor(14, 10, 8));
    ellipse(painter, at + QPointF(unit * 0.02, -unit * 0.02), unit * 0.02, unit * 0.02, Qt::white);
    painter.restore();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(48, 28, 20), unit * 0.022));
    QPainterPath lid;
    lid.moveTo(at.x() - unit * 0.12, at.y());
    lid.quadTo(at.x(), at.y() - unit * 0.095, at.x() + unit * 0.12, at.y());
    painter.drawPath(lid);
    painter.setPen(QPen(QColor(58, 36, 26), unit * 0.04, Qt::SolidLine, Qt::RoundCap));
    QPainterPath brow;
    brow.moveTo(at.x() - unit * 0.14, at.y() - unit * 0.12);
    brow.quadTo(at.x(), at.y() - unit * 0.19, at.x() + unit * 0.14, at.y() - unit * 0.12);
    painter.drawPath(brow);
    painter.setPen(Qt::NoPen);
}

void drawNose(QPainter &painter, QPointF at, double unit)
{
    QLinearGradient bridge(at.x() - unit * 0.1, 0, at.x() + unit * 0.1, 0);
    bridge.setColorAt(0, QColor(140, 90, 68, 90));
    bridge.setColorAt(0.5, QColor(250, 214, 190, 120));
    bridge.setColorAt(1, QColor(140, 90, 68, 140));
    ellipse(painter, at - QPointF(0, unit * 0.16), unit * 0.15, unit * 0.42, bridge);
    ellipse(painter, at, unit * 0.2, unit * 0.12, QColor(198, 142, 112));
    for (const double side : {-1.0, 1.0})
        ellipse(painter, at + QPointF(side * unit * 0.055, unit * 0.035), unit * 0.05, unit * 0.03, QColor(86, 44, 34));
    QRadialGradient shadow(at + QPointF(0, unit * 0.09), unit * 0.12);
    shadow.setColorAt(0, QColor(110, 66, 50, 110));
    shadow.setColorAt(1, QColor(110, 66, 50, 0));
    ellipse(painter, at + QPointF(0, unit * 0.09), unit * 0.24, unit * 0.09, shadow);
}

void drawMouth(QPainter &painter, QPointF at, double unit)
{
    QPainterPath lips;
    lips.moveTo(at.x() - unit * 0.17, at.y());
    lips.quadTo(at.x() - unit * 0.05, at.y() - unit * 0.06, at.x(), at.y() - unit * 0.035);
    lips.quadTo(at.x() + unit * 0.05, at.y() - unit * 0.06, at.x() + unit * 0.17, at.y());
    lips.quadTo(at.x(), at.y() + unit * 0.11, at.x() - unit * 0.17, at.y());
    painter.fillPath(lips, QColor(166, 84, 80));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(92, 36, 34), unit * 0.018));
    QPainterPath line;
    line.moveTo(at.x() - unit * 0.17, at.y());
    line.quadTo(at.x(), at.y() + unit * 0.03, at.x() + unit * 0.17, at.y());
    painter.drawPath(line);
    painter.setPen(Qt::NoPen);
}

/// Draws a portrait. `unit` is the width of the head.
void drawPortrait(QPainter &painter, QPointF middle, double unit)
{
    QPainterPath shoulders;
    shoulders.addRoundedRect(QRectF(middle.x() - unit * 1.3, middle.y() + unit * 0.86, unit * 2.6, unit * 1.4),
                             unit * 0.5, unit * 0.4);
    painter.fillPath(shoulders, QColor(62, 84, 112));
    painter.fillRect(around(middle + QPointF(0, unit * 0.72), unit * 0.5, unit * 0.5), QColor(180, 128, 100));
    ellipse(painter, middle - QPointF(0, unit * 0.12), unit * 1.16, unit * 1.42, QColor(52, 34, 26));
    for (const double side : {-1.0, 1.0})
        ellipse(painter, middle + QPointF(side * unit * 0.5, unit * 0.04), unit * 0.14, unit * 0.28,
                QColor(196, 142, 112));
    QRadialGradient face(middle - QPointF(unit * 0.1, unit * 0.1), unit * 0.75);
    face.setColorAt(0, QColor(236, 190, 162));
    face.setColorAt(0.6, skin);
    face.setColorAt(1, QColor(156, 104, 80));
    QPainterPath head;
    head.moveTo(middle.x() - unit * 0.5, middle.y() - unit * 0.12);
    head.cubicTo(middle.x() - unit * 0.5, middle.y() - unit * 0.78, middle.x() + unit * 0.5, middle.y() - unit * 0.78,
                 middle.x() + unit * 0.5, middle.y() - unit * 0.12);
    head.cubicTo(middle.x() + unit * 0.5, middle.y() + unit * 0.36, middle.x() + unit * 0.26, middle.y() + unit * 0.7,
                 middle.x(), middle.y() + unit * 0.7);
    head.cubicTo(middle.x() - unit * 0.26, middle.y() + unit * 0.7, middle.x() - unit * 0.5, middle.y() + unit * 0.36,
                 middle.x() - unit * 0.5, middle.y() - unit * 0.12);
    painter.fillPath(head, face);
    for (const double side : {-1.0, 1.0})
        drawEye(painter, middle + QPointF(side * unit * 0.22, -unit * 0.04), unit);
    drawNose(painter, middle + QPointF(0, unit * 0.24), unit);
    drawMouth(painter, middle + QPointF(0, unit * 0.44), unit);
}
}

QImage stagedPicture(Shot shot, double progress)
{
    QImage picture(stagedSize, QImage::Format_RGB32);
    picture.fill(QColor(6, 6, 6));
    if (shot == Shot::Dark || shot == Shot::Nothing)
        return picture;
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    drawRoom(painter);
    if (shot == Shot::Walk)
        drawWalker(painter, progress);
    else if (shot == Shot::Face)
        drawPortrait(painter, {width / 2 + 20 * std::sin(progress * 2 * std::numbers::pi), height * 0.42}, 150);
    return picture;
}
