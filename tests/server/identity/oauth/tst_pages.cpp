// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/scope.h"
#include "server/core/base/serverkey.h"
#include "server/core/pages/pagerenderer.h"
#include "server/identity/accounts/accountnotices.h"
#include "server/identity/oauth/csrf.h"
#include "server/identity/oauth/pages.h"
#include "server/post/mail/mailqueue.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Tests the templates and texts of the server's pages, and their protection against forgery.
class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksTheBrowsersLanguage_data();
    void speaksTheBrowsersLanguage();
    void hasTheSameTextsInEveryLanguage_data();
    void hasTheSameTextsInEveryLanguage();
    void hasEveryTextThatAPageUses();
    void namesEveryScope();
    void escapesEveryValue();
    void doesNotReadValuesAsTemplates();
    void acceptsAFormOnlyFromItsBrowserAndForItsRequest();
    void findsItsCookieAmongOthers();
    void namesTheTargetOfARedirect_data();
    void namesTheTargetOfARedirect();
    void tellsHowLongToWait_data();
    void tellsHowLongToWait();
    void explainsEveryProblem_data();
    void explainsEveryProblem();

private:
    static QHash<QString, QString> texts(const QString &language);
    static QStringList placeholders(const QString &text);
};

void PagesTest::speaksTheBrowsersLanguage_data()
{
    QTest::addColumn<QString>("uiLocales");
    QTest::addColumn<QByteArray>("acceptLanguage");
    QTest::addColumn<QString>("tag");
    QTest::newRow("nothing said") << u""_s << ""_ba << u"en"_s;
    QTest::newRow("Chinese") << u""_s << "zh-CN,zh;q=0.9,en;q=0.8"_ba << u"zh-CN"_s;
    QTest::newRow("traditional Chinese") << u""_s << "zh-TW"_ba << u"zh-CN"_s;
    QTest::newRow("English first") << u""_s << "en-GB,zh;q=0.9"_ba << u"en"_s;
    QTest::newRow("weights out of order") << u""_s << "en;q=0.2, zh-Hans;q=0.7"_ba << u"zh-CN"_s;
    QTest::newRow("refused by weight") << u""_s << "zh;q=0"_ba << u"en"_s;
    QTest::newRow("unknown, then Chinese") << u""_s << "fr, zh;q=0.1"_ba << u"zh-CN"_s;
    QTest::newRow("nonsense") << u""_s << ";;q=,,zhh;q=x"_ba << u"en"_s;
    QTest::newRow("German") << u""_s << "de-AT,de;q=0.9,en;q=0.8"_ba << u"de"_s;
    QTest::newRow("Arabic") << u"ar-EG"_s << "en"_ba << u"ar"_s;
    QTest::newRow("the app's wish goes first") << u"zh-CN"_s << "en"_ba << u"zh-CN"_s;
    QTest::newRow("the app's second wish") << u"fr EN-us zh"_s << "zh"_ba << u"en"_s;
    QTest::newRow("a wish that nobody speaks") << u"it fr"_s << "zh"_ba << u"zh-CN"_s;
}

void PagesTest::speaksTheBrowsersLanguage()
{
    QFETCH(const QString, uiLocales);
    QFETCH(const QByteArray, acceptLanguage);
    QTEST(languageTag(pageLanguage(uiLocales, acceptLanguage)), "tag");
}

QHash<QString, QString> PagesTest::texts(const QString &language)
{
    QFile file(u":/waymark/pages/%1.texts"_s.arg(language));
    QHash<QString, QString> all;
    if (!file.open(QFile::ReadOnly))
        return all;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (!line.startsWith(u'#') && line.contains(u" = "_s))
            all.insert(line.section(u" = "_s, 0, 0), line.section(u" = "_s, 1));
    }
    return all;
}

/// Returns the placeholders and the markup of a text.
QStringList PagesTest::placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"\\{\\{[^}]*\\}\\}|%[0-9]|</?[a-z]+>"_s);
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found += match.next().captured();
    found.sort();
    return found;
}

