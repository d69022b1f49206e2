// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/recordingfixture.h"
#include "tests/api/uploadfixture.h"
#include "tests/support/expect.h"

#include <QThread>

#include <latch>
#include <memory>

using namespace Qt::StringLiterals;
using RecordingFixture::span;

/// What counts against the storage of a plan, whichever way it is taken.
class TestStorageUse : public QObject, private UploadFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { createAccount(); }
    void heldRecordingsTakeRoom();
    void storedPhotosLeaveNoRoomToHold();
    void begunUploadsKeepTheirRoom();
    void removedUploadIsNotFound();

private:
    /// Gives the account a plan of this size.
    void buy(qint64 bytes);
    /// Records two seconds. Returns the size of the file.
    qint64 record()
    {
        return RecordingFixture::record(m_server, EncodedVideo::of(2), {m_device, RecordingFixture::start}).bytes;
    }
    Answer hold()
    {
        return m_ada->put(u"/devices/%1/recordings/hold"_s.arg(m_device) + span(0, 2000),
                          {{u"reason"_s, u"Evidence"_s}});
    }
};

void TestStorageUse::buy(qint64 bytes)
{
    const QString plan = u"plan_00000000000000000000000001"_s;
    const Answer order = m_ada->post(u"/retentions/%1/account/%2"_s.arg(plan, m_ada->accountId()), {});
    m_server.sql(u"INSERT INTO account_plan (account_id, retention_id, order_id, name, days, storage_bytes, devices, "
                 "since) VALUES ('%1', '%2', '%3', 'Small', 30, %4, 0, 1)"_s.arg(
                     m_ada->accountId(), plan, order.json[u"order_id"_s].toString(), QString::number(bytes)));
}

void TestStorageUse::heldRecordingsTakeRoom()
{
    const qint64 recorded = record();
    buy(recorded + photo().size() - 1);
    EXPECT_STATUS(upload(photo()), 201); // a recording makes room while it is not held
    EXPECT_STATUS(m_ada->del(u"/device-data/%1/permanent"_s.arg(idsOf(m_ada->get(u"/device-data"_s))[0])), 204);
    EXPECT_STATUS(hold(), 200);
    EXPECT_PROBLEM(upload(photo()), 403, "plan_limit_reached");
    EXPECT_PROBLEM(begin(photo().size()), 403, "plan_limit_reached");
}

void TestStorageUse::storedPhotosLeaveNoRoomToHold()
{
    const qint64 recorded = record();
    buy(recorded + photo().size() - 1);
    EXPECT_STATUS(upload(photo()), 201);
    EXPECT_PROBLEM(hold(), 403, "plan_limit_reached");
}

void TestStorageUse::begunUploadsKeepTheirRoom()
{
    buy(photo().size() * 3 / 2);
    const QString begun = this->begun(photo().size());
    EXPECT_STATUS(send(begun, photo().chopped(1), 0), 204);
    EXPECT_PROBLEM(upload(photo()), 403, "plan_limit_reached");
    EXPECT_PROBLEM(begin(photo().size()), 403, "plan_limit_reached");
    EXPECT_STATUS(send(begun, photo().last(1), photo().size() - 1), 204);
    QCOMPARE(m_ada->get(u"/device-data"_s).items().size(), 1);
}

/// An upload that is removed while its last part is being stored is gone; the disk is not to blame.
void TestStorageUse::removedUploadIsNotFound()
{
    const QByteArray content = photo() + QByteArray(4 << 20, '\0');
    for (int round = 0; round < 12; ++round) {
        const QString upload = begun(content.size());
        std::latch start(2);
        Answer removed;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            const HttpClient ada = m_server.asking(*m_ada); // a client belongs to its thread
            start.arrive_and_wait();
            QThread::usleep(3000 * round); // rounds meet different steps
            removed = ada.del(upload, {}, resumable);
        }));
        other->start();
        start.arrive_and_wait();
        const int status = send(upload, content, 0).status;
        other->wait();
        QVERIFY2(status == 204 || status == 404, qPrintable(QString::number(status)));
        QVERIFY2(removed.status == 204 || removed.status == 404, qPrintable(QString::number(removed.status)));
    }
}

QTEST_MAIN(TestStorageUse)
#include "tst_storageuse.moc"
