// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/expect.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

using namespace Qt::StringLiterals;

namespace {
QJsonArray points(const QList<std::pair<double, double>> &corners)
{
    QJsonArray array;
    for (const auto &[x, y] : corners)
        array += QJsonObject{{u"x"_s, x}, {u"y"_s, y}};
    return array;
}

const QJsonArray door = points({{0.1, 0.1}, {0.4, 0.1}, {0.4, 0.9}, {0.1, 0.9}});
}

/// Zones in the pictures of cameras.
class TestZones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void zoneIsCreatedUpdatedAndDeleted();
    void lineHasTwoPoints();
    void invalidZonesAreRejected_data();
    void invalidZonesAreRejected();
    void deviceOfAZoneIsFixed();
    void otherAccountsZonesAreNotFound();
    void preconditionsAreChecked();
    void conditionsNeedLinesOrOutlines();
    void zoneInUseIsNotDeleted();
    void zoneInUseIsKnownInAnySpelling_data();
    void zoneInUseIsKnownInAnySpelling();

private:
    QJsonObject zone(const QJsonObject &more = {}) const;
    Answer draw(const QJsonObject &more = {}) const { return m_ada->post(u"/devices/zone"_s, zone(more)); }
    QString path(const QJsonObject &zone = {}) const
    {
        return u"/devices/%1/zones/%2"_s.arg(m_device, zone[u"zone_id"_s].toString());
    }

    std::unique_ptr<TestServer> m_server;
    TestAccount *m_ada = nullptr;
    QString m_device;
};

void TestZones::initTestCase()
{
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Door"_s)[u"device_id"_s].toString();
}

QJsonObject TestZones::zone(const QJsonObject &more) const
{
    QJsonObject json{
        {u"device_id"_s, m_device}, {u"name"_s, u"Door"_s}, {u"kind"_s, u"include"_s}, {u"polygon"_s, door}};
    for (auto field = more.begin(); field != more.end(); ++field)
        json[field.key()] = *field;
    return json;
}

void TestZones::zoneIsCreatedUpdatedAndDeleted()
{
    const Answer made = draw({{u"drawn_at"_s, u"2026-11-23T08:00:00.000Z"_s}});
    EXPECT_STATUS(made, 201);
    QVERIFY(made.json[u"zone_id"_s].toString().startsWith(u"zone_"_s));
    QCOMPARE(made.json[u"polygon"_s].toArray(), door);
    const QString one = path(made.json);
    QCOMPARE(m_ada->get(one).json, made.json);
    QCOMPARE(m_ada->get(u"/devices/%1/zones"_s.arg(m_device)).items().size(), 1);
    const Answer camera = m_ada->get(u"/devices/"_s + m_device);
    QCOMPARE(camera.json[u"zones"_s].toArray(), QJsonArray{made.json});
    // A zone is not among the settings that a change of the camera depends on, but a copy of the answer is outdated.
    const Answer renamed =
        m_ada->put(u"/devices/"_s + m_device, {{u"name"_s, u"Front"_s}}, {{"If-Match", camera.header("ETag")}});
    EXPECT_STATUS(renamed, 200);
    QCOMPARE(renamed.json[u"zones"_s].toArray(), QJsonArray{made.json});

    const Answer changed = m_ada->put(one, {{u"name"_s, u"Gate"_s}, {u"kind"_s, u"exclude"_s}});
    EXPECT_STATUS(changed, 200);
    QCOMPARE(changed.json[u"name"_s].toString(), u"Gate"_s);
    QCOMPARE(changed.json[u"kind"_s].toString(), u"exclude"_s);
    QCOMPARE(changed.json[u"polygon"_s].toArray(), door);

    EXPECT_STATUS(m_ada->del(one), 204);
    EXPECT_STATUS(m_ada->get(one), 404);
    EXPECT_STATUS(m_ada->del(one), 404);
}

void TestZones::lineHasTwoPoints()
{
    EXPECT_STATUS(draw({{u"kind"_s, u"line"_s}, {u"polygon"_s, points({{0, 0.5}, {1, 0.5}})}}), 201);
    EXPECT_INVALID(draw({{u"kind"_s, u"line"_s}}), "/polygon too_long");
    EXPECT_INVALID(draw({{u"kind"_s, u"line"_s}, {u"polygon"_s, points({{0, 0.5}, {0, 0.5}})}}), "/polygon too_small");
}

