// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/insight/vision/assignment.h"
#include "server/insight/vision/tracker.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <random>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 11, 23), QTime(12, 0), Times::utc);
const QList<Box> everywhere{{0, 0, 1, 1}};
constexpr int interval = 200; // milliseconds between looks

/// Tries all assignments.
double leastCost(const QList<QList<double>> &costs, double mostCost)
{
    const int rows = int(costs.size());
    const int columns = int(costs.constFirst().size());
    QList<int> order(rows + columns); // columns, and a place of its own for each row that has none
    std::iota(order.begin(), order.end(), 0);
    double least = 1e9;
    do {
        double cost = 0;
        for (int row = 0; row < rows; ++row)
            cost += order[row] < columns ? std::min(costs[row][order[row]], mostCost) : mostCost;
        least = std::min(least, cost);
    } while (std::next_permutation(order.begin(), order.end()));
    return least;
}

Detection person(const Box &box, double score = 0.7) { return {box, score, u"person"_s}; }
Detection car(const Box &box, double score = 0.7) { return {box, score, u"car"_s}; }

/// A tracker that looks at a picture every 200 ms.
class Looks
{
public:
    void look(const QList<Detection> &detections, const QList<Box> &parts = everywhere)
    {
        tracker.update(noon.addMSecs(time), detections, parts);
        time += interval;
    }
    QList<SeenTrack> tracks() const { return tracker.tracks(); }

    Tracker tracker;
    qint64 time = 0;
};
}

class TrackerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void assignsAtTheLeastCost();
    void filterFollowsAConstantVelocity();
    void measuresOverlap();
    void followsEachPersonOfACrowd_data();
    void followsEachPersonOfACrowd();
    void votesForTheLabelAndTakesTheMedian();
    void lowScoresContinueButBeginNothing();
    void parkedCarNeverMoves();
    void hiddenHalfIsNoMovement();
    void carThatParksComesToRest();
    void personWhoApproachesMoves();
    void missesOnlyWhereItLooked();
    void sceneIsForgottenWhenItIsGone();
    void looksAgainAtWhoStandsStill();
    void partIsNoObjectOfItsOwn();
    void startsAnewWhenTheClockIsSetBack();
};

void TrackerTest::assignsAtTheLeastCost()
{
    std::mt19937 random(20261123);
    std::uniform_real_distribution<double> cost(0, 1.3);
    for (int round = 0; round < 300; ++round) {
        const int rows = 1 + int(random() % 3);
        const int columns = int(random() % 5);
        QList<QList<double>> costs;
        for (int row = 0; row < rows; ++row) {
            QList<double> line;
            for (int column = 0; column < columns; ++column)
                line += cost(random);
            costs += line;
        }
        const QList<int> found = assignment(costs, 0.8);
        QCOMPARE(found.size(), rows);
        double total = 0;
        QSet<int> used;
        for (int row = 0; row < rows; ++row) {
            total += found[row] < 0 ? 0.8 : costs[row][found[row]];
            QVERIFY(found[row] < 0 || (costs[row][found[row]] < 0.8 && !used.contains(found[row])));
            used += found[row];
        }
        QVERIFY2(qAbs(total - leastCost(costs, 0.8)) < 1e-9, qPrintable(QString::number(round)));
    }
    QVERIFY(assignment({}, 1).isEmpty());
}

void TrackerTest::filterFollowsAConstantVelocity()
{
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0, 0.005); // a tenth of the width
    const auto truth = [](double seconds) { return Box{0.1 + 0.1 * seconds, 0.5, 0.05, 0.2}; };
    BoxFilter filter(truth(0));
    double filtered = 0;
    double measured = 0;
    for (int i = 1; i <= 40; ++i) {
        filter.predict(0.2);
        Box seen = truth(i * 0.2);
        seen.x += noise(random);
        filter.correct(seen);
        if (i < 10)
            continue;
        filtered += std::pow(filter.box().x - truth(i * 0.2).x, 2);
        measured += std::pow(seen.x - truth(i * 0.2).x, 2);
    }
    QVERIFY2(filtered < measured, "the filter is closer to the truth than what it was told");
    filter.predict(0.5);
    QVERIFY(qAbs(filter.box().x - truth(8.5).x) < 0.015);
    QVERIFY(qAbs(filter.box().height - 0.2) < 0.01);
}

void TrackerTest::measuresOverlap()
{
    QCOMPARE(Boxes::overlap({0, 0, 0.5, 0.5}, {0, 0, 0.5, 0.5}), 1.0);
    QCOMPARE(Boxes::overlap({0, 0, 0.5, 0.5}, {0.5, 0, 0.5, 0.5}), 0.0);
    QCOMPARE(Boxes::overlap({0, 0, 0.5, 1}, {0.25, 0, 0.5, 1}), 1.0 / 3);
    QCOMPARE(Boxes::within({0.25, 0, 0.5, 1}, {0, 0, 0.5, 1}), 0.5);
    QCOMPARE(Boxes::within({0, 0, 0, 0}, {0, 0, 1, 1}), 0.0);
    QCOMPARE(Boxes::grown({0.5, 0.5, 0.2, 0.1}, 0.5), (Box{0.4, 0.45, 0.4, 0.2}));
}

