// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "server/cameras/ingest/mediahub.h"
#include "server/insight/marks/clipmaker.h"
#include "server/insight/vision/markactions.h"
#include "tests/server/insight/marks/marksfixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Clips of marks that cannot be made at once.
class TestMarkClips : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { MarksFixture::addEngines(); }
    void init();
    void aClipThatCannotBeMadeSaysWhy();
    void aClipIsNotAwaitedWhenTheClockWasSetBack();
    void aClipOnASharedFolderWaitsForTheOthers();
    void aClipThatAnotherServerMadeStays();
    void rollsAreExactToTheMillisecond();

private:
    DeviceMark stored(DeviceMarkId mark) { return *MarkStore(m_fixture->database).find(mark); }

    std::unique_ptr<MarksFixture> m_fixture;
    QTemporaryDir m_media;
};

void TestMarkClips::init()
{
    QFETCH_GLOBAL(QString, engine);
    m_fixture = std::make_unique<MarksFixture>(engine);
}

void TestMarkClips::aClipThatCannotBeMadeSaysWhy()
{
    const QDateTime now = Times::now();
    auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), now.addSecs(-30), [&](DeviceMark &made) {
        made.clip.wantedFrom = now.addSecs(-35);
        made.endedAt = now.addSecs(-20);
    });
    MediaHub hub({.directory = m_media.path()});
    ClipMaker::want(m_fixture->database, mark, std::chrono::seconds(5), u"here"_s);
    QCOMPARE(m_fixture->database.value("SELECT server FROM job WHERE kind = 'clip'").toString(), u"here"_s);
    MarkStore(m_fixture->database).update(mark);
    QCOMPARE(stored(mark.devicemarkId).clip.state, MarkClip::State::Pending);
    ClipMaker clips(m_fixture->database, m_fixture->events, hub, m_fixture->files, now.addSecs(-20));
    QVERIFY(clips.make(mark.devicemarkId) > now); // the camera may still deliver the missing part
    ClipMaker afterRestart(m_fixture->database, m_fixture->events, hub, m_fixture->files, now);
    QVERIFY(!afterRestart.make(mark.devicemarkId));
    const MarkClip clip = stored(mark.devicemarkId).clip;
    QCOMPARE(clip.state, MarkClip::State::Failed);
    QVERIFY(!clip.reason.isEmpty());
    QVERIFY(clip.url.isEmpty());
    QCOMPARE(clip.missing, (QList<TimeStretch>{{now.addSecs(-35), now.addSecs(-15)}}));
    QVERIFY(!afterRestart.make(mark.devicemarkId)); // a job may run twice
    QCOMPARE(m_fixture->eventTypes(), QStringList{u"mark.updated"_s});
}

void TestMarkClips::aClipIsNotAwaitedWhenTheClockWasSetBack()
{
    const QDateTime now = Times::now(); // ten minutes before the mark, by the clock as it is set now
    auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), now.addSecs(590), [&](DeviceMark &made) {
        made.clip.wantedFrom = now.addSecs(585);
        made.endedAt = now.addSecs(600);
    });
    MediaHub hub({.directory = m_media.path()});
    ClipMaker::want(m_fixture->database, mark, std::chrono::seconds(5), u"here"_s);
    MarkStore(m_fixture->database).update(mark);
    const qint64 due = m_fixture->database.value("SELECT due_at FROM job WHERE kind = 'clip'").toLongLong();
    QVERIFY(due <= Times::now().addSecs(5).toMSecsSinceEpoch());
    ClipMaker clips(m_fixture->database, m_fixture->events, hub, m_fixture->files, now);
    QVERIFY(!clips.make(mark.devicemarkId)); // fails at once, because nothing is recorded and nothing more will come
    QCOMPARE(stored(mark.devicemarkId).clip.state, MarkClip::State::Failed);
}

/// After its restart, a server does not make a clip at once, because another server may record the rest of it.
void TestMarkClips::aClipOnASharedFolderWaitsForTheOthers()
{
    const QDateTime now = Times::now();
    auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), now.addSecs(-30), [&](DeviceMark &made) {
        made.clip.wantedFrom = now.addSecs(-35);
        made.endedAt = now.addSecs(-7);
    });
    ClipMaker::want(m_fixture->database, mark, std::chrono::seconds(5), u"here"_s);
    MarkStore(m_fixture->database).update(mark);
    MediaHub shared({.directory = m_media.filePath(u"own"_s), .sharedDirectory = m_media.path()});
    ClipMaker clips(m_fixture->database, m_fixture->events, shared, m_fixture->files, now);
    QVERIFY(clips.make(mark.devicemarkId) > now);
    QCOMPARE(stored(mark.devicemarkId).clip.state, MarkClip::State::Pending);
}

void TestMarkClips::aClipThatAnotherServerMadeStays()
{
    const auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), Times::now().addSecs(-60),
                                         [](DeviceMark &made) { made.clip.state = MarkClip::State::Ready; });
    MediaHub hub({.directory = m_media.path()});
    ClipMaker clips(m_fixture->database, m_fixture->events, hub, m_fixture->files, Times::now());
    clips.giveUp(mark.devicemarkId, u"The recording is out of reach."_s);
    QCOMPARE(stored(mark.devicemarkId).clip.state, MarkClip::State::Ready);
    QCOMPARE(m_fixture->eventTypes(), QStringList());
}

void TestMarkClips::rollsAreExactToTheMillisecond()
{
    FieldErrors errors;
    const auto actions =
        MarkActions::parse({{u"clip"_s, QJsonObject{{u"pre_roll"_s, 1.9}, {u"post_roll"_s, 0.29}}}}, {}, errors);
    QVERIFY(errors.isEmpty());
    QCOMPARE(actions.preRoll, 1900ms);
    auto mark = m_fixture->addMark(m_fixture->addDevice(m_fixture->ada), Times::now().addSecs(-30),
                                   [](DeviceMark &made) { made.endedAt = Times::now().addSecs(-20); });
    ClipMaker::want(m_fixture->database, mark, actions.postRoll, u"here"_s);
    QCOMPARE(mark.clip.wantedTo, mark.endedAt.addMSecs(290));
}

QTEST_GUILESS_MAIN(TestMarkClips)
#include "tst_markclips.moc"
