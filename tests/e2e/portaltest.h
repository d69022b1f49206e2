// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/e2e/portaldriver.h"
#include "tests/support/testaccount.h"
#include "tests/support/testserver.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

/// A test that uses the portal. Its steps build on each other in the order of their declaration: after a failed step,
/// the remaining steps are skipped. A warning of Qt or QML fails the step in which it is reported.
class PortalTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr int patience = PortalDriver::patience;

    /// Opens the portal on m_server with the default look, and signs in.
    bool openPortal(const QString &email);
    /// Creates a user on m_server with the password of test accounts. `role` is `admin` or `support`.
    bool createUser(const QString &role, const QString &email);
    /// Clicks the controls one after another. Returns false as soon as one cannot be clicked.
    bool follow(const QStringList &clicks) const;
    /// Adds the column `look` with two rows: a small window in Chinese, and a large dark window in English.
    static void addLooks();
    /// Adds the column `look` with rows that have every pair of a language, a theme, and a size.
    static void addLookPairs();
    /// Returns the fraction of sampled pixels in which two pictures differ.
    static double difference(const QImage &a, const QImage &b);
    /// Saves a screenshot under a name that contains the current row.
    void keepRow(const QString &name) const;

    QTemporaryDir m_dir;
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<PortalDriver> m_driver;

protected Q_SLOTS:
    /// A test with a cleanupTestCase() of its own calls this one.
    void cleanupTestCase();

private Q_SLOTS:
    void init();
    void cleanup();

private:
    static void failOnWarnings();

    bool m_failed = false;
};

/// Fails the test unless the step of the driver succeeds.
#define STEP(what) QVERIFY(m_driver->what)

/// Runs the test. To be called from main().
template <typename Test>
int runPortalTest(int argc, char *argv[])
{
    PortalApplication::setUp();
    QGuiApplication application(argc, argv);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
