// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motion.h"

#include "server/cameras/ingest/framesink.h"
#include "server/insight/vision/lightspots.h"
#include "server/insight/vision/steadyview.h"

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
/// Minimum area of a region: about 3 x 9 pixels of 640 x 360. Smaller regions are usually noise.
constexpr double minRegion = 0.00012;
/// If there are more regions, what is narrow is left out, because it rains or snows.
constexpr int mostRegions = 12;
/// A larger share of foreground is not caused by moving objects, but by a change of light or a moved camera.
constexpr double maxForeground = 0.6;

Box normalised(const cv::Rect &rect, const cv::Size &size)
{
    return {double(rect.x) / size.width, double(rect.y) / size.height, double(rect.width) / size.width,
            double(rect.height) / size.height};
}

std::chrono::milliseconds timeOf(const Picture &picture)
{
    return std::chrono::milliseconds(picture.time.toMSecsSinceEpoch());
}

const cv::Mat &disc(int diameter)
{
    static const cv::Mat small = cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3});
    static const cv::Mat large = cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7});
    return diameter == 3 ? small : large;
}

/// Finds the connected parts of a foreground. Returns their number, including the background.
int label(const cv::Mat &foreground, cv::Mat &labels, cv::Mat &stats)
{
    cv::Mat joined; // joins the parts of one object, such as the head and the legs of a person
    cv::morphologyEx(foreground, joined, cv::MORPH_CLOSE, disc(7));
    cv::Mat centres;
    return cv::connectedComponentsWithStats(joined, labels, stats, centres);
}
}

class Motion::Private
{
public:
    MotionSample analyze(const Picture &picture);
    void reset();

private:
    void take(const Picture &picture);
    MotionSample begin(const Picture &picture);
    MotionSample regionsOf(const cv::Mat &foreground);

    cv::Ptr<cv::BackgroundSubtractorMOG2> m_background;
    SteadyView m_view;
    cv::Mat m_frame; ///< the picture, scaled down, smoothed, and evened out
    cv::Mat m_mask;
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
    m_view.reset();
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

/// Returns the regions of a foreground in half the size, in which a pixel is 0 to 255.
MotionSample Motion::Private::regionsOf(const cv::Mat &foreground)
{
    MotionSample sample;
    sample.settled = true;
    cv::Mat moving = foreground != 0;
    cv::Mat labels;
    cv::Mat stats;
    int count = label(moving, labels, stats);
    if (count > mostRegions) {
        static const cv::Mat streak = cv::Mat::ones(1, 4, CV_8UC1);
        cv::morphologyEx(moving, moving, cv::MORPH_OPEN, streak);
        count = label(moving, labels, stats);
    }
    const double all = double(foreground.total());
    for (int i = 1; i < count; ++i) {
        const cv::Rect rect(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP),
                            stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT));
        if (rect.area() < minRegion * all)
            continue;
        const double share = cv::mean(foreground(rect), labels(rect) == i)[0] / 255;
        const double area = share * stats.at<int>(i, cv::CC_STAT_AREA) / all;
        if (area < minRegion || LightSpots::isLight(m_view.now(), m_view.usual(), rect))
            continue;
        sample.regions += {normalised(rect, foreground.size()), area};
        sample.area += area;
    }
    std::sort(sample.regions.begin(), sample.regions.end(),
              [](const MovingRegion &a, const MovingRegion &b) { return a.area > b.area; });
    return sample;
}

/// Learns the scene again, beginning with a picture.
MotionSample Motion::Private::begin(const Picture &picture)
{
    reset();
    take(picture);
    m_view.even(m_frame, timeOf(picture));
    m_background = cv::createBackgroundSubtractorMOG2(history, foregroundDistance, true);
    m_background->apply(m_frame, m_mask, 1);
    m_view.learn({}, 1);
    m_learningSince = picture.time;
    m_learned = 1;
    return {};
}

MotionSample Motion::Private::analyze(const Picture &picture)
{
    take(picture);
    const SteadyView::Change change = m_view.even(m_frame, timeOf(picture));
    if (change != SteadyView::Change::None)
        return begin(picture);
    if (!m_background) {
        m_background = cv::createBackgroundSubtractorMOG2(history, foregroundDistance, true);
        m_learningSince = picture.time;
    }
    m_learningSince = std::min(m_learningSince, picture.time); // the clock may be set back
    // The learning rate is high at first, so that a person who walks through the first pictures leaves no trace.
    const double rate = m_settled ? 1.0 / history : std::max(0.1, 1.0 / (m_learned + 1));
    m_background->apply(m_frame, m_mask, rate);
    if (!m_settled) {
        ++m_learned;
        m_view.learn({}, rate);
        m_settled = m_learned >= settlePictures && m_learningSince.msecsTo(picture.time) >= settleMilliseconds;
        return {};
    }
    cv::threshold(m_mask, m_mask, 200, 255, cv::THRESH_BINARY); // shadows have the value 127
    m_view.hideUnknown(m_mask);
    cv::morphologyEx(m_mask, m_mask, cv::MORPH_OPEN, disc(3));
    const double share = double(cv::countNonZero(m_mask)) / double(m_mask.total());
    if (share > maxForeground)
        return begin(picture);
    cv::Mat half;
    cv::resize(m_mask, half, m_view.now().size(), 0, 0, cv::INTER_AREA);
    m_view.learn(half, rate);
    return regionsOf(half);
}
