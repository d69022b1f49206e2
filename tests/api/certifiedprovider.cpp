// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/certifiedprovider.h"

#include "tests/support/plainbrowser.h"

#include <QCryptographicHash>
#include <QUrlQuery>
#include <QUuid>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {
const QString client = u"waymark-under-test"_s;
const QString secret = u"a-secret-of-the-tests/+%"_s; // must be encoded in HTTP Basic
const QString back = u"http://127.0.0.1:9/back"_s; // no server listens there: the browser stops before it
const QString verifier = u"a-verifier-of-the-tests-that-is-long-enough-for-pkce"_s;

QJsonObject merged(QJsonObject base, const QJsonObject &fields)
{
    for (auto it = fields.begin(); it != fields.end(); ++it)
        base.insert(it.key(), it.value());
    return base;
}
}

CertifiedProvider::CertifiedProvider(const QJsonObject &settings)
    : m_process(u"provider"_s, merged({{u"client_id"_s, client}, {u"client_secret"_s, secret}}, settings))
{
}

QJsonObject CertifiedProvider::configuration(const QString &id, const QString &title) const
{
    return {{u"id"_s, id},           {u"title"_s, title},      {u"kind"_s, u"openid"_s},
            {u"issuer"_s, origin()}, {u"client_id"_s, client}, {u"client_secret"_s, secret}};
}

QJsonObject CertifiedProvider::codeFor(const QString &id, const QJsonObject &person) const
{
    expect(person);
    const QString nonce = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray challenge = QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                     .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    QUrl url(origin() + u"/auth"_s);
    url.setQuery(QUrlQuery{{u"client_id"_s, client},
                           {u"redirect_uri"_s, back},
                           {u"response_type"_s, u"code"_s},
                           {u"scope"_s, u"openid email profile"_s},
                           {u"state"_s, u"s"_s},
                           {u"nonce"_s, nonce},
                           {u"code_challenge"_s, QString::fromLatin1(challenge)},
                           {u"code_challenge_method"_s, u"S256"_s}});
    PlainBrowser browser;
    const PlainBrowser::Page page = browser.follow(url, back);
    const QString code = QUrlQuery(page.location).queryItemValue(u"code"_s);
    if (code.isEmpty())
        throw std::runtime_error("the provider issues no code: " + page.location.toEncoded().toStdString() + ' '
                                 + page.body.toStdString());
    return {{u"provider"_s, id},
            {u"code"_s, code},
            {u"code_verifier"_s, verifier},
            {u"redirect_uri"_s, back},
            {u"nonce"_s, nonce}};
}

QJsonObject CertifiedProvider::idTokenFor(const QString &id, const QJsonObject &person) const
{
    const QJsonObject proof = codeFor(id, person);
    const QUrlQuery form{{u"grant_type"_s, u"authorization_code"_s},
                         {u"code"_s, proof[u"code"_s].toString()},
                         {u"code_verifier"_s, verifier},
                         {u"redirect_uri"_s, back}};
    const QByteArray basic = QUrl::toPercentEncoding(client) + ':' + QUrl::toPercentEncoding(secret);
    const Answer answer = m_process.send(
        "POST", u"/token"_s, form.query(QUrl::FullyEncoded).toLatin1(),
        {{"Content-Type", "application/x-www-form-urlencoded"}, {"Authorization", "Basic " + basic.toBase64()}});
    if (answer.json[u"id_token"_s].toString().isEmpty())
        throw std::runtime_error("the provider issues no ID token: " + answer.text().toStdString());
    return {{u"provider"_s, id}, {u"id_token"_s, answer.json[u"id_token"_s]}, {u"nonce"_s, proof[u"nonce"_s]}};
}
