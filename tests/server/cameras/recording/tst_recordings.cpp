// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/cameras/device.h"
#include "models/core/times.h"
#include "models/identity/account.h"
#include "server/cameras/recording/fragmentbox.h"
#include "server/cameras/recording/recordingstore.h"
#include "server/cameras/recording/recordingwriter.h"
#include "server/core/db/migrations.h"
#include "tests/server/core/db/databasefixture.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtEndian>

#include <sys/resource.h>

#include <csignal>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr qint64 noon = 1'700'000'000'000; // milliseconds since the epoch
constexpr qint64 initBytes = 900;

QByteArray box(const QByteArray &name, qsizetype size)
{
    QByteArray bytes(size, 'x');
    qToBigEndian(quint32(size), bytes.data());
    return bytes.replace(4, 4, name);
}

/// Returns the bytes of a fragment in a file.
QByteArray fragmentAt(qint64 sequence, qint64 startMs)
{
    const QByteArray media = box("moof", 100) + box("mdat", 1000);
    const Fragment fragment{.startMs = startMs, .durationMs = 1000, .bytes = FragmentBox::size + media.size()};
    const FragmentBox header{.sequence = sequence, .init = 3, .fragment = fragment};
    return header.toBytes() + media;
}

/// Returns fragments of about 0.5 MB, as a camera of 4 Mbit/s gives them.
Fragments minutes(int seconds)
{
    QRandomGenerator random(1);
    Fragments fragments;
    qint64 offset = initBytes;
    for (int i = 0; i < seconds; ++i) {
        const Fragment fragment{.startMs = noon + i * 1000,
                                .durationMs = 1000,
                                .offset = offset,
                                .bytes = 500'000 + random.bounded(60'000),
                                .motion = i / 40 % 3};
        offset = fragment.endOffset();
        fragments += fragment;
    }
    return fragments;
}
}

/// The index of recordings, and the boxes by which a file is its own index.
class RecordingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListIsReadBack();
    void aMonthFitsIn10Megabytes();
    void aDamagedListIsRefused();
    void aTimeIsFoundFromItsKeyFrame();
    void aFileIsItsOwnIndex();
    void anIncompleteFragmentIsNotFound();
    void anOpenFileHasMoreThanItsRow();
    void aRefusedWriteIsCutBack();
    void filesAreFoundByTime_data() { DatabaseFixture::addEngines(); }
    void filesAreFoundByTime();
};

void RecordingsTest::aListIsReadBack()
{
    const Fragments fragments{
        {.startMs = noon + 3, .durationMs = 990, .offset = initBytes, .bytes = 1, .motion = 15, .sound = 7},
        {.startMs = noon + 993, .durationMs = 2000, .offset = initBytes + 1, .bytes = 5'000'000'000, .continues = true},
        {.startMs = noon + 90'000, .durationMs = 1, .offset = 6'000'000'000, .bytes = 70, .motion = 1, .sound = 1}};
    QCOMPARE(FragmentList::decoded(FragmentList::encoded(fragments, noon, initBytes), noon, initBytes), fragments);
    QCOMPARE(FragmentList::decoded(FragmentList::encoded({}, noon, 0), noon, 0), Fragments());
}

void RecordingsTest::aMonthFitsIn10Megabytes()
{
    constexpr int filesInAMonth = 30 * 24 * 12;
    const qint64 row = FragmentList::encoded(minutes(300), noon, initBytes).size();
    constexpr qint64 otherColumns = 250;
    QVERIFY2((row + otherColumns) * filesInAMonth < 10'000'000, qPrintable(QString::number(row)));
}

void RecordingsTest::aDamagedListIsRefused()
{
    const QByteArray whole = FragmentList::encoded(minutes(10), noon, initBytes);
    QVERIFY(!FragmentList::decoded({}, noon, initBytes));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"qUncompress"_s));
    QVERIFY(!FragmentList::decoded(whole.chopped(1), noon, initBytes));
    QVERIFY(!FragmentList::decoded(qCompress(qUncompress(whole).chopped(1)), noon, initBytes));
    QVERIFY(!FragmentList::decoded(qCompress(qUncompress(whole) + "x"), noon, initBytes));
    QVERIFY(!FragmentList::decoded(qCompress("\xff\xff\xff\xff\xff\xff\xff"_ba), noon, initBytes));
}

void RecordingsTest::aTimeIsFoundFromItsKeyFrame()
{
    Fragments fragments = minutes(5);
    fragments[3].continues = true;
    QCOMPARE(FragmentList::indexAt(fragments, noon - 1), 0);
    QCOMPARE(FragmentList::indexAt(fragments, noon + 1999), 1);
    QCOMPARE(FragmentList::indexAt(fragments, noon + 2000), 2);
    QCOMPARE(FragmentList::indexAt(fragments, noon + 3500), 2);
    QCOMPARE(FragmentList::indexAt(fragments, noon + 5000), 5);
}