void TrackerTest::followsEachPersonOfACrowd_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("%u", seed) << seed;
}

/// Five people walk in lanes at different speeds. A tenth of the detections is missing, a fifth has a low score, and
/// the boxes are noisy. Each person must keep one track.
void TrackerTest::followsEachPersonOfACrowd()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    std::normal_distribution<double> noise(0, 0.002);
    Looks looks;
    QHash<int, QSet<qint64>> idsOf;
    for (int i = 0; i < 40; ++i) {
        QList<Detection> detections;
        QList<Box> truth;
        for (int lane = 0; lane < 5; ++lane) {
            const double step = (lane % 2 ? -1 : 1) * (0.008 + 0.002 * lane);
            const Box box{0.45 + (i - 20) * step, 0.05 + 0.17 * lane, 0.04, 0.16};
            truth += box;
            if (random() % 10 == 0)
                continue;
            detections += person(
                {box.x + noise(random), box.y + noise(random), box.width + noise(random), box.height + noise(random)},
                random() % 5 == 0 ? 0.2 : 0.7);
        }
        std::shuffle(detections.begin(), detections.end(), random);
        looks.look(detections);
        for (const SeenTrack &track : looks.tracks()) {
            for (int lane = 0; lane < 5; ++lane) {
                if (Boxes::overlap(track.box, truth[lane]) > 0.3)
                    idsOf[lane] += track.id;
            }
        }
    }
    QCOMPARE(looks.tracks().size(), 5);
    for (int lane = 0; lane < 5; ++lane)
        QCOMPARE(idsOf[lane].size(), 1);
    for (const SeenTrack &track : looks.tracks())
        QVERIFY(track.hasMoved && !track.rests);
}

void TrackerTest::votesForTheLabelAndTakesTheMedian()
{
    Looks looks;
    const double scores[]{0.5, 0.9, 0.6, 0.7, 0.8};
    for (int i = 0; i < 5; ++i)
        looks.look({{{0.2 + i * 0.02, 0.5, 0.2, 0.1}, scores[i], i == 1 ? u"truck"_s : u"car"_s}});
    QCOMPARE(looks.tracks().size(), 1);
    QCOMPARE(looks.tracks()[0].label, u"car"_s);
    QVERIFY(qAbs(looks.tracks()[0].score - 0.7) < 1e-6);
}

void TrackerTest::lowScoresContinueButBeginNothing()
{
    Looks looks;
    for (int i = 0; i < 10; ++i)
        looks.look({person({0.2 + i * 0.01, 0.5, 0.1, 0.3}, 0.3)});
    QVERIFY(looks.tracks().isEmpty());
    looks.look({person({0.3, 0.5, 0.1, 0.3})});
    looks.look({person({0.31, 0.5, 0.1, 0.3})});
    const qint64 id = looks.tracks().at(0).id;
    for (int i = 0; i < 20; ++i)
        looks.look({person({0.32 + i * 0.01, 0.5, 0.1, 0.3}, 0.15)});
    QCOMPARE(looks.tracks().size(), 1);
    QCOMPARE(looks.tracks()[0].id, id);
}

void TrackerTest::parkedCarNeverMoves()
{
    std::mt19937 random(7);
    std::normal_distribution<double> noise(0, 0.01); // a twentieth of the width
    Looks looks;
    for (int i = 0; i < 2000; ++i) {
        looks.look(random() % 4 == 0 ? QList<Detection>{}
                                     : QList<Detection>{car({0.5 + noise(random), 0.5 + noise(random) / 2,
                                                             0.2 + noise(random), 0.1 + noise(random) / 2})});
        for (const SeenTrack &track : looks.tracks())
            QVERIFY(!track.hasMoved);
    }
    QCOMPARE(looks.tracks().size(), 1);
    QCOMPARE(looks.tracks()[0].id, 1);
}

void TrackerTest::hiddenHalfIsNoMovement()
{
    Looks looks;
    for (int i = 0; i < 10; ++i)
        looks.look({car({0.5, 0.5, 0.2, 0.1})});
    for (int i = 0; i < 10; ++i) // a person passes before it
        looks.look({car({0.5 + i * 0.01, 0.5, 0.2 - i * 0.01, 0.1}, 0.5)});
    for (int i = 0; i < 10; ++i)
        looks.look({});
    looks.look({car({0.5, 0.5, 0.12, 0.1})});
    looks.look({car({0.5, 0.5, 0.2, 0.1})});
    QCOMPARE(looks.tracks().size(), 1);
    QVERIFY(!looks.tracks()[0].hasMoved);
}

