// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/cameras/ingest/segmentring.h"
#include "server/cameras/recorder/recordingeraser.h"
#include "tests/server/cameras/ingest/sampleboxes.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// Files of a ring whose user has deleted parts of the recording.
class ErasedFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileWithHolesStays();
    void theRingLeavesAFile();
};

namespace {
/// Records six segments of a second, as a camera that is offline afterwards. Returns their file.
RingFile recorded(SegmentRing &ring)
{
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    for (int i = 0; i < 6; ++i)
        ring.add({1000 * i, 1000}, init, SampleBoxes::media("media"));
    ring.endFile(RecordedFile::Gap::CameraLost);
    return ring.files().constFirst();
}
}

/// A user has deleted parts of the recording of a camera that is offline.
void ErasedFilesTest::aFileWithHolesStays()
{
    QTemporaryDir directory;
    RingFile file;
    {
        SegmentRing ring(directory.path(), {.indexed = true});
        file = recorded(ring);
        ring.decide(file.name.id, RingFile::Fate::Kept);
    }
    const qint64 size = QFileInfo(file.path).size();
    Fragments kept = file.fragments;
    kept.removeAt(3);
    kept.removeFirst();
    for (int round = 0; round < 2; ++round) { // it may be broken off and done again
        RecordingEraser::punch(file.path, file.initBytes, kept);
        SegmentRing ring(directory.path(), {.indexed = true});
        QCOMPARE(QFileInfo(file.path).size(), size);
        QCOMPARE(ring.next().sequence, file.endSequence());
        QVERIFY(ring.segments().isEmpty()); // a live playlist counts on
        QCOMPARE(ring.openBetween(0, 6000).size(), size_t(4));
        const auto read = RingFile::read(directory.path(), file.name);
        QVERIFY(read && read->erased);
        QCOMPARE(read->fragments, kept);
        QCOMPARE(read->segment(1), file.segment(2));
        QCOMPARE(read->segment(3), file.segment(5));
        QCOMPARE(RingFolder::newest(directory.path()), file.segment(5));
    }
    // The end as well, beside a hole.
    kept.removeLast();
    kept.removeLast();
    RecordingEraser::punch(file.path, file.initBytes, kept);
    SegmentRing ring(directory.path(), {.indexed = true});
    QCOMPARE(QFileInfo(file.path).size(), size);
    QCOMPARE(ring.next().sequence, file.endSequence());
    QCOMPARE(RingFile::read(directory.path(), file.name)->fragments, kept);
}

void ErasedFilesTest::theRingLeavesAFile()
{
    QTemporaryDir directory;
    SegmentRing ring(directory.path(), {.indexed = true});
    const RingFile file = recorded(ring);
    ring.leave(file.name.id);
    QVERIFY(ring.segments().isEmpty());
    QVERIFY(!ring.place(file.segment(5).toString()));
    QCOMPARE(ring.files().size(), 1); // nobody has decided about it
    ring.decide(file.name.id, RingFile::Fate::Kept);
    ring.leave(file.name.id);
    QVERIFY(ring.files().isEmpty());
    QVERIFY(QFile::exists(file.path));
    const qint64 init = ring.addInit(SampleBoxes::init("init"));
    QVERIFY(ring.add({60'000, 1000}, init, SampleBoxes::media("media")));
    QCOMPARE(ring.segments().size(), 1);
    QCOMPARE(ring.newest()->sequence, file.endSequence());
    // A file that grows is not left.
    ring.leave(ring.files().constFirst().name.id);
    QCOMPARE(ring.segments().size(), 1);
}

QTEST_GUILESS_MAIN(ErasedFilesTest)
#include "tst_erasedfiles.moc"
