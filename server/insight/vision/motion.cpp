// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motion.h"

#include "server/cameras/ingest/framesink.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/background_segm.hpp>

#include <algorithm>

namespace {
constexpr int maxWidth = 640;
constexpr int maxHeight = 360;
/// The memory of the background model in pictures. At 8 fps, an object becomes background after 20 s without motion.
constexpr int history = 160;
/// Squared distance from a Gaussian, in variances, at which a pixel is foreground. OpenCV's default of 16 reports too
/// much noise at night.
constexpr double foregroundDistance = 25;
/// Minimum time and number of pictures to learn a scene.
constexpr qint64 settleMilliseconds = 1500;
constexpr int settlePictures = 8;
/// Minimum area of a region: about 5 x 10 pixels of 640 x 360. Smaller regions are usually noise.
constexpr double minRegion = 0.00025;
/// The light has changed if this share of the cells of a coarse grid is brighter, or darker, by this step (of 255).
constexpr double lightShare = 0.7;
constexpr float lightStep = 8;
/// A larger share of foreground is not caused by moving objects, but by a change of light or a moved camera.
constexpr double maxForeground = 0.6;

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
    MotionSample analyze(const Picture &picture);
    void reset();

private:
    void take(const Picture &picture);
    bool lightChanged();
    MotionSample regionsOf(const cv::Mat &foreground);

    cv::Ptr<cv::BackgroundSubtractorMOG2> m_background;
    cv::Mat m_frame; ///< the picture, scaled down and smoothed
    cv::Mat m_mask;
    cv::Mat m_light; ///< moving average of the brightness of each grid cell
    QDateTime m_learningSince;
    int m_learned = 0; ///< number of pictures since m_learningSince
    bool m_settled = false;
};

Motion::Motion()
    : d(std::make_unique<Private>())
{
}

Motion::~Motion() = default;

MotionSample Motion::analyze(const Picture &picture) { return d->analyze(picture); }

void Motion::reset() { d->reset(); }

void Motion::Private::reset()
{
    m_background.release();
    m_light.release();
    m_settled = false;
    m_learned = 0;
}

void Motion::Private::take(const Picture &picture)
{
    // cv::Mat has no constructor for constant pixels. The pixels are not modified.
    const cv::Mat source(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr),
                         size_t(picture.stride));
    const double scale = std::min({1.0, double(maxWidth) / picture.width, double(maxHeight) / picture.height});
    const cv::Size size(std::max(1, int(picture.width * scale)), std::max(1, int(picture.height * scale)));
    if (m_frame.size() != size)
        reset();
    cv::Mat small = source;
    if (scale < 1)
        cv::resize(source, small, size, 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(small, m_frame, {5, 5}, 0);
}

/// Returns true if the light has changed compared to the moving average. A comparison with the previous picture would
/// miss slow changes such as dusk.
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
    cv::Mat joined; // joins the parts of one object, such as the head and the legs of a person
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
        if (area < minRegion)
            continue;
        sample.regions += {normalised(rect, foreground.size()), area};
        sample.area += area;
    }
    std::sort(sample.regions.begin(), sample.regions.end(),
              [](const MovingRegion &a, const MovingRegion &b) { return a.area > b.area; });
    return sample;
}

MotionSample Motion::Private::analyze(const Picture &picture)
{
    take(picture);
    if (lightChanged())
        reset();
    if (!m_background) {
        m_background = cv::createBackgroundSubtractorMOG2(history, foregroundDistance, true);
        m_learningSince = picture.time;
    }
    m_learningSince = std::min(m_learningSince, picture.time); // the clock may be set back
    // The learning rate is high at first, so that a person who walks through the first pictures leaves no trace.
    m_background->apply(m_frame, m_mask, m_settled ? 1.0 / history : std::max(0.1, 1.0 / (m_learned + 1)));
    ++m_learned;
    if (!m_settled) {
        m_settled = m_learned >= settlePictures && m_learningSince.msecsTo(picture.time) >= settleMilliseconds;
        return {};
    }
    cv::threshold(m_mask, m_mask, 200, 255, cv::THRESH_BINARY); // shadows have the value 127
    if (cv::countNonZero(m_mask) > maxForeground * double(m_mask.total())) {
        reset();
        return {};
    }
    cv::morphologyEx(m_mask, m_mask, cv::MORPH_OPEN, disc(3));
    return regionsOf(m_mask);
}