void PagesTest::hasTheSameTextsInEveryLanguage_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : {u"de"_s, u"zh"_s, u"ar"_s})
        QTest::newRow(qPrintable(language)) << language;
}

/// The plural forms differ, except for the last one.
void PagesTest::hasTheSameTextsInEveryLanguage()
{
    QFETCH(const QString, language);
    const auto withoutForms = [](QHash<QString, QString> all) {
        all.removeIf([](const auto &text) {
            return text.key().endsWith(u".one"_s) || text.key().endsWith(u".two"_s) || text.key().endsWith(u".few"_s);
        });
        return all;
    };
    const auto english = withoutForms(texts(u"en"_s));
    const auto others = withoutForms(texts(language));
    QVERIFY(english.size() > 50);
    QCOMPARE(others.size(), english.size());
    for (auto it = english.begin(); it != english.end(); ++it) {
        const QString other = others.value(it.key());
        QVERIFY2(!other.isEmpty(), qPrintable(it.key()));
        QVERIFY2(other != it.value(), qPrintable(it.key() + u" is not translated"_s));
        QCOMPARE(placeholders(other), placeholders(it.value()));
    }
}

void PagesTest::hasEveryTextThatAPageUses()
{
    const auto known = texts(u"en"_s);
    static const QRegularExpression wanted(u"\\{\\{>text\\.([^}]+)\\}\\}"_s);
    int count = 0;
    const auto files = QDir(u":/waymark/pages"_s).entryInfoList({u"*.html"_s});
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        QVERIFY(file.open(QFile::ReadOnly));
        for (auto match = wanted.globalMatch(QString::fromUtf8(file.readAll())); match.hasNext(); ++count) {
            const QString name = match.next().captured(1);
            QVERIFY2(known.contains(name), qPrintable(info.fileName() + u' ' + name));
        }
    }
    QVERIFY(count > 25);
}

void PagesTest::namesEveryScope()
{
    const PageRenderer renderer;
    for (quint32 bit = 1; bit != 0; bit <<= 1) {
        const QStringList names = scopeNames(Scopes::fromInt(Scopes::Int(bit)));
        for (const QString &name : names)
            QVERIFY2(renderer.hasText(u"scope."_s + name, PageLanguage::English), qPrintable(name));
    }
    const QStringList all = scopeNames(userScopes());
    QVERIFY(!all.isEmpty());
    for (const QString &name : all)
        QVERIFY2(renderer.hasText(u"scope."_s + name, PageLanguage::Chinese), qPrintable(name));
}

void PagesTest::escapesEveryValue()
{
    const QString evil = uR"(<script>alert("x")</script>'&)"_s;
    const PageRenderer renderer;
    const QByteArray page = renderer.page(u"signin"_s, PageLanguage::English,
                                          {{u"title"_s, evil},
                                           {u"app"_s, evil},
                                           {u"email"_s, evil},
                                           {u"action"_s, evil},
                                           {u"problem"_s, evil},
                                           {u"csrf"_s, QJsonObject{{u"sign_in"_s, evil}}}});
    QVERIFY(!page.contains("<script"));
    QVERIFY(!page.contains("\"x\""));
    QCOMPARE(page.count("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&apos;&amp;"), 7);
}

void PagesTest::doesNotReadValuesAsTemplates()
{
    const QString evil = u"{{{style}}}{{>text.signin.title}}{{#csrf}}"_s;
    const PageRenderer renderer;
    const QByteArray page =
        renderer.page(u"signin"_s, PageLanguage::English,
                      {{u"title"_s, u"t"_s}, {u"app"_s, evil}, {u"content"_s, evil}, {u"text.signin.to"_s, evil}});
    QVERIFY(page.contains("<bdi>{{{style}}}{{&gt;text.signin.title}}{{#csrf}}</bdi>"));
    QCOMPARE(page.count("<h1>"), 1);
}

