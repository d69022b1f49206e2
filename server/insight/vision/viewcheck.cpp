// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/framesink.h"
#include "server/insight/vision/scenecheck.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace {
const cv::Size viewSize(160, 90);
constexpr qint64 movedAfter = 3000; // milliseconds
constexpr qint64 movedFor = 10'000; // milliseconds
/// Seconds over which pictures are averaged, so that people who walk by fade, and the usual view follows the light.
constexpr double fading = 1.2;
constexpr double learning = 15;
/// A view moves by at least this share of the picture. The image stabilizer of a camera moves it less.
constexpr double leastShift = 0.03;
/// Correlations: of the usual view, at least; of a view that was shifted back, at least; of another view, at most. On a
/// street with people, they are above 0.9, above 0.65, and below 0.45 before the shift.
constexpr double usual = 0.6;
constexpr double shiftedBack = 0.5;
constexpr double clearer = 0.15; ///< by which the view that was shifted back must agree better
constexpr double another = 0.15;
/// Least standard deviation (of 255) of a picture that can be compared.
constexpr double leastStructure = 2;

/// Returns a picture in grey, without fine noise.
cv::Mat greyOf(const Picture &picture)
{
    // cv::Mat has no constructor for constant pixels. The pixels are not modified.
    const cv::Mat source(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr),
                         size_t(picture.stride));
    cv::Mat grey;
    cv::resize(source, grey, viewSize, 0, 0, cv::INTER_AREA);
    cv::cvtColor(grey, grey, cv::COLOR_BGR2GRAY);
    grey.convertTo(grey, CV_32F);
    cv::GaussianBlur(grey, grey, {}, 1);
    return grey;
}

/// Returns what stands out from its surroundings, which a change of light leaves as it is.
cv::Mat structureOf(const cv::Mat &grey)
{
    cv::Mat surroundings;
    cv::GaussianBlur(grey, surroundings, {}, 8);
    return grey - surroundings;
}

double deviationOf(const cv::Mat &structure)
{
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(structure, mean, deviation);
    return deviation[0];
}

/// Returns how well two pictures agree: their correlation, -1 to 1.
double agreement(const cv::Mat &a, const cv::Mat &b)
{
    cv::Mat result;
    cv::matchTemplate(a, b, result, cv::TM_CCOEFF_NORMED);
    return double(result.at<float>(0, 0));
}

/// Returns how well two pictures agree where both show the same, if the second is shifted.
double agreementShifted(const cv::Mat &before, const cv::Mat &after, cv::Point shift)
{
    const cv::Rect whole({0, 0}, before.size());
    const cv::Rect seen = (whole + shift) & whole;
    if (seen.area() < whole.area() / 4)
        return 0;
    return agreement(before(seen - shift), after(seen));
}

/// Adds a picture to an average over some seconds. The first pictures count alike.
void average(const cv::Mat &grey, cv::Mat &mean, double elapsed, double seconds, int pictures)
{
    const double share = 1 - std::exp(-elapsed / seconds);
    cv::accumulateWeighted(grey, mean, std::max(share, 1.0 / pictures));
}
}

class ViewCheck::Private
{
public:
    bool differs() const;

    cv::Mat view; ///< the usual view
    cv::Mat now; ///< the view of the last seconds
    cv::Mat window; ///< lets the border of a picture fade for the comparison
    int pictures = 0;
    QDateTime differsSince; ///< invalid: the view is the usual one
    QDateTime time; ///< of the last picture
};

ViewCheck::ViewCheck()
    : d(std::make_unique<Private>())
{
    cv::createHanningWindow(d->window, viewSize, CV_32F);
}

ViewCheck::~ViewCheck() = default;

bool ViewCheck::Private::differs() const
{
    const cv::Mat before = structureOf(view);
    const cv::Mat after = structureOf(now);
    if (deviationOf(before) < leastStructure || deviationOf(after) < leastStructure)
        return false; // darkness, or a covered lens
    const double same = agreement(before, after);
    if (same >= usual)
        return false;
    if (same < another)
        return true;
    const cv::Point2d shift = cv::phaseCorrelate(before, after, window);
    if (std::abs(shift.x) < leastShift * viewSize.width && std::abs(shift.y) < leastShift * viewSize.height)
        return false;
    const double shifted = agreementShifted(before, after, cv::Point(cvRound(shift.x), cvRound(shift.y)));
    return shifted >= shiftedBack && shifted >= same + clearer;
}

bool ViewCheck::isMoved(const Picture &picture)
{
    const cv::Mat grey = greyOf(picture);
    if (d->view.empty()) {
        d->view = grey.clone();
        d->now = grey.clone();
    }
    if (d->time.isValid() && picture.time < d->time) // the clock was set back
        d->differsSince = {};
    const double elapsed = d->time.isValid() ? std::max(0.0, double(d->time.msecsTo(picture.time)) / 1000) : 0;
    d->time = picture.time;
    ++d->pictures;
    average(grey, d->now, elapsed, fading, d->pictures);
    if (!d->differs()) {
        d->differsSince = {};
        if (deviationOf(structureOf(grey)) >= leastStructure)
            average(grey, d->view, elapsed, learning, d->pictures);
        return false;
    }
    if (!d->differsSince.isValid())
        d->differsSince = picture.time;
    const qint64 since = d->differsSince.msecsTo(picture.time);
    if (since < movedAfter + movedFor)
        return since >= movedAfter;
    d->now.copyTo(d->view);
    d->differsSince = {};
    return false;
}

void ViewCheck::pause() { d->differsSince = {}; }
