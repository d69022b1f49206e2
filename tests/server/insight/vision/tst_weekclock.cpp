// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/resource.h"
#include "server/core/base/weekclock.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
WeekClock clockOf(const QByteArray &schedule, const QByteArray &zone = "Europe/Berlin")
{
    FieldErrors errors;
    const auto read = fromJson<Schedule>(QJsonDocument::fromJson(schedule).object(), errors);
    if (!errors.isEmpty())
        qFatal("The schedule of the test is invalid: %s", schedule.constData());
    return WeekClock(read, QTimeZone(zone));
}

const QByteArray nights = R"({"weekly":[{"days":["mon","tue","wed","thu","fri"],"from":"18:00","to":"06:00"}]})";
}

/// Schedules are active by local time.
class WeekClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void counts_data();
    void counts();
};

void WeekClockTest::counts_data()
{
    QTest::addColumn<QByteArray>("schedule");
    QTest::addColumn<QString>("time"); // UTC; Berlin is one hour ahead in winter and two in summer
    QTest::addColumn<bool>("counts");
    const QByteArray always = "{}";
    QTest::newRow("no schedule") << always << u"2026-11-23T03:00:00Z"_s << true;
    QTest::newRow("Monday at 18:00") << nights << u"2026-11-23T17:00:00Z"_s << true;
    QTest::newRow("a minute before") << nights << u"2026-11-23T16:59:59Z"_s << false;
    QTest::newRow("Tuesday at 05:59") << nights << u"2026-11-24T04:59:59Z"_s << true;
    QTest::newRow("Tuesday at 06:00") << nights << u"2026-11-24T05:00:00Z"_s << false;
    QTest::newRow("Saturday early, of Friday's night") << nights << u"2026-11-28T03:00:00Z"_s << true;
    QTest::newRow("Saturday evening") << nights << u"2026-11-28T20:00:00Z"_s << false;
    QTest::newRow("Monday early, of Sunday's night") << nights << u"2026-11-23T03:00:00Z"_s << false;

    const QByteArray twoToThree = R"({"weekly":[{"days":["sun"],"from":"02:00","to":"03:00"}]})";
    QTest::newRow("clocks set forward: 01:59") << twoToThree << u"2026-03-29T00:59:00Z"_s << false;
    QTest::newRow("clocks set forward: 03:00") << twoToThree << u"2026-03-29T01:00:00Z"_s << false;
    QTest::newRow("clocks set back: 02:30 once") << twoToThree << u"2026-10-25T00:30:00Z"_s << true;
    QTest::newRow("clocks set back: 02:30 again") << twoToThree << u"2026-10-25T01:30:00Z"_s << true;
    QTest::newRow("clocks set back: 03:00") << twoToThree << u"2026-10-25T02:00:00Z"_s << false;

    const QByteArray day = R"({"weekly":[{"days":["thu"],"from":"00:00","to":"24:00"}]})";
    QTest::newRow("a whole day, its first minute") << day << u"2026-12-23T23:00:00Z"_s << true;
    QTest::newRow("a whole day, its last") << day << u"2026-12-24T22:59:00Z"_s << true;
    QTest::newRow("a whole day, over") << day << u"2026-12-24T23:00:00Z"_s << false;
    const QByteArray holiday = R"({"weekly":[{"days":["thu"],"from":"08:00","to":"20:00"}],
                                   "exceptions":[{"date":"2026-12-24","active":false},
                                                 {"date":"2026-12-25","active":true}]})";
    QTest::newRow("a holiday") << holiday << u"2026-12-24T10:00:00Z"_s << false;
    QTest::newRow("an additional day") << holiday << u"2026-12-25T02:00:00Z"_s << true;
    QTest::newRow("the week after") << holiday << u"2026-12-31T10:00:00Z"_s << true;
    const QByteArray around = R"({"weekly":[{"days":["mon"],"from":"12:00","to":"12:00"}]})";
    QTest::newRow("around the clock") << around << u"2026-11-24T10:59:00Z"_s << true;
    QTest::newRow("around the clock, over") << around << u"2026-11-24T11:00:00Z"_s << false;
}

void WeekClockTest::counts()
{
    QFETCH(const QByteArray, schedule);
    QFETCH(const QString, time);
    QTEST(clockOf(schedule).counts(QDateTime::fromString(time, Qt::ISODate)), "counts");
}

QTEST_GUILESS_MAIN(WeekClockTest)
#include "tst_weekclock.moc"
