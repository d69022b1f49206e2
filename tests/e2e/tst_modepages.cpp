// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"
#include "tests/support/cameraprocess.h"

using namespace Qt::StringLiterals;

/// Draws zones on a camera's live picture, by mouse and by keyboard, and edits a rule that uses one of them.
class ModePagesTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsAZone();
    void dragsACorner();
    void addsAZoneByKeyboard();
    void rejectsACrossingOutline();
    void createsARule();
    void appliesTheRuleToACamera();
    void keepsAZoneThatARuleUses();
    void looksRight_data();
    void looksRight();
    void deletesARule();
    void createsARuleAboutObjects();

private:
    QPoint onPicture(double x, double y) const;
    void clickAt(double x, double y) const;
    QJsonArray zones() const;
    QJsonObject mode(const QString &name) const;
    bool focus(const QString &name) const;
    bool showZones();

    std::unique_ptr<CameraProcess> m_camera;
    const TestAccount *m_ada = nullptr;
    QString m_device;
};

void ModePagesTest::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Front"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();

    QVERIFY(openPortal(m_ada->email()));
    STEP(waitFor(u"modesEntry"_s));
}

QPoint ModePagesTest::onPicture(double x, double y) const
{
    const auto *surface = m_driver->find(u"zoneSurface"_s);
    return surface ? surface->mapToScene(QPointF(x * surface->width(), y * surface->height())).toPoint() : QPoint();
}

void ModePagesTest::clickAt(double x, double y) const
{
    QTest::mouseClick(m_driver->window(), Qt::LeftButton, {}, onPicture(x, y));
}

QJsonArray ModePagesTest::zones() const
{
    return m_ada->get(u"/devices/%1/zones"_s.arg(m_device)).json[u"items"_s].toArray();
}

QJsonObject ModePagesTest::mode(const QString &name) const
{
    const Answer answer = m_ada->get(u"/device-modes/account/"_s + m_ada->accountId());
    for (const QJsonValue &each : answer.json[u"items"_s].toArray()) {
        if (each[u"name"_s] == name)
            return each.toObject();
    }
    return {};
}

bool ModePagesTest::focus(const QString &name) const
{
    auto *item = m_driver->waitFor(name);
    if (item)
        item->forceActiveFocus(Qt::TabFocusReason);
    return item && item->hasActiveFocus();
}

bool ModePagesTest::showZones()
{
    return m_driver->click(u"camerasEntry"_s) && m_driver->click(u"cameraTile0"_s) && m_driver->click(u"zonesButton"_s)
        && m_driver->waitUntil(u"zonePicture"_s, "hasPicture");
}

void ModePagesTest::drawsAZone()
{
    QVERIFY(showZones());
    m_driver->keep(u"zones-empty"_s);
    STEP(click(u"newZoneButton"_s));
    STEP(type(u"zoneNameField"_s, u"Door"_s));
    QVERIFY(!m_driver->property(u"saveZoneButton"_s, "enabled").toBool());
    for (const QPointF &corner : {QPointF(0.2, 0.3), QPointF(0.8, 0.3), QPointF(0.8, 0.9), QPointF(0.2, 0.9)})
        clickAt(corner.x(), corner.y());
    STEP(waitUntil(u"saveZoneButton"_s, "enabled"));
    m_driver->keep(u"zones-drawn"_s);
    STEP(click(u"saveZoneButton"_s));
    STEP(waitFor(u"editZone0"_s));
    m_driver->keep(u"zones-list"_s);
    const QJsonObject zone = zones()[0].toObject();
    QCOMPARE(zone[u"name"_s], u"Door"_s);
    QCOMPARE(zone[u"kind"_s], u"include"_s);
    QCOMPARE(zone[u"polygon"_s].toArray().size(), 4);
    QVERIFY(std::abs(zone[u"polygon"_s][2][u"x"_s].toDouble() - 0.8) < 0.01);
    QVERIFY(std::abs(zone[u"polygon"_s][2][u"y"_s].toDouble() - 0.9) < 0.01);
}

