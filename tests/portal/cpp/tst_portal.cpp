// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/portal/countries.h"
#include "app/portal/qrcode.h"
#include "app/portal/secondfactormodel.h"
#include "tests/portal/cpp/portalfixture.h"

#include <QIcon>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <opencv2/wechat_qrcode.hpp>

using namespace Qt::StringLiterals;

class PortalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signsInAndKnowsTheUser();
    void explainsAFailedSignIn();
    void remembersTheSession();
    void reportsAnEndedSession();
    void reportsADeactivatedAccount();
    void asksForASecondFactor();
    void setsUpASecondFactor();
    void drawsQrCodesThatOthersRead();
    void remembersTheAppearance();
    void followsTheColorScheme();
    void rejectsAnUnknownLanguage();
    void formatsByTheLanguage_data();
    void formatsByTheLanguage();
    void namesCountriesInThePortalsLanguage();
};

void PortalTest::namesCountriesInThePortalsLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(u"en_US"_s));
    QCOMPARE(Countries::nameOf(u"GB"_s), u"United Kingdom"_s);
    QCOMPARE(Countries::nameOf(u"DE"_s), u"Germany"_s);
    QLocale::setDefault(QLocale(u"zh_CN"_s));
    QCOMPARE(Countries::nameOf(u"CN"_s), u"中国"_s);
    QCOMPARE(Countries::nameOf(u"FR"_s), u"France"_s); // Qt has no Chinese name of it
    QLocale::setDefault(before);
    QCOMPARE(Countries::nameOf(u"XX"_s), QString());
    QCOMPARE(Countries::codeOf(u"germany"_s), u"DE"_s);
    QCOMPARE(Countries::codeOf(u"Deutschland"_s), u"DE"_s);
    QCOMPARE(Countries::codeOf(u"gb"_s), u"GB"_s);
}

void PortalTest::signsInAndKnowsTheUser()
{
    PortalFixture fixture;
    auto *session = fixture.portal().session();
    QTRY_VERIFY(!session->restoring());
    QVERIFY(!session->signedIn());
    QVERIFY(fixture.signIn());
    QCOMPARE(session->accountId(), u"acc_1"_s);
    QCOMPARE(session->email(), u"ada@example.org"_s);
    QCOMPARE(session->role(), u"developer"_s);

    session->signOut();
    QCOMPARE(session->userName(), QString());
    QVERIFY(!fixture.portal().connected());
}

