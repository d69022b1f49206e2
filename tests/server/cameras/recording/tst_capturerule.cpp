// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/times.h"
#include "models/core/utc.h"
#include "server/cameras/recorder/filelisting.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Mode = CaptureMode::Mode;

/// Which fragments of a file are recorded.
class CaptureRuleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fragmentsAreListedByMode();
    void aListedFragmentStaysListed();
    void aChangeIsNoGap();
    void aMarkBeforeAChangeKeepsItsPreRoll();
    void anEarlierRuleIsForgotten();
    void fewEarlierRulesAreKept();
    void aClockThatWasAheadStopsNothing();
    void aClockThatIsSetBackRecordsNothingAnew();
    void aModeIsSetAfterTheLastOneWasRead();
    void someFragmentsAreForbidden();
    void earlierModesForbidWhatWasSentUnderThem();
    void everyGapHasItsReason();

private:
    /// Returns the rule by which everything is recorded, as it was read before the first fragment of m_lately.
    CaptureRule usual() const { return at(0, {}); }
    /// Returns a rule that was read at the start of a fragment of m_lately.
    CaptureRule at(qsizetype fragment, const CaptureMode &mode) const
    {
        return {mode, QTimeZone::utc(), Times::fromMilliseconds(m_lately.fragments[fragment].startMs)};
    }
    /// Returns a rule that was set at the start of a fragment of m_lately.
    CaptureRule follows(Mode value, qsizetype since, const CaptureRule &earlier) const;
    /// Returns the fragments of m_lately that a rule wants. `marks`: milliseconds after its start.
    Fragments listed(const CaptureRule &rule, const QList<MediaSpan> &marks = {}) const;

    RingFile m_lately; ///< the last ten seconds
};

namespace {
/// Ten fragments of a second, from Monday 2023-11-20 at 08:59:55 UTC on, with a key frame every two.
RingFile tenSeconds()
{
    RingFile file;
    const qint64 start = QDateTime(QDate(2023, 11, 20), QTime(8, 59, 55), Times::utc).toMSecsSinceEpoch();
    for (int i = 0; i < 10; ++i)
        file.fragments +=
            {.startMs = start + i * 1000, .durationMs = 1000, .offset = i, .bytes = 1, .continues = i % 2 == 1};
    return file;
}

QList<qint64> listedBy(const CaptureMode &mode, const QList<MediaSpan> &marks = {})
{
    const RingFile file = tenSeconds();
    QList<MediaSpan> times;
    for (const MediaSpan &mark : marks)
        times += MediaSpan{file.fragments[0].startMs + mark.fromMs, file.fragments[0].startMs + mark.toMs};
    FileListing listing;
    listing.review(file, CaptureRule(mode, QTimeZone("Asia/Shanghai")), times);
    QList<qint64> offsets;
    for (const Fragment &fragment : listing.listed(file))
        offsets += fragment.offset;
    return offsets;
}
}

void CaptureRuleTest::init()
{
    m_lately = tenSeconds();
    const qint64 moved = Times::now().toMSecsSinceEpoch() - m_lately.fragments.constLast().endMs();
    for (Fragment &fragment : m_lately.fragments)
        fragment.startMs += moved;
}

CaptureRule CaptureRuleTest::follows(Mode value, qsizetype since, const CaptureRule &earlier) const
{
    CaptureMode mode;
    mode.mode = value;
    mode.modeSince = Times::fromMilliseconds(m_lately.fragments[since].startMs);
    mode.preRoll = 2;
    mode.postRoll = 1;
    CaptureRule rule(mode, QTimeZone::utc(), mode.modeSince.addMSecs(100));
    rule.follow(earlier);
    return rule;
}

Fragments CaptureRuleTest::listed(const CaptureRule &rule, const QList<MediaSpan> &marks) const
{
    const qint64 start = m_lately.fragments[0].startMs;
    QList<MediaSpan> times;
    for (const MediaSpan &mark : marks)
        times += MediaSpan{start + mark.fromMs, start + mark.toMs};
    FileListing listing;
    listing.review(m_lately, rule, times);
    return listing.listed(m_lately);
}

