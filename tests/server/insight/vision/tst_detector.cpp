// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/detector.h"
#include "server/insight/vision/detectoroutput.h"
#include "server/insight/vision/onnxinput.h"
#include "tests/server/insight/vision/objectmodel.h"
#include "tests/support/samplepictures.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using DetectorOutput::Family;
using Tensors = std::vector<cv::Mat>;

namespace {
constexpr int side = 64;
const QStringList labels{u"person"_s, u"dog"_s, u"car"_s};
constexpr int strides[]{8, 16, 32, 64};

/// Makes a tensor that answers no object.
cv::Mat tensor(const std::vector<int> &sizes) { return {sizes, CV_32F, cv::Scalar(0)}; }

int cells(int stride) { return (side / stride) * (side / stride); }

/// Sets the distribution of an edge of NanoDet to a single distance in strides.
void setEdges(float *bins, int count, std::initializer_list<int> distances)
{
    for (const int distance : distances) {
        for (int i = 0; i < count; ++i)
            bins[i] = i == distance ? 30.0F : -30.0F;
        bins += count;
    }
}

// Each function makes the outputs of a network that sees a car with a score of 0.75 at (8, 16) with a size of 16 by 32.

Tensors yoloAnchors()
{
    cv::Mat rows = tensor({1, 3 * (cells(8) + cells(16) + cells(32)), 8});
    const float car[]{16, 32, 16, 32, 0.9375F, 0.1F, 0.2F, 0.8F};
    std::copy(std::begin(car), std::end(car), rows.ptr<float>(0, 40));
    return {rows};
}

Tensors yoloCells()
{
    cv::Mat rows = tensor({1, cells(8) + cells(16) + cells(32), 8});
    for (int i = 0; i < rows.size[1]; ++i)
        rows.ptr<float>(0, i)[4] = 1;
    const float car[]{16, 32, 16, 32, 1, 0.1F, 0.2F, 0.75F};
    std::copy(std::begin(car), std::end(car), rows.ptr<float>(0, 40));
    return {rows};
}

Tensors yoloX()
{
    cv::Mat rows = tensor({1, cells(8) + cells(16) + cells(32), 8});
    const float car[]{0.5F, 0.75F, 0, std::log(2.0F), 0.9375F, 0, 0, 0.8F}; // in the cell (0, 1) of the stride 16
    std::copy(std::begin(car), std::end(car), rows.ptr<float>(0, cells(8) + 4));
    rows.ptr<float>(0, cells(8) + 4)[0] = 1;
    rows.ptr<float>(0, cells(8) + 4)[1] = 1;
    return {rows};
}

Tensors yoloTransposed()
{
    cv::Mat columns = tensor({1, 7, cells(8) + cells(16) + cells(32)});
    const float car[]{16, 32, 16, 32, 0.1F, 0.2F, 0.75F};
    for (int i = 0; i < 7; ++i)
        columns.ptr<float>(0, i)[50] = car[i];
    return {columns};
}

Tensors yoloRows()
{
    const cv::Mat columns = yoloTransposed().front();
    cv::Mat rows = tensor({1, columns.size[2], 7});
    cv::Mat(columns.size[2], 7, CV_32F, rows.data) = 0;
    cv::transpose(cv::Mat(7, columns.size[2], CV_32F, columns.data), cv::Mat(columns.size[2], 7, CV_32F, rows.data));
    return {rows};
}

Tensors nanoDet()
{
    Tensors outputs;
    for (const int stride : {8, 16, 32})
        outputs.push_back(tensor({1, cells(stride), 3}));
    for (const int stride : {8, 16, 32})
        outputs.push_back(tensor({1, cells(stride), 4 * 8}));
    const int cell = 8 * 4 + 2; // its middle is (20, 36), in the grid of the stride 8
    outputs[0].ptr<float>(0, cell)[2] = 0.75F;
    setEdges(outputs[3].ptr<float>(0, cell), 8, {1, 2, 1, 2});
    // From (12, 20) to (28, 52); one stride further to the left and half a stride up would be the cell before.
    return outputs;
}

Tensors nanoDetPlus()
{
    int rows = 0;
    for (const int stride : strides)
        rows += cells(stride);
    cv::Mat output = tensor({1, rows, 3 + 4 * 8});
    const int cell = 8 * 4 + 2; // its middle is (16, 32)
    output.ptr<float>(0, cell)[2] = 0.75F;
    setEdges(output.ptr<float>(0, cell) + 3, 8, {1, 2, 1, 2});
    return {output};
}

Tensors ssd()
{
    cv::Mat rows = tensor({1, 1, 10, 7});
    const float car[]{0, 3, 0.75F, 0.125F, 0.25F, 0.375F, 0.75F};
    std::copy(std::begin(car), std::end(car), rows.ptr<float>(0, 0) + 7 * 4);
    return {rows};
}

Tensors ssdPairs()
{
    cv::Mat boxes = tensor({1, 20, 4});
    cv::Mat scores = tensor({1, 20, 4});
    const float corners[]{0.125F, 0.25F, 0.375F, 0.75F};
    std::copy(std::begin(corners), std::end(corners), boxes.ptr<float>(0, 7));
    scores.ptr<float>(0, 3)[0] = 1; // the background
    scores.ptr<float>(0, 7)[3] = 0.75F;
    return {boxes, scores};
}
}

class DetectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheOutputsOfAFamily_data();
    void readsTheOutputsOfAFamily();
    void refusesOtherOutputs_data();
    void refusesOtherOutputs();
    void leavesOutWhatIsNoNumber();
    void keepsOneDetectionOfEachObject();
    void refusesFilesThatAreNoNetwork();
    void findsAPerson();
    void leavesOutWhatAPartCutsOff();
    void findsNothingInAnEmptyPicture();
};

void DetectorTest::readsTheOutputsOfAFamily_data()
{
    QTest::addColumn<Tensors>("outputs");
    QTest::addColumn<Family>("family");
    QTest::addColumn<int>("shift");
    QTest::newRow("YOLOv5 and v7") << yoloAnchors() << Family::YoloAnchors << 0;
    QTest::newRow("YOLOv6") << yoloCells() << Family::YoloCells << 0;
    QTest::newRow("YOLOX") << yoloX() << Family::YoloX << 0;
    QTest::newRow("YOLOv8") << yoloTransposed() << Family::YoloTransposed << 0;
    QTest::newRow("YOLOv8, transposed") << yoloRows() << Family::YoloTransposed << 0;
    QTest::newRow("NanoDet") << nanoDet() << Family::NanoDet << 4; // the middles of its cells are half a stride further
    QTest::newRow("NanoDet-Plus") << nanoDetPlus() << Family::NanoDetPlus << 0;
    QTest::newRow("SSD") << ssd() << Family::Ssd << 0;
    QTest::newRow("SSD, boxes and scores") << ssdPairs() << Family::SsdPairs << 0;
}

void DetectorTest::readsTheOutputsOfAFamily()
{
    QFETCH(Tensors, outputs);
    QFETCH(Family, family);
    QFETCH(int, shift);
    const auto shape = DetectorOutput::recognized(outputs, side, labels);
    QCOMPARE(shape.family, family);
    const auto found = DetectorOutput::decoded(shape, outputs, 0.5F);
    QCOMPARE(found.size(), size_t(1));
    QCOMPARE(found[0].label, 2);
    QVERIFY(std::abs(found[0].score - 0.75F) < 0.001F);
    const cv::Rect2f wanted(8 + float(shift), 16 + float(shift), 16, 32);
    QVERIFY(std::abs(found[0].box.x - wanted.x) < 0.01F && std::abs(found[0].box.y - wanted.y) < 0.01F);
    QVERIFY(std::abs(found[0].box.width - 16) < 0.01F && std::abs(found[0].box.height - 32) < 0.01F);
    QVERIFY(DetectorOutput::decoded(shape, outputs, 0.8F).empty());
}

void DetectorTest::refusesOtherOutputs_data()
{
    QTest::addColumn<Tensors>("outputs");
    QTest::newRow("none") << Tensors{};
    QTest::newRow("a classifier") << Tensors{tensor({1, 1000})};
    QTest::newRow("labels of another network") << Tensors{tensor({1, 252, 85})};
    QTest::newRow("too few rows") << Tensors{tensor({1, 100, 8})};
    QTest::newRow("boxes without scores") << Tensors{tensor({1, 20, 4})};
    QTest::newRow("scores of fewer boxes") << Tensors{tensor({1, 20, 4}), tensor({1, 19, 4})};
    QTest::newRow("a stride is missing") << Tensors{tensor({1, 64, 3}), tensor({1, 64, 32}), tensor({1, 16, 3}),
                                                    tensor({1, 9, 32})};
    QTest::newRow("whole numbers") << Tensors{cv::Mat(std::vector<int>{1, 252, 8}, CV_32S, cv::Scalar(0))};
}

void DetectorTest::refusesOtherOutputs()
{
    QFETCH(Tensors, outputs);
    try {
        DetectorOutput::recognized(outputs, side, labels);
        QFAIL("must be refused");
    } catch (const std::runtime_error &error) {
        QVERIFY2(QByteArray(error.what()).contains("3 labels"), error.what());
    }
}

void DetectorTest::leavesOutWhatIsNoNumber()
{
    Tensors outputs = yoloTransposed();
    const auto shape = DetectorOutput::recognized(outputs, side, labels);
    for (int i = 0; i < 4; ++i) {
        Tensors broken{outputs.front().clone()};
        broken.front().ptr<float>(0, i)[50] = std::nanf("");
        QVERIFY(DetectorOutput::decoded(shape, broken, 0.5F).empty());
        broken.front().ptr<float>(0, i)[50] = INFINITY;
        QVERIFY(DetectorOutput::decoded(shape, broken, 0.5F).empty());
    }
    outputs.front().ptr<float>(0, 6)[50] = std::nanf("");
    QVERIFY(DetectorOutput::decoded(shape, outputs, 0.5F).empty());
    QVERIFY_EXCEPTION_THROWN(DetectorOutput::decoded(shape, yoloAnchors(), 0.5F), std::runtime_error);
}

