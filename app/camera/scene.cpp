// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/camera/scene.h"

#include "app/camera/canvas.h"

#include <QRandomGenerator>

#include <cmath>

namespace {
constexpr double walkSeconds = 4;
constexpr int noiseSlack = 4096;
constexpr int noiseStrength = 2;
}

Scene::Scene(QSize size, double framesPerSecond)
    : m_size(size)
    , m_framesPerSecond(framesPerSecond)
    , m_room(room())
    , m_noise(qsizetype(size.width()) * size.height() + noiseSlack, Qt::Uninitialized)
{
    QRandomGenerator random(1); // fixed seed: the pictures are reproducible
    for (char &value : m_noise)
        value = char(random.bounded(-noiseStrength, noiseStrength + 1));
}

QByteArray Scene::room() const
{
    const double w = m_size.width();
    const double h = m_size.height();
    auto picture = Canvas::blank(m_size, {150, 124, 132});
    Canvas canvas(picture, m_size);
    for (int y = 0; y < m_size.height() * 7 / 10; ++y) // the wall is lighter at the top
        canvas.fillRect(QRectF(0, y, w, 1), {uchar(175 - y * 60 / m_size.height()), 124, 132});
    canvas.fillRect({0, h * 0.7, w, h * 0.3}, {95, 118, 140});
    canvas.fillRect({0, h * 0.69, w, h * 0.015}, {70, 120, 138});
    canvas.fillRect({w * 0.72, h * 0.22, w * 0.13, h * 0.48}, {110, 110, 150});
    canvas.fillEllipse({w * 0.825, h * 0.45, w * 0.012, w * 0.012}, {200, 110, 150});
    canvas.fillRect({w * 0.12, h * 0.15, w * 0.2, h * 0.25}, {205, 140, 118});
    canvas.fillRect({w * 0.217, h * 0.15, w * 0.006, h * 0.25}, {90, 128, 128});
    return picture;
}

void Scene::drawPerson(QByteArray &picture, double progress) const
{
    const double tall = m_size.height() * 0.6;
    const double wide = tall * 0.24;
    const double middle = -wide + progress * (m_size.width() + 2 * wide);
    const double feet = m_size.height() * 0.93;
    const double stride = std::sin(progress * walkSeconds * 2 * M_PI * 1.6) * wide * 0.45;
    const Yuv trousers{45, 140, 120};
    const Yuv jacket{70, 100, 190};
    const Yuv skin{165, 110, 155};

    Canvas canvas(picture, m_size);
    canvas.fillRect({middle + stride - wide * 0.18, feet - tall * 0.45, wide * 0.3, tall * 0.45}, trousers);
    canvas.fillRect({middle - stride - wide * 0.12, feet - tall * 0.45, wide * 0.3, tall * 0.45}, trousers);
    canvas.fillRect({middle - wide * 0.5, feet - tall * 0.84, wide, tall * 0.42}, jacket);
    canvas.fillRect({middle - stride - wide * 0.1, feet - tall * 0.8, wide * 0.2, tall * 0.36}, {55, 104, 180});
    canvas.fillEllipse({middle - tall * 0.07, feet - tall, tall * 0.14, tall * 0.17}, skin);
}

QByteArray Scene::next()
{
    QByteArray picture = m_room;
    if (m_walkPicture < 0 && m_walksWanted > 0) {
        --m_walksWanted;
        m_walkPicture = 0;
    }
    if (m_walkPicture >= 0) {
        const double progress = m_walkPicture / (walkSeconds * m_framesPerSecond);
        drawPerson(picture, progress);
        m_walkPicture = progress >= 1 ? -1 : m_walkPicture + 1;
    }
    const double gain = m_covered ? 0.04 : m_dim ? 0.45 : 1;
    const auto offset = (m_picture++ * 1009) % noiseSlack;
    Canvas(picture, m_size).develop(gain, reinterpret_cast<const signed char *>(m_noise.constData()) + offset);
    return picture;
}
