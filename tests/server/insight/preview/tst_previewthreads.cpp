// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/insight/preview/previewservice.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;

/// The threads that run previews, and the lines on their way from a run to its client.
class TestPreviewThreads : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accountsShareTheThreads();
    void slowReadersHoldNoPlace();
    void anUnreadAnswerGivesWay();
    void oneAccountLeavesAThread();
    void runEndsWithItsClient();
    void runsDoNotWaitForTheirReaders();
    void failedRunIsIncomplete();
    void answerWithoutRoomIsIncomplete();
};

void TestPreviewThreads::accountsShareTheThreads()
{
    PreviewThreads threads;
    const AccountId ada = AccountId::generate();
    QList<std::shared_ptr<void>> places;
    for (int i = 0; i < PreviewThreads::mostOfAccount; ++i)
        places += threads.place(ada);
    QVERIFY_THROWS_EXCEPTION(Problem, threads.place(ada));
    while (places.size() < PreviewThreads::most)
        places += threads.place(AccountId::generate());
    QVERIFY_THROWS_EXCEPTION(Problem, threads.place(AccountId::generate()));
    places.removeFirst();
    QVERIFY(threads.place(ada));
}

/// A client that goes ends the run, which would otherwise wait for it.
void TestPreviewThreads::runEndsWithItsClient()
{
    std::shared_ptr<LineSink> sink;
    auto stream = std::make_unique<LineStream>([&](std::shared_ptr<LineSink> begun) { sink = std::move(begun); });
    QVERIFY(!sink); // nothing runs before the client reads
    QVERIFY(stream->read(100).isEmpty());
    QVERIFY(sink->write("first\n"));
    QCOMPARE(stream->read(100), "first\n"_ba);
    QVERIFY(!sink->isAbandoned());
    stream.reset();
    QVERIFY(sink->isAbandoned());
    QVERIFY(!sink->write("second\n"));
}

/// A reader that reads nothing holds up no thread, and gets all lines in order once it reads.
void TestPreviewThreads::runsDoNotWaitForTheirReaders()
{
    std::shared_ptr<LineSink> sink;
    LineStream stream([&](std::shared_ptr<LineSink> begun) { sink = std::move(begun); });
    QVERIFY(stream.read(1).isEmpty());
    const QByteArray line(1023, 'x');
    QByteArray written;
    for (int i = 0; i < 1000; ++i) {
        const QByteArray numbered = line + char('a' + i % 26);
        QVERIFY(sink->write(numbered));
        written += numbered;
    }
    QVERIFY(!sink->isFull());
    QByteArray read = stream.read(300'000);
    QVERIFY(sink->write("end"));
    sink->finish();
    read += stream.readAll();
    QVERIFY(read == written + "end");
    QVERIFY(!stream.isIncomplete());
    while (!sink->isFull())
        QVERIFY(sink->write(QByteArray(1 << 20, 'y')));
}

/// The client gets what was written, and a broken connection rather than the end of an answer.
void TestPreviewThreads::failedRunIsIncomplete()
{
    std::shared_ptr<LineSink> sink;
    LineStream stream([&](std::shared_ptr<LineSink> begun) { sink = std::move(begun); });
    QSignalSpy ended(&stream, &LineStream::aboutToClose);
    stream.moveToThread(QThread::currentThread());
    QVERIFY(stream.read(1).isEmpty());
    QVERIFY(sink->write("first\n"));
    sink->fail();
    QCOMPARE(stream.read(100), "first\n"_ba);
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(stream.isIncomplete());
}

void TestPreviewThreads::answerWithoutRoomIsIncomplete()
{
    const SpoolSpace space{{}, std::make_shared<ByteBudget>(1 << 20)};
    std::shared_ptr<LineSink> sink;
    LineStream stream([&](std::shared_ptr<LineSink> begun) { sink = std::move(begun); }, space);
    QVERIFY(stream.read(1).isEmpty());
    int lines = 0;
    while (sink->write(QByteArray(1 << 10, 'x')))
        QVERIFY(++lines < 2000);
    QVERIFY(stream.isIncomplete());
}

/// A client that reads slowly holds the answer, and not the place of the run.
void TestPreviewThreads::slowReadersHoldNoPlace()
{
    PreviewThreads threads;
    auto place = threads.place(AccountId::generate());
    const std::weak_ptr<void> held = place;
    std::shared_ptr<LineSink> sink;
    LineStream stream([&sink, place = std::move(place)](std::shared_ptr<LineSink> begun) { sink = std::move(begun); });
    QVERIFY(!held.expired());
    QVERIFY(stream.read(1).isEmpty());
    QVERIFY(held.expired()); // here the run has ended at once
    QVERIFY(sink->write("x"));
    QCOMPARE(stream.read(1), "x"_ba);
}

void TestPreviewThreads::anUnreadAnswerGivesWay()
{
    const SpoolSpace space{{}, std::make_shared<ByteBudget>(1 << 20, 1 << 20, ByteBudget::Patience{{}, {}})};
    std::shared_ptr<LineSink> sink;
    LineStream stream([&](std::shared_ptr<LineSink> begun) { sink = std::move(begun); }, space);
    QVERIFY(stream.read(1).isEmpty());
    for (int i = 0; i < 1000; ++i)
        QVERIFY(sink->write(QByteArray(1 << 10, 'x')));
    QVERIFY(!stream.mustGiveWay());
    SpoolFile other(space);
    QVERIFY(!other.append(QByteArray(1 << 20, 'y')));
    QVERIFY(stream.mustGiveWay());
}

void TestPreviewThreads::oneAccountLeavesAThread()
{
    PreviewThreads threads;
    QSemaphore begun;
    QSemaphore mayEnd;
    const auto run = [&] {
        begun.release();
        mayEnd.acquire();
    };
    const AccountId ada = AccountId::generate();
    for (int i = 0; i < PreviewThreads::mostOfAccount; ++i)
        threads.start(ada, run);
    QVERIFY(begun.tryAcquire(1, 30'000));
    QSemaphore done;
    threads.start(AccountId::generate(), [&] { done.release(); });
    QVERIFY(done.tryAcquire(1, 30'000));
    QCOMPARE(begun.available(), 0); // the others of the account wait for the first
    mayEnd.release(PreviewThreads::mostOfAccount);
    QVERIFY(begun.tryAcquire(PreviewThreads::mostOfAccount - 1, 30'000));
}

QTEST_GUILESS_MAIN(TestPreviewThreads)
#include "tst_previewthreads.moc"