void CaptureRuleTest::fragmentsAreListedByMode()
{
    CaptureMode mode;
    QCOMPARE(listedBy(mode).size(), 10);
    mode.mode = Mode::Off;
    QCOMPARE(listedBy(mode).size(), 0);
    mode.mode = Mode::OnMark;
    mode.preRoll = 1;
    mode.postRoll = 1;
    QCOMPARE(listedBy(mode).size(), 0);
    QCOMPARE(listedBy(mode, {{4500, 4501}}), QList<qint64>({2, 3, 4, 5})); // from the key frame on
    QCOMPARE(listedBy(mode, {{0, 1}, {9500, 20'000}}), QList<qint64>({0, 1, 8, 9}));
    mode.mode = Mode::Schedule; // 09:00 UTC is 17:00 in Shanghai
    mode.schedule.weekly = {{{u"mon"_s}, u"17:00"_s, u"18:00"_s}};
    QCOMPARE(listedBy(mode), QList<qint64>({4, 5, 6, 7, 8, 9}));
    mode.schedule.exceptions = {{u"2023-11-20"_s, false}};
    QCOMPARE(listedBy(mode).size(), 0);
}

void CaptureRuleTest::aListedFragmentStaysListed()
{
    RingFile file = tenSeconds();
    const Fragments all = file.fragments;
    file.fragments = all.first(4);
    FileListing listing;
    listing.review(file, CaptureRule({}, QTimeZone::utc()), {});
    QVERIFY(listing.takeChange());
    CaptureMode off;
    off.mode = Mode::Off;
    off.modeSince = Times::fromMilliseconds(all[4].startMs);
    file.fragments = all.first(8);
    listing.review(file, CaptureRule(off, QTimeZone::utc()), {});
    QVERIFY(!listing.takeChange());
    CaptureMode on;
    on.modeSince = Times::fromMilliseconds(all[8].startMs);
    file.fragments = all;
    listing.review(file, CaptureRule(on, QTimeZone::utc()), {});
    QCOMPARE(listing.listed(file), all.first(4) + all.last(2));
    CaptureMode longer; // the same mode, for more days
    longer.days = 30;
    longer.updatedAt = Times::fromMilliseconds(all.constLast().endMs());
    FileListing anew;
    anew.review(file, CaptureRule(longer, QTimeZone::utc()), {});
    QCOMPARE(anew.listed(file), all);
}

/// The index is a little behind when a mode changes.
void CaptureRuleTest::aChangeIsNoGap()
{
    const Fragments &all = m_lately.fragments;
    const CaptureRule off = follows(Mode::Off, 4, usual());
    QCOMPARE(listed(off), all.first(4));
    const CaptureRule again = follows(Mode::Off, 4, off); // read from the database again
    QCOMPARE(listed(again), all.first(4));
    const CaptureRule on = follows(Mode::Continuous, 8, again);
    QCOMPARE(listed(on), all.first(4) + all.last(2));
}

/// A mark may itself set another mode. It keeps its pre-roll, as does each mark that began before the change. Marks
/// that begin later make no recordings of the time before.
void CaptureRuleTest::aMarkBeforeAChangeKeepsItsPreRoll()
{
    const Fragments &all = m_lately.fragments;
    const CaptureRule onMark = follows(Mode::OnMark, 0, usual());
    for (const auto mode : {Mode::Continuous, Mode::Off}) {
        const CaptureRule rule = follows(mode, 6, onMark);
        QVERIFY(rule.dependsOnMarks()); // for some minutes
        QCOMPARE(rule.preRoll(), 2s);
        const Fragments after = mode == Mode::Continuous ? all.last(4) : Fragments();
        QCOMPARE(listed(rule, {{5500, 9000}}), all.mid(2, 4) + after); // from the key frame before 3.5 s on
        QCOMPARE(listed(rule, {{6500, 9000}}), after);
    }
}

/// What is older than some minutes has been judged, and no mark changes it.
void CaptureRuleTest::anEarlierRuleIsForgotten()
{
    CaptureMode onMark;
    onMark.mode = Mode::OnMark;
    const CaptureRule earlier(onMark, QTimeZone::utc(), Times::now().addSecs(-20 * 60));
    CaptureMode mode;
    mode.modeSince = Times::now().addSecs(-5 * 60);
    CaptureRule rule(mode, QTimeZone::utc());
    rule.follow(earlier);
    QVERIFY(rule.dependsOnMarks());
    mode.modeSince = Times::now().addSecs(-15 * 60);
    rule = CaptureRule(mode, QTimeZone::utc());
    rule.follow(earlier);
    QVERIFY(!rule.dependsOnMarks());
}

/// An app may change the mode every second, for days.
void CaptureRuleTest::fewEarlierRulesAreKept()
{
    const Fragments &all = m_lately.fragments;
    CaptureRule rule = usual();
    const qint64 start = all[4].startMs - qint64(CaptureRule::mostEarlier) * 3;
    for (int i = 0; i < int(CaptureRule::mostEarlier) * 3; ++i) {
        CaptureMode mode;
        mode.mode = i == 0 ? Mode::OnMark : Mode::Off;
        mode.modeSince = Times::fromMilliseconds(start + i);
        CaptureRule next(mode, QTimeZone::utc(), mode.modeSince);
        next.follow(rule);
        QCOMPARE(next.dependsOnMarks(), i <= int(CaptureRule::mostEarlier));
        rule = next;
    }
    QCOMPARE(listed(rule), Fragments());
    QCOMPARE(listed(follows(Mode::Continuous, 8, rule)), all.last(2));
}

/// A mode was set while the clock was ahead. It applies at once when the clock is right again, before and after the
/// mode is read anew.
void CaptureRuleTest::aClockThatWasAheadStopsNothing()
{
    CaptureMode off;
    off.mode = Mode::Off;
    CaptureMode mode;
    mode.modeSince = Times::now().addDays(1);
    CaptureRule ahead(mode, QTimeZone::utc(), mode.modeSince);
    ahead.follow(CaptureRule(off, QTimeZone::utc()));
    const qint64 now = Times::now().toMSecsSinceEpoch();
    const Fragment next{.startMs = now, .durationMs = 1000};
    ahead.correct(now);
    QVERIFY(ahead.wants(next, {}));
    CaptureRule rule(mode, QTimeZone::utc());
    rule.follow(ahead);
    QVERIFY(rule.wants(next, {}));
}

/// The clock is set back by six seconds, two seconds after the camera was switched off, and comes to that time again.
void CaptureRuleTest::aClockThatIsSetBackRecordsNothingAnew()
{
    const Fragments &all = m_lately.fragments;
    CaptureRule off = follows(Mode::Off, 8, usual());
    off.correct(all[4].startMs);
    QCOMPARE(listed(off), all.first(4));
    const CaptureRule again = follows(Mode::Off, 8, off); // read from the database again
    QCOMPARE(listed(again), all.first(4));
}

/// The clock of the server that sets a mode is up to a minute behind, or ahead.
void CaptureRuleTest::aModeIsSetAfterTheLastOneWasRead()
{
    const Fragments &all = m_lately.fragments;
    CaptureMode mode;
    mode.mode = Mode::Off;
    const CaptureRule off = at(6, mode);
    mode = CaptureMode();
    mode.modeSince = Times::fromMilliseconds(all[2].startMs);
    CaptureRule behind = at(8, mode);
    behind.follow(off);
    QCOMPARE(listed(behind), all.last(4));
    mode.modeSince = Times::fromMilliseconds(all[9].endMs() + 30'000);
    CaptureRule ahead = at(8, mode);
    ahead.follow(off);
    QCOMPARE(listed(ahead), all.last(2));
}

/// Without knowledge of the marks, a restart decides by this.
void CaptureRuleTest::someFragmentsAreForbidden()
{
    const Fragment &before = m_lately.fragments[3];
    const Fragment &after = m_lately.fragments[4];
    const CaptureRule off = follows(Mode::Off, 4, usual());
    QVERIFY(!off.forbids(before));
    QVERIFY(off.forbids(after));
    for (const auto mode : {Mode::Continuous, Mode::OnMark})
        QVERIFY(!follows(mode, 4, usual()).forbids(after));
}

/// The camera was off for two seconds before its present mode, as a restart reads in the database.
void CaptureRuleTest::earlierModesForbidWhatWasSentUnderThem()
{
    const Fragments &all = m_lately.fragments;
    CaptureMode off;
    off.mode = Mode::Off;
    off.modeSince = Times::fromMilliseconds(all[4].startMs);
    for (const auto value : {Mode::Continuous, Mode::OnMark}) {
        CaptureMode mode;
        mode.mode = value;
        mode.modeSince = Times::fromMilliseconds(all[6].startMs);
        CaptureRule rule = at(9, mode);
        rule.recall({off, CaptureMode()});
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(rule.forbids(all[i]), i == 4 || i == 5);
        CaptureRule same = at(9, mode); // read again
        same.follow(rule);
        QVERIFY(same.forbids(all[5]));
    }
}

/// Playback and the timeline show each gap of more than half a second, so the index names the reason of each.
void CaptureRuleTest::everyGapHasItsReason()
{
    RingFile file = tenSeconds();
    const auto start = Times::fromMilliseconds(file.fragments[0].startMs);
    file.gap = RecordedFile::Gap::Server;
    QCOMPARE(FileListing::gapBetween(start.addMSecs(-500), start, file), RecordedFile::Gap::None);
    QCOMPARE(FileListing::gapBetween(start.addMSecs(-501), start, file), RecordedFile::Gap::Server);
    QCOMPARE(FileListing::gapBetween(start, start.addSecs(1), file),
             RecordedFile::Gap::Off); // the mode left a part out
}

QTEST_GUILESS_MAIN(CaptureRuleTest)
#include "tst_capturerule.moc"
