// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/core/base/durablefile.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

/// Files that are there as a whole, or not at all.
class TestDurableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesAFileAsAWhole();
    void leavesNothingOnAFullDisk();

private:
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestDurableFile::replacesAFileAsAWhole()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new/file"_s);
    DurableFile::write(path, "first");
    DurableFile::write(path, "second");
    QCOMPARE(contentOf(path), "second");
    QCOMPARE(QDir(folder.filePath(u"new"_s)).entryList(QDir::Files), QStringList{u"file"_s});
}

/// A limit for the size of files takes effect as a full disk does: in the middle of the write.
void TestDurableFile::leavesNothingOnAFullDisk()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"file"_s);
    DurableFile::write(path, "first");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ::getrlimit(RLIMIT_FSIZE, &before);
    {
        const auto lift = qScopeGuard([&before] { ::setrlimit(RLIMIT_FSIZE, &before); });
        const rlimit small{1000, before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        QVERIFY_EXCEPTION_THROWN(DurableFile::write(path, QByteArray(5000, 'x')), StorageError);
    }
    QCOMPARE(contentOf(path), "first");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"file"_s});
}

QTEST_GUILESS_MAIN(TestDurableFile)
#include "tst_durablefile.moc"
