// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/portaltest.h"

#include <QDesktopServices>
#include <QDir>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

/// Deleted items in the bin: listed, filtered, and restored. All data of the account: saved, exported, deleted, and
/// kept.
class BinTest : public PortalTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isEmptyAtFirst();
    void listsDeletedItemsWithoutReload();
    void filtersByType();
    void restoresACamera();
    void leavesThePagesOfADeletedCamera();
    void savesAList();
    void exportsTheAccount();
    void keepsTheAccount();
    void looksRight_data();
    void looksRight();

public Q_SLOTS:
    /// Called in place of the browser.
    void open(const QUrl &url) { m_opened = url; }

private:
    int shown() const { return m_driver->property(u"binList"_s, "count").toInt(); }

    TestAccount *m_ada = nullptr;
    QUrl m_opened;
};

void BinTest::initTestCase()
{
    // The folder of downloads, as a desktop names it.
    QDir(m_dir.path()).mkdir(u"config"_s);
    QFile folders(m_dir.filePath(u"config/user-dirs.dirs"_s));
    QVERIFY(folders.open(QIODevice::WriteOnly));
    folders.write("XDG_DOWNLOAD_DIR=\"" + m_dir.filePath(u"downloads"_s).toUtf8() + "\"\n");
    folders.close();
    qputenv("XDG_CONFIG_HOME", m_dir.filePath(u"config"_s).toUtf8());
    m_server = std::make_unique<TestServer>();
    m_ada = &m_server->account(u"ada"_s);
    QVERIFY(openPortal(m_ada->email()));
}

void BinTest::isEmptyAtFirst()
{
    STEP(click(u"binButton"_s));
    STEP(waitFor(u"binAll"_s));
    STEP(waitFor(u"emptyTitle"_s));
    m_driver->keep(u"bin-empty"_s);
}

void BinTest::listsDeletedItemsWithoutReload()
{
    const QString door = m_ada->addDevice(u"Front door"_s)[u"device_id"_s].toString();
    const QString yard = m_ada->addDevice(u"Yard"_s)[u"device_id"_s].toString();
    const Answer mark =
        m_ada->post(u"/device-marks"_s,
                    {{u"device_id"_s, yard}, {u"label"_s, u"motion"_s}, {u"started_at"_s, u"2026-01-01T12:00:00Z"_s}});
    QCOMPARE(mark.status, 201);
    const QJsonObject marks{{u"mark_ids"_s, QJsonArray{mark.json[u"devicemark_id"_s]}}};
    QVERIFY(m_ada->del(u"/device-marks/triggered/account/%1/detail"_s.arg(m_ada->accountId()), marks).status < 300);
    QCOMPARE(m_ada->del(u"/devices/"_s + door).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 2, patience);
    m_driver->keep(u"bin"_s);
}

void BinTest::filtersByType()
{
    STEP(click(u"binData"_s));
    STEP(waitFor(u"emptyTitle"_s));
    STEP(click(u"binDevices"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, patience);
}

void BinTest::restoresACamera()
{
    STEP(click(u"takeBack0"_s));
    STEP(waitFor(u"emptyTitle"_s));
    m_driver->keep(u"bin-restored"_s);
    QCOMPARE(m_ada->get(u"/devices"_s).items().size(), 2);
    STEP(click(u"binAll"_s));
    QTRY_COMPARE_WITH_TIMEOUT(shown(), 1, patience);
}

void BinTest::leavesThePagesOfADeletedCamera()
{
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"cameraTile0"_s));
    STEP(click(u"zonesButton"_s));
    STEP(waitFor(u"newZoneButton"_s));
    for (const auto &device : m_ada->get(u"/devices"_s).items())
        QCOMPARE(m_ada->del(u"/devices/"_s + device[u"device_id"_s].toString()).status, 204);
    STEP(waitFor(u"emptyActionButton"_s));
    QVERIFY(!m_driver->find(u"backButton"_s)); // the pages of the zones and of the camera are closed
    STEP(click(u"binButton"_s));
    STEP(waitFor(u"takeBack0"_s));
}

void BinTest::savesAList()
{
    STEP(click(u"accountEntry"_s));
    STEP(click(u"tab3"_s));
    STEP(waitFor(u"activityList"_s));
    STEP(click(u"activityCsvButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver->text(u"toastLabel"_s).contains(u"activity-"_s), patience);
    const QDir downloads(m_dir.filePath(u"downloads"_s));
    QCOMPARE(downloads.entryList(QDir::Files).size(), 1);
    QFile list(downloads.filePath(downloads.entryList(QDir::Files)[0]));
    QVERIFY(list.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = list.readAll().split('\n');
    QVERIFY2(lines[0].contains("action"), lines[0].constData());
    QCOMPARE_GE(lines.size(), 2);
}

void BinTest::exportsTheAccount()
{
    STEP(click(u"tab4"_s));
    STEP(click(u"exportButton"_s));
    STEP(type(u"dataPasswordField"_s, u"not the password"_s));
    STEP(click(u"dataConfirmButton"_s));
    STEP(waitUntil(u"dataPasswordField"_s, "wrong"));
    STEP(type(u"dataPasswordField"_s, TestAccount::password()));
    STEP(click(u"dataConfirmButton"_s));
    STEP(waitUntilGone(u"dataConfirmButton"_s));
    STEP(waitFor(u"downloadExportButton"_s)); // without a reload
    m_driver->keep(u"account-data"_s);
    QDesktopServices::setUrlHandler(u"http"_s, this, "open");
    STEP(click(u"downloadExportButton"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_opened.isValid(), patience);
    QDesktopServices::unsetUrlHandler(u"http"_s);
    const Answer file = m_server->anybody().get(m_opened.toString(QUrl::FullyEncoded));
    QCOMPARE(file.status, 200);
    QVERIFY(file.body.startsWith("PK"));
    STEP(click(u"removeExportButton"_s));
    STEP(waitUntilGone(u"downloadExportButton"_s));
}

void BinTest::keepsTheAccount()
{
    const auto deletion = [this] { return m_ada->get(u"/accounts/%1/deletion"_s.arg(m_ada->accountId())).status; };
    STEP(click(u"deleteAccountButton"_s));
    STEP(type(u"dataPasswordField"_s, TestAccount::password()));
    STEP(click(u"dataConfirmButton"_s));
    STEP(waitFor(u"deletionState"_s));
    QCOMPARE(deletion(), 200);
    m_driver->keep(u"account-deletion"_s);
    STEP(click(u"keepAccountButton"_s));
    STEP(waitFor(u"deleteAccountButton"_s));
    QCOMPARE(deletion(), 404);
    STEP(click(u"camerasEntry"_s));
    STEP(click(u"binButton"_s));
}

void BinTest::looksRight_data() { addLooks(); }

void BinTest::looksRight()
{
    QFETCH(const Look, look);
    STEP(apply(look));
    STEP(click(u"binMarks"_s)); // lays the page out in its new size
    STEP(waitFor(u"takeBack0"_s));
    keepRow(u"look-bin"_s);
}

int main(int argc, char *argv[]) { return runPortalTest<BinTest>(argc, argv); }
#include "tst_bin.moc"
