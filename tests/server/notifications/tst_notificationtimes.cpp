// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/jobs/job.h"
#include "server/notifications/quiethours.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// The pauses before retries, and the end of quiet hours.
class NotificationTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pausesDoubleUpToAnHour_data()
    {
        QTest::addColumn<qint64>("attempts");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("no failure") << qint64(0) << qint64(10);
        QTest::newRow("first") << qint64(1) << qint64(10);
        QTest::newRow("second") << qint64(2) << qint64(20);
        QTest::newRow("fifth") << qint64(5) << qint64(160);
        QTest::newRow("last below one hour") << qint64(9) << qint64(2560);
        QTest::newRow("bounded") << qint64(10) << qint64(3600);
        QTest::newRow("no overflow") << qint64(1'000'000) << qint64(3600);
    }

    void pausesDoubleUpToAnHour()
    {
        QFETCH(qint64, attempts);
        QFETCH(qint64, seconds);
        const double expected = double(seconds) * 1000;
        QCOMPARE(BackOff::pause(attempts, 10s, 0.5).count(), qint64(expected));
        QVERIFY(std::abs(double(BackOff::pause(attempts, 10s, 0.0).count()) - expected * 0.8) <= 1);
        QVERIFY(std::abs(double(BackOff::pause(attempts, 10s, 1.0).count()) - expected * 1.2) <= 1);
    }

    void quietHoursEnd_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("end");
        const QString berlin = u"Europe/Berlin"_s;
        const auto row = [](const char *name, const QString &from, const QString &to, const QString &zone,
                            const QString &time,
                            const QString &end) { QTest::newRow(name) << from << to << zone << time << end; };
        row("none", {}, {}, berlin, u"2026-11-24T03:00:00Z"_s, u"2026-11-24T03:00:00Z"_s);
        row("no length", u"07:00"_s, u"07:00"_s, berlin, u"2026-11-24T06:00:00Z"_s, u"2026-11-24T06:00:00Z"_s);
        row("by day", u"12:00"_s, u"14:00"_s, berlin, u"2026-11-24T11:30:00Z"_s, u"2026-11-24T13:00:00Z"_s);
        row("its end is loud", u"12:00"_s, u"14:00"_s, berlin, u"2026-11-24T13:00:00Z"_s, u"2026-11-24T13:00:00Z"_s);
        row("before midnight", u"22:00"_s, u"07:00"_s, berlin, u"2026-11-24T21:00:00Z"_s, u"2026-11-25T06:00:00Z"_s);
        row("after midnight", u"22:00"_s, u"07:00"_s, berlin, u"2026-11-24T23:30:00Z"_s, u"2026-11-25T06:00:00Z"_s);
        row("between two nights", u"22:00"_s, u"07:00"_s, berlin, u"2026-11-24T20:59:59Z"_s, u"2026-11-24T20:59:59Z"_s);
        row("the night that is an hour longer", u"22:00"_s, u"07:00"_s, berlin, u"2026-10-24T21:00:00Z"_s,
            u"2026-10-25T06:00:00Z"_s);
        row("the night that is an hour shorter", u"22:00"_s, u"07:00"_s, berlin, u"2026-03-28T22:00:00Z"_s,
            u"2026-03-29T05:00:00Z"_s);
        row("a zone that nobody knows is UTC", u"22:00"_s, u"07:00"_s, u"Moon/Crater"_s, u"2026-11-24T22:00:00Z"_s,
            u"2026-11-25T07:00:00Z"_s);
    }

    void quietHoursEnd()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, zone);
        QFETCH(QString, time);
        QFETCH(QString, end);
        QCOMPARE(QuietHours(from, to, zone).end(QDateTime::fromString(time, Qt::ISODate)).toString(Qt::ISODate), end);
    }
};

QTEST_APPLESS_MAIN(NotificationTimes)
#include "tst_notificationtimes.moc"
