// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/steadyview.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace {
const cv::Size gridSize(32, 18);
/// The light has changed at once if this share of the grid is brighter, or darker, by this step (of 255) than in the
/// previous picture.
constexpr double lightShare = 0.7;
constexpr double lightStep = 8;
/// The step is so large between pictures that are this far apart, and larger in proportion between others: an exposure
/// that hunts goes further from picture to picture of a slow camera, and is no lamp.
constexpr std::chrono::milliseconds lightStepTime{125};
constexpr double mostLightSteps = 3;
/// Brightness that can be compared. Darker cells are noise, and brighter ones may be dazzled.
constexpr float darkest = 12;
constexpr float brightest = 240;
constexpr double leastCompared = 0.3; ///< share of the grid
constexpr double leastGain = 0.4;
constexpr double mostGain = 2.5;
constexpr double visibleGain = 0.012; ///< smaller differences are left as they are
constexpr double dazzlingGain = 0.97;
constexpr double dazzled = 248;
/// Pictures in which the usual brightness follows the light.
constexpr double followingPictures = 80;
/// Mean difference between the largest and the smallest of the three colours (of 255) in a picture that has colours,
/// and in one that has none.
constexpr double colourful = 4;
constexpr double colourless = 1.2;
/// The shift is measured on pictures of half the size. A smaller shift (in pixels of the picture) disturbs nothing, and
/// a larger one is no shaking.
constexpr int halving = 2;
constexpr int leastSide = 16; ///< of a picture whose shift can be measured
constexpr double leastShift = 0.175;
constexpr double mostShift = 20;
/// The shift need not be measured while the difference from the usual view is at most this multiple of the least one
/// since it was last measured and found to be none. Measuring takes longer than all other steps here.
constexpr double sameDifference = 1.1;
/// What a pixel counts at most in that difference, so that few pixels that show something else do not matter. Shaking
/// changes many by less.
constexpr double mostDifference = 16;
constexpr int shakingPictures = 16; ///< after one that was shifted
/// Share of the difference from the usual view that may remain when the shift is undone.
constexpr double betterDifference = 0.93;

double medianOf(std::vector<float> &values)
{
    const auto middle = values.begin() + long(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return double(*middle);
}

/// Returns the mean difference between the largest and the smallest colour.
double colourOf(const cv::Mat &grid)
{
    double sum = 0;
    for (int i = 0; i < int(grid.total()); ++i) {
        const auto &cell = grid.at<cv::Vec3b>(i);
        sum += std::max({cell[0], cell[1], cell[2]}) - std::min({cell[0], cell[1], cell[2]});
    }
    return sum / double(grid.total());
}

double meanDifference(const cv::Mat &a, const cv::Mat &b) { return cv::norm(a, b, cv::NORM_L1) / double(a.total()); }

/// Returns the mean difference of two pictures, in which no pixel counts for more than a limit.
double limitedDifference(const cv::Mat &a, const cv::Mat &b)
{
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    cv::threshold(difference, difference, mostDifference, 0, cv::THRESH_TRUNC);
    return cv::norm(difference, cv::NORM_L1) / double(difference.total());
}

/// Returns a picture of gridSize. OpenCV takes less time for it by way of a half.
cv::Mat gridOf(const cv::Mat &half)
{
    cv::Mat grid;
    cv::resize(half, grid, gridSize, 0, 0, cv::INTER_AREA);
    return grid;
}

cv::Mat halved(const cv::Mat &picture)
{
    cv::Mat half;
    const cv::Size size(std::max(1, picture.cols / 2), std::max(1, picture.rows / 2));
    cv::resize(picture, half, size, 0, 0, cv::INTER_AREA);
    return half;
}
}

class SteadyView::Private
{
public:
    void look(const cv::Mat &picture);
    Change changeOf(const cv::Mat &grid, std::chrono::milliseconds elapsed) const;
    double gainOf(const cv::Mat &grid) const;
    std::optional<cv::Point2d> shiftOf(cv::Mat &half);
    bool findShift();

