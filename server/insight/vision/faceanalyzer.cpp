// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/faceanalyzer.h"

#include "server/cameras/ingest/framesink.h"
#include "server/insight/vision/facenetworks.h"

#include <QElapsedTimer>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {
const QStringList emotionNames{u"neutral"_s, u"happy"_s,     u"sad"_s,      u"angry"_s,
                               u"fearful"_s, u"disgusted"_s, u"surprised"_s};
/// Minimum width and height in pixels for the analysis of a face. Smaller faces are only detected.
constexpr int minReadable = 32;
constexpr qsizetype maxFaces = 100;

/// Returns the name of one of the 68 points of the iBUG scheme. Left is the left side of the face, which is on the
/// right of the picture.
QString landmarkName(int index)
{
    static const std::pair<int, QString> parts[]{{0, u"jaw"_s},        {17, u"right_brow"_s}, {22, u"left_brow"_s},
                                                 {27, u"nose"_s},      {36, u"right_eye"_s},  {42, u"left_eye"_s},
                                                 {48, u"outer_lip"_s}, {60, u"inner_lip"_s}};
    const auto *part =
        std::find_if(std::rbegin(parts), std::rend(parts), [&](const auto &each) { return each.first <= index; }).base()
        - 1;
    return u"%1_%2"_s.arg(part->second).arg(index - part->first);
}

Box normalised(const cv::Rect2f &rect, const cv::Size &size)
{
    const double x = std::clamp(double(rect.x) / size.width, 0.0, 1.0);
    const double y = std::clamp(double(rect.y) / size.height, 0.0, 1.0);
    return {x, y, std::clamp(double(rect.width) / size.width, 0.0, 1 - x),
            std::clamp(double(rect.height) / size.height, 0.0, 1 - y)};
}

QJsonObject scoresOf(const std::vector<float> &scores)
{
    QJsonObject json;
    for (qsizetype i = 0; i < emotionNames.size(); ++i)
        json.insert(emotionNames[i], double(scores[size_t(i)]));
    return json;
}

void readQuality(const cv::Mat &picture, const cv::Rect2f &box, Face &face)
{
    const cv::Rect inside = cv::Rect(box) & cv::Rect(0, 0, picture.cols, picture.rows);
    cv::Mat grey;
    cv::cvtColor(picture(inside), grey, cv::COLOR_BGR2GRAY);
    face.brightness = cv::mean(grey)[0] / 255;
    cv::resize(grey, grey, {128, 128}, 0, 0, cv::INTER_AREA); // makes the sharpness comparable across sizes
    cv::Mat laplacian;
    cv::Laplacian(grey, laplacian, CV_64F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(laplacian, mean, deviation);
    face.sharpness = 1 - std::exp(-deviation[0] * deviation[0] / 500);
}
}

QStringList FaceAttributes::names()
{
    return {u"landmarks"_s, u"pose"_s, u"eyes"_s, u"smile"_s, u"emotion"_s, u"quality"_s};
}

FaceAttributes FaceAttributes::named(const QStringList &names)
{
    if (names.isEmpty())
        return {};
    return {names.contains(u"landmarks"_s), names.contains(u"pose"_s),    names.contains(u"eyes"_s),
            names.contains(u"smile"_s),     names.contains(u"emotion"_s), names.contains(u"quality"_s)};
}

class FaceAnalyzer::Private
{
public:
    explicit Private(const QString &folder)
        : networks(folder)
    {
    }

    Face read(const cv::Mat &picture, const FaceNetworks::Detection &found, const FaceAttributes &wanted);
    void readPoints(const cv::Mat &picture, const cv::Rect2f &box, const FaceAttributes &wanted, Face &face);
    static void setUnavailable(const FaceAttributes &wanted, Face &face);

    FaceNetworks networks;
    QList<ModelUsed> models;
};

