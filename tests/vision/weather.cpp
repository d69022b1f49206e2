// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/vision/weather.h"

#include <opencv2/imgproc.hpp>

#include <QJsonObject>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
constexpr int grainMargin = 64;
/// Of a spot of light, in shares of the picture.
constexpr double usualHeight = 0.6;
constexpr double usualRadius = 0.12;

bool lasts(const QJsonObject &disturbance, double seconds)
{
    return seconds >= disturbance[u"from"].toDouble() && seconds < disturbance[u"to"].toDouble(1e9);
}

/// Returns a disturbance as it is when the weather repeats. It has another strength, spots of light have another height
/// and size, and what lasts for some seconds begins up to three seconds later. Light, noise, and leaves that are there
/// always keep their strength, because the picture would leap otherwise. `start`: seconds at which the weather repeats.
QJsonObject varied(QJsonObject disturbance, double start, cv::RNG &random)
{
    const QString kind = disturbance[u"kind"].toString();
    const bool isLight = kind == u"light" || kind == u"infrared";
    const bool isAlways = !disturbance.contains(u"from");
    const double later = start + random.uniform(0.0, 3.0);
    const double strength = random.uniform(0.75, 1.25);
    if (!isAlways || kind == u"sweep")
        disturbance[u"from"] = disturbance[u"from"].toDouble() + later;
    if (disturbance.contains(u"to"))
        disturbance[u"to"] = disturbance[u"to"].toDouble() + later;
    if (!isAlways || !(isLight || kind == u"noise" || kind == u"leaves")) {
        const double none = isLight ? 1 : 0;
        disturbance[u"amount"] = none + (disturbance[u"amount"].toDouble() - none) * strength;
    }
    if (kind == u"sweep") {
        disturbance[u"y"] = disturbance[u"y"].toDouble(usualHeight) + random.uniform(-0.15, 0.15);
        disturbance[u"radius"] = disturbance[u"radius"].toDouble(usualRadius) * random.uniform(0.75, 1.25);
    }
    return disturbance;
}

/// Adds a bright or a dark spot with soft edges. `strength`: grey levels that are added in its middle.
void addSpot(cv::Mat &picture, cv::Point2d middle, cv::Size2d radius, double strength)
{
    const cv::Rect around(int(middle.x - 3 * radius.width), int(middle.y - 3 * radius.height), int(6 * radius.width),
                          int(6 * radius.height));
    const cv::Rect seen = around & cv::Rect({}, picture.size());
    for (int y = seen.y; y < seen.y + seen.height; ++y) {
        for (int x = seen.x; x < seen.x + seen.width; ++x) {
            const double u = (x - middle.x) / radius.width;
            const double v = (y - middle.y) / radius.height;
            const double added = strength * std::exp(-(u * u + v * v) / 2);
            auto &pixel = picture.at<cv::Vec3b>(y, x);
            for (int c = 0; c < 3; ++c)
                pixel[c] = cv::saturate_cast<uchar>(pixel[c] + added);
        }
    }
}
}

Weather::Weather(const QJsonArray &disturbances, const cv::Size &size, double seconds, uint64_t seed)
    : m_original(disturbances)
    , m_disturbances(disturbances)
    , m_size(size)
    , m_lasts(seconds)
    , m_variation(seed + 1)
    , m_random(seed)
    , m_grain(size.height + grainMargin, size.width + grainMargin, CV_16SC3)
{
    m_random.fill(m_grain, cv::RNG::NORMAL, 0, 64);
}

/// Returns the disturbances of the repetition that a time belongs to, with times since the clip began.
const QJsonArray &Weather::disturbancesAt(double seconds)
{
    const int repetition = int(seconds / m_lasts);
    if (repetition == m_repetition)
        return m_disturbances;
    m_repetition = repetition;
    m_disturbances = {};
    for (const auto &each : std::as_const(m_original))
        m_disturbances += varied(each.toObject(), repetition * m_lasts, m_variation);
    return m_disturbances;
}

/// A tree is a part of the place that is bent by two waves, and more so in a gust.
void Weather::moveLeaves(cv::Mat &picture, double seconds)
{
    for (const auto &each : disturbancesAt(seconds)) {
        const QJsonObject leaves = each.toObject();
        if (leaves[u"kind"].toString() != u"leaves" || !lasts(leaves, seconds))
            continue;
        const QJsonArray box = leaves[u"box"].toArray();
        const cv::Rect where(int(box[0].toDouble() * m_size.width), int(box[1].toDouble() * m_size.height),
                             int(box[2].toDouble() * m_size.width), int(box[3].toDouble() * m_size.height));
        const double gust = 0.4 + 0.6 * std::pow(std::sin(seconds * 0.7) * std::sin(seconds * 0.23), 2) * 2;
        const double reach = leaves[u"amount"].toDouble() * gust;
        cv::Mat from(where.size(), CV_32FC2);
        for (int y = 0; y < where.height; ++y) {
            for (int x = 0; x < where.width; ++x) {
                const double rim =
                    std::min({1.0, x / 10.0, y / 10.0, (where.width - x) / 10.0, (where.height - y) / 10.0});
                const double dx =
                    std::sin(seconds * 5.1 + x * 0.11 + y * 0.07) + 0.7 * std::sin(seconds * 8.3 + y * 0.23);
                const double dy = std::sin(seconds * 6.7 + y * 0.13 - x * 0.05);
                from.at<cv::Vec2f>(y, x) = {float(where.x + x + rim * reach * dx),
                                            float(where.y + y + rim * reach * dy / 2)};
            }
        }
        cv::Mat bent;
        cv::remap(picture, bent, from, cv::noArray(), cv::INTER_LINEAR, cv::BORDER_REPLICATE);
        bent.copyTo(picture(where));
    }
}