void TestZones::invalidZonesAreRejected_data()
{
    QTest::addColumn<QJsonObject>("more");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QString &field, const QJsonValue &value, const QString &error) {
        QTest::newRow(name) << QJsonObject{{field, value}} << error;
    };
    const QString polygon = u"polygon"_s;
    row("of two corners", polygon, points({{0, 0}, {1, 1}}), u"/polygon too_short"_s);
    QJsonArray many;
    for (int i = 0; i < 21; ++i)
        many += QJsonObject{{u"x"_s, i / 21.0}, {u"y"_s, i % 2 ? 0.9 : 0.1}};
    row("of 21 corners", polygon, many, u"/polygon too_long"_s);
    row("a bow tie", polygon, points({{0, 0}, {1, 1}, {1, 0}, {0, 1}}), u"/polygon crosses_itself"_s);
    row("a corner twice", polygon, points({{0, 0}, {1, 0}, {0, 0}, {0, 1}}), u"/polygon crosses_itself"_s);
    row("flat", polygon, points({{0, 0}, {0.5, 0.5}, {1, 1}}), u"/polygon too_small"_s);
    row("beyond the picture", polygon, points({{0, 0}, {1.5, 0}, {1, 1}}), u"/polygon/1/x too_large"_s);
    row("before the picture", polygon, points({{0, -0.1}, {1, 0}, {1, 1}}), u"/polygon/0/y too_small"_s);
    row("of numbers", polygon, QJsonArray{1, 2, 3}, u"/polygon/0 wrong_type"_s);
    row("without a name", u"name"_s, u""_s, u"/name too_short"_s);
    row("of another kind", u"kind"_s, u"circle"_s, u"/kind not_allowed"_s);
    row("of a picture to come", u"drawn_at"_s, u"2100-01-01T00:00:00Z"_s, u"/drawn_at too_large"_s);
    row("from nobody's mark", u"drawn_from"_s, u"mark_00000000000000000000000009"_s, u"/drawn_from not_found"_s);
    row("with something else", u"colour"_s, u"red"_s, u"/colour unknown"_s);
}

void TestZones::invalidZonesAreRejected()
{
    QFETCH(const QJsonObject, more);
    QFETCH(const QString, error);
    const Answer answer = draw(more);
    EXPECT_PROBLEM(answer, 422, "invalid");
    QVERIFY2(answer.errors().contains(error), answer.text().constData());
}

void TestZones::deviceOfAZoneIsFixed()
{
    const QJsonObject made = draw().json;
    const QString other = m_ada->addDevice(u"Other"_s)[u"device_id"_s].toString();
    EXPECT_INVALID(m_ada->put(path(made), {{u"device_id"_s, other}}), "/device_id not_allowed");
    EXPECT_STATUS(m_ada->get(u"/devices/%1/zones/%2"_s.arg(other, made[u"zone_id"_s].toString())), 404);
}

void TestZones::otherAccountsZonesAreNotFound()
{
    const TestAccount &bea = m_server->account(u"bea"_s);
    const QJsonObject made = draw().json;
    EXPECT_STATUS(bea.get(u"/devices/%1/zones"_s.arg(m_device)), 404);
    EXPECT_STATUS(bea.get(path(made)), 404);
    EXPECT_STATUS(bea.put(path(made), {{u"name"_s, u"Mine"_s}}), 404);
    EXPECT_STATUS(bea.del(path(made)), 404);
    EXPECT_STATUS(bea.post(u"/devices/zone"_s, zone()), 404);
    // The path with a device of her own does not help either.
    const QString theirs = bea.addDevice(u"Gate"_s)[u"device_id"_s].toString();
    EXPECT_STATUS(bea.get(u"/devices/%1/zones/%2"_s.arg(theirs, made[u"zone_id"_s].toString())), 404);
    EXPECT_STATUS(m_server->staff(u"support"_s).get(path(made)), 200);
}

void TestZones::preconditionsAreChecked()
{
    const QJsonObject made = draw().json;
    const QByteArray tag = m_ada->get(path(made)).header("ETag");
    EXPECT_STATUS(m_ada->put(path(made), {{u"name"_s, u"First"_s}}, {{"If-Match", tag}}), 200);
    EXPECT_STATUS(m_ada->put(path(made), {{u"name"_s, u"Second"_s}}, {{"If-Match", tag}}), 412);
    EXPECT_STATUS(m_ada->del(path(made), {}, {{"If-Match", tag}}), 412);
}