    cv::Mat grey; ///< the last picture, CV_8UC1, before its brightness is evened out
    cv::Mat now; ///< the last picture
    cv::Mat usual; ///< empty: nothing is learned
    cv::Mat usualHalf;
    cv::Mat usualGrid;
    cv::Mat before; ///< grid of the previous picture, CV_8UC3
    std::chrono::milliseconds timeBefore{}; ///< of the previous picture
    cv::Mat window; ///< lets the border of a picture fade for the comparison
    cv::Mat tooBright; ///< of the last picture; empty: nothing dazzled the camera
    double gain = 1;
    double steadyDifference = 0; ///< from the usual view, of a picture that was not shifted
    cv::Point2d shift; ///< of the last picture
    int shaking = 0; ///< number of pictures for which the camera counts as shaking
};

SteadyView::SteadyView()
    : d(std::make_unique<Private>())
{
}

SteadyView::~SteadyView() = default;

const cv::Mat &SteadyView::now() const { return d->now; }

const cv::Mat &SteadyView::usual() const { return d->usual; }

void SteadyView::reset()
{
    d->usual.release();
    d->usualGrid.release();
    d->tooBright.release();
    d->gain = 1;
    d->steadyDifference = 0;
    d->shift = {};
}

/// Reads a picture in grey.
void SteadyView::Private::look(const cv::Mat &picture)
{
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(now, CV_32F);
}

/// Compares a grid with that of the previous picture.
SteadyView::Change SteadyView::Private::changeOf(const cv::Mat &grid, std::chrono::milliseconds elapsed) const
{
    if (before.empty())
        return Change::None;
    const double colour = colourOf(grid);
    const double colourBefore = colourOf(before);
    if ((colour < colourless && colourBefore > colourful) || (colour > colourful && colourBefore < colourless))
        return Change::Colours;
    cv::Mat light;
    cv::Mat lightBefore;
    cv::cvtColor(grid, light, cv::COLOR_BGR2GRAY);
    cv::cvtColor(before, lightBefore, cv::COLOR_BGR2GRAY);
    cv::Mat step;
    cv::subtract(light, lightBefore, step, cv::noArray(), CV_32F);
    const double cells = double(step.total());
    const double least = lightStep * std::clamp(double(elapsed.count()) / lightStepTime.count(), 1.0, mostLightSteps);
    const double share = std::max(cv::countNonZero(step > least), cv::countNonZero(step < -least)) / cells;
    return share >= lightShare ? Change::Light : Change::None;
}

/// Returns the factor that makes a picture as bright as the usual view.
double SteadyView::Private::gainOf(const cv::Mat &grid) const
{
    cv::Mat light;
    cv::cvtColor(grid, light, cv::COLOR_BGR2GRAY);
    std::vector<float> ratios;
    ratios.reserve(light.total());
    for (int i = 0; i < int(light.total()); ++i) {
        const auto here = float(light.at<uchar>(i));
        const float wanted = usualGrid.at<float>(i);
        if (here > darkest && here < brightest && wanted > darkest && wanted < brightest)
            ratios.push_back(wanted / here);
    }
    if (double(ratios.size()) < leastCompared * double(light.total()))
        return 1;
    return std::clamp(medianOf(ratios), leastGain, mostGain);
}