void PortalTest::explainsAFailedSignIn()
{
    PortalFixture fixture;
    fixture.peer().on("POST /v1/accounts/login/local",
                      [](const PeerExchange &exchange) { exchange.problem(403, u"account_inactive"_s); });
    auto *session = fixture.portal().session();
    QSignalSpy failed(session, &PortalSession::signInFailed);
    session->signIn(u" ada@example.org "_s, u"correct horse"_s);
    QVERIFY(session->busy());
    QVERIFY(failed.wait(20'000));
    QVERIFY(failed[0][0].toBool());
    QVERIFY(!session->busy());
    QVERIFY(session->errorText().contains("not active"_L1));
    const auto sent = fixture.peer().requests("POST /v1/accounts/login/local").value(0);
    QCOMPARE(sent.json()["name"_L1].toString(), u"ada@example.org"_s);

    fixture.peer().on("POST /v1/accounts/login/local",
                      [](const PeerExchange &exchange) { exchange.problem(401, u"wrong_login"_s); });
    session->signIn(u"ada@example.org"_s, u"wrong"_s);
    QVERIFY(failed.wait(20'000));
    QVERIFY(!failed[1][0].toBool());
}

void PortalTest::asksForASecondFactor()
{
    PortalFixture fixture;
    fixture.peer().on("POST /v1/accounts/login/local", [](const PeerExchange &exchange) {
        exchange.problem(401, u"second_factor_required"_s, {{u"challenge"_s, u"wmc_1"_s}});
    });
    const QJsonObject wrong{{u"pointer"_s, u"/code"_s}, {u"code"_s, u"wrong_code"_s}, {u"detail"_s, u"Wrong."_s}};
    fixture.peer().on("POST /v1/accounts/login/second-factor", [&wrong](const PeerExchange &exchange) {
        exchange.problem(422, u"invalid"_s, {{u"errors"_s, QJsonArray{wrong}}});
    });
    auto *session = fixture.portal().session();
    session->signIn(u"ada@example.org"_s, u"correct horse"_s);
    QTRY_VERIFY(session->needsCode());
    QCOMPARE(session->errorText(), QString());
    session->sendCode(u" 123456 "_s);
    QTRY_COMPARE(session->errorText(), u"This code is wrong or has expired."_s);
    QCOMPARE(fixture.peer().requests("POST /v1/accounts/login/second-factor").value(0).json()["code"_L1], u"123456"_s);
    session->cancelCode();
    QVERIFY(!session->needsCode() && session->errorText().isEmpty());
}

void PortalTest::setsUpASecondFactor()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    const QByteArray path = "/v1/accounts/acc_1/second-factor";
    fixture.peer().on("GET " + path, QJsonObject{{u"enabled"_s, false}, {u"required"_s, true}});
    SecondFactorModel model;
    model.setPortal(&fixture.portal());
    QTRY_COMPARE(model.loadState(), LoadState::Ready);
    QVERIFY(model.required() && !model.enabled());

    fixture.peer().on("POST " + path, [](const PeerExchange &exchange) {
        exchange.answer(201, {{u"secret"_s, u"ABCD"_s}, {u"uri"_s, u"otpauth://totp/x"_s}, {u"expires_in"_s, 900}});
    });
    model.begin(u"correct horse"_s);
    QTRY_COMPARE(model.secret(), u"ABCD"_s);
    QCOMPARE(model.uri(), u"otpauth://totp/x"_s);
    fixture.peer().on("PUT " + path, QJsonObject{{u"codes"_s, QJsonArray{u"one"_s, u"two"_s}}});
    fixture.peer().on("GET " + path, QJsonObject{{u"enabled"_s, true}, {u"recovery_codes_left"_s, 2}});
    QSignalSpy enabled(&model, &SecondFactorModel::enabledNow);
    model.confirm(u"123456"_s, true);
    QVERIFY(enabled.wait(20'000));
    QCOMPARE(model.recoveryCodes(), QStringList({u"one"_s, u"two"_s}));
    QCOMPARE(model.secret(), QString());
    QCOMPARE(fixture.peer().requests("PUT " + path).value(0).json(),
             (QJsonObject{{u"code"_s, u"123456"_s}, {u"end_other_sessions"_s, true}}));
    QTRY_VERIFY(model.enabled() && model.recoveryCodesLeft() == 2);

    fixture.portal().session()->signOut(); // nothing stays for the next user
    QVERIFY(model.recoveryCodes().isEmpty() && !model.enabled());
}

/// Another library reads the code, at the size that the portal shows and at an odd one.
void PortalTest::drawsQrCodesThatOthersRead()
{
    const QString text = u"otpauth://totp/Waymark%3Aada%40example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s;
    QrCode code;
    code.setText(text);
    for (const int size : {220, 331}) {
        code.setSize(QSizeF(size, size));
        QImage image(size, size, QImage::Format_Grayscale8);
        QPainter painter(&image);
        code.paint(&painter);
        painter.end();
        const cv::Mat pixels(size, size, CV_8UC1, image.bits(), size_t(image.bytesPerLine()));
        const auto read = cv::wechat_qrcode::WeChatQRCode().detectAndDecode(pixels);
        QCOMPARE(read.size(), 1U);
        QCOMPARE(QString::fromStdString(read[0]), text);
    }
    code.setText(QString(4000, u'x')); // too long: a blank square
    QImage image(64, 64, QImage::Format_Grayscale8);
    QPainter painter(&image);
    code.paint(&painter);
    QCOMPARE(image.pixelColor(32, 32), QColor(Qt::white));
}

void PortalTest::remembersTheSession()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.restart();
    QVERIFY(fixture.portal().session()->restoring());
    QTRY_VERIFY(fixture.portal().session()->signedIn());
    QTRY_COMPARE(fixture.portal().session()->userName(), u"Ada"_s);
    QCOMPARE(fixture.peer().count("POST /v1/accounts/login/local"), 1);
}

void PortalTest::reportsAnEndedSession()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    fixture.peer().on("GET /v1/accounts/acc_1",
                      [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_token"_s); });
    fixture.peer().on("PUT /v1/accounts/refresh-token",
                      [](const PeerExchange &exchange) { exchange.problem(401, u"invalid_refresh_token"_s); });
    QSignalSpy ended(fixture.portal().session(), &PortalSession::ended);
    fixture.portal().session()->readUser();
    QVERIFY(ended.wait(20'000));
    QVERIFY(!fixture.portal().session()->signedIn());
    QVERIFY(fixture.portal().session()->errorText().startsWith(u"Your session has ended"_s));
    QCOMPARE(fixture.portal().session()->lastEmail(), u"ada@example.org"_s);
    fixture.restart();
    QCOMPARE(fixture.portal().session()->lastEmail(), u"ada@example.org"_s);
}

void PortalTest::reportsADeactivatedAccount()
{
    PortalFixture fixture;
    QVERIFY(fixture.signIn());
    const auto inactive = [](const PeerExchange &exchange) { exchange.problem(403, u"account_inactive"_s); };
    fixture.peer().on("GET /v1/accounts/acc_1", inactive);
    fixture.peer().on("PUT /v1/accounts/refresh-token", inactive);
    QSignalSpy ended(fixture.portal().session(), &PortalSession::ended);
    fixture.portal().session()->readUser();
    QVERIFY(ended.wait(20'000));
    QCOMPARE(fixture.portal().session()->errorText(), u"Your account has been deactivated. Contact support."_s);
}

void PortalTest::remembersTheAppearance()
{
    PortalFixture fixture;
    fixture.portal().setDarkMode(Portal::ColorScheme::Dark);
    QVERIFY(!fixture.portal().reduceMotion());
    fixture.portal().setReduceMotion(true);
    QVERIFY(fixture.portal().letterKeys());
    fixture.portal().setLetterKeys(false);
    QSignalSpy languageChanged(&fixture.portal(), &Portal::languageChanged);
    fixture.portal().setLanguage(u"zh_CN"_s);
    QCOMPARE(languageChanged.size(), 1);
    fixture.restart();
    QCOMPARE(fixture.portal().darkMode(), Portal::ColorScheme::Dark);
    QVERIFY(fixture.portal().reduceMotion());
    QVERIFY(!fixture.portal().letterKeys());
    QCOMPARE(fixture.portal().language(), u"zh_CN"_s);
    QCOMPARE(QLocale().language(), QLocale::Chinese);
}

void PortalTest::followsTheColorScheme()
{
    PortalFixture fixture;
    QSignalSpy changed(&fixture.portal(), &Portal::darkModeChanged);
    fixture.portal().setDarkMode(Portal::ColorScheme::Dark);
    QVERIFY(fixture.portal().dark());
    QCOMPARE(QIcon::themeName(), u"breeze-dark"_s);
    fixture.portal().setDarkMode(Portal::ColorScheme::Light);
    QVERIFY(!fixture.portal().dark());
    QCOMPARE(QIcon::themeName(), u"breeze"_s);
    QCOMPARE(changed.size(), 2);
}

void PortalTest::rejectsAnUnknownLanguage()
{
    PortalFixture fixture;
    fixture.portal().setLanguage(u"en"_s);
    fixture.portal().setLanguage(u"tlh"_s);
    QCOMPARE(fixture.portal().language(), u"en"_s);
}

void PortalTest::formatsByTheLanguage_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("month");
    QTest::newRow("English") << u"en"_s << Qt::LeftToRight << u"1,234.5"_s << u"March"_s;
    QTest::newRow("German") << u"de"_s << Qt::LeftToRight << u"1.234,5"_s << u"März"_s;
    QTest::newRow("Chinese") << u"zh_CN"_s << Qt::LeftToRight << u"1,234.5"_s << u"三月"_s;
    QTest::newRow("Arabic") << u"ar"_s << Qt::RightToLeft << u"1,234.5"_s << u"مارس"_s;
}

void PortalTest::formatsByTheLanguage()
{
    QFETCH(const QString, language);
    PortalFixture fixture;
    QVERIFY(fixture.portal().languages().contains(language));
    fixture.portal().setLanguage(language);
    QTEST(QGuiApplication::layoutDirection(), "direction");
    QTEST(QLocale().toString(1234.5), "number");
    QTEST(QLocale().monthName(3), "month");
    fixture.portal().setLanguage(u"en"_s);
    QCOMPARE(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

QTEST_MAIN(PortalTest)
#include "tst_portal.moc"