void ModePagesTest::dragsACorner()
{
    STEP(click(u"editZone0"_s));
    STEP(waitFor(u"zoneCorner3"_s));
    QTest::mousePress(m_driver->window(), Qt::LeftButton, {}, onPicture(0.2, 0.3));
    QTest::mouseMove(m_driver->window(), onPicture(0.3, 0.4));
    QTest::mouseMove(m_driver->window(), onPicture(0.4, 0.5));
    QTest::mouseRelease(m_driver->window(), Qt::LeftButton, {}, onPicture(0.4, 0.5));
    STEP(click(u"saveZoneButton"_s));
    STEP(waitUntil(u"editZone0"_s, "enabled"));
    const QJsonArray polygon = zones()[0][u"polygon"_s].toArray();
    QVERIFY(std::abs(polygon[0][u"x"_s].toDouble() - 0.4) < 0.01);
    QVERIFY(std::abs(polygon[0][u"y"_s].toDouble() - 0.5) < 0.01);
}

void ModePagesTest::addsAZoneByKeyboard()
{
    STEP(click(u"newZoneButton"_s));
    STEP(type(u"zoneNameField"_s, u"Tree"_s));
    QVERIFY(focus(u"excludeKind"_s));
    m_driver->press(Qt::Key_Space);
    QVERIFY(focus(u"startShapeButton"_s));
    m_driver->press(Qt::Key_Space);
    QVERIFY(focus(u"zoneCorner0"_s));
    m_driver->press(Qt::Key_Left, Qt::ShiftModifier);
    m_driver->press(Qt::Key_Down);
    m_driver->press(Qt::Key_Insert);
    QTRY_VERIFY(m_driver->property(u"zoneCorner1"_s, "activeFocus").toBool());
    QVERIFY(focus(u"zoneCorner4"_s));
    m_driver->press(Qt::Key_Delete);
    STEP(waitUntilGone(u"zoneCorner4"_s));
    m_driver->keep(u"zones-keyboard"_s);
    QVERIFY(focus(u"saveZoneButton"_s));
    m_driver->press(Qt::Key_Space);
    STEP(waitFor(u"editZone1"_s));
    const QJsonObject zone = zones()[1].toObject();
    QCOMPARE(zone[u"kind"_s], u"exclude"_s);
    QCOMPARE(zone[u"polygon"_s].toArray().size(), 4);
    QCOMPARE(zone[u"polygon"_s][0], QJsonValue(QJsonObject{{u"x"_s, 0.2}, {u"y"_s, 0.26}}));
}

void ModePagesTest::rejectsACrossingOutline()
{
    STEP(click(u"newZoneButton"_s));
    STEP(type(u"zoneNameField"_s, u"Bow"_s));
    for (const QPointF &corner : {QPointF(0.1, 0.1), QPointF(0.5, 0.6), QPointF(0.5, 0.1), QPointF(0.1, 0.6)})
        clickAt(corner.x(), corner.y());
    STEP(click(u"saveZoneButton"_s));
    STEP(waitFor(u"errorText"_s));
    QCOMPARE(m_driver->text(u"errorText"_s), u"The outline crosses itself."_s);
    m_driver->keep(u"zones-crossed"_s);
    STEP(click(u"cancelZoneButton"_s));
    STEP(waitUntilGone(u"errorText"_s));
    QCOMPARE(zones().size(), 2);
}