/// Moves a spot of light, or a shadow, along a line.
void Weather::sweep(cv::Mat &picture, double seconds, const QJsonObject &light) const
{
    const double every = light[u"every"].toDouble(12);
    const double lasting = light[u"lasts"].toDouble(3);
    const double phase = std::fmod(seconds - light[u"from"].toDouble(), every) / lasting;
    if (phase >= 1)
        return;
    const cv::Point2d middle((phase * 1.4 - 0.2) * m_size.width, light[u"y"].toDouble(usualHeight) * m_size.height);
    const double radius = light[u"radius"].toDouble(usualRadius) * m_size.width;
    addSpot(picture, middle, {radius, radius * 0.6}, light[u"amount"].toDouble());
}

void Weather::rain(cv::Mat &picture, double amount)
{
    for (int i = 0; i < int(amount); ++i) {
        const cv::Point top(m_random.uniform(0, m_size.width), m_random.uniform(-20, m_size.height));
        const int length = m_random.uniform(8, 45);
        const cv::Point foot(top.x + length / 6, top.y + length);
        const cv::Rect around = cv::Rect(top - cv::Point(2, 0), foot + cv::Point(3, 1)) & cv::Rect({}, m_size);
        if (around.empty())
            continue;
        cv::Mat streaked = picture(around).clone();
        cv::line(streaked, top - around.tl(), foot - around.tl(), {215, 215, 215}, length > 35 ? 2 : 1, cv::LINE_AA);
        cv::addWeighted(streaked, 0.55, picture(around), 0.45, 0, picture(around));
    }
}

/// Insects before an infrared lens are bright, blurred, and change their direction at each moment.
void Weather::fly(cv::Mat &picture, double seconds, double perSecond)
{
    const double elapsed = seconds - m_before;
    if (m_random.uniform(0.0, 1.0) < perSecond * elapsed) {
        Insect insect;
        insect.at = {m_random.uniform(0.0, 1.0) * m_size.width, m_random.uniform(0.0, 1.0) * m_size.height};
        const double heading = m_random.uniform(0.0, 2 * CV_PI);
        const double speed = m_random.uniform(80.0, 700.0);
        insect.speed = {speed * std::cos(heading), speed * std::sin(heading)};
        insect.radius = m_random.uniform(4.0, 22.0);
        insect.until = seconds + m_random.uniform(0.3, 2.5);
        m_insects.push_back(insect);
    }
    for (Insect &insect : m_insects) {
        const double speed = std::hypot(insect.speed.x, insect.speed.y);
        const double heading = std::atan2(insect.speed.y, insect.speed.x) + m_random.gaussian(4.0 * std::sqrt(elapsed));
        insect.speed = {speed * std::cos(heading), speed * std::sin(heading)};
        for (int step = 0; step < 3; ++step) { // a short trail
            insect.at += insect.speed * (elapsed / 3);
            if (step > 0)
                addSpot(picture, insect.at, {insect.radius, insect.radius}, 75);
        }
    }
    std::erase_if(m_insects, [&](const Insect &insect) { return insect.until < seconds; });
}

void Weather::shake(cv::Mat &picture, double pixels)
{
    m_shift = {0.55 * m_shift.x + m_random.gaussian(pixels * 0.8), 0.55 * m_shift.y + m_random.gaussian(pixels * 0.6)};
    cv::warpAffine(picture.clone(), picture, cv::Matx23d(1, 0, m_shift.x, 0, 1, m_shift.y), m_size, cv::INTER_LINEAR,
                   cv::BORDER_REFLECT);
}

void Weather::grain(cv::Mat &picture, double deviation)
{
    const cv::Rect part(m_random.uniform(0, grainMargin), m_random.uniform(0, grainMargin), m_size.width,
                        m_size.height);
    cv::Mat exact;
    picture.convertTo(exact, CV_16SC3);
    cv::scaleAdd(m_grain(part), deviation / 64, exact, exact);
    exact.convertTo(picture, CV_8UC3);
}

void Weather::apply(cv::Mat &picture, double seconds)
{
    for (const auto &each : disturbancesAt(seconds)) {
        const QJsonObject disturbance = each.toObject();
        const QString kind = disturbance[u"kind"].toString();
        const double amount = disturbance[u"amount"].toDouble();
        if (!lasts(disturbance, seconds) || kind == u"leaves")
            continue;
        if (kind == u"infrared") {
            cv::Mat grey;
            cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
            grey.convertTo(grey, -1, amount);
            cv::cvtColor(grey, picture, cv::COLOR_GRAY2BGR);
        } else if (kind == u"light") {
            picture.convertTo(picture, -1, amount);
        } else if (kind == u"hunting") {
            picture.convertTo(picture, -1,
                              1 + amount * std::sin(2 * CV_PI * seconds / disturbance[u"every"].toDouble(4)));
        } else if (kind == u"sweep") {
            sweep(picture, seconds, disturbance);
        } else if (kind == u"rain") {
            rain(picture, amount);
        } else if (kind == u"insects") {
            fly(picture, seconds, amount);
        } else if (kind == u"shake") {
            shake(picture, amount);
        } else if (kind == u"noise") {
            grain(picture, amount);
        } else {
            qFatal("unknown disturbance %s", qPrintable(kind));
        }
    }
    m_before = seconds;
}