void RecordingsTest::aFileIsItsOwnIndex()
{
    QByteArray bytes = box("ftyp", 28) + box("moov", 500);
    bytes += fragmentAt(7, noon) + fragmentAt(8, noon + 1000);
    QBuffer file(&bytes);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(FragmentBox::initBytes(file), 528);
    const auto boxes = FragmentBox::scan(file, 528).boxes;
    QCOMPARE(boxes.size(), 2);
    QCOMPARE(boxes[1].sequence, 8);
    QCOMPARE(boxes[1].init, 3);
    QCOMPARE(boxes[1].fragment,
             (Fragment{.startMs = noon + 1000, .durationMs = 1000, .offset = 528 + 1154, .bytes = 1154}));
}

void RecordingsTest::anIncompleteFragmentIsNotFound()
{
    const QByteArray whole = fragmentAt(1, noon);
    for (qsizetype length = 0; length < whole.size(); ++length) {
        QByteArray bytes = whole + whole.first(length);
        QBuffer file(&bytes);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(FragmentBox::scan(file, 0).boxes.size(), 1);
    }
    // After a power cut, a file may be long enough and empty.
    QByteArray bytes = whole.first(FragmentBox::size) + QByteArray(1100, '\0');
    QBuffer file(&bytes);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(FragmentBox::scan(file, 0).boxes.size(), 0);
}

void RecordingsTest::anOpenFileHasMoreThanItsRow()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.mp4"_s));
    QVERIFY(file.open(QFile::WriteOnly));
    file.write(box("ftyp", 28) + box("moov", 500));
    file.write(fragmentAt(1, noon) + fragmentAt(2, noon + 1000) + fragmentAt(3, noon + 2000).first(200));
    file.close();
    RecordedFile row;
    row.path = u"a.mp4"_s;
    row.initBytes = 528;
    row.isOpen = true;
    row.setList({{.startMs = noon, .durationMs = 1000, .offset = 528, .bytes = 1154}});
    QCOMPARE(row.endedAt.toMSecsSinceEpoch(), noon + 1000);
    QCOMPARE(row.list().size(), 1);
    QCOMPARE(row.listIn(folder.path()).size(), 2);
    row.isOpen = false;
    QCOMPARE(row.listIn(folder.path()).size(), 1);
}

/// A limit of this process stands for a full disk.
void RecordingsTest::aRefusedWriteIsCutBack()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.mp4"_s);
    RecordingWriter writer;
    QVERIFY(writer.open(path, QByteArray(100, 'i')));
    QVERIFY(writer.append("header"_ba, QByteArray(1000, 'm')));
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    rlimit small = before;
    small.rlim_cur = 2000;
    ::setrlimit(RLIMIT_FSIZE, &small);
    const bool written = writer.append("header"_ba, QByteArray(5000, 'n'));
    RecordingWriter other;
    const bool opened = other.open(folder.filePath(u"b.mp4"_s), QByteArray(5000, 'i'));
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!written);
    QVERIFY(!opened);
    QVERIFY(!QFile::exists(folder.filePath(u"b.mp4"_s)));
    QCOMPARE(QFileInfo(path).size(), 1106);
    QVERIFY(writer.append("header"_ba, QByteArray(10, 'o'))); // once there is room
    writer.close();
    QFile file(path);
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.readAll().endsWith("mheader" + QByteArray(10, 'o')));
}

void RecordingsTest::filesAreFoundByTime()
{
    QFETCH(const QString, engine);
    DatabaseFixture fixture(engine);
    migrate(fixture.database);
    Account account;
    account.accountId = AccountId::generate();
    account.createdAt = account.updatedAt = Times::now();
    fixture.database.insert(account);
    Device device;
    device.deviceId = DeviceId::generate();
    device.accountId = account.accountId;
    device.sourceUrl = QUrl(u"rtsp://127.0.0.1/live"_s);
    device.createdAt = device.updatedAt = Times::now();
    fixture.database.insert(device);

    RecordingStore store(fixture.database);
    QList<RecordedFile> files;
    for (int i = 0; i < 3; ++i) {
        RecordedFile file;
        file.recordingId = RecordingId::generate();
        file.deviceId = device.deviceId;
        file.bytes = 100;
        file.initBytes = initBytes;
        Fragments list = minutes(300);
        for (Fragment &fragment : list)
            fragment.startMs += i * 300'000;
        file.setList(list);
        store.save(file);
        store.save(file); // again
        files += file;
    }
    const auto at = [](qint64 seconds) { return Times::fromMilliseconds(noon + seconds * 1000); };
    QCOMPARE(store.between(device.deviceId, at(300), at(301)).size(), 1);
    QCOMPARE(store.between(device.deviceId, at(300), at(301)).constFirst().list(), files[1].list());
    QCOMPARE(store.spansBetween(device.deviceId, at(299), at(601)).size(), 3);
    QCOMPARE(store.spansBetween(device.deviceId, at(900), at(1000)).size(), 0);
    QCOMPARE(store.nextFrom(device.deviceId, at(301))->recordingId, files[2].recordingId);
    QCOMPARE(store.lastBefore(device.deviceId, at(300))->recordingId, files[0].recordingId);
    QCOMPARE(store.bytesOf(account.accountId), 300);
    store.remove(files[0].recordingId);
    QVERIFY(!store.find(files[0].recordingId));
    fixture.database.exec("DELETE FROM device WHERE device_id = ?", device.deviceId);
    QCOMPARE(store.bytesOf(device.deviceId), 0);
}

QTEST_GUILESS_MAIN(RecordingsTest)
#include "tst_recordings.moc"