void PagesTest::acceptsAFormOnlyFromItsBrowserAndForItsRequest()
{
    const QTemporaryDir folder;
    const ServerKey key = ServerKey::load(folder.filePath(u"server.key"_s));
    const Csrf csrf(key);
    const QString browser = BrowserCookie::newSecret();
    const QUrlQuery query(u"client_id=a&state=x%27y"_s);
    const QByteArray token = csrf.token("consent", browser, query);
    QVERIFY(csrf.matches("consent", browser, query, token));
    QVERIFY(csrf.matches("consent", browser, QUrlQuery(u"client_id=a&state=x'y"_s),
                         token)); // the same query in another spelling
    QVERIFY(!csrf.matches("sign_in", browser, query, token));
    QVERIFY(!csrf.matches("consent", BrowserCookie::newSecret(), query, token));
    QVERIFY(!csrf.matches("consent", browser, QUrlQuery(u"client_id=b&state=x%27y"_s), token));
    QVERIFY(!csrf.matches("consent", browser, query, token.chopped(1)));
    QVERIFY(!csrf.matches("consent", browser, query, {}));
    QVERIFY(!csrf.matches("consent", {}, query, csrf.token("consent", {}, query)));
}

void PagesTest::findsItsCookieAmongOthers()
{
    const BrowserCookie plain(false);
    const BrowserCookie secure(true);
    const QString secret = BrowserCookie::newSecret();
    const auto with = [](const QByteArray &cookies) {
        Request request;
        request.headers.append("Cookie", cookies);
        return request;
    };
    QCOMPARE(plain.secret(with("a=1; waymark=" + secret.toLatin1() + ";b=2")), secret);
    QCOMPARE(secure.secret(with("waymark=x; __Host-waymark=" + secret.toLatin1())), secret);
    QCOMPARE(secure.secret(with("waymark=" + secret.toLatin1())),
             QString()); // another host of the domain may have set it
    QCOMPARE(plain.secret(with("waymark=" + secret.toLatin1() + "x")), QString());
    QCOMPARE(plain.secret(with("waymark")), QString());
    QCOMPARE(plain.secret({}), QString());

    const QByteArray kept = secure.set(secret, std::chrono::hours(1));
    for (const char *part :
         {"__Host-waymark=", "; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=3600", "; Secure"})
        QVERIFY2(kept.contains(part), part);
    QVERIFY(!kept.contains("Domain"));
    const QByteArray fleeting = plain.set(secret);
    QVERIFY(!fleeting.contains("Secure"));
    QVERIFY(!fleeting.contains("Max-Age"));
}

void PagesTest::namesTheTargetOfARedirect_data()
{
    QTest::addColumn<QUrl>("to");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("web");
    QTest::newRow("site") << QUrl(u"https://app.example:8443/cb?x=1"_s) << u"app.example"_s << true;
    QTest::newRow("letters that look alike") << QUrl(u"https://аррӏе.com/"_s) << u"xn--80ak6aa92e.com"_s << true;
    QTest::newRow("loopback") << QUrl(u"http://127.0.0.1:3000/cb"_s) << u"127.0.0.1"_s << true;
    QTest::newRow("app") << QUrl(u"com.example.App:/cb"_s) << u"com.example.app"_s << false;
}

void PagesTest::namesTheTargetOfARedirect()
{
    QFETCH(const QUrl, to);
    QTEST(targetName(to), "name");
    QTEST(leadsToWeb(to), "web");
}

namespace {
/// Pages with a database of their own.
struct Standing
{
    QTemporaryDir folder;
    ServerKey key = ServerKey::load(folder.filePath(u"server.key"_s));
    Database database{u"sqlite:"_s + folder.filePath(u"pages.db"_s)};
    MailQueue mails{database, key};
    AccountNotices notices{database, mails};
    SecondFactors factors{database, key, {}};
    SecondSteps secondSteps{database, factors, notices};
    BrowserSessions browsers{database, key, secondSteps, {}};
    Pages pages{browsers, key};
};

Request requestIn(const QByteArray &language)
{
    Request request;
    request.path = "/oauth/authorize";
    request.headers.append("Accept-Language", language);
    request.id = "request-1";
    return request;
}
}

