// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/motion.h"

#include "server/cameras/ingest/framesink.h"
#include "server/insight/vision/lightspots.h"
#include "server/insight/vision/steadyview.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/video/background_segm.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace {
/// Standard deviation in pixels of what smooths the noise: in a picture that was scaled down to half its size or less,
/// and in one that was not. More hides small people in rain, and less lets leaves through.
constexpr double halvedSmoothing = 0.45;
constexpr double wholeSmoothing = 1.1;
/// Pixels that are smoothed together. With the least smoothing, those beyond the nearest count nothing.
constexpr int narrowKernel = 3;
constexpr int wideKernel = 5;
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
/// If there are more regions, or were lately, what is one pixel wide is left out, because it is rain or leaves.
constexpr double clutter = 8;
constexpr double remembered = 0.99; ///< share of the largest number of regions that counts a picture later
/// If there still are more regions, all that is narrow is left out, because it rains or snows.
constexpr size_t mostRegions = 11;
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

/// Returns a mask without what is narrower or lower than a size.
cv::Mat opened(const cv::Mat &mask, const cv::Size &size)
{
    cv::Mat open;
    cv::morphologyEx(mask, open, cv::MORPH_OPEN, cv::Mat::ones(size, CV_8UC1));
    return open;
}

/// A connected part of a foreground.
struct Part
{
    cv::Rect box;
    int moving = 0; ///< pixels of the foreground, without those that only join them
};

/// Finds the connected parts of `joinable`, and counts the pixels of a foreground (0 or 255) in each.
std::vector<Part> partsOf(const cv::Mat &joinable, const cv::Mat &foreground)
{
    static const cv::Mat disc = cv::getStructuringElement(cv::MORPH_ELLIPSE, {7, 7});
    cv::Mat joined; // joins the parts of one object, such as the head and the legs of a person
    cv::morphologyEx(joinable, joined, cv::MORPH_CLOSE, disc);
    cv::Mat labels;
    // OpenCV's own statistics of the parts take several times as long as finding them.
    std::vector<Part> parts(size_t(cv::connectedComponents(joined, labels, 8, CV_16U)));
    for (int y = 0; y < labels.rows; ++y) {
        const auto *label = labels.ptr<ushort>(y);
        const uchar *moving = foreground.ptr(y);
        for (int x = 0, end = 0; x < labels.cols; x = end) {
            while (end < labels.cols && label[end] == label[x])
                ++end;
            if (label[x] == 0)
                continue;
            Part &part = parts[label[x]];
            part.box |= cv::Rect(x, y, end - x, 1);
            part.moving += int(std::count(moving + x, moving + end, 255));
        }
    }
    parts.erase(parts.begin()); // the background
    return parts;
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
    double m_lately = 0; ///< the largest number of regions lately, which fades
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
    m_lately = 0;
}

void Motion::Private::take(const Picture &picture)
{
    // cv::Mat has no constructor for constant pixels. The pixels are not modified.
    const cv::Mat source(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr),
                         size_t(picture.stride));
    const double scale =
        std::min({1.0, double(pictureSize.width()) / picture.width, double(pictureSize.height()) / picture.height});
    const cv::Size size(std::max(1, int(picture.width * scale)), std::max(1, int(picture.height * scale)));
    if (m_frame.size() != size)
        reset();
    cv::Mat small = source;
    if (scale < 1)
        cv::resize(source, small, size, 0, 0, cv::INTER_AREA);
    // cv::GaussianBlur() would do the same on several threads, which takes longer for so few pixels.
    const double whole = std::max(0.0, 2 * scale * picture.scale - 1);
    const double smoothing = std::lerp(halvedSmoothing, wholeSmoothing, whole);
    const cv::Mat kernel = cv::getGaussianKernel(whole > 0 ? wideKernel : narrowKernel, smoothing, CV_32F);
    cv::sepFilter2D(small, m_frame, -1, kernel, kernel);
}

/// Returns the regions of a foreground, in which a pixel is 0 or 255.
MotionSample Motion::Private::regionsOf(const cv::Mat &foreground)
{
    MotionSample sample;
    sample.settled = true;
    m_lately *= remembered;
    if (cv::countNonZero(foreground) == 0)
        return sample;
    cv::Mat moving = foreground;
    auto parts = partsOf(moving, moving);
    m_lately = std::max(m_lately, double(parts.size()));
    if (double(parts.size()) > clutter) {
        moving = opened(moving, {2, 1});
        parts = partsOf(moving, moving);
    }
    if (parts.size() > mostRegions)
        parts = partsOf(opened(moving, {4, 1}), moving);
    const double all = double(foreground.total());
    for (const Part &part : parts) {
        const double area = part.moving / all;
        if (area < minRegion || LightSpots::isLight(m_view.now(), m_view.usual(), part.box))
            continue;
        sample.regions += {normalised(part.box, foreground.size()), area};
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
    // A single pixel is noise. If the camera shakes, edges look like thin things.
    const bool isRestless = m_view.isShaking() || m_lately > clutter;
    const cv::Mat broad = opened(m_mask, {2, 1});
    m_mask = isRestless ? broad : broad | opened(m_mask, {1, 2});
    const double share = double(cv::countNonZero(m_mask)) / double(m_mask.total());
    if (share > maxForeground)
        return begin(picture);
    m_view.learn(m_mask, rate);
    MotionSample sample = regionsOf(m_mask);
    std::tie(sample.shift.x, sample.shift.y) = m_view.shift();
    sample.shift.shakes = m_view.isShaking();
    return sample;
}
