// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/clienttext.h"
#include "models/core/emailaddress.h"
#include "models/core/money.h"
#include "models/core/resource.h"
#include "models/identity/account.h"
#include "models/identity/registration.h"
#include "models/insight/action.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
/// Returns `pointer code` of the errors that a document of a client has.
template <typename T>
QStringList errorsOf(const QByteArray &json, T *value = nullptr)
{
    FieldErrors errors;
    T read;
    patchFromJson(QJsonDocument::fromJson(json).object(), read, errors);
    if (value)
        *value = read;
    QStringList found;
    for (const FieldError &error : errors)
        found += error.pointer + u' ' + error.code;
    return found;
}

QByteArray json(const QString &name, const QString &value)
{
    return QJsonDocument(QJsonObject{{name, value}}).toJson(QJsonDocument::Compact);
}
}

/// Text, numbers and codes as clients send them.
class TestClientText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Its normalization would take minutes.
    void longTextsAreRefusedUnread()
    {
        QElapsedTimer clock;
        clock.start();
        const QString accents = u"e"_s + QString(300'000, QChar(0x301));
        QCOMPARE(errorsOf<Account>(json(u"name"_s, accents)), QStringList{u"/name too_long"_s});
        QCOMPARE(errorsOf<Account>(json(u"name"_s, u"e\u0301"_s.repeated(90))), QStringList());
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }
    void namesAreNormal_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("error");
        QTest::newRow("plain") << u"Front door"_s << u"Front door"_s << QString();
        QTest::newRow("white space around it") << u" \t Front door \u00a0\n"_s << u"Front door"_s << QString();
        QTest::newRow("decomposed") << u"Tu\u0308r"_s << u"T\u00fcr"_s << QString();
        QTest::newRow("Arabic with its marks")
            << u"\u200f\u0628\u0627\u0628"_s << u"\u200f\u0628\u0627\u0628"_s << QString();
        QTest::newRow("emoji of several characters") << u"👩\u200d👧"_s << u"👩\u200d👧"_s << QString();
        QTest::newRow("blank") << u"   "_s << QString() << u"/name too_short"_s;
        QTest::newRow("zero-width spaces alone") << u"\u200b\u200b"_s << QString() << u"/name too_short"_s;
        QTest::newRow("Hangul filler") << u"\u3164"_s << QString() << u"/name too_short"_s;
        QTest::newRow("line break") << u"Front\ndoor"_s << QString() << u"/name malformed"_s;
        QTest::newRow("escape") << u"\u001b[31mdoor"_s << QString() << u"/name malformed"_s;
        QTest::newRow("C1 control") << u"do\u0085or"_s << QString() << u"/name malformed"_s;
        QTest::newRow("direction override") << u"\u202egnp.exe"_s << QString() << u"/name malformed"_s;
        QTest::newRow("half of a surrogate pair")
            << u"do"_s + QChar(0xd800) + u"or"_s << QString() << u"/name malformed"_s;
        QTest::newRow("direction isolate") << u"a\u2066b"_s << QString() << u"/name malformed"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << QString() << u"/name malformed"_s;
    }
    void namesAreNormal()
    {
        QFETCH(const QString, sent);
        Account account;
        QTEST(errorsOf(json(u"name"_s, sent), &account).join(u", "_s), "error");
        QTEST(account.name, "kept");
    }

    void textHasLines()
    {
        App app;
        QCOMPARE(errorsOf(json(u"description"_s, u"One\r\nTwo\rThree\t!\n"_s), &app), QStringList());
        QCOMPARE(app.description, u"One\nTwo\nThree\t!"_s);
        QCOMPARE(errorsOf<App>(json(u"description"_s, u"One\u0007"_s)), QStringList{u"/description malformed"_s});
    }

    void passwordsAreKept()
    {
        NewAccount account;
        QCOMPARE(errorsOf(json(u"password"_s, u" \u00fc u\u0308 "_s), &account), QStringList());
        QCOMPARE(account.password, u" \u00fc u\u0308 "_s);
        QCOMPARE(errorsOf<NewAccount>(json(u"password"_s, u"tab\t"_s)), QStringList{u"/password malformed"_s});
    }

    /// What the server itself has stored is read as it is.
    void storedTextIsNotChanged()
    {
        FieldErrors errors;
        const auto read = fromJson<Account>({{u"name"_s, u" a\u202e "_s}}, errors, Resource::Writer::Server);
        QCOMPARE(read.name, u" a\u202e "_s);
    }

    void textsOfListsAreNormal()
    {
        const auto list = [](const QJsonArray &texts) {
            return QJsonDocument(QJsonObject{{u"redirect_uris"_s, texts}}).toJson(QJsonDocument::Compact);
        };
        App app;
        QCOMPARE(errorsOf(list({u" https://example.org/Tu\u0308r\n"_s}), &app), QStringList());
        QCOMPARE(app.redirectUris, QStringList{u"https://example.org/T\u00fcr"_s});
        QCOMPARE(errorsOf<App>(list({u"a"_s, u"\u202eb"_s})), QStringList{u"/redirect_uris/1 malformed"_s});
        QCOMPARE(errorsOf<App>(list({u"a"_s, 7})), QStringList{u"/redirect_uris/1 wrong_type"_s});
        QCOMPARE(errorsOf<App>(json(u"redirect_uris"_s, u"a"_s)), QStringList{u"/redirect_uris wrong_type"_s});
    }

    /// An earlier version may have stored texts that are refused now.
    void storedListsAreKept()
    {
        FieldErrors errors;
        const QJsonObject json{{u"redirect_uris"_s, QJsonArray{u" a\u202e "_s}}};
        const auto read = fromJson<App>(json, errors, Resource::Writer::Server);
        QCOMPARE(read.redirectUris, QStringList{u" a\u202e "_s});
    }

    void documentsAreKeptIfTheirTextsAreSound_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("error");
        QTest::newRow("any values") << R"({"by":" key 7 ","lines":["one\r\n\ttwo",1.5,null,true],"a":{"b":{}}})"_ba
                                    << QString();
        QTest::newRow("half of a surrogate pair") << R"({"a":{"b":[1,"\ud800"]}})"_ba << u"/data/a/b/1 malformed"_s;
        QTest::newRow("U+0000") << R"({"a/b":"x\u0000"})"_ba << u"/data/a~1b malformed"_s;
        QTest::newRow("direction override") << R"({"a":"\u202egnp.exe"})"_ba << u"/data/a malformed"_s;
        QTest::newRow("in a name") << R"({"a":{"\ud800":1}})"_ba << u"/data/a malformed"_s;
        QTest::newRow("one error") << R"({"a":["\u0001","\u0002"]})"_ba << u"/data/a/0 malformed"_s;
    }
    void documentsAreKeptIfTheirTextsAreSound()
    {
        QFETCH(const QByteArray, data);
        Action action;
        QTEST(errorsOf(R"({"data":)" + data + '}', &action).join(u", "_s), "error");
        if (QTest::currentDataTag() == "any values"_ba)
            QCOMPARE(action.data, QJsonDocument::fromJson(data).object());
        else
            QVERIFY(action.data.isEmpty());
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("sent");
        QTest::addColumn<QString>("normal");
        const auto row = [](const char *name, const QString &sent, const QString &normal) {
            QTest::newRow(name) << sent << normal;
        };
        row("plain", u"ada@example.org"_s, u"ada@example.org"_s);
        row("capitals", u" Ada.Lovelace@Example.ORG "_s, u"ada.lovelace@example.org"_s);
        row("every character", u"a!#$%&'*+/=?^_`{|}~-1@example.org"_s, u"a!#$%&'*+/=?^_`{|}~-1@example.org"_s);
        row("one label", u"root@localhost"_s, u"root@localhost"_s);
        row("international domain", u"user@B\u00fccher.example"_s, u"user@xn--bcher-kva.example"_s);
        row("decomposed domain", u"user@bu\u0308cher.example"_s, u"user@xn--bcher-kva.example"_s);
        row("ideographic dot", u"user@b\u00fccher\u3002example"_s, u"user@xn--bcher-kva.example"_s);
        row("longest local part", QString(64, u'a') + u"@example.org"_s, QString(64, u'a') + u"@example.org"_s);
        row("local part too long", QString(65, u'a') + u"@example.org"_s, {});
        row("label too long", u"a@"_s + QString(64, u'b') + u".org"_s, {});
        row("international local part", u"\u00fcser@example.org"_s, {});
        row("quoted local part", u"\"a b\"@example.org"_s, {});
        row("angle brackets", u"Ada <ada@example.org>"_s, {});
        row("two addresses", u"a@example.org,b@example.org"_s, {});
        row("two at signs", u"a@b@example.org"_s, {});
        row("comment", u"ada(x)@example.org"_s, {});
        row("dot at the end", u"ada.@example.org"_s, {});
        row("two dots", u"a..b@example.org"_s, {});
        row("domain with a dot at its end", u"ada@example.org."_s, {});
        row("hyphen at the edge of a label", u"ada@-example.org"_s, {});
        row("underscore in the domain", u"ada@exa_mple.org"_s, {});
        row("address literal", u"ada@[192.0.2.1]"_s, {});
        row("bare IP address", u"ada@192.0.2.1"_s, {});
        row("line break", u"ada@example.org\r\nBcc: all@example.org"_s, {});
        row("no domain", u"ada@"_s, {});
        row("no local part", u"@example.org"_s, {});
        row("empty", {}, {});
    }
    void addresses()
    {
        QFETCH(const QString, sent);
        QTEST(EmailAddress::normal(sent).value_or(QString()), "normal");
    }

    void codes_data()
    {
        QTest::addColumn<QString>("zone");
        QTest::addColumn<bool>("known");
        for (const QString &zone :
             {u"Europe/Berlin"_s, u"UTC"_s, u"Etc/UTC"_s, u"America/Argentina/Buenos_Aires"_s, u"Etc/GMT+5"_s})
            QTest::newRow(qPrintable(zone)) << zone << true;
        for (const QString &zone :
             {u"CET-1CEST"_s, u"UTC+02:00"_s, u"+02:00"_s, u"europe/berlin"_s, u"posix/Europe/Berlin"_s,
              u"Europe/Atlantis"_s, u"../../etc/passwd"_s, u"Europe"_s, u"zone.tab"_s})
            QTest::newRow(qPrintable(zone)) << zone << false;
    }
    void codes()
    {
        QFETCH(const QString, zone);
        QFETCH(const bool, known);
        QCOMPARE(errorsOf<Account>(json(u"time_zone"_s, zone)),
                 known ? QStringList() : QStringList{u"/time_zone not_allowed"_s});
    }

    void currenciesAndCountries()
    {
        for (const QString &code : {u"EUR"_s, u"USD"_s, u"JPY"_s, u"CNY"_s, u"CHF"_s, u"KWD"_s})
            QCOMPARE(errorsOf<Money>(json(u"currency"_s, code)), QStringList());
        for (const QString &code : {u"ABC"_s, u"DEM"_s, u"EUX"_s})
            QCOMPARE(errorsOf<Money>(json(u"currency"_s, code)), QStringList{u"/currency not_allowed"_s});
        for (const QString &code : {u"EURO"_s, u"eur"_s})
            QCOMPARE(errorsOf<Money>(json(u"currency"_s, code)), QStringList{u"/currency malformed"_s});
        QCOMPARE(errorsOf<Address>(json(u"country"_s, u"DE"_s)), QStringList());
        QCOMPARE(errorsOf<Address>(json(u"country"_s, QString())), QStringList());
        QCOMPARE(errorsOf<Address>(json(u"country"_s, u"XX"_s)), QStringList{u"/country not_allowed"_s});
        for (const QString &code : {u"Germany"_s, u"de"_s})
            QCOMPARE(errorsOf<Address>(json(u"country"_s, code)), QStringList{u"/country malformed"_s});
    }

    void integersAreExact_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<qint64>("kept");
        QTest::addColumn<QString>("error");
        QTest::newRow("plain") << "990"_ba << qint64(990) << QString();
        QTest::newRow("fraction that is none") << "990.0"_ba << qint64(990) << QString();
        QTest::newRow("exponent") << "1e3"_ba << qint64(1000) << QString();
        QTest::newRow("fraction") << "9.9"_ba << qint64(0) << u"/amount wrong_type"_s;
        QTest::newRow("twelve digits") << "999999999999"_ba << qint64(999999999999) << QString();
        QTest::newRow("above 2^63") << "9223372036854775808"_ba << qint64(0) << u"/amount wrong_type"_s;
        QTest::newRow("text") << "\"990\""_ba << qint64(0) << u"/amount wrong_type"_s;
        QTest::newRow("true") << "true"_ba << qint64(0) << u"/amount wrong_type"_s;
    }
    void integersAreExact()
    {
        QFETCH(const QByteArray, sent);
        Money money(0, u"EUR"_s);
        QTEST(errorsOf("{\"amount\":" + sent + '}', &money).join(u", "_s), "error");
        QTEST(money.amount, "kept");
    }
};

QTEST_APPLESS_MAIN(TestClientText)
#include "tst_clienttext.moc"
