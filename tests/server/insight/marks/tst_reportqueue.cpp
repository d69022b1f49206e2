// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/marks/reportqueue.h"

#include <QTest>

/// What becomes of the reports of the cameras while the database or the disk refuses them.
class ReportQueueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsKeepTheirOrder();
    void aFullQueueLosesWhatOpensAndChangesMarks();
    void theEndOfAMarkThatWasNotRecordedIsNotKept();
    void aReportIsGivenUpAfterItsLastAttempt();
    void theEndOfAMarkIsNeverGivenUp();

private:
    using Kind = RuleEvent::Kind;
    static MarkReport report(Kind kind, DeviceMarkId mark = DeviceMarkId::generate())
    {
        MarkReport report;
        report.markId = mark;
        report.event.kind = kind;
        return report;
    }
    static void fill(ReportQueue &queue)
    {
        for (qsizetype i = 0; i < ReportQueue::mostWaiting; ++i)
            queue.add(report(Kind::Opened));
    }
    /// Returns the kinds of the reports of a mark that wait, and empties the queue.
    static QList<Kind> taken(ReportQueue &queue, DeviceMarkId mark)
    {
        QList<Kind> kinds;
        for (; !queue.isEmpty(); queue.recorded()) {
            if (queue.first().markId == mark)
                kinds += queue.first().event.kind;
        }
        return kinds;
    }
    static void exhaust(ReportQueue &queue)
    {
        for (int i = 0; i < ReportQueue::mostAttempts; ++i)
            queue.failed();
    }

    const DeviceMarkId m_mark = DeviceMarkId::generate();
};

void ReportQueueTest::reportsKeepTheirOrder()
{
    ReportQueue queue;
    const QList<Kind> kinds{Kind::Opened, Kind::Updated, Kind::Closed};
    for (const Kind kind : kinds)
        queue.add(report(kind, m_mark));
    queue.failed();
    QCOMPARE(taken(queue, m_mark), kinds);
}

void ReportQueueTest::aFullQueueLosesWhatOpensAndChangesMarks()
{
    ReportQueue queue;
    fill(queue);
    queue.add(report(Kind::Updated, m_mark)); // of a mark that was recorded before
    queue.add(report(Kind::Closed, m_mark));
    QCOMPARE(taken(queue, m_mark), QList{Kind::Closed});
}

void ReportQueueTest::theEndOfAMarkThatWasNotRecordedIsNotKept()
{
    ReportQueue queue;
    fill(queue);
    queue.add(report(Kind::Opened, m_mark));
    queue.add(report(Kind::Closed, m_mark));
    QCOMPARE(taken(queue, m_mark), QList<Kind>());
}

void ReportQueueTest::aReportIsGivenUpAfterItsLastAttempt()
{
    ReportQueue queue;
    queue.add(report(Kind::Opened, m_mark));
    queue.add(report(Kind::Opened));
    exhaust(queue);
    QVERIFY(queue.first().markId != m_mark);
    queue.add(report(Kind::Closed, m_mark));
    QCOMPARE(taken(queue, m_mark), QList<Kind>());
}

void ReportQueueTest::theEndOfAMarkIsNeverGivenUp()
{
    ReportQueue queue;
    queue.add(report(Kind::Closed, m_mark));
    queue.add(report(Kind::Opened));
    exhaust(queue);
    QVERIFY(queue.first().markId != m_mark); // others have their turn
    QCOMPARE(taken(queue, m_mark), QList{Kind::Closed});
}

QTEST_APPLESS_MAIN(ReportQueueTest)
#include "tst_reportqueue.moc"