void TrackerTest::carThatParksComesToRest()
{
    Looks looks;
    for (int i = 0; i < 20; ++i)
        looks.look({car({0.1 + i * 0.02, 0.5, 0.2, 0.1})});
    QVERIFY(looks.tracks().at(0).isActive());
    int active = 0;
    for (int i = 0; i < 300; ++i) {
        looks.look({car({0.5, 0.5, 0.2, 0.1})});
        active += looks.tracks().at(0).isActive() ? 1 : 0;
    }
    QVERIFY2(qAbs(active * interval - 30'000) < 1500, qPrintable(QString::number(active)));
    for (int i = 0; i < 10; ++i)
        looks.look({car({0.5 + i * 0.02, 0.5, 0.2, 0.1})});
    QVERIFY2(looks.tracks().at(0).isActive(), "it drives off");
    QCOMPARE(looks.tracks().size(), 1);
}

void TrackerTest::personWhoApproachesMoves()
{
    Looks looks;
    for (int i = 0; i < 12; ++i) {
        const double size = 0.1 * std::pow(1.05, i);
        looks.look({person({0.5 - size / 4, 0.4 - size / 10, size / 2, size})});
    }
    QVERIFY(looks.tracks().at(0).isActive());
}

void TrackerTest::missesOnlyWhereItLooked()
{
    Looks looks;
    for (int i = 0; i < 10; ++i)
        looks.look({person({0.1 + i * 0.02, 0.1, 0.05, 0.2})});
    for (int i = 0; i < 25; ++i) // five seconds elsewhere
        looks.look({}, {{0.6, 0.5, 0.4, 0.5}});
    QCOMPARE(looks.tracks().size(), 1);
    for (int i = 0; i < 3; ++i)
        looks.look({}, {{0.2, 0, 0.4, 0.5}});
    QVERIFY(looks.tracks().isEmpty());
}

void TrackerTest::sceneIsForgottenWhenItIsGone()
{
    Looks looks;
    for (int i = 0; i < 10; ++i)
        looks.look({car({0.5, 0.5, 0.2, 0.1})});
    for (int i = 0; i < 50; ++i)
        looks.look({});
    QCOMPARE(looks.tracks().size(), 1); // hidden for ten seconds
    for (int i = 0; i < 60; ++i)
        looks.look({});
    QVERIFY(looks.tracks().isEmpty());
}

void TrackerTest::looksAgainAtWhoStandsStill()
{
    Looks looks;
    looks.look({person({0.1, 0.1, 0.05, 0.2})});
    QCOMPARE(looks.tracker.due(noon.addMSecs(looks.time)).size(), 1); // was it an object?
    for (int i = 1; i < 10; ++i)
        looks.look({person({0.1 + i * 0.02, 0.1, 0.05, 0.2})});
    const QDateTime last = noon.addMSecs(looks.time - interval);
    QVERIFY(looks.tracker.due(last.addMSecs(300)).isEmpty());
    QCOMPARE(looks.tracker.due(last.addMSecs(500)).size(), 1); // has it stopped, or gone?
    for (int i = 0; i < 10; ++i)
        looks.look({person({0.28, 0.1, 0.05, 0.2})});
    const QDateTime standing = noon.addMSecs(looks.time - interval);
    QVERIFY(looks.tracker.due(standing.addMSecs(1500)).isEmpty());
    QCOMPARE(looks.tracker.due(standing.addMSecs(2000)).size(), 1);
    Looks scene;
    for (int i = 0; i < 10; ++i)
        scene.look({car({0.5, 0.5, 0.2, 0.1})});
    QVERIFY(scene.tracker.due(noon.addSecs(3600)).isEmpty());
}

void TrackerTest::partIsNoObjectOfItsOwn()
{
    Looks looks;
    for (int i = 0; i < 10; ++i)
        looks.look({person({0.1 + i * 0.02, 0.1, 0.2, 0.6}), person({0.12 + i * 0.02, 0.1, 0.15, 0.25}, 0.5)});
    QCOMPARE(looks.tracks().size(), 1);
}

void TrackerTest::startsAnewWhenTheClockIsSetBack()
{
    Looks looks;
    for (int i = 0; i < 10; ++i)
        looks.look({person({0.1 + i * 0.02, 0.1, 0.05, 0.2})});
    looks.time -= 3'600'000;
    looks.look({person({0.3, 0.1, 0.05, 0.2})});
    QVERIFY(looks.tracks().isEmpty());
    looks.look({person({0.32, 0.1, 0.05, 0.2})});
    QCOMPARE(looks.tracks().size(), 1);
    QVERIFY(looks.tracks()[0].id > 1);
}

QTEST_GUILESS_MAIN(TrackerTest)
#include "tst_tracker.moc"