FaceAnalyzer::FaceAnalyzer(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

FaceAnalyzer::~FaceAnalyzer() = default;

bool FaceAnalyzer::isInstalled(const QString &folder)
{
    return !folder.isEmpty() && QFile::exists(folder + u"/models.json"_s);
}

std::unique_ptr<FaceAnalyzer> FaceAnalyzer::open(const QString &folder)
{
    QFile list(folder + u"/models.json"_s);
    if (folder.isEmpty() || !list.open(QFile::ReadOnly))
        return nullptr;
    auto d = std::make_unique<Private>(folder);
    for (const auto &model : QJsonDocument::fromJson(list.readAll()).object()[u"models"_s].toArray()) {
        if (model[u"finds"_s] == u"faces"_s)
            d->models += ModelUsed{model[u"name"_s].toString(), model[u"version"_s].toString()};
    }
    return std::unique_ptr<FaceAnalyzer>(new FaceAnalyzer(std::move(d)));
}

FaceAnalysis FaceAnalyzer::analyze(const QImage &image, const FaceAttributes &wanted)
{
    QElapsedTimer clock;
    clock.start();
    // cv::Mat has no constructor for constant pixels. The pixels are not modified.
    const cv::Mat picture(image.height(), image.width(), CV_8UC3, const_cast<uchar *>(image.constBits()),
                          size_t(image.bytesPerLine()));
    FaceAnalysis analysis;
    analysis.image = {image.width(), image.height()};
    analysis.models = d->models;
    auto found = d->networks.detect(picture);
    std::sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.box.area() > b.box.area(); });
    for (const auto &detection : found) {
        if (analysis.faces.size() == maxFaces)
            break;
        analysis.faces += d->read(picture, detection, wanted);
        for (const QString &name : std::as_const(analysis.faces.last().unavailable)) {
            if (!analysis.unavailable.contains(name))
                analysis.unavailable += name;
        }
    }
    analysis.elapsedMs = double(clock.nsecsElapsed()) / 1e6;
    return analysis;
}

Face FaceAnalyzer::Private::read(const cv::Mat &picture, const FaceNetworks::Detection &found,
                                 const FaceAttributes &wanted)
{
    Face face;
    face.box = normalised(found.box, picture.size());
    face.score = double(found.score);
    if (std::min(found.box.width, found.box.height) < minReadable) {
        setUnavailable(wanted, face);
        return face;
    }
    if (wanted.landmarks || wanted.pose || wanted.eyes)
        readPoints(picture, found.box, wanted, face);
    if (wanted.smile || wanted.emotion) {
        const auto scores = networks.expression(picture, found.box);
        const auto likeliest = std::max_element(scores.begin(), scores.end()) - scores.begin();
        if (wanted.smile)
            face.smile = Likelihood(double(scores[1]));
        if (wanted.emotion) {
            face.emotion = emotionNames[likeliest];
            face.emotions = scoresOf(scores);
        }
    }
    if (wanted.quality)
        readQuality(picture, found.box, face);
    return face;
}

void FaceAnalyzer::Private::setUnavailable(const FaceAttributes &wanted, Face &face)
{
    const std::pair<bool, QString> all[]{{wanted.landmarks, u"landmarks"_s}, {wanted.pose, u"pose"_s},
                                         {wanted.eyes, u"eyes"_s},           {wanted.smile, u"smile"_s},
                                         {wanted.emotion, u"emotion"_s},     {wanted.quality, u"quality"_s}};
    for (const auto &[asked, name] : all) {
        if (asked)
            face.unavailable += name;
    }
}

void FaceAnalyzer::Private::readPoints(const cv::Mat &picture, const cv::Rect2f &box, const FaceAttributes &wanted,
                                       Face &face)
{
    const auto points = networks.landmarks(picture, box);
    if (wanted.landmarks) {
        for (int i = 0; i < int(points.size()); ++i)
            face.landmarks += FaceLandmark{landmarkName(i), double(points[size_t(i)].x) / picture.cols,
                                           double(points[size_t(i)].y) / picture.rows};
    }
    if (wanted.pose) {
        if (const auto pose = headPose(points))
            face.pose = *pose;
        else
            face.unavailable += u"pose"_s;
    }
    if (wanted.eyes) {
        face.rightEyeOpen = Likelihood(1 - double(networks.eyeClosed(picture, points, 36)));
        face.leftEyeOpen = Likelihood(1 - double(networks.eyeClosed(picture, points, 42)));
    }
}

QList<SeenFace> FaceAnalyzer::find(const Picture &picture, bool withEmotion)
{
    const cv::Mat pixels(picture.height, picture.width, CV_8UC3, const_cast<uchar *>(picture.bgr),
                         size_t(picture.stride));
    QList<SeenFace> seen;
    for (const auto &found : d->networks.detect(pixels)) {
        SeenFace face;
        face.box = normalised(found.box, pixels.size());
        face.score = double(found.score);
        if (withEmotion && std::min(found.box.width, found.box.height) >= minReadable) {
            const auto scores = d->networks.expression(pixels, found.box);
            const auto likeliest = std::max_element(scores.begin(), scores.end()) - scores.begin();
            face.emotion = emotionNames[likeliest];
            face.emotionScore = double(scores[size_t(likeliest)]);
        }
        seen += face;
    }
    return seen;
}
