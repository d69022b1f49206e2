// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/vision/condition.h"
#include "server/insight/vision/zoneset.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QPointF>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
Zone zone(Zone::Kind kind, const QList<Point> &polygon)
{
    Zone zone;
    zone.zoneId = ZoneId::generate();
    zone.kind = kind;
    zone.polygon = polygon;
    return zone;
}

const QList<Point> leftHalf{{0, 0}, {0.5, 0}, {0.5, 1}, {0, 1}};
const QList<Point> lowerHalf{{0, 0.5}, {1, 0.5}, {1, 1}, {0, 1}};
/// Returns the box of a person who stands at x, y.
Box standing(double x, double y) { return {x - 0.05, y - 0.3, 0.1, 0.3}; }

Observation observation(const ZoneSet &zones, const QList<Box> &moving)
{
    Observation seen;
    seen.motion.settled = true;
    for (const Box &box : moving) {
        seen.motion.regions += MovingRegion{box, 0.03};
        seen.motion.area += 0.03;
    }
    seen.zones = std::make_shared<const ZoneSet>(zones);
    return seen;
}

Condition parsed(const QJsonObject &json)
{
    FieldErrors errors;
    return Condition::parse(json, {}, errors);
}
}

/// Objects count in the zones in which they stand.
class ZoneSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void polygonContainsPoints_data();
    void polygonContainsPoints();
    void selfCrossingOutlinesAreDetected();
    void objectIsWhereItStands();
    void includingZonesCountByDefault();
    void excludedObjectsNeverCount();
    void enteredZonesAreInOrder();
    void motionIsMeasuredInTheZone();
    void negatedUnknownIsNotMet();
    void facesAreCounted();
};

void ZoneSetTest::polygonContainsPoints_data()
{
    QTest::addColumn<QPointF>("point");
    QTest::addColumn<bool>("inside");
    QTest::newRow("in the notch") << QPointF(0.5, 0.2) << false;
    QTest::newRow("in the left leg") << QPointF(0.1, 0.2) << true;
    QTest::newRow("in the right leg") << QPointF(0.9, 0.2) << true;
    QTest::newRow("below the notch") << QPointF(0.5, 0.9) << true;
    QTest::newRow("on the lower edge of the picture") << QPointF(0.5, 1) << true;
}

void ZoneSetTest::polygonContainsPoints()
{
    QFETCH(const QPointF, point);
    const QList<Point> letterU{{0, 0}, {0.3, 0}, {0.3, 0.6}, {0.7, 0.6}, {0.7, 0}, {1, 0}, {1, 1}, {0, 1}};
    QTEST(Polygon::contains(letterU, {point.x(), point.y()}), "inside");
    QCOMPARE(Polygon::area(letterU), 0.76);
}

void ZoneSetTest::selfCrossingOutlinesAreDetected()
{
    QVERIFY(!Polygon::crossesItself(leftHalf));
    QVERIFY(Polygon::crossesItself({{0, 0}, {1, 1}, {1, 0}, {0, 1}}));
    QVERIFY(Polygon::crossesItself({{0, 0}, {1, 0}, {0, 0}, {0, 1}}));
}

void ZoneSetTest::objectIsWhereItStands()
{
    const Zone lower = zone(Zone::Kind::Include, lowerHalf);
    const ZoneSet zones({lower});
    QVERIFY(zones.counts(standing(0.5, 0.6), lower.zoneId)); // the head is outside the zone
    QVERIFY(!zones.counts(standing(0.5, 0.4), lower.zoneId));
    QVERIFY(!zones.counts(standing(0.5, 0.6), ZoneId::generate())); // a zone of another camera
}

void ZoneSetTest::includingZonesCountByDefault()
{
    QVERIFY(ZoneSet().counts(standing(0.9, 0.4), {}));
    const ZoneSet zones({zone(Zone::Kind::Include, leftHalf), zone(Zone::Kind::Include, lowerHalf)});
    QVERIFY(zones.counts(standing(0.2, 0.3), {}));
    QVERIFY(zones.counts(standing(0.9, 0.9), {}));
    QVERIFY(!zones.counts(standing(0.9, 0.4), {}));
}

