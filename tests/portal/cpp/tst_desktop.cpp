// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/desktop.h"
#include "app/portal/desktopnotices.h"
#include "app/portal/knownaccounts.h"
#include "app/portal/tray.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// A desktop's notification service, as far as the portal uses it.
class NotificationService : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    QList<QStringList> shown; ///< title, text, and actions of each

public Q_SLOTS:
    uint Notify(const QString &, uint, const QString &, const QString &title, const QString &text,
                const QStringList &actions, const QVariantMap &, int)
    {
        shown.append({title, text, actions.join(u' ')});
        return uint(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

/// The portal outside of its window: what it remembers, its notifications, and its icon.
class DesktopTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersTheWindow();
    void remembersAPageForEachUser();
    void keepsPreferences();
    void handsALinkOverOnce();
    void keepsAccountsOnSeveralServers();
    void refusesAddressesThatAreNoServers();
    void showsNotifications();
    void staysSilentWithoutAService();
    void countsOnTheIcon();
    void remembersTheSound();
};

void DesktopTest::remembersTheWindow()
{
    const QTemporaryDir dir;
    {
        Desktop desktop(dir.path());
        QCOMPARE(desktop.windowSize(), QSize(1280, 800));
        desktop.keepWindow(1500, 900, false);
        desktop.keepWindow(1920, 1080, true);
    }
    const Desktop desktop(dir.path());
    QCOMPARE(desktop.windowSize(), QSize(1500, 900));
    QVERIFY(desktop.maximized());
}

void DesktopTest::remembersAPageForEachUser()
{
    const QTemporaryDir dir;
    Desktop desktop(dir.path());
    desktop.keepPage(u"usr_1"_s, u"waymark://marks"_s);
    QCOMPARE(Desktop(dir.path()).page(u"usr_1"_s), u"waymark://marks"_s);
    QCOMPARE(desktop.page(u"usr_2"_s), QString());
}

void DesktopTest::keepsPreferences()
{
    const QTemporaryDir dir;
    {
        Desktop desktop(dir.path());
        QCOMPARE(desktop.textScale(), 1.0);
        QVERIFY(desktop.notifications());
        desktop.setTextScale(1.3);
        QCOMPARE(desktop.textScale(), 1.25);
        desktop.setTextScale(7);
        QCOMPARE(desktop.textScale(), 2.0);
        desktop.setNotifications(false);
        desktop.setRecentEntries({u"page:home"_s});
        QVERIFY(!desktop.cropsPictures());
        desktop.setCropsPictures(true);
        QVERIFY(!desktop.firstDayIsOver(u"usr_1"_s));
        desktop.endFirstDay(u"usr_1"_s);
    }
    const Desktop desktop(dir.path());
    QCOMPARE(desktop.textScale(), 2.0);
    QVERIFY(!desktop.notifications());
    QCOMPARE(desktop.recentEntries(), QStringList(u"page:home"_s));
    QVERIFY(desktop.cropsPictures());
    QVERIFY(desktop.firstDayIsOver(u"usr_1"_s));
    QVERIFY(!desktop.firstDayIsOver(u"usr_2"_s));
}

void DesktopTest::handsALinkOverOnce()
{
    const QTemporaryDir dir;
    Desktop desktop(dir.path());
    QSignalSpy waiting(&desktop, &Desktop::linkWaiting);
    desktop.openLink(u"waymark://marks"_s);
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(desktop.takeLink(), u"waymark://marks"_s);
    QCOMPARE(desktop.takeLink(), QString());
}

void DesktopTest::keepsAccountsOnSeveralServers()
{
    const QTemporaryDir dir;
    const QUrl own(u"http://127.0.0.1:4000"_s);
    const auto users = [](const KnownAccounts &accounts) {
        QStringList users;
        for (const QVariant &account : accounts.all())
            users +=
                account.toMap()[u"user"_s].toString() + (account.toMap()[u"current"_s].toBool() ? u"*"_s : QString());
        return users;
    };
    {
        KnownAccounts accounts(dir.path(), own, KnownAccounts::Start::Last);
        QSignalSpy chosen(&accounts, &KnownAccounts::chosen);
        QSignalSpy forgotten(&accounts, &KnownAccounts::forgotten);
        QCOMPARE(accounts.serverOf(accounts.current()), own);
        accounts.keep(u"ada@example.org"_s);

        QCOMPARE(accounts.add(u" waymark.example.org "_s), QString());
        QCOMPARE(accounts.serverOf(accounts.current()), QUrl(u"https://waymark.example.org"_s));
        accounts.keep(u"ada@example.org"_s);
        QCOMPARE(accounts.add({}), QString()); // another account on the portal's own server
        QCOMPARE(accounts.serverOf(accounts.current()), own);
        QCOMPARE(users(accounts), (QStringList{u"ada@example.org"_s, u"ada@example.org"_s, u"*"_s}));
        QCOMPARE(chosen.count(), 2);

        // Nobody has signed in there, so nothing is lost.
        const QString remote = accounts.all()[1].toMap()[u"id"_s].toString();
        accounts.choose(remote);
        QCOMPARE(users(accounts), (QStringList{u"ada@example.org"_s, u"ada@example.org*"_s}));
        QCOMPARE(forgotten.count(), 1);

        // The same account twice is one.
        QCOMPARE(accounts.add(u"https://waymark.example.org/"_s), QString());
        accounts.keep(u"ada@example.org"_s);
        QCOMPARE(users(accounts), (QStringList{u"ada@example.org"_s, u"ada@example.org*"_s}));
        QCOMPARE(forgotten.takeLast()[0].value<KnownAccounts::Account>().id, remote);
    }
    {
        KnownAccounts accounts(dir.path(), own, KnownAccounts::Start::Last);
        QCOMPARE(users(accounts), (QStringList{u"ada@example.org"_s, u"ada@example.org*"_s}));
        accounts.forget(accounts.current().id); // the current account stays
        QCOMPARE(accounts.all().size(), 2);
    }
    // The command line names a server.
    KnownAccounts accounts(dir.path(), QUrl(u"https://other.example.org"_s), KnownAccounts::Start::Own);
    QCOMPARE(accounts.serverOf(accounts.current()), QUrl(u"https://other.example.org"_s));
    accounts.forget(accounts.all()[1].toMap()[u"id"_s].toString());
    QCOMPARE(users(accounts), QStringList{u"ada@example.org*"_s});
}

void DesktopTest::refusesAddressesThatAreNoServers()
{
    const QTemporaryDir dir;
    KnownAccounts accounts(dir.path(), QUrl(u"http://127.0.0.1:4000"_s), KnownAccounts::Start::Last);
    for (const QString &address : {u"ftp://example.org"_s, u"https://"_s, u"https://ada:secret@example.org"_s,
                                   u"https://example.org?x=1"_s, u"two words"_s, u"rtsp://camera/live"_s})
        QCOMPARE(accounts.add(address), u"address"_s);
    QCOMPARE(accounts.all().size(), 1);
    for (int i = 1; i < KnownAccounts::most; ++i) {
        QCOMPARE(accounts.add(u"localhost:%1"_s.arg(5000 + i)), QString());
        accounts.keep(u"ada@example.org"_s);
    }
    QCOMPARE(accounts.serverOf(accounts.current()).scheme(), u"http"_s); // to this machine
    QCOMPARE(accounts.add(u"example.org"_s), u"full"_s);
}

void DesktopTest::showsNotifications()
{
    QProcess daemon; // a bus of its own
    daemon.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(daemon.waitForReadyRead(30'000));
    const QString address = QString::fromLatin1(daemon.readLine().trimmed());
    auto serviceBus = QDBusConnection::connectToBus(address, u"service"_s);
    NotificationService service;
    QVERIFY(
        serviceBus.registerObject(u"/org/freedesktop/Notifications"_s, &service, QDBusConnection::ExportAllContents));
    QVERIFY(serviceBus.registerService(u"org.freedesktop.Notifications"_s));

    const QTemporaryDir dir;
    Desktop desktop(dir.path());
    DesktopNotices notices(desktop, QDBusConnection::connectToBus(address, u"portal"_s));
    QSignalSpy chosen(&notices, &DesktopNotices::chosen);
    desktop.notify(u"Front door went offline"_s, u"<b>Ada & Bea</b>"_s, u"waymark://cameras/dev_1"_s);
    QTRY_COMPARE(service.shown.size(), 1);
    QCOMPARE(service.shown[0][0], u"Front door went offline"_s);
    QCOMPARE(service.shown[0][1], u"&lt;b&gt;Ada &amp; Bea&lt;/b&gt;"_s); // never markup of other people
    // The answer with the notification's id may arrive after a click.
    QTRY_VERIFY((Q_EMIT service.ActionInvoked(1, u"default"_s), chosen.size() > 0));
    QCOMPARE(chosen[0][0].toString(), u"waymark://cameras/dev_1"_s);

    desktop.setNotifications(false);
    desktop.notify(u"Hidden"_s, {}, {});
    desktop.setNotifications(true);
    desktop.notify(u"Shown"_s, {}, {});
    QTRY_COMPARE(service.shown.size(), 2);
    QCOMPARE(service.shown[1][0], u"Shown"_s);
    QCOMPARE(service.shown[1][2], QString()); // nothing to open

    QDBusConnection::disconnectFromBus(u"portal"_s);
    QDBusConnection::disconnectFromBus(u"service"_s);
    daemon.terminate();
    QVERIFY(daemon.waitForFinished(30'000));
}

void DesktopTest::staysSilentWithoutAService()
{
    const QTemporaryDir dir;
    Desktop desktop(dir.path());
    const DesktopNotices notices(desktop, QDBusConnection(u"none"_s));
    desktop.notify(u"Nobody sees this"_s, {}, {});
}

void DesktopTest::countsOnTheIcon()
{
    const auto picture = [](int unread) { return Tray::icon(unread).pixmap(64, 64).toImage(); };
    QVERIFY(!picture(0).isNull());
    QVERIFY(picture(0) != picture(3));
    QVERIFY(picture(3) != picture(4));
    QCOMPARE(picture(100), picture(5000));

    // The other accounts count as well.
    QCOMPARE(Tray::toolTip(0, 0), u"Waymark"_s);
    QCOMPARE(Tray::toolTip(2, 0), u"Waymark: 2 unread"_s);
    QCOMPARE(Tray::toolTip(2, 3), u"Waymark: 5 unread\n3 of them in other accounts"_s);
    const QTemporaryDir dir;
    Desktop desktop(dir.path());
    QSignalSpy changed(&desktop, &Desktop::unreadChanged);
    desktop.setUnreadElsewhere(3);
    desktop.setUnreadElsewhere(3);
    QCOMPARE(changed.count(), 1);
}

void DesktopTest::remembersTheSound()
{
    const QTemporaryDir dir;
    {
        Desktop desktop(dir.path());
        QVERIFY(desktop.isMuted());
        QCOMPARE(desktop.volume(), 0.7);
        desktop.setMuted(false);
        desktop.setVolume(7);
        QCOMPARE(desktop.volume(), 1.0);
        desktop.setVolume(qQNaN());
        QCOMPARE(desktop.volume(), 1.0);
        desktop.setVolume(0.25);
    }
    const Desktop desktop(dir.path());
    QVERIFY(!desktop.isMuted());
    QCOMPARE(desktop.volume(), 0.25);
}

QTEST_MAIN(DesktopTest)
#include "tst_desktop.moc"