void PagesTest::tellsHowLongToWait_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QByteArray>("language");
    QTest::addColumn<QString>("text");
    const QString english = u"Too many attempts. Try again in %1."_s;
    QTest::newRow("0 s") << 0 << "en"_ba << english.arg(u"1 second"_s);
    QTest::newRow("1 s") << 1 << "en"_ba << english.arg(u"1 second"_s);
    QTest::newRow("59 s") << 59 << "en"_ba << english.arg(u"59 seconds"_s);
    QTest::newRow("60 s") << 60 << "en"_ba << english.arg(u"1 minute"_s);
    QTest::newRow("61 s") << 61 << "en"_ba << english.arg(u"2 minutes"_s);
    QTest::newRow("15 min") << 900 << "en"_ba << english.arg(u"15 minutes"_s);
    QTest::newRow("in German") << 60 << "de"_ba << u"Zu viele Versuche. Versuchen Sie es in 1 Minute noch einmal."_s;
    const QString arabic = u"محاولات كثيرة جدًا. أعد المحاولة بعد %1."_s;
    QTest::newRow("one in Arabic") << 1 << "ar"_ba << arabic.arg(u"ثانية واحدة"_s);
    QTest::newRow("two in Arabic") << 120 << "ar"_ba << arabic.arg(u"دقيقتين"_s);
    QTest::newRow("few in Arabic") << 9 << "ar"_ba << arabic.arg(u"9 ثوانٍ"_s);
    QTest::newRow("many in Arabic") << 900 << "ar"_ba << arabic.arg(u"15 دقيقة"_s);
    QTest::newRow("in Chinese") << 900 << "zh"_ba << u"尝试次数过多，请在 15 分钟后重试。"_s;
}

void PagesTest::tellsHowLongToWait()
{
    QFETCH(const int, seconds);
    QFETCH(const QByteArray, language);
    const Standing standing;
    const Problem problem =
        Problem(429, u"too_many"_s, u"Wait."_s).withHeader("Retry-After", QByteArray::number(seconds));
    QTEST(standing.pages.waitText(problem, requestIn(language)), "text");
}

void PagesTest::explainsEveryProblem_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("title");
    const QString request = u"This app&apos;s request is not valid"_s;
    QTest::newRow("unknown client") << 400 << u"unknown_client"_s << request;
    QTest::newRow("wrong type") << 415 << u"unsupported_media_type"_s << request;
    QTest::newRow("app") << 403 << u"app_inactive"_s << u"This app cannot sign you in"_s;
    QTest::newRow("form") << 403 << u"form_out_of_date"_s << u"This page has expired"_s;
    QTest::newRow("limit") << 429 << u"rate_limited"_s << u"The server is busy"_s;
    QTest::newRow("overload") << 503 << u"overloaded"_s << u"The server is busy"_s;
    QTest::newRow("failure") << 500 << u"internal_error"_s << u"Something went wrong"_s;
}

void PagesTest::explainsEveryProblem()
{
    QFETCH(const int, status);
    QFETCH(const QString, code);
    QFETCH(const QString, title);
    const Standing standing;
    const Problem problem = Problem(status, code, u"<i>"_s).withHeader("Retry-After", "7");
    const Reply reply = standing.pages.refusal(problem, requestIn("en"));
    QCOMPARE(reply.status, status);
    QCOMPARE(reply.headers.value("Retry-After"), "7"_ba);
    const QString page = QString::fromUtf8(reply.body);
    for (const QString &text :
         {u"<h1>%1</h1>"_s.arg(title), u"<dd>%1</dd>"_s.arg(code), u"<dd>&lt;i&gt;</dd>"_s, u"<dd>request-1</dd>"_s})
        QVERIFY2(page.contains(text), qPrintable(text + u" is not in "_s + page));
    QVERIFY(standing.pages.refusal(problem, requestIn("zh")).body.contains("<html lang=\"zh-CN\" dir=\"ltr\">"));
    QVERIFY(standing.pages.refusal(problem, requestIn("ar")).body.contains("<html lang=\"ar\" dir=\"rtl\">"));
}

QTEST_GUILESS_MAIN(PagesTest)
#include "tst_pages.moc"
