// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/mailmessage.h"
#include "app/portal/outboxmodel.h"
#include "models/core/utc.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMail_data();
    void readsMail();
    void readsTheTextOfAMultipart();
    void findsTheCode_data();
    void findsTheCode();
    void showsNewMail();
};

void OutboxTest::readsMail_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("body");
    const QByteArray utf8 = u"您好 123456"_s.toUtf8();
    QTest::newRow("plain") << QByteArray("Subject: Hi\r\n") << QByteArray("Hello\r\nAda\r\n") << u"Hi"_s
                           << u"Hello\nAda"_s;
    QTest::newRow("base64") << QByteArray("Subject: =?UTF-8?B?5oKo5aW9?=\r\n"
                                          "Content-Type: text/plain; charset=utf-8\r\n"
                                          "Content-Transfer-Encoding: base64\r\n")
                            << utf8.toBase64() + "\r\n"
                            << u"您好"_s << u"您好 123456"_s;
    QTest::newRow("quoted-printable") << QByteArray("Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe_an_Ada?=\r\n"
                                                    "Content-Type: text/plain; charset=\"utf-8\"\r\n"
                                                    "Content-Transfer-Encoding: quoted-printable\r\n")
                                      << QByteArray("Gr=C3=BC=C3=9Fe =\r\nund Dank\r\n") << u"Grüße an Ada"_s
                                      << u"Grüße und Dank"_s;
    QTest::newRow("folded words") << QByteArray("Subject: =?UTF-8?B?5oKo?=\r\n =?UTF-8?B?5aW9?= there\r\n")
                                  << QByteArray("x") << u"您好 there"_s << u"x"_s;
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString() << QString();
}

void OutboxTest::readsMail()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, content);
    QFETCH(QString, subject);
    QFETCH(QString, body);
    const auto mail = MailMessage::parse("To: ada@example.org\r\nDate: Mon, 23 Nov 2026 18:05:00 +0000\r\n" + head
                                         + "\r\n" + content);
    QCOMPARE(mail.to, u"ada@example.org"_s);
    QCOMPARE(mail.date.toUTC(), QDateTime({2026, 11, 23}, {18, 5}, Times::utc));
    QCOMPARE(mail.subject, subject);
    QCOMPARE(mail.body, body);
}

void OutboxTest::readsTheTextOfAMultipart()
{
    const auto mail = MailMessage::parse("Subject: x\r\nContent-Type: multipart/alternative; boundary=\"b1\"\r\n\r\n"
                                         "--b1\r\nContent-Type: text/html\r\n\r\n<p>Hi</p>\r\n"
                                         "--b1\r\nContent-Type: text/plain\r\n\r\nHi Ada\r\n--b1--\r\n");
    QCOMPARE(mail.body, u"Hi Ada"_s);
}

void OutboxTest::findsTheCode_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("on a line") << u"code:\n\n    042137\n\nbye"_s << u"042137"_s;
    QTest::newRow("in Chinese") << u"验证码：042137。"_s << u"042137"_s;
    QTest::newRow("none") << u"you already have an account"_s << QString();
    QTest::newRow("longer number") << u"call 0301234567"_s << QString();
    QTest::newRow("part of an id") << u"ord_123456"_s << QString();
}

void OutboxTest::findsTheCode()
{
    QFETCH(QString, body);
    QFETCH(QString, code);
    MailMessage mail;
    mail.body = body;
    QCOMPARE(mail.code(), code);
}

void OutboxTest::showsNewMail()
{
    PortalFixture fixture;
    OutboxModel outbox;
    outbox.setPortal(&fixture.portal());
    QCOMPARE(outbox.state(), LoadState::Empty);

    const auto drop = [&fixture](const QString &name, const QByteArray &subject) {
        QFile file(fixture.outboxDir() + u'/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("Subject: " + subject + "\r\n\r\nYour code is 123456\r\n");
        file.close();
        QVERIFY(file.rename(file.fileName() + u".eml"_s));
    };
    drop(u"a1"_s, "first");
    QTRY_COMPARE(outbox.count(), 1);
    drop(u"a2"_s, "second");
    QTRY_COMPARE(outbox.count(), 2);
    QCOMPARE(outbox.state(), LoadState::Ready);
    QCOMPARE(outbox.data(outbox.index(0), OutboxModel::Subject).toString(), u"second"_s);
    QCOMPARE(outbox.data(outbox.index(0), OutboxModel::Code).toString(), u"123456"_s);
    QCOMPARE(outbox.data(outbox.index(1), OutboxModel::Subject).toString(), u"first"_s);
}

QTEST_MAIN(OutboxTest)
#include "tst_outbox.moc"