/// A condition would silently watch the first edge of an outline, or nothing at all of a line.
void TestZones::conditionsNeedLinesOrOutlines()
{
    const QJsonValue outline = draw().json[u"zone_id"_s];
    const Answer line = draw({{u"kind"_s, u"line"_s}, {u"polygon"_s, points({{0, 0.5}, {1, 0.5}})}});
    const auto mode = [&](const QString &leaf, const QJsonValue &zone) {
        const QJsonObject fields{{u"zone"_s, zone}};
        return m_ada->post(u"/device-modes"_s,
                           {{u"name"_s, u"Rule"_s}, {u"conditions"_s, QJsonObject{{leaf, fields}}}});
    };
    EXPECT_INVALID(mode(u"line"_s, outline), "/conditions/line/zone not_allowed");
    EXPECT_INVALID(mode(u"motion"_s, line.json[u"zone_id"_s]), "/conditions/motion/zone not_allowed");
    EXPECT_STATUS(mode(u"line"_s, line.json[u"zone_id"_s]), 201);
    const QJsonObject outlined{{u"kind"_s, u"include"_s}, {u"polygon"_s, door}};
    EXPECT_PROBLEM(m_ada->put(path(line.json), outlined), 409, "zone_in_use");
    EXPECT_STATUS(m_ada->put(path(line.json), {{u"name"_s, u"Doorstep"_s}}), 200);
}

void TestZones::zoneInUseIsNotDeleted()
{
    const QJsonObject made = draw().json;
    const QJsonObject motion{{u"zone"_s, made[u"zone_id"_s]}};
    const Answer mode = m_ada->post(
        u"/device-modes"_s, {{u"name"_s, u"At the door"_s}, {u"conditions"_s, QJsonObject{{u"motion"_s, motion}}}});
    EXPECT_STATUS(mode, 201);
    const Answer refused = m_ada->del(path(made));
    EXPECT_PROBLEM(refused, 409, "zone_in_use");
    QCOMPARE(refused.json[u"modes"_s].toArray(), QJsonArray{mode.json[u"devicemode_id"_s]});
    EXPECT_STATUS(m_ada->del(u"/device-modes/"_s + mode.json[u"devicemode_id"_s].toString()), 204);
    EXPECT_STATUS(m_ada->del(path(made)), 204);
}

void TestZones::zoneInUseIsKnownInAnySpelling_data()
{
    QTest::addColumn<bool>("upper");
    QTest::addColumn<bool>("letters");
    QTest::addColumn<bool>("storedAsSent");
    QTest::newRow("as written") << false << false << false;
    QTest::newRow("upper case") << true << false << false;
    QTest::newRow("letters for digits") << false << true << false;
    QTest::newRow("both") << true << true << false;
    QTest::newRow("upper case, as an earlier version stored it") << true << false << true;
    QTest::newRow("letters for digits, as an earlier version stored them") << false << true << true;
}

/// The alphabet of IDs has two cases, and letters that look like digits.
void TestZones::zoneInUseIsKnownInAnySpelling()
{
    QFETCH(const bool, upper);
    QFETCH(const bool, letters);
    QFETCH(const bool, storedAsSent);
    const QJsonObject made = draw().json;
    const QString id = made[u"zone_id"_s].toString();
    QString sent = id;
    if (letters)
        sent = id.first(5) + id.sliced(5).replace(u'0', u'o').replace(u'1', u'l');
    if (upper)
        sent = sent.toUpper();
    const QJsonObject loiter{{u"zone"_s, sent}, {u"longer_than"_s, 5}};
    const Answer mode = m_ada->post(
        u"/device-modes"_s, {{u"name"_s, u"At the door"_s}, {u"conditions"_s, QJsonObject{{u"loiter"_s, loiter}}}});
    EXPECT_STATUS(mode, 201);
    QCOMPARE(mode.json[u"conditions"_s][u"loiter"_s][u"zone"_s].toString(), id);
    if (storedAsSent)
        m_server->sql(u"UPDATE device_mode SET conditions = replace(conditions, '%1', '%2')"_s.arg(id, sent));

    EXPECT_PROBLEM(m_ada->del(path(made)), 409, "zone_in_use");
    const QJsonObject line{{u"kind"_s, u"line"_s}, {u"polygon"_s, points({{0, 0.5}, {1, 0.5}})}};
    EXPECT_PROBLEM(m_ada->put(path(made), line), 409, "zone_in_use");
    const QString one = u"/device-modes/"_s + mode.json[u"devicemode_id"_s].toString();
    EXPECT_STATUS(m_ada->put(one, {{u"name"_s, u"Renamed"_s}}), 200);
    const Answer again = m_ada->put(one, {{u"conditions"_s, QJsonObject{{u"loiter"_s, loiter}}}});
    EXPECT_STATUS(again, 200);
    EXPECT_STATUS(m_ada->del(one), 204);
    EXPECT_STATUS(m_ada->del(path(made)), 204);
}

QTEST_GUILESS_MAIN(TestZones)
#include "tst_zones.moc"
