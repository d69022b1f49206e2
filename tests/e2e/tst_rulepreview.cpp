// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/observationfixture.h"
#include "tests/api/recordingfixture.h"
#include "tests/e2e/portaltest.h"
#include "tests/support/cameraprocess.h"

using namespace Qt::StringLiterals;

/// Edits and restores rules, tries them on the last day, and has objects looked for that no rule asks for.
class RulePreviewTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looksForObjectsBeforeARuleAsksForThem();
    void theCameraEndsItAgain();
    void triesNestedConditions();
    void editsNestedConditions();
    void restoresAnEarlierVersion();
    void previewFollowsTheRule();

private:
    QString settings() const { return u"/devices/%1/analysis-settings"_s.arg(m_device); }
    bool focus(const QString &name) const;

    std::unique_ptr<CameraProcess> m_camera;
    const TestAccount *m_ada = nullptr;
    QString m_device;
    QJsonObject m_nested; ///< the conditions that an app has set
    QString m_nestedMode;
};

void RulePreviewTest::initTestCase()
{
    m_camera = std::make_unique<CameraProcess>();
    QVERIFY(!m_camera->url().isEmpty());
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    m_device = m_ada->addDevice(u"Front"_s, {{u"source_url"_s, m_camera->url().toString()}})[u"device_id"_s].toString();
    const QJsonObject people{{u"object"_s, QJsonObject{{u"labels"_s, QJsonArray{u"person"_s}}}}};
    QCOMPARE(m_ada->post(u"/device-modes"_s, {{u"name"_s, u"Visitors"_s}, {u"conditions"_s, people}}).status, 201);
    const QDateTime start = QDateTime::currentDateTimeUtc().addSecs(-7200);
    ObservationFixture::observe(*m_server, m_device, start, {{5, 0.02}, {20, 0.02}, {40, 0.002}, {50, 0.0012}});
    RecordingFixture::record(*m_server, EncodedVideo::of(10), {m_device, start.toMSecsSinceEpoch() + 300'000});
    QVERIFY(openPortal(m_ada->email()));
    STEP(waitFor(u"modesEntry"_s));
}

bool RulePreviewTest::focus(const QString &name) const
{
    auto *item = m_driver->waitFor(name);
    if (item)
        item->forceActiveFocus(Qt::TabFocusReason);
    return item && item->hasActiveFocus();
}

/// The rule is saved, and applied to no camera.
void RulePreviewTest::looksForObjectsBeforeARuleAsksForThem()
{
    m_driver->window()->resize(1440, 900);
    STEP(click(u"modesEntry"_s));
    STEP(click(u"modeEntry1"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"previewNote"_s).startsWith(u"No objects were looked for at Front"_s),
                             patience);
    m_driver->keep(u"mode-without-objects"_s);
    STEP(click(u"alwaysObjectsButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"previewNote"_s),
                              u"Objects are looked for at Front from now on. Try the rule again later."_s, patience);
    QVERIFY(!m_driver->find(u"alwaysObjectsButton"_s));
    QCOMPARE(m_ada->get(settings()).json[u"objects"_s], u"always"_s);
}

void RulePreviewTest::theCameraEndsItAgain()
{
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"cameraTile0"_s));
    STEP(click(u"cameraSettingsButton"_s));
    STEP(click(u"settingsTab1"_s));
    STEP(waitUntil(u"alwaysObjectsBox"_s, "checked"));
    QVERIFY(focus(u"alwaysObjectsBox"_s));
    m_driver->keep(u"camera-objects"_s);
    m_driver->press(Qt::Key_Space);
    QTRY_COMPARE(m_driver->text(u"unsavedLabel"_s), u"1 unsaved change"_s);
    STEP(click(u"saveSettingsButton"_s));
    STEP(waitUntilGone(u"saveSettingsButton"_s));
    QCOMPARE(m_ada->get(settings()).json[u"objects"_s], u"by_mode"_s);
}

/// An app has set nested conditions.
void RulePreviewTest::triesNestedConditions()
{
    const auto motion = [](double threshold) {
        return QJsonObject{{u"motion"_s, QJsonObject{{u"threshold"_s, threshold}}}};
    };
    const QJsonObject covered{{u"signal"_s, QJsonObject{{u"covered"_s, true}}}};
    const QJsonObject much{{u"all"_s, QJsonArray{motion(0.003), QJsonObject{{u"not"_s, covered}}}}};
    const QJsonObject flagged{{u"signal"_s, QJsonObject{{u"lost"_s, false}, {u"covered"_s, true}}}};
    m_nested = {{u"any"_s, QJsonArray{much, QJsonObject{{u"all"_s, QJsonArray{flagged, motion(0.1)}}}}}};
    const Answer added = m_ada->post(u"/device-modes"_s, {{u"name"_s, u"Nested"_s}, {u"conditions"_s, m_nested}});
    QCOMPARE(added.status, 201);
    m_nestedMode = added.json[u"devicemode_id"_s].toString();
    STEP(click(u"modesEntry"_s));
    STEP(click(u"modeEntry2"_s));
    QTRY_VERIFY(
        m_driver->text(u"sentenceLabel"_s)
            .startsWith(u"When (motion is detected and not (the camera is covered)) or (the camera is covered and "
                        "motion is detected) for 0.5 s"_s));
    QCOMPARE(m_driver->property(u"groupJoint0"_s, "value").toString(), u"any"_s);
    QCOMPARE(m_driver->property(u"groupJoint1"_s, "value").toString(), u"all"_s);
    QCOMPARE(m_driver->property(u"clauseKind1"_s, "value").toString(), u"covered"_s);
    QVERIFY(m_driver->find(u"clauseNot1"_s)); // only this one is negated
    QVERIFY(!m_driver->find(u"clauseNot2"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"previewCount_marks"_s), u"2"_s, patience);
    QCOMPARE(m_driver->text(u"limitLabel"_s), u"0.30%"_s); // of the first condition
    QTRY_VERIFY(m_driver->property(u"previewRow0"_s, "why").toString().endsWith(u"Not met: the camera is covered"_s));
    m_driver->keep(u"mode-nested"_s);
    STEP(click(u"previewNear"_s));
    QTRY_VERIFY(m_driver->property(u"previewRow0"_s, "why").toString().startsWith(u"motion is detected: "_s));
    m_driver->keep(u"mode-nested-near"_s);
    for (const Look &look : {Look{u"zh_CN"_s, Portal::ColorScheme::Dark, QSize(1024, 860)},
                             Look{u"ar"_s, Portal::ColorScheme::Light, QSize(1920, 1080)}}) {
        STEP(apply(look));
        m_driver->keep(u"mode-nested-%1"_s.arg(look.language));
    }
    STEP(apply({.size = QSize(1440, 900)}));
}

/// Adds a condition to the first inner group by mouse, and another one by keyboard. What is not touched stays as the
/// app has set it.
void RulePreviewTest::editsNestedConditions()
{
    STEP(click(u"addClauseButton"_s));
    STEP(waitUntil(u"clauseKind2"_s, "activeFocus"));
    STEP(pick(u"clauseKind2"_s, 3)); // the stream is lost
    QTRY_VERIFY(
        m_driver->text(u"sentenceLabel"_s)
            .startsWith(u"When (motion is detected and not (the camera is covered) and the stream is lost) or"_s));
    // From the new condition, Tab leads by its buttons to the end of its group.
    for (int i = 0; i < 3; ++i)
        m_driver->press(Qt::Key_Tab);
    QTRY_VERIFY(m_driver->property(u"addClauseButton"_s, "activeFocus").toBool());
    m_driver->press(Qt::Key_Space);
    STEP(waitUntil(u"clauseKind3"_s, "activeFocus"));
    QTRY_COMPARE(m_driver->text(u"limitLabel"_s), u"0.50%"_s); // the slider follows the focus
    // It must not be met, says its menu.
    QVERIFY(focus(u"moreClause3"_s));
    m_driver->press(Qt::Key_Return);
    STEP(waitUntil(u"negateItem"_s, "enabled"));
    m_driver->keep(u"mode-nested-menu"_s);
    m_driver->press(Qt::Key_Down);
    STEP(waitUntil(u"negateItem"_s, "highlighted"));
    m_driver->press(Qt::Key_Return);
    STEP(waitFor(u"clauseNot3"_s));
    STEP(waitUntil(u"clauseKind3"_s, "activeFocus"));
    m_driver->keep(u"mode-nested-edited"_s);
    STEP(click(u"saveModeButton"_s));
    STEP(waitFor(u"modeEntry2"_s));
    const QJsonObject motion{{u"motion"_s, QJsonObject{{u"threshold"_s, 0.005}, {u"min_area"_s, 0.002}}}};
    const QJsonObject before = m_nested;
    QJsonArray first = before[u"any"_s][0][u"all"_s].toArray();
    first += QJsonObject{{u"signal"_s, QJsonObject{{u"lost"_s, true}}}};
    first += QJsonObject{{u"not"_s, motion}};
    const QJsonArray expected{QJsonObject{{u"all"_s, first}}, before[u"any"_s][1]};
    const Answer saved = m_ada->get(u"/device-modes/"_s + m_nestedMode);
    QCOMPARE(saved.json[u"conditions"_s].toObject(), (QJsonObject{{u"any"_s, expected}}));
}

/// What an app has changed since is restored as well, though the page has no control for it.
void RulePreviewTest::restoresAnEarlierVersion()
{
    const QString path = u"/device-modes/"_s + m_nestedMode;
    QCOMPARE(m_ada->put(path, {{u"cooldown"_s, 30}, {u"max_duration"_s, 90}}).status, 200);
    STEP(click(u"modeEntry2"_s));
    STEP(click(u"modeVersionsButton"_s));
    STEP(waitFor(u"restoreVersion2"_s));
    QCOMPARE(m_driver->text(u"versionChanges0"_s),
             u"Wait until the next mark: 30 s (before: 10 s)\nSettings that only apps can change"_s);
    QVERIFY(m_driver->text(u"versionChanges1"_s).startsWith(u"Conditions: (motion is detected and not (the"_s));
    QCOMPARE(m_driver->text(u"versionChanges2"_s), u"Created"_s);
    m_driver->keep(u"mode-versions"_s);
    STEP(click(u"restoreVersion2"_s));
    STEP(waitUntilGone(u"clauseKind4"_s));
    QVERIFY(m_ada->get(path).json[u"conditions"_s].toObject() != m_nested); // until it is saved
    STEP(click(u"saveModeButton"_s));
    STEP(waitFor(u"modeEntry2"_s));
    const Answer restored = m_ada->get(path);
    QCOMPARE(restored.json[u"version"_s], 4);
    QCOMPARE(restored.json[u"conditions"_s].toObject(), m_nested);
    QCOMPARE(restored.json[u"cooldown"_s], 10);
    QCOMPARE(restored.json[u"max_duration"_s], 40);
}

/// A rule is tried on the last day while it is edited.
void RulePreviewTest::previewFollowsTheRule()
{
    m_driver->window()->resize(1440, 900);
    STEP(click(u"modesEntry"_s));
    STEP(click(u"newModeButton"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"previewCount_marks"_s), u"2"_s, patience);
    QCOMPARE(m_driver->text(u"previewCount_new"_s), u"+2"_s);
    STEP(waitFor(u"previewRow1"_s));
    m_driver->keep(u"mode-preview"_s);
    QVERIFY(focus(u"limitSlider"_s));
    for (int i = 0; i < 9; ++i) // less motion is enough
        m_driver->press(Qt::Key_Left);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver->text(u"previewCount_marks"_s), u"3"_s, patience);
    STEP(click(u"previewNear"_s));
    STEP(waitFor(u"previewRow0"_s));
    m_driver->keep(u"mode-preview-near"_s);
    STEP(apply(Look{u"zh_CN"_s, Portal::ColorScheme::Dark, QSize(1440, 900)}));
    m_driver->keep(u"mode-preview-zh_CN"_s);
}

int main(int argc, char *argv[]) { return runPortalTest<RulePreviewTest>(argc, argv); }
#include "tst_rulepreview.moc"
