// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/utc.h"
#include "server/post/mail/mailtemplate.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QProcess>
#include <QTest>

using namespace Qt::StringLiterals;
using Kind = MailTemplate::Kind;

namespace {
const MailTemplate::Values everything{
    {u"code"_s, u"042042"_s},
    {u"name"_s, u"Ada Lovelace"_s},
    {u"email"_s, u"ada@example.org"_s},
    {u"app"_s, u"Doorbell"_s},
    {u"app_id"_s, u"app_06dzz5x6k7tr3fq3m2n9b8vcs4"_s},
    {u"redirect_uris"_s, u"https://doorbell.example/back org.example.doorbell:/back"_s},
    {u"origins"_s, u"https://doorbell.example"_s},
    {u"provider"_s, u"The House"_s},
    {u"identity"_s, u"ada@house.example"_s},
    {u"phone"_s, u"+4940123456"_s},
    {u"device"_s, u"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"_s},
    {u"address"_s, u"192.0.2.7"_s},
    {u"by"_s, u"Bea Becker"_s},
    {u"reason"_s, u"The camera at the door stays black"_s},
    {u"when"_s, u"23 November 2026, 22:15 (Europe/Berlin)"_s},
    {u"until"_s, u"30 November 2026, 22:15 (Europe/Berlin)"_s},
    {u"day"_s, u"30 November 2026"_s},
    {u"headline"_s, u"Motion detected at Front door"_s},
    {u"camera"_s, u"Front door"_s},
    {u"count"_s, u"30"_s},
    {u"left"_s, u"9"_s},
};

/// Returns a message as Python's email package reads it: an independent parser that reports every defect.
QJsonObject asOthersReadIt(const QByteArray &message)
{
    QProcess python;
    python.start(u"/usr/bin/python3"_s, {u"-c"_s, uR"(
import email, email.policy, json, sys
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
parts = list(mail.iter_parts())
print(json.dumps({
    "type": mail.get_content_type(), "subject": mail["Subject"], "from": mail["From"], "name": mail["From"].addresses[0].display_name,
    "addresses": ",".join(address.addr_spec for address in mail["From"].addresses), "to": mail["To"], "date": str(mail["Date"].datetime),
    "parts": ",".join(part.get_content_type() for part in parts),
    "text": mail.get_body(("plain",)).get_content(), "html": mail.get_body(("html",)).get_content(),
    "defects": str([defect for part in [mail, *parts] for defect in part.defects]),
    "longest": max(len(line) for line in mail.as_bytes().split(b"\r\n"))}))
)"_s});
    python.write(message);
    python.closeWriteChannel();
    python.waitForFinished();
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}
}

/// Tests the mails of resources/mail as recipients see them.
class TestMailTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKindIsComplete_data();
    void everyKindIsComplete();
    void bothPartsHaveTheSameText_data() { everyKindIsComplete_data(); }
    void bothPartsHaveTheSameText();
    void everyFileBelongsToAKind();
    void valuesAreNotReadAsMarkup();
    void valuesAreNotReadAsTemplates();
    void aDetailWithoutAValueIsLeftOut();
    void anIndependentParserReadsTheMail();
    void headersAreAsciiAndReadAsMeant_data();
    void headersAreAsciiAndReadAsMeant();
    void headlinesNameCameraAndKind();
    void textMessagesAreShort();
};

void TestMailTemplates::everyKindIsComplete_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("locale");
    const auto kinds = QMetaEnum::fromType<Kind>();
    for (int i = 0; i < kinds.keyCount(); ++i) {
        for (const QString &locale : languageTags())
            QTest::addRow("%s, %s", kinds.key(i), qPrintable(locale)) << Kind(kinds.value(i)) << locale;
    }
}

void TestMailTemplates::everyKindIsComplete()
{
    QFETCH(const Kind, kind);
    QFETCH(const QString, locale);
    const Mail mail = MailTemplate::mail(kind, u"ada@example.org"_s, locale, everything);
    QCOMPARE(mail.to, u"ada@example.org"_s);
    static const QRegularExpression chinese(u"\\p{Han}"_s);
    static const QRegularExpression arabic(u"\\p{Arabic}"_s);
    for (const QString &part : {mail.subject, mail.text, mail.html}) {
        QVERIFY(!part.isEmpty());
        QVERIFY2(!part.contains(u"{{"_s) && !part.contains(u"SPDX"_s), qPrintable(part));
        QCOMPARE(part.contains(chinese), locale == u"zh-CN"_s);
        QCOMPARE(part.contains(arabic), locale == u"ar"_s);
    }
    if (locale != u"en"_s)
        QVERIFY(mail.text != MailTemplate::mail(kind, mail.to, u"en"_s, everything).text);
    QVERIFY(mail.html.contains(locale == u"ar"_s ? u"dir=\"rtl\""_s : u"dir=\"ltr\""_s));
    QVERIFY(!mail.subject.contains(u'\n'));
    QVERIFY(mail.html.contains(u"lang=\"%1\""_s.arg(locale)));
    // Reading a mail loads nothing, because a request would reveal who reads the mail and when.
    QVERIFY(!QString(mail.html).remove(u"https://doorbell.example"_s).contains(u"http"_s)); // but for the app's URIs
    QVERIFY(!mail.html.contains(u"<img"_s));
}

