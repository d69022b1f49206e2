// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motion.h"

#include "server/cameras/ingest/framesink.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/background_segm.hpp>

#include <algorithm>

namespace {
constexpr int largestWidth = 640;
constexpr int largestHeight = 360;
/// How much the model remembers, in pictures: at eight a second, who stands still for 20 s becomes background.
constexpr int history = 160;
/// Squared distance from a Gaussian, in variances, at which a pixel is foreground; OpenCV's 16 is restless at night.
constexpr double foregroundDistance = 25;
/// A scene is learnt over this time, and this many pictures at least.
constexpr qint64 settleMilliseconds = 1500;
constexpr int settlePictures = 8;
/// The least region worth telling: some 5 by 10 pixels at 640 by 360. Smaller ones are noise as a rule.
constexpr double leastRegion = 0.00025;
/// The light is judged on a coarse grid: this share of its cells, all brighter or all darker by so much (of 255).
constexpr double lightShare = 0.7;
constexpr float lightStep = 8;
/// So much foreground at once is no thing that moves: the light, or the camera itself.
constexpr double foregroundTooMuch = 0.6;

Box normalised(const cv::Rect &rect, const cv::Size &size)
{
    return {double(rect.x) / size.width, double(rect.y) / size.height, double(rect.width) / size.width,
            double(rect.height) / size.height};
}

const cv::Mat &disc(int diameter)
{
    static const cv::Mat small = cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3});
    static const cv::Mat large = cv::getStructuringElement(cv::MORPH_ELLIPSE, {13, 13});
    return diameter == 3 ? small : large;
}
}

class Motion::Private
{
public:
    MotionSample look(const Picture &picture);
    void forget();

private:
    void take(const Picture &picture);
    bool lightChanged();
    MotionSample regionsOf(const cv::Mat &foreground);

    cv::Ptr<cv::BackgroundSubtractorMOG2> m_background;
    cv::Mat m_frame; ///< the picture, small and smoothed
    cv::Mat m_mask;
    cv::Mat m_light; ///< brightness over the grid, as it has been lately
    QDateTime m_learningSince;
    int m_learnt = 0;
    bool m_settled = false;
};

Motion::Motion()
    : d(std::make_unique<Private>())
{
}

Motion::~Motion() = default;

MotionSample Motion::look(const Picture &picture) { return d->look(picture); }

void Motion::forget() { d->forget(); }

void Motion::Private::forget()
{
    m_background.release();
    m_light.release();
    m_settled = false;
    m_learnt = 0;
}

void Motion::Private::take(const Picture &picture)
{
    // OpenCV has no view of constant pixels; this one is only read.
    const cv::Mat source(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr),
                         size_t(picture.stride));
    const double scale = std::min({1.0, double(largestWidth) / picture.width, double(largestHeight) / picture.height});
    const cv::Size size(std::max(1, int(picture.width * scale)), std::max(1, int(picture.height * scale)));
    if (m_frame.size() != size)
        forget();
    cv::Mat small = source;
    if (scale < 1)
        cv::resize(source, small, size, 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(small, m_frame, {5, 5}, 0);
}

/// Compares with what has been usual, rather than with the picture before: dusk must not add up unseen.
bool Motion::Private::lightChanged()
{
    cv::Mat grid;
    cv::resize(m_frame, grid, {16, 9}, 0, 0, cv::INTER_AREA);
    cv::cvtColor(grid, grid, cv::COLOR_BGR2GRAY);
    grid.convertTo(grid, CV_32F);
    if (m_light.empty()) {
        m_light = grid;
        return false;
    }
    const cv::Mat change = grid - m_light;
    const double cells = double(grid.total());
    const double brighter = cv::countNonZero(change > lightStep) / cells;
    const double darker = cv::countNonZero(change < -lightStep) / cells;
    cv::accumulateWeighted(grid, m_light, 0.1);
    return std::max(brighter, darker) >= lightShare;
}

MotionSample Motion::Private::regionsOf(const cv::Mat &foreground)
{
    MotionSample sample;
    sample.settled = true;
    cv::Mat joined; // head and legs of one person are one region
    cv::morphologyEx(foreground, joined, cv::MORPH_CLOSE, disc(13));
    cv::Mat labels;
    cv::Mat stats;
    cv::Mat centres;
    const int count = cv::connectedComponentsWithStats(joined, labels, stats, centres);
    const double all = double(foreground.total());
    for (int label = 1; label < count; ++label) {
        const cv::Rect rect(stats.at<int>(label, cv::CC_STAT_LEFT), stats.at<int>(label, cv::CC_STAT_TOP),
                            stats.at<int>(label, cv::CC_STAT_WIDTH), stats.at<int>(label, cv::CC_STAT_HEIGHT));
        const cv::Mat moving = (labels(rect) == label) & foreground(rect);
        const double area = cv::countNonZero(moving) / all;
        if (area < leastRegion)
            continue;
        sample.regions += {normalised(rect, foreground.size()), area};
        sample.area += area;
    }
    std::sort(sample.regions.begin(), sample.regions.end(),
              [](const MovingRegion &a, const MovingRegion &b) { return a.area > b.area; });
    return sample;
}

MotionSample Motion::Private::look(const Picture &picture)
{
    take(picture);
    if (lightChanged())
        forget();
    if (!m_background) {
        m_background = cv::createBackgroundSubtractorMOG2(history, foregroundDistance, true);
        m_learningSince = picture.time;
    }
    // While it learns the model forgets fast, so that who walks through the first pictures leaves no ghost.
    m_background->apply(m_frame, m_mask, m_settled ? 1.0 / history : std::max(0.1, 1.0 / (m_learnt + 1)));
    ++m_learnt;
    if (!m_settled) {
        m_settled = m_learnt >= settlePictures && m_learningSince.msecsTo(picture.time) >= settleMilliseconds;
        return {};
    }
    cv::threshold(m_mask, m_mask, 200, 255, cv::THRESH_BINARY); // shadows are 127
    if (cv::countNonZero(m_mask) > foregroundTooMuch * double(m_mask.total())) {
        forget();
        return {};
    }
    cv::morphologyEx(m_mask, m_mask, cv::MORPH_OPEN, disc(3));
    return regionsOf(m_mask);
}
