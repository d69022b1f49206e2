// SPDX-License-Identifier: GPL-3.0-or-later
// Measures the minimum cost of face/detect: the same calls of OpenCV for a picture with one face, and nothing else.
// visionpeer MODELS PICTURE SECONDS THREADS: prints pictures per second.
#include <opencv2/dnn.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <atomic>
#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <thread>
#include <vector>

namespace {

struct Networks
{
    explicit Networks(const std::string &folder)
        : detector(cv::dnn::readNetFromONNX(folder + "/fr_detect.onnx"))
        , landmarks(cv::dnn::readNetFromONNX(folder + "/face_landmarks.onnx"))
        , expression(cv::dnn::readNetFromONNX(folder + "/face_expression.onnx"))
        , eye(cv::dnn::readNetFromONNX(folder + "/fr_eye.onnx"))
    {
    }
    cv::dnn::Net detector;
    cv::dnn::Net landmarks;
    cv::dnn::Net expression;
    cv::dnn::Net eye;
};

/// The likeliest box, as a part of the picture.
cv::Rect likeliest(const std::vector<cv::Mat> &out, const cv::Mat &picture)
{
    const float *scores = out[0].ptr<float>();
    const float *corners = out[1].ptr<float>();
    int best = 0;
    for (int i = 0; i < out[0].size[1]; ++i) {
        if (scores[2 * i + 1] > scores[2 * best + 1])
            best = i;
    }
    const float *corner = corners + 4 * best;
    const cv::Rect2f box(cv::Point2f(corner[0] * float(picture.cols), corner[1] * float(picture.rows)),
                         cv::Point2f(corner[2] * float(picture.cols), corner[3] * float(picture.rows)));
    return cv::Rect(box) & cv::Rect(0, 0, picture.cols, picture.rows);
}

cv::Mat cropped(const cv::Mat &picture, const cv::Rect &box, int size)
{
    const double scale = double(size) / std::max(box.width, box.height);
    cv::Mat part;
    cv::warpAffine(picture, part, cv::Matx23d(scale, 0, -box.x * scale, 0, scale, -box.y * scale), {size, size},
                   cv::INTER_AREA);
    return part;
}

void look(Networks &networks, const std::vector<unsigned char> &file)
{
    const cv::Mat picture = cv::imdecode(file, cv::IMREAD_COLOR);
    networks.detector.setInput(cv::dnn::blobFromImage(picture, 1 / 128.0, {320, 240}, cv::Scalar::all(127), true));
    std::vector<cv::Mat> out;
    networks.detector.forward(out, std::vector<cv::String>{"scores", "boxes"});
    const cv::Rect box = likeliest(out, picture);
    const cv::Scalar mean(122.782, 117.001, 104.298);
    for (auto *network : {&networks.landmarks, &networks.expression}) {
        network->setInput(cv::dnn::blobFromImage(cropped(picture, box, 112), 1 / 255.0, {}, mean, true));
        network->forward();
    }
    cv::Mat grey;
    for (int i = 0; i < 2; ++i) {
        cv::cvtColor(cropped(picture, box, 24), grey, cv::COLOR_BGR2GRAY);
        networks.eye.setInput(cv::dnn::blobFromImage(grey, 1 / 255.0));
        networks.eye.forward("output");
    }
    cv::cvtColor(picture(box), grey, cv::COLOR_BGR2GRAY);
    cv::resize(grey, grey, {128, 128}, 0, 0, cv::INTER_AREA);
    cv::Mat laplacian;
    cv::Laplacian(grey, laplacian, CV_64F);
    cv::Scalar deviation;
    cv::meanStdDev(laplacian, cv::noArray(), deviation);
}
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        std::cerr << "usage: visionpeer MODELS PICTURE SECONDS THREADS\n";
        return 2;
    }
    std::ifstream input(argv[2], std::ios::binary);
    const std::vector<unsigned char> file{std::istreambuf_iterator<char>(input), std::istreambuf_iterator<char>()};
    const auto wanted = std::chrono::seconds(std::stoi(argv[3]));
    std::atomic_int pictures = 0;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<std::thread> threads;
    for (int i = 0; i < std::stoi(argv[4]); ++i)
        threads.emplace_back([&] {
            Networks networks(argv[1]);
            while (std::chrono::steady_clock::now() - begin < wanted) {
                look(networks, file);
                ++pictures;
            }
        });
    for (auto &thread : threads)
        thread.join();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
    std::cout << pictures / took.count() << '\n';
}
