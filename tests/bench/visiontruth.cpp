// SPDX-License-Identifier: GPL-3.0-or-later
// Compares the marks of the analysis with the truth of clips.
// visiontruth motion|objects RATE MINUTES MODELS TRUTH...: prints a line of figures for each clip, separated by tabs,
// and the marks that are missed or wrong on stderr. RATE is the number of pictures per second of composed clips, and
// MINUTES the length of those in which nothing passes, or 0 for that of the truth. The last two figures are the
// processor time of a picture in milliseconds, and that of the bare calls of OpenCV for motion in the same picture. The
// latter are left out in clips of another length, and 0.
#include "models/core/utc.h"
#include "server/insight/vision/watcher.h"
#include "tests/vision/judge.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QThread>

#include <opencv2/imgproc.hpp>
#include <opencv2/video/background_segm.hpp>

#include <cstdio>
#include <ctime>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
const QDateTime start(QDate(2026, 11, 23), QTime(12, 0), Times::utc);

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

/// The built-in rule for motion, or one for the people, vehicles, and animals of the clips.
std::shared_ptr<const WatchOrder> orderFor(bool objects)
{
    const char *json = objects
        ? R"({"object":{"labels":["person","car","truck","bus","bird","cat","dog"],"score":0.4}})"
        : R"({"motion":{"min_area":0.00015,"threshold":0.00015}})";
    FieldErrors errors;
    const auto conditions = Condition::parse(QJsonDocument::fromJson(json).object(), {}, errors);
    return std::make_shared<WatchOrder>(WatchOrder{DeviceModeId::generate(), 1, conditions, RuleTimes()});
}

/// The calls of OpenCV that find motion in front of a background, and nothing else.
class BareCalls
{
public:
    void apply(const cv::Mat &picture)
    {
        cv::GaussianBlur(picture, m_smooth, {5, 5}, 0);
        m_background->apply(m_smooth, m_mask, 1.0 / 160);
        cv::threshold(m_mask, m_mask, 200, 255, cv::THRESH_BINARY);
        cv::morphologyEx(m_mask, m_mask, cv::MORPH_OPEN, m_small);
        cv::morphologyEx(m_mask, m_mask, cv::MORPH_CLOSE, m_large);
        cv::connectedComponentsWithStats(m_mask, m_labels, m_stats, m_middles);
    }

private:
    cv::Ptr<cv::BackgroundSubtractorMOG2> m_background = cv::createBackgroundSubtractorMOG2(160, 25, true);
    cv::Mat m_small = cv::getStructuringElement(cv::MORPH_ELLIPSE, {3, 3});
    cv::Mat m_large = cv::getStructuringElement(cv::MORPH_ELLIPSE, {13, 13});
    cv::Mat m_smooth;
    cv::Mat m_mask;
    cv::Mat m_labels;
    cv::Mat m_stats;
    cv::Mat m_middles;
};

struct Result
{
    QList<MadeMark> marks;
    double processor = 0; ///< seconds, without those of making the pictures
    double bare = 0; ///< seconds of the bare calls
    int pictures = 0;
};

Result analyze(Clip &clip, const std::shared_ptr<const WatchOrder> &order, ObjectFinder *finder, bool withBareCalls)
{
    Result result;
    const auto secondsOf = [](const QDateTime &time) { return double(start.msecsTo(time)) / 1000; };
    Watcher watcher(
        DeviceId::generate(), [&](DeviceId) { return order; },
        [&](const MarkReport &report) {
            if (report.event.kind == RuleEvent::Kind::Closed)
                result.marks += {secondsOf(report.event.start), secondsOf(report.event.end), report.event.label};
        },
        {}, finder);
    BareCalls bare;
    double seconds = 0;
    for (cv::Mat picture = clip.next(seconds); !picture.empty(); picture = clip.next(seconds)) {
        const double before = processorSeconds();
        watcher.frame({picture.cols, picture.rows, qsizetype(picture.step), picture.data,
                       start.addMSecs(qint64(seconds * 1000)), [] { return QByteArray(); }});
        while (finder && finder->waiting() > 0)
            QThread::msleep(1);
        const double between = processorSeconds();
        if (withBareCalls)
            bare.apply(picture);
        result.processor += between - before;
        result.bare += processorSeconds() - between;
        ++result.pictures;
    }
    watcher.lost();
    return result;
}
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const double rate = arguments.value(2).toDouble();
    const double minutes = arguments.value(3).toDouble();
    if (arguments.size() < 6 || rate <= 0 || minutes < 0) {
        std::fputs("usage: visiontruth motion|objects RATE MINUTES MODELS TRUTH...\n", stderr);
        return 2;
    }
    try {
        const bool objects = arguments[1] == u"objects";
        const auto order = orderFor(objects);
        const Actors actors;
        std::optional<ObjectFinder> finder;
        if (objects)
            finder.emplace(Detector::Model{arguments[4] + u"/objects.onnx"_s, arguments[4] + u"/objects.txt"_s}, 1);
        for (const QString &file : arguments.mid(5)) {
            Clip clip(file, actors, rate, minutes * 60);
            const Result result = analyze(clip, order, finder ? &*finder : nullptr, minutes == 0);
            const Judgement judged = Judge::compare(clip.passages(), result.marks);
            std::printf("%s\t%.0f\t%d\t%d\t%d\t%lld\t%d\t%.1f\t%.1f\t%.2f\t%.2f\n", qPrintable(clip.title()),
                        clip.seconds(), judged.passages, judged.made, int(judged.missed.size()),
                        qlonglong(judged.wrong.size()), judged.doubled, judged.worstStart, judged.worstEnd,
                        1000 * result.processor / std::max(1, result.pictures),
                        1000 * result.bare / std::max(1, result.pictures));
            std::fflush(stdout);
            for (const Passage &passage : judged.missed)
                std::fprintf(stderr, "  %s: missed the %s at %.0f s, height %.2f\n", qPrintable(clip.name()),
                             qPrintable(passage.actor), passage.from, passage.height);
            for (const MadeMark &mark : judged.wrong)
                std::fprintf(stderr, "  %s: wrong mark %.1f to %.1f s (%s)\n", qPrintable(clip.name()), mark.from,
                             mark.to, qPrintable(mark.label));
        }
    } catch (const std::runtime_error &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