/// Requires every line of the plain text in the HTML.
void TestMailTemplates::bothPartsHaveTheSameText()
{
    QFETCH(const Kind, kind);
    QFETCH(const QString, locale);
    const Mail mail = MailTemplate::mail(kind, u"ada@example.org"_s, locale, everything);
    for (const QString &line : mail.text.split(u'\n', Qt::SkipEmptyParts)) {
        const bool isFact = line.startsWith(u"    "_s) && line.contains(u": "_s);
        const QString words = isFact ? line.section(u": "_s, 1) : line;
        if (line != u"-- "_s)
            QVERIFY2(mail.html.contains(words.trimmed().toHtmlEscaped()), qPrintable(line));
    }
}

void TestMailTemplates::everyFileBelongsToAKind()
{
    QStringList expected{u"layout.html"_s};
    for (const QString &language : {u"ar"_s, u"de"_s, u"en"_s, u"zh"_s}) {
        expected += {u"footer.%1.mail"_s.arg(language), u"headlines.%1.txt"_s.arg(language),
                     u"textcode.%1.txt"_s.arg(language)};
        const auto kinds = QMetaEnum::fromType<Kind>();
        for (int i = 0; i < kinds.keyCount(); ++i)
            expected += u"%1.%2.mail"_s.arg(QString::fromLatin1(kinds.key(i)).toLower(), language);
    }
    expected.sort();
    QCOMPARE(QDir(u":/waymark/mail"_s).entryList(QDir::Files, QDir::Name), expected);
}

void TestMailTemplates::valuesAreNotReadAsMarkup()
{
    auto values = everything;
    values[u"name"_s] = u"<b onclick=\"x()\">Ada</b> & 'Co'"_s;
    values[u"app"_s] = u"Door\r\nBcc: all@example.org\r\n\r\n= 999999\n| When: never"_s;
    const Mail mail = MailTemplate::mail(Kind::KeyRotated, u"ada@example.org"_s, u"en"_s, values);
    QVERIFY(mail.text.contains(u"Hello <b onclick=\"x()\">Ada</b> & 'Co',\n"_s));
    QVERIFY(!mail.html.contains(u"<b "_s));
    QVERIFY(mail.html.contains(u"&lt;b onclick=&quot;x()&quot;&gt;Ada&lt;/b&gt; &amp; "_s));
    const QString oneLine = u"Door Bcc: all@example.org = 999999 | When: never"_s;
    QCOMPARE(mail.subject, oneLine + u" has a new app key"_s);
    QVERIFY(mail.text.contains(u"    App: "_s + oneLine + u'\n'));
    const QByteArray message = mail.toMessage(u"w@example.org"_s, QDateTime::currentDateTimeUtc(), "1@waymark");
    QVERIFY(!message.contains("\nBcc:"));
}

void TestMailTemplates::valuesAreNotReadAsTemplates()
{
    auto values = everything;
    values[u"app"_s] = u"{{email}}{{>fonts}}{{#facts}}"_s;
    const Mail mail = MailTemplate::mail(Kind::NewSignIn, u"ada@example.org"_s, u"zh"_s, values);
    QVERIFY(mail.text.contains(u"{{email}}{{>fonts}}{{#facts}}"_s));
    QVERIFY(mail.html.contains(u"{{email}}{{&gt;fonts}}{{#facts}}"_s));
}

void TestMailTemplates::aDetailWithoutAValueIsLeftOut()
{
    auto values = everything;
    values.remove(u"reason"_s);
    const Mail mail = MailTemplate::mail(Kind::Deactivated, u"ada@example.org"_s, u"en"_s, values);
    QVERIFY(!mail.text.contains(u"Reason"_s));
    QVERIFY(!mail.html.contains(u"Reason"_s));
    QVERIFY(mail.html.contains(u"Time"_s));
}

void TestMailTemplates::anIndependentParserReadsTheMail()
{
    const Mail mail = MailTemplate::mail(Kind::PasswordChanged, u"lin@example.org"_s, u"zh-CN"_s, everything);
    const QDateTime at(QDate(2026, 11, 23), QTime(22, 15, 30), Times::utc);
    const QJsonObject read = asOthersReadIt(mail.toMessage(u"Wegmarke Köln <w@example.org>"_s, at, "06dz@waymark"));
    QCOMPARE(read[u"defects"_s].toString(), u"[]"_s);
    QCOMPARE(read[u"type"_s].toString(), u"multipart/alternative"_s);
    QCOMPARE(read[u"parts"_s].toString(), u"text/plain,text/html"_s); // readers show the last part that they support
    QCOMPARE(read[u"subject"_s].toString(), mail.subject);
    QCOMPARE(read[u"from"_s].toString(), u"Wegmarke Köln <w@example.org>"_s);
    QCOMPARE(read[u"date"_s].toString(), u"2026-11-23 22:15:30+00:00"_s);
    QCOMPARE(read[u"text"_s].toString().remove(u'\r'), mail.text);
    QCOMPARE(read[u"html"_s].toString().remove(u'\r').trimmed(), mail.html.trimmed());
    QVERIFY(read[u"longest"_s].toInt() <= 78); // RFC 5322, 2.1.1
}