void ModePagesTest::createsARule()
{
    STEP(click(u"modesEntry"_s));
    STEP(waitFor(u"modeEntry0"_s));
    STEP(click(u"newModeButton"_s));
    STEP(type(u"modeNameField"_s, u"Night watch"_s));
    QTRY_COMPARE(m_driver->property(u"clauseZone0"_s, "count").toInt(), 2); // zones to ignore are not offered
    STEP(pick(u"clauseZone0"_s, 1));
    STEP(pick(u"clauseArea0"_s, 3)); // at least 1% of the image
    STEP(type(u"minDurationField"_s, u"2"_s));
    STEP(type(u"mergeGapField"_s, u"4"_s));
    STEP(type(u"maxPerHourField"_s, u"0.5"_s)); // must be a whole number
    QTRY_VERIFY(!m_driver->property(u"saveModeButton"_s, "enabled").toBool());
    STEP(type(u"maxPerHourField"_s, u"6"_s));
    STEP(type(u"preRollField"_s, u"61"_s)); // longer than the server keeps
    QTRY_VERIFY(!m_driver->property(u"saveModeButton"_s, "enabled").toBool());
    STEP(type(u"preRollField"_s, u"8"_s));
    STEP(pick(u"captureModeBox"_s, 3)); // on mark
    STEP(pick(u"cooldownPerBox"_s, 1));
    m_driver->keep(u"mode-actions"_s);
    STEP(click(u"timesChoice"_s));
    STEP(click(u"span0-sat"_s));
    STEP(click(u"span0-sun"_s));
    QTRY_COMPARE(m_driver->text(u"sentenceLabel"_s),
                 u"When motion is detected in Door for 2 s on weekdays %1–%2, create a mark, then wait 10 s."_s.arg(
                     QLocale().toString(QTime(18, 0), QLocale::ShortFormat),
                     QLocale().toString(QTime(6, 0), QLocale::ShortFormat)));
    m_driver->keep(u"mode-new"_s);
    STEP(type(u"spanFrom0"_s, u"25:00"_s));
    QTRY_VERIFY(!m_driver->property(u"saveModeButton"_s, "enabled").toBool());
    STEP(type(u"spanFrom0"_s, u"19:30"_s));
    STEP(click(u"addSpanButton"_s));
    STEP(click(u"span1-mon"_s));
    STEP(type(u"spanTo1"_s, u"24:00"_s));
    STEP(click(u"addExceptionButton"_s));
    QTRY_VERIFY(m_driver->text(u"sentenceLabel"_s).contains(u" and on Tue, Wed, Thu, Fri, Sat, Sun "_s));
    QVERIFY(m_driver->text(u"sentenceLabel"_s).contains(u"–24:00, except on "_s));
    m_driver->keep(u"mode-schedule"_s);
    STEP(click(u"addClauseButton"_s));
    STEP(pick(u"clauseKind1"_s, 2));
    QTRY_VERIFY(
        m_driver->text(u"sentenceLabel"_s).startsWith(u"When motion is detected in Door or the camera is covered"_s));
    m_driver->keep(u"mode-two"_s);
    STEP(click(u"saveModeButton"_s));
    STEP(waitFor(u"modeEntry1"_s));
    m_driver->keep(u"modes"_s);

    const QJsonObject made = mode(u"Night watch"_s);
    const QJsonArray parts = made[u"conditions"_s][u"any"_s].toArray();
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0][u"motion"_s][u"zone"_s], zones()[0][u"zone_id"_s]);
    QCOMPARE(parts[0][u"motion"_s][u"min_area"_s], 0.01);
    QCOMPARE(parts[1][u"signal"_s][u"covered"_s], true);
    QCOMPARE(made[u"min_duration"_s], 2);
    QCOMPARE(made[u"merge_gap"_s], 4);
    QCOMPARE(made[u"max_per_hour"_s], 6);
    QCOMPARE(made[u"cooldown_per"_s], u"device"_s);
    QCOMPARE(made[u"actions"_s][u"clip"_s], (QJsonObject{{u"pre_roll"_s, 8}}));
    QCOMPARE(made[u"actions"_s][u"capture_mode"_s], u"on_mark"_s);
    const QJsonArray spans = made[u"schedule"_s][u"weekly"_s].toArray();
    QCOMPARE(spans.size(), 2);
    QCOMPARE(spans[0][u"from"_s], u"19:30"_s);
    QCOMPARE(spans[0][u"days"_s].toArray(), (QJsonArray{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s}));
    QCOMPARE(spans[1][u"to"_s], u"24:00"_s);
    QCOMPARE(spans[1][u"days"_s].toArray().size(), 6);
    QCOMPARE(made[u"schedule"_s][u"exceptions"_s].toArray().size(), 1);
}

void ModePagesTest::appliesTheRuleToACamera()
{
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"cameraTile0"_s));
    STEP(waitUntil(u"modeBox"_s, "enabled"));
    STEP(pick(u"modeBox"_s, 2));
    const QString wanted = mode(u"Night watch"_s)[u"devicemode_id"_s].toString();
    const auto watchedFor = [this] {
        return m_ada->get(u"/devices/"_s + m_device).json[u"devicemode_id"_s].toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(watchedFor(), wanted, patience);
    STEP(waitFor(u"modeSentence"_s));
    m_driver->keep(u"camera-mode"_s);
    STEP(pick(u"modeBox"_s, 0));
    QTRY_COMPARE_WITH_TIMEOUT(watchedFor(), QString(), patience);
    STEP(pick(u"modeBox"_s, 2));
    QTRY_COMPARE_WITH_TIMEOUT(watchedFor(), wanted, patience);
}