void DetectorTest::keepsOneDetectionOfEachObject()
{
    const auto best = DetectorOutput::distinct({{{10, 10, 20, 40}, 0, 0.6F},
                                                {{11, 10, 20, 41}, 0, 0.9F},
                                                {{11, 10, 20, 41}, 1, 0.5F},
                                                {{40, 10, 20, 40}, 0, 0.7F}},
                                               0.5F);
    QCOMPARE(best.size(), size_t(3));
    QCOMPARE(best[0].score, 0.9F);
    QCOMPARE(best[1].score, 0.7F);
    QCOMPARE(best[2].label, 1);
}

void DetectorTest::refusesFilesThatAreNoNetwork()
{
    const QTemporaryDir folder;
    const auto written = [&folder](const QString &name, const QByteArray &content) {
        QFile file(folder.filePath(name));
        if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write the file of the test");
        return file.fileName();
    };
    const QString names = written(u"labels"_s, "person\ncar\n");
    const auto reason = [](const Detector::Model &model) -> QByteArray {
        try {
            Detector::open(model);
        } catch (const std::runtime_error &error) {
            return error.what();
        }
        return {};
    };
    QVERIFY(reason({folder.filePath(u"none"_s), names}).contains("none"));
    QVERIFY(reason({written(u"empty"_s, {}), names}).contains("cannot be used"));
    QVERIFY(reason({written(u"text"_s, "not a network"), names}).contains("cannot be used"));
    QVERIFY(reason({names, written(u"no labels"_s, "\n\n")}).contains("labels"));
    const auto shipped = ObjectModel::files();
    QVERIFY2(reason({shipped.network, names}).contains("2 labels"), "labels of another network");
    QFile network(shipped.network);
    QVERIFY(network.open(QFile::ReadOnly));
    QVERIFY(reason({written(u"half"_s, network.read(network.size() / 2)), shipped.labels}).contains("cannot be used"));
    network.seek(0);
    QCOMPARE(OnnxInput::side(network.readAll()), 320);
}

void DetectorTest::findsAPerson()
{
    const auto detector = Detector::open(ObjectModel::files());
    QCOMPARE(detector->labels().size(), 80);
    QCOMPARE(detector->side(), 320);
    const QImage astronaut = QImage(SamplePictures::smiling()).convertToFormat(QImage::Format_BGR888);
    QVERIFY2(!astronaut.isNull(), "scripts/setup test installs the picture");
    auto found = detector->detect(astronaut, {astronaut.rect()});
    found.removeIf([](const Detection &each) { return each.score < 0.5; });
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].label, u"person"_s);
    QVERIFY(found[0].box.x < 0.15 && found[0].box.width > 0.6 && found[0].box.height > 0.8);
}

void DetectorTest::leavesOutWhatAPartCutsOff()
{
    const auto detector = Detector::open(ObjectModel::files());
    const QImage astronaut = QImage(SamplePictures::smiling()).convertToFormat(QImage::Format_BGR888);
    QImage wide(1920, 1080, QImage::Format_BGR888);
    wide.fill(Qt::gray);
    for (int y = 0; y < 512; ++y)
        std::copy_n(astronaut.constScanLine(y), 3 * 512, wide.scanLine(y + 568) + 3 * 700);
    const auto persons = [&](const QRect &part) {
        auto found = detector->detect(wide, {part});
        found.removeIf([](const Detection &each) { return each.label != u"person" || each.score < 0.3; });
        return found;
    };
    const auto whole = persons({600, 468, 712, 612});
    QCOMPARE(whole.size(), 1);
    QVERIFY(qAbs(whole[0].box.y + whole[0].box.height - 1) < 0.02); // the edge of the picture cuts nothing off
    QVERIFY(qAbs(whole[0].box.x * 1920 - 700) < 80);
    QVERIFY(persons({600, 468, 356, 612}).isEmpty());
}

void DetectorTest::findsNothingInAnEmptyPicture()
{
    const auto detector = Detector::open(ObjectModel::files());
    QImage grey(640, 360, QImage::Format_BGR888);
    grey.fill(Qt::gray);
    auto found = detector->detect(grey, {grey.rect(), {100, 100, 50, 50}, {600, 300, 400, 400}, {700, 0, 10, 10}});
    found.removeIf([](const Detection &each) { return each.score < 0.35; });
    QVERIFY(found.isEmpty());
}

QTEST_GUILESS_MAIN(DetectorTest)
#include "tst_detector.moc"