void ZoneSetTest::excludedObjectsNeverCount()
{
    const Zone left = zone(Zone::Kind::Include, leftHalf);
    const ZoneSet zones({left, zone(Zone::Kind::Exclude, lowerHalf)});
    QVERIFY(zones.counts(standing(0.2, 0.4), left.zoneId));
    QVERIFY(!zones.counts(standing(0.2, 0.9), left.zoneId));
    QVERIFY(!zones.counts(standing(0.2, 0.9), {}));
}

void ZoneSetTest::enteredZonesAreInOrder()
{
    const Zone left = zone(Zone::Kind::Include, leftHalf);
    const Zone lower = zone(Zone::Kind::Include, lowerHalf);
    const ZoneSet zones({left, lower, zone(Zone::Kind::Exclude, {})});
    QCOMPARE(zones.entered(standing(0.2, 0.9)), (QList<ZoneId>{left.zoneId, lower.zoneId}));
    QCOMPARE(zones.entered(standing(0.9, 0.9)), (QList<ZoneId>{lower.zoneId}));
}

void ZoneSetTest::motionIsMeasuredInTheZone()
{
    const Zone left = zone(Zone::Kind::Include, leftHalf);
    auto condition = parsed({{u"motion"_s, QJsonObject{{u"threshold"_s, 0.05}, {u"zone"_s, left.zoneId.toString()}}}});
    const ZoneSet zones({left});
    QVERIFY(!condition.judge(observation(zones, {standing(0.2, 0.9), standing(0.9, 0.9)})).met);
    const Verdict two = condition.judge(observation(zones, {standing(0.1, 0.9), standing(0.4, 0.9)}));
    QVERIFY(two.met);
    QCOMPARE(two.regions.size(), 2);
    QCOMPARE(two.reason[u"motion"_s][u"measured"_s][u"area"_s].toDouble(), 0.06);
}

void ZoneSetTest::negatedUnknownIsNotMet()
{
    const Observation seen = observation({}, {});
    const QJsonObject face{{u"face"_s, QJsonObject()}};
    const QJsonObject object{{u"object"_s, QJsonObject{{u"labels"_s, QJsonArray{u"dog"_s}}}}};
    QVERIFY(!parsed(face).judge(seen).met);
    QVERIFY(!parsed({{u"not"_s, face}}).judge(seen).met);
    QVERIFY(!parsed({{u"not"_s, QJsonObject{{u"any"_s, QJsonArray{object, face}}}}}).judge(seen).met);
    QVERIFY(parsed(object).judge(seen).reason[u"object"_s][u"unavailable"_s].toBool());
    QCOMPARE(parsed(object).namesAboutObjects(), QStringList{u"object"_s});
    QVERIFY(parsed(face).namesAboutObjects().isEmpty());
}

void ZoneSetTest::facesAreCounted()
{
    Observation seen = observation({}, {});
    seen.faces =
        QList<SeenFace>{{{0.1, 0.1, 0.1, 0.2}, 0.9, u"happy"_s, 0.8}, {{0.5, 0.1, 0.1, 0.2}, 0.75, u"sad"_s, 0.6}};
    const auto met = [&](const QJsonObject &fields) { return parsed({{u"face"_s, fields}}).judge(seen).met; };
    QVERIFY(met({}));
    QVERIFY(met({{u"count"_s, 2}}));
    QVERIFY(!met({{u"count"_s, 3}}));
    QVERIFY(!met({{u"count"_s, 2}, {u"score"_s, 0.8}}));
    QVERIFY(met({{u"emotion"_s, u"sad"_s}}));
    QVERIFY(!met({{u"emotion"_s, u"angry"_s}}));
    QCOMPARE(parsed({{u"face"_s, QJsonObject()}}).judge(seen).label, u"face"_s);
}

QTEST_GUILESS_MAIN(ZoneSetTest)
#include "tst_zoneset.moc"