void ModePagesTest::keepsAZoneThatARuleUses()
{
    QVERIFY(showZones());
    STEP(click(u"editZone0"_s));
    STEP(click(u"deleteZoneButton"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitFor(u"errorText"_s));
    QCOMPARE(m_driver->text(u"errorText"_s), u"A rule uses this zone. Change the rule first."_s);
    STEP(click(u"cancelZoneButton"_s));
    STEP(click(u"editZone1"_s));
    STEP(click(u"deleteZoneButton"_s));
    STEP(click(u"confirmButton"_s));
    STEP(waitUntilGone(u"editZone1"_s));
    QTRY_COMPARE_WITH_TIMEOUT(zones().size(), 1, patience);
    m_driver->keep(u"zones-one"_s);
}

void ModePagesTest::looksRight_data()
{
    QTest::addColumn<Look>("look");
    QTest::newRow("zh_CN-dark") << Look{u"zh_CN"_s, Portal::ColorScheme::Dark, QSize(800, 600)};
    QTest::newRow("en-light") << Look{u"en"_s, Portal::ColorScheme::Light, QSize(800, 600)};
}

void ModePagesTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    QVERIFY(showZones());
    STEP(click(u"editZone0"_s));
    STEP(waitFor(u"zoneCorner3"_s));
    keepRow(u"zones-small"_s);
    STEP(click(u"modesEntry"_s));
    STEP(click(u"modeEntry1"_s));
    STEP(waitFor(u"clauseKind1"_s));
    keepRow(u"mode-small"_s);
    // The page shows the saved values.
    QCOMPARE(m_driver->text(u"modeNameField"_s), u"Night watch"_s);
    QCOMPARE(m_driver->text(u"spanFrom0"_s), QLocale().toString(QTime(19, 30), QLocale::ShortFormat));
}

void ModePagesTest::deletesARule()
{
    m_driver->window()->resize(1200, 860);
    STEP(click(u"removeModeButton"_s));
    STEP(waitUntil(u"confirmRemovalButton"_s, "enabled"));
    m_driver->keep(u"mode-remove"_s);
    STEP(click(u"confirmRemovalButton"_s));
    STEP(waitFor(u"modeEntry0"_s));
    STEP(waitUntilGone(u"modeEntry1"_s));
    QVERIFY(mode(u"Night watch"_s).isEmpty());
    QCOMPARE(m_ada->get(u"/devices/"_s + m_device).json[u"devicemode_id"_s], u"mode_00000000000000000000000001"_s);
    // Built-in rules are read-only.
    STEP(click(u"modeEntry0"_s));
    STEP(waitFor(u"sentenceLabel"_s));
    QVERIFY(!m_driver->find(u"saveModeButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"limitLabel"_s), u"0.015%"_s, patience);
    QVERIFY(qFuzzyCompare(std::pow(10, m_driver->property(u"limitSlider"_s, "value").toDouble()), 0.00015));
    m_driver->keep(u"mode-system"_s);
}

void ModePagesTest::createsARuleAboutObjects()
{
    STEP(click(u"modesEntry"_s));
    STEP(click(u"newModeButton"_s));
    STEP(type(u"modeNameField"_s, u"Visitors"_s));
    STEP(pick(u"clauseKind0"_s, 4));
    QTRY_VERIFY(m_driver->text(u"sentenceLabel"_s).startsWith(u"When a person is detected"_s));
    STEP(pick(u"clauseObject0"_s, 1));
    STEP(pick(u"clauseZone0"_s, 1));
    QTRY_VERIFY(m_driver->text(u"sentenceLabel"_s).startsWith(u"When a vehicle is detected in Door"_s));
    STEP(click(u"addClauseButton"_s));
    STEP(waitFor(u"clauseKind1"_s));
    STEP(pick(u"clauseKind1"_s, m_driver->property(u"clauseKind1"_s, "count").toInt() - 1));
    STEP(pick(u"clauseDuration1"_s, 2));
    QTRY_VERIFY(m_driver->text(u"sentenceLabel"_s).contains(u"or something stays in Door for 60 s"_s));
    m_driver->keep(u"mode-objects"_s);
    STEP(click(u"saveModeButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!mode(u"Visitors"_s).isEmpty(), patience);
    const QJsonArray parts = mode(u"Visitors"_s)[u"conditions"_s][u"any"_s].toArray();
    QVERIFY(parts[0][u"object"_s][u"labels"_s].toArray().contains(u"car"_s));
    QCOMPARE(parts[0][u"object"_s][u"zone"_s], zones()[0][u"zone_id"_s]);
    QCOMPARE(parts[1][u"loiter"_s][u"longer_than"_s], 60);
    QCOMPARE(parts[1][u"loiter"_s][u"zone"_s], zones()[0][u"zone_id"_s]);
}

int main(int argc, char *argv[]) { return runPortalTest<ModePagesTest>(argc, argv); }
#include "tst_modepages.moc"