/// Measures how far a picture of half the size is shifted from the usual view. Returns zero if it is not shifted, and
/// nothing if it does not agree better with the usual view when the shift is undone. Uses up the picture, because
/// phaseCorrelate() of OpenCV 4.6 lets the borders of both pictures fade.
std::optional<cv::Point2d> SteadyView::Private::shiftOf(cv::Mat &half)
{
    cv::Mat wanted = usualHalf.clone();
    if (window.size() != half.size())
        cv::createHanningWindow(window, half.size(), CV_32F);
    const cv::Point2d found = cv::phaseCorrelate(wanted, half, window);
    const double length = halving * std::hypot(found.x, found.y);
    if (length < leastShift)
        return cv::Point2d();
    if (length > mostShift)
        return {};
    cv::Mat back;
    cv::warpAffine(half, back, cv::Matx23d(1, 0, found.x, 0, 1, found.y), half.size(),
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
    if (meanDifference(back, wanted) > betterDifference * meanDifference(half, wanted))
        return {};
    return halving * found;
}

/// Measures how far the last picture is shifted. Returns false if it is not, or if it cannot be told.
bool SteadyView::Private::findShift()
{
    shift = {};
    if (usualHalf.cols < leastSide || usualHalf.rows < leastSide)
        return false;
    cv::Mat half;
    halved(grey).convertTo(half, CV_32F, gain);
    const double difference = limitedDifference(half, usualHalf);
    if (difference <= sameDifference * steadyDifference) {
        steadyDifference = std::min(steadyDifference, difference);
        return false;
    }
    const auto found = shiftOf(half);
    shift = found.value_or(cv::Point2d());
    const bool isShifted = shift != cv::Point2d();
    if (found && !isShifted)
        steadyDifference = difference;
    return isShifted;
}

SteadyView::Change SteadyView::even(cv::Mat &picture, std::chrono::milliseconds time)
{
    d->look(picture);
    if (d->usual.size() != d->now.size())
        reset();
    const cv::Mat grid = gridOf(halved(picture));
    const Change change = d->changeOf(grid, time - d->timeBefore);
    d->before = grid;
    d->timeBefore = time;
    if (d->usual.empty())
        return change;
    d->gain = d->gainOf(grid);
    d->tooBright.release();
    const bool isBrightened = std::abs(d->gain - 1) > visibleGain;
    if (isBrightened) {
        if (d->gain < dazzlingGain)
            d->tooBright = d->now > dazzled;
        picture.convertTo(picture, -1, d->gain);
        d->now *= d->gain;
    } else {
        d->gain = 1;
    }
    d->shaking = std::max(0, d->shaking - 1);
    if (d->findShift()) {
        d->shaking = shakingPictures;
        cv::warpAffine(picture.clone(), picture, cv::Matx23d(1, 0, d->shift.x, 0, 1, d->shift.y), picture.size(),
                       cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_REPLICATE);
        d->look(picture);
    }
    return change;
}

std::pair<double, double> SteadyView::shift() const
{
    return {d->shift.x / std::max(1, d->grey.cols), d->shift.y / std::max(1, d->grey.rows)};
}

bool SteadyView::isShaking() const { return d->shaking > 0; }

void SteadyView::hideUnknown(cv::Mat &foreground) const
{
    if (!d->tooBright.empty()) {
        cv::Mat hidden;
        cv::dilate(d->tooBright, hidden, cv::Mat::ones(3, 3, CV_8UC1));
        foreground.setTo(0, hidden);
    }
    const auto clear = [&](const cv::Rect &edge) { foreground(edge & cv::Rect({}, foreground.size())).setTo(0); };
    const auto edgeOf = [](double shift) { return int(std::ceil(std::abs(shift))) + 2; };
    if (d->shift.x != 0) {
        const int width = edgeOf(d->shift.x);
        clear({d->shift.x > 0 ? foreground.cols - width : 0, 0, width, foreground.rows});
    }
    if (d->shift.y != 0) {
        const int height = edgeOf(d->shift.y);
        clear({0, d->shift.y > 0 ? foreground.rows - height : 0, foreground.cols, height});
    }
}

void SteadyView::learn(const cv::Mat &foreground, double rate)
{
    if (d->usual.empty()) {
        d->usual = d->now.clone();
    } else {
        if (d->gain != 1)
            d->usual *= std::pow(d->gain, -1 / followingPictures);
        cv::Mat background = d->now;
        if (!foreground.empty()) {
            // With a mask, accumulateWeighted() takes several times as long.
            background = d->now.clone();
            d->usual.copyTo(background, foreground);
        }
        cv::accumulateWeighted(background, d->usual, rate);
    }
    d->usualHalf = halved(d->usual);
    d->usualGrid = gridOf(d->usualHalf);
}
