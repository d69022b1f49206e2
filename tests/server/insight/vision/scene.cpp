// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/insight/vision/scene.h"

#include "models/core/utc.h"

#include <opencv2/imgproc.hpp>

Scene::Scene(int width, int height)
    : m_wall(height, width, CV_8UC3)
{
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int brick = ((x / 40 + y / 30 % 2) % 2) * 30;
            m_wall.at<cv::Vec3b>(y, x) = cv::Vec3b(uchar(90 + brick), uchar(100 + brick), uchar(110 + brick));
        }
    }
}

void Scene::paint(double light, double noise)
{
    cv::Mat exact;
    m_wall.convertTo(exact, CV_32FC3, 1, light);
    cv::Mat grain(m_wall.size(), CV_32FC3);
    m_random.fill(grain, cv::RNG::NORMAL, 0, noise);
    exact += grain;
    exact.convertTo(m_picture, CV_8UC3);
}

void Scene::walker(const cv::Rect &where) { cv::rectangle(m_picture, where, {30, 40, 200}, cv::FILLED); }

Picture Scene::at(qint64 milliseconds) const
{
    return {m_picture.cols, m_picture.rows, qsizetype(m_picture.step), m_picture.data,
            QDateTime(QDate(2026, 11, 23), QTime(12, 0), Times::utc).addMSecs(milliseconds)};
}
