// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/spoolfile.h"

#include <QTemporaryDir>
#include <QTest>

/// What files of bytes that wait may hold. How they leave room on the disk: see tst_diskspace.
class TestSpoolFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesShareABudget();
};

void TestSpoolFile::filesShareABudget()
{
    const QTemporaryDir folder;
    const SpoolSpace space{folder.path(), std::make_shared<ByteBudget>(100, 60)};
    constexpr ByteHolder ada{.network = 1};
    constexpr ByteHolder bob{.network = 2};
    auto first = std::make_unique<SpoolFile>(space, ada);
    QVERIFY(first->append(QByteArray(50, 'a')));
    SpoolFile second(space, ada);
    QVERIFY(!second.append(QByteArray(11, 'a'))); // the rest is for others
    QVERIFY(!second.errorString().isEmpty());
    QCOMPARE(second.refusal(), SpoolFile::Refusal::Budget);
    SpoolFile other(space, bob);
    QVERIFY(other.reserve(50, bob));
    QVERIFY(!second.append("a"));
    QVERIFY(other.append(QByteArray(50, 'b'))); // is reserved already
    QVERIFY(!other.append("b"));
    first.reset();
    QVERIFY(second.append(QByteArray(50, 'a')));
    QCOMPARE(second.size(), 50);
}

QTEST_GUILESS_MAIN(TestSpoolFile)
#include "tst_spoolfile.moc"