void TestMailTemplates::headersAreAsciiAndReadAsMeant_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");
    const auto row = [](const QString &from, const QString &name, const QString &address) {
        QTest::newRow(from.toUtf8().constData()) << from << name << address;
    };
    row(u"Acme, Inc. (North) <alerts@example.org>"_s, u"Acme, Inc. (North)"_s, u"alerts@example.org"_s);
    row(u"\"Acme, Inc.\" <alerts@example.org>"_s, u"Acme, Inc."_s, u"alerts@example.org"_s);
    row(u"The \\ and the \" <a@example.org>"_s, u"The \\ and the \""_s, u"a@example.org"_s);
    row(u"Köln, GmbH <w@bücher.example>"_s, u"Köln, GmbH"_s, u"w@xn--bcher-kva.example"_s);
    row(u"小明, 公司 <w@example.org>"_s, u"小明, 公司"_s, u"w@example.org"_s);
    row(u"waymark@localhost"_s, {}, u"waymark@localhost"_s);
}

void TestMailTemplates::headersAreAsciiAndReadAsMeant()
{
    QFETCH(const QString, from);
    Mail mail;
    mail.to = u"user@bücher.example"_s;
    mail.subject = u"Ihr Bestätigungscode für die Kamera „Haustür“ ist da. Er gilt zehn Minuten und nur einmal 🚪"_s;
    mail.text = u"Hällo"_s;
    mail.html = u"<p>Hällo</p>"_s;
    const QByteArray message = mail.toMessage(from, QDateTime::currentDateTimeUtc(), "1@waymark");
    const QByteArray head = message.left(message.indexOf("\r\n\r\n"));
    QVERIFY2(std::all_of(head.begin(), head.end(), [](char c) { return c > 0; }), head.constData());
    const QJsonObject read = asOthersReadIt(message);
    QCOMPARE(read[u"defects"_s].toString(), u"[]"_s);
    QTEST(read[u"name"_s].toString(), "name");
    QTEST(read[u"addresses"_s].toString(), "address");
    QCOMPARE(read[u"to"_s].toString(), u"user@xn--bcher-kva.example"_s);
    QCOMPARE(read[u"subject"_s].toString(), mail.subject);
}

void TestMailTemplates::headlinesNameCameraAndKind()
{
    const auto headline = [](const QString &type, const QString &title, const QString &locale) {
        return MailTemplate::headline(type, locale,
                                      {{u"title"_s, title}, {u"label"_s, title}, {u"camera"_s, u"Front door"_s}});
    };
    QCOMPARE(headline(u"mark.opened"_s, u"motion"_s, u"en"_s), u"Motion detected at Front door"_s);
    QCOMPARE(headline(u"mark.closed"_s, u"dog"_s, u"en"_s), u"Dog ended at Front door"_s);
    QCOMPARE(headline(u"mark.opened"_s, u"motion"_s, u"zh-CN"_s), u"Front door 检测到移动"_s);
    QCOMPARE(headline(u"mark.opened"_s, u"motion"_s, u"de-AT"_s), u"Front door: Bewegung erkannt"_s);
    QCOMPARE(headline(u"mark.opened"_s, u"motion"_s, u"ar"_s), u"Front door: تم رصد حركة"_s);
    QCOMPARE(headline(u"camera.lost"_s, u"Front door"_s, u"en"_s), u"Front door went offline"_s);
    QCOMPARE(headline(u"announcement"_s, u"Maintenance {{x}}"_s, u"en"_s), u"Maintenance {{x}}"_s);
    QCOMPARE(headline(u"unheard.of"_s, u"Something"_s, u"en"_s), u"Something"_s);
}

void TestMailTemplates::textMessagesAreShort()
{
    const QString english = MailTemplate::textMessage(u"042042"_s, u"en-GB"_s);
    const QString german = MailTemplate::textMessage(u"042042"_s, u"de"_s);
    const QString arabic = MailTemplate::textMessage(u"042042"_s, u"ar"_s);
    const QString chinese = MailTemplate::textMessage(u"042042"_s, u"zh_CN"_s);
    QVERIFY2(english.size() <= 160 && english.startsWith(u"042042"_s), qPrintable(english)); // GSM 03.38: one part
    QVERIFY2(german.size() <= 160 && german.startsWith(u"042042"_s), qPrintable(german));
    QVERIFY2(arabic.size() <= 70 && arabic.contains(u" 042042"_s), qPrintable(arabic));
    QVERIFY2(chinese.size() <= 70 && chinese.contains(u" 042042"_s), qPrintable(chinese)); // UCS-2: one part
}

QTEST_GUILESS_MAIN(TestMailTemplates)
#include "tst_mailtemplates.moc"
